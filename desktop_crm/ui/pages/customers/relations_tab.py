"""The Relations tab: the company tree, and who referred, was referred by and works with the customer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Customer, Id, customer_code
from desktop_crm.models.records.relations import SIDES, Other, Relation, Relations, TreeLine
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.relation_dialog import RelationDialog
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.customers.wording import choice_text, stage_tone
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.avatar import Avatar
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, label
from desktop_crm.ui.widgets.tree_lines import TreeLines

REMOVED = QT_TRANSLATE_NOOP("messages", "Relation to {name} removed")


class OtherLine(QFrame):
    """Another customer: Enter or a click opens it."""

    opened = Signal(object)

    def __init__(
        self, other: Other, *, own: bool = False, note: str = "", tree: tuple[bool, ...] | None = None
    ) -> None:
        super().__init__()
        self._other, self._own = other, own
        self.setObjectName("pointLine")
        self.setAccessibleName(f"{other.name}, {customer_code(other.number)}")
        if own:
            self.setAccessibleDescription(self.tr("This customer"))
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 0, 0)
        self._row.setSpacing(STEP)
        self._row.addWidget(Avatar(other.name, 26))
        name = ElidedLabel(other.name, "heading" if own else "body")
        name.setFixedHeight(34)
        self._row.addWidget(name, 3)
        if note:
            self._row.addWidget(ElidedLabel(note, "hint"), 2)
        self._row.addWidget(label(customer_code(other.number), "hint"))
        if other.deleted:
            self._row.addWidget(Badge(self.tr("in the recycle bin"), "warning"))
        self._row.addWidget(Badge(choice_text("stage", other.stage), stage_tone(other.stage)))

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)

    def open(self) -> None:
        if not self._own:
            self.opened.emit(self._other.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open()


class RelationsTab(ScrollColumn):
    """Delete removes the relation in hand, F2 changes it."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__("", 12)
        self.setAccessibleName(self.tr("Relations"))
        self._services, self._navigator = services, navigator
        self._customer: Customer | None = None
        self._shown: tuple[Id, Relations, bool] | None = None
        self.lines: list[OtherLine] = []
        services.bus.subscribe(self, ("relation", "customer"), self._changed)

    def show_customer(self, customer: Customer) -> None:
        self._customer = customer
        self._read()

    def _changed(self, _: object) -> None:
        self._read()  # the names and states of the others are shown, too

    def _read(self) -> None:
        customer = self._customer
        if customer is not None and self.isVisibleTo(self.window()):
            task = self._services.portrait.relations(customer.id, self)
            task.then(lambda found: self._show(customer, found) if customer is self._customer else None)

    def _show(self, customer: Customer, found: Relations) -> None:
        shown = (customer.id, found, customer.deleted_at is None)
        if shown == self._shown:
            return
        self._shown = shown
        self.empty()
        self.lines = []
        if not found.relations and not found.tree:
            self.box.addWidget(self._nobody(customer))
            return
        if found.tree:
            self.box.addWidget(self._tree(customer, found))
        self.box.addWidget(self._list(found.relations))
        add = button(self.tr("Add a relation"), self.add_relation, "flat", "add")
        add.setEnabled(customer.deleted_at is None)
        self.box.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _nobody(self, customer: Customer) -> EmptyState:
        actions: tuple[tuple[str, Callable[[], object]], ...] = ()
        if customer.deleted_at is None:
            actions = ((self.tr("Add a relation"), self.add_relation),)
        words = self.tr("Who belongs together, who referred whom, who works with whom?")
        return EmptyState("link", self.tr("No relations yet"), words, actions)

    def _tree(self, customer: Customer, found: Relations) -> Card:
        card = Card(self.tr("Company tree"))
        card.body.setSpacing(0)
        for line in found.tree:
            card.body.addWidget(self._tree_line(customer, line))
        if found.cut:
            words = self.tr("The tree goes on; only its first {count} companies are shown.")
            card.body.addWidget(label(words.replace("{count}", format_number(len(found.tree))), "hint", wrap=True))
        return card

    def _tree_line(self, customer: Customer, line: TreeLine) -> QWidget:
        """The lines of the tree stand outside, so that they join from row to row."""
        row = QWidget()
        place = QHBoxLayout(row)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(0)
        if line.last:
            place.addWidget(TreeLines(line.last))
        place.addWidget(self._keep(OtherLine(line.company, own=line.company.id == customer.id)), 1)
        return row

    def _list(self, relations: Sequence[Relation]) -> Card:
        card = Card(self.tr("Related customers"))
        card.body.setSpacing(0)
        for side, found in groupby(relations, key=lambda one: one.side):
            card.body.addSpacing(STEP)
            card.body.addWidget(label(text(SIDES[side]), "fieldLabel"))
            for relation in found:
                card.body.addWidget(self._relation(relation))
        return card

    def _relation(self, relation: Relation) -> OtherLine:
        line = RelationLine(relation, self.change_relation, self.remove_relation)
        return self._keep(line)

    def _keep(self, line: OtherLine) -> OtherLine:
        line.opened.connect(self._navigator.open_customer)
        self.lines.append(line)
        return line

    def add_relation(self) -> None:
        """Asks for the other customer and what it is."""
        self._ask(None)

    def change_relation(self, relation: Relation) -> None:
        self._ask(relation)

    def _ask(self, relation: Relation | None) -> None:
        if self._customer is not None and self._customer.deleted_at is None:
            RelationDialog(self._services, self._customer, relation, self.window()).open()

    def remove_relation(self, relation: Relation) -> None:
        """At once: Undo is one key away."""

        def done(_: object) -> None:
            self._services.notices.done(Message(REMOVED, {"name": relation.other.name}))

        self._services.portrait.remove_relation(relation.id).then(done)


class RelationLine(OtherLine):
    """A relation: Enter opens the other customer, F2 changes the relation, Delete removes it."""

    def __init__(
        self, relation: Relation, change: Callable[[Relation], object], remove: Callable[[Relation], object]
    ) -> None:
        super().__init__(relation.other, note=relation.note)
        self._relation, self._change, self._remove = relation, change, remove
        self.setAccessibleDescription(text(SIDES[relation.side]))
        to_change, to_remove = self.tr("Change the relation (F2)"), self.tr("Remove the relation (Delete)")
        name = relation.other.name
        edit = tool_button("edit", f"{to_change}: {name}", lambda: change(relation))
        self.remove_button = tool_button("remove", f"{to_remove}: {name}", lambda: remove(relation))
        self.add(edit)
        self.add(self.remove_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._remove(self._relation)
        elif event.key() == Qt.Key.Key_F2:
            self._change(self._relation)
        else:
            super().keyPressEvent(event)
