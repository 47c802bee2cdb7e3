"""Whose name goes, whose stays, and what stands in its place."""

from __future__ import annotations

import pytest

from mingzhi.law.provisions import cited
from mingzhi.law.redaction import Kind, Mode, Options, Person, Role, doubtful, redact, remains


@pytest.mark.parametrize(
    ("role", "text", "provision"),
    [
        (Role.PARTY, "张某某到场", "disclosure-7.2-mask"),
        (Role.WITNESS, "张某某到场", "disclosure-8.1"),
        (Role.INFORMANT, "举报人到场", "complaint-8"),
        (Role.MINOR, "某未成年人到场", "disclosure-8.4"),
    ],
)
def test_a_name_is_hidden_by_the_role_of_its_bearer(role, text, provision):
    """disclosure-7.2-mask, disclosure-8.1, disclosure-8.4, complaint-8: an informant and a minor keep not even the surname."""
    done = redact("张三到场", [Person("张三", role)])
    assert done.text == text
    assert [(one.kind, one.provision, one.sure) for one in done.hidden] == [(Kind.NAME, provision, True)]


def test_officers_stay_where_the_matter_knows_them_and_where_the_text_says_so():
    """disclosure-5.1: who enforces is published beforehand."""
    text = "执法人员李雪梅、陈志强到场，吴敏记录。"
    assert redact(text, [Person("吴敏", Role.OFFICER)]).text == text


def test_who_is_officer_and_party_alike_is_hidden():
    """disclosure-8.1: nobody can tell two people of one name apart in a text."""
    assert redact("吴敏到场", [Person("吴敏", Role.OFFICER), Person("吴敏", Role.PARTY)]).text == "吴某某到场"


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (Options(), "法定代表人李某某，当事人张某某"),
        (Options(mode=Mode.SUMMARY), "法定代表人李四，当事人张某某"),
        (Options(legal_rep="keep"), "法定代表人李四，当事人张某某"),
        (Options(mode=Mode.SUMMARY, legal_rep="hide"), "法定代表人李某某，当事人张某某"),
        (Options(party="keep"), "法定代表人李某某，当事人张三"),
        (Options(style="star"), "法定代表人李*，当事人张*"),
    ],
)
def test_switches_of_the_town_decide_over_representative_and_party(options, text):
    """disclosure-7.2: a summary names the legal representative. disclosure-8.1: the full text hides them."""
    people = [Person("李四", Role.LEGAL_REP), Person("张三", Role.PARTY)]
    assert redact("法定代表人李四，当事人张三", people, options).text == text


def test_the_name_of_a_unit_keeps_the_person_in_it():
    """disclosure-8.1 speaks of persons; 王建国建材有限公司 is registered and public."""
    people = [Person("王建国", Role.LEGAL_REP)]
    text = "綦江区王建国建材有限公司未依法公示，王建国承认。王建国经营的建材店已关闭。"
    assert redact(text, people).text == "綦江区王建国建材有限公司未依法公示，王某某承认。王某某经营的建材店已关闭。"


def test_a_name_that_is_also_a_word_is_told_from_the_word_or_left_to_a_person():
    """disclosure-8.1"""
    done = redact("高峰在笔录中承认，用电高峰时段抽水。", [Person("高峰", Role.PARTY)])
    assert done.text == "高某某在笔录中承认，用电高峰时段抽水。"
    assert [one.start for one in done.unsure] == [11]
    assert done.publish is None


def test_unknown_names_are_found_by_label_form_and_neighbours():
    """disclosure-8.1"""
    text = "证人贾学军陈述：我看见梅长青倒渣土。在场人：欧阳静、买买提·吐尔逊。\n（签字）：谭 小 龙"
    done = redact(text)
    assert done.text == "证人贾某某陈述：我看见梅某某倒渣土。在场人：欧阳某某、买某某。\n（签字）：谭某某"
    assert not any(one.sure for one in done.hidden)


def test_what_is_masked_already_is_silent():
    """disclosure-7.2-mask"""
    assert remains("当事人张某某、王**，举报人反映，证人李某（女）、赵×，欧阳某某1。") == ()


def test_every_place_says_why_in_chinese_and_cites_a_provision_that_exists():
    """disclosure-8.4"""
    done = redact("张三，电话13900001234，住石壕镇万隆村3组12号，患有糖尿病，月收入3000元，车牌渝A12345。", [Person("张三", Role.PARTY)])
    assert {one.kind for one in done.hidden} == {Kind.NAME, Kind.PHONE, Kind.ADDRESS, Kind.HEALTH, Kind.PROPERTY, Kind.PLATE}
    assert all(one.why and cited(one.provision) for one in done.hidden)


