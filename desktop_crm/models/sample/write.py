"""The sample company as an ordinary command: into an empty database or beside what is there, on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from random import Random

from sqlalchemy import insert, select, update

from desktop_crm.models.commands.counters import take_numbers
from desktop_crm.models.commands.customer_bulk import assign_customers, set_stage
from desktop_crm.models.commands.customer_rows import Values
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.people import add_team, find_or_add_users, owner_keys
from desktop_crm.models.commands.tags import find_or_add_tags
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import CommandContext, Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind, Stage
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.sample.archive import furnish
from desktop_crm.models.sample.generate import SampleCustomer, generate
from desktop_crm.models.sample.rows import PEOPLE, TABLES, TEAMS, Company, customer_rows, words

SAMPLE_SIZE = 300
BATCH = 1_000
LATER = 8
TITLE = Message(QT_TRANSLATE_NOOP("messages", "Add sample company"))
MAKING = Message(QT_TRANSLATE_NOOP("messages", "Making sample customers…"))
NEXT_STEPS = {
    "zh_CN": ("电话确认报价", "寄送样品", "安排上门拜访", "发送合同草稿"),
    "en": ("Confirm the offer by phone", "Send samples", "Arrange a visit", "Send the draft contract"),
}


def write_sample(ctx: CommandContext, count: int, seed: int = 1, language: str = "zh_CN") -> int:
    """Adds the sample company with `count` customers, made over the past two years, as one change set."""
    now = utc_now()
    company = _company(ctx, language)
    samples = generate(count, seed, language, now.date())
    random = Random(seed)
    done = 0
    while batch := list(islice(samples, BATCH)):
        company.tags = find_or_add_tags(ctx, dict.fromkeys(tag for s in batch for tag in s.draft.tags))
        _insert(ctx, batch, take_numbers(ctx.session, "customer", len(batch)), company, random)
        done += len(batch)
        ctx.monitor.report(done, count, MAKING)
    ctx.title = TITLE
    return done


def _insert(ctx: CommandContext, batch: Sequence[SampleCustomer], first: int, company: Company, random: Random) -> None:
    rows: dict[str, list[Values]] = {table: [] for table in TABLES}
    for _, found in customer_rows(batch, first, company, utc_now(), random):
        for table, more in found.items():
            rows[table] += more
    connection = ctx.session.connection()
    for table in TABLES:
        if rows[table]:
            connection.execute(insert(Base.metadata.tables[table]), rows[table])


def _company(ctx: CommandContext, language: str) -> Company:
    names = words(PEOPLE, language)
    teams = [add_team(ctx, name) for name in words(TEAMS, language)]
    users = find_or_add_users(ctx, set(names))
    owners = [users[name] for name in names]
    for i, user in enumerate(owners):
        placed = update(UserRow).where(UserRow.id == user, UserRow.team_id.is_(None))
        ctx.session.execute(placed.values(team_id=teams[i % len(teams)]))
    return Company(owners, owner_keys(ctx.session), teams, {})


def make_demo(database: Database, monitor: Monitor, language: str) -> None:
    """The sample company that a person looks at first: customers, an archive in every area, and some work done on
    them since, so that history and timeline have something to show."""
    database.execute_monitored(monitor, write_sample, SAMPLE_SIZE, 1, language)
    furnish(database, monitor, language)
    with database.read() as session:
        newest = select(CustomerEntity.id).order_by(CustomerEntity.number).limit(LATER * 3)
        ids = session.scalars(newest).all()
        drafts = drafts_of(session, ids)
        owner = session.scalars(select(CustomerEntity.owner_id).where(CustomerEntity.owner_id.is_not(None))).first()
    for place, key in enumerate(ids[:LATER]):
        database.execute(save_customer, _later(drafts[key], place, words(NEXT_STEPS, language)))
    database.execute(set_stage, Selection.of(*ids[LATER : LATER + 5]), Stage.MAINTAIN)
    database.execute(assign_customers, Selection.of(*ids[LATER + 5 : LATER + 8]), owner)


def _later(draft: CustomerDraft, place: int, steps: Sequence[str]) -> CustomerDraft:
    """What somebody changed later: a next step, a stage, a second phone."""
    if place % 3 == 0:
        today = utc_now().date()
        return replace(draft, next_step=steps[place % len(steps)], next_step_on=today.replace(day=min(today.day, 28)))
    if place % 3 == 1:
        stage = Stage.DEVELOP if draft.stage != Stage.DEVELOP else Stage.MAINTAIN
        return replace(draft, stage=stage)
    phone = ContactPoint(PointKind.PHONE, f"+8613900139{place:03d}")
    return replace(draft, points=(*draft.points, phone))
