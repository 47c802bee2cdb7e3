"""公示整改: what follows when something was not made public as it should, as a table, READ FIRST.

公示 15: 对不按要求公示、选择性公示、更新维护不及时的，责令其改正；情节严重的，追究相关责任人员的责任.
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.procedures.penalty.forms.filing import Opinion, Reasons

from . import actions, forms
from .models import Lapse
from .stages import ENDS, PATH, SERIOUS_PATH, Stage

#: Whoever works with what is published, or watches over it, may put a lapse on record.
_FIND = (Post.SUPERVISOR, *HEADS, Post.CAPTAIN, Post.REVIEWER, Post.CLERK)

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
lapses = Procedure(
    "lapse", "公示整改", matter=Lapse, stages=Stage, ends=ENDS, path=PATH, section="公示整改",
    mainline=("order_correction", "report_correction", "accept", "hold_accountable"),
)


@lapses.walks
def answered_for_where_serious(lapse: Lapse) -> tuple[str, ...]:
    if lapse.stage == Stage.UNFOUNDED:
        return (Stage.FOUND, Stage.UNFOUNDED)
    return SERIOUS_PATH if lapse.serious else PATH


# 发现
lapses.action(actions.register, "登记公示问题", opens=True, to=Stage.FOUND, by=_FIND, form=forms.Register, numbered="公整字", cites="disclosure-15",
    tells=lambda lapse, given: f"{lapse.get_lapse_kind_display()}，责任人{lapse.responsible}：{given['what']}")
# 责令改正
lapses.action(actions.order_correction, "责令改正公示问题", at=Stage.FOUND, to=Stage.ORDERED, by=HEADS, form=forms.Order, cites="disclosure-15",
    tells=lambda lapse, given: f"责令改正{'（情节严重）' if given['serious'] else ''}：{given['demand']}")
lapses.action(actions.dismiss, "认定不成立", at=Stage.FOUND, to=Stage.UNFOUNDED, by=HEADS, form=Reasons, cites="disclosure-15",
    tells=lambda lapse, given: f"不成立：{given['reasons']}")
# 改正
lapses.action(actions.report_correction, "报告改正情况", at=Stage.ORDERED, to=Stage.REPORTED, by=(Post.HANDLER, Post.CAPTAIN, Post.CLERK),
    form=forms.Report, cites="disclosure-15", tells=lambda lapse, given: f"{given['corrected_on']}改正：{given['correction']}")
lapses.action(actions.accept, "复核认可", at=Stage.REPORTED, leads=(Stage.CLOSED, Stage.ACCOUNTING), by=HEADS, form=Opinion, cites="disclosure-15",
    tells=lambda lapse, given: f"复核认可：{given['opinion']}")
lapses.action(actions.send_back, "退回继续改正", at=Stage.REPORTED, to=Stage.ORDERED, by=HEADS, form=Reasons, cites="disclosure-15",
    tells=lambda lapse, given: f"退回继续改正：{given['reasons']}")
# 追究责任
lapses.action(actions.hold_accountable, "登记追究责任", at=Stage.ACCOUNTING, to=Stage.HELD, by=HEADS, form=forms.Account, cites="disclosure-15",
    tells=lambda lapse, given: f"追究责任：{given['measure']}")

lapses.deadline("town-disclosure-correction", "改正公示问题", from_=("order_correction", "send_back"), until="report_correction")
