"""What a file is taken for before anybody chooses: its columns, its unknown values, and a field for what fits none."""

from __future__ import annotations

import pytest

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.import_profiles import save_profile
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.db.database import Database
from desktop_crm.models.exchange.cells import Row
from desktop_crm.models.exchange.suggesting import (
    guessed_type,
    missing_fields,
    proposed_field,
    suggest,
    survey,
    taking_nearest,
)
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.import_profiles import import_profiles
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.import_setup import (
    ColumnChoice,
    FixedValue,
    ImportSetup,
    Mode,
    fingerprint,
    setup_from_text,
    setup_to_text,
)


def test_columns_are_known_by_their_names_and_by_custom_fields(db: Database) -> None:
    db.execute(save_field, FieldDraft("会员等级", FieldType.CHOICE, options=(Option("", "金"),)))
    with db.read() as session:
        fields = custom_fields(session)
    setup, profile = suggest(("公司名称", "手机", "会员等级", "胡言"), fields)
    assert [c.field for c in setup.columns] == ["name", "mobile", fields[0].field_id, ""]
    assert profile is None
    assert missing_fields(setup) == ()


def test_what_no_column_fills_is_said_at_once() -> None:
    setup, _ = suggest(("手机",))
    assert [text.args["field"].plain() for text in missing_fields(setup)] == ["Name"]  # type: ignore[union-attr]
    assert missing_fields(ImportSetup(columns=setup.columns, fixed=(FixedValue("name", "x"),))) == ()


def test_a_profile_knows_its_header_again_in_another_order(db: Database) -> None:
    header = ("A", "B", "C")
    columns = (ColumnChoice(0, "A", "name"), ColumnChoice(1, "B", "phone"), ColumnChoice(2, "C"))
    db.execute(save_profile, "旧系统", ImportSetup(columns=columns, mode=Mode.CREATE), header)
    with db.read() as session:
        profiles = import_profiles(session)
    setup, profile = suggest(("c", "a", "b"), (), profiles)
    assert profile == profiles[0]
    assert [(c.place, c.field) for c in setup.columns] == [(0, ""), (1, "name"), (2, "phone")]
    assert setup.mode is Mode.CREATE
    assert suggest(("a", "b"), (), profiles)[1] is None
    assert fingerprint(header) == fingerprint(("Ｃ", "a", "b", ""))


def test_unknown_values_are_listed_once_with_their_counts(db: Database) -> None:
    db.execute(save_user, "王小明")
    db.execute(save_customer, CustomerDraft(name="甲", industry="养蜂"))
    header = ("名称", "客户经理", "行业", "阶段", "地区", "标签")
    rows = [
        ["甲", "王小明", "养蜂", "维护", "广东省", "重点"],
        ["乙", "王小名", "零售业务", "快成了", "某地", "重点、VIP"],
        ["丙", "王小名", "零售业务", "意向客户", "某地", ""],
    ]
    setup, _ = suggest(header)
    with db.read() as session:
        found = survey(session, header, (Row(i, list(row)) for i, row in enumerate(rows, 2)), setup)
    assert (found.rows, [c.filled for c in found.columns]) == (3, [3, 3, 3, 3, 3, 2])
    assert found.columns[1].samples == ("王小明", "王小名")
    unknown = {(one.field, one.text): (one.count, one.near) for one in found.unknown}
    assert unknown == {
        ("industry", "零售业务"): (2, ""), ("owner", "王小名"): (2, unknown[("owner", "王小名")][1]),
        ("region", "某地"): (2, ""), ("stage", "快成了"): (1, ""), ("stage", "意向客户"): (1, "acquire"),
        ("tags", "VIP"): (1, ""), ("tags", "重点"): (2, ""),
    }  # fmt: skip
    for choice in taking_nearest(found.unknown):
        assert choice.value


@pytest.mark.parametrize(
    ("values", "filled", "expected"),
    [
        (("是", "否"), 9, FieldType.YES_NO),
        (("a@example.com",), 1, FieldType.EMAIL),
        (("https://example.com",), 1, FieldType.URL),
        (("2026-03-01", "2026年3月2日"), 2, FieldType.DATE),
        (("13800138000", "0755-28780808"), 2, FieldType.PHONE),
        (("12", "3.5", "1,200"), 3, FieldType.NUMBER),
        (("007", "012"), 2, FieldType.TEXT),
        (("金", "银"), 40, FieldType.CHOICE),
        (("金", "银"), 2, FieldType.TEXT),
        (("一\n二",), 1, FieldType.LONG_TEXT),
        ((), 0, FieldType.TEXT),
    ],
)
def test_the_type_of_a_new_field_is_guessed_from_its_values(
    values: tuple[str, ...], filled: int, expected: FieldType
) -> None:
    assert guessed_type(values, filled) == expected
    new = proposed_field(ColumnChoice(0, " 等级 "), values, filled)
    assert (new.name, new.options) == ("等级", values if expected is FieldType.CHOICE else ())


def test_a_setup_comes_back_from_text_and_nonsense_is_the_default() -> None:
    setup = ImportSetup(columns=(ColumnChoice(0, "A", new_field=proposed_field(ColumnChoice(0, "A"), ("1",))),))
    assert setup_from_text(setup_to_text(setup)) == setup
    assert setup_from_text("[") == ImportSetup()
    assert setup_from_text('{"mode": "?", "dates": "day"}').mode is Mode.BOTH
