"""What is exported arrives in an empty database as it was, and changes nothing where it already is.

A file does not carry: colours of tags; logins of users; times of creation and change.
The primary phone, contact and so on come first. A tag, WeChat name or web address that holds a
separator (, ; 、) becomes several in an empty database; contact persons of one name, one of whom says nothing that
the other does not, become one, and lines to people of one name may lead to any of them; a region that stands only, or
more exactly, in the street is understood as the region.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.people import add_team, save_user
from desktop_crm.models.commands.portrait import verify_customer
from desktop_crm.models.commands.sharing import set_key_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.customer_columns import first_address
from desktop_crm.models.exchange.customer_export import export_customers
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.customer_filter import matching
from desktop_crm.models.queries.customers import get_customer
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    ContactRole,
    Customer,
    CustomerDraft,
    CustomerFilter,
    CustomerKind,
    ImportantDate,
    Level,
    PointKind,
    Stage,
)
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.sample.write import write_sample
from desktop_crm.models.search.check import check_search
from desktop_crm.models.text.names import name_key, tidy
from desktop_crm.models.validation.customers import check_reporting, normalise, validate
from tests.examples import examples

NAMES = (
    "华为技术有限公司", "华为技术（深圳）", "华为技术(深圳)有限公司", "ＡＢＣ　贸易", 'Acme "Ltd"', "it's", "=1+1",
    "+86", "-", "@SUM(A1)", "'=1", "''quoted", "＝1", "a\tb", "电话", "_x0041_", "1e5", "0012", "2026-03-31",
    "TRUE", "nan", "a, b; c", "王伟", "&lt;<b>&",
)  # fmt: skip
words = st.one_of(st.sampled_from(NAMES), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
blank_or_words = st.one_of(st.just(""), words)
single = words.map(lambda text: "".join(" " if ch in ",;，；、\r\n" else ch for ch in text))
lines = st.one_of(st.just(""), st.lists(words, min_size=1, max_size=3).map("\n".join))
dates = st.dates(dt.date(1850, 1, 1), dt.date(2200, 12, 31))
phones = st.one_of(
    st.sampled_from(
        ["+8613800138000", "+8675528780808;ext=12", "95588", "+12125550123", "+442079460958", "4006001234"]
    ),
    st.integers(13_000_000_000, 19_999_999_999).map(str),
)
emails = st.sampled_from(["a@example.com", "A.b+c@example.com", "李@例子.中国", "-x@example.org"])
values = {
    PointKind.PHONE: phones,
    PointKind.EMAIL: emails,
    PointKind.WECHAT: single,
    PointKind.QQ: st.integers(10_000, 99_999_999_999).map(str),
    PointKind.DINGTALK: single,
    PointKind.OTHER: st.sampled_from(["skype:me", "传真 0755", "x = y: z"]),
    PointKind.WEBSITE: st.sampled_from(["www.example.com", "https://example.com/?a=1&b=2", "例子.中国"]),
}

labels = st.sampled_from(["", "", "办公", "home (old)", "a: b", "x = y"])


def points(*kinds: PointKind) -> st.SearchStrategy[tuple[ContactPoint, ...]]:
    one = st.sampled_from(kinds).flatmap(
        lambda kind: st.builds(ContactPoint, st.just(kind), values[kind], labels, primary=st.booleans())
    )
    return st.lists(one, max_size=4).map(tuple)


contacts = st.builds(
    Contact,
    name=words,
    role=st.sampled_from(ContactRole),
    title=blank_or_words,
    department=blank_or_words,
    birthday=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2020, 1, 1)),
    notes=lines,
    primary=st.booleans(),
    points=points(*values),
)
address_labels = st.sampled_from(["", "发货", "a: b"])
addresses = st.one_of(
    st.builds(
        Address,
        st.sampled_from(["440305", "440306", "310115", "419001", "810000", "659001"]),
        st.one_of(blank_or_words, st.just("广东省深圳市南山区科技园1号")),
        st.sampled_from(["", "518000"]),
        address_labels,
    ),
    st.builds(
        Address,
        st.just(""),
        st.sampled_from(["Baker Street 221b", "科技园1号"]),
        st.sampled_from(["", "NW1 6XE"]),
        address_labels,
    ),
)
important = st.builds(
    ImportantDate,
    st.sampled_from(["生日", "Birthday", "成立日期", "Founded", "合同周年", "a: b", "公司生日"]),
    dates,
    st.sampled_from([False, False, True]),
)
drafts = st.builds(
    CustomerDraft,
    name=words,
    kind=st.sampled_from(CustomerKind),
    short_name=blank_or_words,
    credit_code=st.sampled_from(["", "", "91350100M000100Y43"]),
    id_number=st.sampled_from(["", "G12345678", "AB" + "9" * 28]),
    industry=st.one_of(st.sampled_from(["", "retail", "other"]), words),
    size=st.sampled_from(["", "1-19", "1000+", "三个人"]),
    occupation=blank_or_words,
    source=st.one_of(st.sampled_from(["", "referral"]), words),
    stage=st.sampled_from(Stage),
    preferred_channel=st.sampled_from(["", "wechat", "phone"]),
    price_sensitivity=st.sampled_from(Level),
    relationship=st.sampled_from(Level),
    needs=lines,
    next_step=blank_or_words,
    next_step_on=st.none() | dates,
    notes=lines,
    points=points(*values),
    addresses=st.lists(addresses, max_size=3, unique_by=lambda one: (one.region, one.street, one.postcode)).map(tuple),
    dates=st.lists(important, max_size=3, unique_by=lambda date: match_header(date.label) or date.label).map(tuple),
    contacts=st.lists(contacts, max_size=3).map(tuple),
    tags=st.lists(st.one_of(single, st.sampled_from(["重点 客户", "VIP", "C++"])), max_size=3).map(tuple),
)
people = st.tuples(st.integers(-1, 2), st.integers(-1, 0))
# The day of the last look, whether it is a key customer, and who looks after it.
standings = st.tuples(st.none() | dates, st.booleans(), people)


@pytest.fixture
def other(db: Database, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty database of the other kind."""
    target = tmp_path / "other.crmdb" if db.dialect == "postgresql" else str(request.getfixturevalue("pg_url"))
    database = open_database(target, create=True)
    yield database
    database.close()


