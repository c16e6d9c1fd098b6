"""The Overview tab: everything known of a customer in calm groups, with one-key copying and dialling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import Message
from desktop_crm.models.records.custom_fields import CustomField, sections
from desktop_crm.models.records.customers import ContactPoint, Customer, ImportantDate, PointKind
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.models.records.fields import PERSON_NAME
from desktop_crm.ui.pages.customers.custom_form import NO_SECTION
from desktop_crm.ui.pages.customers.custom_words import custom_text
from desktop_crm.ui.pages.customers.edits import Edits
from desktop_crm.ui.pages.customers.fact_cards import Fact, FactCards, FactGrid
from desktop_crm.ui.pages.customers.part_editors import part_name
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_text
from desktop_crm.ui.pages.handover.care_card import CareCard
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, label
from desktop_crm.ui.widgets.markdown import MarkdownView
from desktop_crm.ui.widgets.search_field import IconMark
from desktop_crm.ui.widgets.tab_order import tab_after

_TWO_COLUMNS = 860


def point_url(point: ContactPoint) -> QUrl | None:
    """What the system opens for a contact point: `tel:`, `mailto:` or a web page; None for the others."""
    if point.kind == PointKind.PHONE:
        return QUrl(f"tel:{point.value}")
    if point.kind == PointKind.EMAIL:
        return QUrl(f"mailto:{point.value}")
    if point.kind == PointKind.WEBSITE:
        address = point.value if "://" in point.value else f"https://{point.value}"
        url = QUrl(address)
        return url if url.scheme() in ("http", "https") and url.host() else None
    return None


class PointLine(QFrame):
    """One phone, e-mail or channel: Ctrl+C copies, Enter opens."""

    def __init__(self, point: ContactPoint, shown: str, *, main: bool = False) -> None:
        super().__init__()
        self._point, self._shown = point, shown
        kind = choice_text("point_kind", point.kind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("pointLine")
        self.setAccessibleName(f"{kind}: {shown}")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 0, 2)
        row.setSpacing(STEP)
        row.addWidget(IconMark(point.kind.value, "text_secondary", 18))
        words = ElidedLabel(shown)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words, 1)
        if point.label:
            row.addWidget(label(point.label, "hint"))
        if main:
            row.addWidget(Badge(self.tr("main"), "accent"))
        to_copy, to_open = self.tr("Copy"), self.tr("Open")
        self.copy_button = tool_button("copy", f"{to_copy} {shown}", self.copy)
        row.addWidget(self.copy_button)
        if point_url(point) is not None:
            icon = "call" if point.kind == PointKind.PHONE else "open"
            row.addWidget(tool_button(icon, f"{to_open} {shown}", self.open))

    def copy(self) -> None:
        """Puts the value on the clipboard."""
        QGuiApplication.clipboard().setText(self._shown)

    def open(self) -> None:
        """Hands the value to the system: dials, writes an e-mail, opens the web page."""
        url = point_url(self._point)
        if url is not None:
            QDesktopServices.openUrl(url)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            super().keyPressEvent(event)


def point_lines(points: Sequence[ContactPoint], words: Lexicon) -> list[PointLine]:
    """A line for each contact point; the main one is marked where there are several of its kind."""
    kinds = Counter(point.kind for point in points)
    return [PointLine(one, words.point(one), main=one.primary and kinds[one.kind] > 1) for one in points]


class OverviewTab(ScrollColumn):
    """Two columns of cards, one where it is narrow."""

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Overview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._services = services
        self._words = Lexicon(services.runner, self)
        self._customer: Customer | None = None
        self.edits = Edits(services, self._words, self, self._show)
        self._facts = FactCards(self.edits)
        self._columns = 0
        self._stacks: list[QVBoxLayout] = []
        self._cards: list[QWidget] = []

    def show_customer(self, customer: Customer) -> None:
        if customer == self._customer:
            return
        self._customer = customer
        self._words.load(self._show)

    def _show(self) -> None:
        # What is being typed is not taken away: the new values come when the editor closes.
        if self._customer is None or self.edits.busy(self._customer):
            return
        self.edits.begin(self._customer)
        place = self.verticalScrollBar().value()
        before, self._cards = (
            self._cards,
            [
                self._basics(self._customer),
                self._channels(self._customer),
                self._addresses(self._customer),
                self._preferences(self._customer),
                self._dates(self._customer),
                *self._custom(self._customer),
                self._notes(self._customer),
                CareCard(self._services, self._customer.id),
            ],
        )
        if not self._exchange(before):
            self._arrange(force=True)
        self.verticalScrollBar().setValue(place)
        self.edits.refocus()

    def _exchange(self, before: Sequence[QWidget]) -> bool:
        """Puts new cards in the places of those before them; False where the page is another one."""
        if len(before) != len(self._cards) or not before or before[0] is not self._cards[0]:
            return False
        for at, (old, new) in enumerate(zip(before, self._cards, strict=True)):
            if new is not old:
                self._stacks[at % self._columns].replaceWidget(old, new)
                old.hide()
                old.deleteLater()
                new.show()
                tab_after(self._cards[at - 1], new)
        return True

    def _arrange(self, *, force: bool = False) -> None:
        columns = 2 if self.viewport().width() >= _TWO_COLUMNS else 1
        if not self._cards or (columns == self._columns and not force):
            return
        self._columns = columns
        for card in self._cards:
            card.setParent(None)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setSpacing(2 * STEP)
        stacks = self._stacks = [QVBoxLayout() for _ in range(columns)]
        for at, card in enumerate(self._cards):
            stacks[at % columns].addWidget(card)
        for stack in stacks:
            stack.setSpacing(2 * STEP)
            stack.addStretch(1)
            row.addLayout(stack, 1)
        self.put(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _basics(self, customer: Customer) -> Card:
        draft = customer.draft
        company = draft.kind.value == "company"
        facts = [("name", draft.name)]
        if company:
            facts += [
                ("short_name", draft.short_name),
                ("credit_code", draft.credit_code),
                ("industry", choice_text("industry", draft.industry)),
                ("size", choice_text("size", draft.size)),
            ]
        else:
            facts += [("id_number", draft.id_number), ("occupation", draft.occupation)]
        facts += [
            ("source", choice_text("source", draft.source)),
            ("owner_id", customer.owner_name),
            ("team_id", customer.team_name),
            ("stage", choice_text("stage", draft.stage)),
            ("tags", "  ·  ".join(draft.tags)),
            ("next_step", draft.next_step),
            ("next_step_on", format_date(draft.next_step_on) if draft.next_step_on else ""),
        ]
        called: dict[str, Message] = {} if company else {"name": PERSON_NAME}
        named = [Fact(field, text(called.get(field, F[field])), value) for field, value in facts]
        return self._facts.card("basics", self.tr("Basics"), named)

    def _channels(self, customer: Customer) -> Card:
        points = customer.draft.points
        order = sorted(
            range(len(points)), key=lambda at: (list(PointKind).index(points[at].kind), not points[at].primary)
        )
        shown = point_lines([points[at] for at in order], self._words)
        lines = [
            self.edits.make(part_name("points", at), line.accessibleName(), "", line)
            for at, line in zip(order, shown, strict=True)
        ]
        return _card(text(F["points"]), lines, self.edits.offer("points", self.tr("Add a phone or e-mail")))

    def _addresses(self, customer: Customer) -> Card:
        lines = []
        for at, address in enumerate(customer.draft.addresses):
            name, main = address.label or self.tr("Address"), self.tr("main")
            title = f"{name} · {main}" if address.primary and len(customer.draft.addresses) > 1 else name
            value = self.edits.make(part_name("addresses", at), title, self._words.address(address))
            lines.append(FactGrid([(title, value)]))
        return _card(text(F["addresses"]), lines, self.edits.offer("addresses", self.tr("Add an address")))

    def _preferences(self, customer: Customer) -> Card:
        draft = customer.draft
        facts = (
            ("preferred_channel", choice_text("preferred_channel", draft.preferred_channel)),
            ("price_sensitivity", choice_text("price_sensitivity", draft.price_sensitivity)),
            ("relationship", choice_text("relationship", draft.relationship)),
            ("needs", draft.needs),
        )
        named = [Fact(field, text(F[field]), value) for field, value in facts]
        return self._facts.card("preferences", self.tr("Preferences"), named)

    def _custom(self, customer: Customer) -> list[Card]:
        """The administrator's own fields by section; one that nobody filled shows a dash like the others."""
        values, linked = dict(customer.draft.custom), dict(customer.linked)

        def fact(field: CustomField) -> Fact:
            return Fact(field.slot, field.name, custom_text(field, values.get(field.slot, ""), self._words, linked))

        return [
            self._facts.card(f"custom {at}", title or text(NO_SECTION), [fact(field) for field in fields])
            for at, (title, fields) in enumerate(
                sections(field for field in customer.fields if field.applies(customer.draft.kind))
            )
        ]

    def _dates(self, customer: Customer) -> Card:
        lunar = self.tr("lunar calendar")
        facts = [
            (date.label, self.edits.make(part_name("dates", at), date.label, self._date_words(date, lunar)))
            for at, date in enumerate(customer.draft.dates)
        ]
        lines = [FactGrid(facts)] if facts else []
        return _card(text(F["dates"]), lines, self.edits.offer("dates", self.tr("Add a date")))

    @staticmethod
    def _date_words(date: ImportantDate, lunar: str) -> str:
        return f"{format_date(date.on)}  ({lunar})" if date.lunar else format_date(date.on)

    def _notes(self, customer: Customer) -> Card:
        name, notes = text(F["notes"]), customer.draft.notes
        if not notes:
            return _card(name, [self.edits.offer("notes", self.tr("Write a note"))])
        view = MarkdownView(notes)
        view.setAccessibleName(name)
        return _card(name, [self.edits.make("notes", name, "", view)])


def _card(title: str, lines: Sequence[QWidget], more: QWidget | None = None) -> Card:
    """A card with a title; `more` offers to add a line."""
    card = Card(title)
    for line in (*lines, more):
        if line is not None:
            card.body.addWidget(line)
    return card
