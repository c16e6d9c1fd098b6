"""The columns of the customer list."""

from __future__ import annotations

from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.models.records.listed import CustomerRow, customer_code
from desktop_crm.ui.pages.customers.wording import Days, Lexicon, choice_text, stage_tone
from desktop_crm.ui.tables.columns import Column

Row = CustomerRow


def customer_columns(words: Lexicon, days: Days) -> tuple[Column[Row], ...]:
    """Every column, the usual ones visible."""
    return (*_who(words), *_what(days), *_when(days))


def _who(words: Lexicon) -> list[Column[Row]]:
    return [
        Column("name", F["name"], lambda row: row.name, 304, sort="name", avatar=True, strong=True),
        Column("number", F["number"], lambda row: customer_code(row.number), 104, sort="number"),
        Column("kind", F["kind"], lambda row: choice_text("kind", row.kind), 96, sort="kind", visible=False),
        Column(
            "stage",
            F["stage"],
            lambda row: choice_text("stage", row.stage),
            104,
            sort="stage",
            chips=lambda row: ((choice_text("stage", row.stage), stage_tone(row.stage)),),
        ),
        Column("owner", F["owner"], lambda row: row.owner_name, 112, sort="owner"),
        Column("phone", F["phone"], lambda row: words.phone(row.phone), 160, sort="phone"),
        Column("email", F["email"], lambda row: row.email, 192, sort="email", visible=False),
        Column(
            "region",
            F["region"],
            lambda row: words.region(row.region),
            208,
            sort="region",
            tip=lambda row: words.region(row.region),
        ),
        Column(
            "tags",
            F["tags"],
            lambda row: ", ".join(tag.name for tag in row.tags),
            184,
            chips=lambda row: [(tag.name, tag.colour) for tag in row.tags],
        ),
    ]


def _what(days: Days) -> list[Column[Row]]:
    return [
        Column("next_step", F["next_step"], lambda row: row.next_step, 184, tip=lambda row: row.next_step),
        Column(
            "next_step_on",
            F["next_step_on"],
            lambda row: days.text(row.next_step_on),
            120,
            sort="next_step_on",
            colour=lambda row: "danger" if days.overdue(row.next_step_on) else "",
        ),
        Column("source", F["source"], lambda row: choice_text("source", row.source), 120, sort="source", visible=False),
        Column(
            "industry",
            F["industry"],
            lambda row: choice_text("industry", row.industry),
            160,
            sort="industry",
            visible=False,
        ),
        Column("size", F["size"], lambda row: choice_text("size", row.size), 144, sort="size", visible=False),
        Column("occupation", F["occupation"], lambda row: row.occupation, 128, sort="occupation", visible=False),
    ]


def _when(days: Days) -> list[Column[Row]]:
    return [
        Column(
            "created_at", F["created_at"], lambda row: days.text(row.created_at), 120, sort="created_at", visible=False
        ),
        Column("updated_at", F["updated_at"], lambda row: days.text(row.updated_at), 120, sort="updated_at"),
    ]
