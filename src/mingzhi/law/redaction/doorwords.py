"""Words of addresses, and words around them that tell a home from the place of an offence or the seat of a unit."""

#: What a place lies in, from the province down to the village.
AREAS = "特别行政区 自治区 自治州 自治县 省 市 州 盟 区 县 旗 街道 镇 乡 苏木 村 社区 居委会 经开区 开发区 新区"
#: Ways that have numbers.
WAYS = "大道 大街 路 街 巷 弄 胡同 里弄 梯 坎 支巷 支路 码头"
#: Houses that many live in.
BLOCKS = (
    "小区 花园 家园 公寓 新村 新城 花城 广场 大厦 大院 院子 苑 城 府 庄 湾 邸 里 轩 庭 居 阁 郡 园 安置点 安置房 廉租房 公租房 移民房 宿舍 职工宿舍 家属院 家属区 家属楼 宿舍楼 住宅楼 红砖楼 老院子 旅馆 "
    "旅社 招待所 民宿"
)
#: What stands behind the last number and ends the address: 2-1|左手, 4幢|顶楼.
CLOSE_SPOTS = "左手边 左手 右手边 右手 左厢 右厢 楼上 顶楼 后院 前院 后楼 后门 独户 工棚 宿舍 阁楼"
#: The same, and more of them, where nothing else follows in the clause.
SPOTS = (
    "上 左手边 左手 右手边 右手 左侧 右侧 左厢 右厢 东头 西头 南头 北头 楼上 楼下 顶楼 底楼 一楼 二楼 三楼 四楼 五楼 一层 二层 三层 后院 前院 后楼 后门 独户 工棚 宿舍 阁楼 隔壁 背后 后面 旁边 旁 对面 "
    "边 边上 坎上 坎下 坡上 坡下 坝上 坝边 坝 湾 湾里 坎 坡 垭 垭口 岩 沟 坪 塘 堡 嘴 梁上 林边 路边 桥头 口上 脚下 老屋 老房子 新房子 房子 瓦房 青瓦房 红瓦房 平房 板房 彩钢房 砖房 偏房 土房 小楼 "
    "院子 大院 那栋 那排 那家 那套 那间 隔间 后间 套房"
)
#: What leads to an address and is no part of it.
LEADS = (
    "其住处 住处 居所 寓所 确认 现确认 住的是 提供 指定 塞 留在 带到 转交至 转交 睡在 共用 住所地 住所 住址 反映 您反映 你反映 在 到 去 往 至 于 回 回到 寄 寄到 寄往 寄给 送 送到 送往 住 住到 租 租在 "
    "租到 租的是 租的 是 就是 也就是 系 为 补为 为在 即 嫁 嫁在 嫁到 挤在 位于 从 由 写 写的 写的是 的 搬 搬到 搬进 搬去 迁到 迁往 放到 放在 歇在 问到 找到 塞到 交到 送至 说 称 住着 住了 报 填 "
    "填的是 改成 换成 上面写着 落在 安在 躲在 现租"
)
#: The same, wherever it stands in the clause: what was read as the address before it was none.
LEADS_ANYWHERE = "躲去 躲到 回了 所居 迁居 迁至 迁往 迁到 现居 现住 户口在 家就是 家就在 建成 接待点 通信处 通讯处 办公地 到 至 往 送到 送至 寄到 寄往 寄至 搬到 搬进 住在 租在 经营地址 地址 地点 那里"
#: Whoever reads is asked to write to an office: a door in the street without a flat is its seat.
ASKS_FOR_LETTERS = "请寄 或寄 可寄 请邮寄 寄信 邮寄： 邮寄 信件投递 来信 来信请寄 通信处 通讯处 接待点 来访 来访地址 投递"
#: An address with one of these in it is an office.
OFFICES = "政府 大队 派出所 司法所 办公室 规建办 执法办 中心 委员会 法院 检察院 管理局 服务站 便民 窗口"
#: What tells of a home before an address, in the same sentence.
HOMES_BEFORE = (
    "回了 退租 躲去 躲到 投奔 家就是 家是 住户 传票 入户 睡在 家的门 屋头 我家 所居 店上面 店楼上 店后面 店后 楼上 屋里 屋在 屋就在 家在 家里 家就在 家住 她家 他家 娘家 老家 婆家 家门牌 门牌 住处 住址 "
    "居所 居住 暂住 歇脚 歇在 窝在 租的房 租的 租在 租到 租房 租住 现租 今租 如今租 嫁在 嫁到 挤在 迁往 迁到 寄 收件 收信 寄件 来信 信封 回信 快递单 邮寄 包裹 送到 送往 一律送 另一张送 一张送 送达 文书 "
    "通知书 告知书 决定书 催告书 签收 留置 收货 登记簿 户口 户籍 原籍 祖籍 籍贯 身份证 医保本 那里 那边 那儿 我妹 我姐 我哥 我弟 女婿 儿子 女儿 幺女 幺儿 舅子 老表 岳母 岳父 父亲 母亲 丈夫 妻子 其子 其女 "
    "其妻 其夫 其母 其父 我妈 我爸 老二家 老三家 老大家 妹家 姐家 哥家 弟家 两口子 一家 人在 人没在 人却 她在 他在 我在 她现在 他现在 我现在 回去 回屋 老屋 屋子 旧屋 房子 邻居 对门 斜对面 隔壁 楼上那家 "
    "那家 落款 本人 户主 补为 新家 家访 去了 接到 安了家 守到 起居 长租 自称 老伴 孙子 外婆 亲家 舅舅 姑妈 伯伯 叔叔 幺爸 到底住 下午回 黑了回 晚上回 平时在 常在 找我"
)
#: What tells of a place that is no home: a unit, a trade, an offence.
PLACES_BEFORE = (
    "建成 共建 楼下门面 挂在 位于 坐落 坐落于 店址 场址 厂址 办公 注册地 经营 经营地 营业 案发 起火 违法地点 案发地点 听证地点 询问地点 领取地点 经营地点 检查地点 违法地 接待点 通信处 现场 门面 摊 摊位 货在 "
    "货物 仓库 店在 店里 店 厂 公司 合作社 餐馆 超市 中心 大队 政府 局 站点 服务站 动物防疫站 派出所 司法所 委员会 办公室 信访办 规建办 执法办 复议科 复议 法院 检察院 支行 分理处 银行 信用社 机关 学校 小学 "
    "中学 幼儿园 医院 卫生院 卫生室 敬老院 检查 勘验 抽查 巡查 占道 搭建 修建 改建 扩建 占用 堆放 堆在 倒在 倾倒 焚烧 燃放 烧的 养殖 圈在 鸡舍 猪场 养猪场 停在 停放 违建 违法建设 地块 工地 采样 涉案 查获 "
    "查封 收取 领取 窗口 前来 可到 直接到 监督 举报 投诉 反映 线索 票据 摊主 经营者 单位 站点在 设在 迁至 门店 烘房 圈舍 地里 我镇 本镇 我办 本大队 我大队 咨询"
)
#: What leads straight to a home, whatever was said before.
TO_HOMES = "就送 往后送 都送 住 现住 人住 住在 租住 暂住 借住 住进 寄到 寄往 嫁在 娘家在 老家 屋在 家在 屋头是 住的是 租的是 挤在 窝在 人在 屋里，即 寄 信寄 发票寄 件寄 单子寄 原件寄 EMS寄 回寄"
#: What stands behind an address of somebody: 3号|住起, 8号|当面说.
AT_HOME_BEHIND = (
    "居住 住起 住， 住。 安了家 家里 家中 家头 屋头 屋里 那家 门上 门缝 大门右侧 大门左侧 堂屋 找到 收就行 收， 收。 当面说 当面讲 喊一声 敲门 睡 歇 我舅子 我老表 我妈家 亲家屋 岳父家 岳母家 后檐 收件 "
    "一间单房 交给本人"
)
#: What is done at a place that is no home: 在…|修建.
DONE_THERE = (
    "新建 建房 建起 修建 搭建 搭棚 搭起 加建 改建 扩建 加盖 翻建 占用 占道 堆放 堆起 堆码 堆了 倾倒 抛撒 丢弃 焚烧 烧 燃放 放炮 经营 开设 开办 摆摊 摆放 摆卖 卖 售卖 销售 出售 设摊 停放 养 饲养 屠宰 "
    "生产 加工 储存 存放 张贴 喷涂 挖 采 取土 硬化 填 排放 排污 检查 巡查 发现 查获 查处 召开 举行 施工 作业 飞线 充电 无证 违法 擅自 接受询问"
)
#: A part of a house or a spot beside it: the place of something.
PARTS_OF_PLACES = (
    "院坝 住宅 人 楼顶 屋顶 外墙 楼道 楼梯间 楼梯口 走廊 前室 电梯 阳台外 楼下 门前 门口 门外 旁 附近 对面 公路 路边 机耕道 空地 地块 地里 田 土 林 坡 沟 河 堡坎 鱼塘 仓库 车库 地下室 门面 铺面 商铺 "
    "店 超市 摊 窗口 办公 工地 厂 公司 有限 合作社 经营部 商行 餐馆 饭店 政务 便民 服务 大厅 规建 综合执法 村委 政府 派出所 司法所 学校 幼儿园 卫生 敬老院 晒坝 院坝边 公共 彩钢 蓝瓦 上方 后面 前面 "
    "的承包地 的房屋 的彩钢 的违 冷库 车间 原供销社 便道 桥 水池 垃圾 公厕 “"
)
#: After what somebody's nook is told.
LIVES_AT = "住 睡在 歇在 窝在 蹲在 挤在 自己租 租住 住宿舍 就送 改送"
#: On what such a nook ends.
NOOKS = "隔间 后间 偏房 厢房 那间偏房 那间房 那间 那排 那套 那栋 自建房 集资楼 楼上 阁楼 顶楼 隔壁 后面 背后 侧面 尾巴上 脚下 坎上 坎下 坡上 坡下 桥头上 河边上 门卫室 值班室楼上 长租房 包月房"
#: What somebody is asked to come for: 到…|领取.
COME_FOR = "领取 接受 办理 提交 缴款 缴纳 缴费 参加 协助 说明情况 配合 提出 认领 抽签 换证 询问 听证"
