"""The values of a customer that are edited where they stand: one at a time, each one undo step."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import Customer, CustomerDraft, FilterChoices
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.ui.pages.customers.custom_editors import LinkField
from desktop_crm.ui.pages.customers.fields import fold_problems, form_problems
from desktop_crm.ui.pages.customers.in_place import Editable, Offer, make_editor, record_value
from desktop_crm.ui.pages.customers.inline_edit.custom_cells import custom_cell
from desktop_crm.ui.pages.customers.part_editors import PARTS, fresh_part, part_editor, part_name, split_name, with_part
from desktop_crm.ui.pages.customers.saver import Saver
from desktop_crm.ui.pages.customers.wording import Lexicon

SAVED = QT_TRANSLATE_NOOP("messages", "{field} saved")


class Edits:
    """Makes the values and opens their editors. `renew` shows the customer as it is now, after an editor closed."""

    def __init__(self, services: Services, words: Lexicon, parent: QWidget, renew: Callable[[], object]) -> None:
        self._services, self._parent, self._renew = services, parent, renew
        self._words = words
        self._saver = Saver(services, words, parent)
        self._customer: Customer | None = None
        self._values: dict[str, Editable] = {}
        self._open: Editable | None = None
        self._back_to = ""

    def begin(self, customer: Customer) -> None:
        """Before the values of a customer are made."""
        if self._customer is None or customer.id != self._customer.id:
            self._back_to = ""
        else:
            # Whoever stands on a value stays there when it is read again.
            self._back_to = next(
                (field for field, one in self._values.items() if one.target().hasFocus()), self._back_to
            )
        self._customer, self._open = customer, None
        self._values = {}

    def make(self, field: str, name: str, value: str, line: QWidget | None = None) -> Editable:
        """`field` is a field of the draft, a part of one (`points.1`) or the slot of a custom field; `line` shows it in
        place of a text."""
        assert self._customer is not None
        ask = self._ask if self._customer.deleted_at is None else None
        made = self._values[field] = Editable(field, name, value, ask, line)
        return made

    def keep(self, value: Editable, words: str) -> None:
        """Uses a value of the customer before for this one."""
        self._values[value.field] = value
        value.show_value(words)

    @property
    def open_to_change(self) -> bool:
        """Whether the customer's values may be edited; a deleted customer's may not."""
        return self._customer is not None and self._customer.deleted_at is None

    def offer(self, field: str, caption: str) -> Offer:
        """A button that opens the editor of a field without a value; of one more part, where it has parts."""
        assert self._customer is not None
        ask = self._ask if self._customer.deleted_at is None else None
        name = part_name(field, len(getattr(self._customer.draft, field))) if field in PARTS else field
        made = self._values[name] = Offer(name, caption, ask)
        return made

    def busy(self, customer: Customer) -> bool:
        """Whether a value of this customer is being edited."""
        return self._open is not None and self._customer is not None and customer.id == self._customer.id

    def refocus(self) -> None:
        """Goes back to the value that was edited."""
        made = self._values.get(self._back_to)
        self._back_to = ""
        if made is not None and self._parent.isVisible():
            made.target().setFocus()

    def start(self, field: str) -> None:
        """Opens the editor of a field; raises KeyError for one that is not shown."""
        self._ask(self._values[field])

    def _ask(self, value: Editable) -> None:
        if self._open is not None:
            return

        def show(choices: FilterChoices) -> None:
            if self._open is None and self._values.get(value.field) is value:
                self._edit(value, choices)

        self._services.customers.choices(self._parent).then(show)

    def _edit(self, value: Editable, choices: FilterChoices) -> None:
        assert self._customer is not None
        customer = self._customer
        field, at = split_name(value.field)
        self._open = value
        if at is not None:
            self._edit_part(value, field, at)
            return
        own = next((one for one in customer.fields if one.slot == field), None)
        if own is not None:
            self._edit_custom(value, own, customer, choices)
            return
        editor = make_editor(field, choices)
        editor.set_value(getattr(customer.draft, field))
        value.edit(editor, lambda: self._save(value, customer), self._close)

    def _edit_custom(self, value: Editable, own: CustomField, customer: Customer, choices: FilterChoices) -> None:
        original = customer.draft
        cell = custom_cell(own, self._words, self._services.search)
        editor = cell.make(choices)
        if isinstance(editor, LinkField):
            editor.know(dict(customer.linked))
        editor.set_value(cell.get(original))

        def save() -> None:
            self._write(value, own.slot, cell.put(original, value.value()), original)

        value.edit(editor, save, self._close)

    def _edit_part(self, value: Editable, field: str, at: int) -> None:
        assert self._customer is not None
        original = self._customer.draft
        parts = getattr(original, field)
        fresh = at == len(parts)
        editor = part_editor(field, fresh_part(original, field) if fresh else parts[at], self._words)
        as_shown = editor.value()

        def save() -> None:
            part = value.value()
            problem = next(iter(editor.problems().values()), None)
            if part == as_shown:
                self._close()
            elif problem is not None:
                if not editor.says_problems:
                    value.set_problem(text(problem))
            else:
                self._write(value, field, with_part(original, field, at, part), original)

        def remove() -> None:
            self._write(value, field, with_part(original, field, at, None), original)

        value.edit(editor, save, self._close, None if fresh else remove)

    def _save(self, value: Editable, customer: Customer) -> None:
        field, original = value.field, customer.draft
        draft = dataclasses.replace(original, **{field: record_value(field, value.value(), original)})
        self._write(value, field, draft, original)

    def _write(self, value: Editable, field: str, draft: CustomerDraft, original: CustomerDraft) -> None:
        if draft == original:
            self._close()
            return
        problem = form_problems(draft, self._fields()).get(field)
        if problem is not None:
            value.set_problem(text(problem))
            return

        def refused(error: CrmError) -> None:
            fields = fold_problems(error.fields, draft) if isinstance(error, UserError) else {}
            if field not in fields and fields:
                # A fault elsewhere in the file stands in the way, too: it is named.
                other, problem = next(iter(fields.items()))
                value.set_problem(f"{text(self._label(other))}: {text(problem)}")
            else:
                value.set_problem(text(fields.get(field, error.message)))

        say = Message(SAVED, {"field": self._label(field)})
        self._saver.save(draft, original, say, done=self._close, refused=refused)

    def _fields(self) -> tuple[CustomField, ...]:
        return self._customer.fields if self._customer is not None else ()

    def _label(self, field: str) -> Message:
        """What people call a field of the draft or a slot."""
        own = next((one.label for one in self._fields() if one.slot == field), None)
        return own or F[field]

    def _close(self) -> None:
        """The editor goes; what came meanwhile is shown."""
        if self._open is not None:
            self._back_to = self._open.field
            self._open = None
            self._renew()
