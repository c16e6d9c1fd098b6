"""What stands on the paper: a customer's file in words, section by section."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_crm.controllers.i18n import format_date, format_datetime, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.custom_fields import sections
from desktop_crm.models.records.customer_file import CustomerFile, RelatedCustomer
from desktop_crm.models.records.customers import Contact, Customer, CustomerKind, customer_code
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.models.records.fields import PERSON_NAME
from desktop_crm.ui.pages.customers.custom_form import NO_SECTION
from desktop_crm.ui.pages.customers.custom_words import YES_WORD, custom_text
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_text
from desktop_crm.ui.pages.files.tab import size_words

KEY_DATA = Message(QT_TRANSLATE_NOOP("messages", "Key data"))
PREFERENCES = Message(QT_TRANSLATE_NOOP("messages", "Preferences"))
RELATIONS = Message(QT_TRANSLATE_NOOP("messages", "Relations"))
FILES = Message(QT_TRANSLATE_NOOP("messages", "Files"))
CHANGES = Message(QT_TRANSLATE_NOOP("messages", "Changes"))
MAIN = Message(QT_TRANSLATE_NOOP("messages", "main"))
LUNAR = Message(QT_TRANSLATE_NOOP("messages", "lunar calendar"))
ADDRESS = Message(QT_TRANSLATE_NOOP("messages", "Address"))
BIRTHDAY = QT_TRANSLATE_NOOP("messages", "Birthday {date}")
PRINTED = QT_TRANSLATE_NOOP("messages", "Printed on {date}")
UNDONE = QT_TRANSLATE_NOOP("messages", "{title} (undone)")
RELATION_KINDS: dict[tuple[str, bool], Message] = {
    ("parent", False): Message(QT_TRANSLATE_NOOP("messages", "Parent company")),
    ("parent", True): Message(QT_TRANSLATE_NOOP("messages", "Subsidiary")),
    ("referred_by", False): Message(QT_TRANSLATE_NOOP("messages", "Referred by")),
    ("referred_by", True): Message(QT_TRANSLATE_NOOP("messages", "Has referred")),
    ("partner", False): Message(QT_TRANSLATE_NOOP("messages", "Partner")),
    ("partner", True): Message(QT_TRANSLATE_NOOP("messages", "Partner")),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A name and what it is. `strong` names stand out; `markdown` takes the whole width."""

    name: str
    value: str
    strong: bool = False
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """`facts` is the line below the title, `printed` the left end of the foot."""

    title: str
    code: str
    facts: str
    printed: str
    sections: tuple[Section, ...]


def content_of(file: CustomerFile, words: Lexicon, *, changes: bool = False) -> Content:
    """The file in the interface's language, without what is empty."""
    customer = file.customer
    draft = customer.draft
    parts = [
        Section(text(KEY_DATA), _key_data(customer)),
        Section(text(F["points"]), _points(customer, words)),
        Section(text(F["contacts"]), tuple(_contact(one, words) for one in draft.contacts)),
        Section(text(F["addresses"]), _addresses(customer, words)),
        Section(text(F["dates"]), _dates(customer)),
        Section(text(PREFERENCES), _preferences(customer)),
        *_custom(customer, words),
        Section(text(RELATIONS), tuple(_relation(one) for one in file.relations)),
        Section(text(F["notes"]), (Row("", draft.notes, markdown=True),) if draft.notes.strip() else ()),
        Section(text(FILES), tuple(Row(size_words(one.size), _with_note(one.name, one.note)) for one in file.files)),
    ]
    if changes:
        parts.append(Section(text(CHANGES), _changes(file)))
    facts = (choice_text("kind", draft.kind), choice_text("stage", draft.stage), customer.owner_name)
    now = dt.datetime.now(dt.UTC)
    return Content(
        title=draft.name,
        code=customer.code,
        facts="  ·  ".join(one for one in (customer.code, *facts) if one),
        printed=text(Message(PRINTED, {"date": format_datetime(now)})),
        sections=tuple(one for one in parts if one.rows),
    )


def _filled(*pairs: tuple[Message, str]) -> tuple[Row, ...]:
    return tuple(Row(text(name), value) for name, value in pairs if value)


