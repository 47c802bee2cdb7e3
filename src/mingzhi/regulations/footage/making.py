"""Making a copy of footage: cut, blurred where asked, with words burned in that say for whom and what for. Serves 记录制度 17, 装备制度 8.

The original is only read, by ffmpeg boxed in or as a picture, and is hashed again afterwards. What is made names its parent: digest,
recipe, tool. Sound carries its words in the tags of the file, because nothing can be written over it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from django.utils import timezone
from PIL import Image, ImageDraw, ImageFont
from PIL import __version__ as pillow_version

from mingzhi.core import vault
from mingzhi.core.documents.fonts import file_of
from mingzhi.core.engine.perform import entail
from mingzhi.core.organs.turns import turn
from mingzhi.core.vault import boxing, probing
from mingzhi.core.vault.content_types import recognise
from mingzhi.core.vault.duties import duty

from .models import Clip, Copy
from .stages import Copying

#: The largest copy that is made, and how long its making may take: longer than the longest clip of a body camera.
MOST_BYTES = 16 << 30
SECONDS = 6 * 3600
#: Blocks so large that no face is left in them, as parts of the blurred rectangle.
_BLOCKS = 8
_LEAST_BLOCK_PX = 12
_LEAST_LETTER_PX = 10


class NotMade(Exception):
    """The copy could not be made; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """A copy, open at its beginning, with how and by what it was made."""

    file: BinaryIO
    name: str
    recipe: dict[str, Any]
    tool: str


def words_on(copy: Copy, at: datetime) -> str:
    """What is burned in: who has it, what for, which one, when; and that it goes no further."""
    who = copy.approved_by.name if copy.approved_by else ""
    return f"仅供{copy.recipient}“{copy.purpose}”使用 {copy.number} {timezone.localtime(at):%Y-%m-%d} {who}批准 不得转传"


@contextmanager
def made(copy: Copy, at: datetime) -> Iterator[Made]:
    """The copy as its request has it. Raises NotMade, VaultError."""
    vault.refuse_cleared(copy.clip.blob)
    if copy.clip.medium == Clip.Medium.PHOTO:
        yield _picture(copy, at)
        return
    recipe = _recipe(copy, at)
    with vault.open(copy.clip.blob) as file:
        kind = recognise(file)
        program = boxing.found("ffmpeg")
        if program is None:
            raise NotMade("本机没有安装 ffmpeg，不能制作副本。请系统管理员安装后重新制作。")
        if kind is None or kind.media_type not in probing.READERS:
            raise NotMade("这种格式不能制作副本。确需提供的，请申请提供原件（须两人批准）。")
        arguments = _arguments(copy, kind, recipe)
        with boxing.boxed(program, arguments, file, seconds=SECONDS, output_bytes=MOST_BYTES) as outcome:
            if outcome.status != 0:
                raise NotMade(
                    f"制作副本没有成功：{outcome.complaint.strip()[-200:] or '超出时间'}。请核对起止时间后重新制作，或者报告系统管理员。"
                )
            ending = "mp3" if copy.clip.medium == Clip.Medium.AUDIO else "mp4"
            yield Made(outcome.output, f"{copy.number}.{ending}", recipe, probing.version(program))


def _recipe(copy: Copy, at: datetime) -> dict[str, Any]:
    """What is done, in values that JSON has."""
    return {
        "kind": copy.form,
        "from_s": str(copy.from_s),
        "until_s": None if copy.until_s is None else str(copy.until_s),
        "blurs": copy.blurs,
        "words": words_on(copy, at),
        "parent_sha256": copy.clip.blob.sha256,
    }


def _arguments(copy: Copy, kind: Any, recipe: dict[str, Any]) -> list[str]:
    span = ["-ss", str(copy.from_s)] if copy.from_s else []
    span += ["-t", str(copy.until_s - copy.from_s)] if copy.until_s is not None else []
    given = ["-nostdin", *probing.opening(kind), *span, "-i", "{source}", "-map_metadata", "-1", "-threads", "2"]
    tags = ["-metadata", f"title={copy.number}", "-metadata", f"comment={recipe['words']}"]
    if copy.clip.medium == Clip.Medium.AUDIO:
        return [*given, "-map", "0:a:0", *tags, "-c:a", "libmp3lame", "-q:a", "4", "-f", "mp3", "pipe:1"]
    graph = filters(copy.blurs, size_of(copy.clip), copy.from_s, recipe["words"])
    coded = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p", "-c:a", "aac"]
    # A pipe cannot be gone back in, so the index comes in pieces; players seek in it all the same.
    moved = ["-movflags", "frag_keyframe+empty_moov+default_base_moof", "-f", "mp4", "pipe:1"]
    return [*given, "-filter_complex", graph, "-map", "[out]", "-map", "0:a:0?", *tags, *coded, *moved]