@pytest.mark.parametrize(
    ("text", "publish"),
    [
        ("当事人张某某系未成年人。", False),
        ("当事人：张某某，男，2010年5月2日出生。2026年3月5日，当事人在河边电鱼。", False),
        ("当事人：张某某，男，2008年3月5日出生。2026年3月6日，当事人在河边电鱼。", True),
        ("机密★一年", False),
        ("本案涉及商业秘密。", None),
        ("当场行政处罚决定书", None),
        ("罚款二百元。", True),
    ],
)
def test_a_text_that_says_itself_that_it_may_not_go_out_is_not_published(text, publish):
    """disclosure-9.1: a party under age; juvenile-interpretation-2 counts from the day after the birthday. disclosure-9.2: secrets."""
    done = redact(text)
    assert done.publish is publish
    assert bool(done.reasons) == (publish is not True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("翻译洛桑译成汉语。", ["洛桑"]),
        ("垃圾是闰土倒的。", ["闰土"]),
        ("员工三人，分别为展鹏、木合塔尔、占小红。", ["展鹏", "木合塔尔", "占小红"]),
        ("我正和武向东喝酒，对面龚自立的棚子也该拆。", ["武向东", "龚自立"]),
        ("车主洛阳（身份证号略）到场。", ["洛阳"]),
        ("本机关向郎文彬出示证件。", ["郎文彬"]),
        ("押金交给市场管理员段鹏飞了。", ["段鹏飞"]),
        ("问：你的姓名？答：乐小军。", ["乐小军"]),
        ("随后王芳离开现场，乐小军再次倾倒。", ["王芳", "乐小军"]),
        ("转账给归大海3000元，宿建华收了200元。", ["归大海", "宿建华"]),
        ("举报人反映王芳乱搭乱建。", ["王芳"]),
        ("经询问乐小军，其承认倾倒渣土。", ["乐小军"]),
        ("他雇了谌志开挖机，阚秀兰撑着伞在路边看。", ["谌志", "阚秀兰"]),
        ("劝离宿建华时，其儿媳毋小凤拍下视频。", ["宿建华", "毋小凤"]),
        ("参与搬运的有盘龙、蓝海、雷电三人。", ["盘龙", "蓝海", "雷电"]),
        ("砖是江山手里买的，江山说他没有开过收据。", ["江山"]),
        ("一个叫温泉的人把车停在路口。", ["温泉"]),
        ("3组瞿国庆反映水塘发臭。", ["瞿国庆"]),
        ("由租客伊力亚尔看店，翻译丹增当面口译。", ["伊力亚尔", "丹增"]),
        ("签名：邬 敏　粟 以 华　阎 丰", ["邬 敏", "粟 以 华", "阎 丰"]),
    ],
)
def test_whoever_stands_where_only_a_person_can_is_found_whatever_the_name(text, names):
    """disclosure-8.1"""
    done = redact(text)
    assert {text[one.start : one.end] for one in done.hidden if one.kind == Kind.NAME} == set(names)


@pytest.mark.parametrize(
    "text",
    [
        "当事人陈述，不再申辩。",
        "放弃陈述、申辩的权利",
        "经责令仍未改正，拒不停止。",
        "种有莴笋、胡豆、黄瓜。",
        "携犬外出应当束犬链",
        "可以申请顺延。\n送达回证附卷。",
        "案发当晚下雨。",
        "你家的地名叫什么？答：叫向家坝，我们组都姓向。",
        "当日，施工方再次倾倒，渣土全部清运。",
        "费用由企业缴纳，限三日内改正。",
        "砖头是从山上滚下来的，水泥是从砖厂买来的。",
        "找到经营场所后，执法人员出示证件，通知建设单位负责人到场。",
        "教师、医生、律师三人一组下乡宣讲，云台村、孙家湾两户通水。",
        "逾期不缴纳罚款，同意加处罚款。",
        "手续已经成功办好，全角书写的号码也算。",
        "从事文印工作的人员应参加每年度行政执法培训。",
        "接到投诉举报，应向投诉举报人出具回执。",
        "本镇执法事项清单按法定、赋权、委托分类，全文在本网站公开。",
        "送达回证\n年　月　日　时　分",
        "坚持以习近平新时代中国特色社会主义思想为指导，建设更高水平的平安乡镇。",
    ],
)
def test_words_of_papers_and_lists_of_things_are_nobody(text):
    """disclosure-8.1 hides names, not what was done."""
    done = redact(text)
    assert (done.hidden, done.unsure) == ((), ())


@pytest.mark.parametrize(
    ("name", "text", "published"),
    [
        ("季节", "季节在每年捕捞季节都会下网。", "季某某在每年捕捞季节都会下网。"),
        ("安全", "安全，男，系工地安全员。", "安某某，男，系工地安全员。"),
        ("康庄", "康庄承建的康庄大道边坡裸土。", "康某某承建的康庄大道边坡裸土。"),
    ],
)
def test_a_word_that_is_somebodys_name_stays_where_nobody_can_stand_and_is_put_to_a_person(name, text, published):
    """disclosure-8.1: once hidden as a person, once left as the word and asked about."""
    done = redact(text, [Person(name, Role.PARTY)])
    assert done.text == published
    assert [text[one.start : one.end] for one in done.unsure] == [name]


