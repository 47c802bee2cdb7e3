"""A vault of its own for every test, and small files of every kind that the vault takes."""

from __future__ import annotations

import io
import wave
import zipfile

import pytest
from PIL import Image


@pytest.fixture(autouse=True)
def vault_dir(tmp_path, settings):
    settings.VAULT_DIR = tmp_path / "vault"
    return settings.VAULT_DIR


def picture(form: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **given: object) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, "red").save(made, form, **given)
    return made.getvalue()


def package(*parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for part in parts:
            file.writestr(part, "<x/>")
    return made.getvalue()


def sound() -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\0\0" * 100)
    return made.getvalue()


SAMPLES = {
    "责令改正.pdf": (b"%PDF-1.7\n%%EOF", "application/pdf"),
    "现场.JPG": (picture("JPEG"), "image/jpeg"),
    "截图.png": (picture("PNG"), "image/png"),
    "照片.webp": (picture("WEBP"), "image/webp"),
    "手机.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/heic"),
    "记录仪.mp4": (b"\0\0\0\x18ftypisom\0\0\2\0isomiso2", "video/mp4"),
    "记录仪.mov": (b"\0\0\0\x14ftypqt  \0\0\2\0qt  ", "video/quicktime"),
    "老记录仪.mov": (b"\0\0\0\x08wide\0\0\1\0mdat", "video/quicktime"),
    "记录仪.avi": (b"RIFF\x24\0\0\0AVI LIST", "video/x-msvideo"),
    "记录仪.ts": ((b"\x47" + bytes(187)) * 5, "video/mp2t"),
    "录音.m4a": (b"\0\0\0\x18ftypM4A \0\0\2\0M4A isom", "audio/mp4"),
    "录音.amr": (b"#!AMR\n" + bytes(20), "audio/amr"),
    "录音.mp3": (b"ID3\4\0\0\0\0\0\0", "audio/mpeg"),
    "无标签.mp3": (b"\xff\xfb\x90\x64" + bytes(400), "audio/mpeg"),
    "录音.wav": (sound(), "audio/wav"),
    "笔录.docx": (
        package("[Content_Types].xml", "word/document.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "清单.xlsx": (package("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "文书.ofd": (package("OFD.xml", "Doc_0/Document.xml"), "application/ofd"),
    "说明.txt": ("现场情况说明\r\n".encode(), "text/plain"),
    "旧说明.txt": ("现场情况说明".encode("gb18030"), "text/plain"),
}
