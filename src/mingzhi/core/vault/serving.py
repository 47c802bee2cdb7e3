"""Headers under which a file may be sent to a browser without it doing anything but show or save it.

Whether it may be sent at all is decided by the face that serves it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.http import content_disposition_header

from .content_types import BY_MEDIA_TYPE

if TYPE_CHECKING:
    from .models import Blob

PDF = "application/pdf"
POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
# Chromium does not start its PDF viewer in a sandboxed document; scripts of a PDF never run in our origin anyway.
PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
# Separators, controls and the marks that turn reading direction, with which a name can hide its extension.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')
NAME_CHARACTERS = 120


def serve_headers(blob: Blob, name: str) -> dict[str, str]:
    """Headers for the content of `blob` under a name a person gave: shown only when picture or PDF, else saved.

    The extension always fits the content. Unknown media types become bytes to be saved.
    """
    kind = BY_MEDIA_TYPE.get(blob.media_type)
    shown = kind is not None and (kind.is_image or blob.media_type == PDF)
    return {
        "Content-Type": blob.media_type if kind else "application/octet-stream",
        "Content-Length": str(blob.size_bytes),
        "Content-Disposition": content_disposition_header(as_attachment=not shown, filename=_safe_name(blob, name)) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": PDF_POLICY if blob.media_type == PDF else POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }


def _safe_name(blob: Blob, name: str) -> str:
    """The name without anything that a browser or a file system could take for more than a name."""
    kind = BY_MEDIA_TYPE.get(blob.media_type)
    plain = _UNSAFE.sub("_", name).strip(" .") or blob.sha256[:16]
    stem, dot, extension = plain.rpartition(".")
    if kind is None:
        return plain[:NAME_CHARACTERS]
    if dot and extension.lower() in kind.extensions:
        return f"{stem[:NAME_CHARACTERS]}.{extension}"
    return f"{plain[:NAME_CHARACTERS]}.{kind.extensions[0]}"
