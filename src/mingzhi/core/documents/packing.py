"""ZIP packages that tell nothing of when or where they were packed, so that the same files are the same package, byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

#: The beginning of time for ZIP files.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A package of these files, (name, content), in their order."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files:
            opened.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return package.getvalue()
