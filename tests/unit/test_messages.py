"""Texts with values in them, as both languages write them."""

from __future__ import annotations

import pytest

from desktop_crm.models.messages import Message, filled_in


@pytest.mark.parametrize(
    ("template", "value", "shown"),
    [
        ("编辑 {name}", "华泰", "编辑华泰"),
        ("编辑 {name}", "Siemens", "编辑 Siemens"),
        ("修改 {name} 的阶段", "华泰", "修改华泰的阶段"),
        ("修改 {name} 的阶段", "华泰 GmbH", "修改华泰 GmbH 的阶段"),
        ("已选 {name} 位", "12", "已选 12 位"),
        ("Edit {name} now", "华泰", "Edit 华泰 now"),
        ("编辑 {name}", "{name} 与 {other}", "编辑 {name} 与 {other}"),
        ("编辑 {name}", "", "编辑 "),
    ],
)
def test_chinese_stands_beside_chinese_without_a_space(template: str, value: str, shown: str) -> None:
    assert filled_in(template, {"name": value}) == shown


def test_a_value_in_a_value_is_closed_up_too() -> None:
    words = {"Delete {what}": "删除 {what}", "{n} customers": "{n} 位客户", "the rest": "其余"}
    nested = Message("Delete {what}", {"what": Message("the rest")})
    counted = Message("Delete {what}", {"what": Message("{n} customers", {"n": 3})})
    assert nested.format(words.__getitem__) == "删除其余"
    assert counted.format(words.__getitem__) == "删除 3 位客户"
