"""The vault (证据库): write-once files named by their digest, with their row in the database."""

from .errors import EmptyFile, FileRefused, FileTooLarge, NameMismatch, NoThumbnail, UnknownKind, UnreadableImage, VaultDamaged, VaultError
from .serving import serve_headers
from .storage import check, open, path, put, sweep, thumbnail

__all__ = [
    "EmptyFile",
    "FileRefused",
    "FileTooLarge",
    "NameMismatch",
    "NoThumbnail",
    "UnknownKind",
    "UnreadableImage",
    "VaultDamaged",
    "VaultError",
    "check",
    "open",
    "path",
    "put",
    "serve_headers",
    "sweep",
    "thumbnail",
]
