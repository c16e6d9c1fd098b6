"""Names are found by what people type and sorted as a Chinese list is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.pinyin import Reading, reading, sort_key


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("华为技术", "huaweijishu", "hwjs"),
        ("重庆长安汽车", "chongqingchanganqiche", "cqcaqc"),
        ("厦门", "xiamen", "xm"),
        ("长沙银行", "changshayinhang", "csyh"),
        ("国家音乐厅", "guojiayinyueting", "gjyyt"),
        ("工会计划", "gonghuijihua", "ghjh"),
        ("三一重工", "sanyizhonggong", "syzg"),
        ("北京市朝阳区", "beijingshichaoyangqu", "bjscyq"),
        ("华为（深圳）技术", "huaweishenzhenjishu", "hwszjs"),
        ("绿地", "lvdi", "ld"),
        ("𠮷野家", "jiyejia", "jyj"),
        ("ABC Trading 上海", "abctradingshanghai", "atsh"),
        ("TCL集团", "tcljituan", "tcljt"),
        ("３６０公司", "360gongsi", "360gs"),
        ("O'Neil & Søn", "oneilson", "ons"),
        ("…", "", ""),
        ("", "", ""),
    ],
)
def test_reading(name: str, full: str, initials: str) -> None:
    assert reading(name) == Reading(full, initials)


@pytest.mark.parametrize(
    ("surname", "sound"),
    [
        ("单", "shan"),
        ("单于", "chanyu"),
        ("仇", "qiu"),
        ("曾", "zeng"),
        ("解", "xie"),
        ("任", "ren"),
        ("盖", "ge"),
        ("查", "zha"),
        ("朴", "piao"),
        ("尉迟", "yuchi"),
        ("万俟", "moqi"),
        ("澹台", "tantai"),
        ("区", "ou"),
        ("乐", "yue"),
        ("缪", "miao"),
        ("纪", "ji"),
        ("翟", "zhai"),
        ("覃", "qin"),
        ("长孙", "zhangsun"),
        ("欧阳", "ouyang"),
    ],
)
def test_surnames_have_readings_of_their_own(surname: str, sound: str) -> None:
    assert reading(surname + "晓明", person=True).full == sound + "xiaoming"


def test_a_surname_reading_is_for_persons_only() -> None:
    assert reading("单位", person=False).full == "danwei"
    assert reading("仇英", person=True).initials == "qy"


def test_the_readings_are_those_of_pypinyin() -> None:
    from pypinyin import lazy_pinyin

    for text in (
        "中国工商银行股份有限公司",
        "成都会展中心",
        "调味品都市便利店",
        "西藏音乐传媒",
        "人参行业会计系统",
    ):
        assert reading(text).full == "".join(lazy_pinyin(text))


@pytest.mark.parametrize(
    "ordered",
    [
        ["张", "张三", "章", "赵"],
        ["詹", "张"],
        ["阿里", "abc", "安徽", "百度", "Boeing", "重庆", "厦门"],
        ["ABC", "ABC Trading", "ABC中国", "ABD"],
    ],
)
def test_sort_key_orders_by_pinyin(ordered: list[str]) -> None:
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_sort_key_of_a_person_uses_the_surname() -> None:
    assert sort_key("单晓明", person=True) > sort_key("任晓明", person=True)


@given(st.text(max_size=20), st.booleans())
def test_any_text_has_a_reading_and_a_sort_key(name: str, person: bool) -> None:
    result = reading(name, person)
    assert len(result.initials) <= len(result.full)
    assert sort_key(name, person)


@given(st.text("中国重庆厦门长沙银行音乐会计划公司单曾解", max_size=12))
def test_every_character_has_one_initial(name: str) -> None:
    assert len(reading(name).initials) == len(name)
