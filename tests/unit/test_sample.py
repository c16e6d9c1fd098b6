"""Sample customers are valid, varied, and the same for the same seed."""

from __future__ import annotations

import hashlib
from itertools import islice

import pytest

from desktop_crm.models.records.customers import CustomerKind, Stage
from desktop_crm.models.sample.generate import DAYS, OWNERS, generate
from desktop_crm.models.text.names import company_key
from desktop_crm.models.validation.customers import normalise, validate


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_sample_customers_are_valid_and_normal(language: str) -> None:
    for sample in generate(500, 7, language):
        assert validate(sample.draft) == {}
        assert normalise(sample.draft) == sample.draft
        assert -1 <= sample.owner < OWNERS
        assert 0 <= sample.created_days_ago < DAYS


def test_the_same_seed_gives_the_same_customers() -> None:
    assert list(generate(200, 3)) == list(generate(200, 3))
    assert list(generate(50, 3)) == list(islice(generate(200, 3), 50))
    assert list(generate(50, 3)) != list(generate(50, 4))
    assert list(generate(50, 3, "en")) != list(generate(50, 3, "zh_CN"))


def test_the_stream_is_the_same_on_every_platform_and_version() -> None:
    text = "\n".join(sample.draft.name for sample in generate(100, 1))
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == "1cae5978d842b283"


def test_the_sample_is_varied() -> None:
    samples = list(generate(3000, 1))
    drafts = [sample.draft for sample in samples]
    assert {draft.stage for draft in drafts} == set(Stage)
    assert {draft.kind for draft in drafts} == set(CustomerKind)
    assert len({tag for draft in drafts for tag in draft.tags}) >= 12
    assert any(draft.name.isascii() for draft in drafts)
    assert len({draft.name for draft in drafts}) > 2700
    assert any(ch > "\uffff" for draft in drafts for ch in draft.name)
    assert any(contact.name.startswith(("单", "仇", "曾")) for draft in drafts for contact in draft.contacts)


def test_one_in_a_hundred_repeats_an_earlier_one() -> None:
    seen: set[str] = set()
    twins = 0
    for sample in generate(3000, 1):
        key = company_key(sample.draft.name)
        if sample.twin:
            twins += 1
            assert key in seen
        seen.add(key)
    assert 10 <= twins <= 60
