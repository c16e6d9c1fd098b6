"""Reads what of customers is compared to find duplicates: a fixed number of statements for any number of them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop_crm.models.duplicates.profile import Profile, make_profile
from desktop_crm.models.entities.customers import AddressEntity, ContactEntity, ContactPointEntity, CustomerEntity
from desktop_crm.models.records.customers import CustomerKind, Id, PointKind

CHUNK = 4_000
Within = Callable[[Any], ColumnElement[bool]]
_C = CustomerEntity


def profiles_of(session: Session, ids: Sequence[Id]) -> dict[Id, Profile]:
    """The profiles of these customers, by id."""
    return dict(_profiles(session, lambda column: column.in_(ids)))


def all_profiles(session: Session) -> Iterator[list[tuple[Id, Profile]]]:
    """The profiles of all living customers, in chunks."""
    last: uuid.UUID | None = None
    while True:
        wanted = select(_C.id).where(_C.deleted_at.is_(None)).order_by(_C.id).limit(CHUNK)
        ids = session.scalars(wanted if last is None else wanted.where(_C.id > last)).all()
        if not ids:
            return
        first, last = ids[0], ids[-1]
        yield list(_profiles(session, lambda column, first=first, last=last: column.between(first, last)))  # type: ignore[misc]


def _profiles(session: Session, within: Within) -> Iterator[tuple[Id, Profile]]:
    phones, emails, by_contact = _points(session, within)
    contacts = _contacts(session, within, by_contact)
    addresses = _addresses(session, within)
    columns = (_C.id, _C.kind, _C.name, _C.short_name, _C.credit_code, _C.id_number)
    wanted = select(*columns).where(within(_C.id), _C.deleted_at.is_(None)).order_by(_C.id)
    for key, kind, name, short, code, id_number in session.execute(wanted):
        person = kind == CustomerKind.PERSON
        region, street = addresses.get(key, ("", ""))
        profile = make_profile(
            person,
            name,
            short=short,
            code=id_number if person else code,
            region=region,
            street=street,
            phones=phones.get(key, ()),
            emails=emails.get(key, ()),
            contacts=contacts.get(key, ()),
        )
        yield key, profile


_ByCustomer = dict[Id, list[str]]


def _points(session: Session, within: Within) -> tuple[_ByCustomer, _ByCustomer, dict[Id, str]]:
    """Phones and e-mails of customers, and the phone of each contact person."""
    p = ContactPointEntity
    phones: _ByCustomer = defaultdict(list)
    emails: _ByCustomer = defaultdict(list)
    by_contact: dict[Id, str] = {}
    wanted = select(p.customer_id, p.contact_id, p.kind, p.value).where(
        within(p.customer_id), p.kind.in_([str(PointKind.PHONE), str(PointKind.EMAIL)]), p.deleted_at.is_(None)
    )
    for customer, contact, kind, value in session.execute(wanted):
        if kind == PointKind.PHONE:
            phones[customer].append(value)
            if contact is not None:
                by_contact.setdefault(contact, value)
        else:
            emails[customer].append(value.casefold())
    return phones, emails, by_contact


def _contacts(session: Session, within: Within, phones: dict[Id, str]) -> dict[Id, list[tuple[str, str]]]:
    c = ContactEntity
    found: dict[Id, list[tuple[str, str]]] = defaultdict(list)
    wanted = select(c.customer_id, c.id, c.name).where(within(c.customer_id), c.deleted_at.is_(None))
    for customer, key, name in session.execute(wanted):
        found[customer].append((name, phones.get(key, "")))
    return found


def _addresses(session: Session, within: Within) -> dict[Id, tuple[str, str]]:
    """The main address of each: region and street."""
    a = AddressEntity
    found: dict[Id, tuple[str, str]] = {}
    wanted = select(a.customer_id, a.region, a.street).where(within(a.customer_id), a.deleted_at.is_(None))
    for customer, region, street in session.execute(wanted.order_by(a.is_primary.desc(), a.position)):
        found.setdefault(customer, (region, street))
    return found
