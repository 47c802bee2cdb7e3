"""音像资料: from the card of a camera to the end of its term, and who may see, copy, clear and burn it, as tables, READ FIRST.

Nothing here changes a byte: the vault keeps originals, this keeps what they are and where they belong. Read it beside 全过程记录制度 16 to 18
and 音像记录管理制度 12 to 16.
"""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post

from .actions import clearing as clear_actions
from .actions import clips, copying, discs, seeing
from .actions import misuse as misuse_actions
from .forms import clearing as clear_forms
from .forms import clips as forms
from .forms import copying as copy_forms
from .forms import discs as disc_forms
from .forms import misuse as misuse_forms
from .forms import seeing as see_forms
from .models import AccessRequest, AskedClip, Clearing, Clip, Copy, Disc, DiscClip, Hold, LostImage, Misuse, Tombstone
from .stages import PATH, SETTLED, Access, Burn, Clear, Conduct, Copying, Stage
from .taking import BRING

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
footage = Procedure(
    "footage", "音像资料", matter=Clip, stages=Stage, ends=(Stage.CLEARED,), path=PATH, section="音像资料", mainline=("bind",),
    readers=(Post.EQUIPMENT_KEEPER,),
)
footage.keeps(Hold)


@footage.skips
def what_is_bound(clip: Clip, at: datetime) -> tuple[str, ...]:
    """Bound to an activity, or said why not: binding it otherwise is a correction, not what comes next."""
    return ("bind",) if clip.activity_id or clip.unbound_because else ()


_KEPT = (Stage.STORED, Stage.BOUND)
_KEEP = (Post.CAPTAIN, Post.EQUIPMENT_KEEPER, Post.ARCHIVIST)

# 入库、归入活动 (记录制度 16, 音像制度 5, 12)
footage.action(clips.take_in, "入库", opens=True, leads=(Stage.STORED, Stage.BOUND), by=BRING, form=forms.TakeIn, numbered="音像",
    cites=("recording-16", "footage-12", "equipment-8-store"), tells=lambda clip, given: f"入库：{clip.name}",
    help="上传完成并校验后自动办理；没有自动办理的，在此选择本人上传的文件")
footage.action(clips.note_facts, "读取文件信息", at=_KEPT, leads={Stage.STORED: Stage.BOUND}, by=BRING, form=forms.NoteFacts,
    cites=("footage-10", "footage-12"), follows=True, tells=lambda clip, given: given["facts"].get("problem") or "读取文件信息", help="入库后由系统自动办理")
footage.action(clips.bind, "归入执法活动", at=_KEPT, to=Stage.BOUND, by=BRING, form=forms.Bind, cites="footage-12",
    tells=lambda clip, given: f"归入{given['activity']}")
footage.action(clips.explain_unbound, "说明不归入活动的原因", at=Stage.STORED, by=BRING, form=forms.ExplainUnbound, cites="footage-5",
    tells=lambda clip, given: f"不归入执法活动：{clip.get_unbound_because_display()}{'，' + clip.unbound_words if clip.unbound_words else ''}")
# 保密 (音像制度 13)
footage.action(clips.mark, "标注涉密情况", at=_KEPT, by=(*BRING, Post.DEPUTY, Post.REVIEWER), form=forms.Mark, cites="footage-13",
    tells=lambda clip, given: f"标为{clip.get_secrecy_display()}：{given['reasons']}")
# 保存期限 (音像制度 14, 15, 装备制度 8)
footage.action(clips.keep_for_ever, "列为长期保存", at=_KEPT, by=(*BRING, Post.DEPUTY, Post.ARCHIVIST), form=forms.KeepForEver, cites=("footage-15", "recording-15"),
    tells=lambda clip, given: f"长期保存：{clip.get_permanent_class_display()}（{clip.permanent_because}）")
footage.action(clips.keep_longer, "延长保存期限", at=_KEPT, by=(*_KEEP, Post.DEPUTY), form=forms.KeepLonger, cites=("footage-14", "recording-15"),
    tells=lambda clip, given: f"延长保存至{given['keep_until']}：{given['reasons']}")
footage.action(clips.hold, "暂停清理", at=_KEPT, by=(*_KEEP, Post.DEPUTY, Post.REVIEWER, Post.SUPERVISOR, Post.DISCIPLINE, Post.CLERK), form=forms.PlaceHold,
    cites=("footage-14", "footage-15"), tells=lambda clip, given: f"暂停清理：{given['because']}")
footage.action(clips.lift_hold, "解除暂停清理", at=_KEPT, by=(Post.CAPTAIN, Post.DEPUTY), form=forms.LiftHold, cites=("footage-14", "footage-15"),
    tells=lambda clip, given: f"解除暂停清理（{given['held']}）：{given['reasons']}")
