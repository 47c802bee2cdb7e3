"""Files of the demo that become public: a photograph and a notice as cameras and programs make them, with what those leave in files.

Drawn and set here: there is nobody in them, and none of what is left in them may become public.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

from mingzhi.core.documents.typeset import typeset
from mingzhi.regulations.disclosure.files.keeping import files_of

from .pictures import photo
from .telling import Data, Scene

#: What each file says of whoever made it, and what they called it.
LEFT_IN = {"author": "演示制作人", "title": "内部底稿", "subject": "仅供内部流转", "keywords": "未定稿"}
_SHEET = "faces/cli/demo/sheet.typ"
_STEPS = (
    "每季度初，由综合行政执法大队和党政办从名录库中随机抽取检查对象。",
    "从执法人员名单中随机抽取两名以上执法人员，与检查对象有利害关系的回避。",
    "两名以上执法人员到场，出示执法证件，按抽查事项清单检查，当场记录。",
    "检查结果在二十个工作日内公开；发现违法行为的，依法立案调查。",
)


def photograph_of(sketch: str) -> Callable[[Scene], Data]:
    """Input of `attach`: a picture of the place of a case, with who took it and where."""

    def taken(scene: Scene) -> Data:
        exif, made = Image.Exif(), io.BytesIO()
        # As bytes: a camera writes what its owner typed, and the library would take only ASCII.
        exif[ExifTags.Base.Artist], exif[ExifTags.Base.ImageDescription] = LEFT_IN["author"].encode(), LEFT_IN["title"].encode()
        exif[ExifTags.Base.XPSubject] = LEFT_IN["subject"].encode("utf-16-le")
        exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (28.0, 40.0, 0.0), 3: "E", 4: (106.0, 40.0, 0.0)})
        with Image.open(photo(sketch, 1, scene.case.penalty_inspections.latest("id").from_at)) as drawn:
            drawn.save(made, "JPEG", exif=exif, comment=LEFT_IN["keywords"].encode())
        return {"file": SimpleUploadedFile(f"{LEFT_IN['title']}.jpg", made.getvalue())}

    return taken


def notice(scene: Scene) -> Data:
    """Input of `attach`: how spot checks go, as a PDF with a picture, by a program that was told by whom."""
    picture = photo("house", 1, scene.at).read()
    words = {"heading": "随机抽查怎样进行", "steps": _STEPS, "picture": "sketch", "left_in": LEFT_IN}
    made = typeset(_SHEET, words, made_at=scene.at, pictures={"sketch": picture})
    return {"file": SimpleUploadedFile(f"{LEFT_IN['title']}.pdf", made)}


def seen(kind: str) -> Callable[[Scene], Data]:
    """Input of `look`: all that goes along with it."""
    return lambda scene: {"seen": [row.pk for row in files_of(scene.story.matters[kind])]}
