"""The QR code at the foot of a paper: it leads to the public page that confirms number, date and hash, and shows no content.

Not here: making the short code (issuing does) and the page itself (portal). Serves 行政处罚法 41 and 48: papers can be checked.
"""

from __future__ import annotations

from io import BytesIO

import segno
from django.conf import settings


def check_url(code: str) -> str:
    """The public address that confirms the paper with this short random code."""
    return f"{settings.PUBLIC_URL}/d/{code}"


def check_svg(url: str, *, fills: bool = False) -> str:
    """The QR code of an address as SVG, error correction M, two modules of quiet zone; the same address gives the same text.

    fills: without a size of its own, so that it takes the room a page gives it.
    """
    out = BytesIO()
    segno.make_qr(url, error="m", boost_error=False).save(out, kind="svg", border=2, xmldecl=False, svgns=True, nl=False, omitsize=fills)
    return out.getvalue().decode("utf-8")
