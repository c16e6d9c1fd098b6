"""Names that people take for the same get the same key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.names import company_key, fold, name_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ｃafé（上海） №１", "cafe上海no1"),
        ("Straße Łódź Ørsted", "strasselodzorsted"),
        ("  华为·技术 ", "华为技术"),
        ("𠮷野家 㐂多", "𠮷野家㐂多"),
        ("ﾄﾖﾀ が", "トヨタが"),
        ("Ёлка й", "ёлкай"),
        ("İstanbul", "istanbul"),
        ("…——！", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert name_key(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=20))
def test_fold_ignores_case_width_and_white_space(text: str) -> None:
    assert fold(f" {text}\t") == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("华为技术（深圳）有限公司", "华为技术(深圳)"),
        ("华为技术【深圳】有限责任公司", "華为技术深圳".replace("華", "华")),
        ("美的（集团）股份有限公司", "美的集团"),
        ("Acme Trading Co.,Ltd.", "ACME TRADING LIMITED"),
        ("Müller GmbH & Co. KG", "Muller"),
        ("Acme S.A.R.L.", "acme"),
        ("北京ＡＢＣ Co., Ltd", "北京ABC有限公司"),
    ],
)
def test_the_legal_form_does_not_part_twins(one: str, other: str) -> None:
    assert company_key(one) == company_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("华为技术有限公司深圳分公司", "华为技术有限公司"),
        ("北京华为", "上海华为"),
        ("Acme Trading", "Acme Shipping"),
    ],
)
def test_different_companies_stay_different(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize("name", ["有限公司", "集团", "Co., Ltd", "Ltd", "公司", "GmbH"])
def test_a_name_that_is_a_legal_form_keeps_a_key(name: str) -> None:
    assert company_key(name)


@given(st.text(max_size=30))
def test_the_company_key_is_empty_only_where_nothing_is_left(name: str) -> None:
    assert bool(company_key(name)) == bool(fold(name))
