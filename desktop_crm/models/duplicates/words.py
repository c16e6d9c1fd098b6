# ruff: noqa: E501, SIM905  (lists of words read best in long lines)
"""Words in names of companies that tell few of them apart, and words that make a name that of a branch."""

from __future__ import annotations

import re

# The legal form. What follows it names a branch (…有限公司深圳分公司).
FORMS = re.compile(
    "(?:股份)?有限(?:责任)?公司|股份公司|(?:普通|特殊普通|有限)合伙(?:企业)?|合伙企业|个人独资企业|个体工商户|总公司"
)
GROUP = re.compile("(?:集团)?公司$|集团$|集团(?=股份|$)")
BRACKETS = re.compile(r"[(\[{【〔〈《「『]([^()\[\]{}【】〔〕〈〉《》「」『』]*)[)\]}】〕〉》」』]")
# In brackets these say nothing: 华为（中国）有限公司 is what people call 华为.
NO_WORDS = frozenset(
    {"中国", "china", "prc", "cn", "集团", "group", "控股", "holding", "holdings", "本部", "总部", "hq"}
)
BRANCH = re.compile(
    "分公司|子公司|分店|分厂|分行|支行|分部|分校|分院|分所|分社|支公司|办事处|代表处|营业部|营业厅|经营部|门市部|"
    "(?:门|专卖|旗舰|体验|加盟|直营|连锁|总|[路街城区广场]|[一二三四五六七八九十0-9]+号?)店|[东西南北]区|事业部|branch|subsidiary"
)
NUMBERS = re.compile("[0-9]+|第[一二三四五六七八九十百]+|[一二三四五六七八九十]+(?=[号店厂期分中小院队部])")
DIGITS = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10"}

# Taken off the end of a name, as often as they stand there; what is left is the brand.
_TRADES = (
    "科技 技术 信息 信息技术 网络 网络科技 软件 智能 智能科技 数据 数据服务 数码 通信 通讯 电子 电子商务 电器 电气 电力 电力设备 机械 机械制造 "
    "精密 精密机电 机电 机电设备 自动化 自动化设备 设备 设备制造 五金 五金制品 塑料 塑料制品 塑胶 模具 汽车 汽车零部件 零部件 重工 制造 制品 制药 "
    "工业 实业 实业发展 产业 企业 企业管理 企业服务 管理 管理咨询 咨询 咨询服务 服务 发展 开发 投资 投资管理 控股 资本 资产 融资租赁 租赁 保险代理 "
    "保险 担保 基金 贸易 商贸 商业 国际 国际贸易 国际货运 进出口 进出口贸易 百货 超市 供应链 供应链管理 物流 货运 运输 仓储 快递 建筑 建筑工程 "
    "建设 建材 工程 装饰 装饰工程 装修 设计 钢构 钢结构 材料 新材料 化工 能源 新能源 环保 环保科技 生物 生物科技 生物医药 医药 医疗 医疗器械 "
    "健康 健康管理 教育 教育科技 教育咨询 培训 文化 文化传媒 文化传播 传媒 传播 广告 影视 音乐文化 会展 会展服务 人力资源 财务 财务咨询 税务 法律 "
    "农业 农业科技 食品 饮料 茶业 种业 粮油 餐饮 餐饮管理 酒店 酒店管理 旅游 旅行社 服饰 服装 纺织 家具 家居 珠宝 置业 地产 房地产 物业 物业管理 "
    "研究院 研究所 工厂 厂 商行 经营部 工作室 事务所 律师事务所 会计师事务所 中心 联合 股份 系统 系统集成 集成 仪器 仪表 光电 半导体 印刷 包装 安防"
)
TRADES = frozenset(_TRADES.split())
LONGEST_TRADE = max(map(len, TRADES))
ENGLISH_TRADES = frozenset(
    "technology technologies tech trading trade international intl global industrial industries industry import export "
    "logistics electronics electronic electric solutions systems services service consulting holdings holding software "
    "network networks information machinery manufacturing mfg enterprise enterprises development investment media "
    "pharmaceutical medical foods food energy materials chemical engineering construction and the of china".split()
)
# E-mail and phones at which a whole building is reached say little; so do these names of people.
NOBODY = frozenset(
    {
        "",
        "前台",
        "客服",
        "财务",
        "采购",
        "销售",
        "经理",
        "老板",
        "联系人",
        "未知",
        "先生",
        "女士",
        "reception",
        "office",
    }
)
