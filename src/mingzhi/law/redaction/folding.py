"""One form for each character, without moving any: full-width letters and digits, radicals that copies from PDF bring, interpuncts.

Patterns read the folded text; offsets found there are offsets of the given text.
"""

from __future__ import annotations

import re
import unicodedata

from mingzhi.law.names import INTERPUNCT

#: What may stand between the characters of one name or number: blanks, line breaks, and characters nobody sees.
GAP = "[\\s\u200b-\u200f\u2060\u00ad\ufeff]"


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    table |= {ord(mark): plain for mark, plain in zip("＠．－＋＿＃", "@.-+_#", strict=True)}
    table |= {ord(dash): "-" for dash in "‐‑‒–—―−─"}
    table |= {ord(dot): INTERPUNCT for dot in "•‧・･"}
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and ord(plain) != code:
            table[code] = plain
    return table


_TABLE = _table()
# Most texts hold few of these, and looking for them is far cheaper than translating. One letter beyond the first plane in the class would
# make it a list that is walked for every letter.
_ANY = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_TABLE)) + "]")


def folded(text: str) -> str:
    """The text with its characters in one form; as long as the given one."""
    if not _ANY.search(text):
        return text
    return _ANY.sub(lambda found: _TABLE[ord(found[0])], text)
