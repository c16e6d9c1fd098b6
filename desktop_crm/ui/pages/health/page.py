"""Data health: which customers break the standards, whose they are, and where they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, format_percent, text
from desktop_crm.controllers.services import Services
from desktop_crm.controllers.standards import STANDARD_TABLES
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.models.records.choices import label as choice_label
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator
from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.models.records.standards import Health, HolderState, RuleState
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.health.wording import rule_scope, rule_text
from desktop_crm.ui.tables.plain import PlainTable
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, label
from desktop_crm.ui.widgets.trend import Trend

DELETED = Message(QT_TRANSLATE_NOOP("messages", "Rule deleted"))
_TREND_COLUMN = 4


class HealthPage(QWidget):
    """Up and down choose a line, Enter lists its customers, F2 changes a rule, Delete removes it."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self._services, self._navigator = services, navigator
        self._fields: Mapping[str, FieldSpec] = {}
        self.health: Health | None = None
        self._stale = True
        self._asking = False
        self._title = label(role="title")
        self.figures = {name: label("–", "figure") for name in ("customers", "completeness", "clean", "broken")}
        self._names = {name: label(role="caption") for name in self.figures}
        self._by = QHBoxLayout()
        self.by: Segmented | None = None
        self.table = PlainTable((0, 224, 104, 96, 144, 144), numbers=(2, 3))
        self.show_button = button("", self.show_customers, "primary", "list")
        self.edit_button = button("", self.edit_rule, icon="edit")
        self.delete_button = button("", self.delete_rule, icon="delete")
        self.add_button = button("", lambda: navigator.run_action("health.add_rule"), icon="add")
        self._empty = EmptyState("health", "")
        self._pause = QTimer(self, singleShot=True, interval=600)
        self._pause.timeout.connect(self.reload)
        self._build()
        self._words()
        self.table.itemSelectionChanged.connect(self._selected)
        self.table.cellDoubleClicked.connect(lambda *_: self.show_customers())
        services.bus.subscribe(self, STANDARD_TABLES, lambda _: self._changed())
        services.workspace.opened.connect(lambda _: self._changed())

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(self._title, 1)
        for one in (self.delete_button, self.edit_button, self.add_button, self.show_button):
            top.addWidget(one)
        cards = QHBoxLayout()
        cards.setSpacing(2 * STEP)
        for name, figure in self.figures.items():
            card = Card()
            card.body.setSpacing(2)
            card.body.addWidget(figure)
            card.body.addWidget(self._names[name])
            cards.addWidget(card, 1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(cards)
        column.addLayout(self._by)
        column.addWidget(self.table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(holder)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        outer.setSpacing(2 * STEP)
        outer.addLayout(top)
        outer.addWidget(self._stack, 1)

    def _words(self) -> None:
        self._title.setText(self.page_title())
        for name, words in (
            ("customers", self.tr("Customers")),
            ("completeness", self.tr("Complete on average")),
            ("clean", self.tr("Keep all rules")),
            ("broken", self.tr("Break a rule")),
        ):
            self._names[name].setText(words)
        self.show_button.setText(self.tr("Show customers"))
        self.edit_button.setText(self.tr("Change rule"))
        self.delete_button.setText(self.tr("Delete rule"))
        self.add_button.setText(self.tr("Add rule"))
        former = self.by.value() if self.by is not None else "rule"
        if self.by is not None:
            self._by.removeWidget(self.by)
            self.by.deleteLater()
        kinds = [("rule", self.tr("By rule")), ("owner", self.tr("By owner")), ("source", self.tr("By source"))]
        self.by = Segmented(self.tr("Summed up"), kinds, former)
        self.by.chosen.connect(lambda _: self._show())
        self._by.insertWidget(0, self.by)
        if self._by.count() == 1:
            self._by.addStretch(1)
        self._empty.set(
            "health",
            self.tr("No data standards yet"),
            self.tr("Rules say what a customer's file must hold. This page then counts who breaks them."),
            [
                (self.tr("Start with the suggested rules"), self._services.standards.start),
                (self.tr("Add rule"), lambda: self._navigator.run_action("health.add_rule")),
            ],
        )
        self._show()

    # For the window.

    def page_title(self) -> str:
        return self.tr("Data health")

    def activate(self) -> None:
        self.table.setFocus()
        if self._stale:
            self.reload()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._pause.start()

    # What is shown -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Looks at all customers anew, in the worker."""
        if self._services.workspace.current is None or self._asking:
            return
        self._stale, self._asking = False, True
        self._services.standards.fields(self).then(self._known)
        self._services.standards.health(self).then(self._loaded).failed(self._failed)

    def _known(self, fields: Mapping[str, FieldSpec]) -> None:
        self._fields = fields

    def _loaded(self, health: Health) -> None:
        self._asking = False
        self.health = health
        self._show()
        if self._stale:
            self._pause.start()

    def _failed(self, error: CrmError) -> None:
        self._asking = False
        self._services.notices.error(error)

    def _show(self) -> None:
        health = self.health
        if health is None or self.by is None:
            self._selected()
            return
        self._stack.setCurrentIndex(0 if health.rules else 1)
        for one in (self.delete_button, self.edit_button, self.add_button, self.show_button):
            one.setVisible(bool(health.rules))
        self.figures["customers"].setText(format_number(health.customers))
        self.figures["completeness"].setText(format_percent(health.completeness))
        self.figures["clean"].setText(format_number(health.clean))
        self.figures["broken"].setText(format_number(health.customers - health.clean))
        row = self.table.currentRow()
        if self.by.value() == "rule":
            self._show_rules(health.rules)
        else:
            self._show_holders(health.owners if self.by.value() == "owner" else health.sources)
        if self.table.rowCount():
            self.table.selectRow(min(max(row, 0), self.table.rowCount() - 1))
        self._selected()

    def _show_rules(self, rules: Sequence[RuleState]) -> None:
        titles = (self.tr("Rule"), self.tr("For"), self.tr("Broken by"), self.tr("Share"), self.tr("Trend"))
        self.table.set_words(self.tr("Rules"), (*titles, self.tr("Refuses to save")))
        self.table.setColumnHidden(5, False)
        self.table.set_rows([self._rule_row(state) for state in rules])
        for at, state in enumerate(rules):
            counts = [count for _, count in state.trend]
            if counts:
                spoken = self.tr("From {first} to {last}").replace("{first}", format_number(counts[0]))
                self.table.setCellWidget(
                    at, _TREND_COLUMN, Trend(counts, spoken.replace("{last}", format_number(counts[-1])))
                )

    def _rule_row(self, state: RuleState) -> Sequence[str]:
        share = format_percent(_percent(state.broken, state.total))
        count = self.tr("field removed") if state.unclear else format_number(state.broken)
        refuses = self.tr("Yes") if state.rule.blocking else ""
        return (rule_text(state.rule, self._fields), rule_scope(state.rule), count, share, "", refuses)

    def _show_holders(self, holders: Sequence[HolderState]) -> None:
        owner = self.by is not None and self.by.value() == "owner"
        first = self.tr("Owner") if owner else self.tr("Source")
        nothing = self.tr("No owner") if owner else self.tr("No source")
        titles = (first, self.tr("Customers"), self.tr("Break a rule"), self.tr("Share"), self.tr("Complete"), "")
        self.table.set_words(first, titles)
        self.table.setColumnHidden(5, True)
        self.table.set_rows(
            [
                (
                    (one.name if owner else text(choice_label("source", one.name))) or nothing,
                    format_number(one.customers),
                    format_number(one.broken),
                    format_percent(_percent(one.broken, one.customers)),
                    format_percent(one.completeness),
                    "",
                )
                for one in holders
            ]
        )

    # What can be done --------------------------------------------------------------------------------

    def current_rule(self) -> RuleState | None:
        """The rule in front, when rules are shown."""
        at = self.table.currentRow()
        if self.health is None or self.by is None or self.by.value() != "rule":
            return None
        return self.health.rules[at] if 0 <= at < len(self.health.rules) else None

    def wanted(self) -> CustomerFilter | None:
        """The customers behind the line in front."""
        state = self.current_rule()
        if state is not None:
            return CustomerFilter(rules=state.filter)
        if self.health is None or self.by is None or self.table.currentRow() < 0:
            return None
        owner = self.by.value() == "owner"
        one = (self.health.owners if owner else self.health.sources)[self.table.currentRow()]
        field = "owner" if owner else "source"
        own = Condition(field, Operator.ANY_OF, (one.key,)) if one.key else Condition(field, Operator.EMPTY)
        broken = Group(Join.ANY, tuple(state.filter for state in self.health.rules if not state.unclear))
        return CustomerFilter(rules=Group(Join.ALL, (own, broken)))

    def _selected(self) -> None:
        state = self.current_rule()
        self.edit_button.setEnabled(state is not None)
        self.delete_button.setEnabled(state is not None)
        self.show_button.setEnabled(self.table.currentRow() >= 0)

    def show_customers(self) -> None:
        """Lists the customers behind the line: there they can be mended one by one or in bulk."""
        wanted = self.wanted()
        if wanted is not None:
            self._navigator.show_customers(wanted)

    def edit_rule(self) -> None:
        from desktop_crm.ui.pages.health.rule_dialog import RuleDialog

        state = self.current_rule()
        if state is not None:
            RuleDialog(self._services, state.rule, self.window()).open()

    def delete_rule(self) -> None:
        state = self.current_rule()
        if state is not None and state.rule.id is not None:
            task = self._services.standards.delete_rule(state.rule.id)
            task.then(lambda _: self._services.notices.done(DELETED)).failed(self._services.notices.error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = {
            Qt.Key.Key_Return: self.show_customers,
            Qt.Key.Key_Enter: self.show_customers,
            Qt.Key.Key_F2: self.edit_rule,
            Qt.Key.Key_Delete: self.delete_rule,
        }
        act = actions.get(Qt.Key(event.key()))
        if act is not None and self.table.hasFocus():
            act()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