footage.action(clips.clear, "清理", at=_KEPT, to=Stage.CLEARED, by=_KEEP, cites="footage-14", follows=True, help="随清理的办理自动完成")

# 调阅 (记录制度 18)
access = Procedure(
    "access", "音像资料调阅", matter=AccessRequest, stages=Access, ends=(Access.REFUSED, Access.WITHDRAWN, Access.ENDED),
    path=(Access.ASKED, Access.GRANTED), section="音像调阅", mainline=("approve",),
)
access.keeps(AskedClip)
_ASK = (Post.OFFICER, Post.CAPTAIN, Post.REVIEWER, Post.MAYOR, Post.CLERK, Post.ARCHIVIST, Post.HEARING_CHAIR, Post.SUPERVISOR)
access.action(seeing.ask, "申请调阅", opens=True, to=Access.ASKED, by=_ASK, form=see_forms.Ask, numbered="音阅", cites=("recording-18-scope", "recording-18-approve"),
    tells=lambda request, given: f"申请{request.get_want_display()}{'、'.join(str(clip.number) for clip in given['clips'])}：{request.because}")
access.action(seeing.approve, "批准调阅", at=Access.ASKED, to=Access.GRANTED, by=Post.DEPUTY, form=see_forms.Approve, cites=("recording-18-approve", "town-footage-access"),
    tells=lambda request, given: f"准许调阅：{request.answer}")
access.action(seeing.refuse, "不予批准调阅", at=Access.ASKED, to=Access.REFUSED, by=Post.DEPUTY, form=see_forms.Reasons, cites="recording-18-approve",
    tells=lambda request, given: f"不予准许：{request.answer}")
access.action(seeing.withdraw, "撤回申请", at=Access.ASKED, to=Access.WITHDRAWN, by=_ASK, form=see_forms.Reasons, cites="recording-18-approve",
    tells=lambda request, given: f"撤回：{given['reasons']}")
access.action(seeing.end, "提前结束调阅", at=Access.GRANTED, to=Access.ENDED, by=Post.DEPUTY, form=see_forms.Reasons, cites="recording-18-scope",
    tells=lambda request, given: f"结束调阅：{given['reasons']}")

# 复制和对外提供 (记录制度 17, 装备制度 8)
copies = Procedure(
    "copy", "音像资料复制", matter=Copy, stages=Copying, ends=SETTLED,
    path=(Copying.ASKED, Copying.APPROVED, Copying.MADE, Copying.HANDED), section="音像复制", mainline=("approve", "approve_second", "hand_over"),
)
_COPY = (Post.OFFICER, Post.CAPTAIN, Post.REVIEWER, Post.CLERK, Post.SUPERVISOR, Post.DISCIPLINE)
_WAITING = (Copying.ASKED, Copying.FIRST)
copies.action(copying.ask, "申请复制", opens=True, to=Copying.ASKED, by=_COPY, form=copy_forms.Ask, numbered="音复", cites=("recording-17-release", "equipment-8-copy"),
    tells=lambda copy, given: f"申请向{copy.recipient}提供{copy.clip.number}（{copy.get_form_display()}）：{copy.purpose}")
copies.action(copying.approve, "批准复制", at=Copying.ASKED, leads=(Copying.FIRST, Copying.APPROVED), by=Post.DEPUTY, form=copy_forms.Opinion,
    cites=("recording-17-release", "recording-18-approve", "equipment-8-copy"), tells=lambda copy, given: f"批准：{given['opinion']}")
copies.action(copying.approve_second, "批准提供原件", at=Copying.FIRST, to=Copying.MADE, by=HEADS, form=copy_forms.Opinion,
    cites=("recording-17-release", "recording-18-approve"), tells=lambda copy, given: f"第二人批准提供原件：{given['opinion']}")
copies.action(copying.refuse, "不予批准复制", at=_WAITING, to=Copying.REFUSED, by=HEADS, form=see_forms.Reasons, cites="recording-17-release",
    tells=lambda copy, given: f"不予提供：{given['reasons']}")
copies.action(copying.withdraw, "撤回复制申请", at=_WAITING, to=Copying.WITHDRAWN, by=_COPY, form=see_forms.Reasons, cites="recording-17-release",
    tells=lambda copy, given: f"撤回：{given['reasons']}")
copies.action(copying.made, "制作副本", at=Copying.APPROVED, to=Copying.MADE, by=_COPY, form=copy_forms.Made, follows=True,
    cites=("recording-17-immutable", "equipment-8-copy"), tells="制作加水印的副本，复核原件未变", help="批准后由系统自动办理")
