"""A copy of a file that tells no more than what is seen in it, and every word that a machine can read in that copy.

Properties of documents, traces of cameras, comments of editors are not covered but left out; what cannot be left out surely is refused with
what to do. Pictures are not read. Knows nothing of who may see what.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import ExifTags, Image, ImageOps

from mingzhi.core.vault.content_types import TEXT_ENCODINGS

from .office import laid_bare
from .pictures import ONE_AT_A_TIME
from .refusing import NotBare

#: Larger files are refused: they are read whole.
LARGEST_BYTES = 20 << 20
#: Decoded at once, so this bounds memory.
_PIXELS = 64_000_000
_QUALITY = 90
_AGAIN = "请用“打印为 PDF”或者“另存为 PDF”重新生成后再上传"
#: Marks of what programs and cameras leave in files: EXIF and XMP in pictures, the same and more in a PDF.
_TRACES = (b"Exif\x00\x00", b"http://ns.adobe.com/xap/")
_PDF_TRACES = (*_TRACES, b"/Metadata", b"/PieceInfo", b"/EmbeddedFile", b"/JavaScript")
_NAMED = {"GPSInfo": "拍摄位置", "Make": "设备品牌", "Model": "设备型号", "DateTime": "修改时间", "Artist": "作者", "Software": "软件"}
_PDF_NAMED = {
    "Title": "标题", "Author": "作者", "Subject": "主题", "Keywords": "关键词", "Creator": "创建程序", "Producer": "生成程序",
    "CreationDate": "创建时间", "ModDate": "修改时间",
}  # fmt: skip


@dataclass(frozen=True)
class Bare:
    """The copy. said: its words, by where they stand (“第2页”); left_out: what it had and has no longer, in words, never the values.

    pictures: whether there is something to be seen in it that only a person can read.
    """

    content: bytes
    said: Sequence[tuple[str, str]]
    left_out: Sequence[str]
    pictures: bool


def bare(content: bytes, media_type: str) -> Bare:
    """The copy of a file of this kind. Raises NotBare with what is in the way and what to do."""
    lay = _KINDS.get(media_type)
    if lay is None:
        raise NotBare(
            "这种文件不能随信息公开，因为系统不能确认里面没有附带的个人信息。请换成 PDF、Word、Excel、文本（TXT、CSV）或者 JPG、PNG 图片。"
        )
    if len(content) > LARGEST_BYTES:
        raise NotBare(f"文件超过 {LARGEST_BYTES >> 20} MB，公开以后不便下载。请压缩或者分成几个文件。")
    return lay(content)


def _picture(content: bytes) -> Bare:
    copy, left_out = _drawn_again(content)
    return Bare(copy, (), left_out, True)


def _drawn_again(content: bytes) -> tuple[bytes, list[str]]:
    """The same picture upright, drawn anew: nothing but its points is taken over."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
            if image.width * image.height > _PIXELS:
                raise NotBare(f"图片为 {image.width}×{image.height} 像素，太大。请缩小后再上传。")
            kind, exif = image.format or "PNG", image.getexif()
            names = {ExifTags.TAGS.get(tag, "") for tag in exif}
            left_out = [word for name, word in _NAMED.items() if name in names]
            if (exif or image.info.get("xmp") or image.info.get("comment")) and not left_out:
                left_out = ["图片的附带信息"]
            upright = ImageOps.exif_transpose(image)
            shown = upright.convert("RGB" if kind == "JPEG" else "RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as broken:
        raise NotBare("图片打不开，可能已经损坏。请重新导出后再上传。") from broken
    clean = Image.new(shown.mode, shown.size)
    clean.paste(shown)
    file = io.BytesIO()
    clean.save(file, kind, **({"quality": _QUALITY} if kind != "PNG" else {}))
    copy = file.getvalue()
    if any(trace in copy for trace in _TRACES):
        raise NotBare("图片里的附带信息去不掉。请截图或者重新导出后再上传。")
    return copy, left_out


def _pdf(content: bytes) -> Bare:
    with ONE_AT_A_TIME:
        try:
            source = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as locked:
            raise NotBare(f"PDF 打不开，可能有密码或者已经损坏。{_AGAIN}。") from locked
        try:
            told = source.get_metadata_dict()
            if raw.FPDF_GetFormType(source.raw):
                raise NotBare(f"PDF 里有可以填写的表单，去掉以后填的内容会丢失。{_AGAIN}。")
            left_out = [word for name, word in _PDF_NAMED.items() if told.get(name)]
            if raw.FPDFDoc_GetAttachmentCount(source.raw):
                left_out.append("夹带的文件")
            copy, remarks = _pages_alone(source)
        finally:
            source.close()
        said, pictures = _read(copy)
    left_out += ["批注和链接"] if remarks else []
    if any(trace in copy for trace in _PDF_TRACES):
        raise NotBare(f"PDF 里的附带信息（如图片的拍摄信息、编辑软件的痕迹）去不掉。{_AGAIN}。")
    return Bare(copy, said, left_out, pictures)


def _pages_alone(source: pdfium.PdfDocument) -> tuple[bytes, int]:
    """A new document with the pages of another, and how many remarks were on them."""
    made, remarks = pdfium.PdfDocument.new(), 0
    try:
        made.import_pages(source)
        for page in made:
            count = raw.FPDFPage_GetAnnotCount(page.raw)
            for place in reversed(range(count)):
                raw.FPDFPage_RemoveAnnot(page.raw, place)
            remarks += count
        file = io.BytesIO()
        made.save(file)
    finally:
        made.close()
    return file.getvalue(), remarks


def _read(content: bytes) -> tuple[list[tuple[str, str]], bool]:
    """The words of each page, and whether there is something on a page that is no text: a picture, or a page without a word."""
    said, pictures = [], False
    opened = pdfium.PdfDocument(content)
    try:
        for number, page in enumerate(opened, 1):
            # No column of text holds a nought, and no reader sees one.
            words = page.get_textpage().get_text_range().replace("\x00", "")
            said.append((f"第{number}页", words))
            pictures = pictures or not words.strip() or any(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=5))
    finally:
        opened.close()
    return said, pictures


def _text(content: bytes) -> Bare:
    """As UTF-8 with its mark, by which a spreadsheet knows it."""
    for encoding in TEXT_ENCODINGS:
        try:
            words = content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
        except UnicodeDecodeError:
            continue
        return Bare(words.encode("utf-8-sig"), [("正文", words)], (), False)
    raise NotBare("文本的编码认不出来。请另存为 UTF-8 编码后再上传。")


def _office(content: bytes) -> Bare:
    copy, said, left_out, pictures = laid_bare(content, lambda picture: _drawn_again(picture)[0])
    return Bare(copy, said, left_out, pictures)


_OFFICE = "application/vnd.openxmlformats-officedocument."
_KINDS: Mapping[str, Callable[[bytes], Bare]] = {
    "application/pdf": _pdf,
    "image/jpeg": _picture,
    "image/png": _picture,
    "image/webp": _picture,
    "text/plain": _text,
    f"{_OFFICE}wordprocessingml.document": _office,
    f"{_OFFICE}spreadsheetml.sheet": _office,
}