def everything(db: Database) -> list[Customer]:
    with db.read() as session:
        ids = session.scalars(
            select(CustomerEntity.id).where(*matching(session, CustomerFilter())).order_by(CustomerEntity.number)
        )
        return [get_customer(session, key) for key in ids]


def carried(customer: Customer) -> dict[str, Any]:
    """All of a customer that a file carries."""
    draft = customer.draft
    address = first_address(draft.addresses)
    plain = (
        "name", "kind", "short_name", "credit_code", "id_number", "industry", "size", "occupation", "source", "stage",
        "preferred_channel", "price_sensitivity", "relationship", "needs", "next_step", "next_step_on", "notes",
    )  # fmt: skip
    return {field: getattr(draft, field) for field in plain} | {
        "number": customer.number,
        "owner": tidy(customer.owner_name),
        "team": tidy(customer.team_name),
        "verified_on": customer.verified_on,
        "key": (customer.is_key, tidy(customer.key_person), tidy(customer.key_team)),
        "points": {kind: of_kind(draft.points, kind) for kind in values},
        "addresses": sorted((a.region, a.street, a.postcode, a.label, a is address) for a in draft.addresses),
        "dates": {(date.label, date.on, date.lunar) for date in draft.dates},
        "tags": set(draft.tags),
        "contacts": distinct(
            [*told(c, draft), *(of_kind(c.points, kind) for kind in values)]
            for c in sorted(draft.contacts, key=lambda c: not c.primary)
        ),
    }


def told(contact: Contact, draft: CustomerDraft) -> list[Any]:
    above = next((one.name for one in draft.contacts if one.id == contact.reports_to), "")
    return [contact.name, contact.title, contact.department, contact.role, contact.birthday, contact.notes, above]


def reporting(draft: CustomerDraft, above: tuple[int, int]) -> CustomerDraft:
    """The contact persons report to others of them, where each has a name of its own; what comes round is left out."""
    people = [replace(one, id=new_id()) for one in normalise(draft).contacts]
    if len({name_key(one.name) for one in people}) < len(people) or not all(name_key(one.name) for one in people):
        return draft
    for at, boss in zip(range(len(people)), (above[0], above[1], above[0] - 1), strict=False):
        if 0 <= boss < len(people) and boss != at:
            new = replace(people[at], reports_to=people[boss].id)
            if check_reporting(new, (*people[:at], new, *people[at + 1 :])) is None:
                people[at] = new
    return replace(draft, contacts=tuple(people))


