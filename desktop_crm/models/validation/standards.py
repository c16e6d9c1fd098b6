"""What a draft breaks of the data standards. Pure: the rules come from outside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.standards import Check, DataRule
from desktop_crm.models.validation.completeness import is_filled

REQUIRED = Message(QT_TRANSLATE_NOOP("messages", "The data standards ask for this."))
FORMAT = Message(QT_TRANSLATE_NOOP("messages", "The data standards ask for another form of this."))
UNKNOWN = Message(QT_TRANSLATE_NOOP("messages", "The dictionary has no such value."))


def broken_rules(
    draft: CustomerDraft, rules: Sequence[DataRule], known: Mapping[str, Sequence[str]]
) -> dict[str, Message]:
    """Field (as the catalogue names it) → what is wrong, for the rules that refuse to save. Fields that the draft does
    not have break none."""
    found: dict[str, Message] = {}
    for rule in rules:
        if not rule.blocking or not rule.active or not _concerns(draft, rule):
            continue
        wrong = _wrong(draft, rule, known)
        if wrong is not None:
            found.setdefault(rule.field, wrong)
    return found


@dataclass(frozen=True, slots=True)
class Standards:
    """The rules that refuse to save, and the values their dictionaries know: read once for any number of drafts."""

    rules: Sequence[DataRule] = ()
    known: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def newly_broken(self, draft: CustomerDraft, stored: CustomerDraft | None) -> dict[str, Message]:
        """What `draft` breaks and `stored` did not break before: whoever only changes a phone number need not find
        out the credit code."""
        if not self.rules:
            return {}
        wrong = broken_rules(draft, self.rules, self.known)
        before = broken_rules(stored, self.rules, self.known) if wrong and stored is not None else {}
        return {name: text for name, text in wrong.items() if name not in before}


def at_form(wrong: Mapping[str, Message]) -> dict[str, Message]:
    """What is wrong, by the keys by which the form addresses its fields."""
    found: dict[str, Message] = {}
    for name, message in wrong.items():
        found.setdefault(_SHOWN_AT.get(name, name), message)
    return found


# Where the form shows what is wrong with a field of the catalogue.
_SHOWN_AT = {"owner": "owner_id", "team": "team_id", "phone": "points", "email": "points", "region": "addresses"}


def _concerns(draft: CustomerDraft, rule: DataRule) -> bool:
    return rule.for_kind in ("", draft.kind) and rule.stage in ("", draft.stage)


def _wrong(draft: CustomerDraft, rule: DataRule, known: Mapping[str, Sequence[str]]) -> Message | None:
    filled = is_filled(draft, rule.field)
    if rule.check is Check.REQUIRED:
        return REQUIRED if filled is False else None
    value = getattr(draft, rule.field, None)
    if not filled or not isinstance(value, str):
        return None
    if rule.check is Check.FORMAT:
        return None if re.fullmatch(rule.pattern, value) else FORMAT
    if rule.check is Check.DICTIONARY:
        return None if value in known.get(rule.field, ()) else UNKNOWN
    return None
