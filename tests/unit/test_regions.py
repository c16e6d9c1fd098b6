"""The list of regions, and reading a region off an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.regions import (
    cities,
    districts,
    parse_region,
    provinces,
    region,
    region_name,
)


def test_the_list_is_whole() -> None:
    assert len(provinces()) == 34
    for province in provinces():
        rows = cities(province.code)
        assert rows or province.code in {"710000", "810000", "820000"}
        for city in rows:
            assert districts(city.code) or city.name in {"东莞市", "中山市", "儋州市", "嘉峪关市"}
            for row in (city, *districts(city.code)):
                assert region(row.code) == row
                assert row.english.replace("'", "").replace(" ", "").replace("ü", "u").isascii()


@pytest.mark.parametrize(
    ("code", "chinese", "english"),
    [
        ("440305", "广东省 深圳市 南山区", "Guangdong, Shenzhen, Nanshan"),
        ("110105", "北京市 朝阳区", "Beijing, Chaoyang"),
        ("500233", "重庆市 忠县", "Chongqing, Zhongxian"),
        ("429004", "湖北省 仙桃市", "Hubei, Xiantao"),
        ("610100", "陕西省 西安市", "Shaanxi, Xi'an"),
        ("222401", "吉林省 延边朝鲜族自治州 延吉市", "Jilin, Yanbian, Yanji"),
        ("650100", "新疆维吾尔自治区 乌鲁木齐市", "Xinjiang, Urumqi"),
        ("140400", "山西省 长治市", "Shanxi, Changzhi"),
        ("810000", "香港特别行政区", "Hong Kong"),
        ("330103", "浙江省 杭州市", "Zhejiang, Hangzhou"),
        ("999999", "999999", "999999"),
        ("", "", ""),
    ],
)
def test_names(code: str, chinese: str, english: str) -> None:
    assert region_name(code) == chinese
    assert region_name(code, "en") == english


def test_the_boxes_of_a_form() -> None:
    assert [row.name for row in cities("500000")] == ["市辖区", "县"]
    assert "忠县" in [row.name for row in districts("500200")]
    assert "仙桃市" in [row.name for row in districts("429000")]
    assert "南山区" in [row.name for row in districts("440305")]
    assert districts("441900") == ()


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("广东省深圳市南山区科技园路1号", "440305", "科技园路1号"),
        ("广东 / 深圳市 / 南山区 / 科技园路1号", "440305", "科技园路1号"),
        ("广东深圳南山", "440305", ""),
        ("深圳南山大道1号", "440300", "南山大道1号"),
        ("上海市浦东新区张江路", "310115", "张江路"),
        ("北京海淀", "110108", ""),
        ("北京市北京市海淀区中关村", "110108", "中关村"),
        ("北京市市辖区朝阳区建国路", "110105", "建国路"),
        ("重庆市 县 忠县 人民路", "500233", "人民路"),
        ("内蒙古呼和浩特", "150100", ""),
        ("延边延吉", "222401", ""),
        ("吉林市船营区解放路", "220204", "解放路"),
        ("海南藏族自治州共和县", "632521", ""),
        ("湖北省仙桃市", "429004", ""),
        ("江苏昆山", "320583", ""),
        ("中国广东广州天河", "440106", ""),
        ("香港九龙", "810000", "九龙"),
        ("杭州市下城区", "330100", "下城区"),
        ("440305", "440305", ""),
        ("朝阳区建国路88号", "", "朝阳区建国路88号"),
        ("北京路1号", "", "北京路1号"),
        ("南京西路1266号", "", "南京西路1266号"),
        ("hello", "", "hello"),
        ("", "", ""),
    ],
)
def test_parse(text: str, code: str, rest: str) -> None:
    assert parse_region(text) == (code, rest)


def test_every_full_name_is_read_back() -> None:
    for province in provinces():
        rows = [province, *cities(province.code)]
        rows += [row for city in cities(province.code) for row in districts(city.code)]
        for row in rows:
            if row.full_name.endswith(row.name):
                address = row.full_name.replace(" ", "") + "人民路1号"
                assert parse_region(address) == (row.code, "人民路1号")


@given(st.text("广东省深圳市南山区北京海淀吉林 县/", max_size=14))
def test_the_rest_is_the_end_of_the_text(text: str) -> None:
    code, rest = parse_region(text)
    assert text.strip().endswith(rest)
    assert not code or region(code) is not None
