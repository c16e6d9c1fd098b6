"""Which pairs are taken for one customer, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.duplicates.blocking import Blocks
from desktop_crm.models.duplicates.names import name_parts
from desktop_crm.models.duplicates.profile import Profile, make_profile
from desktop_crm.models.duplicates.score import compare
from desktop_crm.models.records.duplicates import THRESHOLD, reasons_from_json, reasons_to_json
from desktop_crm.models.text.simplified import simplified
from tests.benchmarks.duplicates import quality
from tests.twins import labelled

PHONE = "+8613800138000"


def test_labelled_pairs_are_told_apart() -> None:
    found = quality(labelled(40, seed=7))
    assert found["precision"] >= 0.95, found
    assert found["recall"] >= 0.93, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("深圳市华腾科技有限公司", "華騰科技（深圳）有限責任公司"),
        ("华为技术有限公司", "华为技术（中国）有限公司"),
        ("ＡＢＣ贸易有限公司", "abc贸易"),
        ("美的集团股份有限公司", "美的"),
        ("腾讯科技(深圳)有限公司", "深圳腾讯科技"),
        ("Acme Trading Co., Ltd.", "ACME TRADING LIMITED"),
        ("Acme Trading (Shanghai) Co., Ltd.", "Shanghai Acme Trading"),
    ],
)
def test_spellings_of_one_name_have_the_same_parts(one: str, other: str) -> None:
    assert name_parts(one) == name_parts(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("华为技术有限公司", "华为技术有限公司深圳分公司"),
        ("北京华腾科技有限公司", "上海华腾科技有限公司"),
        ("海底捞（西单店）", "海底捞（王府井店）"),
        ("北京市第一中学", "北京市第二中学"),
        ("中国银行深圳分行", "中国银行广州分行"),
    ],
)
def test_houses_of_one_firm_are_not_twins_even_on_one_phone(one: str, other: str) -> None:
    first, second = (make_profile(False, name, phones=[PHONE], contacts=[("李雷", PHONE)]) for name in (one, other))
    assert compare(first, second).score < THRESHOLD


def test_reasons_say_what_speaks_for_and_against() -> None:
    one = make_profile(False, "深圳市华腾科技有限公司", code="91440300708461136T", phones=[PHONE])
    other = make_profile(False, "华腾科技（深圳）有限公司", code="91440300MA5DA1CW3U", phones=[PHONE])
    verdict = compare(one, other)
    assert verdict.score < THRESHOLD
    assert verdict.reasons[0].message.plain() == "Different credit codes"
    assert verdict.reasons[0].against
    assert [r.message.plain() for r in verdict.reasons[1:]] == [
        "Same core name: 华腾科技",
        "Same phone +86 138 0013 8000",
    ]
    assert reasons_from_json(reasons_to_json(verdict.reasons)) == verdict.reasons


def test_a_phone_of_many_says_little() -> None:
    one, other = (make_profile(True, name, phones=[PHONE]) for name in ("王建国", "王建过"))
    assert compare(one, other, {PHONE}).score < compare(one, other).score


def test_the_same_code_outweighs_another_name() -> None:
    code = "91440300708461136T"
    one, other = make_profile(False, "深圳华腾科技", code=code), make_profile(False, "上海东方明珠传媒", code=code)
    assert compare(one, other).score >= THRESHOLD


WORDS = st.text("华腾科技深圳市有限公司（）()abAB 12第一店分中国", max_size=12).map(lambda text: text or "x")
PROFILES = st.builds(
    make_profile,
    st.booleans(),
    WORDS,
    short=WORDS,
    phones=st.lists(st.sampled_from([PHONE, "+8613900139000"])),
    emails=st.lists(st.just("a@example.com")),
    contacts=st.lists(st.tuples(WORDS, st.sampled_from(["", PHONE]))),
    region=st.sampled_from(["", "440300", "440305", "310115"]),
    street=WORDS,
)


@given(PROFILES, PROFILES)
def test_scores_are_symmetric_and_survive_packing(one: Profile, other: Profile) -> None:
    assert Profile.unpack(one.pack()) == one
    assert compare(one, other).score == compare(other, one).score
    assert 0 <= compare(one, other).score < 100


@given(st.text(max_size=30))
def test_every_name_has_parts(name: str) -> None:
    parts = name_parts(name)
    assert bool(parts.brand) == bool(name.strip())
    assert len(simplified(name)) == len(name)


def test_a_block_of_hundreds_is_left_out_and_its_phone_called_common() -> None:
    blocks = Blocks()
    for index in range(300):
        blocks.add(index, make_profile(True, f"王{index}", phones=[PHONE], emails=[f"{index // 2}@example.com"]))
    assert list(blocks.pairs("phone")) == []
    assert PHONE in blocks.common
    assert "+8613900139000" not in blocks.common
    assert len(list(blocks.pairs("email"))) == 150