# Who reports to whom, by their places.
bosses = st.tuples(st.integers(-1, 2), st.integers(-1, 2))
archives = st.lists(st.tuples(st.builds(reporting, drafts, bosses), people, standings), min_size=1, max_size=4)


def differing(some: list[Customer], others: list[Customer]) -> list[tuple[str, Any, Any]]:
    """What the customers do not have alike."""
    pairs = [(carried(one), carried(other)) for one, other in zip(some, others, strict=True)]
    return [(name, one[name], other[name]) for one, other in pairs for name in one if one[name] != other[name]]


def of_kind(given: tuple[ContactPoint, ...], kind: PointKind) -> list[tuple[str, str]]:
    return [(p.value, p.label) for p in sorted(given, key=lambda p: not p.primary) if p.kind == kind]


def distinct(given: Iterator[list[Any]]) -> list[list[Any]]:
    """Contact persons, without those that say nothing which one of the same name before has not said."""
    found: list[list[Any]] = []
    for contact in given:
        if not any(all(not mine or mine == theirs for mine, theirs in zip(contact, old, strict=True)) for old in found):
            found.append(contact)
    return found


def undo_all(db: Database) -> None:
    while True:
        try:
            db.execute(undo_change_set)
        except UserError:
            return


def counts(db: Database, path: Path) -> tuple[int, int, int]:
    result = run_import(db, path).value
    assert result.problems == ()
    return result.created, result.changed, result.unchanged


Pair = tuple[int, int]


def fill(db: Database, archive: list[tuple[CustomerDraft, Pair, tuple[dt.date | None, bool, Pair]]]) -> int:
    users = [db.execute(save_user, name).value for name in ("王伟", "Ａnn  O'Neil", "=me")]
    team = db.execute(add_team, "华南  一组").value
    stored = 0
    for draft, (owner, group), (verified, key, (named, named_team)) in archive:
        held = replace(draft, owner_id=None if owner < 0 else users[owner], team_id=None if group < 0 else team)
        if not validate(normalise(held)):
            saved = db.execute(save_customer, held).value
            if verified:
                db.execute(verify_customer, saved, verified)
            if key:
                keeper = None if named < 0 else users[named]
                kept_by = None if named_team < 0 else team
                db.execute(set_key_customers, Selection.of(saved), keeper, kept_by)
            stored += 1
    return stored


# An example fills two databases: making a failing one smaller would take longer than reading it.
@examples(8, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(archives, st.sampled_from(["xlsx", "csv"]), st.sampled_from(["zh_CN", "en"]))
def test_an_archive_comes_whole_into_an_empty_database_and_then_changes_nothing(
    db: Database, other: Database, tmp_path: Path, archive: Any, kind: str, language: str
) -> None:
    try:
        count = fill(db, archive)
        path = tmp_path / f"out.{kind}"
        with db.read() as session:
            export_customers(session, path, language=language)
        before = everything(db)
        assert counts(other, path) == (count, 0, 0)
        assert differing(everything(other), before) == []
        assert counts(other, path) == (0, 0, count)
        assert counts(db, path) == (0, 0, count)
        assert everything(db) == before
    finally:
        undo_all(db)
        undo_all(other)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_sample_comes_whole_into_an_empty_database(
    db: Database, other: Database, tmp_path: Path, language: str
) -> None:
    db.execute(write_sample, 400, 11, language)
    with db.read() as session:
        export_customers(session, tmp_path / "a.xlsx", language=language)
    assert counts(other, tmp_path / "a.xlsx") == (400, 0, 0)
    assert [carried(c)["name"] for c in everything(other)] == [carried(c)["name"] for c in everything(db)]
    assert counts(other, tmp_path / "a.xlsx") == (0, 0, 400)
    assert counts(db, tmp_path / "a.xlsx") == (0, 0, 400)
    with other.read() as session:
        assert check_search(session) == ()
