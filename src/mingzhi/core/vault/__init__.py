"""The vault (证据库): write-once files named by their digest, with their row in the database."""

from .errors import (
    ContentCleared,
    EmptyFile,
    FileRefused,
    FileTooLarge,
    NameMismatch,
    NoThumbnail,
    NotReleased,
    OnceCleared,
    UnknownKind,
    UnreadableImage,
    VaultDamaged,
    VaultError,
)
from .names import NameFacts, read_name
from .serving import serve_headers
from .storage import appraise, check, open, path, put, refuse_cleared, sweep, thumbnail

__all__ = [
    "ContentCleared",
    "EmptyFile",
    "FileRefused",
    "FileTooLarge",
    "NameFacts",
    "NameMismatch",
    "NoThumbnail",
    "NotReleased",
    "OnceCleared",
    "UnknownKind",
    "UnreadableImage",
    "VaultDamaged",
    "VaultError",
    "appraise",
    "check",
    "open",
    "path",
    "put",
    "read_name",
    "refuse_cleared",
    "serve_headers",
    "sweep",
    "thumbnail",
]
