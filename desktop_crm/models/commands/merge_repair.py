"""After a merge is undone: what was added to a contact person meanwhile goes back with the person."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import aliased

from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.entities.customers import ContactEntity, ContactPointEntity


def follow_contacts(ctx: CommandContext) -> None:
    """Phones follow the contact persons that this change set has moved to another customer; nobody reports to a person
    of another customer."""
    session = ctx.session
    p, c, boss = ContactPointEntity, ContactEntity, aliased(ContactEntity)
    moved = select(ChangeRow.row_id).where(
        ChangeRow.change_set == ctx.seq, ChangeRow.table_name == c.__tablename__, ChangeRow.op == "U"
    )
    strays = session.execute(
        select(p.id, c.customer_id)
        .join(c, c.id == p.contact_id)
        .where(p.contact_id.in_(moved), p.customer_id != c.customer_id)
    ).all()
    connection = session.connection()
    for point, customer in strays:
        connection.execute(update(p).where(p.id == point).values(customer_id=customer))
    astray = (
        select(c.id)
        .join(boss, boss.id == c.reports_to_id)
        .where(boss.customer_id != c.customer_id, c.id.in_(moved) | boss.id.in_(moved))
    )
    for contact in session.scalars(astray).all():
        connection.execute(update(c).where(c.id == contact).values(reports_to_id=None))
