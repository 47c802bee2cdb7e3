"""What is hidden beside names, in the ways it is written, and what looks like it and stays."""

from __future__ import annotations

import pytest

from mingzhi.law.redaction import Options, redact


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("身份证号500399 850907 331", "身份证号（证件号码略）"),
        ("号码50039919791301432\n1", "号码（证件号码略）"),
        ("护照号码：E12345678", "护照号码：（证件号码略）"),
        ("电话（023）48000921", "电话（电话略）"),
        ("电话023-48000921转8012", "电话（电话略）"),
        ("联系电话48000921", "联系电话（电话略）"),
        ("手机一三九〇〇〇〇一二三四", "手机（电话略）"),
        ("手机139****1234", "手机（电话略）"),
        ("邮箱zhao.liu@example.com.cn", "邮箱（邮箱略）"),
        ("微信号shz_chengguan08", "微信号（网络账号略）"),
        ("账号6214 8500 0012 3456 789", "账号（账号略）"),
        ("渝（2018）綦江区不动产权第000214335号", "（证书编号略）"),
        ("车辆识别代号LS4AAB3R7FA123456", "车辆识别代号（证书编号略）"),
        ("驾驶渝B·2K88F号三轮车", "驾驶（车牌略）号三轮车"),
        ("年收入约2万元", "（财产状况略）"),
        ("就读于石壕中学初二（3）班", "就读于（学校略）"),
        ("其女考入綦江中学。", "其女考入（学校略）。"),
        ("其母确诊为右肾透明细胞癌，定期透析。", "其母（个人信息略）。"),
        ("还欠信用社贷款5万元，无固定收入。", "（财产状况略）。"),
        ("房产证，证号綦房权证石壕字第00382号", "房产证，证号（证书编号略）"),
        ("护照P3990012B，持716203845号护照", "护照（证件号码略），持（证件号码略）号护照"),
        ("王某（男，52岁，重庆市綦江区永城镇复兴村2组）", "王某（男，52岁，（住址略））"),
        ("转账由微信转给yubo_kaorou88", "转账由微信转给（网络账号略）"),
    ],
)
def test_what_tells_of_a_person_is_deleted(given, published):
    """disclosure-8.2, disclosure-8.3, disclosure-8.4"""
    assert redact(given).text == published


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("住重庆市綦江区石壕镇万隆村3组12号，汉族", "住（住址略），汉族"),
        ("户籍地址：四川省合江县福宝镇天堂坝村7社27号。", "户籍地址：（住址略）。"),
        ("在石壕镇响水村6组18号住宅内", "在石壕镇响水村（门牌略）住宅内"),
        ("在石壕镇响水村6组公路边倾倒", "在石壕镇响水村6组公路边倾倒"),
        ("在石壕镇兴隆街25号门前占道", "在石壕镇兴隆街25号门前占道"),
        ("名称：石壕镇兴农合作社，住所：石壕镇兴隆街1号", "名称：石壕镇兴农合作社，住所：石壕镇兴隆街1号"),
    ],
)
def test_a_home_goes_to_its_last_number_and_the_place_of_the_offence_stays(given, published):
    """disclosure-8.2"""
    assert redact(given).text == published


@pytest.mark.parametrize(
    "text",
    [
        "石壕府罚决字〔2026〕12号",
        "统一社会信用代码91500399MA5U000033",
        "统一社会信用代码115002227398230135",
        "统一社会信用代码91500399000012746X",
        "查出该店违反卫生规定的病死猪肉20斤",
        "依据《中华人民共和国行政处罚法》第三十三条",
        "2026-03-05 10:30至2026-03-05 11:10",
        "货值金额12345678.90元，罚款2000元",
        "营业执照注册号500399600012345",
        "快递单号7731234567890",
        "执法证号50039900017",
        "向重庆市綦江区人民法院提起行政诉讼",
        "经检测为非洲猪瘟阳性的生猪2头",
        "12 13 14 " * 100,
        "罚款" + "\u3000" * 500 + "二百元",
    ],
)
def test_what_a_reader_needs_stays(text):
    """disclosure-7.2: number, grounds, amount, organ and date are what is published."""
    assert redact(text).text == text


def test_plates_stay_where_the_town_decides_so():
    """disclosure-8.4"""
    assert redact("车牌渝A12345", (), Options(plates="keep")).text == "车牌渝A12345"


def test_an_account_of_a_unit_is_hidden_under_the_article_on_units():
    """disclosure-8.3"""
    (one,) = redact("重庆石壕建材有限公司账号50050110360000000123").hidden
    assert one.provision == "disclosure-8.3"
