"""The built-in values of fields that one chooses from: their codes, their labels, and how files write them.

Source, industry and size are open: any other text may stand in them and is shown as it is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

_LEVELS = {
    "low": Message(QT_TRANSLATE_NOOP("messages", "Low")),
    "medium": Message(QT_TRANSLATE_NOOP("messages", "Medium")),
    "high": Message(QT_TRANSLATE_NOOP("messages", "High")),
}

CHOICES: Mapping[str, Mapping[str, Message]] = {
    "kind": {
        "company": Message(QT_TRANSLATE_NOOP("messages", "Company")),
        "person": Message(QT_TRANSLATE_NOOP("messages", "Person")),
    },
    "stage": {
        "acquire": Message(QT_TRANSLATE_NOOP("messages", "Acquire")),
        "develop": Message(QT_TRANSLATE_NOOP("messages", "Develop")),
        "maintain": Message(QT_TRANSLATE_NOOP("messages", "Maintain")),
        "lost": Message(QT_TRANSLATE_NOOP("messages", "Lost")),
    },
    "price_sensitivity": _LEVELS,
    "relationship": _LEVELS,
    "point_kind": {
        "phone": Message(QT_TRANSLATE_NOOP("messages", "Phone")),
        "email": Message(QT_TRANSLATE_NOOP("messages", "E-mail")),
        "wechat": Message(QT_TRANSLATE_NOOP("messages", "WeChat")),
        "qq": Message(QT_TRANSLATE_NOOP("messages", "QQ")),
        "dingtalk": Message(QT_TRANSLATE_NOOP("messages", "DingTalk")),
        "website": Message(QT_TRANSLATE_NOOP("messages", "Website")),
        "other": Message(QT_TRANSLATE_NOOP("messages", "Other")),
    },
    "role": {
        "decision_maker": Message(QT_TRANSLATE_NOOP("messages", "Decision maker")),
        "purchasing": Message(QT_TRANSLATE_NOOP("messages", "Purchasing")),
        "finance": Message(QT_TRANSLATE_NOOP("messages", "Finance")),
        "technical": Message(QT_TRANSLATE_NOOP("messages", "Technical")),
        "user": Message(QT_TRANSLATE_NOOP("messages", "User of the product")),
        "other": Message(QT_TRANSLATE_NOOP("messages", "Other")),
    },
    "source": {
        "ads": Message(QT_TRANSLATE_NOOP("messages", "Advertising")),
        "exhibition": Message(QT_TRANSLATE_NOOP("messages", "Exhibition")),
        "referral": Message(QT_TRANSLATE_NOOP("messages", "Referral")),
        "social_media": Message(QT_TRANSLATE_NOOP("messages", "Social media")),
        "cold_call": Message(QT_TRANSLATE_NOOP("messages", "Cold call")),
        "website": Message(QT_TRANSLATE_NOOP("messages", "Website")),
        "partner": Message(QT_TRANSLATE_NOOP("messages", "Partner")),
        "other": Message(QT_TRANSLATE_NOOP("messages", "Other")),
    },
    "industry": {
        "manufacturing": Message(QT_TRANSLATE_NOOP("messages", "Manufacturing")),
        "retail": Message(QT_TRANSLATE_NOOP("messages", "Retail and wholesale")),
        "it": Message(QT_TRANSLATE_NOOP("messages", "Information technology")),
        "finance": Message(QT_TRANSLATE_NOOP("messages", "Banking and insurance")),
        "healthcare": Message(QT_TRANSLATE_NOOP("messages", "Health care")),
        "education": Message(QT_TRANSLATE_NOOP("messages", "Education")),
        "construction": Message(QT_TRANSLATE_NOOP("messages", "Construction")),
        "logistics": Message(QT_TRANSLATE_NOOP("messages", "Logistics")),
        "energy": Message(QT_TRANSLATE_NOOP("messages", "Energy")),
        "agriculture": Message(QT_TRANSLATE_NOOP("messages", "Agriculture")),
        "catering": Message(QT_TRANSLATE_NOOP("messages", "Catering and hotels")),
        "government": Message(QT_TRANSLATE_NOOP("messages", "Government")),
        "media": Message(QT_TRANSLATE_NOOP("messages", "Media and culture")),
        "real_estate": Message(QT_TRANSLATE_NOOP("messages", "Real estate")),
        "services": Message(QT_TRANSLATE_NOOP("messages", "Business services")),
        "other": Message(QT_TRANSLATE_NOOP("messages", "Other")),
    },
    "size": {
        "1-19": Message(QT_TRANSLATE_NOOP("messages", "1–19 employees")),
        "20-99": Message(QT_TRANSLATE_NOOP("messages", "20–99 employees")),
        "100-499": Message(QT_TRANSLATE_NOOP("messages", "100–499 employees")),
        "500-999": Message(QT_TRANSLATE_NOOP("messages", "500–999 employees")),
        "1000+": Message(QT_TRANSLATE_NOOP("messages", "1,000 employees or more")),
    },
    "preferred_channel": {
        "phone": Message(QT_TRANSLATE_NOOP("messages", "Phone")),
        "email": Message(QT_TRANSLATE_NOOP("messages", "E-mail")),
        "sms": Message(QT_TRANSLATE_NOOP("messages", "Text message")),
        "wechat": Message(QT_TRANSLATE_NOOP("messages", "WeChat")),
        "visit": Message(QT_TRANSLATE_NOOP("messages", "Visit")),
        "meeting": Message(QT_TRANSLATE_NOOP("messages", "Meeting")),
        "social": Message(QT_TRANSLATE_NOOP("messages", "Social media")),
    },
}

_LEVEL_ALIASES = {"low": "低 较低 低度", "medium": "中 中等 一般", "high": "高 较高 高度"}

# How workbooks write the values, besides the code and the English label.
_ALIASES: Mapping[str, Mapping[str, str]] = {
    "kind": {
        "company": "公司 企业 单位 法人 企业客户 公司客户 机构 organisation organization business corporate",
        "person": "个人 个人客户 自然人 个体 individual private",
    },
    "stage": {
        "acquire": "获取 客户获取 潜在 潜在客户 线索 意向 新客户 prospect lead potential",
        "develop": "发展 客户发展 转化 开发 开发中 跟进中 提升 developing",
        "maintain": "维护 客户维护 维系 成交 已成交 合作中 老客户 正式客户 active won maintained",
        "lost": "流失 客户流失 已流失 流失客户 丢失 终止合作 churned inactive",
    },
    "price_sensitivity": _LEVEL_ALIASES,
    "relationship": _LEVEL_ALIASES,
    "point_kind": {
        "phone": "电话 手机 座机 固话 联系电话 telephone mobile",
        "email": "邮箱 电子邮件 邮件 mail",
        "wechat": "微信 微信号",
        "qq": "QQ号 腾讯QQ",
        "dingtalk": "钉钉 钉钉号",
        "website": "网站 网址 官网 主页 web url homepage",
        "other": "其他 其它",
    },
    "role": {
        "decision_maker": "决策人 决策者 负责人 老板 总经理 关键决策人",
        "purchasing": "采购 采购人 采购负责人 buyer",
        "finance": "财务 财务负责人",
        "technical": "技术 技术负责人 技术人员",
        "user": "使用人 使用者 用户 最终用户",
        "other": "其他 其它",
    },
    "source": {
        "ads": "广告 广告投放 推广 网络推广 advertisement advert ad",
        "exhibition": "展会 展览 展销会 博览会 trade_fair trade_show fair",
        "referral": "转介绍 介绍 客户介绍 推荐 朋友介绍 老客户推荐 recommendation",
        "social_media": "社交媒体 社媒 微信 公众号 抖音 小红书 微博 social",
        "cold_call": "电话开发 电话营销 陌拜 陌生拜访 主动开发 电销 telemarketing",
        "website": "网站 官网 网络 官方网站 web",
        "partner": "合作伙伴 渠道 代理商 渠道商 reseller",
        "other": "其他 其它",
    },
    "industry": {
        "manufacturing": "制造 制造业 工业 生产 机械",
        "retail": "零售 批发 零售批发 批发零售 商贸 贸易 电商 wholesale trade",
        "it": "信息技术 互联网 软件 IT互联网 计算机 科技 software internet",
        "finance": "金融 银行 保险 证券 金融保险 银行保险 banking insurance",
        "healthcare": "医疗 医疗健康 医药 卫生 健康 医院 health medical",
        "education": "教育 教育培训 培训 学校",
        "construction": "建筑 建筑业 建筑工程 工程 建材",
        "logistics": "物流 物流运输 运输 交通运输 仓储 transport",
        "energy": "能源 电力 石油 新能源 化工能源",
        "agriculture": "农业 农林牧渔 农牧",
        "catering": "餐饮 酒店 餐饮酒店 酒店餐饮 旅游 hospitality",
        "government": "政府 政府机关 事业单位 公共事业 public_sector",
        "media": "媒体 文化 传媒 文化传媒 媒体文化 广告传媒",
        "real_estate": "房地产 地产 物业 property",
        "services": "服务 商务服务 企业服务 咨询 服务业 consulting",
        "other": "其他 其它",
    },
    "size": {
        "1-19": "1-19人 20人以下 少于20人 微型",
        "20-99": "20-99人 小型",
        "100-499": "100-499人 中型",
        "500-999": "500-999人 大型",
        "1000+": "1000人以上 1000人及以上 1000以上 超大型",
    },
    "preferred_channel": {
        "phone": "电话 手机 致电 call telephone",
        "email": "邮件 邮箱 电子邮件 mail",
        "sms": "短信 text message",
        "wechat": "微信",
        "visit": "拜访 上门 上门拜访 走访",
        "meeting": "会议 面谈 会面",
        "social": "社交媒体 社媒",
    },
}


def label(field: str, code: str) -> Message:
    """The label of a code; any other text is shown as it is."""
    known = CHOICES.get(field, {}).get(code)
    return known or Message(code)


@functools.lru_cache(maxsize=4096)
def parse(field: str, text: str) -> str | None:
    """The code that a text means: the code itself, its label in English or Chinese, or a usual alias.
    None if the text is none of them (in an open field it may then stay as it is)."""
    if text in CHOICES.get(field, {}):
        return text
    return _known(field).get(_key(text))


def beginning(field: str, text: str) -> list[str]:
    """The codes whose name, in either language, begins like that."""
    key = _key(text)
    return list(dict.fromkeys(code for name, code in _known(field).items() if key and name.startswith(key)))


@functools.cache
def _known(field: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for code, aliases in _ALIASES.get(field, {}).items():
        for alias in aliases.split():
            out[_key(alias)] = code
    for code, message in CHOICES.get(field, {}).items():
        out[_key(message.text)] = code
        out[_key(code)] = code
    out.pop("", None)
    return out


def _key(text: str) -> str:
    # Read with files only; the labels are needed at start-up.
    from desktop_crm.models.text.names import fold

    # The dash of a band must stay: 1-19 is not 119.
    return "-".join(fold(part) for part in re.split("[-–—－~～至]", text)).strip("-")
