"""Sample contexts of what is on record: an activity whose record broke off, a camera with its ledger, and looking at a clip."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from mingzhi.core.engine.timeline_chart import timeline_svg
from mingzhi.faces.desk.shapes import Link, MatterView, StepView
from mingzhi.law import continuity as law
from mingzhi.regulations.recording.ledger import Brought, Ledger, UseLine
from mingzhi.regulations.recording.models import Content
from mingzhi.regulations.recording.reading import BreakLine, ClipLine, ContentLine, Reading

from .sample_case import CASE, SHANGHAI, frame, log

ARRIVED = datetime(2026, 9, 2, 9, 0, tzinfo=SHANGHAI)
MINUTE = timedelta(minutes=1)
NAMES = ("ZF03_500399_20260902090000_0007.MP4", "ZF03_500399_20260902092700_0008.MP4")


def _clip(pk: int, first: int, last: int) -> ClipLine:
    times = f"{ARRIVED + first * MINUTE:%H:%M:%S} 至 {ARRIVED + last * MINUTE:%H:%M:%S}"
    return ClipLine(pk, NAMES[pk - 7], "ZF-03", times, ARRIVED + 120 * MINUTE)


def _reading() -> Reading:
    takes = [(0, 20), (27, 60)]
    found = law.continuity_of(
        [
            law.Clip(str(number), begun_at=ARRIVED + first * MINUTE, duration=(last - first) * MINUTE, device="ZF-03", title=name)
            for number, ((first, last), name) in enumerate(zip(takes, NAMES, strict=True), start=7)
        ],
        span=law.Span(ARRIVED, ARRIVED + 60 * MINUTE),
        thresholds=law.Thresholds.on(ARRIVED.date()),
    )
    clips = [_clip(pk, *take) for pk, take in enumerate(takes, start=7)]
    gap = next(one for one in found.findings if one.kind == law.Kind.GAP)
    contents = [ContentLine(kind.label, clips[0], "00:10") for kind in list(Content.Kind)[:3]]
    return Reading(
        whole=False,
        verdict="1 处中断或者缺失，共 7 分钟没有记录，1 处待说明",
        picture=Markup(timeline_svg(found, width_px=800)),
        breaks=[BreakLine(gap.kind.label, gap.sentence)],
        others=[("重叠", "两段录像重叠 1 秒。")],
        contents=[*contents, *(ContentLine(kind.label, words="本次没有。") for kind in list(Content.Kind)[3:])],
        clips=clips,
        brings=7,
    )


def _activity(stage: str) -> MatterView:
    return MatterView(
        title="万隆村三组现场检查（勘验）",
        stage=stage,
        facts=("綦石壕府活动〔2026〕7号", "承办 李雪梅、陈志强"),
        steps=[StepView("现场执法中", "09-02"), StepView(stage, "进行中", "now")],
        log=log(),
        log_words="5 条 · 已存证",
        about=Link(f"{CASE} 刘某成未取得乡村建设规划许可证建设案", "/m/12"),
    )


def _ledger() -> Ledger:
    at = ARRIVED - 20 * MINUTE
    sound = "正常，电量 100%，剩余 58.0 GiB"
    out = UseLine(2, 3, "ZF-03", "陈志强", at, None, "集市巡查", sound, "", [], 0)
    back = UseLine(1, 3, "ZF-03", "李雪梅", at, at + 130 * MINUTE, "万隆村三组现场检查", sound, "完好", [], 1)
    return Ledger([out, replace(back, brought=[Brought(7, "万隆村三组现场检查（勘验）", "綦石壕府活动〔2026〕7号", ARRIVED, 2)])])


def _looking(kind: str) -> dict[str, Any]:
    clip = SimpleNamespace(
        title=f"录像 {NAMES[0]}", number="綦石壕府音像〔2026〕7号", blob=SimpleNamespace(media_type="video/mp4" if kind else "video/mp2t")
    )
    row = SimpleNamespace(
        opened_at=ARRIVED + 300 * MINUTE, viewer=SimpleNamespace(name="赵明远"), ground="法制审核（依职权）", purpose="核对询问时间"
    )
    return {
        "frame": frame(clip.title, "音像资料"), "clip": clip, "kind": kind, "at": ARRIVED, "back": Link(clip.number, "/footage/7/"),
        "viewing": SimpleNamespace(purpose="核对现场情况", ground="本件承办人"), "words": "李雪梅　500110112001　綦石壕府活动〔2026〕7号",
        "content_url": "content", "renew_url": "renew", "copy_url": "/copy/new/ask", "seconds": 120, "csrf_token": "token",
        "viewings": [(row, "看了 00:10—03:40")], "wrong": "请填写查看的用途。",
    }  # fmt: skip


def recordings() -> dict[str, tuple[str, dict[str, Any]]]:
    """An activity before its gap is explained, while files are waited for, and explained; a camera; a clip before and while it is seen."""
    crumbs = (Link("执法活动", "/activity"), Link("綦石壕府活动〔2026〕7号"))
    reading = _reading()
    (gap,) = reading.breaks
    told = {"explained": True, "reason": "电量不足", "words": "电池耗尽，换电池后继续记录。"}
    explained = replace(
        reading, brings=None, breaks=[replace(gap, **told, clip=reading.clips[1], offset="00:05")], verdict="1 处中断，已说明"
    )
    waiting = replace(reading, clips=[], waited_for=True, verdict="资料还没有全部入库", notes=["有一份资料还没有读出。"])
    activity = ("recording/reading.html", {"frame": frame("执法活动", crumbs=crumbs), "matter": _activity("待说明"), "reading": reading})
    template, context = activity
    return {
        "activity": activity,
        "activity_waiting": (template, {**context, "matter": _activity("待存储"), "reading": waiting}),
        "activity_explained": (template, {**context, "matter": _activity("记录完整"), "reading": explained}),
        "device": (
            "recording/device.html",
            {"frame": frame("装备"), "matter": replace(_activity("领用中"), title="执法记录仪 ZF-03", about=None), "reading": _ledger()},
        ),
        "clip_open": ("desk/clip_open.html", _looking("video")),
        "clip_play": ("desk/clip_play.html", _looking("video")),
        "clip_unplayable": ("desk/clip_play.html", _looking("")),
    }
