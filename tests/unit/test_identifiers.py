"""Credit codes and identity numbers are checked by their last character."""

from __future__ import annotations

import pytest

from desktop_crm.models.text.identifiers import (
    CREDIT_CODE_CHECK,
    CREDIT_CODE_FORMAT,
    ID_CHECK,
    ID_DATE,
    ID_FORMAT,
    credit_code,
    resident_id,
)


@pytest.mark.parametrize("text", ["91110000600037341L", "９１１１００００６０００３７３４１l", " 91110000 600037341L "])
def test_a_credit_code_is_stored_in_capitals(text: str) -> None:
    assert credit_code(text) == ("91110000600037341L", None)


def test_why_a_credit_code_is_refused() -> None:
    assert credit_code("91110000600037342L") == (None, CREDIT_CODE_CHECK)
    assert credit_code("9111000060003734IL") == (None, CREDIT_CODE_FORMAT)
    short = credit_code("91110")[1]
    assert short is not None
    assert "5" in short.plain()


def test_an_identity_number() -> None:
    assert resident_id("360426199101010071") == ("360426199101010071", None)
    assert resident_id("11010519491231002x") == ("11010519491231002X", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("360426199101010072", ID_CHECK), ("110105194913310021", ID_DATE), ("1101051949123100AX", ID_FORMAT)],
)
def test_why_an_identity_number_is_refused(text: str, reason: object) -> None:
    assert resident_id(text) == (None, reason)


def test_an_old_number_of_15_digits_is_refused_with_its_length() -> None:
    reason = resident_id("110105491231002")[1]
    assert reason is not None
    assert "15" in reason.plain()
