"""What makes the sample company more than a list: own fields, views, relations, notes, files, standards, hand-overs.

Done by the same commands as a person's work, so that every page has something to show and nothing is special."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import insert, select

from desktop_crm.models.commands.bulk_edit import edit_customers
from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.duplicate_scan import scan
from desktop_crm.models.commands.files import add_attachments, keep_content
from desktop_crm.models.commands.hand_over import hand_over
from desktop_crm.models.commands.relations import add_relation
from desktop_crm.models.commands.sharing import change_shares, set_key_customers
from desktop_crm.models.commands.standards import add_first_rules, look_at_health
from desktop_crm.models.commands.views import add_view
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import CommandContext, Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.entities.standards import HealthSnapshot
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.bulk_edit import FieldEdit
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.conditions import Condition, Group, Operator
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from desktop_crm.models.records.customers import CustomerKind, Stage
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.files import StoredFile
from desktop_crm.models.records.hand_over import HandOverDraft, ShareChange
from desktop_crm.models.records.listed import CustomerFilter, Id
from desktop_crm.models.records.lists import Selection, Sort
from desktop_crm.models.records.relations import Side
from desktop_crm.models.records.views import ViewSpec
from desktop_crm.models.sample.archive_words import ArchiveWords, archive_words

TITLE = Message(QT_TRANSLATE_NOOP("messages", "Furnish the sample company"))
WEEKS = 10
_TYPES = {".md": "text/markdown", ".csv": "text/csv", ".txt": "text/plain"}


def furnish(database: Database, monitor: Monitor, language: str) -> None:
    """Fills every area of the archive for the customers that are there: one change set; then looks for duplicates
    and keeps a trend of the data's health."""
    said = archive_words(language)
    today = utc_now().astimezone().date()
    database.execute_monitored(monitor, _furnish, said, today)
    scan(monitor, database)
    _trend(database, today)


def _furnish(ctx: CommandContext, said: ArchiveWords, today: dt.date) -> None:
    living = select(C.id).where(C.deleted_at.is_(None)).order_by(C.number)
    companies = ctx.session.scalars(living.where(C.kind == CustomerKind.COMPANY)).all()
    fields = _fields(ctx, said)
    _values(ctx, said, fields, companies, today)
    _details(ctx, said, companies)
    _relations(ctx, said, companies)
    _files(ctx, said, companies[0])
    _files(ctx, replace(said, files=said.files[:1]), companies[3])
    _people(ctx, said, companies, today)
    add_first_rules(ctx)
    _views(ctx, said, fields)
    ctx.title = TITLE


def _fields(ctx: CommandContext, said: ArchiveWords) -> dict[str, uuid.UUID]:
    company, options = CustomerKind.COMPANY.value, tuple(Option("", label) for label in said.lines)
    wanted = {
        "line": FieldDraft(said.line, FieldType.CHOICES, company, said.section, options=options),
        "spend": FieldDraft(said.spend, FieldType.MONEY, company, said.section, currency=said.currency),
        "contract": FieldDraft(said.contract, FieldType.DATE, company, said.section),
        "training": FieldDraft(said.training, FieldType.YES_NO, company, said.section),
        "invoice": FieldDraft(said.invoice, FieldType.TEXT, "", said.section, hint=said.invoice_hint),
    }
    return {key: save_field(ctx, draft) for key, draft in wanted.items()}


def _values(
    ctx: CommandContext, said: ArchiveWords, fields: dict[str, uuid.UUID], companies: Sequence[Id], today: dt.date
) -> None:
    def put(field: str, value: str, ids: Sequence[Id]) -> None:
        edit_customers(ctx, Selection.of(*ids), FieldEdit(field, value=value))

    own = {key: f"{CUSTOM}{field.hex}" for key, field in fields.items()}
    for at, line in enumerate(said.lines):
        put(own["line"], line, companies[at::7])
    for at in range(8):
        put(own["spend"], str(12_000 + 31_500 * at), companies[at::11])
        put(own["contract"], (today + dt.timedelta(days=45 * at - 30)).isoformat(), companies[at::13])
        put("verified_on", (today - dt.timedelta(days=6 + 35 * at)).isoformat(), companies[at::10])
    put(own["training"], "1", companies[::9])


