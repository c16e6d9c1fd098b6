"""Makes the database file that is kept of a release: `python -m tests.db.release_file 0.1.0`.

Run once, when a release is made, and never again for the same one: later versions have to open that very file."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import uuid
from pathlib import Path

from desktop_crm.models.commands.customer_bulk import assign_customers, delete_customers, set_stage
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.tags import save_tag
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.backup import back_up
from desktop_crm.models.db.database import Database, Identity
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.queries.history import change_sets, row_changes
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerKind,
    ImportantDate,
    PointKind,
    Stage,
)
from desktop_crm.models.records.lists import Selection
from tests.db.makers import add, draft, get

RELEASES = Path(__file__).parent.parent / "data" / "releases"


def fill(database: Database) -> None:
    """A few customers with every kind of part, edits, an undo, a deletion."""
    anna = database.execute(save_user, "Anna").value
    points = (
        ContactPoint(PointKind.PHONE, "+8675528780808", "office", primary=True),
        ContactPoint(PointKind.EMAIL, "info@example.com", primary=True),
        ContactPoint(PointKind.WECHAT, "hw_2026", primary=True),
    )
    huawei = add(
        database,
        "华为技术有限公司",
        short_name="华为",
        points=points,
        addresses=(Address("440307", "坂田", "518129", primary=True),),
        dates=(ImportantDate("founded", dt.date(1987, 9, 15)),),
        contacts=(Contact("解晓东", birthday=dt.date(1980, 2, 29), primary=True),),
        tags=("VIP", "老客户"),
        next_step="回访",
        next_step_on=dt.date(2026, 3, 1),
    )
    person = add(database, "单于飞", kind=CustomerKind.PERSON, phone="13800138000")
    gone = add(database, "Gone Ltd")
    database.execute(assign_customers, Selection.of(huawei, person), anna)
    database.execute(set_stage, Selection.of(huawei), Stage.DEVELOP)
    database.execute(undo_change_set)
    with database.read() as session:
        tag = next(t for t in filter_choices(session).tags if t.name == "老客户")
    assert tag.id is not None
    database.execute(save_tag, tag.id, "老朋友", "tag5")
    stored = get(database, person).draft
    database.execute(save_customer, draft("单于飞", id=person, notes="两行\n备注", row_version=stored.row_version))
    database.execute(delete_customers, Selection.of(gone))


def content(database: Database) -> str:
    """What a person sees in a database, as lines of text."""
    lines: list[str] = []
    with database.read() as session:
        from sqlalchemy import select

        from desktop_crm.models.entities.customers import CustomerEntity

        ids = session.scalars(select(CustomerEntity.id).order_by(CustomerEntity.number)).all()
        for row_id in ids:
            found = get(database, row_id)
            own = found.draft
            lines.append(f"{found.number} {own.name} {own.kind} {own.stage} {found.owner_name} {own.notes!r}")
            lines.append(f"  {own.short_name} {own.next_step} {own.next_step_on} {bool(found.deleted_at)}")
            lines.extend(f"  {p.kind} {p.value} {p.label} {p.primary}" for p in own.points)
            lines.extend(f"  {a.region} {a.street} {a.postcode}" for a in own.addresses)
            lines.extend(f"  {d.label} {d.on}" for d in own.dates)
            lines.extend(f"  {c.name} {c.birthday} {c.primary}" for c in own.contacts)
            lines.extend(f"  {t.name} {t.colour}" for t in found.tags)
        for change_set in change_sets(session):
            lines.append(f"{change_set.kind} {change_set.title.plain()} {change_set.rows} {change_set.undone}")
            for change in row_changes(session, change_set.id):
                fields = ", ".join(f"{f.field.plain()}: {f.old} > {f.new}" for f in change.fields)
                lines.append(f"  {change.op} {change.table} {change.record} {fields}")
    return "\n".join(lines) + "\n"


def make(version: str) -> None:
    """Writes the file and what is in it."""
    target = RELEASES / f"{version}.crmdb"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "release.crmdb"
        identity = Identity("user", "computer", uuid.UUID(int=1))
        database = open_database(path, create=True, identity=identity)
        fill(database)
        RELEASES.mkdir(parents=True, exist_ok=True)
        (RELEASES / f"{version}.txt").write_text(content(database), "utf-8")
        database.close()
        back_up(path, target)
    target.chmod(0o644)


if __name__ == "__main__":
    make(sys.argv[1])
