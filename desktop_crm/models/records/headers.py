"""What the columns of customer workbooks are called, and which field each of them means."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from desktop_crm.models.text.names import fold

# A customer may have several values of these, each in a column of its own (电话1, 电话2).
REPEATABLE = frozenset({"phone", "mobile", "email", "wechat", "website", "tags", "notes", "contact_phone"})

HEADERS: Mapping[str, tuple[str, ...]] = {
    "number": ("客户编号", "客户编码", "客户代码", "客户号", "编号", "Customer number",
        "Customer code", "Customer no", "Customer ID", "Code", "Number"),
    "name": ("客户名称", "客户名", "公司名称", "公司名", "公司", "企业名称", "企业", "单位",
        "单位名称", "客户单位", "客户公司", "客户全称", "公司全称", "客户", "名称", "姓名", "客户姓名",
        "Customer name", "Customer", "Company", "Company name", "Account", "Account name",
        "Organisation", "Organization", "Name", "Full name", "Client", "Client name"),
    "kind": ("客户类型", "客户性质", "类型", "Customer type", "Kind", "Type"),
    "short_name": ("简称", "客户简称", "公司简称", "Short name", "Abbreviation"),
    "credit_code": ("统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "税号",
        "纳税人识别号", "税务登记号", "营业执照号", "Credit code", "Unified social credit code",
        "USCC", "Tax number", "Tax ID", "VAT number"),
    "id_number": ("身份证号", "身份证", "身份证号码", "证件号", "证件号码", "ID number", "ID card",
        "Identity number"),
    "industry": ("行业", "所属行业", "客户行业", "行业类别", "Industry", "Sector"),
    "size": ("规模", "人员规模", "公司规模", "企业规模", "员工人数", "员工数", "人数", "Size",
        "Employees", "Company size", "Number of employees"),
    "occupation": ("职业", "Occupation", "Profession"),
    "source": ("获取渠道", "来源", "客户来源", "渠道来源", "获客渠道", "来源渠道", "线索来源",
        "Source", "Lead source", "Origin"),
    "owner": ("客户经理", "负责人", "业务员", "销售", "销售员", "销售人员", "跟进人", "归属人",
        "所有者", "客户负责人", "Owner", "Account manager", "Sales", "Salesperson", "Sales rep",
        "Account owner"),
    "team": ("团队", "小组", "部门团队", "所属团队", "Team"),
    "stage": ("阶段", "客户阶段", "生命周期", "客户状态", "状态", "Stage", "Lifecycle stage", "Status"),
    "preferred_channel": ("沟通偏好", "偏好渠道", "联系方式偏好", "首选联系方式", "Preferred channel",
        "Preferred contact"),
    "price_sensitivity": ("价格敏感度", "价格敏感", "Price sensitivity"),
    "relationship": ("关系意愿", "合作意愿", "Relationship willingness", "Relationship"),
    "needs": ("需求偏好", "需求", "客户需求", "Needs", "Requirements"),
    "next_step": ("下一步", "下一步计划", "下次跟进内容", "Next step", "Next action"),
    "next_step_on": ("下一步日期", "下次跟进", "下次跟进时间", "下次跟进日期", "下次联系时间",
        "Next step on", "Next step date", "Next contact", "Next follow-up"),
    "notes": ("备注", "说明", "备注信息", "附注", "Notes", "Note", "Remarks", "Remark", "Comments",
        "Description"),
    "phone": ("电话", "联系电话", "电话号码", "座机", "固话", "固定电话", "办公电话", "公司电话",
        "客户电话", "联系方式", "Phone", "Telephone", "Tel", "Phone number", "Office phone", "Landline"),
    "mobile": ("手机", "手机号", "手机号码", "移动电话", "Mobile", "Cell", "Cell phone",
        "Mobile phone", "Mobile number"),
    "email": ("邮箱", "电子邮件", "电子邮箱", "邮件", "邮箱地址", "E-mail", "Mail", "E-mail address"),
    "wechat": ("微信", "微信号", "WeChat", "WeChat ID", "Weixin"),
    "qq": ("QQ", "QQ号", "QQ号码"),
    "dingtalk": ("钉钉", "钉钉号", "DingTalk"),
    "website": ("网站", "网址", "官网", "公司网址", "主页", "Website", "Web", "URL", "Homepage"),
    "region": ("地区", "区域", "所在地区", "省市", "省市区", "所在地", "Region", "Area"),
    "province": ("省", "省份", "所在省", "所在省份", "Province", "State"),
    "city": ("市", "城市", "所在市", "所在城市", "地市", "City", "Town"),
    "district": ("区", "县", "区县", "所在区县", "市区", "District", "County"),
    "address": ("地址", "详细地址", "公司地址", "联系地址", "通讯地址", "客户地址", "街道", "街道地址",
        "Address", "Street", "Street address"),
    "postcode": ("邮编", "邮政编码", "Postcode", "Zip", "Zip code", "Postal code"),
    "birthday": ("生日", "出生日期", "客户生日", "Birthday", "Date of birth", "Birth date"),
    "founded": ("成立日期", "成立时间", "注册日期", "Founded", "Founded on", "Founding date"),
    "tags": ("标签", "客户标签", "Tags", "Tag", "Labels"),
    "contact_name": ("联系人", "联系人姓名", "主要联系人", "首要联系人", "Contact", "Contact name",
        "Contact person", "Primary contact"),
    "contact_phone": ("联系人电话", "联系人手机", "联系人手机号", "联系人联系电话", "Contact phone",
        "Contact mobile"),
    "contact_email": ("联系人邮箱", "联系人电子邮件", "Contact e-mail"),
    "contact_wechat": ("联系人微信", "Contact WeChat"),
    "contact_title": ("联系人职务", "联系人职位", "职务", "职位", "职称", "Contact title", "Job title",
        "Title", "Position"),
    "contact_department": ("联系人部门", "部门", "Contact department", "Department"),
    "contact_role": ("联系人角色", "角色", "Contact role", "Role"),
    "contact_reports_to": ("联系人上级", "上级联系人", "直属上级", "直接上级", "汇报对象", "汇报给",
        "Contact reports to", "Reports to", "Supervisor"),
    "contact_birthday": ("联系人生日", "Contact birthday"),
    "contact_notes": ("联系人备注", "Contact notes"),
    "contact_channels": ("联系人其他联系方式", "Contact channels"),
    "contact_labels": ("联系人联系方式标签", "Contact channel labels"),
    "other_point": ("其他联系方式", "其它联系方式", "Other channels", "Other channel"),
    "channel_labels": ("联系方式标签", "Channel labels"),
    "address_label": ("地址标签", "Address label"),
    "addresses": ("其他地址", "更多地址", "Further addresses", "Other addresses"),
    "dates": ("重要日期", "纪念日", "Important dates"),
    "parent": ("母公司", "上级公司", "总公司", "所属集团", "上级单位", "Parent company",
        "Parent account", "Head office"),
    "referred_by": ("介绍人", "推荐人", "转介绍人", "介绍客户", "Referred by", "Referrer", "Introduced by"),
    "verified_on": ("最近核实", "最近核实日期", "核实日期", "核实时间", "最后核实日期",
        "Last verified", "Verified on", "Date verified"),
    "is_key": ("大客户", "是否大客户", "重点客户", "是否重点客户", "Key customer", "Key account", "Is key customer"),
    "key_user": ("专人", "大客户专人", "大客户经理", "大客户负责人", "Named person", "Key account manager",
        "Key customer person"),
    "key_team": ("专属团队", "大客户团队", "大客户专属团队", "Named team", "Key account team", "Key customer team"),
}  # fmt: skip

# Headers that name a person; beside a column with the company they mean its contact person.
_PERSON = frozenset({"姓名", "name", "fullname"})
_NUMBERED = re.compile(r"[0-9一二三]+$")


@functools.cache
def _known() -> dict[str, str]:
    return {fold(header): field for field, headers in HEADERS.items() for header in headers}


def is_header(text: str) -> bool:
    """Whether a built-in field is called so in files."""
    return fold(text) in _known()


def match_header(text: str) -> str | None:
    """The field that a column header means, None if it is not known. Case, width, spaces, stars, what stands
    in brackets, and a number at the end (电话2) do not matter."""
    known = _known()
    for candidate in (text, re.sub(r"[(（\[【].*?[)）\]】]", "", text)):
        key = fold(candidate)
        if found := known.get(key) or known.get(_NUMBERED.sub("", key)):
            return found
    return None


def match_headers(headers: Sequence[str]) -> tuple[str | None, ...]:
    """The field of each column. A field is used once, except those of `REPEATABLE`; 姓名 beside 公司名称 is
    the contact person's name."""
    fields: list[str | None] = [match_header(header) for header in headers]
    persons = [i for i, header in enumerate(headers) if fold(header) in _PERSON]
    company = any(field == "name" and i not in persons for i, field in enumerate(fields))
    if company and "contact_name" not in fields:
        for i in persons[:1]:
            fields[i] = "contact_name"
    if company:
        # The column that says company wins over one that says only name.
        fields = [None if field == "name" and i in persons else field for i, field in enumerate(fields)]
    seen: set[str] = set()
    for i, field in enumerate(fields):
        if field in seen and field not in REPEATABLE:
            fields[i] = None
        elif field:
            seen.add(field)
    return tuple(fields)
