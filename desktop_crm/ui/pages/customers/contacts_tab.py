"""The Contacts tab: a card for each contact person, below whom they report to."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Contact, ContactRole, Customer, Id
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.birthdays import birthday_words
from desktop_crm.ui.pages.customers.fields import shown_points
from desktop_crm.ui.pages.customers.overview import point_lines
from desktop_crm.ui.pages.customers.part_dialogs import PartForms
from desktop_crm.ui.pages.customers.saver import Saver
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_text
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.avatar import Avatar
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, label
from desktop_crm.ui.widgets.tree_lines import TreeLines

SAVED = QT_TRANSLATE_NOOP("messages", "{name} saved")
REMOVED = QT_TRANSLATE_NOOP("messages", "{name} removed")
ROLE_TONES = {
    ContactRole.DECISION_MAKER: "tag6",
    ContactRole.PURCHASING: "tag1",
    ContactRole.FINANCE: "tag4",
    ContactRole.TECHNICAL: "tag2",
    ContactRole.USER: "tag3",
}
_GAP = 12
_MIDDLE = _GAP + 36


def in_lines(contacts: Sequence[Contact]) -> list[tuple[Contact, tuple[bool, ...]]]:
    """Contact persons below whom they report to, in their order; with each, for every level whether nothing follows
    there. Nobody is left out, whatever the lines are."""
    below: dict[Id | None, list[Contact]] = defaultdict(list)
    there = {contact.id for contact in contacts if contact.id is not None}
    for contact in contacts:
        below[contact.reports_to if contact.reports_to in there else None].append(contact)
    found: list[tuple[Contact, tuple[bool, ...]]] = []
    drawn: set[int] = set()

    def draw(contact: Contact, last: tuple[bool, ...]) -> None:
        if id(contact) in drawn:
            return
        drawn.add(id(contact))
        found.append((contact, last))
        under = below.get(contact.id, []) if contact.id is not None else []
        for at, one in enumerate(under):
            draw(one, (*last, at == len(under) - 1))

    for contact in (*below[None], *contacts):
        draw(contact, ())
    return found


class ContactCard(Card):
    """One person: F2, Enter, a double click or the pencil edits, Delete removes."""

    def __init__(self, contact: Contact, edit: Callable[[], object] | None, remove: Callable[[], object]) -> None:
        super().__init__()
        self._edit, self._remove = edit, remove
        self.setObjectName("contactCard")
        self.setAccessibleName(contact.name)
        if edit is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleDescription(self.tr("F2 edits"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._edit is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._edit is not None:
            self._edit()


class ContactsTab(ScrollColumn):
    """Contact persons in their lines, the main one marked. Each change is one undo step."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__("", 0)
        self.setAccessibleName(self.tr("Contacts"))
        self._words = Lexicon(services.runner, self)
        self._saver = Saver(services, self._words, self)
        self.parts = PartForms(self, self._words)
        self._customer: Customer | None = None

    def show_customer(self, customer: Customer) -> None:
        if customer != self._customer:
            self._customer = customer
            self._words.load(self._show)

    def _show(self) -> None:
        customer = self._customer
        if customer is None:
            return
        self.empty()
        living = customer.deleted_at is None
        if not customer.draft.contacts:
            nobody = EmptyState(
                "contact",
                self.tr("No contact persons yet"),
                self.tr("Who decides, who pays, whom do you call?"),
                ((self.tr("Add a contact person"), self.add_contact),) if living else (),
            )
            self.box.addWidget(nobody)
            return
        names = {contact.id: contact.name for contact in customer.draft.contacts}
        for contact, last in in_lines(customer.draft.contacts):
            self.box.addWidget(self._row(customer, contact, last, names.get(contact.reports_to, "")))
        add = button(self.tr("Add a contact person"), self.add_contact, "flat", "add")
        add.setEnabled(living)
        self.box.addSpacing(_GAP)
        self.box.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, customer: Customer, contact: Contact, last: tuple[bool, ...], boss: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        if last:
            line.addWidget(TreeLines(last, _MIDDLE))
        place = QVBoxLayout()
        place.setContentsMargins(0, _GAP, 0, 0)
        place.addWidget(self._card(customer, contact, boss))
        line.addLayout(place, 1)
        return row

    def _card(self, customer: Customer, contact: Contact, boss: str) -> Card:
        living = customer.deleted_at is None
        card = ContactCard(
            contact, (lambda: self.edit_contact(contact)) if living else None, lambda: self.remove_contact(contact)
        )
        if boss:
            card.setAccessibleDescription(self.tr("Reports to {name}").replace("{name}", boss))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._name(contact))
        work = "  ·  ".join(part for part in (contact.title, contact.department) if part)
        if work:
            words.addWidget(ElidedLabel(work, "secondary"))
        if contact.birthday:
            words.addLayout(self._birthday(contact.birthday))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Avatar(contact.name, 40), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        if living:
            to_edit, to_remove = self.tr("Edit"), self.tr("Remove")
            for icon, name, run in (
                ("edit", f"{to_edit}: {contact.name}", lambda: self.edit_contact(contact)),
                ("remove", f"{to_remove}: {contact.name}", lambda: self.remove_contact(contact)),
            ):
                top.addWidget(tool_button(icon, name, run), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(top)
        for line in point_lines(contact.points, self._words):
            card.body.addWidget(line)
        if contact.notes:
            card.body.addWidget(label(contact.notes, "secondary", wrap=True, select=True))
        return card

    def _name(self, contact: Contact) -> QHBoxLayout:
        name = QHBoxLayout()
        name.setSpacing(STEP)
        name.addWidget(label(contact.name, "heading", select=True))
        if contact.role.value:
            name.addWidget(Badge(choice_text("role", contact.role.value), ROLE_TONES.get(contact.role, "tag8")))
        if contact.primary:
            name.addWidget(Badge(self.tr("main contact"), "accent"))
        name.addStretch(1)
        return name

    def _birthday(self, born: dt.date) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(label(self.tr("Birthday {date}").replace("{date}", format_date(born)), "hint"))
        message, soon = birthday_words(born, dt.date.today())  # noqa: DTZ011 - the person's own calendar
        row.addWidget(Badge(text(message), "tag5") if soon else label(text(message), "hint"))
        row.addStretch(1)
        return row

    # What can be done --------------------------------------------------------------------------------

    def add_contact(self) -> None:
        """Opens the form of a new contact person."""
        if (customer := self._customer) is not None and customer.deleted_at is None:
            contacts = customer.draft.contacts
            self.parts.contact(None, lambda made: self._save(customer, (*contacts, made), SAVED, made.name), contacts)

    def edit_contact(self, contact: Contact) -> None:
        customer = self._customer
        if customer is None or customer.deleted_at is not None:
            return
        shown = dataclasses.replace(contact, points=shown_points(contact.points, self._words))
        contacts = customer.draft.contacts

        def done(changed: Contact) -> None:
            if changed == shown:
                return
            others = (
                one if one.id == contact.id else dataclasses.replace(one, primary=one.primary and not changed.primary)
                for one in contacts
            )
            self._save(customer, tuple(changed if one.id == contact.id else one for one in others), SAVED, changed.name)

        self.parts.contact(shown, done, contacts)

    def remove_contact(self, contact: Contact) -> None:
        """At once; those who report to the person report to nobody then, until Undo brings all back."""
        if (customer := self._customer) is not None:
            rest = tuple(one for one in customer.draft.contacts if one.id != contact.id)
            self._save(customer, rest, REMOVED, contact.name)

    def _save(self, customer: Customer, contacts: tuple[Contact, ...], say: str, name: str) -> None:
        draft = dataclasses.replace(customer.draft, contacts=contacts)
        self._saver.save(draft, customer.draft, Message(say, {"name": name.strip()}))
