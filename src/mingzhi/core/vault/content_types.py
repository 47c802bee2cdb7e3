"""What kind of file this is, told from its bytes; the name is only compared with it afterwards.

A kind that is not in the table is refused: nobody can be asked to open what nobody knows how to look at.
"""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

HEAD_BYTES = 4096
TEXT_CHUNK_BYTES = 1 << 20
TEXT_ENCODINGS = ("utf-8", "gb18030")
# Tab, line feed, form feed, carriage return: the control characters that text may hold.
TEXT_CONTROLS = frozenset(b"\t\n\f\r")
BINARY_BYTES = bytes(byte for byte in range(0x20) if byte not in TEXT_CONTROLS) + b"\x7f"
HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
MP4_BRANDS = frozenset(
    {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash", b"MSNV", b"3gp4", b"3gp5"}
)
# QuickTime before its `ftyp` of 2001, and files whose recording broke off: these atoms may come first (QuickTime File Format, 2016).
MOV_ATOMS = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
TS_PACKET_BYTES = 188
TS_PACKETS = 4
# Parts that only this kind of package holds; GB/T 33190 for OFD, ECMA-376 for the other two.
PACKAGE_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "OFD.xml": "ofd"}
PACKAGE_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file that the vault takes: its media type, its Chinese name, the extensions it may carry."""

    media_type: str
    title: str
    extensions: tuple[str, ...]

    @property
    def is_image(self) -> bool:
        """Whether it is a picture."""
        return self.media_type.startswith("image/")


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {
    "pdf": Kind("application/pdf", "PDF 文件", ("pdf",)),
    "jpeg": Kind("image/jpeg", "JPEG 图片", ("jpg", "jpeg", "jpe", "jfif")),
    "png": Kind("image/png", "PNG 图片", ("png",)),
    "webp": Kind("image/webp", "WebP 图片", ("webp",)),
    "heic": Kind("image/heic", "HEIC 图片", ("heic", "heif")),
    "mp4": Kind("video/mp4", "MP4 视频", ("mp4", "m4v", "3gp")),
    "mov": Kind("video/quicktime", "QuickTime 视频", ("mov", "qt")),
    "avi": Kind("video/x-msvideo", "AVI 视频", ("avi",)),
    "ts": Kind("video/mp2t", "MPEG-TS 视频", ("ts", "mts", "m2ts")),
    "m4a": Kind("audio/mp4", "M4A 录音", ("m4a",)),
    "amr": Kind("audio/amr", "AMR 录音", ("amr",)),
    "mp3": Kind("audio/mpeg", "MP3 录音", ("mp3",)),
    "wav": Kind("audio/wav", "WAV 录音", ("wav",)),
    "docx": Kind(_OFFICE + "wordprocessingml.document", "Word 文档", ("docx",)),
    "xlsx": Kind(_OFFICE + "spreadsheetml.sheet", "Excel 表格", ("xlsx",)),
    "ofd": Kind("application/ofd", "OFD 版式文件", ("ofd",)),
    "txt": Kind("text/plain", "文本文件", ("txt", "log", "csv")),
}
BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS.values()}
LISTED = "、".join(code.upper() for code in KINDS)


def recognise(file: BinaryIO) -> Kind | None:
    """The kind of a seekable file by its content, None when it is none of KINDS. Leaves the position undefined."""
    file.seek(0)
    head = file.read(HEAD_BYTES)
    code = next((code for code, fits in _SIGNATURES.items() if fits(head)), None)
    if code is None and head.startswith(b"PK\x03\x04"):
        code = _package(file)
    if code is None and _is_text(file):
        code = "txt"
    return KINDS[code] if code else None


def agrees(kind: Kind, declared_name: str) -> bool:
    """Whether a declared file name may belong to this kind; a name without extension claims nothing."""
    extension = Path(declared_name).suffix.lower().lstrip(".")
    return not extension or extension in kind.extensions


def _brand(head: bytes) -> bytes:
    return head[8:12] if head[4:8] == b"ftyp" else b""


def _is_mp3(head: bytes) -> bool:
    """An ID3v2 tag, or a frame header of MPEG audio layer III with valid rates (ISO/IEC 11172-3 §2.4.1.3)."""
    if head.startswith(b"ID3"):
        return True
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer, rate, sampling = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and rate not in (0, 15) and sampling != 3


_SIGNATURES: dict[str, Callable[[bytes], bool]] = {
    "pdf": lambda head: head.startswith(b"%PDF-"),
    "jpeg": lambda head: head.startswith(b"\xff\xd8\xff"),
    "png": lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"),
    "webp": lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP",
    "wav": lambda head: head[:4] == b"RIFF" and head[8:12] == b"WAVE",
    "heic": lambda head: _brand(head) in HEIF_BRANDS,
    "mp4": lambda head: _brand(head) in MP4_BRANDS,
    "mov": lambda head: _brand(head) == b"qt  " or (head[4:8] in MOV_ATOMS and any(head[:4])),
    "avi": lambda head: head[:4] == b"RIFF" and head[8:12] == b"AVI ",
    "ts": lambda head: len(head) > TS_PACKET_BYTES * TS_PACKETS and set(head[: TS_PACKET_BYTES * TS_PACKETS : TS_PACKET_BYTES]) == {0x47},
    "m4a": lambda head: _brand(head) in {b"M4A ", b"M4B "},
    "amr": lambda head: head.startswith((b"#!AMR\n", b"#!AMR-WB\n")),
    "mp3": _is_mp3,
}


def _package(file: BinaryIO) -> str | None:
    """Which office package a ZIP file is. Only its list of names is read, nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return None
    if len(names) > PACKAGE_ENTRIES or any(name.endswith("vbaProject.bin") for name in names):
        return None
    found = {code for part, code in PACKAGE_PARTS.items() if part in names}
    return found.pop() if len(found) == 1 else None


def _is_text(file: BinaryIO) -> bool:
    """Whether the whole file is text in UTF-8 or GB 18030; it is only ever sent to be saved."""
    return any(_decodes(file, encoding) for encoding in TEXT_ENCODINGS)


def _decodes(file: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    seen = False
    try:
        while chunk := file.read(TEXT_CHUNK_BYTES):
            if chunk.translate(None, BINARY_BYTES) != chunk:
                return False
            decoder.decode(chunk)
            seen = True
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return seen
