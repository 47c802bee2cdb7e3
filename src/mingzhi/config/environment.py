"""Every setting of an installation: its name in the environment, its default, and what it is for.

`settings.py` reads values only through `setting()`, so this table is complete, and `docs/operations.md`
is tested against it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """One row of the table: `name` in the environment, `default` as text, `about` in one sentence."""

    name: str
    default: str
    about: str


SETTINGS: tuple[Setting, ...] = (
    Setting("MINGZHI_DATA", "data", "Directory of the embedded installation: database, vault, keys."),
    Setting("MINGZHI_DATABASE_URL", "", "PostgreSQL as postgresql://user:password@host:port/name; empty means SQLite in MINGZHI_DATA."),
    Setting("MINGZHI_SECRET_KEY", "", "Signs sessions and codes; empty means a key made once and kept in MINGZHI_DATA/secret-key."),
    Setting("MINGZHI_DEBUG", "0", "1 shows tracebacks in the browser; never on a machine others can reach."),
    Setting("MINGZHI_HOSTS", "localhost,127.0.0.1,[::1]", "Names this installation answers to, separated by commas."),
    Setting("MINGZHI_ORIGINS", "", "Origins with scheme that forms may come from behind a proxy, separated by commas."),
    Setting("MINGZHI_PUBLIC_URL", "http://127.0.0.1:8000", "Address printed into the QR code of every document."),
    Setting("MINGZHI_HTTPS", "0", "1 when served over TLS: cookies are then marked secure and HSTS is sent."),
    Setting("MINGZHI_SESSION_MINUTES", "30", "Minutes without a request after which a session ends."),
    Setting("MINGZHI_LOCKOUT_FAILURES", "5", "Wrong passwords in a row after which an account is locked."),
    Setting("MINGZHI_LOCKOUT_MINUTES", "30", "Minutes an account stays locked."),
    Setting("MINGZHI_PASSWORD_LENGTH", "10", "Least number of characters of a password."),
    Setting("MINGZHI_PASSWORD_DAYS", "90", "Days after which a password must be changed; 0 means never."),
    Setting("MINGZHI_ONE_TIME_DAYS", "7", "Days after which a password for one sign-in that nobody used opens nothing; 0 means never."),
    Setting("MINGZHI_UPLOAD_MIB", "200", "Largest file one plain upload may bring, in MiB."),
    Setting(
        "MINGZHI_VAULT",
        "",
        "Directory of the vault; empty means MINGZHI_DATA/vault. Its own, above which only root writes, when the keeper has its own user.",
    ),
    Setting("MINGZHI_VAULT_COPY", "", "Directory on another disk for the second copy of what is in the vault; empty means there is none."),
    Setting(
        "MINGZHI_KEEPER",
        "",
        "Unix socket of the keeper, which writes the vault for a web process that may not; empty means one user for both.",
    ),
    Setting(
        "MINGZHI_WEB_USER",
        "",
        "User of the web process, whom the keeper lets put files through its socket; empty means the keeper's own only.",
    ),
    Setting(
        "MINGZHI_NGINX_ORIGINALS",
        "",
        "Address under which nginx sends pieces of footage from the vault, like /originals; empty means the server reads and sends them.",
    ),
    Setting("MINGZHI_RESUMABLE_MIB", "8192", "Largest file one resumable upload may bring, in MiB."),
    Setting("MINGZHI_UNFINISHED_DAYS", "7", "Days after its last byte at which an unfinished upload is thrown away."),
    Setting(
        "MINGZHI_UPLOADS_AT_ONCE",
        "4",
        "Resumable uploads one process receives at once; fewer than its threads, so that pages never wait for them.",
    ),
    Setting("MINGZHI_FONT_PATHS", "", "More directories with fonts for documents, separated by colons; searched before the system's."),
    Setting("MINGZHI_FILE_NAMES", "", "YAML file with the town's own patterns of file names of cameras; tried before those that ship."),
    Setting("MINGZHI_PROBE_SECONDS", "30", "Seconds after which reading what is in one recording is given up."),
    Setting("MINGZHI_DEMO_PASSWORD", "Shihao-2026", "Password of every person of the demo town; used by nothing else."),
)

_BY_NAME = {row.name: row for row in SETTINGS}


def setting(name: str) -> str:
    """The value of one setting as text. Raises KeyError for a name that is not in the table."""
    row = _BY_NAME[name]
    return os.environ.get(name, row.default)


def flag(name: str) -> bool:
    """A setting that is on (1, true, yes, on) or off."""
    return setting(name).strip().lower() in {"1", "true", "yes", "on"}


def listed(name: str, separator: str = ",") -> list[str]:
    """A setting that holds several values."""
    return [part.strip() for part in setting(name).split(separator) if part.strip()]
