"""Why the vault refuses.

VaultError
├── FileRefused           what was brought is not taken: the person can bring something else (422)
│   ├── EmptyFile
│   ├── FileTooLarge
│   ├── UnknownKind
│   ├── NameMismatch
│   ├── OnceCleared
│   └── UnreadableImage
├── ContentCleared        the content was lawfully cleared; only its row is left
├── NotReleased           nothing the ledger tells of lets this content go
├── NoThumbnail           there is no small picture of this
└── VaultDamaged          what is stored is not what was put: an alarm, not an input error
"""

from __future__ import annotations


class VaultError(Exception):
    """Root of every refusal; its text is a sentence for the person."""


class FileRefused(VaultError):
    """The file is not taken."""


class EmptyFile(FileRefused):
    """The file has no bytes."""


class FileTooLarge(FileRefused):
    """The file exceeds its limit."""


class UnknownKind(FileRefused):
    """The content is of no kind the vault takes."""


class NameMismatch(FileRefused):
    """The extension of the name belongs to another kind than the content."""


class UnreadableImage(FileRefused):
    """The content calls itself a picture and cannot be opened as one."""


class OnceCleared(FileRefused):
    """The same content was lawfully cleared before, and is not kept again."""


class ContentCleared(VaultError):
    """The content was lawfully cleared."""


class NotReleased(VaultError):
    """The content may not be given up."""


class NoThumbnail(VaultError):
    """No small picture can be made."""


class VaultDamaged(VaultError):
    """A stored file is missing or differs from its digests."""
