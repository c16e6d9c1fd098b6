"""The Chinese words of the interface, where the application itself reads them again."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

import desktop_crm
from desktop_crm.models.records.choices import CHOICES, parse
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.headers import match_header

CATALOGUE = Path(desktop_crm.__file__).parent / "resources/translations/desktop_crm_zh_CN.ts"


@pytest.fixture(scope="module")
def chinese():
    contexts = ElementTree.parse(CATALOGUE).getroot().iter("context")
    messages = next(context for context in contexts if context.findtext("name") == "messages")
    return {one.findtext("source"): one.findtext("translation") for one in messages.iter("message")}


@pytest.mark.parametrize("field", CHOICES)
def test_every_choice_is_read_back_from_its_chinese_word(chinese, field):
    words = {code: chinese[label.text] for code, label in CHOICES[field].items()}
    assert {code: parse(field, word) for code, word in words.items()} == {code: code for code in words}


FILED = (
    "number name kind credit_code id_number industry size occupation source owner team stage preferred_channel"
    " price_sensitivity relationship needs next_step next_step_on notes tags phone email region"
)


@pytest.mark.parametrize("field", FILED.split())
def test_a_column_called_as_in_the_chinese_window_is_known(chinese, field):
    assert match_header(chinese[CUSTOMER_FIELDS[field].text]) == field
