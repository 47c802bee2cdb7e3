"""The table of the credit platform: what a row needs, and every reason for which the platform would send it back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mingzhi.law.credit_report import COLUMNS, faults_of, in_ten_thousands, needed

CITIZEN: dict[str, Any] = {
    "行政相对人名称": "刘大成", "行政相对人类别": "自然人", "证件类型": "身份证", "证件号码": "500399198503121238",
    "行政处罚决定书文号": "綦石壕府罚决字〔2026〕1号", "违法行为类型": "乱堆垃圾", "违法事实": "在公路边堆放垃圾。", "处罚依据": "《条例》第五十条第一款",
    "处罚类别": "罚款", "处罚内容": "罚款300元", "罚款金额(万元)": Decimal("0.03"), "处罚决定日期": date(2026, 4, 1),
    "处罚有效期": date(2099, 12, 31), "公示截止期": date(2027, 4, 1), "处罚机关": "某镇人民政府",
    "处罚机关统一社会信用代码": "115003990000000197", "数据来源单位": "某镇人民政府", "数据来源单位统一社会信用代码": "115003990000000197",
}  # fmt: skip
UNIT = {name: value for name, value in CITIZEN.items() if not name.startswith("证件")} | {
    "行政相对人名称": "某建材有限公司", "行政相对人类别": "法人及非法人组织", "行政相对人代码_1(统一社会信用代码)": "91500399MA5U000033",
    "法定代表人": "王建国",
}  # fmt: skip
CODE = "行政相对人代码_1(统一社会信用代码)"
SHOP = UNIT | {"行政相对人类别": "个体工商户", CODE: "92500399MA5U000030"}


def test_the_table_has_its_thirty_columns_in_order():
    """credit-report"""
    assert len(COLUMNS) == 30
    assert tuple(list(COLUMNS)[place] for place in (0, 13, 29)) == ("行政相对人名称", "行政处罚决定书文号", "备注")


@pytest.mark.parametrize("row", [CITIZEN, UNIT, SHOP])
def test_a_sound_row_of_each_kind_of_party_has_no_fault(row: dict[str, Any]):
    """credit-report"""
    assert faults_of(row) == []


@pytest.mark.parametrize(
    ("row", "column", "value", "words"),
    [
        (CITIZEN, "行政相对人名称", "", "没有填写"),
        (CITIZEN, "证件号码", "", "没有填写"),
        (CITIZEN, "证件号码", "500399198503121239", "第 18 位校验码"),
        (CITIZEN, "证件类型", "驾驶证", "没有“驾驶证”这一类"),
        (CITIZEN, "行政相对人类别", "公民", "没有“公民”这一类"),
        (CITIZEN, CODE, "91500399MA5U000033", "自然人没有统一社会信用代码"),
        (CITIZEN, "行政处罚决定书文号", "字" * 129, "最多 128 字"),
        (CITIZEN, "处罚类别", "训诫", "没有“训诫”这一种"),
        (CITIZEN, "处罚类别", "其他-", "没有“其他-”这一种"),
        (CITIZEN, "罚款金额(万元)", None, "没有填写"),
        (CITIZEN, "罚款金额(万元)", Decimal(0), "罚款金额是零"),
        (CITIZEN, "罚款金额(万元)", Decimal("0.0000001"), "最多六位小数"),
        (CITIZEN, "罚款金额(万元)", Decimal(-1), "不得小于零"),
        (CITIZEN, "罚款金额(万元)", "三百元", "不是数额"),
        (CITIZEN, "处罚类别", "罚款;没收违法所得、没收非法财物", "没有填写"),
        (CITIZEN, "处罚类别", "罚款;吊销许可证件", "没有填写"),
        (CITIZEN, "处罚有效期", date(2026, 3, 31), "早于处罚决定日期"),
        (CITIZEN, "公示截止期", date(2026, 3, 31), "早于处罚决定日期"),
        (CITIZEN, "处罚决定日期", "2026-04-01", "不是日期"),
        (CITIZEN, "处罚机关统一社会信用代码", "91500399MA5U000033", "以 11 开头"),
        (CITIZEN, "数据来源单位统一社会信用代码", "115003990000000190", "第 18 位校验码"),
        (UNIT, CODE, "", "没有填写"),
        (UNIT, "法定代表人", "", "没有填写"),
        (UNIT, CODE, "92500399MA5U000030", "92 开头的是个体工商户"),
        (SHOP, CODE, "91500399MA5U000033", "92 开头的是个体工商户"),
        (UNIT, "当前状态", "0", "没有这一列"),
    ],
)
def test_each_fault_names_its_column_and_what_to_do(row: dict[str, Any], column: str, value: Any, words: str):
    """credit-report"""
    found = faults_of(row | {column: value})
    assert [fault for fault in found if words in str(fault)], found
    assert all(fault.column and fault.mend for fault in found)


def test_several_faults_are_listed_together():
    """credit-report"""
    assert len(faults_of(CITIZEN | {"证件号码": "1", "处罚依据": "", "处罚有效期": None})) == 3


def test_an_optional_column_may_be_empty_and_an_unusual_penalty_is_explained():
    """credit-report"""
    assert faults_of(CITIZEN | {"公示截止期": None, "处罚类别": "罚款;其他-责令限期拆除"}) == []
    assert "公示截止期" not in needed(CITIZEN)


@pytest.mark.parametrize(("yuan", "said"), [("200", "0.02"), ("2000", "0.2"), ("1", "0.0001"), ("0.01", "0.000001"), ("50000", "5")])
def test_amounts_are_counted_in_ten_thousand_yuan(yuan: str, said: str):
    """credit-report: 2000 元 = 0.2"""
    assert in_ten_thousands(Decimal(yuan)) == Decimal(said)
