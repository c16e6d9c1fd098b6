"""Contact cards: what is written comes back by the import, and other programs can read it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.db.database import Database
from desktop_crm.models.exchange.card_lines import cards
from desktop_crm.models.exchange.cards_out import LINE, escaped, folded
from desktop_crm.models.exchange.customer_export import export_customers
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.customers import find_customer, get_customer
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerDraft,
    CustomerKind,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.records.exports import ExportRequest

COMPANY = CustomerDraft(
    name="云杉; 贸易, 有限公司",
    notes="第一行\n第二行，很长" + "很长" * 60,
    points=(
        ContactPoint(PointKind.PHONE, "+8675528780808;ext=12", primary=True),
        ContactPoint(PointKind.EMAIL, "office@example.com", label="总部"),
        ContactPoint(PointKind.WEBSITE, "https://example.com/?a=1&b=2"),
        ContactPoint(PointKind.QQ, "123456"),
    ),
    addresses=(Address("440305", "科技园1号", "518000", primary=True),),
    contacts=(
        Contact(
            "王伟",
            title="经理",
            department="采购部",
            birthday=dt.date(1980, 5, 6),
            points=(
                ContactPoint(PointKind.PHONE, "+8613900139000", primary=True),
                ContactPoint(PointKind.WECHAT, "wangwei"),
            ),
        ),
        Contact("Ann O'Neil"),
    ),
)
PERSON = CustomerDraft(
    name="林一",
    kind=CustomerKind.PERSON,
    points=(ContactPoint(PointKind.PHONE, "+8613700137000", primary=True),),
    dates=(ImportantDate("生日", dt.date(1990, 2, 3)),),
    tags=("重点", "VIP"),
)


@pytest.mark.parametrize("version", ["4.0", "3.0"])
def test_cards_come_back_as_the_same_customers(db: Database, tmp_path: Path, version: str) -> None:
    for draft in (COMPANY, PERSON):
        db.execute(save_customer, draft)
    path = tmp_path / "cards.vcf"
    with db.read() as session:
        assert export_customers(session, path, ExportRequest(vcard=version), language="zh_CN") == 2
    lines = path.read_bytes().split(b"\r\n")
    assert all(len(line) <= LINE for line in lines)
    assert f"VERSION:{version}".encode() in lines
    other = open_database(tmp_path / "other.crmdb", create=True)
    try:
        result = run_import(other, path).value
        assert (result.problems, result.created) == ((), 2)
        with other.read() as session:
            company = get_customer(session, find_customer(session, COMPANY.name)).draft
            person = get_customer(session, find_customer(session, "林一")).draft
    finally:
        other.close()
    assert company.notes == COMPANY.notes
    assert {(p.kind, p.value) for p in company.points} == {(p.kind, p.value) for p in COMPANY.points}
    assert [(a.region, a.street, a.postcode) for a in company.addresses] == [("440305", "科技园1号", "518000")]
    assert [(c.name, c.title, c.department, c.birthday) for c in company.contacts] == [
        ("王伟", "经理", "采购部", dt.date(1980, 5, 6)),
        ("Ann O'Neil", "", "", None),
    ]
    assert {p.value for p in company.contacts[0].points} == {"+8613900139000", "wangwei"}
    assert person.kind is CustomerKind.PERSON
    assert set(person.tags) == {"重点", "VIP"}
    assert [date.on for date in person.dates] == [dt.date(1990, 2, 3)]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_survives_folding_and_escaping(text: str) -> None:
    text = text.strip() or "x"
    written = f"BEGIN:VCARD\r\nVERSION:4.0\r\n{folded(f'NOTE:{escaped(text)}')}\r\nEND:VCARD\r\n".encode()
    assert all(len(line) <= LINE for line in written.split(b"\r\n"))
    (card,) = cards(written.split(b"\r\n"), "utf-8")
    assert [p.text for p in card.all("NOTE")] == [text]
