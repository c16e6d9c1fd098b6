"""Writes customers to a workbook or a text file, batch by batch. What is exported can be imported again: unchanged
it changes nothing, and no cell of it can become a formula on anybody's computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.cards_out import CardWriter
from desktop_crm.models.exchange.customer_sheet import CustomerSheet
from desktop_crm.models.exchange.garbage import few_collections
from desktop_crm.models.exchange.writing import LISTS, Encoding, replacing, write_text, write_workbook
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, Translate
from desktop_crm.models.queries.chosen import chosen
from desktop_crm.models.queries.customer_list import in_order
from desktop_crm.models.queries.customer_parts import batches
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.customers import Customer, CustomerFilter
from desktop_crm.models.records.exports import BY_NUMBER, ExportRequest
from desktop_crm.models.records.fields import TABLES
from desktop_crm.models.records.import_kinds import CUSTOMER_KIND
from desktop_crm.models.records.lists import ListSpec
from desktop_crm.models.records.tables import Out, OutColumn

WRITING = Message(QT_TRANSLATE_NOOP("messages", "Writing customers…"))
UNKNOWN_KIND = QT_TRANSLATE_NOOP(
    "messages", "“{file}” is neither .xlsx nor .csv nor .vcf nor .pdf. Nothing was written."
)
CHOOSE_KIND = Message(QT_TRANSLATE_NOOP("messages", "End the file's name in .xlsx, .csv, .vcf or .pdf."))
KINDS = (".xlsx", ".csv", ".vcf")
_CARDS = 500
# Up to so many customers also choices that are too long for a cell's rule are offered: that takes a second pass over
# the sheet, a third of what writing it takes; such files are meant to be filled in.
_LONG_LISTS = 20_000
# Writes a table to a file: its title, columns and rows.
Draw = Callable[[Path, str, Sequence[OutColumn], Iterator[Sequence[Out]]], None]


def export_customers(
    session: Session,
    path: Path,
    request: ExportRequest | None = None,
    *,
    draw: Draw | None = None,
    wanted: CustomerFilter | None = None,
    translate: Translate = str,
    language: str = "en",
    monitor: Monitor | None = None,
) -> int:
    """Writes customers to `path`; returns how many. What kind of file it is says its suffix. `wanted`, in place of a
    request: the customers of a filter, in the order of their numbers. `draw` writes PDF files.

    The file appears whole or not at all. Raises UserError, KnownDatabaseError (full disk), CancelledError."""
    monitor = monitor or Monitor()
    suffix = path.suffix.lower()
    if suffix not in KINDS and not (suffix == ".pdf" and draw):
        raise UserError(Message(UNKNOWN_KIND, {"file": path.name}), CHOOSE_KIND)
    request = request or ExportRequest(ListSpec(wanted or CustomerFilter(), BY_NUMBER))
    found = statement(session, request)
    total = session.scalar(select(func.count()).select_from(found.order_by(None).subquery())) or 0
    if suffix == ".vcf":
        with replacing(path) as part, part.open("wb") as file:
            for done in _write_cards(session, CardWriter(file.write, request.vcard, language), found):
                monitor.report(done, total, WRITING)
        return total
    sheet = CustomerSheet(session, request.columns, translate, language)
    rows = _rows(sheet, found, total, monitor)
    with replacing(path) as part, few_collections():
        title = TABLES["customer"].format(translate)
        if suffix == ".pdf" and draw:
            draw(part, CUSTOMER_KIND.label.format(translate), sheet.columns, rows)
        elif suffix == ".xlsx":
            frozen = 2 if "name" in sheet.fields[:2] else 1
            lists = LISTS.format(translate) if total <= _LONG_LISTS else ""
            write_workbook(part, title, sheet.columns, rows, frozen=frozen, lists_title=lists)
        else:
            write_text(part, sheet.columns, rows, Encoding(request.encoding))
    return total


def statement(session: Session, request: ExportRequest) -> Select[Any]:
    """The customers that are wanted, in their order."""
    found = in_order(session, request.spec)
    if request.chosen is not None:
        found = found.where(CustomerEntity.id.in_(chosen(session, request.chosen)))
    return found


def _rows(sheet: CustomerSheet, found: Select[Any], total: int, monitor: Monitor) -> Iterator[Sequence[Out]]:
    done = 0
    monitor.report(0, total, WRITING)
    for count, rows in sheet.rows(found):
        yield from rows
        done += count
        monitor.report(done, total, WRITING)


def _write_cards(session: Session, writer: CardWriter, found: Select[Any]) -> Iterator[int]:
    """Writes the cards of all customers; says how many are done, batch by batch."""
    done = 0
    times = found.add_columns(CustomerEntity.number, CustomerEntity.created_at, CustomerEntity.updated_at)
    for rows in batches(session, times, _CARDS):
        drafts = drafts_of(session, [row.id for row in rows], ())
        for row in rows:
            writer.customer(Customer(drafts[row.id], row.id, row.number, "", "", (), row.created_at, row.updated_at))
        session.expunge_all()
        done += len(rows)
        yield done
