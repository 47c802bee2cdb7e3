"""Sample contexts of the pages on which footage, copies and discs are read."""

from __future__ import annotations

from typing import Any

from mingzhi.faces.desk.shapes import Link, MatterView
from mingzhi.regulations.footage.reading import ClipReading, CopyLine, CopyReading, DiscReading
from mingzhi.regulations.footage.reading_requests import ClipLine, RequestReading

from .sample_case import DIGEST, frame, log

CLIP = "綦石壕府音像〔2026〕31号"
COPY = CopyLine(8, "綦石壕府音复〔2026〕2号", "加水印的副本", "某某区人民法院", "行政诉讼举证", "待提供", True)
KNOWN = [
    ("原文件名", "ZF03_500399_20260902100511_0007.MP4"),
    ("设备", "ZF-03"),
    ("摄录人", "李雪梅"),
    ("起止时间", "2026-09-02 10:05:11 起，长 24 分钟 40 秒"),
    ("大小", "1,912.4 MiB"),
    ("SHA-256", DIGEST),
    ("涉密情况", "个人隐私"),
    ("保存期限", "与案卷同期保存；案件綦石壕府罚立字〔2026〕21号还没有立卷。"),
    ("暂停清理", "行政诉讼：（2026）渝行初1号"),
]


def footage() -> dict[str, tuple[str, dict[str, Any]]]:
    """A clip with its copies, a copy for who asked and for others, a disc to be burned and one that is shelved."""
    clip = ClipReading(31, KNOWN, (7, "万隆村三组现场检查（勘验）（綦石壕府活动〔2026〕7号）"), [COPY, CopyLine(3, "綦石壕府音复〔2026〕1号",
        "未经处理的原件", "某某区公安局", "案件移送", "已提供")])  # fmt: skip
    made = [
        ("提供给", f"{COPY.recipient}（复议机关、人民法院、公安机关）"),
        ("用途", COPY.purpose),
        ("依据", "（2026）渝行初1号举证通知书"),
        ("形式", COPY.form),
        ("截取", "100 秒至 460 秒"),
        ("模糊处理", "左 55%、上 30%、宽 25%、高 40%（始终）"),
        ("申请人", "李雪梅"),
        ("原件 SHA-256", DIGEST),
        ("副本 SHA-256", DIGEST[::-1]),
    ]
    others = "副本由申请人李雪梅取出并提供给某某区人民法院，他人不得下载。"
    disc = [
        ("标号", "2026-001"),
        ("活动或者案件", "万隆村三组现场检查"),
        ("制作人", "何平"),
        ("映像 SHA-256", DIGEST),
        ("映像大小", "3,824.9 MiB"),
    ]
    clips = [(31, CLIP, "001_录像_ZF03_500399_20260902100511_0007.MP4")]
    taken = "ZF03_500399_20260902100511_0007.MP4　万隆村三组现场检查（勘验）　2026-09-02 10:05:11 起，长 24 分钟 40 秒"
    wants = [
        ("申请人", "吴敏"),
        ("方式", "调阅"),
        ("工作需要和理由", "办理关联线索，核对当日现场情况。"),
        ("准许至", "2026-10-02 23:59，期满自动失效"),
    ]
    gone = f"2027-09-20 09:00 已清理，原 1,912.4 MiB，SHA-256 {DIGEST}"
    access = RequestReading("申请调阅的资料", wants, [ClipLine(31, CLIP, taken, may="look"), ClipLine(32, CLIP, taken, may="copy")])
    clearing = RequestReading("清理清单", [("提出人", "何平"), ("批准人", "罗开富、周为民")], [ClipLine(31, CLIP, taken, gone)])
    misuse = RequestReading("违规情况", [("行为人", "吴敏"), ("情况", "3月4日巡查没有佩戴执法记录仪。")])
    read = [("2026-001-甲", "读回校验一致"), ("2026-001-乙", "读回校验一致")]
    waiting = [*disc, ("补制映像", "正在补制：工作站硬盘损坏，映像文件读不出来。")]
    shelved = [*disc, ("存放位置", "档案室三号柜"), ("另一份存放位置", "镇档案馆")]
    found: dict[str, tuple[str, str, Any]] = {
        "clip": ("clip", "录像 ZF03_500399_20260902100511_0007.MP4", clip),
        "clip_cleared": ("clip", "录像 旧.mp4", ClipReading(4, KNOWN[:-2], cleared=True)),
        "access": ("request", "吴敏调阅音像资料 2 份", access),
        "clearing": ("request", "清理到期音像资料 1 份", clearing),
        "misuse": ("request", "吴敏在执法过程中不按规定佩戴或使用音像记录设备", misuse),
        "copy": ("copy", "向某某区人民法院提供綦石壕府音像〔2026〕31号", CopyReading(made, (31, CLIP), COPY)),
        "copy_others": ("copy", "向某某区人民法院提供綦石壕府音像〔2026〕31号", CopyReading(made, (31, CLIP), None, others)),
        "disc": ("disc", "光盘2026-001 万隆村三组现场检查", DiscReading(5, disc, clips, [])),
        "disc_lost": (
            "disc",
            "光盘2026-001 万隆村三组现场检查",
            DiscReading(5, waiting, clips, [], "映像正在补制，完成后再下载。请稍后刷新本页。"),
        ),
        "disc_shelved": ("disc", "光盘2026-001 万隆村三组现场检查", DiscReading(5, shelved, clips, read, "光盘已经入柜，映像不再保留。")),
    }
    return {
        name: (
            f"footage/{template}.html",
            {
                "frame": frame(title, "音像资料", (Link("音像资料", "/footage/"), Link(title))),
                "matter": MatterView(title, "已归入活动", CLIP, (CLIP, "音像资料"), log=log()[:2], log_words="2 条 · 已存证"),
                "reading": reading,
            },
        )
        for name, (template, title, reading) in found.items()
    }
