"""Words that stand before a name and say who bears it."""

from __future__ import annotations

import re

from .kinds import Role

_WORDS = {
    Role.PARTY: (
        "当事人 被处罚人 行为人 违法行为人 违法嫌疑人 嫌疑人 行政相对人 相对人 被检查人 被执行人 申请人 被申请人 违法人员 "
        "违法人 当事人姓名 被处罚人姓名 受处罚人 "
    ),
    Role.LEGAL_REP: ("法定代表人 法人代表 代表人 主要负责人 负责人 法人 "),
    Role.OPERATOR: (
        "经营者 经营人 业主 店主 老板 老板娘 摊主 投资人 承包人 承包者 实际控制人 实际经营者 场主 厂长 经理 店长 矿长 户主 经营者姓名 "
    ),
    Role.AGENT: ("代理人 委托代理人 受委托人 被委托人 律师 辩护人 代办人 代收人 受托人 委托人 "),
    Role.WITNESS: ("证人 见证人 目击者 目击证人 被询问人 被调查人 在场人 在场人员 被邀请人 见证人员 目击群众 被询问人姓名 "),
    Role.RELATIVE: (
        "妻子 丈夫 儿子 女儿 父亲 母亲 其妻 其夫 其子 其女 其父 其母 其兄 其弟 其姐 其妹 之妻 之夫 之子 之女 配偶 "
        "哥哥 弟弟 姐姐 妹妹 岳父 岳母 公公 婆婆 爷爷 奶奶 外公 外婆 祖父 祖母 孙子 孙女 外孙 亲戚 表弟 表哥 表妹 "
        "表姐 堂弟 堂哥 堂兄 胞弟 胞兄 侄子 侄女 外甥 女婿 儿媳 媳妇 嫂子 姐夫 妹夫 家属 亲属 家人 爱人 前妻 前夫 "
        "长子 次子 长女 次女 监护人 法定监护人 母子 夫妻 夫妇 叔叔 伯伯 舅舅 姑姑 姨妈 继父 继母 养父 养母 长兄 "
        "大哥 二哥 我妈 我爸 他妈 他爸 她妈 她爸 我哥 我弟 我姐 我妹 之父 之母 之兄 之弟 之姐 之妹 之孙 其孙 老婆 老公 男友 女友 男朋友 女朋友 "
        "老大 老二 老三 老四 老五 老六 老七 老幺 大儿子 二儿子 三儿子 小儿子 幺儿 幺儿子 大女儿 二女儿 三女儿 小女儿 幺女 幺妹 幺弟 幺爸 幺叔 幺爷 幺娘 大姐 二姐 三姐 小妹 大妹 二妹 三妹 "
        "大弟 二弟 三弟 小弟 三哥 四哥 大嫂 二嫂 弟媳妇 儿媳妇 孙媳 孙媳妇 孙婿 孙女婿 外孙女 侄孙 侄媳 侄婿 内弟 内兄 内侄 小叔子 大伯子 小姑子 大姑子 小姨 小姑 小叔 幺姑 幺姨 小舅子 大舅子 舅子 小姨子 妹弟 大伯 二伯 三伯 二叔 三叔 四叔 伯娘 二娘 三娘 姑妈 "
        "姑姑 姑婆 姨娘 姨婆 舅母 舅娘 舅公 大舅 二舅 三舅 小舅 表嫂 表姐夫 表妹夫 表侄女 堂嫂 堂叔 堂伯 堂侄 堂侄女 表舅 表姑 干爹 干妈 干儿子 干女儿 义子 养母 生父 生母 老伴 老伴儿 她男人 我男人 他女人 我女人 "
        "未婚妻 未婚夫 遗孀 独子 独女 幼子 幼女 长孙 长孙女 曾孙 长媳 大儿媳 二儿媳 幺儿媳 大女婿 二女婿 姐弟 兄妹 姊妹 姐妹 兄弟 父子 母女 父女 婆媳 "
        "伯父 伯母 姑父 姨父 舅妈 婶婶 弟媳 弟妹 连襟 亲家 养子 养女 塘主 场主 继子 继女 堂妹 堂姐 表叔 表侄 侄儿 胞妹 胞姐 "
    ),
    Role.NEIGHBOUR: ("邻居 村民 居民 群众 农户 住户 村民们 同村 本村 同组 本组 邻居家 邻里 相邻 隔壁 镇民 社员 村里人 老乡 "),
    Role.INFORMANT: ("举报人 投诉人 反映人 信访人 检举人 控告人 来电人 报案人 举报者 投诉者 反映者 线索提供人 举报群众 "),
    Role.MINOR: ("未成年人 幼童 儿童 女童 男童 小孩 小学生 中学生 初中生 高中生 未成年子女 未成年当事人 学生 "),
    Role.OFFICER: (
        "执法人员 执法队员 执法员 办案人员 办案人 承办人 承办人员 检查人 检查人员 调查人 调查人员 询问人 记录人 记录员 "
        "书记员 主持人 听证员 听证主持人 听证人员 审核人 审核人员 法制审核人员 审批人 送达人 送达人员 经办人 经办人员 "
        "镇长 副镇长 大队长 副大队长 中队长 所长 副所长 民警 辅警 勘验人 勘验人员 批准人 签发人 核稿人 拟稿人 "
        "复核人 复核人员 执法工作人员 协办人 主办人 法制审核员 审核员 首席法律咨询专家 大队负责人 分管领导 "
        "镇党委书记 承办人意见 提取人 取证人 采样人员 抽样人员 采样人 抽样人 行政执法人员 党委书记 副书记 "
        "执法人 绘图人 制图人 校核人 复查人 "
    ),
    Role.OTHER: (
        "工作人员 列席人员 出席人员 参会人员 姓名 户名 联系人 收件人 签收人 受送达人 代收人 司机 驾驶员 驾驶人 工人 员工 职工 雇员 雇工 包工头 租户 房东 "
        "房主 承租人 出租人 买方 卖方 收货人 发货人 货主 车主 养殖户 种植户 受害人 被害人 死者 伤者 患者 会计 出纳 "
        "保管员 组长 小组长 村主任 村支书 支书 村长 社长 支部书记 综治专干 施工人 签名 签字 签章 曾用名 别名 又名 "
        "绰号 外号 小名 化名 同事 朋友 同伙 合伙人 股东 帮工 师傅 服务员 收银员 厨师 保安 门卫 销售员 业务员 采购员 "
        "质量负责人 安全员 技术员 工长 施工员 监理 挖机师傅 挖掘机驾驶员 操作员 操作人员 现场负责人 现场人员 现场管理人员 "
        "管理人员 仓管员 村干部 网格员 护林员 购买人 购买者 消费者 顾客 买家 卖家 出卖人 买受人 供货人 供货商 中间人 "
        "介绍人 第三人 利害关系人 案外人 所有人 所有权人 使用人 权利人 借用人 出借人 赠与人 受赠人 参与人 参与者 陪同人 "
        "陪同人员 随行人员 随行 教师 医生 村医 病人 老人 老党员 队长 主任 书记 会长 理事长 监事 董事长 总经理 "
        "副总经理 驾驶人员 乘客 乘坐人 名叫 叫做 名为 自称 称呼 男子 女子 男士 女士 老汉 老太 提供人 陈述人 申辩人 "
        "申请听证人 听证申请人 收款人 付款人 缴款人 交款人 开户人 持卡人 汇款人 赔偿人 担保人 保证人 承诺人 签收 接收人 "
        "卖方经办人 买方经办人 对方经办人 公司经办人 单位经办人 翻译 翻译人 翻译人员 鉴定人 鉴定人员 评估人 甲方 乙方 丙方 校长 班长 承建人 "
        "同案人 同案犯 同案人员 被侵权人 侵权人 被投诉人 被举报人 被反映人 犬主 饲主 船主 屋主 货车司机 挖机司机 铲车司机 三轮车司机 肇事人 肇事司机 伤员 原告 被告 原审被告 被申诉人 "
        "经手人 主家 管理员 行人 路人 承租方 出租方 发包方 承包方 转让方 受让方 出让人 供方 需方 借款人 领款人 移交人 承运人 投保人 被保险人 领养人 "
        "租客 房客 工头 徒弟 学徒 徒工 师兄 师弟 师姐 师妹 师父 搬运工 装卸工 杂工 帮厨 厨子 伙计 小贩 商贩 菜贩 鱼贩 摊贩 木匠 瓦匠 泥瓦匠 石匠 铁匠 篾匠 漆匠 砖匠 裁缝 船工 船夫 渔民 牧民 猎户 护工 保姆 月嫂 护士 "
        "护士长 大夫 兽医 药师 教练 班主任 园长 院长 馆长 科长 股长 科员 干事 驻村干部 包村干部 社区干部 联络员 信息员 调解员 宣传员 监督员 协管员 保洁员 清洁工 环卫工 环卫工人 快递员 骑手 外卖员 外卖骑手 "
        "网约车司机 出租车司机 押运员 售货员 店员 导购 主管 领班 总监 法务 文员 秘书 助理 主播 住客 旅客 食客 过路人 同学 学员 战友 老表 哥们 牌友 酒友 网友 病友 好友 女伴 同伴 同乡 同行人 同行者 同车人 "
        "住户 承租户 租房人 菜农 果农 茶农 蜂农 瓜农 养蜂人 贫困户 低保户 五保户 孤儿 家长 学生家长 犯罪嫌疑人 逝者 亡者 肇事者 目击村民 报警人 报警者 求助人 发帖人 机主 号主 牛主 羊主 狗主人 狗主 主人 男主人 女主人 "
        "对方 本名 真名 原名 实名 大名 全名 署名 落款人 执笔人 代书人 书写人 代笔人 见证方 证明人 经销商 雇主 东家 房主人 地主人 弟子 门徒 帮手 杂役 物业经理 项目经理 大堂经理 片长 楼长 楼栋长 网格长 湾长 寨老 族长 "
        "接待人 填表人 制表人 登记人 报告人 核对人 保管人 看管人 看守人 放牧人 饲养员 转让人 受让人 帮手 小工 老师 "
        "电工 焊工 泥工 木工 临时工 短工 民工 务工人员 合伙 人名 参加人 参加人员 与会人员 其他人员 人员 "
    ),
}

