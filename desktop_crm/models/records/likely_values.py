"""What words of other systems probably mean here. Unlike the names in `choices` these are only proposed: what a company
calls a “customer” is its own affair, so a person says yes."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from desktop_crm.models.records.choices import parse
from desktop_crm.models.text.names import fold

_WORDS: Mapping[str, Mapping[str, str]] = {
    "stage": {
        "acquire": "意向客户 准客户 目标客户 公海 公海客户 待联系 待跟进 未联系 初访 初步接触 初次接触 询盘 询价 "
        "有意向 新线索 线索客户 陌生客户 未成交 未成交客户 未合作 MQL suspect target enquiry inquiry new cold",
        "develop": "跟进 跟进客户 重点跟进 持续跟进 洽谈 洽谈中 谈判 谈判中 商务谈判 报价 报价中 已报价 方案 "
        "方案报价 商机 机会 试用 试用客户 试用中 样品 打样 送样 立项 招投标 投标 培育 SQL qualified opportunity "
        "negotiation proposal quote quoted quotation trial demo evaluation nurturing warm hot",
        "maintain": "客户 成交客户 已成交客户 签约 已签约 签约客户 合作 已合作 合作客户 现有客户 在用客户 付费客户 "
        "会员 VIP VIP客户 大客户 重点客户 核心客户 战略客户 重要客户 忠诚客户 复购 复购客户 续约 续费 回头客 "
        "长期合作 交付 已交付 customer client existing current signed closed_won key_account retained loyal "
        "repeat renewal",
        "lost": "沉睡 沉睡客户 沉默客户 休眠 休眠客户 无效 无效客户 失效 已失效 无意向 无意向客户 暂停合作 停止合作 "
        "不再合作 解约 已解约 终止 丢单 输单 战败 战败客户 放弃 已放弃 黑名单 倒闭 注销 closed_lost dormant "
        "sleeping dead disqualified former ex-customer cancelled",
    },
    "kind": {
        "company": "国企 央企 民企 私企 外企 合资 合资企业 国有企业 民营企业 外资企业 上市公司 集团 个体工商户 "
        "个体户 事业单位 政府 政府机关 学校 医院 协会 B端 经销商 代理商 company_customer firm enterprise b2b",
        "person": "散客 消费者 个人消费者 个人用户 终端消费者 C端 居民 会员 consumer natural_person b2c",
    },
    "contact_role": {
        "decision_maker": "法人 法定代表人 董事长 董事 总裁 副总 副总经理 经理 厂长 院长 校长 股东 合伙人 boss "
        "owner ceo director president manager",
        "purchasing": "采购经理 采购主管 采购总监 采购员 供应链 procurement",
        "finance": "会计 出纳 财务经理 财务总监 财务主管 accountant accounting cfo",
        "technical": "工程师 技术总监 技术经理 研发 IT 运维 engineer cto",
        "user": "操作员 使用部门 车间主任 operator end_user",
    },
}
# A word before it turns a meaning round: 未成交客户 is no 成交客户.
_NOT = "未非无不没"
# Marks, letters and numbers that lists put around a word: “A-意向客户”, “3.成交客户（重点）”.
_ROUND = re.compile(
    r"^[0-9A-Za-z.、:：_\-—\s]+(?=[^\x00-\x7f])|[（(\[【].*$|(?<=[^\x00-\x7f])[0-9A-Za-z.、_\-—级类\s]+$"
)


@functools.cache
def _known(field: str) -> dict[str, str]:
    found = _WORDS.get(field, {})
    return {fold(word.replace("_", " ")): code for code, words in found.items() for word in words.split()}


def likely(field: str, text: str) -> str:
    """The code that a text of another system probably means; empty where nothing comes to mind."""
    known = _known(field)
    if not known:
        return ""
    for said in dict.fromkeys((text, _ROUND.sub("", text))):
        code = known.get(fold(said)) or parse(field.removeprefix("contact_"), said)
        if code:
            return code
    whole = fold(text)
    inside = [word for word in known if len(word) > 1 and not word.isascii() and word in whole]
    if not inside or any(whole[whole.find(word) - 1] in _NOT for word in inside if not whole.startswith(word)):
        return ""
    return known[max(inside, key=len)]
