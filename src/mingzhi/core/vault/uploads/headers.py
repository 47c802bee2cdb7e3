"""The header fields of tus 1.0, read strictly: what is unclear is refused in words, never guessed."""

from __future__ import annotations

import base64
import binascii
import re

from .refusals import UploadRefused
from .writing import CHECKSUMS, Checksum

_NUMBER = re.compile(r"[0-9]{1,18}")
_KEY = re.compile(r"[\x21-\x2b\x2d-\x7e]{1,100}")
METADATA_CHARACTERS = 8000


def number(value: str | None, field: str) -> int:
    """A length or offset. Raises UploadRefused (400) for anything but a whole number that is not negative."""
    if value is None:
        raise UploadRefused(400, f"请求缺少 {field}。")
    if not _NUMBER.fullmatch(value):
        raise UploadRefused(400, f"{field} 应为不小于 0 的整数，收到的是“{value[:40]}”。")
    return int(value)


def metadata(value: str | None) -> dict[str, str]:
    """Upload-Metadata as text by key; absent and empty are alike. Raises UploadRefused (400)."""
    if value is None or not value.strip():
        return {}
    if len(value) > METADATA_CHARACTERS:
        raise UploadRefused(400, f"Upload-Metadata 超过 {METADATA_CHARACTERS} 个字符。")
    found: dict[str, str] = {}
    for pair in value.split(","):
        key, _, encoded = pair.strip().partition(" ")
        if not _KEY.fullmatch(key):
            raise UploadRefused(400, "Upload-Metadata 的写法不对：每项应为“键 Base64值”，以逗号分隔，键不能为空。")
        if key in found:
            raise UploadRefused(400, f"Upload-Metadata 中“{key}”出现了两次。")
        try:
            found[key] = base64.b64decode(encoded.strip(), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            raise UploadRefused(400, f"Upload-Metadata 中“{key}”的值不是 UTF-8 文字的 Base64 编码。") from None
        if "\0" in found[key]:
            raise UploadRefused(400, f"Upload-Metadata 中“{key}”的值含有不能保存的字符。")
    return found


def encoded(metadata: dict[str, str]) -> str:
    """Metadata as it is sent back."""
    pairs = ((key, base64.b64encode(value.encode()).decode("ascii")) for key, value in metadata.items())
    return ",".join(f"{key} {value}".strip() for key, value in pairs)


def checksum(value: str | None) -> Checksum | None:
    """Upload-Checksum. Raises UploadRefused (400) for an algorithm that is not offered or a digest that cannot be one."""
    if value is None:
        return None
    algorithm, _, encoded = value.strip().partition(" ")
    if algorithm not in CHECKSUMS:
        raise UploadRefused(400, f"不支持校验算法“{algorithm[:40]}”。可用：{'、'.join(CHECKSUMS)}。")
    try:
        return Checksum(algorithm, base64.b64decode(encoded, validate=True))
    except binascii.Error:
        raise UploadRefused(400, "Upload-Checksum 的值不是 Base64 编码。") from None
