"""The QR code at the foot of a paper: it leads to the public page that confirms number, date and hash, and shows no content.

Not here: making the short code (issuing does) and the page itself (portal). Serves 行政处罚法 41 and 48: papers can be checked.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

import zxingcpp
from django.conf import settings

#: Modules left white around the code; a reader needs some.
_QUIET = 2


def check_url(code: str) -> str:
    """The public address that confirms the paper with this short random code."""
    return f"{settings.PUBLIC_URL}/d/{code}"


def check_svg(url: str, *, fills: bool = False) -> str:
    """The QR code of an address as SVG, error correction M, two modules of quiet zone; the same address gives the same text.

    fills: without a size of its own, so that it takes the room a page gives it.
    """
    rows = _modules(url)
    side = len(rows) + 2 * _QUIET
    room = f'viewBox="0 0 {side} {side}"' if fills else f'width="{side}" height="{side}"'
    lines = "".join(_strokes(row, place) for place, row in enumerate(rows))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {room}><path stroke="#000" d="{lines}"/></svg>'


def _modules(url: str) -> list[list[bool]]:
    """Which modules are dark, row by row."""
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    # A buffer of one byte for each module, 0 where it is dark; its type hints do not say so.
    picture: Any = code.to_image(add_quiet_zones=False)
    rows: Any = memoryview(picture).tolist()
    return [[shade == 0 for shade in row] for row in rows]


def _strokes(row: list[bool], place: int) -> str:
    """The dark runs of a row as strokes one module wide."""
    drawn, column = "", 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            drawn += f"M{column + _QUIET} {place + _QUIET}.5h{length}"
        column += length
    return drawn
