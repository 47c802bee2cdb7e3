"""Photographs of the demo: small sketches drawn here, so that no picture of a real place or person is in it."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFilter

SIZE = (800, 600)
QUALITY = 72
_GROUND = 430

Draw = ImageDraw.ImageDraw


def photo(scene: str, number: int, taken_at: datetime) -> SimpleUploadedFile:
    """The sketch of a scene as a JPEG file, stamped like a camera does."""
    chance = random.Random(f"{scene} {number} {taken_at:%Y%m%d}")
    image = Image.new("RGB", SIZE, (188, 206, 222))
    draw = ImageDraw.Draw(image)
    _hills(draw, chance)
    _SCENES[scene](draw, chance)
    image = image.filter(ImageFilter.GaussianBlur(1.2))
    ImageDraw.Draw(image).text((590, 570), f"{taken_at:%Y-%m-%d %H:%M}", fill=(250, 210, 60))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return SimpleUploadedFile(f"现场照片{number}.jpg", out.getvalue(), "image/jpeg")


def _hills(draw: Draw, chance: random.Random) -> None:
    for shade in (0, 1):
        green = (96 - 26 * shade, 124 - 26 * shade, 96 - 30 * shade)
        points = [(0, SIZE[1])]
        points += [(x, 200 + 70 * shade + chance.randint(0, 90)) for x in range(0, SIZE[0] + 100, 100)]
        draw.polygon([*points, (SIZE[0], SIZE[1])], fill=green)
    draw.rectangle((0, _GROUND, *SIZE), fill=(146, 130, 104))


def _house(draw: Draw, chance: random.Random) -> None:
    left, top = chance.randint(150, 260), chance.randint(200, 260)
    draw.rectangle((left, top, left + 360, _GROUND + 40), fill=(176, 92, 66), outline=(90, 50, 40), width=3)
    for row in range(top + 12, _GROUND + 40, 14):
        draw.line((left, row, left + 360, row), fill=(150, 76, 56))
    for window in range(3):
        draw.rectangle((left + 40 + window * 110, top + 50, left + 100 + window * 110, top + 120), fill=(60, 60, 64))
    for pole in range(left - 20, left + 400, 60):
        draw.line((pole, top - 60, pole, _GROUND + 40), fill=(200, 190, 120), width=5)


def _rubbish(draw: Draw, chance: random.Random) -> None:
    for _ in range(160):
        x, y, side = chance.randint(150, 640), chance.randint(_GROUND - 20, 560), chance.randint(10, 42)
        colour = tuple(chance.randint(60, 210) for _ in range(3))
        draw.ellipse((x, y - side // 2, x + side, y + side // 2), fill=colour)


def _shed(draw: Draw, chance: random.Random) -> None:
    left = chance.randint(140, 240)
    for pole in (left, left + 200, left + 400):
        draw.line((pole, 260, pole, _GROUND + 60), fill=(90, 90, 96), width=8)
    draw.polygon([(left - 40, 270), (left + 200, 200), (left + 440, 270)], fill=(60, 104, 168))
    draw.rectangle((left, _GROUND - 10, left + 400, _GROUND + 60), fill=(190, 180, 160), outline=(80, 80, 80))


def _water(draw: Draw, chance: random.Random) -> None:
    draw.polygon([(80, _GROUND), (720, _GROUND), (800, 600), (0, 600)], fill=(84, 120, 132))
    for _ in range(40):
        x, y = chance.randint(60, 720), chance.randint(_GROUND + 20, 590)
        draw.arc((x, y, x + 60, y + 12), 0, 180, fill=(180, 200, 204))
    draw.rectangle((520, 330, 690, _GROUND + 10), fill=(150, 140, 120), outline=(80, 70, 60), width=3)


def _road(draw: Draw, chance: random.Random) -> None:
    draw.polygon([(330, _GROUND), (470, _GROUND), (760, 600), (60, 600)], fill=(112, 112, 116))
    points = [(380 + chance.randint(-30, 30), 470 + chance.randint(-10, 10)) for _ in range(3)]
    draw.line([*points, (470, 560), (330, 580)], fill=(40, 40, 40), width=6)
    draw.rectangle((560, 330, 572, 520), fill=(120, 120, 120))
    draw.polygon([(540, 330), (592, 330), (566, 286)], fill=(210, 170, 40))


def _kitchen(draw: Draw, chance: random.Random) -> None:
    draw.rectangle((0, 0, *SIZE), fill=(214, 208, 196))
    draw.rectangle((120, 300, 680, 560), fill=(150, 150, 156), outline=(90, 90, 90), width=4)
    draw.line((200, 0, 200, 300, 320, 300), fill=(220, 190, 60), width=12)
    for burner in (300, 520):
        draw.ellipse((burner - 60, 330, burner + 60, 400), outline=(40, 40, 40), width=8)
    draw.ellipse((170, 120 + chance.randint(0, 30), 230, 200), fill=(190, 60, 50))


_SCENES: dict[str, Callable[[Draw, random.Random], None]] = {
    "house": _house,
    "rubbish": _rubbish,
    "shed": _shed,
    "water": _water,
    "road": _road,
    "kitchen": _kitchen,
}
