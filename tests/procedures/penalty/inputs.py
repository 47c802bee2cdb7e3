"""For every action of the three procedures: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from mingzhi.procedures.penalty.gates.officers import ASKED_BY as _ASKED_BY
from tests.procedures.samples import Sample
from tests.procedures.samples import by as _by

from . import hearing_steps, story
from .raw_input import (
    acting,
    announce,
    ask_correction,
    ask_deferral,
    ask_preservation,
    ask_recusal,
    bank_in,
    collect,
    commission_appraisal,
    day,
    discuss,
    dispose_goods,
    dispose_preserved,
    dispose_sample,
    exit_reasons,
    grant,
    guide,
    hand_in,
    look_again,
    make_file,
    moment,
    not_punish,
    notify,
    opinion,
    order_evidence,
    other_officers,
    party_name,
    pay,
    preserve,
    propose,
    punish,
    reasons,
    receive_appraisal,
    recheck,
    record_receipt,
    refund,
    refuse_exit,
    review_statement,
    sample,
    serve,
    summon,
    team,
    transfer_clue,
    verify,
    void_paper,
)
from .states import CLUE, SAMPLING, STATES
from .test_evidence import sheet
from .test_exits import TRANSFER
from .test_handling import DRAWN
from .test_investigation import address
from .test_notice import WAIVER
from .test_performance import GOODS

PAPER = {"kind": "paper"}

HANDLER, CAPTAIN, HEAD, CLERK, ARCHIVIST, CHAIR = "lixuemei", "luokaifu", "zhouweimin", "wangli", "heping", "fangzhongzheng"

# One row an action, so that the table reads like the procedures beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "clue.register": _by(CLERK, lambda town, matter, now: {**CLUE, "received_at": moment(now)}, "clue: nothing"),
    "clue.assign": _by(CAPTAIN, lambda town, matter, now: {"people": story.OFFICERS}, "clue: registered", "clue: verifying"),
    "clue.verify": _by(HANDLER, verify, "clue: verifying"),
    "clue.send_back": _by(CAPTAIN, reasons, "clue: concluded"),
    "clue.send_to_filing": _by(CAPTAIN, opinion, "clue: concluded"),
    "clue.transfer": _by(CAPTAIN, transfer_clue, "clue: concluded", "clue: for filing"),
    "clue.record_receipt": _by(HANDLER, lambda town, matter, now: {"received_on": day(now), "receiver": "某局 张接收"}, "clue: handing"),
    "clue.dismiss": _by(CAPTAIN, reasons, "clue: concluded", "clue: for filing"),
    "clue.become_case": _by(HANDLER, lambda town, matter, now: {}, "clue: with its case"),
    "clue.answer_informant": _by(CLERK, lambda town, matter, now: {"answer": "正在核查。", "channel": "电话"}, "clue: registered", "clue: concluded"),
    "clue.read_informant": _by(CLERK, reasons, "clue: registered", "clue: verifying"),
    # 立案
    "penalty.propose": _by(HANDLER, propose, "nothing"),
    "penalty.endorse_filing": _by(CAPTAIN, opinion, "proposed"),
    "penalty.approve_filing": _by(HEAD, opinion, "endorsed"),
    "penalty.return_filing": _by(CAPTAIN, reasons, "proposed", "endorsed"),
    "penalty.revise": _by(HANDLER, propose, "returned"),
    "penalty.refuse_filing": _by(HEAD, reasons, "proposed", "endorsed"),
    # 承办与回避
    "penalty.assign": _by(CAPTAIN, other_officers, "filed", "told", "served", "suspended"),
    "penalty.request_recusal": _by(HANDLER, ask_recusal, "proposed", "filed", "decision proposed"),
    "penalty.decide_recusal": _by(HEAD, lambda town, matter, now: {"granted": "yes", "reasons": "属实。"}, "recusal asked"),
    # 调查取证
    "penalty.inspect": _by(HANDLER, lambda town, matter, now: story.inspection(**acting(now, officers=team(matter))), "filed", "investigated"),
    "penalty.summon": _by(HANDLER, summon, "filed"),
    "penalty.question": _by(HANDLER, lambda town, matter, now: story.questioning(**acting(now, officers=team(matter))), "filed", "investigated"),
    "penalty.order_evidence": _by(HANDLER, order_evidence, "filed"),
    "penalty.take_evidence": _by(HANDLER, lambda town, matter, now: sheet(acted_at=moment(now), officers=team(matter)), "filed"),
    "penalty.ask_sampling": _by(HANDLER, lambda town, matter, now: SAMPLING, "filed"),
    "penalty.approve_sampling": _by(CAPTAIN, opinion, "sampling asked"),
    "penalty.refuse_sampling": _by(HEAD, reasons, "sampling asked"),
    "penalty.sample": _by(HANDLER, sample, "sampling approved"),
    "penalty.dispose_sample": _by(HANDLER, dispose_sample, "sampled"),
    "penalty.ask_preservation": _by(HANDLER, ask_preservation, "filed"),
    "penalty.approve_preservation": _by(HEAD, opinion, "keeping asked"),
    "penalty.refuse_preservation": _by(HEAD, reasons, "keeping asked"),
    "penalty.preserve": _by(HANDLER, preserve, "keeping approved"),
    "penalty.dispose_preserved": _by(HANDLER, dispose_preserved, "kept"),
    "penalty.commission_appraisal": _by(HANDLER, commission_appraisal, "filed"),
    "penalty.receive_appraisal": _by(HANDLER, receive_appraisal, "appraisal commissioned"),
    "penalty.ask_correction": _by(HANDLER, ask_correction, "inspected"),
    "penalty.order_correction": _by(CAPTAIN, opinion, "correction asked"),
    "penalty.return_correction": _by(CAPTAIN, reasons, "correction asked"),
    "penalty.recheck": _by(HANDLER, recheck, "investigated", "told", "served"),
    "penalty.guide": _by(HANDLER, guide, "investigated", "told"),
    "penalty.confirm_address": _by(
        HANDLER, lambda town, matter, now: address(officers=team(matter), receiver=party_name(matter)), "filed", "told", "served"
    ),
    "penalty.report": _by(HANDLER, lambda town, matter, now: story.final_report(matter), "investigated"),
    # 事先告知与陈述申辩
    "penalty.agree_report": _by(CAPTAIN, opinion, "reported"),
    "penalty.return_report": _by(CAPTAIN, reasons, "reported", "agreed", "told"),
    "penalty.notify": _by(HANDLER, notify, "agreed", "told"),
    "penalty.hear_statement": _by(HANDLER, lambda town, matter, now: story.statement(**acting(now, officers=team(matter))), "told", "decision proposed"),
    "penalty.waive_statement": _by(HANDLER, lambda town, matter, now: {**WAIVER, "signed_at": moment(now)}, "told"),
    "penalty.review_statement": _by(HANDLER, review_statement, "heard"),
    # 听证
    "penalty.ask_hearing": _by(HANDLER, lambda town, matter, now: hearing_steps.application(asked_on=day(now)), "told of a hearing"),
    "penalty.waive_hearing": _by(HANDLER, lambda town, matter, now: {**WAIVER, "signed_at": moment(now)}, "told of a hearing"),
    "penalty.arrange_hearing": _by(HEAD, lambda town, matter, now: hearing_steps.arrangement(begins_at=moment(now, 60 * 24 * 40)), "hearing asked"),
    "penalty.postpone_hearing": _by(HEAD, reasons, "hearing arranged"),
    "penalty.end_hearing": _by(HEAD, lambda town, matter, now: {"because": "withdrawn", "ended_at": moment(now), "reasons": "书面撤回。"},
        "hearing asked", "hearing arranged"),
    "penalty.hold_hearing": _by(CHAIR, lambda town, matter, now: hearing_steps.hearing(**acting(now, officers=team(matter))), "hearing arranged"),
    "penalty.report_hearing": _by(CHAIR, lambda town, matter, now: hearing_steps.report(), "hearing held"),
    # 决定
    "penalty.propose_decision": _by(
        HANDLER, lambda town, matter, now: {"penalties": matter.proposed_penalties, "opinion": "建议处罚。"}, "window over"
    ),
    "penalty.endorse_decision": _by(CAPTAIN, opinion, "decision proposed"),
    "penalty.return_decision": _by(CAPTAIN, reasons, "decision proposed", "decision endorsed"),
    "penalty.approve_deviation": _by("tangguohua", opinion, "deviating"),
    "penalty.discuss": _by(CLERK, discuss, "decision proposed", "decision endorsed"),
    "penalty.decide": _by(HEAD, lambda town, matter, now: story.deciding(matter), "decision endorsed"),
    "penalty.not_punish": _by(HEAD, not_punish, "reported", "agreed", "decision proposed"),
    # 送达
    "penalty.serve": _by(HANDLER, serve, "notified", "decided", "served"),
    "penalty.announce": _by(HANDLER, announce, "notice not delivered"),
    "penalty.complete_announcement": _by(HANDLER, lambda town, matter, now: {}, "announced"),
    "penalty.void_paper": _by(CAPTAIN, void_paper, "notified"),
    # 移送、中止、终止、撤案
    "penalty.ask_transfer": _by(HANDLER, lambda town, matter, now: TRANSFER, "filed", "told"),
    "penalty.transfer": _by(HEAD, opinion, "transfer asked"),
    "penalty.record_receipt": _by(HANDLER, record_receipt, "transferred"),
    "penalty.ask_suspension": _by(HANDLER, exit_reasons, "filed", "reported"),
    "penalty.suspend": _by(HEAD, opinion, "suspension asked"),
    "penalty.ask_resumption": _by(HANDLER, exit_reasons, "suspended"),
    "penalty.resume": _by(HEAD, opinion, "resumption asked"),
    "penalty.ask_termination": _by(HANDLER, exit_reasons, "filed", "suspended"),
    "penalty.terminate": _by(HEAD, opinion, "termination asked"),
    "penalty.ask_withdrawal": _by(HANDLER, exit_reasons, "filed", "decision endorsed"),
    "penalty.withdraw": _by(HEAD, opinion, "withdrawal asked"),
    "penalty.refuse_exit": _by(HEAD, refuse_exit, "transfer asked", "suspension asked", "resumption asked", "withdrawal asked"),
    # 执行
    "penalty.pay": _by(CLERK, pay, "served", "surcharged"),
    "penalty.reverse_payment": _by(CLERK, lambda town, matter, now: {"reason": "票据属于另一当事人"}, "paid"),
    "penalty.collect": _by(HANDLER, collect, "served"),
    "penalty.hand_in": _by(CLERK, hand_in, "collected"),
    "penalty.bank_in": _by(CLERK, bank_in, "handed in"),
    "penalty.ask_deferral": _by(HANDLER, ask_deferral, "served"),
    "penalty.decide_deferral": _by(HEAD, grant, "deferral asked"),
    "penalty.surcharge": _by(HEAD, opinion, "overdue"),
    "penalty.demand": _by(HEAD, lambda town, matter, now: {"manner": "到代收机构缴款"}, "overdue", "surcharged"),
    "penalty.ask_goods_disposal": _by(HANDLER, lambda town, matter, now: {**GOODS, "party_signature": DRAWN}, "confiscated"),
    "penalty.approve_goods_disposal": _by(HEAD, grant, "goods asked"),
    "penalty.dispose_goods": _by(HANDLER, dispose_goods, "goods approved"),
    "penalty.refund": _by(CLERK, refund, "fallen"),
    # 结案、立卷
    "penalty.ask_closing": _by(HANDLER, opinion, "performed", "receipted"),
    "penalty.endorse_closing": _by(CAPTAIN, opinion, "closing asked"),
    "penalty.return_closing": _by(CAPTAIN, reasons, "closing asked", "closing endorsed"),
    "penalty.approve_closing": _by(HEAD, opinion, "closing endorsed"),
    "penalty.make_file": _by(HANDLER, make_file, "closed"),
    "penalty.return_file": _by(ARCHIVIST, reasons, "file made"),
    "penalty.check_file": _by(ARCHIVIST, lambda town, matter, now: {"checker_signature": DRAWN}, "file made"),
    # 当场处罚
    "summary.punish": _by(HANDLER, punish, "spot: nothing"),
    "summary.collect": _by(HANDLER, collect, "spot: punished", "spot: reported"),
    "summary.hand_in": _by(CLERK, hand_in, "spot: collected"),
    "summary.bank_in": _by(CLERK, bank_in, "spot: handed in"),
    "summary.pay": _by(CLERK, pay, "spot: reported", "spot: surcharged"),
    "summary.reverse_payment": _by(CLERK, lambda town, matter, now: {"reason": "票据属于另一当事人"}, "spot: paid"),
    "summary.ask_deferral": _by(HANDLER, ask_deferral, "spot: punished"),
    "summary.decide_deferral": _by(HEAD, grant, "spot: deferral asked"),
    "summary.surcharge": _by(HEAD, opinion, "spot: overdue"),
    "summary.demand": _by(HEAD, lambda town, matter, now: {"manner": "到代收机构缴款"}, "spot: overdue", "spot: surcharged"),
    "summary.confirm_address": _by(HANDLER, lambda town, matter, now: address(officers=team(matter)), "spot: punished"),
    "summary.serve": _by(HANDLER, serve, "spot: surcharged"),
    "summary.announce": _by(HANDLER, announce, "spot: not delivered"),
    "summary.complete_announcement": _by(HANDLER, lambda town, matter, now: {}, "spot: announced"),
    "summary.void_paper": _by(CAPTAIN, void_paper, "spot: demanded"),
    "summary.report": _by(HANDLER, lambda town, matter, now: {"received_by": "罗开富"}, "spot: punished"),
    "summary.recheck": _by(HANDLER, look_again, "spot: reported"),
    "summary.refund": _by(CLERK, refund, "spot: fallen"),
    "summary.make_file": _by(HANDLER, make_file, "spot: paid"),
    "summary.return_file": _by(ARCHIVIST, reasons, "spot: filing"),
    "summary.check_file": _by(ARCHIVIST, lambda town, matter, now: {"checker_signature": PAPER}, "spot: filing"),
}
# fmt: on

#: Deciding actions → those by which it was asked for, in both procedures.
ASKED_BY = {f"penalty.{name}": asked for name, asked in _ASKED_BY.items() if asked} | {"summary.decide_deferral": ("ask_deferral",)}
BEGUN_ABOVE = {
    "penalty.assign", "penalty.request_recusal", "penalty.void_paper", "penalty.postpone_hearing", "penalty.end_hearing", "penalty.discuss",
    "penalty.surcharge", "penalty.demand", "summary.surcharge", "summary.demand", "summary.void_paper",
}  # fmt: skip

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
