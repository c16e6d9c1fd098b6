"""What keeps a customer of a file from being written, as when a person saves the form, and what is said of a row; and
the tags as they are written already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import TagEntity
from desktop_crm.models.exchange.customer_cells import RowReader
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.standards import blocking_standards
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.imports import RowProblem
from desktop_crm.models.text.names import name_key, tidy
from desktop_crm.models.validation.customers import validate

OF_FIELD = QT_TRANSLATE_NOOP("messages", "{field}: {reason}")
ONLY_NUMBER = Message(QT_TRANSLATE_NOOP("messages", "No name in the file: the customer's number stands in for it."))
SEVERAL = QT_TRANSLATE_NOOP(
    "messages", "Several customers are called “{name}”. Add the customer number to say which one is meant."
)
NAMESAKE = QT_TRANSLATE_NOOP(
    "messages", "“{other}” has the same phone, e-mail or number but another name; this is taken as another customer."
)
THERE = QT_TRANSLATE_NOOP("messages", "“{name}” is there already, and only new customers are taken.")
NOT_THERE = Message(QT_TRANSLATE_NOOP("messages", "No such customer is there, and only stored ones are changed."))
CHOSEN_GONE = Message(QT_TRANSLATE_NOOP("messages", "The customer that was chosen for this row is not there any more."))
_LONG = 50
Wrong = list[tuple[str, Message]]


class Validity:
    """Looks at drafts. The cells of a new customer have been looked at one by one when they were read."""

    def __init__(self, session: Session, fields: Sequence[CustomField], reader: RowReader) -> None:
        self._fields = fields
        self._required = any(field.required for field in fields)
        self._standards = blocking_standards(session)
        self._reader = reader
        self._names = CUSTOMER_FIELDS | {field.slot: field.label for field in fields}

    def of_new(self, draft: CustomerDraft) -> Wrong:
        suspicious = not draft.name or self._required or len(draft.points) > _LONG or len(draft.tags) > _LONG
        wrong = validate(draft, fields=self._fields) if suspicious else {}
        if not wrong and self._standards.rules:
            wrong = self._standards.newly_broken(draft, None)
        return list(wrong.items())

    def of_changed(self, draft: CustomerDraft, before: CustomerDraft) -> Wrong:
        return list((validate(draft, fields=self._fields) or self._standards.newly_broken(draft, before)).items())

    def told(self, row: int, wrong: Wrong) -> list[RowProblem]:
        """What is wrong, at the column that says it."""
        found = []
        for key, message in wrong:
            name = key.partition(".")[0]
            column = self._reader.column_of(name) or (self._reader.column_of("mobile") if name == "phone" else "")
            label = self._names.get(name)
            named = Message(OF_FIELD, {"field": label, "reason": message}) if label else message
            found.append(RowProblem(row, column, "", message if column else named))
        return found


class TagNames:
    """Tags as they are written already: VIP is vip."""

    def __init__(self, session: Session) -> None:
        self._names = {key: name for key, name in session.execute(select(TagEntity.name_key, TagEntity.name))}

    def known(self, tags: Iterable[str]) -> list[str]:
        return [self._names.get(name_key(tag) or tidy(tag), tag) for tag in tags]

    def add(self, drafts: Iterable[Iterable[str]]) -> None:
        for tags in drafts:
            for tag in tags:
                self._names.setdefault(name_key(tag) or tag, tag)
