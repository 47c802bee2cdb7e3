"""`mingzhi continuity`: whether recordings leave no time out, told for files that need not be in any vault."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from mingzhi.law.answers import moment_or_day
from mingzhi.law.continuity import Clip, Continuity, Finding, Kind, Photo, Span, Thresholds, continuity_of
from mingzhi.law.continuity.wording import device_words, length_words, verdict, wording_of
from mingzhi.law.periods import SHANGHAI
from mingzhi.law.provisions import cited

from .installation import AsJson, DataDir, open_installation
from .outcome import CommandError, Exit, print_json, say


@dataclass
class _Material:
    """What the files gave: clips, photographs, and sentences about what could not be known."""

    clips: list[Clip] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_whole: bool = True


def continuity(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", exists=True, dir_okay=False, readable=True, help="录像、录音、照片")],
    from_: Annotated[str | None, typer.Option("--from", metavar="时刻", help="到达现场的时刻，如 2026-03-05T10:00")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="时刻", help="离开现场的时刻")] = None,
    device: Annotated[str, typer.Option(metavar="编号", help="文件名没有写明设备的，按这台设备计")] = "",
    as_json: AsJson = False,
    data: DataDir = None,
) -> None:
    """录像是否连续：时间线，以及中断、重叠、重复、缺号、时钟倒退、残缺和片内断点。"""
    span = _span(from_, to)
    open_installation(data)
    from django.utils import timezone

    from mingzhi.core.vault import boxing
    from mingzhi.core.vault.probing import NOT_INSTALLED

    if boxing.found("ffprobe") is None:
        raise CommandError(NOT_INSTALLED, Exit.UNKNOWN)
    limits = Thresholds.on(span.from_at.astimezone(SHANGHAI).date() if span else timezone.localdate())
    material = _read(files, device, limits)
    judgement = continuity_of(material.clips, material.photos, span=span, thresholds=limits)
    status = _status(judgement, material)
    if as_json:
        print_json(_answer(judgement, material, status))
    else:
        _tell(judgement, material, status, limits)
    if status:
        raise typer.Exit(status)


def _span(from_: str | None, to: str | None) -> Span | None:
    if from_ is None and to is None:
        return None
    try:
        begins, ends = (moment_or_day(text or "") for text in (from_, to))
    except ValueError as problem:
        raise CommandError(f"{problem}；--from 与 --to 须同时给出。", Exit.USAGE) from problem
    if not isinstance(begins, datetime) or not isinstance(ends, datetime):
        raise CommandError("到达和离开须写到时刻，例如 --from 2026-03-05T10:00 --to 2026-03-05T10:30。", Exit.USAGE)
    if ends < begins:
        raise CommandError("离开时间早于到达时间。请核对 --from 与 --to。", Exit.USAGE)
    return Span(begins, ends)


def _read(files: list[Path], device: str, limits: Thresholds) -> _Material:
    from mingzhi.core.vault import clips, images
    from mingzhi.core.vault.names import NamesInvalid, read_name
    from mingzhi.core.vault.probing import probe

    found = _Material()
    chosen = list(dict.fromkeys(file.resolve() for file in files))
    names = Counter(file.name for file in chosen)
    digests = _digests(chosen)
    for count, file in enumerate(chosen, start=1):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K正在读取 {count}/{len(chosen)} {file.name}" + ("\r\x1b[K" if count == len(chosen) else ""))
        title = file.name if names[file.name] == 1 else str(file)
        try:
            name = read_name(file.name)
        except NamesInvalid as problem:
            raise CommandError(str(problem), Exit.USAGE) from problem
        if file.suffix.lower() in {".jpg", ".jpeg"}:
            taken_at = images.taken_at(file, SHANGHAI)
            photo = clips.photo_of(str(file), name, taken_at, device=device, title=title)
            found.photos.append(photo)
            said = "" if photo.taken_at else "没有可读的拍摄时间，不能排入时间线。"
            found.notes += _noted(title, said or clips.contradiction(name, taken_at, limits.gap))
            continue
        facts = probe(file, name)
        found.notes += _noted(title, facts.problem, "" if facts.problem else clips.contradiction(name, facts.created_at, limits.gap))
        found.is_whole = found.is_whole and (facts.is_truncated or not facts.problem)
        if facts.tool:
            found.clips.append(clips.clip_of(str(file), name, facts, device=device, sha256=digests.get(file, ""), title=title))
    return found


def _noted(title: str, *sentences: str) -> Iterator[str]:
    yield from (f"{title}：{sentence}" for sentence in sentences if sentence)


def _digests(files: list[Path]) -> dict[Path, str]:
    """SHA-256 of the files that share their size with another: only those can be the same."""
    sizes = Counter(file.stat().st_size for file in files)
    found = {}
    for file in files:
        if sizes[file.stat().st_size] > 1:
            with file.open("rb") as content:
                found[file] = hashlib.file_digest(content, "sha256").hexdigest()
    return found


def _status(judgement: Continuity, material: _Material) -> Exit:
    """1 for anything to look into, 3 where files or their times stayed unknown and nothing else was found, else 0."""
    if any(not finding.is_harmless and finding.kind != Kind.UNPLACED for finding in judgement.findings):
        return Exit.FAILED
    known = material.is_whole and not judgement.of(Kind.UNPLACED) and judgement.extents
    return Exit.DONE if known else Exit.UNKNOWN


def _answer(judgement: Continuity, material: _Material, status: Exit) -> dict[str, Any]:
    return {
        "unbroken": None if status == Exit.UNKNOWN else judgement.is_unbroken,
        "span": _pair(judgement.span),
        "tracks": [
            {
                "device": track.device,
                "clips": [
                    {
                        "file": placed.clip.key,
                        "from": _iso(placed.begins_at),
                        "to": _iso(placed.ends_at),
                        "seconds": placed.span.length.total_seconds(),
                        "number": placed.clip.number,
                        "truncated": placed.clip.truncated,
                    }
                    for placed in track.clips
                ],
            }
            for track in judgement.tracks
        ],
        "photos": [{"file": photo.key, "at": _iso(at), "device": photo.device, "number": photo.number} for photo, at in judgement.photos],
        "covered": [_pair(span) for span in judgement.covered],
        "uncovered": [_pair(span) for span in judgement.uncovered],
        "findings": [_found(finding) for finding in judgement.findings],
        "notes": material.notes,
        "provisions": [row.id for row in _rules()],
    }


def _found(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "label": finding.kind.label,
        "from": _iso(finding.span.from_at) if finding.span else None,
        "to": _iso(finding.span.to_at) if finding.span else None,
        "seconds": finding.seconds,
        "clips": list(finding.clips),
        "device": finding.device,
        "numbers": list(finding.numbers),
        "filled_by": list(finding.filled_by),
        "breaks": finding.breaks,
        "sentence": finding.sentence,
    }


def _rules() -> tuple[Any, ...]:
    return cited("recording-12-continuous", "footage-7", "town-continuity-gap", "town-continuity-dropout")


def _iso(moment: datetime) -> str:
    return moment.astimezone(SHANGHAI).isoformat()


def _pair(span: Span | None) -> list[str] | None:
    return [_iso(span.from_at), _iso(span.to_at)] if span else None


def _tell(judgement: Continuity, material: _Material, status: Exit, limits: Thresholds) -> None:
    words = wording_of(judgement)
    if judgement.span:
        say(f"活动 {words.span(judgement.span)}，共 {length_words(judgement.span.length)}")
    for track in judgement.tracks:
        say(device_words(track.device))
        for placed in track.clips:
            say(f"  {words.span(placed.span)}  {length_words(placed.span.length)}  {placed.clip.name}")
    for photo, at in judgement.photos:
        say(f"照片 {words.at(at)}  {photo.name}")
    for note in material.notes:
        say(f"注意 {note}")
    for finding in judgement.findings:
        say(f"{finding.kind.label}  {finding.sentence}")
    say("不能判断：有文件读不出，或者不知道录制时间。" if status == Exit.UNKNOWN else verdict(judgement))
    gap, dropout = length_words(limits.gap), length_words(limits.dropout)
    say(f"依据：{'、'.join(dict.fromkeys(row.cite for row in _rules()))}（间隔超过 {gap}、片内超过 {dropout}计为中断）")