def _details(ctx: CommandContext, said: ArchiveWords, companies: Sequence[Id]) -> None:
    """Notes with headings and tables; and contact persons of one customer report to the first of them."""
    chosen = companies[:30]
    drafts = drafts_of(ctx.session, chosen)
    for at, key in enumerate(chosen):
        draft = drafts[key]
        wanted = replace(
            draft,
            contacts=tuple(
                person if person is draft.contacts[0] else replace(person, reports_to=draft.contacts[0].id)
                for person in draft.contacts
            ),
            notes=said.notes[at % len(said.notes)] if at < 2 * len(said.notes) else draft.notes,
        )
        if wanted != draft:
            save_customer(ctx, wanted)


def _relations(ctx: CommandContext, said: ArchiveWords, companies: Sequence[Id]) -> None:
    """Two groups of companies, one of them three levels deep, and who referred whom."""
    for top in (0, 20):
        for place in (1, 2, 3):
            add_relation(ctx, companies[top + place], Side.PARENT, companies[top], said.group)
    for place in (4, 5):
        add_relation(ctx, companies[place], Side.PARENT, companies[1])
    for place in (0, 3, 9, 14):
        add_relation(ctx, companies[place], Side.REFERRED_BY, companies[place + 30], said.referral)
        add_relation(ctx, companies[place], Side.PARTNER, companies[place + 31], said.partner)


def _files(ctx: CommandContext, said: ArchiveWords, customer: Id) -> None:
    stored = []
    for name, words in said.files:
        content = words.encode("utf-8-sig" if name.endswith(".csv") else "utf-8")
        media = _TYPES[name[name.rindex(".") :]]
        stored.append(StoredFile(name, media, len(content), hashlib.sha256(content).hexdigest()))
        keep_content(ctx, stored[-1], content)
    add_attachments(ctx, customer, stored)


def _people(ctx: CommandContext, said: ArchiveWords, companies: Sequence[Id], today: dt.date) -> None:
    """Key customers, two of them without a named person; a hand-over that is done and one that is planned; shares."""
    users = ctx.session.scalars(select(UserRow.id).where(UserRow.id != ctx.actor.user_id).order_by(UserRow.name)).all()
    first, second = users[0], users[1]
    set_key_customers(ctx, Selection.of(*companies[:6]), first, None)
    set_key_customers(ctx, Selection.of(*companies[6:8]), None, None)
    hand_over(ctx, Selection.of(*companies[40:46]), HandOverDraft(second, None, said.leave), today)
    later = today + dt.timedelta(days=14)
    hand_over(ctx, Selection.of(*companies[50:54]), HandOverDraft(first, None, said.trip, later), today)
    change_shares(ctx, Selection.of(*companies[:4]), ShareChange(add_users=frozenset({second})))


def _views(ctx: CommandContext, said: ArchiveWords, fields: dict[str, uuid.UUID]) -> None:
    def rules(*conditions: Condition) -> CustomerFilter:
        return CustomerFilter(rules=Group(parts=conditions))

    contract = f"{CUSTOM}{fields['contract'].hex}"
    key = rules(Condition("is_key", Operator.IS, ("1",)))
    add_view(ctx, said.mine, ViewSpec(key, Sort("completeness")))
    soon = Condition(contract, Operator.WITHIN_NEXT, ("3m",))
    add_view(ctx, said.soon, ViewSpec(rules(soon), Sort("name")), shared=True)
    lost = Condition("stage", Operator.NONE_OF, (Stage.LOST.value,))
    add_view(ctx, said.by_stage, ViewSpec(rules(lost), Sort("name"), group="stage"), shared=True)


def _trend(database: Database, today: dt.date) -> None:
    """Today's health, and that of the weeks before as it will have been: fewer gaps from week to week."""
    seen = look_at_health(database, today)
    rows = [
        {
            "on_date": today - dt.timedelta(weeks=week),
            "rule_id": state.rule.id,
            "violations": min(state.total, state.broken + state.total * (5 * week + 7 * (week * (at + 3) % 4)) // 250),
            "total": state.total,
            "completeness": max(0, seen.completeness - week),
        }
        for week in range(1, WEEKS)
        for at, state in enumerate(seen.rules)
    ]
    with database.raw() as connection, connection.begin():
        connection.execute(insert(Base.metadata.tables[HealthSnapshot.__tablename__]), rows)
