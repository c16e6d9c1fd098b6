"""The list: every sort and filter gives each row once, whichever way one pages."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.commands.customer_bulk import assign_customers, delete_customers
from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.customers import SORT_COLUMNS
from desktop_crm.models.queries.customer_list import count, page, position
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.queries.first_page import keep_first_page, read_first_page
from desktop_crm.models.records.customers import Address, CustomerFilter, CustomerRow, Stage
from desktop_crm.models.records.lists import ListSpec, PageRequest, Selection, Sort
from desktop_crm.models.validation.customers import normalise
from tests.db.makers import add, draft

STAGES = list(Stage)
REGIONS = ["440305", "440106", "310115", ""]


@pytest.fixture
def people(db: Database) -> Database:
    """60 customers with many equal values, so that ties are everywhere."""

    def fill(ctx: CommandContext) -> None:
        drafts = [
            draft(
                f"{'张王李'[i % 3]}记{i % 7}",
                phone=f"1390000{i % 9:04}",
                stage=STAGES[i % 4],
                source=["ads", "referral", ""][i % 3],
                addresses=(Address(REGIONS[i % 4], "街道"),),
                next_step_on=dt.date(2026, 1, 1 + i % 5) if i % 2 else None,
                tags=("VIP",) if i % 5 == 0 else (),
            )
            for i in range(60)
        ]
        insert_customers(ctx, [normalise(d) for d in drafts])

    db.execute(fill)
    anna = db.execute(save_user, "Anna").value
    with db.read() as session:
        some = page(session, ListSpec(), PageRequest(0, limit=20)).rows
    db.execute(assign_customers, Selection.of(*(row.id for row in some)), anna)
    return db


def walk(database: Database, spec: ListSpec, step: int = 7, *, back: bool = False) -> list[CustomerRow]:
    """All rows by keyset steps, forwards or backwards."""
    with database.read() as session:
        total = count(session, spec)
        start = PageRequest(max(total - step, 0) if back else 0, step, total=total)
        current = page(session, spec, start)
        rows = list(current.rows)
        while len(rows) < total:
            if back:
                request = PageRequest(0, step, before=current.first)
                current = page(session, spec, request)
                rows = [*current.rows, *rows]
            else:
                current = page(session, spec, PageRequest(len(rows), step, after=current.last))
                rows += current.rows
            assert current.rows
    return rows


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", sorted(SORT_COLUMNS))
def test_every_sort_pages_forwards_backwards_and_by_jumps_alike(
    people: Database, column: str, descending: bool
) -> None:
    spec = ListSpec(sort=Sort(column, descending))
    with people.read() as session:
        everything = list(page(session, spec, PageRequest(0, 100)).rows)
        jumped = [
            row for offset in range(0, 60, 7) for row in page(session, spec, PageRequest(offset, 7, total=60)).rows
        ]
        places = [position(session, spec, row.id) for row in everything]
    assert len({row.id for row in everything}) == 60
    assert walk(people, spec) == everything
    assert walk(people, spec, back=True) == everything
    assert jumped == everything
    assert places == list(range(60))


def test_names_are_in_pinyin_order_and_phones_in_number_order(people: Database) -> None:
    with people.read() as session:
        names = [row.name[0] for row in page(session, ListSpec(), PageRequest(0, 100)).rows]
        phones = [row.phone for row in page(session, ListSpec(sort=Sort("phone")), PageRequest(0, 100)).rows]
    assert "".join(dict.fromkeys(names)) == "李王张"
    assert phones == sorted(phones)


@given(
    stages=st.sets(st.sampled_from([str(s) for s in STAGES])),
    sources=st.sets(st.sampled_from(["ads", "referral", ""])),
    regions=st.sets(st.sampled_from(["44", "4403", "310115", "99"])),
    tagged=st.booleans(),
)
def test_filters_hold_together_as_they_say(
    people: Database, stages: set[str], sources: set[str], regions: set[str], tagged: bool
) -> None:
    with people.read() as session:
        everything = page(session, ListSpec(), PageRequest(0, 100)).rows
        vip = filter_choices(session).tags[0].id
        assert vip is not None
        wanted = CustomerFilter(
            stages=tuple(stages), sources=tuple(sources), regions=tuple(regions), tags=(vip,) if tagged else ()
        )
        found = page(session, ListSpec(wanted), PageRequest(0, 100)).rows
        assert count(session, ListSpec(wanted)) == len(found)

    def fits(row: CustomerRow) -> bool:
        return (
            (not stages or row.stage in stages)
            and (not sources or row.source in sources)
            and (not regions or any(row.region.startswith(r) for r in regions))
            and (not tagged or bool(row.tags))
        )

    assert [row.id for row in found] == [row.id for row in everything if fits(row)]


def test_customers_without_an_owner_are_a_filter_of_their_own(people: Database) -> None:
    with people.read() as session:
        anna = next(u for u in filter_choices(session).users if u.name == "Anna")
        assert count(session, ListSpec(CustomerFilter(owners=(None,)))) == 40
        assert count(session, ListSpec(CustomerFilter(owners=(anna.id,)))) == 20
        assert count(session, ListSpec(CustomerFilter(owners=(anna.id, None)))) == 60


def test_text_filters_as_search_does(people: Database) -> None:
    add(people, "华为技术有限公司", phone="075528780808")
    with people.read() as session:
        for text in ("hwjs", "huawei", "华为", "技术", "2878"):
            found = page(session, ListSpec(CustomerFilter(text=text)), PageRequest(0, 10)).rows
            assert [row.name for row in found] == ["华为技术有限公司"], text


def test_a_renamed_owner_moves_in_the_owner_order(people: Database) -> None:
    with people.read() as session:
        anna = next(u for u in filter_choices(session).users if u.name == "Anna")
    people.execute(save_user, "左安娜", "", anna.id)
    with people.read() as session:
        last = page(session, ListSpec(sort=Sort("owner", True)), PageRequest(0, 1)).rows[0]
    assert last.owner_name == "左安娜"


def test_deleted_customers_are_in_the_recycle_bin_only(people: Database) -> None:
    people.execute(delete_customers, Selection(spec=ListSpec(CustomerFilter(stages=("lost",)))))
    with people.read() as session:
        assert count(session, ListSpec()) == 45
        assert count(session, ListSpec(CustomerFilter(deleted=True))) == 15


@pytest.mark.parametrize("column", ["name", "updated_at"])
def test_the_first_page_at_start_is_the_first_page(tmp_path, column: str) -> None:
    from desktop_crm.models.opening import open_database

    path = tmp_path / "a.crmdb"
    database = open_database(path, create=True)
    for i in range(5):
        add(database, f"客户{i}", tags=("VIP",) if i else (), phone=f"1380013800{i}")
    with database.read() as session:
        anyone = filter_choices(session).users[0].id
        spec = ListSpec(CustomerFilter(stages=("acquire",), owners=(None, anyone)), Sort(column, True))
        usual = page(session, spec, PageRequest(0, 200))
        keep_first_page(session, path, spec, tmp_path / "cache", 5)
    add(database, "新客户")
    early = read_first_page(path, spec, tmp_path / "cache")
    assert early is not None
    assert early.total == 5
    assert sorted(row.name for row in early.page.rows) == sorted([*(r.name for r in usual.rows), "新客户"])
    with database.read() as session:
        usual = page(session, spec, PageRequest(0, 200))
        assert early.page.rows == usual.rows
        assert early.page.last is not None
        assert not page(session, spec, PageRequest(6, 5, after=early.page.last)).rows
        first = page(session, spec, PageRequest(0, 5, after=early.page.first))
        assert first.rows == usual.rows[1:]
    assert read_first_page(path, ListSpec(), tmp_path / "cache") is None
    database.close()
