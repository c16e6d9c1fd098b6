"""Small forms for the parts of a customer: a contact person, an address, an important date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.portrait import PortraitController
from desktop_crm.models.messages import Message
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    ContactRole,
    CustomerDraft,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.records.fields import PART_FIELDS as P
from desktop_crm.models.records.fields import PERSON_NAME
from desktop_crm.models.text.complaints import REQUIRED
from desktop_crm.models.validation.customers import NAME_REQUIRED, check_reporting, validate
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.choice import ChoiceField, RegionField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import LongTextField, TextField
from desktop_crm.ui.forms.grid import FormGrid
from desktop_crm.ui.pages.customers.fields import NO_DATE, CheckField, TidyPointsField
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_list, region_list, region_search
from desktop_crm.ui.widgets.buttons import button

Check = Callable[[Any], Mapping[str, Message]]


class PartDialog(PlainDialog):
    """A form over one part; `done` gets the record when it is in order."""

    def __init__(
        self,
        title: str,
        icon: str,
        record: Any,
        check: Check,
        *,
        done: Callable[[Any], object],
        parent: QWidget,
    ) -> None:
        super().__init__(title, icon, parent=parent)
        self.binder: FormBinder[Any] = FormBinder(record, check, text, self)
        self._done = done
        self.grid = FormGrid()
        self.body.addWidget(self.grid)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.take_button = button(self.tr("Apply"), self.take, "primary")
        self.buttons.addWidget(self.take_button)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        self.resize(720, 0)

    def settle(self) -> None:
        """When the fields are in: goes to the first one, and takes the height that two columns need."""
        first = self.grid.findChild(QLineEdit)
        if first is not None:
            first.setFocus()
        QTimer.singleShot(0, self, lambda: self.resize(self.width(), self.sizeHint().height()))

    def take(self) -> None:
        """Hands the record over, or shows what is wrong."""
        self.take_button.setFocus()
        if self.binder.check():
            self.accept()
            self._done(self.binder.value())


def _below(prefix: str, problems: Mapping[str, Message]) -> dict[str, Message]:
    """The problems below a prefix, by the first name that follows it."""
    found: dict[str, Message] = {}
    for key, message in problems.items():
        if key.startswith(prefix):
            found.setdefault(key.removeprefix(prefix).split(".")[0], message)
    return found


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the person's own calendar


def contact_problems(contact: Contact) -> dict[str, Message]:
    """What is wrong with a contact person, by field."""
    born: object = contact.birthday
    if isinstance(born, str):
        return {"birthday": NO_DATE}
    found = _below("contacts.0.", validate(CustomerDraft(name="-", contacts=(contact,)), _today()))
    if not contact.name.strip():
        found["name"] = NAME_REQUIRED
    return found


def possible_bosses(contact: Contact, among: Sequence[Contact]) -> list[Contact]:
    """Whom a contact person can report to: not to themselves, nor to somebody below them."""
    others = tuple(one for one in among if one.id != contact.id)
    return [
        one
        for one in others
        if one.id is not None and check_reporting(replace(contact, reports_to=one.id), (*others, contact)) is None
    ]


def address_problems(address: Address) -> dict[str, Message]:
    found = _below("addresses.0.", validate(CustomerDraft(name="-", addresses=(address,))))
    if not (address.region or address.street.strip()):
        found["street"] = REQUIRED
    return found


def point_problems(point: ContactPoint) -> dict[str, Message]:
    return _below("points.0.", validate(CustomerDraft(name="-", points=(point,))))


def date_problems(date: ImportantDate) -> dict[str, Message]:
    on: object = date.on
    if not isinstance(on, dt.date):
        return {"on": NO_DATE} if on else {"on": REQUIRED}
    return _below("dates.0.", validate(CustomerDraft(name="-", dates=(date,))))


def address_fields(grid: FormGrid, binder: FormBinder[Any], words: Lexicon) -> None:
    """The inputs of an address."""
    bind, translate = binder.bind, QCoreApplication.translate
    region = RegionField(region_list, region_search, words.region)
    bind("region", grid.add(text(P["region"]), region, hint=translate("PartForms", "Empty outside China"), wide=True))
    bind("street", grid.add(text(P["street"]), TextField(limit=300), wide=True))
    bind("postcode", grid.add(text(P["postcode"]), TextField(limit=12)))
    bind("label", grid.add(text(P["label"]), TextField(translate("PartForms", "Head office, warehouse …"), limit=50)))
    bind("primary", grid.add(text(P["is_primary"]), CheckField(translate("PartForms", "Main address"))))


def date_fields(grid: FormGrid, binder: FormBinder[Any]) -> None:
    """The inputs of an important date."""
    bind, translate = binder.bind, QCoreApplication.translate
    bind(
        "label",
        grid.add(
            text(P["label"]), TextField(translate("PartForms", "Founding day, contract …"), limit=100), required=True
        ),
    )
    bind("on", grid.add(text(P["on_date"]), DateField(), required=True))
    bind("lunar", grid.add(text(P["lunar"]), CheckField(translate("PartForms", "By the lunar calendar"))))


class PartForms(QObject):
    """Opens the part dialogs over a form."""

    def __init__(self, parent: QWidget, words: Lexicon) -> None:
        super().__init__(parent)
        self._parent, self._words = parent, words
        self.dialog: PartDialog | None = None

    def _form(self, title: str, icon: str, record: Any, check: Check, done: Callable[[Any], object]) -> PartDialog:
        return PartDialog(title, icon, record, check, done=done, parent=self._parent)

    def _open(self, dialog: PartDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        dialog.settle()

    def contact(self, record: Contact | None, done: Callable[[Any], object], among: Sequence[Contact] = ()) -> None:
        """`among` are the contact persons of the customer, of whom one can be whom this one reports to."""
        # A new person has an id at once, so that others can report to it before anything is stored.
        record = record or Contact("", id=PortraitController.new_id())
        dialog = self._form(self.tr("Contact person"), "contact", record, contact_problems, done)
        roles = [("", ""), *choice_list("role")]
        kinds = [(PointKind(code), shown) for code, shown in choice_list("point_kind")]
        grid, bind = dialog.grid, dialog.binder.bind
        bind("name", grid.add(text(PERSON_NAME), TextField(), required=True))
        bind("role", grid.add(text(P["role"]), _RoleField(roles)))
        bind("title", grid.add(text(P["title"]), TextField()))
        bind("department", grid.add(text(P["department"]), TextField()))
        bosses = [(one.id, one.name) for one in possible_bosses(record, among)]
        bind("reports_to", grid.add(text(P["reports_to_id"]), ChoiceField(bosses, clear=None, icon="contact")))
        bind("birthday", grid.add(text(P["birthday"]), DateField()))
        bind("primary", grid.add(text(P["is_primary"]), CheckField(self.tr("Main contact"))))
        bind("points", grid.add(self.tr("Phones and channels"), TidyPointsField(kinds, self._words), wide=True))
        bind("notes", grid.add(text(P["notes"]), LongTextField(lines=3), wide=True))
        self._open(dialog)

    def address(self, record: Address | None, done: Callable[[Any], object]) -> None:
        dialog = PartDialog(
            self.tr("Address"), "address", record or Address(), address_problems, done=done, parent=self._parent
        )
        address_fields(dialog.grid, dialog.binder, self._words)
        self._open(dialog)

    def date(self, record: ImportantDate | None, done: Callable[[Any], object]) -> None:
        nothing: Any = None  # until it is filled in
        fresh = ImportantDate("", nothing)
        dialog = PartDialog(
            self.tr("Important date"), "calendar", record or fresh, date_problems, done=done, parent=self._parent
        )
        date_fields(dialog.grid, dialog.binder)
        self._open(dialog)


class _RoleField(ChoiceField):
    """A role as the record holds it."""

    def value(self) -> ContactRole:
        return ContactRole(super().value() or "")

    def set_value(self, value: Any) -> None:
        super().set_value(str(value))