def test_a_doubt_is_told_and_stops_nothing():
    """disclosure-8.1: whoever compares is shown it; a word that was allowed is not doubted any more."""
    people = [Person("季节", Role.PARTY)]
    text = "当前正值捕捞季节，应设置路缘石。"
    assert remains(text, people) == ()
    assert [(text[one.start : one.end], one.sure) for one in doubtful(text, people)] == [("季节", False)]
    assert doubtful(text, people, Options(allowed=frozenset({"季节"}))) == ()


@pytest.mark.parametrize(
    "left",
    [
        "姚长林", "姚　长　林", "季节称天黑", "500399196402290011", "13900003310", "023-86540017", "建设银行卡号6217003760012345674", "微信号yao_cl_88",
        "yao@example.cn", "渝B2K88F", "住石壕镇万隆村3组12号", "年收入约2万元", "护照P3990012B",
    ],
)  # fmt: skip
def test_people_of_the_matter_and_particulars_are_sure_and_stop_what_is_ready(left):
    """disclosure-8.1, disclosure-8.2: no form of words makes a doubt of them."""
    people = [Person("姚长林", Role.WITNESS), Person("季节", Role.PARTY)]
    found = remains(f"经查，{left}。", people)
    assert found
    assert all(one.sure for one in found)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("水务站站长周德明、综治办主任李志强到场。", True),
        ("广源养殖场站长周德明到场。", False),
        ("请拨打市监局电话48661234，或者举报电话：023-48740007，区信访办电话（023）48740008。", True),
        ("店主电话48661234；某公司值班电话0830-5200399。", False),
        ("举报电话：13900003310", False),
    ],
)
def test_heads_of_stations_and_lines_of_organs_are_public(text, stays):
    """disclosure-8.1, disclosure-8.2: a mobile is somebody's wherever it stands."""
    assert (redact(text).text == text) is stays


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("安永福", "询问人问安永福是否在场。"),
        ("吴杰", "镇吴杰综合行政执法大队应当履行职责。"),
        ("高山", "高山_01.jpg"),
        ("高峰", "高峰和张三在河边。"),
        ("方正", "关于方正擅自搭建一案的决定"),
        ("高峰", "当晚高峰砸坏门窗。"),
    ],
)
def test_somebody_known_is_hidden_beside_what_only_looks_like_an_officer_or_a_word(name, text):
    """disclosure-8.1"""
    assert name not in redact(text, [Person(name, Role.PARTY), Person("张三", Role.WITNESS)]).text


@pytest.mark.parametrize(
    ("name", "text", "stays"),
    [
        ("关中平", "关中平原今年雨水多。", True),
        ("关中平", "关中平今年雨天修水渠。", False),
        ("孟获", "大家把{}村口的占道摊子清了。", True),
        ("孟获", "大家看见{}在村口占道。", False),
    ],
)
def test_letters_of_a_longer_word_are_nobody_though_the_matter_knows_the_name(name, text, stays):
    """disclosure-8.1: whatever is left is put to a person."""
    text = text.format(name)
    done = redact(text, [Person(name, Role.PARTY)])
    assert (done.text == text) is stays
    assert stays is any(text[one.start : one.end] == name for one in done.unsure)


@pytest.mark.parametrize("did", ["离开", "砸坏", "找", "去", "通知", "挂靠", "和", "的孩子就读", "", "指着"])
@pytest.mark.parametrize("unit", ["现场", "石壕镇中学", "派出所", "超市", "村委会", "养殖场"])
def test_whoever_does_something_at_a_unit_is_no_part_of_its_name(did, unit):
    """disclosure-8.1: a name the matter knows stays only where the unit is called by it; one it does not know is found before what was done."""
    text = f"昨晚刘大成{did}{unit}。"
    stays = not did and unit in ("超市", "养殖场")
    assert ("刘大成" in redact(text, [Person("刘大成", Role.PARTY)]).text) is stays
    if did in ("离开", "砸坏", "找", "去", "通知", "挂靠"):
        assert "刘大成" not in redact(text).text


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "刘大成超市",
            "重庆刘大成建筑劳务有限公司",
            "綦江区石壕镇刘大成汽车修理厂",
            "刘大成羊肉馆",
            "刘大成水果店",
            "刘大成鑫源石材有限公司",
        ),
        *(
            "刘大成农机修理部",
            "石壕镇刘大成裁缝铺",
            "刘大成父子渔具店",
            "刘大成煤炭经销部",
            "石壕镇刘大成清真牛羊屠宰点",
            "刘大成海岛摄影店",
        ),
    ],
)
def test_a_unit_that_is_called_by_a_person_keeps_its_name(unit):
    """disclosure-8.1 hides natural persons: a registered name is public."""
    text = f"当事人：{unit}，经营者刘大成。"
    assert redact(text, [Person("刘大成", Role.OPERATOR)]).text == f"当事人：{unit}，经营者刘某某。"
