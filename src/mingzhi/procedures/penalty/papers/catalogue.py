"""Every paper of a penalty case by its code: READ FIRST. An action that prints builds exactly the data declared here.

Not here: numbers (`documents.numbering`), issuing, drawing. Serves law.md §2.9 and the file-review standards.

The data of a paper is one JSON object. Rules that hold for all of them:

* `title` is optional (the paper's own title is used). `number` is needed when the paper has a 代字 (`Paper.word`).
* Dates are "2026-03-05", moments "2026-03-05T14:20" (Asia/Shanghai, no zone needed), money is decimal text "2000.00"
  (printed 2000元 and in capitals), truth is true or false. Numbers set by law (days, months, percent) come from the
  provision register into the data; no template holds one.
* `organ` is the name the paper is issued in; for an entrusted power that is the ENTRUSTING organ, and so is `seal_organ`
  (left out = `organ`); the town is then named in `acting_organ`.
* `party`: {"kind": "citizen" | "trader" | "organisation", "name", "address", "gender", "birth_on", "id_number",
  "phone", "employer", "code", "representative", "representative_title", "trade_name", "operator", "guardian", "agent"}.
  Several parties: `party` is the first, `parties` the list of all, which is then printed instead.
* `officers`: [{"name", "certificate"}, ...], at least two.
* `opinions`, lowest first: [{"label": "承办人意见", "text", "name", "on", "certificate"?, "signature"?}];
  {"label", "pending": true} prints an empty row for the pen.
* `violated`, `basis`: [{"law": "《中华人民共和国城乡规划法》", "article": "第四十一条第一款", "text"?: "the words of the article"}].
* `evidence`: [{"name", "proves"?}]. `penalties`: [{"kind": "罚款", "content": "罚款", "amount_yuan"?: "2000.00"}].
* `goods`: [{"name", "quantity", "spec"?, "unit"?, "condition"?, "note"?}].
* `remedy`: {"review_organ", "review_days", "court", "suit_months", "review_first"?: true, "suit_days"?}; with review_first the
  text says 应当先申请行政复议 and the suit follows within `suit_days` of the answer.
* `payment`: {"days", "bank", "account_name"?, "account"?, "rate_percent"}; D36c, D38 and D39 need no `days`.
* `signatures`: {"party": S, "officers": [S, S], "recorder": S, "witness": S, ...}, each S one of
  {"kind": "drawn", "paths": ["M0 0 L9 9"], "w": 300, "h": 120, "on"?}, {"kind": "refused", "reason", "witness"},
  {"kind": "paper"}; whatever is absent prints a line to sign by pen. `signed_on` dates what was drawn without a day of its own.
* `check_url`: address of the check page; printed as QR at the foot.

Papers with several forms: D03 不予立案, D03b 撤销立案; D04 回避申请, D04b 回避决定, D04c 指定承办; D08 证据提取, D08b 照片;
D10 审批, D10b 凭证, D10c 处理; D14 委托, D14b 意见告知; D15 责令改正, D15b 责令停止; D25 笔录, D25b 复核, D25c 放弃;
D26 听证申请, D26b 通知, D26c 公告, D26d 延期、终止, D26e 委托, D26f 放弃; D27 笔录, D27b 报告;
D32 不予处罚, D32b 教育记录; D36 申请, D36b 审批, D36c 决定; D44 清单, D44b 审批, D44c 记录; D48 目录, D48b 备考表.
"""

from __future__ import annotations

from types import MappingProxyType

from mingzhi.core.documents.paper import Paper

from .closing import CLOSING
from .deciding import DECIDING
from .discussing import DISCUSSING
from .hearing import HEARING
from .investigating import INVESTIGATING

PAPERS: MappingProxyType[str, Paper] = MappingProxyType(
    {one.code: one for one in (*INVESTIGATING, *DECIDING, *HEARING, *DISCUSSING, *CLOSING)}
)