def _key_data(customer: Customer) -> tuple[Row, ...]:
    draft = customer.draft
    company = draft.kind == CustomerKind.COMPANY
    step = "  ".join(p for p in (draft.next_step, format_date(draft.next_step_on) if draft.next_step_on else "") if p)
    return _filled(
        (F["name"] if company else PERSON_NAME, draft.name),
        (F["short_name"], draft.short_name),
        (F["credit_code"], draft.credit_code),
        (F["id_number"], draft.id_number),
        (F["industry"], choice_text("industry", draft.industry)),
        (F["size"], choice_text("size", draft.size)),
        (F["occupation"], draft.occupation),
        (F["source"], choice_text("source", draft.source)),
        (F["owner"], customer.owner_name),
        (F["team"], customer.team_name),
        (F["is_key"], _looked_after(customer)),
        (F["tags"], "  ·  ".join(tag.name for tag in customer.tags)),
        (F["next_step"], step),
        (F["created_at"], format_date(customer.created_at.astimezone().date())),
        (F["updated_at"], format_date(customer.updated_at.astimezone().date())),
        (F["verified_on"], format_date(customer.verified_on) if customer.verified_on else ""),
    )


def _looked_after(customer: Customer) -> str:
    """Who looks after a key customer; that it is one, where nobody is named."""
    if not customer.is_key:
        return ""
    return "  ·  ".join(one for one in (customer.key_person, customer.key_team) if one) or text(YES_WORD)


def _custom(customer: Customer, words: Lexicon) -> list[Section]:
    """The administrator's own fields that are filled, by their sections."""
    values, linked = dict(customer.draft.custom), dict(customer.linked)
    found = []
    for title, fields in sections(field for field in customer.fields if field.applies(customer.draft.kind)):
        shown = ((field.name, custom_text(field, values.get(field.slot, ""), words, linked)) for field in fields)
        found.append(Section(title or text(NO_SECTION), tuple(Row(name, value) for name, value in shown if value)))
    return found


def _points(customer: Customer, words: Lexicon) -> tuple[Row, ...]:
    rows = []
    for point in customer.draft.points:
        marks = (point.label, text(MAIN) if point.primary else "")
        shown = "  ·  ".join(one for one in (words.point(point), *marks) if one)
        rows.append(Row(choice_text("point_kind", point.kind), shown))
    return tuple(rows)


def _contact(contact: Contact, words: Lexicon) -> Row:
    work = (choice_text("role", contact.role), contact.title, contact.department)
    lines = ["  ·  ".join(one for one in (*work, text(MAIN) if contact.primary else "") if one)]
    lines += [f"{choice_text('point_kind', point.kind)}  {words.point(point)}" for point in contact.points]
    if contact.birthday:
        lines.append(text(Message(BIRTHDAY, {"date": format_date(contact.birthday)})))
    lines.append(contact.notes)
    return Row(contact.name, "\n".join(one for one in lines if one), strong=True)


def _addresses(customer: Customer, words: Lexicon) -> tuple[Row, ...]:
    return tuple(Row(one.label or text(ADDRESS), words.address(one)) for one in customer.draft.addresses)


def _dates(customer: Customer) -> tuple[Row, ...]:
    return tuple(
        Row(one.label, f"{format_date(one.on)}  ({text(LUNAR)})" if one.lunar else format_date(one.on))
        for one in customer.draft.dates
    )


def _preferences(customer: Customer) -> tuple[Row, ...]:
    draft = customer.draft
    return _filled(
        (F["preferred_channel"], choice_text("preferred_channel", draft.preferred_channel)),
        (F["price_sensitivity"], choice_text("price_sensitivity", draft.price_sensitivity)),
        (F["relationship"], choice_text("relationship", draft.relationship)),
        (F["needs"], draft.needs),
    )


def _relation(one: RelatedCustomer) -> Row:
    kind = RELATION_KINDS.get((one.kind, one.reverse), Message(one.kind))
    return Row(text(kind), _with_note(f"{one.name}  ({customer_code(one.number)})", one.note))


def _with_note(value: str, note: str) -> str:
    return f"{value}\n{note}" if note else value


def _changes(file: CustomerFile) -> tuple[Row, ...]:
    rows = []
    for one in file.changes:
        title = text(Message(UNDONE, {"title": one.title}) if one.undone else one.title)
        rows.append(Row(format_datetime(one.at), f"{title}  ·  {one.who}" if one.who else title))
    return tuple(rows)