#: Heads of the town's stations and offices are officers; a 主任 or 站长 of whom nothing else is said need not be one.
_OFFICES = {
    "站长": "水务站 农技站 林业站 兽医站 畜牧站 文化站 水利站 农机站 环卫站 城管站 广播站 交管站 农经站 计生站 防疫站",
    "主任": (
        "党政办 党建办 综治办 经发办 民政办 平安办 规建办 规环办 城建办 村建办 环保办 应急办 安监办 财政办 扶贫办 信访办 社事办 人大办 食药办 "
        "农业服务中心 文化服务中心 社保服务中心 便民服务中心 农服中心 产业发展中心 村镇建设中心 综合行政执法办 党政办公室 综治办公室"
    ),
    "所长": "司法所 派出所 财政所 劳保所 国土所 规资所 市监所 税务所 林业所 社保所",
}
_HEADS = tuple(f"{office}{deputy}{head}" for head, offices in _OFFICES.items() for office in offices.split() for deputy in ("", "副"))

#: 妻严丽, 其子洪小宇, 她儿习小北: one letter says whose kin somebody is, after a mark or a pronoun.
_KIN = tuple(f"{whose}{kin}" for whose in "其他她我你" for kin in "妻夫子女儿父母兄弟姐妹哥孙媳婿嫂舅姨叔伯侄甥娘爸妈爹") + tuple(
    f"{mark}{kin}" for mark in "，；（、" for kin in "妻夫子儿兄弟媳婿侄"
)

