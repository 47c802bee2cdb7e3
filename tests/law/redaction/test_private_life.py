"""Means, health, schools and homes of persons: a way of speaking that tells of somebody goes, the same words of a case or a rule stay."""

from __future__ import annotations

import pytest

from mingzhi.law.redaction import Kind, redact

_TOLD = {
    Kind.PROPERTY: [
        "我一个月退休工资4200块，老伴没得收入来源。",
        "全年打工收入大概三万五，供两个娃读书。",
        "手头只有三百块现金。",
        "他背了十来万的网贷。",
        "为给儿子治病借了十几万。",
        "女儿每月给我寄五百元生活费。",
        "丈夫在厂里上班，一个月四千多块。",
        "月收入为2000至3000元。",
        "持有该公司30%股份，年分红约6万元。",
    ],
    Kind.HEALTH: [
        "其母中风偏瘫，由其照料。",
        "妻子产后抑郁，无法到场。",
        "右手食指缺失，握不住锄头。",
        "系三级肢体残疾。",
        "膝关节置换术后三个月。",
        "每天要打胰岛素。",
        "当事人怀有六个月身孕。",
        "马某患高血压多年。",
        "体检发现乙肝表面抗原阳性。",
        "老人信佛多年。",
    ],
    Kind.SCHOOL: [
        "大的在扶欢二中读高一。",
        "孙子上石壕幼儿园，早晚要接送。",
        "外孙女在隆盛镇黄坝村小学读学前班。",
        "未成年人就读学校为綦江区职业教育中心汽修3班。",
        "儿子正念高二，住校。",
        "石壕镇第二幼儿园大班幼儿走失。",
    ],
    Kind.ADDRESS: [
        "问：你家住哪里？答：石壕镇茶店村6组11号。",
        "暂住石壕镇工业园区工地板房12号。",
        "寄宿在綦江中学男生宿舍5号楼203室。",
        "临时住石壕镇香树村4社张家大院西侧第三间。",
        "不公开住址（宜兴市丁蜀镇洑东新村17幢403室）。",
    ],
    Kind.ID: [
        "持越南护照(号码C8240018)入境。",
        "持大陆通行证，证号05039918。",
        "外国人永久居留身份证号AUS500399123457。",
        "退役军人优待证编号渝500399001。",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in _TOLD.items() for text in texts])
def test_what_is_told_of_somebody_goes(kind, text):
    """disclosure-8.2, disclosure-8.4"""
    assert kind in {one.kind for one in redact(text).hidden}


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("存款只剩三千余元，请求减免", "（财产状况略），请求减免"),
        ("领取失业保险金每月1575元，", "（财产状况略），"),
        ("确诊为乳腺癌晚期，在家休养", "（个人信息略）"),
        ("女儿在石壕镇中心小学五年级三班读书", "女儿在（学校略）读书"),
        ("经向上冈镇实验学校七年级5班班主任了解", "经向（学校略）班主任了解"),
    ],
)
def test_what_is_told_goes_whole(given, published):
    """disclosure-8.2, disclosure-8.4: 存款（略）三千余元 would hide nothing."""
    assert redact(given).text == published


@pytest.mark.parametrize(
    "text",
    [
        "没收违法所得3200元，并处罚款5000元。",
        "种粮补贴每亩一百二十元的政策已宣传。",
        "对年满八十周岁的老年人每月发放高龄津贴一百元。",
        "全镇农民人均可支配收入一万八千元。",
        "施工单位拖欠农民工工资八万元。",
        "工程造价1.2万元，赔偿损失二千元。",
        "欠缴垃圾处置费360元。",
        "运来空心砖五百块，借砖二百块。",
        "招聘广告称月薪五千元。",
        "对低保户、特困人员免收垃圾处置费。",
        "借用场地三百平方米堆放建材。",
        "患有痢疾、伤寒、病毒性肝炎的人员，不得从事接触直接入口食品的工作。",
        "宣称该茶可治疗高血压、糖尿病。",
        "綦江区精神病医院门前占道经营。",
        "精神病人、智力残疾人违法不予处罚。",
        "母猪产后出血死亡，奶牛患布鲁氏菌病。",
        "区残疾人联合会、佛教协会参加检查。",
        "盲人按摩店占道经营。",
        "公民有宗教信仰自由。",
        "在石壕镇中心小学门口摆摊，距校门五十米。",
        "对石壕中学食堂进行检查，石壕中学高三年级停课。",
        "石壕小学三年级教室外墙脱落。",
        "我记得那是初三的事情。",
        "居住区内禁止饲养家禽，门店地址石壕镇移民街21号。",
        "在石壕镇幸福旅馆306房间查获无证经营。",
        "执法证件号码：5003990012。",
    ],
)
def test_the_same_words_of_a_case_a_rule_or_a_place_stay(text):
    """disclosure-7.2: what was done, where, and what it cost is what is published."""
    assert redact(text).text == text