copies.action(copying.not_made, "副本没有制作成功", at=Copying.APPROVED, by=_COPY, form=copy_forms.NotMade, follows=True,
    cites="recording-17-immutable", tells=lambda copy, given: f"副本没有制作成功：{given['problem']}", help="由系统自动登记")
copies.action(copying.make_again, "重新制作副本", at=Copying.APPROVED, by=_COPY, cites="recording-17-release")
copies.action(copying.hand_over, "提供并签收", at=Copying.MADE, to=Copying.HANDED, by=_COPY, form=copy_forms.HandOver, cites="recording-17-release",
    tells=lambda copy, given: f"提供给{copy.recipient}，{given['receiver']}签收")

# 违规使用 (音像制度 16)
misuse = Procedure(
    "misuse", "设备使用违规", matter=Misuse, stages=Conduct, ends=(Conduct.EDUCATED, Conduct.CONCLUDED, Conduct.UNFOUNDED),
    path=(Conduct.REGISTERED, Conduct.EDUCATED), section="使用违规", mainline=("hear", "educate", "record_result"),
)
_FOLLOW = (Post.CAPTAIN, Post.DEPUTY)
misuse.action(misuse_actions.register, "登记违规", opens=True, to=Conduct.REGISTERED, by=(*_FOLLOW, Post.CLERK, Post.EQUIPMENT_KEEPER, Post.SUPERVISOR),
    form=misuse_forms.Register, numbered="音违", cites=("footage-16", "footage-5"), tells=lambda one, given: f"{one.person}：{one.get_misuse_kind_display()}")
misuse.action(misuse_actions.hear, "听取本人说明", at=Conduct.REGISTERED, by=_FOLLOW, form=misuse_forms.Hear, cites="footage-16")
misuse.action(misuse_actions.educate, "批评教育", at=Conduct.REGISTERED, to=Conduct.EDUCATED, by=_FOLLOW, form=misuse_forms.Educate, cites="footage-16",
    tells=lambda one, given: f"批评教育：{one.result}")
misuse.action(misuse_actions.hand_on, "移交处理", at=Conduct.REGISTERED, to=Conduct.HANDED_ON, by=_FOLLOW, form=misuse_forms.HandOn, cites="footage-16",
    tells=lambda one, given: f"情节严重，移交{one.handed_to}：{given['reasons']}")
misuse.action(misuse_actions.record_result, "登记处理结果", at=Conduct.HANDED_ON, to=Conduct.CONCLUDED, by=_FOLLOW, form=misuse_forms.Result, cites="footage-16",
    tells=lambda one, given: f"处理结果：{one.result}")
misuse.action(misuse_actions.dismiss, "查无此事", at=Conduct.REGISTERED, to=Conduct.UNFOUNDED, by=_FOLLOW, form=see_forms.Reasons, cites="footage-16",
    tells=lambda one, given: f"查无此事：{one.result}")

# 清理 (音像制度 14)
clearings = Procedure(
    "clearing", "音像资料清理", matter=Clearing, stages=Clear, ends=(Clear.CLEARED, Clear.REFUSED, Clear.STOPPED),
    path=(Clear.PROPOSED, Clear.FIRST, Clear.COOLING, Clear.CLEARED), section="音像清理", mainline=("approve_first", "approve_second", "carry_out"),
    readers=(Post.EQUIPMENT_KEEPER,),
)
clearings.keeps(Tombstone)
clearings.action(clear_actions.propose, "提出清理", opens=True, to=Clear.PROPOSED, by=_KEEP, form=clear_forms.Propose, numbered="音清", cites="footage-14",
    tells=lambda one, given: f"提出清理 {len(given['clips'])} 份：{one.because}")
clearings.action(clear_actions.approve_first, "批准清理", at=Clear.PROPOSED, to=Clear.FIRST, by=(Post.CAPTAIN, *HEADS), form=clear_forms.Opinion,
    cites=("footage-14", "town-footage-clearing"), tells=lambda one, given: f"第一人批准：{given['opinion']}")
clearings.action(clear_actions.approve_second, "第二人批准清理", at=Clear.FIRST, to=Clear.COOLING, by=HEADS, form=clear_forms.Opinion,
    cites=("footage-14", "town-footage-clearing"), tells=lambda one, given: f"第二人批准：{given['opinion']}")
clearings.action(clear_actions.refuse, "不同意清理", at=(Clear.PROPOSED, Clear.FIRST), to=Clear.REFUSED, by=(Post.CAPTAIN, *HEADS), form=clear_forms.Reasons,
    cites="footage-14", tells=lambda one, given: f"不同意：{given['reasons']}")
