"""Columns of workbooks from elsewhere are recognised by what they are called."""

from __future__ import annotations

import pytest

from desktop_crm.models.records.headers import HEADERS, match_header, match_headers
from desktop_crm.models.text.names import fold


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("客户名称", "name"),
        ("*公司名称", "name"),
        (" 联系 电话 ", "phone"),
        ("手机2", "mobile"),
        ("邮箱", "email"),
        ("E-Mail", "email"),
        ("email", "email"),
        ("统一社会信用代码", "credit_code"),
        ("税号", "credit_code"),
        ("获取渠道", "source"),
        ("客户经理", "owner"),
        ("客户阶段", "stage"),
        ("联系人职务", "contact_title"),
        ("成立日期（年-月-日）", "founded"),
        ("CUSTOMER NAME", "name"),
        ("CustomerID", "number"),
        ("客户编号", "number"),
        ("ＱＱ", "qq"),
        ("天气", None),
        ("", None),
        ("（）", None),
    ],
)
def test_a_header_is_recognised(header: str, field: str | None) -> None:
    assert match_header(header) == field


def test_no_header_means_two_fields() -> None:
    folded = [fold(header) for headers in HEADERS.values() for header in headers]
    assert len(folded) == len({*folded})


def test_a_name_beside_a_company_is_its_contact() -> None:
    assert match_headers(["姓名", "公司名称", "手机"]) == ("contact_name", "name", "mobile")
    assert match_headers(["姓名", "手机"]) == ("name", "mobile")
    assert match_headers(["Company", "Name", "Contact"]) == ("name", None, "contact_name")


def test_a_field_is_used_once_unless_it_may_repeat() -> None:
    assert match_headers(["客户名称", "电话1", "电话2", "行业", "所属行业"]) == (
        "name",
        "phone",
        "phone",
        "industry",
        None,
    )
