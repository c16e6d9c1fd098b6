"""Table rows of sample customers, made without a database: the same for a few hundred and for a million."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from desktop_crm.models.commands.customer_rows import Values, customer_values, part_rows
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.records.customers import Contact, CustomerDraft
from desktop_crm.models.sample.generate import SampleCustomer
from desktop_crm.models.search.documents import Document, Source, make_document

TABLES = ("customer", "contact", "contact_point", "address", "important_date", "customer_tag")
PEOPLE = {
    "zh_CN": ("陈晓明", "林芳", "周建国", "曾丽华", "欧阳峰"),
    "en": ("Emma Clarke", "James Turner", "Sofia Rossi", "Liam Murphy", "Grace Chen"),
}
TEAMS = {"zh_CN": ("大客户组", "渠道组"), "en": ("Key accounts", "Channel")}
_MINUTES_A_DAY = 9 * 60


def words(table: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """The words of a language; any Chinese reads the same list."""
    return table["zh_CN" if language.startswith("zh") else "en"]


@dataclass(slots=True)
class Company:
    """The people and tags of the sample company, as they are stored."""

    owners: Sequence[uuid.UUID]
    owner_keys: Mapping[uuid.UUID | None, str]
    teams: Sequence[uuid.UUID]
    tags: Mapping[str, uuid.UUID]


def customer_rows(
    samples: Sequence[SampleCustomer], first_number: int, company: Company, now: dt.datetime, random: Random
) -> Iterator[tuple[CustomerDraft, dict[str, list[Values]]]]:
    """Per customer its draft (with id) and its rows by table. Times lie within working hours of the past."""
    for number, sample in enumerate(samples, first_number):
        key = new_id()
        owner = company.owners[sample.owner % len(company.owners)] if sample.owner >= 0 else None
        team = company.teams[sample.owner % len(company.teams)] if sample.owner >= 0 else None
        contacts = _reporting(sample.draft.contacts)
        draft = replace(sample.draft, id=key, owner_id=owner, team_id=team, contacts=contacts)
        at = _moment(now, sample.created_days_ago, random)
        rows = part_rows(key, draft)
        rows["customer"] = [{"id": key, "number": number} | customer_values(draft, company.owner_keys)]
        rows["customer_tag"] = [
            {"id": new_id(), "customer_id": key, "tag_id": company.tags[tag]} for tag in dict.fromkeys(draft.tags)
        ]
        for found in rows.values():
            for row in found:
                row["created_at"] = row["updated_at"] = at
        yield draft, rows


def _reporting(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """The others report to the main contact person."""
    if len(contacts) < 2:
        return contacts
    head = next((one for one in contacts if one.primary), contacts[0])
    boss = new_id()
    return tuple(replace(one, id=boss) if one is head else replace(one, reports_to=boss) for one in contacts)


def _moment(now: dt.datetime, days_ago: int, random: Random) -> dt.datetime:
    """A minute of that day between 8:30 and 17:30 in China; today's are just past."""
    if days_ago == 0:
        return now
    day = (now - dt.timedelta(days=days_ago)).replace(hour=0, minute=30, second=0, microsecond=0)
    return day + dt.timedelta(minutes=int(random.random() * _MINUTES_A_DAY))


def document_of(draft: CustomerDraft, number: int) -> Document:
    """The search document, as it would be made from the stored rows."""
    assert draft.id is not None
    points = [(str(p.kind), p.value) for p in draft.points]
    for contact in draft.contacts:
        points += [(str(p.kind), p.value) for p in contact.points]
    return make_document(
        Source(
            record_id=draft.id,
            number=number,
            name=draft.name,
            kind=str(draft.kind),
            short_name=draft.short_name,
            credit_code=draft.credit_code,
            notes=draft.notes,
            alive=True,
            points=points,
            contacts=[contact.name for contact in draft.contacts],
        )
    )
