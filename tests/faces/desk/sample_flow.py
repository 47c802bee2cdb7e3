"""Sample context of the page of a flow: two stages, a small picture."""

from __future__ import annotations

from markupsafe import Markup

from mingzhi.faces.desk.flow_shapes import ActLine, FlowPage, LimitLine, StageLine
from mingzhi.faces.desk.shapes import Cite, Link

_CITE = Cite("行政处罚法 第五十四条", "/provisions/penalty-law-54/")
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 900 120" width="900" height="120" fill="currentColor">'
    "<title>线索流程图</title><desc>登记 → 核查</desc>"
    '<rect x="20" y="20" width="330" height="60" rx="6" fill="none" stroke="currentColor"/>'
    '<text x="185" y="54" font-size="15" text-anchor="middle">登记</text></svg>'
)


def flow_page() -> FlowPage:
    return FlowPage(
        title="线索",
        procedures=(Link("普通程序案件", "/procedures/penalty/"), Link("线索", "/procedures/clue/", True)),
        picture=Markup(_PICTURE),
        opening=(ActLine("登记线索", "执法人员或者大队长", (_CITE,), ()),),
        stages=(
            StageLine("登记", (ActLine("指派核查", "大队长", (_CITE,), (), "核查"),)),
            StageLine("核查", (ActLine("移送", "大队长", (_CITE,), ("《案件移送函》",)),)),
            StageLine("已立案", (), True),
        ),
        always=(ActLine("答复举报人", "党政办经办人", (_CITE,), ()),),
        limits=(LimitLine("决定是否立案", "7 个工作日", "登记线索", "转为案件、不予立案", _CITE),),
    )
