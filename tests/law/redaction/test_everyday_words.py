"""What people of a township say of themselves without the label of a form, and what looks like it and stays."""

from __future__ import annotations

import pytest

from mingzhi.law.redaction import Kind, redact


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("结果麻烦邮到我嫂子那边，东溪镇朝天门街7号附2号。", "结果麻烦邮到我嫂子那边，（住址略）。"),
        ("他老婆说人住在三角镇金钟村六社碓窝坪9号，天黑才回。", "他老婆说人住在（住址略），天黑才回。"),
        ("跟大女儿一起，在打通镇向阳小区5栋3-2。", "跟大女儿一起，在（住址略）。"),
        ("受送达人迁居南岸区海棠溪街道烟雨路6号11-7。", "受送达人迁居（住址略）。"),
        ("她租的是通惠街道滨河大道12号阳光里3幢19-4。", "她租的是（住址略）。"),
        ("往后就送石壕镇新桥村三组代销店隔壁，我嫂子看得到。", "往后就送（住址略），我嫂子看得到。"),
        ("其人睡在供销社后面平房第三间。", "其人睡在（住址略）。"),
    ],
)
def test_homes_go_without_a_label(text, published):
    """disclosure-8.2"""
    assert redact(text).text == published


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("执法人员赶到横山镇回伍村四社老鹰坪22号，把文书念给他听。", "横山镇回伍村四社老鹰坪22号"),
        ("经查，石壕镇罗汉村2组18号为两层砖混结构。", "石壕镇罗汉村2组18号"),
    ],
)
def test_a_door_of_which_nothing_is_told_is_asked_about(text, place):
    """disclosure-8.2: it may be a home, and it may be what the case is about, which stays."""
    done = redact(text)
    assert done.text == text
    assert [(text[one.start : one.end], one.kind) for one in done.unsure] == [(place, Kind.ADDRESS)]


@pytest.mark.parametrize(
    "text",
    [
        "在石壕镇兴隆街25号门前占道摆摊卖水果。",
        "石壕镇罗汉村2组18号房前堆放建筑垃圾约3立方米。",
        "该违法建筑（石壕镇罗汉村2组18号）未取得乡村建设规划许可证。",
        "石壕镇滨河小区3栋1单元楼梯间停放电动自行车6辆。",
        "被举报地址：石壕镇新街45号3-1，反映噪声扰民。",
        "石壕镇罗汉村2组18号新建砖房一间。",
        "责令拆除石壕镇罗汉村2组18号后院加建的厨房。",
        "石壕镇滨河小区3栋1单元5-2在外墙开洞。",
        "石壕镇罗汉村2组18号存在消防隐患。",
        "执法人员在古南街道滨江路9号3栋楼下发现乱停车。",
        "请携带材料到文龙街道九龙大道12号政务中心3楼302室办理。",
        "本镇办公地点迁至石壕镇人民街6号2楼。",
        "经营场所：綦江区通惠街道天星路20号1-3。",
        "在石壕镇环城路18号3单元楼梯间停放电动车充电。",
        "来信请寄石壕镇政通路7号，邮编401435。",
        "安置小区共建成安置房十二幢，六百余套。",
        "住工棚三个月。",
    ],
)
def test_places_that_are_no_home_stay(text):
    """disclosure-8.2"""
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "秸秆禁烧值班023-48740001，火警119。",
        "征地办48741002负责解释。",
        "燃气抢修023-48659003，供电所48659004。",
        "意见可发至镇信访办邮箱sh_xf@126.com。",
        "材料请发shgjb@cq.gov.cn。",
        "大队电话023-48740008，邮箱shzhzf@163.com。",
        "技术咨询邮箱nj_zx@163.com。",
        "本大队工作微信“石壕城管小汪”。",
        "执法证渝C05-3318。",
        "夜间来电转到023-48740002（值班电话）。",
        "材料交到20240415前有效。",
        "施工许可编号500117202403150101。",
    ],
)
def test_what_an_office_publishes_stays(text):
    """disclosure-8"""
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("举报登记：来电人座机023-48740005。", "举报登记：来电人座机（电话略）。"),
        ("打她上班的店里48712006就行。", "打她上班的店里（电话略）就行。"),
        ("向大队致信，落款附邮箱laozhao1952@189.cn。", "向大队致信，落款附邮箱（邮箱略）。"),
        ("大队将决定书扫描件发至邮箱wang0712@sina.com。", "大队将决定书扫描件发至邮箱（邮箱略）。"),
        ("向本机关提交材料，发件邮箱gu_ming@outlook.com。", "向本机关提交材料，发件邮箱（邮箱略）。"),
        ("货款付至50001303600050208842。", "货款付至（账号略）。"),
        # 第八条（三）: an office of finance is an organisation like others.
        ("罚款缴至綦江区财政局非税专户，账号31070104000099。", "罚款缴至綦江区财政局非税专户，账号（账号略）。"),
        ("拖拉机挂渝05·20417。", "拖拉机挂（车牌略）。"),
        ("车牌渝DZ6·715。", "车牌（车牌略）。"),
        ("快手号则为ks_shan_li。", "快手号则为（网络账号略）。"),
        ("QQ上加过他，2850041007。", "QQ上加过他，（网络账号略）。"),
        ("摆摊卖面，一年到头落得两万。", "摆摊卖面，（财产状况略）。"),
        ("屋头背着六万的账。", "（财产状况略）。"),
        ("开店亏进去九万多。", "开店（财产状况略）。"),
        ("问：你一年收入多少？答：也就一万五。", "问：你一年收入多少？答：（财产状况略）。"),
        ("他前年中了风。", "他（个人信息略）。"),
        ("其母肺气肿离不开氧气机。", "其母（个人信息略）。"),
        ("她在綦江职教中心护理2301班住校。", "她在（学校略）住校。"),
    ],
)
def test_what_is_somebodys_goes(text, published):
    """disclosure-8.2"""
    assert redact(text).text == published


@pytest.mark.parametrize(
    "text",
    [
        "摊位租金每月六百元。",
        "老公赔了六百元医药费。",
        "车上拉的是石膏。",
        "村监委会公示工程尾款还差两千。",
        "放在耳朵背后。",
    ],
)
def test_facts_that_are_nobodys_secret_stay(text):
    """disclosure-8.2"""
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("当天付给昵称陇上牧羊人88三千元。", "当天付给昵称（网络账号略）。"),
        ("微信名：梨乡老秋，其在群中转卖渔网。", "微信名：（网络账号略），其在群中转卖渔网。"),
        ("常用手机在家，微信同名“塬畔老纪”。", "常用手机在家，微信同名“（网络账号略）”。"),
        ("网名黄土坡老汉的博主拍的视频。", "网名（网络账号略）的博主拍的视频。"),
        ("家长建了个群，群号300048217。", "家长建了个群，群号（网络账号略）。"),
        ("其微信昵称不详，网名为空。", "其微信昵称不详，网名为空。"),
        ("他的网名叫什么？", "他的网名叫什么？"),
    ],
)
def test_what_somebody_calls_themselves_on_the_net_goes(text, published):
    """disclosure-8.2"""
    assert redact(text).text == published
