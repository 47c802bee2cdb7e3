"""年度执法数据 as a table, READ FIRST: supplied by the brigade, approved by the mayor, published by 党政办 before 31 January.

The numbers are counted when they are supplied and kept as they were; what the records come to say later is shown as a difference.
"""

from __future__ import annotations

from datetime import date

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import Post
from mingzhi.procedures.penalty.forms.filing import Opinion, Reasons

from . import actions, forms
from .models import Tally, YearlyFigures
from .stages import PATH, Stage

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
figures = Procedure(
    "figures", "年度执法数据", matter=YearlyFigures, stages=Stage, ends=(Stage.PUBLISHED,), path=PATH, section="年度数据",
    mainline=("write", "approve", "publish"),
)
figures.keeps(Tally)

# 大队提供
figures.action(actions.supply, "提供年度数据", opens=True, to=Stage.SUPPLIED, by=Post.CAPTAIN, form=forms.Supply, numbered="执法数据",
    cites=("disclosure-10", "three-rules-yearly"), tells=lambda figures, given: f"提供{given['year']}年的数据",
    help="数从办件记录中统计，提供时是多少就记多少；系统没有登记的，可以写明来源填写")
figures.action(actions.supply_anew, "重新提供数据", at=Stage.SUPPLIED, by=Post.CAPTAIN, form=forms.SupplyAnew, cites="disclosure-10",
    tells="重新提供数据")
figures.action(actions.write, "编写文字说明，报批", at=Stage.SUPPLIED, to=Stage.APPROVING, by=Post.CAPTAIN, form=forms.Write, cites="disclosure-10",
    tells="编写文字说明，报请批准", help="已经按数据起草，请核对、补充")

# 镇政府批准、公开
figures.action(actions.approve, "批准公开", at=Stage.APPROVING, to=Stage.READY, by=Post.MAYOR, form=Opinion, cites="disclosure-10",
    tells=lambda figures, given: f"批准公开：{given['opinion']}")
figures.action(actions.send_back, "退回大队", at=(Stage.APPROVING, Stage.READY), to=Stage.SUPPLIED, by=(Post.MAYOR, Post.CLERK), form=Reasons,
    cites="disclosure-10", tells=lambda figures, given: f"退回大队：{given['reasons']}")
figures.action(actions.publish, "发布年度数据", at=Stage.READY, to=Stage.PUBLISHED, by=Post.CLERK, cites=("disclosure-10", "three-rules-yearly"),
    prints="D60", tells="发布年度数据", help="在公示网站公开，并制作年度行政执法数据报告")

# 更正 (14)
figures.action(actions.find_error, "登记数据有误", at=Stage.PUBLISHED, to=Stage.SUPPLIED, by=(Post.CAPTAIN, Post.CLERK), form=Reasons,
    cites="disclosure-14-correct", tells=lambda figures, given: f"公开的数据有误，重新统计：{given['reasons']}",
    help="更正发布之前，网站上仍是原来的数据")

figures.deadline("disclosure-10", "公开年度执法数据", from_="supply", until="publish",
    since=lambda figures, at, given: date(given["year"], 12, 31))
figures.deadline("town-correct-sla", "更正年度执法数据", from_="find_error", until="publish")
