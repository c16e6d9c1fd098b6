"""The fields of the customer form in their sections, tied to a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.search import SearchController
from desktop_crm.models.messages import Message
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    CustomerDraft,
    CustomerKind,
    FilterChoices,
    ImportantDate,
    Level,
    PointKind,
    Stage,
)
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.models.records.fields import PERSON_NAME
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.choice import ChoiceField, PersonField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import FieldWidget, LongTextField, TextField
from desktop_crm.ui.forms.grid import FieldRow, FormGrid
from desktop_crm.ui.forms.lists import RecordsField, TagsField
from desktop_crm.ui.forms.notes import NotesField
from desktop_crm.ui.pages.customers.custom_form import CustomCards, CustomerBinder
from desktop_crm.ui.pages.customers.custom_words import custom_text
from desktop_crm.ui.pages.customers.fields import SegmentedField, TidyPointsField
from desktop_crm.ui.pages.customers.part_dialogs import PartForms
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_list, choice_text
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import Card

WIDTH = 1040


class FormBody(ScrollColumn):
    """Sections of the form; `binder` holds the draft, `rows` the fields by name."""

    def __init__(
        self,
        draft: CustomerDraft,
        choices: FilterChoices,
        words: Lexicon,
        search: SearchController | None = None,
        names: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__("", 2 * STEP)
        self.setAccessibleName(self.tr("Customer form"))
        self._words, self._choices = words, choices
        self.parts = PartForms(self, words)
        self.binder: FormBinder[CustomerDraft] = CustomerBinder(draft, choices.fields, self)
        self._custom = CustomCards(choices.fields, words, search, names)
        self.rows: dict[str, FieldRow] = {}
        self._basics()
        self._channels()
        self._addresses()
        self._people()
        self._dates()
        self._preferences()
        for card in self._custom.cards:
            self.box.addWidget(card)
        for slot, row in self._custom.rows.items():
            self.rows[slot] = row
            self.binder.bind(slot, row)
        self._notes()
        self.inside.setMaximumWidth(WIDTH)
        self.binder.changed.connect(self._kind_changed)
        self._kind_changed()

    def focus_first(self) -> None:
        """Goes to the name."""
        self.rows["name"].field.setFocus()

    def _card(self, title: str, *grids: QWidget) -> None:
        card = Card(title)
        card.body.setSpacing(2 * STEP)
        for grid in grids:
            card.body.addWidget(grid)
        self.box.addWidget(card)

    def _add(
        self, grid: FormGrid, name: str, field: FieldWidget, *, required: bool = False, wide: bool = False
    ) -> None:
        row = grid.add(text(F[name]), field, required=required, wide=wide)
        self.rows[name] = row
        self.binder.bind(name, row)

    def _basics(self) -> None:
        used = self._choices.values
        head, self._company, self._person, rest = (FormGrid() for _ in range(4))
        self._add(head, "kind", SegmentedField(choice_list("kind"), CustomerKind), wide=True)
        self._add(head, "name", TextField(limit=200), required=True, wide=True)
        self._add(self._company, "short_name", TextField(limit=100))
        self._add(self._company, "credit_code", TextField(self.tr("18 characters"), limit=30))
        self._add(self._company, "industry", self._open_choice("industry"))
        self._add(self._company, "size", self._open_choice("size"))
        self._add(self._person, "id_number", TextField(limit=30))
        jobs = [(value, value) for value in used.get("occupation", ())]
        self._add(self._person, "occupation", ChoiceField(jobs, free=True))
        self._add(rest, "stage", SegmentedField(choice_list("stage"), Stage), wide=True)
        people = [(user.id, user.name) for user in self._choices.users]
        self._add(rest, "owner_id", PersonField(people))
        teams = [(team.id, team.name) for team in self._choices.teams]
        self._add(rest, "team_id", ChoiceField(teams, clear=None, icon="team"))
        self._add(rest, "source", self._open_choice("source"))
        self._add(rest, "tags", TagsField([(tag.name, tag.colour) for tag in self._choices.tags]))
        self._add(rest, "next_step", TextField(self.tr("What happens next?"), limit=500))
        self._add(rest, "next_step_on", DateField())
        self._card(self.tr("Basics"), head, self._company, self._person, rest)

    def _open_choice(self, field: str) -> ChoiceField:
        return ChoiceField(choice_list(field, self._choices.values.get(field, ())), free=True)

    def _list_grid(self, name: str, field: FieldWidget) -> FormGrid:
        grid = FormGrid()
        self._add(grid, name, field, wide=True)
        self.rows[name].hide_title()  # the card's title says it
        return grid

    def _channels(self) -> None:
        kinds = [(PointKind(code), shown) for code, shown in choice_list("point_kind")]
        self._card(self.tr("Phones and channels"), self._list_grid("points", TidyPointsField(kinds, self._words)))

    def _addresses(self) -> None:
        def describe(address: Address) -> tuple[str, str, str]:
            marks = (address.label, self.tr("main") if address.primary else "")
            return "address", self._words.address(address), "  ·  ".join(mark for mark in marks if mark)

        field = RecordsField(self.tr("Add an address"), describe, self.parts.address)
        self._card(self.tr("Addresses"), self._list_grid("addresses", field))

    def _people(self) -> None:
        def describe(contact: Contact) -> tuple[str, str, str]:
            phone = next((p.value for p in contact.points), "")
            marks = (choice_text("role", contact.role.value), contact.title, contact.department, phone)
            return "contact", contact.name, "  ·  ".join(mark for mark in marks if mark)

        def edit(record: Contact | None, done: Callable[[Contact], None]) -> None:
            self.parts.contact(record, done, self.binder.value().contacts)

        field = RecordsField(self.tr("Add a contact person"), describe, edit)
        self._card(self.tr("Contact persons"), self._list_grid("contacts", field))

    def _dates(self) -> None:
        def describe(date: ImportantDate) -> tuple[str, str, str]:
            marks = (format_date(date.on), self.tr("lunar calendar") if date.lunar else "")
            return "calendar", date.label, "  ·  ".join(mark for mark in marks if mark)

        field = RecordsField(self.tr("Add a date"), describe, self.parts.date)
        self._card(self.tr("Important dates"), self._list_grid("dates", field))

    def _preferences(self) -> None:
        grid = FormGrid()
        unknown = ("", self.tr("Not known"))
        self._add(grid, "preferred_channel", ChoiceField([("", ""), *choice_list("preferred_channel")]), wide=True)
        for name in ("price_sensitivity", "relationship"):
            self._add(grid, name, SegmentedField([unknown, *choice_list(name)], Level))
        self._add(grid, "needs", LongTextField(lines=3), wide=True)
        self._card(self.tr("Preferences"), grid)

    def _notes(self) -> None:
        self._card(self.tr("Notes"), self._list_grid("notes", NotesField()))

    def _kind_changed(self) -> None:
        company = self.binder.value().kind == CustomerKind.COMPANY
        self._custom.show_kind(self.binder.value().kind)
        self._company.setVisible(company)
        self._person.setVisible(not company)
        self.rows["name"].set_title(text(F["name"] if company else PERSON_NAME))


def value_words(field: str, value: Any, choices: FilterChoices, words: Lexicon) -> str:
    """The value of a draft's field in words, for comparing two versions."""
    if value in (None, "", ()):
        return ""
    if field == "owner_id":
        return next((user.name for user in choices.users if user.id == value), "…")
    if field == "team_id":
        return next((team.name for team in choices.teams if team.id == value), "…")
    if field == "next_step_on":
        return format_date(value)
    custom = custom_field(field, choices)
    if custom is not None:
        return custom_text(custom, str(value), words)
    if isinstance(value, tuple):
        return "\n".join(_part_words(part, words) for part in value)
    return choice_text(field, str(value))


def _part_words(part: Any, words: Lexicon) -> str:
    if isinstance(part, Address):
        return words.address(part)
    if isinstance(part, Contact):
        points = ", ".join(words.point(point) for point in part.points)
        return "  ".join(one for one in (part.name, part.title, points) if one)
    if isinstance(part, ImportantDate):
        return f"{part.label}  {format_date(part.on)}"
    return part if isinstance(part, str) else words.point(part)


def custom_field(name: str, choices: FilterChoices) -> CustomField | None:
    """The custom field of a slot."""
    return next((field for field in choices.fields if field.slot == name), None)


def field_name(field: str, choices: FilterChoices) -> Message:
    """The name of a draft's field."""
    custom = custom_field(field, choices)
    return custom.label if custom else F.get(field) or Message(field)
