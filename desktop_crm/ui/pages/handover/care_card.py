"""Who else looks after a customer: a card on its overview that reads itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.controllers.hand_over import TABLES
from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.models.records.hand_over import Care
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.pages.customers.scroll import clear_box
from desktop_crm.ui.pages.handover.wording import listed
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import Card, label


class CareCard(Card):
    """Key customer or not, who is named, with whom it is shared, what is planned."""

    def __init__(self, services: Services, customer: Id, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services, self._customer = services, customer
        self._care: Care | None = None
        self._facts = QVBoxLayout()
        self._facts.setSpacing(STEP)
        self.body.addWidget(label(self.tr("Looked after by"), "heading"))
        self.body.addLayout(self._facts)
        services.bus.subscribe(self, TABLES, self._read)
        self._show(Care())
        self._read(None)

    def _read(self, _: object) -> None:
        self._services.hand_over.care(self._customer, self).then(self._show)

    def _show(self, care: Care) -> None:
        if care == self._care:
            return
        self._care = care
        from desktop_crm.ui.pages.customers.fact_cards import FactGrid

        facts = [
            (text(F["is_key"]), self.tr("Yes") if care.is_key else self.tr("No")),
            (self.tr("Named"), listed([one for one in (care.key_user, care.key_team) if one])),
            (self.tr("Shared with"), listed(care.shared)),
        ]
        for plan in care.planned:
            to = plan.to_user or plan.to_team
            words = self.tr("to {to} on {date}").replace("{to}", to).replace("{date}", format_date(plan.effective_on))
            facts.append((self.tr("Planned hand-over"), words))
        clear_box(self._facts)
        self._facts.addWidget(FactGrid(facts))
