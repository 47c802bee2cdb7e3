"""Names of units, agencies, laws and papers: they stay, with whatever name of a person is in them.

王建国建材有限公司 is registered and public; 王建国经营的建材店 is Wang Jianguo and a shop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .heads import Headed
from .patterns import alternation
from .spans import Bounds

_KINDS = (
    "有限责任公司 股份有限公司 有限公司 集团公司 分公司 子公司 公司 集团 专业合作社 合作联社 合作社 联合社 供销社 "
    "信用社 经济联合社 农村商业银行 商业银行 银行 支行 分理处 储蓄所 经营部 经销部 销售部 门市部 服务部 营业部 "
    "批发部 项目部 小卖部 便利店 超市 商场 商店 商行 商贸行 商铺 批发行 五金行 小吃店 饭店 餐馆 酒楼 酒店 宾馆 "
    "旅馆 民宿 客栈 农家乐 山庄 茶楼 茶馆 面馆 面庄 火锅店 火锅 烧烤店 烧烤 烤鱼 豆花馆 羊肉馆 大排档 食堂 "
    "餐饮店 早餐店 快餐店 理发店 美发店 美容店 药房 药店 大药房 诊所 卫生室 卫生院 医院 幼儿园 小学 中学 大学 "
    "学校 学院 修理厂 修理店 汽修厂 汽修店 修配厂 加工厂 加工坊 砂石厂 采石场 石料厂 砖厂 水泥厂 木材厂 家具厂 "
    "工厂 煤矿 养殖场 养猪场 养鸡场 养牛场 养羊场 屠宰场 家庭农场 农场 林场 牧场 苗圃 砂场 料场 停车场 作坊 工坊 "
    "酒坊 油坊 豆腐坊 工作室 事务所 律师事务所 服务所 服务站 加油站 加气站 收购站 回收站 驿站 网吧 影楼 照相馆 "
    "书店 花店 棋牌室 养老院 敬老院 建筑队 工程队 施工队 运输队 服务中心 中心 人民政府 政府 人民法院 法院 检察院 "
    "公安局 派出所 司法所 管理所 财政所 税务所 税务局 管理局 监督局 委员会 村委会 居委会 办公室 执法大队 大队 支队 "
    "中队 总队 基金会 协会 商会 学会 分局 屠宰点 收购点 加工点 销售点 "
)
#: Trades and what they trade in: 粮油店, 建材部.
_TRADES = (
    "烟酒 茶叶 粮油 水果 肉 鱼 蔬菜 布 鞋 服装 五金 百货 日杂 副食 副食品 水产 干货 农资 化肥 种子 饲料 建材 "
    "灯饰 家电 手机 电器 摩托 摩托车 轮胎 洗车 包子 馒头 米粉 面条 卤菜 凉菜 炒货 蛋糕 奶茶 家具 家纺 门窗 "
    "石材 生猪 生禽 腊味 卤味 烧腊 豆制品 泡菜 酱菜 调味品 糕点 糖果 面包 烘焙 饮品 冷饮 茶饮 粮食 大米 面粉 挂面 菜油 生鲜 果蔬 干果 山货 土特产 特产 药材 中药材 食用菌 "
    "蜂蜜 渔具 钓具 网具 渔网 农具 农机 兽药 渔药 水族 花卉 苗木 花圈 寿衣 香烛 纸火 丧葬 棺木 石雕 木雕 锁具 钟表 黄金 首饰 珠宝 古玩 字画 文具 玩具 童装 女装 内衣 皮鞋 箱包 日化 "
    "化妆品 母婴 宠物 窗帘 布艺 床上用品 床垫 沙发 地板 灯具 电料 电线 水暖 管材 钢材 铝材 彩钢 不锈钢 防盗门 铁艺 焊接 电焊 水泥 水泥制品 预制板 空心砖 石灰 钢筋 家私 图文 打印 摄影 "
    "修理 裁缝 租赁 拉面 羊汤 经纪 煤炭 滴灌 滴灌带 脚手架 海岛 清真 牛羊 父子 兄弟 夫妻 姐妹 水电 民俗 "
    "婚纱 婚庆 干洗 洗衣 足浴 按摩 美甲 补胎 钣金 喷漆 汽配 摩配 电瓶 电池 二手车 旧货 废铁 废纸 麻将 台球 抄手 水饺 饺子 麻辣烫 串串 冒菜 干锅 汤锅 凉粉 米线 卤肉 烧饼 油条 "
)
_SUFFIX = Headed(alternation([*_KINDS.split(), *(trade + place for trade in _TRADES.split() for place in "店铺坊馆厂部庄社摊")]))
#: Not 离开现场, 当场, 到店: whoever stands before those is no part of a name.
_SHORT_SUFFIX = re.compile("[店厂场铺馆坊](?<![现当在到进出离立登退入开建办本该此看守][店厂场])(?<!街坊)(?=[，。；、：:）)（(\\s]|$)")
_LONGEST = 30
#: What people do at or to a unit: whoever did it stands before, and is no part of its name.
_DONE = (
    "砸坏 打砸 冲进 冲入 冲击 闯进 闯入 围堵 围攻 侮辱 辱骂 殴打 威胁 告诉 告知 通知 联系 离开 返回 走进 走出 路过 经过 占用 侵占 破坏 损坏 损毁 毁坏 拆除 拆毁 修建 "
    "搭建 改建 扩建 起诉 控告 状告 配合 协助 加入 任职 就职 供职 入职 离职 务工 打工 上班 提到 接管 看守 看管 守护 租下 买下 卖掉 卖给 关闭 关停 投奔 承接 供货 供应 "
    "挂靠 冒充 假冒 代表 带领 拖欠 受雇 接送 接受 要求 请求 申请 收到 接到 打电话 致电 拨打 认为 怀疑 发现 看见 参加 参与 出售 送往 运往 停放 翻越 翻进 借用 借给 出借 擅自 "
    "私自 多次 再次 随后 一起 共同 阻挠 阻碍 阻拦 拒绝 未经 没有 自称 属于 毗邻 紧邻 紧挨 隔壁 就读 住进 住院 看病 治疗 取走 偷走 盗走 盗窃 诈骗 骗取 捐给 捐赠 送货 "
)
DONE = re.compile(alternation(_DONE.split()))
_OUTSIDE = re.compile(
    '[，。；、：:！？（）()“”"《》〈〉\\s,;在到从由向及对将把被给为是系未不擅违拒说称该其此于因的了着过我你他她它您叫请等已正又也还均都但而去往赴至]|经营(?!部)|驾驶|开设|开办|租用|租赁了|承包|购买|运至|销售给|堆放|倾倒|丢弃|反映|投诉|举报|'
    "签字|签名|儿子|女儿|长子|次子|长女|次女|孙子|孙女|妻子|丈夫|父亲|母亲|雇佣|雇请|聘用|管理(?![所局站部处委])|负责|投资|转让|持有|前来|来到|进入|提供|陈述|工人|老板(?!娘)|店主|业主|法定代表人|负责人|经营者|当事人|被处罚人|证人|村民|名称|字号|"
    "(?<=[\u4e00-\u9fff]{2})[和与同跟](?=[\u4e00-\u9fff]{4})|" + DONE.pattern + "|[找骂堵闹欠砸偷抢]|[来帮开办上进回]$"
)
#: 长女上同华小学, 其子入第一幼儿园: whoever goes there is no part of the name of a school.
_SCHOOLS = frozenset(("幼儿园", "小学", "中学", "大学", "学校", "学院"))
_ATTENDS = re.compile("上(?![海坝寨湾街湖])|入(?!口)|读|进(?!修)|念|考取|考上|转学|升学")
_REGION = re.compile(
    "重庆|綦江|石壕|(?:北京|天津|上海|河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|广西|西藏|宁夏|新疆|内蒙古|黑龙江)|[\u4e00-\u9fff]{2,3}[省市县区镇乡村](?!场)"
)
# A title that begins with 关于 may speak of a person; a law never does.
_LAW = re.compile(
    "[《〈](?!关于)[^《》〈〉\n]{0,60}(?:法|条例|规定|办法|细则|规则|标准|规范|制度|规程|准则|导则|目录|清单|基准|解释|章程|纲要|指南|规划)(?:[（(][^（）()\n]{1,20}[)）])?[》〉]"
)
_PAPER_NUMBER = re.compile("[〔\\[][0-9]{4}[〕\\]](?:第)?[0-9]{1,6}(?:-[0-9]+)?号")
_PAPER_WORD = re.compile("[\u4e00-\u9fff]{1,12}$")

#: Of these a person may be the name; nobody is the name of a school or of an office.
_OF_PERSONS = (
    "有限责任公司 股份有限公司 有限公司 集团公司 分公司 公司 集团 专业合作社 合作社 供销社 经营部 经销部 销售部 门市部 服务部 营业部 批发部 项目部 小卖部 便利店 超市 商场 商店 商行 "
    "商贸行 商铺 批发行 五金行 小吃店 饭店 餐馆 酒楼 酒店 宾馆 旅馆 民宿 客栈 农家乐 山庄 茶楼 茶馆 面馆 面庄 火锅店 火锅 烧烤店 烧烤 烤鱼 豆花馆 羊肉馆 大排档 食堂 餐饮店 早餐店 "
    "快餐店 理发店 美发店 美容店 药房 药店 大药房 诊所 卫生室 幼儿园 修理厂 修理店 汽修厂 汽修店 修配厂 加工厂 加工坊 砂石厂 采石场 石料厂 砖厂 水泥厂 木材厂 家具厂 工厂 煤矿 养殖场 "
    "养猪场 养鸡场 养牛场 养羊场 屠宰场 家庭农场 农场 林场 牧场 苗圃 砂场 料场 停车场 作坊 工坊 酒坊 油坊 豆腐坊 工作室 律师事务所 事务所 加油站 收购站 回收站 驿站 网吧 影楼 照相馆 书店 花店 "
    "棋牌室 养老院 建筑队 工程队 施工队 运输队 基金会 屠宰点 收购点 加工点 销售点 "
)
_DEALS = (
    "建筑 劳务 汽车 汽修 修理 餐饮 养殖 种植 农业 机械 机电 运输 物流 装饰 装修 商贸 贸易 食品 理发 美容 美发 医药 中医 口腔 文化 广告 印刷 羊肉 牛肉 豆花 火锅 烧烤 小吃 早餐 快餐 面 "
    "家庭 个体 生态 砂石 石料 木材 木业 竹木 废品 废旧 物资 再生资源 便民 平价 生活 综合 电动车 自行车 电脑 通讯 数码 眼镜 打字 复印 殡葬 旅游 客运 货运 租赁 工程 土石方 塑料 制品 门业 "
    "铝合金 玻璃 油漆 涂料 瓷砖 卫浴 土菜 农家 休闲 酒 茶 药 米 油 老 记 氏 家 "
)
#: Not 综合行政, 生活社区.
_PLACES = "(?:[店铺坊馆厂庄摊]|部(?![门分队])|社(?![会区])|行(?![政为使业人])|场(?![所地合]))"
_DEALT_IN = alternation([*_TRADES.split(), *_DEALS.split()])
_AFTER_A_NAME = re.compile(
    f"(?:{_DEALT_IN}){{0,4}}?(?:{alternation(_OF_PERSONS.split())}|(?:{_DEALT_IN}){_PLACES}|[厂店铺坊馆])"
    "|(?P<between>[\u4e00-\u9fff]{1,10}?)(?:有限责任公司|股份有限公司|有限公司|专业合作社|律师事务所)"
)

IsName = Callable[[str], bool]


def find_units(text: str) -> Iterator[Bounds]:
    """Names of units and agencies in a folded text: from where the name can begin to its last letter."""
    for suffix in (*_SUFFIX.finditer(text), *_SHORT_SUFFIX.finditer(text)):
        low = max(0, suffix.start() - _LONGEST)
        start = low + _beginning(text[low : suffix.start()])
        if suffix[0] in _SCHOOLS:
            attends = list(_ATTENDS.finditer(text, start, suffix.start()))
            start = attends[-1].end() if attends else start
        yield start, suffix.end()


def names_its_unit(text: str, end: int) -> bool:
    """Whether a person's name that ends here is the name of a unit: 王建国砂石厂, not 王建国砸坏砂石厂."""
    found = _AFTER_A_NAME.match(text, end)
    return found is not None and not (found["between"] and _OUTSIDE.search(found["between"]))


def _beginning(window: str) -> int:
    """Where in the window before the suffix the unit's name begins."""
    start = 0
    for edge in _OUTSIDE.finditer(window):
        start = edge.end()
    region = _REGION.search(window, start)
    # A place inside is where the registered name begins; a person may stand before it.
    return region.start() if region else start


def find_titles(text: str) -> Iterator[Bounds]:
    """Titles of laws and numbers of papers."""
    for found in _LAW.finditer(text):
        yield found.span()
    for found in _PAPER_NUMBER.finditer(text):
        word = _PAPER_WORD.search(text, max(0, found.start() - 12), found.start())
        yield (word.start() if word else found.start()), found.end()
