"""Findings in the words of an office: what, from when to when, how long, between which files, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from mingzhi.law.continuity.findings import Continuity, Kind, Placed
from mingzhi.law.continuity.material import Clip
from mingzhi.law.continuity.spans import NOTHING, Span
from mingzhi.law.periods import SHANGHAI

#: More missing numbers than this are told as a range.
LISTED = 4


def length_words(length: timedelta) -> str:
    """“7 分钟 3 秒”, “2.001 秒”, “1 小时 5 秒”; milliseconds only where there are any."""
    milliseconds = round(length / timedelta(milliseconds=1))
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{rest / 1000:.3f}".rstrip("0").rstrip(".")
    parts = [f"{hours} 小时"] if hours else []
    parts += [f"{minutes} 分钟"] if minutes else []
    parts += [f"{seconds} 秒"] if rest or not parts else []
    return " ".join(parts)


def device_words(device: str) -> str:
    """How a sentence calls a camera."""
    return f"设备 {device}" if device else "未标明的设备"


def verdict(judgement: Continuity) -> str:
    """The judgement in one sentence."""
    if not judgement.extents:
        return "没有可以核对的资料。"
    missing = sum((span.length for span in judgement.uncovered), NOTHING)
    if missing:
        recorded = sum((span.length for span in judgement.covered), NOTHING)
        if not recorded:
            return f"全程没有记录，共 {length_words(missing)}。"
        return f"记录有中断，有记录 {length_words(recorded)}，没有记录 {length_words(missing)}。"
    if not judgement.is_unbroken:
        return "设备时钟被调过，不能认定没有中断。请先核对时钟。"
    others = sum(not finding.is_harmless for finding in judgement.findings)
    return f"记录没有中断，另有 {others} 项需要核对。" if others else "记录没有中断。"


def wording_of(judgement: Continuity) -> Wording:
    """The words for one judgement."""
    spans = [*judgement.extents, *(placed.span for track in judgement.tracks for placed in track.clips)]
    return Wording(spans, len(judgement.tracks) > 1)


class Wording:
    """Sentences about one time line: with days where it goes over midnight, with cameras where there are several."""

    def __init__(self, spans: Iterable[Span], several: bool) -> None:
        days = {at.astimezone(SHANGHAI).date() for span in spans for at in span}
        self.several_days, self.several = len(days) > 1, several

    def at(self, moment: datetime) -> str:
        """“10:07:00”, or “3月5日 10:07:00” where several days are told of."""
        here = moment.astimezone(SHANGHAI)
        clock = f"{here:%H:%M:%S}" + (f".{here.microsecond // 1000:03d}".rstrip("0") if here.microsecond >= 1000 else "")
        return f"{here.month}月{here.day}日 {clock}" if self.several_days else clock

    def span(self, span: Span) -> str:
        """“10:07:00 至 10:14:00”."""
        return f"{self.at(span.from_at)} 至 {self.at(span.to_at)}"

    def hole(self, kind: Kind, piece: Span, before: Placed | None, after: Placed | None, whole: bool) -> str:
        """A stretch of the activity that nobody recorded."""
        long = length_words(piece.length)
        if whole:
            return f"自到达（{self.at(piece.from_at)}）至离开（{self.at(piece.to_at)}）没有任何记录，共 {long}。"
        if kind == Kind.HEAD:
            return f"自到达（{self.at(piece.from_at)}）至 {self.at(piece.to_at)} 没有记录，共 {long}。" + (
                f"最早的资料是 {after.clip.name}。" if after else ""
            )
        if kind == Kind.TAIL:
            return f"自 {self.at(piece.from_at)} 至离开（{self.at(piece.to_at)}）没有记录，共 {long}。" + (
                f"最后的资料是 {before.clip.name}。" if before else ""
            )
        beside = f"（在 {before.clip.name} 与 {after.clip.name} 之间）" if before and after else ""
        return f"{self.span(piece)} 没有记录，中断 {long}{beside}。"

    def filled(self, part: Span, device: str, by: Sequence[str]) -> str:
        """A hole of one camera that others recorded."""
        others = "、".join(device_words(one) for one in by)
        return f"{device_words(device)} 在 {self.span(part)} 没有记录，共 {length_words(part.length)}；同一时间由{others} 记录，不算中断。"

    def dropout(self, drop: Span, one: Placed, by: Sequence[str]) -> str:
        """Time inside a clip without a picture."""
        others = "、".join(device_words(device) for device in by)
        told = f"；同一时间由{others} 记录，不算中断" if by else ""
        return (
            f"{one.clip.name} 在 {self.span(drop)} 画面中断，共 {length_words(drop.length)}"
            f"（片内 {length_words(drop.from_at - one.begins_at)}处）{told}。"
        )

    def overlap(self, shared: Span, former: Placed, latter: Placed) -> str:
        """Two clips of one camera at the same time."""
        return (
            f"{former.clip.name} 与 {latter.clip.name} 在 {self.span(shared)} 重叠，共 {length_words(shared.length)}。"
            "同一设备不会同时录两段，请核对设备时钟和文件来源。"
        )

    def clock_jump(self, before: Placed, after: Placed) -> str:
        """A clip that begins before the one recorded before it."""
        back = length_words(before.begins_at - after.begins_at)
        return (
            f"{after.clip.name} 录在 {before.clip.name} 之后，开始时间（{self.at(after.begins_at)}）却早了 {back}，"
            f"{device_words(after.clip.device)} 的时钟被调过。请核对设备时钟，登记时钟偏差后重新核对。"
        )

    def missing(self, numbers: Sequence[int], device: str, before: str, after: str) -> str:
        """Numbers of a series that no file has."""
        told = "、".join(str(number) for number in numbers) if len(numbers) <= LISTED else f"{numbers[0]} 至 {numbers[-1]}"
        return (
            f"{device_words(device)} 缺少编号 {told}，共 {len(numbers)} 个（在 {before} 与 {after} 之间）。"
            "请查明是否漏传，设备上没有的应说明原因。"
        )

    def duplicate(self, copy: Clip, kept: Clip) -> str:
        """The same content twice."""
        return f"{copy.name} 与 {kept.name} 内容完全相同，只计一次。"

    def truncated(self, clip: Clip, placed: Placed | None) -> str:
        """A file that ends too soon."""
        if clip.duration is None:
            return f"{clip.name} 不完整，内容读不出。请从设备重新导出；导不出的应保留原件并说明原因。"
        until = f"，能读到 {self.at(placed.ends_at)}" if placed else f"，能读出 {length_words(clip.duration)}"
        return f"{clip.name} 不完整{until}。请从设备重新导出；导不出的应保留原件并说明原因。"

    def unplaced(self, clip: Clip) -> str:
        """A clip of which nobody knows when it was recorded."""
        return f"{clip.name} 没有可读的录制时间，不能排入时间线。请查明后登记录制时间。"
