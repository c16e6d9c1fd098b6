# ruff: noqa: E501, SIM905  (lists of words read best in long lines)
"""The words Chinese sample data is made of. Pairs are a word and its pinyin, for e-mail addresses."""

from __future__ import annotations


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """`王 wang 李 li` as pairs."""
    words = text.split()
    return tuple(zip(words[::2], words[1::2], strict=True))


# City (or municipality), what it is called, area code, digits of a number there, postcode.
PLACES = tuple(
    (code, name, area, int(digits), postcode)
    for code, name, area, digits, postcode in (
        line.split()
        for line in (
            "110100 北京 10 8 100020;310100 上海 21 8 200040;440300 深圳 755 8 518000;440100 广州 20 8 510000;"
            "330100 杭州 571 8 310000;320100 南京 25 8 210000;320500 苏州 512 8 215000;500100 重庆 23 8 400010;"
            "510100 成都 28 8 610000;420100 武汉 27 8 430000;430100 长沙 731 8 410000;350200 厦门 592 7 361000;"
            "610100 西安 29 8 710000;370200 青岛 532 8 266000;370100 济南 531 8 250000;120100 天津 22 8 300000;"
            "210200 大连 411 8 116000;210100 沈阳 24 8 110000;410100 郑州 371 8 450000;340100 合肥 551 8 230000;"
            "350100 福州 591 8 350000;440600 佛山 757 8 528000;441900 东莞 769 8 523000;330200 宁波 574 8 315000;"
            "320200 无锡 510 8 214000;530100 昆明 871 8 650000;520100 贵阳 851 8 550000;230100 哈尔滨 451 8 150000;"
            "220100 长春 431 8 130000;130100 石家庄 311 8 050000;360100 南昌 791 8 330000;460100 海口 898 8 570000;"
            "650100 乌鲁木齐 991 7 830000;341500 六安 564 7 237000;511100 乐山 833 7 614000;331000 台州 576 8 318000"
        ).split(";")
    )
)
FIRST = pairs(
    "华 hua 金 jin 天 tian 宏 hong 瑞 rui 祥 xiang 中 zhong 东 dong 新 xin 恒 heng 盛 sheng 嘉 jia 博 bo 创 chuang "
    "海 hai 凯 kai 联 lian 明 ming 鹏 peng 启 qi 荣 rong 泰 tai 同 tong 万 wan 旭 xu 亚 ya 远 yuan 正 zheng 智 zhi "
    "长 chang 重 zhong 乐 le 蓝 lan 星 xing 云 yun 安 an 飞 fei 光 guang 百 bai"
)
SECOND = pairs(
    "腾 teng 丰 feng 达 da 昌 chang 成 cheng 德 de 发 fa 富 fu 广 guang 航 hang 辉 hui 捷 jie 康 kang 科 ke 利 li "
    "隆 long 美 mei 能 neng 诺 nuo 普 pu 强 qiang 锐 rui 森 sen 胜 sheng 拓 tuo 威 wei 信 xin 兴 xing 讯 xun 洋 yang "
    "一 yi 益 yi 宇 yu 源 yuan 泽 ze 展 zhan 舟 zhou 卓 zhuo 芯 xin 行 xing"
)
RARE = pairs("喆 zhe 堃 kun 𠮷 ji 㐂 xi 晟 sheng 犇 ben 垚 yao 翀 chong 珺 jun 昇 sheng")
# Industry code, then words of trade.
TRADES = tuple(
    (code, word)
    for code, *words in (
        line.split()
        for line in (
            "manufacturing 机械制造 精密机电 电子 五金制品 塑料制品 汽车零部件 重工 自动化设备;"
            "retail 贸易 商贸 进出口 百货 电子商务;it 科技 信息技术 软件 网络科技 智能科技 数据服务;"
            "finance 投资 融资租赁 保险代理;healthcare 医疗器械 生物医药 健康管理;education 教育科技 教育咨询 培训;"
            "construction 建筑工程 建材 装饰工程 钢构;logistics 物流 供应链管理 国际货运 仓储;"
            "energy 新能源 电力设备 环保科技;agriculture 农业 食品 茶业 种业;catering 餐饮管理 酒店管理;"
            "media 文化传媒 广告 音乐文化;real_estate 置业 物业管理;services 企业管理 会展服务 人力资源 财务咨询"
        ).split(";")
    )
    for word in words
)
FORMS = ("有限公司",) * 14 + ("有限责任公司", "股份有限公司", "集团有限公司", "股份有限公司")
SURNAMES = pairs(
    "王 wang 李 li 张 zhang 刘 liu 陈 chen 杨 yang 赵 zhao 黄 huang 周 zhou 吴 wu 徐 xu 孙 sun 胡 hu 朱 zhu 高 gao "
    "林 lin 何 he 郭 guo 马 ma 罗 luo 梁 liang 宋 song 郑 zheng 谢 xie 韩 han 唐 tang 冯 feng 于 yu 董 dong 萧 xiao "
    "程 cheng 曹 cao 袁 yuan 邓 deng 许 xu 傅 fu 沈 shen 彭 peng 吕 lv 苏 su 卢 lu 蒋 jiang 蔡 cai 丁 ding 魏 wei "
    "薛 xue 叶 ye 阎 yan 余 yu 潘 pan 杜 du 戴 dai 夏 xia 钟 zhong 汪 wang 田 tian 姜 jiang 范 fan 方 fang 石 shi"
)
POLYPHONE_SURNAMES = pairs(
    "曾 zeng 任 ren 解 xie 仇 qiu 单 shan 查 zha 朴 piao 区 ou 乐 yue 缪 miao 翟 zhai 覃 qin 盖 ge 尉迟 yuchi 单于 chanyu "
    "万俟 moqi 澹台 tantai 欧阳 ouyang 上官 shangguan 诸葛 zhuge"
)
GIVEN = pairs(
    "伟 wei 芳 fang 娜 na 敏 min 静 jing 丽 li 强 qiang 磊 lei 军 jun 洋 yang 勇 yong 艳 yan 杰 jie 娟 juan 涛 tao "
    "明 ming 超 chao 霞 xia 平 ping 刚 gang 桂 gui 英 ying 华 hua 玉 yu 萍 ping 红 hong 玲 ling 鹏 peng 婷 ting "
    "建 jian 国 guo 文 wen 辉 hui 力 li 志 zhi 永 yong 晓 xiao 春 chun 梅 mei 海 hai 燕 yan 宁 ning 波 bo 斌 bin "
    "宇 yu 浩 hao 凯 kai 雪 xue 琳 lin 倩 qian 帆 fan 帅 shuai 佳 jia 欣 xin 怡 yi 子 zi 涵 han 轩 xuan 睿 rui 晨 chen"
)
STREETS = tuple(
    "人民路 解放路 中山路 建设路 科技路 创新大道 滨江路 工业大道 新华路 和平路 长江路 黄河路 文化路 学府路 迎宾大道 朝阳路 "
    "银杏路 海滨路 兴业街 青年路".split()
)
ESTATES = tuple("科技园 软件园 创业大厦 国际中心 工业园 商务广场 金融中心 产业园".split())
TITLES = tuple(
    "总经理 副总经理 采购经理 采购主管 财务经理 财务总监 技术总监 工程师 行政主管 销售总监 运营经理 厂长".split()
)
DEPARTMENTS = tuple("总经办 采购部 财务部 技术部 行政部 销售部 运营部 生产部".split())
OCCUPATIONS = tuple("教师 医生 工程师 律师 会计 个体经营 公务员 设计师 自由职业 销售 厨师 退休".split())
TAGS = tuple("重点 老客户 高潜力 价格敏感 账期客户 出口 政府采购 展会 转介绍 待回访 战略合作 小批量".split())
NEEDS = (
    "希望缩短交货周期，按月对账。",
    "关注售后响应速度，需要驻场支持。",
    "计划明年扩产，正在比较三家供应商。",
    "需要样品测试报告和质保条款。",
    "预算有限，优先考虑标准版。",
)
NEXT_STEPS = (
    "电话回访使用情况",
    "发送新版报价",
    "预约上门演示",
    "寄送样品",
    "跟进合同盖章",
    "约请负责人面谈",
)
NOTES = (
    "由老客户介绍，沟通顺畅。",
    "决策周期较长，每季度开一次评审会。",
    "去年合作两次，付款及时。",
    "习惯下午联系，上午多在开会。",
)
FOUNDED, BIRTHDAY, CONTRACT = "成立日", "生日", "签约日"
DESK = "前台"
