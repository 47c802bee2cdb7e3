"""Words that tell addresses, whose they are, and what is no home."""

#: On what an address can end.
ADDRESS_ENDS = (
    "特别行政区 自治区 自治州 自治县 省 市 州 盟 区 县 旗 街道 镇 乡 苏木 村民小组 小组 村 社区 居委会 组 社 队 屯 寨 大道 公路 国道 省道 胡同 小区 花园 家园 公寓 新村 新城 广场 大厦 大院 院落 安置房 "
    "安置点 宿舍 宿舍楼 路 街 巷 弄 里弄 段 号楼 号院 号 栋 幢 座 单元 楼 层 室 户 房 湾 坝 沟 坪 坡 岩 塘 垭 垭口 坳 院子 苑 城 府 庄 屋基 桥头 码头 园 附 间 东侧 西侧 南侧 北侧 东头 西头 "
    "后院 后侧 隔壁 楼上 楼下 底楼 阁楼 楼梯间 地下室 工棚 活动板房 板房 出租屋 平房 老屋 旅社 旅馆 宾馆 招待所 民宿 酒店 敬老院 养老院 福利院 工地 厂区 家属院 家属区 片 片区 大队 门面房 门市 铺"
)
#: What makes sure that an address is told where no label stands before it.
SURE_PLACES = (
    "省 市 区 县 镇 乡 街道 村 社区 路 街 巷 小区 花园 公寓 栋 幢 单元 号楼 宿舍 旅社 旅馆 宾馆 招待所 民宿 工棚 板房 出租屋 敬老院 养老院"
)
#: Where one of these stands nearer than what speaks of a unit, an address is a home.
SPEAKS_OF_A_PERSON = (
    "身份证 公民身份 性别 出生 汉族 姓名 公民 监护人 证件号码略 户籍 农民 务农 证人 受送达人 同住人 收件人 寄件人 收货人 护照 通行证 租住 借住 寄住 住在 居在 父亲 母亲 妻子 丈夫 委托代理人 代理人 申请人 "
    "上诉人 原告 被执行人 反映人 信访人 搬家"
)
#: Whose address is the seat of a unit.
SPEAKS_OF_A_UNIT = (
    "公司 统一社会信用代码 合作社 营业执照 字号 经营场所 企业 法定代表人 单位 名称 机关 法院 人民政府 管理局 委员会 工厂 个体工商户"
)
#: What is moved where nobody moves house.
GOODS = (
    "店 厂 摊 棚 树 苗 煤 柴 猪 牛 羊 鸡 鸭 家具 物品 物料 材料 东西 公司 经营 营业 设备 货 垃圾 渣 砂 石料 牌子 招牌 门市 门面 养殖场 办公"
)
#: Behind an address, these make it a spot before or beside the house, or the seat of a unit.
NO_HOME_BEHIND = (
    "楼下 楼道 底楼 门前 门口 门外 旁 外 附近 对面 后面 前面 路口 路段 路边 公路 河 沟边 地块 地里 田 土 林 山 堡坎 坡 鱼塘 养殖 厂 砂 工地 仓库 店 超市 门市 门面 铺 公司 合作社 经营 商行 餐馆 饭店 "
    "办公 村委 居委 大队 政府 房旁 房前 房后 房侧 房屋 房楼 房屋旁 房屋前 房屋后 房屋侧 房屋屋 房屋楼 无证 从事 开设 开办 擅自 违法 违规 违章 搭建 加盖 加层 修建 占用 举行 召开 领取 接受 参加 办理 缴纳 "
    "堆放 倾倒 焚烧 燃放 派出所 司法所 卫生 学校 小学 中学"
)
