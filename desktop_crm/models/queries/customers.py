"""Reading customers: whole, in lists, and the twins of a draft."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from desktop_crm.models.duplicates.names import likely_keys
from desktop_crm.models.entities.customers import (
    HAS_CODE,
    AddressEntity,
    ContactEntity,
    ContactPointEntity,
    CustomerEntity,
    CustomerTagEntity,
    ImportantDateEntity,
    TagEntity,
)
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.errors import NotFoundError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.completeness import completeness_of, field_names
from desktop_crm.models.queries.custom_fields import linked_names, links_of
from desktop_crm.models.records.custom_fields import CustomField, custom_values
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    ContactRole,
    Customer,
    CustomerDraft,
    CustomerKind,
    FilterChoices,
    Id,
    ImportantDate,
    Level,
    PointKind,
    Stage,
    Tag,
    Team,
    Twin,
    User,
)
from desktop_crm.models.text.names import name_key

GONE = Message(QT_TRANSLATE_NOOP("messages", "This customer is not there any more."))
CHOICE_FIELDS = ("source", "industry", "size", "occupation")
TWIN_LIMIT = 5
_C = CustomerEntity
_PLAIN = (
    "name", "short_name", "credit_code", "id_number", "industry", "size", "occupation", "source", "owner_id",
    "team_id", "preferred_channel", "needs", "next_step", "next_step_on", "notes",
)  # fmt: skip
_COLUMNS = ("id", "row_version", "kind", "stage", "price_sensitivity", "relationship", *_PLAIN)


def get_customer(session: Session, customer_id: Id) -> Customer:
    """The whole customer, deleted ones too. Raises NotFoundError."""
    row = session.execute(_HEAD.where(_C.id == customer_id)).first()
    if row is None:
        raise NotFoundError(GONE)
    fields = custom_fields(session)
    tags = tags_of(session, [customer_id])
    draft = drafts_of(session, [customer_id], fields, tags)[customer_id]
    complete = completeness_of(session, customer_id, draft.kind)
    return Customer(
        draft=draft,
        id=customer_id,
        tags=tags.get(customer_id, ()),
        completeness=complete.percent,
        missing=field_names(session, complete.missing),
        fields=tuple(fields),
        linked=linked_names(session, links_of(draft, fields)),
        **row._mapping,
    )


def _name(table: type[UserRow] | type[TeamRow], key: SQLColumnExpression[Any]) -> ColumnElement[str]:
    return func.coalesce(select(table.name).where(table.id == key).scalar_subquery(), "")


# What a customer's page says beside the draft: one look-up, the names included.
_HEAD = select(
    _C.number,
    _C.created_at,
    _C.updated_at,
    _C.deleted_at,
    _C.verified_on,
    _C.is_key,
    _C.key_user_id,
    _C.key_team_id,
    _name(UserRow, _C.owner_id).label("owner_name"),
    _name(UserRow, _C.key_user_id).label("key_person"),
    _name(TeamRow, _C.team_id).label("team_name"),
    _name(TeamRow, _C.key_team_id).label("key_team"),
)


def find_customer(session: Session, text: str) -> Id:
    """The customer that a person means on the command line: a key, a code (`C000123`, `123`) or the very name.

    Raises NotFoundError."""
    text = text.strip()
    number = text[1:] if text[:1] in "Cc" else text
    conditions = [_C.name_key == name_key(text)]
    if number.isdecimal():
        conditions.insert(0, _C.number == int(number))
    for condition in conditions:
        found = session.scalars(select(_C.id).where(condition, _C.deleted_at.is_(None)).limit(1)).first()
        if found is not None:
            return found
    try:
        return get_customer(session, uuid.UUID(text)).id
    except ValueError:
        raise NotFoundError(Message(QT_TRANSLATE_NOOP("messages", "No customer “{text}”."), {"text": text})) from None


def drafts_of(
    session: Session,
    ids: Sequence[Id],
    fields: Sequence[CustomField] | None = None,
    tags: Mapping[Id, tuple[Tag, ...]] | None = None,
) -> dict[Id, CustomerDraft]:
    """The drafts of stored customers, by id: a fixed number of statements. `fields` are the custom fields and `tags`
    those of the customers, if they have been read already."""
    slots = [field.slot for field in (custom_fields(session) if fields is None else fields)]
    columns = (getattr(_C, name) for name in (*_COLUMNS, *slots))
    rows = session.execute(select(*columns).where(_C.id.in_(ids))).all()
    plain_end = len(_PLAIN)
    found = [row.id for row in rows]
    points = _points(session, found)
    contacts = _contacts(session, found, points)
    addresses = _addresses(session, found)
    dates = _dates(session, found)
    tags = tags_of(session, found) if tags is None else tags
    drafts: dict[Id, CustomerDraft] = {}
    for key, version, kind, stage, price, relationship, *plain in rows:
        drafts[key] = CustomerDraft(
            **dict(zip(_PLAIN, plain[:plain_end], strict=True)),
            kind=CustomerKind(kind),
            stage=Stage(stage),
            price_sensitivity=Level(price),
            relationship=Level(relationship),
            points=tuple(points.get((key, None), ())),
            addresses=tuple(addresses.get(key, ())),
            dates=tuple(dates.get(key, ())),
            contacts=tuple(contacts.get(key, ())),
            tags=tuple(tag.name for tag in tags.get(key, ())),
            custom=custom_values(zip(slots, plain[plain_end:], strict=True)) if slots else (),
            id=key,
            row_version=version,
        )
    return drafts


def _points(session: Session, ids: Sequence[Id]) -> dict[tuple[Id, Id | None], list[ContactPoint]]:
    p = ContactPointEntity
    found: dict[tuple[Id, Id | None], list[ContactPoint]] = defaultdict(list)
    wanted = select(p.customer_id, p.contact_id, p.kind, p.value, p.label, p.is_primary, p.id)
    for owner, contact, kind, value, label, primary, key in session.execute(
        wanted.where(p.customer_id.in_(ids)).order_by(p.position, p.id)
    ):
        found[(owner, contact)].append(ContactPoint(PointKind(kind), value, label, primary, key))
    return found


def _contacts(
    session: Session, ids: Sequence[Id], points: dict[tuple[Id, Id | None], list[ContactPoint]]
) -> dict[Id, list[Contact]]:
    found: dict[Id, list[Contact]] = defaultdict(list)
    c = ContactEntity
    wanted = select(
        c.customer_id, c.id, c.name, c.role, c.title, c.department, c.birthday, c.notes, c.is_primary, c.reports_to_id
    )
    for owner, key, name, role, title, department, birthday, notes, primary, above in session.execute(
        wanted.where(c.customer_id.in_(ids), c.deleted_at.is_(None)).order_by(c.position, c.id)
    ):
        own = tuple(points.get((owner, key), ()))
        found[owner].append(
            Contact(name, ContactRole(role), title, department, birthday, notes, primary, own, key, above)
        )
    return found


def _addresses(session: Session, ids: Sequence[Id]) -> dict[Id, list[Address]]:
    a = AddressEntity
    found: dict[Id, list[Address]] = defaultdict(list)
    wanted = select(a.customer_id, a.region, a.street, a.postcode, a.label, a.is_primary, a.id)
    for owner, region, street, postcode, label, primary, key in session.execute(
        wanted.where(a.customer_id.in_(ids)).order_by(a.position, a.id)
    ):
        found[owner].append(Address(region, street, postcode, label, primary, key))
    return found


def _dates(session: Session, ids: Sequence[Id]) -> dict[Id, list[ImportantDate]]:
    d = ImportantDateEntity
    found: dict[Id, list[ImportantDate]] = defaultdict(list)
    wanted = select(d.customer_id, d.label, d.on, d.lunar, d.id)
    for owner, label, on, lunar, key in session.execute(
        wanted.where(d.customer_id.in_(ids)).order_by(d.position, d.id)
    ):
        found[owner].append(ImportantDate(label, on, lunar, key))
    return found


def tags_of(session: Session, ids: Sequence[Id]) -> dict[Id, tuple[Tag, ...]]:
    """The tags of customers, by name."""
    found: dict[Id, list[Tag]] = defaultdict(list)
    link = CustomerTagEntity
    wanted = (
        select(link.customer_id, TagEntity.name, TagEntity.colour, TagEntity.id)
        .join(TagEntity, TagEntity.id == link.tag_id)
        .where(link.customer_id.in_(ids))
        .order_by(TagEntity.name_key, TagEntity.id)
    )
    for owner, name, colour, tag_id in session.execute(wanted):
        found[owner].append(Tag(name, colour, tag_id))
    return {owner: tuple(tags) for owner, tags in found.items()}


def filter_choices(session: Session) -> FilterChoices:
    """What filters and forms offer: people, teams, tags, and the values in use."""
    people = select(UserRow.id, UserRow.name, UserRow.login, UserRow.active).where(UserRow.deleted_at.is_(None))
    users = session.execute(people.order_by(UserRow.name_key))
    teams = session.execute(select(TeamRow.id, TeamRow.name).where(TeamRow.deleted_at.is_(None)).order_by(TeamRow.name))
    tags = session.execute(select(TagEntity.name, TagEntity.colour, TagEntity.id).order_by(TagEntity.name_key))
    return FilterChoices(
        tuple(User(*row) for row in users),
        tuple(Team(*row) for row in teams),
        tuple(Tag(*row) for row in tags),
        {field: _values(session, field) for field in CHOICE_FIELDS},
        tuple(custom_fields(session)),
    )


def _values(session: Session, field: str, limit: int = 200) -> tuple[str, ...]:
    """Distinct values by index skips: one look-up a value, however many customers hold it."""
    column = getattr(_C, field)
    found: list[str] = []
    value = ""
    while len(found) < limit:
        step = select(column).where(_C.deleted_at.is_(None), column > value).order_by(column).limit(1)
        following = session.scalars(step).first()
        if following is None:
            break
        found.append(following)
        value = following
    return tuple(found)


def find_twins(session: Session, draft: CustomerDraft) -> list[Twin]:
    """Stored customers that the draft may repeat: same credit code, phone, e-mail or name (legal form aside)."""
    twins: dict[Id, Twin] = {}
    for field, condition in _twin_conditions(draft):
        # Deleted ones are left out here: a planner without statistics would read all that live by that index.
        wanted = select(_C.id, _C.number, _C.name, _C.deleted_at).where(condition)
        if draft.id is not None:
            wanted = wanted.where(_C.id != draft.id)
        for key, number, name, deleted in session.execute(wanted.limit(20 * TWIN_LIMIT)):
            if deleted is not None:
                continue
            value = name if field == "name" else ""
            twins.setdefault(key, Twin(key, number, name, field, value))
    return list(twins.values())[:TWIN_LIMIT]


def _twin_conditions(draft: CustomerDraft) -> list[tuple[str, ColumnElement[bool]]]:
    conditions: list[tuple[str, ColumnElement[bool]]] = []
    if draft.credit_code:
        conditions.append(("credit_code", (_C.credit_code == draft.credit_code) & HAS_CODE))
    p = ContactPointEntity
    for kind in (PointKind.PHONE, PointKind.EMAIL):
        values = [point.value for point in draft.points if point.kind == kind and point.value]
        if values:
            holders = select(p.customer_id).where(p.value.in_(values), p.kind == str(kind))
            conditions.append((str(kind), _C.id.in_(holders)))
    if draft.name.strip():
        conditions.append(("name", _C.name_key == name_key(draft.name)))
        if draft.kind == CustomerKind.COMPANY:
            conditions.append(("name", _C.company_key.in_(likely_keys(draft.name))))
    return conditions
