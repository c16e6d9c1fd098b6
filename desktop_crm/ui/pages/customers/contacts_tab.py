"""The Contacts tab: a card for each contact person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_crm.controllers.i18n import format_date
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.customers import Contact, Customer
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.overview import point_lines
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_text
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.avatar import Avatar
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, label


class ContactsTab(ScrollColumn):
    """Contact persons in their order, the main one marked."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__("", 12)
        self.setAccessibleName(self.tr("Contacts"))
        self._navigator = navigator
        self._words = Lexicon(services.runner, self)
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

        def edit() -> None:
            self._navigator.edit_customer(customer.id)

        if not customer.draft.contacts:
            nobody = EmptyState(
                "contact",
                self.tr("No contact persons yet"),
                self.tr("Who decides, who pays, whom do you call?"),
                ((self.tr("Add a contact person"), edit),),
            )
            self.box.addWidget(nobody)
            return
        for contact in customer.draft.contacts:
            self.box.addWidget(self._card(contact))
        self.box.addWidget(button(self.tr("Add a contact person"), edit, "flat", "add"), 0, Qt.AlignmentFlag.AlignLeft)

    def _card(self, contact: Contact) -> Card:
        card = Card()
        card.setAccessibleName(contact.name)
        name = QHBoxLayout()
        name.setSpacing(STEP)
        name.addWidget(label(contact.name, "heading", select=True))
        if contact.role.value:
            name.addWidget(Badge(choice_text("role", contact.role.value), "tag1"))
        if contact.primary:
            name.addWidget(Badge(self.tr("main contact"), "accent"))
        name.addStretch(1)
        work = "  ·  ".join(part for part in (contact.title, contact.department) if part)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(name)
        if work:
            words.addWidget(ElidedLabel(work, "secondary"))
        if contact.birthday:
            born = self.tr("Birthday {date}").replace("{date}", format_date(contact.birthday))
            words.addWidget(label(born, "hint"))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Avatar(contact.name, 40), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        card.body.addLayout(top)
        for line in point_lines(contact.points, self._words):
            card.body.addWidget(line)
        if contact.notes:
            card.body.addWidget(label(contact.notes, "secondary", wrap=True, select=True))
        return card
