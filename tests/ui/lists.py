"""A synthetic list of any length: rows are made from their numbers, as a database would answer later."""

import uuid
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer

from desktop_crm.models.messages import Message
from desktop_crm.models.records.lists import Cursor, ListSpec, Page
from desktop_crm.ui.tables.columns import Column
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.tables.windowed_model import WindowedModel


@dataclass(frozen=True, slots=True)
class Line:
    id: uuid.UUID
    name: str
    number: int


@dataclass
class Source:
    total: int
    requests: list = field(default_factory=list)
    model: WindowedModel = None
    held_back: list | None = None

    def line(self, at):
        if self.model.spec.sort.descending:
            at = self.total - 1 - at
        return Line(uuid.UUID(int=at), f"客户 {at:07d}", at)

    def fetch(self, request, on_page):
        self.requests.append(request)
        span = range(request.offset, min(request.offset + request.limit, self.total))
        rows = tuple(self.line(at) for at in span)
        ends = (Cursor(rows[0].name, rows[0].id), Cursor(rows[-1].name, rows[-1].id)) if rows else (None, None)
        page = Page(request.offset, rows, *ends)
        if self.held_back is not None:
            self.held_back.append(lambda: on_page(page))
        else:
            QTimer.singleShot(0, lambda: on_page(page))

    def count(self, on_count):
        QTimer.singleShot(0, lambda: on_count(self.total))


TAGS = (("重点客户", "tag1"), ("VIP", "tag4"), ("Exhibition", "tag5"))
COLUMNS = (
    Column("name", Message("Name"), lambda row: row.name, 240, sort="name", strong=True, avatar=True),
    Column("number", Message("Number"), lambda row: str(row.number), 120, "right", sort="number"),
    Column("stage", Message("Stage"), lambda row: "维护", 120, icon=lambda row: "stage"),
    Column("tags", Message("Tags"), lambda row: "重点客户", 220, chips=lambda row: TAGS[: row.number % 4]),
    *(Column(f"more{n}", Message(f"Column {n}"), lambda row: "深圳市南山区科技园 1 号", 160) for n in range(6)),
    Column("secret", Message("Hidden"), lambda row: "hidden", visible=False),
)


def make_table(total):
    source = Source(total)
    model = WindowedModel(COLUMNS, source.fetch, source.count, lambda row: row.id, lambda m: m.plain())
    source.model = model
    table = RecordTable(model, "Customers")
    model.setParent(table)
    model.set_spec(ListSpec())
    return table, model, source
