"""Reads all that is printed of a customer: a fixed number of statements."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.queries.customers import get_customer
from desktop_crm.models.queries.files import attachments
from desktop_crm.models.queries.history import change_sets
from desktop_crm.models.records.customer_file import CustomerFile, RelatedCustomer
from desktop_crm.models.records.listed import Id

CHANGES = 100
RELATIONS = 200


def customer_file(session: Session, customer_id: Id) -> CustomerFile:
    """The customer with relations, files and the newest changes. Raises NotFoundError."""
    return CustomerFile(
        customer=get_customer(session, customer_id),
        relations=(*_relations(session, customer_id, reverse=False), *_relations(session, customer_id, reverse=True)),
        files=tuple(attachments(session, customer_id)),
        changes=tuple(change_sets(session, customer_id=customer_id, limit=CHANGES)),
    )


def _relations(session: Session, customer_id: Id, *, reverse: bool) -> list[RelatedCustomer]:
    relation, other = RelationEntity, CustomerEntity
    mine, theirs = relation.customer_id, relation.other_id
    if reverse:
        mine, theirs = theirs, mine
    rows = session.execute(
        select(relation.kind, other.name, other.number, relation.note)
        .join(other, other.id == theirs)
        .where(mine == customer_id, relation.deleted_at.is_(None), other.deleted_at.is_(None))
        .order_by(relation.kind, other.sort_key, other.id)
        .limit(RELATIONS)
    )
    return [RelatedCustomer(kind, reverse, name, number, note) for kind, name, number, note in rows]
