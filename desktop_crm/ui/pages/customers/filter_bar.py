"""The row above the customer list: a text, quick filters, and chips of what is active."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.ui.pages.customers.filter_button import Choice, FilterButton, among
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_list, region_list, region_search
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.chips import FlowLayout, TagChip
from desktop_crm.ui.widgets.labels import plain_tip
from desktop_crm.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop_crm.models.records.conditions import Group
    from desktop_crm.models.records.customers import FilterChoices, Tag, User
    from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences

# Field of CustomerFilter, name of the field, icon of its values.
_FILTERS = (
    ("owners", "owner", "owner"),
    ("stages", "stage", "stage"),
    ("tags", "tags", "tag"),
    ("regions", "region", "address"),
    ("sources", "source", "source"),
)


class FilterBar(QWidget):
    """`changed` comes when the filter does, `group_asked` with the button that groups."""

    changed = Signal()
    group_asked = Signal()
    _users: tuple[User, ...] = ()
    _tags: tuple[Tag, ...] = ()
    _used: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def __init__(
        self, services: Services, words: Lexicon, sentences: Callable[[], Sentences], parent: QWidget | None = None
    ) -> None:
        """`sentences` is asked for when there is a filter of the builder's to be named."""
        super().__init__(parent)
        self._services, self._words, self._sentences = services, words, sentences
        self._rules: Group | None = None
        self.search = SearchField(self.tr("Filter by name, pinyin, phone or e-mail"), "Ctrl+F")
        self.search.setMinimumWidth(216)
        self.search.setMaximumWidth(400)
        self.search.settled.connect(lambda _: self._settled())
        self.buttons: dict[str, FilterButton] = {}
        self._text = ""
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.search, 1)
        for field, name, icon in _FILTERS:
            made = FilterButton(text(CUSTOMER_FIELDS[name]), self._source(field), icon, whole=field != "regions")
            made.changed.connect(self._changed)
            self.buttons[field] = made
            row.addWidget(made)
        self.build_button = button(self.tr("More filters"), self.build, "chip", "filter")
        self.build_button.setToolTip(self.tr("Build a filter over every field"))
        row.addWidget(self.build_button)
        row.addStretch()
        self.group_button = self._grouping()
        row.addWidget(self.group_button)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.clear_button = button(self.tr("Clear filters"), self.clear, "flat")
        self._below = self._chips_below()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(row)
        column.addWidget(self._below)
        self._show_chips()

    def _grouping(self) -> QPushButton:
        made = button(self.tr("Group"), self.group_asked.emit, "chip", "list")
        made.setCheckable(True)
        keys = QKeySequence("Ctrl+G").toString(QKeySequence.SequenceFormat.NativeText)
        said = self.tr("Count customers by the values of a field")
        made.setToolTip(f"{said} ({keys})")
        made.setAccessibleDescription(said)
        return made

    def _chips_below(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._chips, 1)
        row.addWidget(self.clear_button)
        return made

    @property
    def sentences(self) -> Sentences:
        return self._sentences()

    def value(self) -> CustomerFilter:
        """The filter as it stands."""
        chosen: dict[str, Any] = {field: one.chosen for field, one in self.buttons.items()}
        return CustomerFilter(text=self._text, rules=self._rules, **chosen)

    def set_value(self, wanted: CustomerFilter) -> None:
        """Shows a filter; does not emit `changed`."""
        self._text, self._rules = wanted.text.strip(), wanted.rules or None
        self.search.edit.blockSignals(True)
        self.search.set_text(wanted.text)
        self.search.edit.blockSignals(False)
        for field, one in self.buttons.items():
            one.set_chosen(getattr(wanted, field))
        self._show_chips()

    def set_choices(self, choices: FilterChoices) -> None:
        """What there is to choose from; owners and tags that are gone fall out of the filter."""
        self._users, self._tags, self._used = choices.users, choices.tags, choices.values
        known: dict[str, set[Any]] = {
            "owners": {None, *(user.id for user in choices.users)},
            "tags": {tag.id for tag in choices.tags},
        }
        before = self.value()
        for field, values in known.items():
            kept = tuple(value for value in self.buttons[field].chosen if value in values)
            self.buttons[field].set_chosen(kept)
        self._show_chips()
        if self.value() != before:
            self.changed.emit()

    def clear(self) -> None:
        """Takes all filters away."""
        self.set_value(CustomerFilter())
        self.changed.emit()
        self.search.setFocus()

    def set_rules(self, rules: Group | None) -> None:
        """Filters by other rules of the filter builder."""
        if (rules or None) != self._rules:
            self._rules = rules or None
            self._changed()

    def build(self) -> None:
        """Opens the filter builder."""
        from desktop_crm.ui.pages.customers.filter_builder.dialog import FilterBuilder

        base = dataclasses.replace(self.value(), rules=None)
        dialog = FilterBuilder(
            self._services, self.sentences, self._source("regions"), base, self._rules, self.window()
        )
        dialog.applied.connect(self.set_rules)
        dialog.open()

    def refresh_words(self) -> None:
        """Regions, fields and people can be named now."""
        self._show_chips()

    def _settled(self) -> None:
        typed = self.search.text().strip()
        if typed != self._text:
            self._text = typed
            self._changed()

    def _changed(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _source(self, field: str) -> Callable[[str, Callable[[Sequence[Choice]], None]], None]:
        if field != "regions":
            return among(lambda: self._listed(field))

        def regions(query: str, show: Callable[[Sequence[Choice]], None]) -> None:
            find = region_search if query.strip() else region_list
            task = self._services.runner.work(find, query.strip(), owner=self, key="regions")
            task.then(lambda found: show([(_prefix(code), name) for code, name in found]))

        return regions

    def _listed(self, field: str) -> list[Choice]:
        if field == "owners":
            active = [(user.id, user.name) for user in self._users if user.active]
            return [*active, (None, self.tr("No owner"))]
        if field == "tags":
            return [(tag.id, tag.name) for tag in self._tags]
        if field == "stages":
            return list(choice_list("stage"))
        return list(choice_list("source", self._used.get("source", ())))

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        chips = [(field, value) for field, one in self.buttons.items() for value in one.chosen]
        if self._text:
            self._add_chip(f"“{self._text}”", "tag8", self._drop_text)
        if self._rules:
            self._add_rules(self._rules)
        for field, value in chips:
            name = text(CUSTOMER_FIELDS[dict((f, n) for f, n, _ in _FILTERS)[field]])
            shown = self._name_of(field, value)
            self._add_chip(f"{name}: {shown}", self._tone(field, value), partial(self._drop, field, value))
        self._below.setVisible(bool(chips or self._text or self._rules))

    def _add_rules(self, rules: Group) -> None:
        said = self.sentences.sentence(rules)
        chip = RulesChip(said, "warning" if self.sentences.broken(rules) else "accent", removable=True)
        chip.setAccessibleName(self.tr("Filter: {words}").replace("{words}", said))
        chip.setAccessibleDescription(self.tr("Press Enter to change, Delete to remove"))
        chip.setToolTip(plain_tip(said))
        chip.opened.connect(self.build)
        chip.removed.connect(lambda _: self._drop_rules())
        self._flow.addWidget(chip)

    def _drop_rules(self) -> None:
        self.set_rules(None)
        self.search.setFocus()

    def _add_chip(self, shown: str, tone: str, remove: Callable[[], None]) -> None:
        chip = TagChip(shown, tone, removable=True)
        chip.setAccessibleName(self.tr("Remove filter {name}").replace("{name}", shown))
        chip.removed.connect(lambda _: remove())
        self._flow.addWidget(chip)

    def _drop(self, field: str, value: Any) -> None:
        self.buttons[field].toggle_value(value)
        self.search.setFocus()

    def _drop_text(self) -> None:
        self.set_value(dataclasses.replace(self.value(), text=""))
        self.changed.emit()
        self.search.setFocus()

    def _tone(self, field: str, value: Any) -> str:
        if field == "tags":
            return next((tag.colour for tag in self._tags if tag.id == value), "tag8")
        return "tag8"

    def _name_of(self, field: str, value: Any) -> str:
        if field == "regions":
            return self._words.region(value.ljust(6, "0")) or value
        return next((shown for key, shown in self._listed(field) if key == value), "…")


class RulesChip(TagChip):
    """The filter builder's filter as a sentence; a click or Enter opens it."""

    opened = Signal()

    @staticmethod
    def _limit() -> int:
        return 620

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self._cross().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _prefix(code: str) -> str:
    """`440000` stands for all codes that begin with 44, `440300` for 4403."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