clearings.action(clear_actions.stop, "停止清理", at=Clear.COOLING, to=Clear.STOPPED, by=(Post.CAPTAIN, *HEADS), form=clear_forms.Reasons,
    cites="town-footage-clearing", tells=lambda one, given: f"停止清理：{given['reasons']}")
clearings.action(clear_actions.carry_out, "执行清理", at=Clear.COOLING, to=Clear.CLEARED, by=_KEEP, cites=("footage-14", "town-footage-clearing"),
    tells=lambda one, given: "清理完毕，保留登记信息、哈希值和清理记录")
clearings.deadline("town-footage-clearing", "清理冷静期", from_="approve_second", until=("carry_out", "stop"), waits=True)


# 刻录光盘 (音像制度 15)
burning = Procedure(
    "disc", "音像资料光盘", matter=Disc, stages=Burn, ends=(Burn.SHELVED,), path=tuple(Burn), section="音像光盘",
    mainline=("burn", "check", "shelve"), readers=(Post.EQUIPMENT_KEEPER,),
)
burning.keeps(DiscClip, LostImage)


@burning.turns
def image_before_discs(disc: Disc, at: datetime) -> tuple[str, ...]:
    """Nothing is burned of an image that is not there: first it is made good."""
    return discs.making_good(disc) if disc.stage == Burn.BUILT else ()

burning.action(discs.make, "制作光盘", opens=True, to=Burn.LISTED, by=_KEEP, form=disc_forms.Make, numbered="音盘", cites=("footage-15", "footage-15-disc"),
    tells=lambda disc, given: f"制作光盘{disc.label}，资料 {len(given['clips'])} 份")
burning.action(discs.built, "制作映像", at=Burn.LISTED, to=Burn.BUILT, by=_KEEP, form=disc_forms.Built, cites="footage-15-disc", follows=True, prints="D56",
    tells=lambda disc, given: f"映像制作完成，SHA-256 {disc.image_sha256[:16]}", help="由系统自动办理")
burning.action(discs.not_built, "映像没有制作成功", at=Burn.LISTED, by=_KEEP, form=disc_forms.NotBuilt, cites="footage-15-disc", follows=True,
    tells=lambda disc, given: f"映像没有制作成功：{given['problem']}", help="由系统自动登记")
burning.action(discs.build_again, "重新制作映像", at=(Burn.LISTED, Burn.BUILT), to=Burn.LISTED, by=_KEEP, cites="footage-15-disc")
_IMAGED = (Burn.BUILT, Burn.BURNED, Burn.CHECKED)
burning.action(discs.rebuild, "补制映像", at=_IMAGED, by=_KEEP, form=disc_forms.Lost, cites="footage-15-disc",
    tells=lambda disc, given: f"补制映像：{given['reasons']}", help="映像文件遗失、损坏的，由原件补制；与原来的逐字节相同才采用")
burning.action(discs.rebuilt, "映像补制完成", at=_IMAGED, by=_KEEP, form=disc_forms.Built, cites="footage-15-disc", follows=True,
    tells=lambda disc, given: f"映像补制完成，与登记的 SHA-256 {disc.image_sha256[:16]} 一致", help="由系统自动办理")
burning.action(discs.not_rebuilt, "映像没有补制成功", at=_IMAGED, by=_KEEP, form=disc_forms.NotBuilt, cites="footage-15-disc", follows=True,
    tells=lambda disc, given: f"映像没有补制成功：{given['problem']}", help="由系统自动登记")
burning.action(discs.burn, "刻录一式两份", at=Burn.BUILT, to=Burn.BURNED, by=_KEEP, form=disc_forms.Burn, cites="footage-15-disc",
    tells=lambda disc, given: f"刻录 {len(given['discs'])} 张：{'、'.join(row['serial'] for row in given['discs'])}")
burning.action(discs.check, "读回校验", at=Burn.BURNED, to=Burn.CHECKED, by=_KEEP, form=disc_forms.Check, cites="footage-15-disc", tells="读回校验，与映像一致")
burning.action(discs.burn_again, "作废重刻", at=(Burn.BURNED, Burn.CHECKED), to=Burn.BUILT, by=_KEEP, form=disc_forms.Reasons, cites="footage-15-disc",
    tells=lambda disc, given: f"作废重刻：{given['reasons']}")
burning.action(discs.shelve, "入柜", at=Burn.CHECKED, to=Burn.SHELVED, by=_KEEP, form=disc_forms.Shelve, cites=("footage-15-disc", "recording-15"),
    tells=lambda disc, given: f"入柜：{disc.place}，另一份：{disc.second_place}")
