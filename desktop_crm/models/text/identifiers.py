"""Official numbers: 统一社会信用代码 (GB 32100) and the resident identity number (GB 11643).

Both functions answer `(number, None)`, or `(None, reason)` in words for the person.
"""

from __future__ import annotations

import unicodedata

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.text.regions import region

Checked = tuple[str, None] | tuple[None, Message]

CREDIT_CODE_LENGTH = Message(QT_TRANSLATE_NOOP("messages", "A credit code has 18 characters; this one has {count}."))
CREDIT_CODE_FORMAT = Message(
    QT_TRANSLATE_NOOP("messages", "A credit code holds digits and capital letters other than I, O, S, V and Z.")
)
CREDIT_CODE_CHECK = Message(
    QT_TRANSLATE_NOOP("messages", "The last character does not fit the others. Compare it with the licence.")
)
ID_LENGTH = Message(QT_TRANSLATE_NOOP("messages", "An ID number has 18 digits; this one has {count}."))
ID_FORMAT = Message(QT_TRANSLATE_NOOP("messages", "An ID number holds 17 digits and a digit or X at the end."))
ID_DATE = Message(QT_TRANSLATE_NOOP("messages", "The birth date or the region in this ID number does not exist."))
ID_CHECK = Message(
    QT_TRANSLATE_NOOP("messages", "The last digit does not fit the others. Compare the number with the card.")
)


def credit_code(text: str) -> Checked:
    """The 18 characters in capitals, or why they are no credit code."""
    from stdnum import exceptions
    from stdnum.cn import uscc

    number = _compact(text)
    if len(number) != 18:
        return None, Message(CREDIT_CODE_LENGTH.text, {"count": len(number)})
    try:
        return str(uscc.validate(number)), None
    except exceptions.InvalidChecksum:
        return None, CREDIT_CODE_CHECK
    except exceptions.ValidationError:
        return None, CREDIT_CODE_FORMAT


def resident_id(text: str) -> Checked:
    """The 18 characters (the last may be X), or why they are no ID number.

    Numbers of 15 digits (before 1999) are refused. Of the region only the province is checked: the code is
    that of the place and year of issue, and lists of past districts that go by the year of birth refuse
    genuine numbers.
    """
    from stdnum import exceptions
    from stdnum.cn import ric

    number = _compact(text)
    if len(number) != 18:
        return None, Message(ID_LENGTH.text, {"count": len(number)})
    if not (number[:17].isdecimal() and (number[17].isdecimal() or number[17] == "X")):
        return None, ID_FORMAT
    if number[17] != ric.calc_check_digit(number):
        return None, ID_CHECK
    try:
        ric.get_birth_date(number)
    except exceptions.ValidationError:
        return None, ID_DATE
    # 83 is given to residents from Taiwan.
    known = number[:2] == "83" or region(number[:2] + "0000") is not None
    return (number, None) if known else (None, ID_DATE)


def _compact(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).upper()
    return "".join(ch for ch in text if not ch.isspace() and ch not in "-‐-–—")
