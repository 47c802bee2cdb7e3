"""The open fonts of this machine drawn anew for faster papers, once, at setup: `python -m mingzhi.core.documents.preparing`.

They lie beside the packages of this installation and are shipped nowhere. Where they are missing, papers are set in the fonts as installed
and look the same. Not here: how a face is drawn (`outlines`), which comes first (`fonts`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import fontTools
import typst

from . import fonts, outlines

# The weights that templates ask for: titles and seals in bold, the rest regular.
_WEIGHTS = {400: "Regular", 700: "Bold"}
_WANTED = ((fonts.OWN_SERIF, fonts.OPEN_SERIF, (400, 700)), (fonts.OWN_SANS, fonts.OPEN_SANS, (400,)))
#: What is drawn: a source and the family and style it becomes.
Drawing = tuple[outlines.Source, str, str]


def drawings(installed: typst.Fonts) -> list[Drawing]:
    """Of each kind the best open family that is installed, if all its weights are there and gain by it."""
    found: list[Drawing] = []
    present = set(installed.families())
    for own, candidates, weights in _WANTED:
        family = next((name for name in candidates if name in present), None)
        faces = {
            info.weight: outlines.Source(Path(info.path), info.index)
            for info in installed.fonts()
            if info.family == family and info.path and info.style == "normal" and info.stretch == 1
        }
        if all(weight in faces and faces[weight].is_cff() for weight in weights):
            found += [(faces[weight], own, _WEIGHTS[weight]) for weight in weights]
    return found


def of_this_machine() -> list[Drawing]:
    """What is to be drawn of the fonts in the directories of the system."""
    there = [str(path) for path in fonts.SYSTEM_DIRECTORIES if path.is_dir()]
    return drawings(typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=there))


def is_prepared(wanted: list[Drawing]) -> bool:
    """Whether these very faces were drawn by this very program."""
    return _directory(wanted).is_dir()


def prepare(wanted: list[Drawing]) -> None:
    """Draw each, as many at once as there are cores; they appear together, and what was drawn before goes. Raises OSError."""
    made = _directory(wanted)
    made.parent.mkdir(parents=True, exist_ok=True)
    # Beside the directory that is read, so that nobody reads half of it, and on the same disk.
    work = Path(tempfile.mkdtemp(prefix="fonts-", dir=made.parent.parent))
    try:
        with ProcessPoolExecutor(min(len(wanted), os.cpu_count() or 1), get_context("spawn")) as pool:
            drawn = pool.map(outlines.redrawn, *zip(*wanted, strict=True))
            for (_, family, style), face in zip(wanted, drawn, strict=True):
                (work / f"{family.replace(' ', '')}-{style}.ttf").write_bytes(face)
        work.chmod(0o755)
        try:
            work.rename(made)
        except OSError:
            # Whoever was faster has made the same.
            if not made.is_dir():
                raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for other in made.parent.iterdir():
        if other != made:
            shutil.rmtree(other, ignore_errors=True)


def _directory(wanted: list[Drawing]) -> Path:
    """Named by everything that decides what is in it."""
    told = [fontTools.version, hashlib.sha256(Path(outlines.__file__).read_bytes()).hexdigest()]
    for source, family, style in wanted:
        state = source.path.stat()
        told.append(f"{family} {style} {source.path} {source.index} {state.st_size} {state.st_mtime_ns}")
    return fonts.prepared() / hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def main() -> int:
    """Prepare what is not prepared; 1 if that was not possible."""
    wanted = of_this_machine()
    if not wanted or is_prepared(wanted):
        return 0
    print("• Drawing the usual letters of the open fonts anew, once: papers are set a third faster with them", file=sys.stderr, flush=True)
    try:
        prepare(wanted)
    except OSError as problem:
        print(f"• {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