def filters(blurs: list[dict[str, str]], size: tuple[int, int], from_s: Decimal, words: str) -> str:
    """ffmpeg's graph: each rectangle made of blocks for its time, then the words over it, twice. Times are those of the original."""
    steps, last = [], "0:v:0"
    for number, row in enumerate(blurs):
        left, top, width, height = rectangle(row, size)
        blocks = f"{max(1, width // block(width, height))}:{max(1, height // block(width, height))}"
        start = max(Decimal(0), Decimal(row["from_s"]) - from_s) if "from_s" in row else Decimal(0)
        end = f"*lte(t,{Decimal(row['until_s']) - from_s})" if "until_s" in row else ""
        steps += [
            f"[{last}]split[a{number}][b{number}]",
            f"[b{number}]crop={width}:{height}:{left}:{top},scale={blocks}:flags=area,scale={width}:{height}:flags=neighbor[c{number}]",
            f"[a{number}][c{number}]overlay={left}:{top}:enable='gte(t,{start}){end}'[d{number}]",
        ]
        last = f"d{number}"
    # On a strip at the foot, and faintly across the middle, where it cannot be cut off without cutting the picture.
    high = max(_LEAST_LETTER_PX, min(size[1] // 18, round(0.95 * size[0] / max(len(words), 1))))
    text = f"drawtext=fontfile={_escaped(str(font()))}:text={_escaped(in_lines(words, size[0], high))}:expansion=none"
    steps.append(
        f"[{last}]{text}:fontsize={high}:fontcolor=white:box=1:boxcolor=black@0.55:boxborderw=4:x=6:y=h-th-6,"
        f"{text}:fontsize={high}:fontcolor=white@0.3:x=(w-tw)/2:y=(h-th)/2,scale=trunc(iw/2)*2:trunc(ih/2)*2[out]"
    )
    return ";".join(steps)


def in_lines(words: str, width: int, high: int) -> str:
    """The words in as many lines as a small picture needs for them at this height of letters: who approved stands at their end."""
    most = max(1, int(0.95 * width / high))
    return "\n".join(words[start : start + most] for start in range(0, len(words), most))


def rectangle(row: dict[str, str], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Left, top, width and height in even pixels inside the picture; rounded outwards, so that nothing at the edge is left clear."""
    left, top = (int(Decimal(row[side]) / 100 * whole) // 2 * 2 for side, whole in zip(("left", "top"), size, strict=True))
    ends = (
        -(-int(100 * (Decimal(row[start]) + Decimal(row[length])) / 100 * whole) // 200) * 2
        for start, length, whole in zip(("left", "top"), ("width", "height"), size, strict=True)
    )
    right, bottom = (min(end, whole // 2 * 2) for end, whole in zip(ends, size, strict=True))
    return left, top, max(2, right - left), max(2, bottom - top)


def block(width: int, height: int) -> int:
    """The side of a block in pixels: so large that a face is a handful of them."""
    return max(_LEAST_BLOCK_PX, min(width, height) // _BLOCKS)


def size_of(clip: Clip) -> tuple[int, int]:
    """Width and height of the picture as it is shown, turned where the camera was. Raises NotMade while nobody has read the file."""
    width, height = clip.facts.get("width_px"), clip.facts.get("height_px")
    if not width or not height:
        raise NotMade("还没有读出画面的大小，不能制作副本。请稍后重新制作；一直读不出的，请报告系统管理员。")
    sides = [side for stream in clip.facts.get("raw", {}).get("streams", []) for side in stream.get("side_data_list", [])]
    turned = any(abs(int(side.get("rotation", 0))) % 180 == 90 for side in sides)
    return (height, width) if turned else (width, height)


def font() -> Path:
    """The file of a face that has Chinese. Raises NotMade where none is installed."""
    found = file_of("hei")
    if found is None:
        raise NotMade("本机没有中文字体，不能加水印。请系统管理员安装后重新制作。")
    return found


def _escaped(text: str) -> str:
    """A value inside a filter inside a graph: both read it."""
    once = text.replace("\\", "\\\\").replace("'", "\\'").replace(":", "\\:")
    return "".join(f"\\{letter}" if letter in "\\'[],;" else letter for letter in once)


def _picture(copy: Copy, at: datetime) -> Made:
    """A photograph with its rectangles pixelated and the words across; nothing of its camera's data goes along."""
    recipe = _recipe(copy, at)
    with vault.open(copy.clip.blob) as file, Image.open(file) as opened:
        picture = opened.convert("RGB")
    for row in copy.blurs:
        left, top, width, height = rectangle(row, picture.size)
        part = picture.crop((left, top, left + width, top + height))
        side = block(width, height)
        small = part.resize((max(1, width // side), max(1, height // side)), Image.Resampling.BOX)
        picture.paste(small.resize(part.size, Image.Resampling.NEAREST), (left, top))
    drawn = ImageDraw.Draw(picture, "RGBA")
    words = recipe["words"]
    letters = max(12, min(picture.height // 24, round(1.6 * picture.width / max(len(words), 1))))
    face = ImageFont.truetype(str(font()), letters)
    words = in_lines(words, picture.width, letters)
    long, high = drawn.textbbox((0, 0), words, font=face)[2:]
    drawn.rectangle((0, picture.height - high - 14, picture.width, picture.height), fill=(0, 0, 0, 150))
    drawn.text((8, picture.height - high - 10), words, font=face, fill=(255, 255, 255, 255))
    drawn.text(((picture.width - long) / 2, picture.height / 2), words, font=face, fill=(255, 255, 255, 80))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    out.seek(0)
    return Made(out, f"{copy.number}.jpg", recipe, f"Pillow {pillow_version}")


@duty("make-copies", every=timedelta(seconds=10))
def make_waiting(at: datetime) -> int:
    """Make the next copy that was approved, outside any transaction, and hash its original again before it counts."""
    rows = Copy.objects.filter(stage=Copying.APPROVED, problem="").select_related("clip__blob", "asked_by", "approved_by")
    copy = rows.order_by("pk").first()
    if copy is None:
        return 0
    try:
        with made(copy, at) as one:
            output = vault.put(one.file, declared_name=one.name, limit_bytes=MOST_BYTES)
        vault.check(copy.clip.blob)
        data = {"output": output.pk, "recipe": one.recipe, "tool": one.tool, "rechecked_at": at}
        name = "made"
    except (NotMade, OSError, vault.VaultError) as problem:
        name, data = "not_made", {"problem": str(problem)}
    with turn():
        entail(f"copy.{name}", copy, actor=copy.asked_by, at=at, data=data)
    return 1
