"""Files as people bring them, with everything that programs and cameras leave in them."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from PIL import ExifTags, Image
from xlsxwriter import Workbook

#: A telephone of nobody; the scan takes it for one.
PHONE = "13883550001"
MAKER = "ZHANG SAN"


def photograph(kind: str = "JPEG") -> bytes:
    """A picture with who took it, with what and where."""
    image, exif = Image.new("RGB", (60, 40), "teal"), Image.Exif()
    exif[ExifTags.Base.Artist], exif[ExifTags.Base.Make] = MAKER, "Phone"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
    file = io.BytesIO()
    image.save(file, kind, exif=exif)
    return file.getvalue()


def pdf(words: str = PHONE, more: bytes = b"", root: bytes = b"") -> bytes:
    """One page with a line of text, made by somebody; `more` stands in its page, `root` in its catalogue."""
    stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R" + root + b">>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>" + more + b">>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Author({MAKER})/Producer(Scanner)>>".encode(),
    ]  # fmt: skip
    file, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count, begins = len(parts) + 1, len(file)
    return file + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        count, table, count, begins,
    )  # fmt: skip


def word(*lines: str, picture: bytes = b"", element: str = "") -> bytes:
    """A Word file by somebody; a number split over two runs, as editors do. `element` is laid raw into its body."""
    document = Document()
    document.core_properties.author = document.core_properties.last_modified_by = MAKER
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(line[: len(line) // 2])
        paragraph.add_run(line[len(line) // 2 :])
    if picture:
        document.add_picture(io.BytesIO(picture))
    file = io.BytesIO()
    document.save(file)
    return _with(file.getvalue(), "word/document.xml", "</w:body>", f"{element}</w:body>") if element else file.getvalue()


def sheet(rows: list[list[str | int]], hidden: bool = False) -> bytes:
    """A workbook by somebody; with a second sheet that nobody sees, if `hidden`."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"author": MAKER, "company": "Company"})
    first = book.add_worksheet("名单")
    for line, row in enumerate(rows):
        first.write_row(line, 0, row)
    if hidden:
        book.add_worksheet("底稿").hide()
    book.close()
    return file.getvalue()


def everything(content: bytes) -> bytes:
    """The bytes of a file, of a package those of its parts."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"\n".join(name.encode() + package.read(name) for name in package.namelist())


def _with(package: bytes, part: str, old: str, new: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return file.getvalue()