#: Label -> role. The longest that fits decides: 被询问人 is a witness, 询问人 an officer.
LABELS: dict[str, Role] = {word: role for role, words in _WORDS.items() for word in words.split()} | dict.fromkeys(_HEADS, Role.OFFICER)
LABELS |= {kin: Role.RELATIVE for kin in _KIN if kin not in LABELS}
LONGEST = max(map(len, LABELS))

_LINKS = '：: \u3000\t\n“"为是叫(（'
#: ，妻 is a label, but not in 妻子.
_OF_KIN = 2
_TAILS = frozenset(label[-2:] for label in LABELS)
_SIGNED = re.compile("[（(](?:签名|签字|盖章|签章|捺印|公章|签名或盖章|签字或盖章|签名、捺印|签名并捺印|姓名|乙方|甲方|男|女)[)）]$")


def label_before(text: str, start: int) -> tuple[Role | None, bool]:
    """(role of a label that ends right before, whether a colon or a blank stands between). (签名)： alone is a label too."""
    end = start
    apart = is_signed = False
    for _ in range(6):
        letter = text[end - 1 : end]
        if letter and letter in _LINKS:
            apart = apart or letter in "：:\u3000"
            end -= 1
        elif letter and letter in ")）":
            signed = _SIGNED.search(text, max(0, end - 12), end)
            if signed is None:
                return None, False
            end = signed.start()
            apart = is_signed = True
        else:
            break
    if text[end - 2 : end] not in _TAILS:
        return (Role.OTHER, True) if is_signed else (None, False)
    for size in range(min(LONGEST, end), 1, -1):
        role = LABELS.get(text[end - size : end])
        if role is not None and not (size == _OF_KIN and end == start and text[end - 1 : end + 1] in LABELS):
            return role, apart
    return (Role.OTHER, True) if is_signed else (None, False)
