"""Looks a file through before it is imported: what its columns are, and which of its values nobody here knows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.entities.customers import TagEntity
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.exchange.cell_values import ENUMS, read_date, split_values
from desktop_crm.models.exchange.cells import Cell, Flawed, Row, as_text
from desktop_crm.models.exchange.customer_cells import mended, suggested_columns
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.queries.import_profiles import recognised
from desktop_crm.models.queries.standards import agreed_values
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.choices import CHOICES, label, parse
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import PointKind
from desktop_crm.models.records.import_kinds import CUSTOMER_KIND, ImportKind
from desktop_crm.models.records.import_setup import ColumnChoice, ImportProfile, ImportSetup, NewField, ValueChoice
from desktop_crm.models.records.imports import MOST_OPTIONS, ColumnSummary, FoundOptions, Survey, UnknownValue
from desktop_crm.models.records.likely_values import likely
from desktop_crm.models.text.custom_values import encode
from desktop_crm.models.text.emails import normalise_email
from desktop_crm.models.text.names import fold, tidy
from desktop_crm.models.text.phones import normalise_phone
from desktop_crm.models.text.regions import read_region

MISSING_REQUIRED = QT_TRANSLATE_NOOP("messages", "No column fills “{field}” yet. Each row needs it.")
SAMPLES = 5
DISTINCT = 2_000  # different values of a column that are counted one by one
_OPEN = ("industry", "size", "source", "occupation")
_YES_NO = frozenset(["是", "否", "有", "无", "yes", "no", "true", "false", "y", "n", "对", "错", "√", "×"])
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
LOOKING = Message(QT_TRANSLATE_NOOP("messages", "Looking through the file…"))


def suggest(
    header: Sequence[str], fields: Sequence[CustomField] = (), profiles: Sequence[ImportProfile] = ()
) -> tuple[ImportSetup, ImportProfile | None]:
    """The setup to begin with, and the profile that it comes from: one made for such a header, else what the names of
    the columns say."""
    profile = recognised(profiles, header)
    if profile is not None:
        return as_profile(profile, header, fields), profile
    return ImportSetup(columns=suggested_columns(header, fields)), None


def as_profile(profile: ImportProfile, header: Sequence[str], fields: Sequence[CustomField] = ()) -> ImportSetup:
    """What a profile says of a file with such a header; columns that it does not know are not imported."""
    setup = profile.setup.for_header(header)
    known = {column.place for column in setup.columns}
    rest = tuple(one for one in suggested_columns(header, fields) if one.place not in known)
    columns = (*setup.columns, *(replace(one, field="") for one in rest))
    return replace(setup, columns=tuple(sorted(columns, key=lambda one: one.place)))


def missing_fields(setup: ImportSetup, kind: ImportKind = CUSTOMER_KIND) -> tuple[Message, ...]:
    """What no column and no fixed value fills although a record needs it."""
    mapped = {column.field for column in setup.columns} | {column.also for column in setup.columns}
    mapped |= {one.field for one in setup.fixed}
    if mapped & set(kind.required):
        return ()
    first = kind.field(kind.required[0])
    return (Message(MISSING_REQUIRED, {"field": first.label}),) if first else ()


def proposed_field(column: ColumnChoice, samples: Sequence[str], filled: int = 0) -> NewField:
    """A custom field for a column that fits none: its name, and a type guessed from its values."""
    kind = guessed_type(samples, filled)
    options = tuple(dict.fromkeys(samples)) if kind == FieldType.CHOICE else ()
    return NewField(tidy(column.header), kind, options)


def guessed_type(samples: Iterable[str], filled: int = 0, distinct: int = 0) -> str:
    """What kind of field values are of. A few short texts that come again and again are the options of a choice;
    `distinct` counts the different values, where there are more than the samples."""
    values = [text for text in dict.fromkeys(samples) if text]
    if not values:
        return FieldType.TEXT
    tests: tuple[tuple[FieldType, Callable[[str], object]], ...] = (
        (FieldType.YES_NO, lambda text: text.casefold() in _YES_NO),
        (FieldType.EMAIL, normalise_email),
        (FieldType.URL, _URL.fullmatch),
        (FieldType.DATE, read_date),
        (FieldType.PHONE, lambda text: len(text) >= 7 and not text.startswith("0.") and normalise_phone(text)),
        (FieldType.NUMBER, lambda text: _is_number(text) and not (text.startswith("0") and len(text) > 1)),
    )
    for kind, test in tests:
        if all(test(text) for text in values):
            return kind
    if any("\n" in text or len(text) > 100 for text in values):
        return FieldType.LONG_TEXT
    distinct = max(distinct, len(values))
    few = distinct <= MOST_OPTIONS and filled >= 5 * distinct
    return FieldType.CHOICE if few and all(len(text) <= 20 for text in values) else FieldType.TEXT


def _is_number(text: str) -> bool:
    try:
        encode(FieldType.NUMBER, text)
    except ValueError:
        return False
    return True


def found_options(
    rows: Iterable[Row], place: int, *, several: bool = False, monitor: Monitor | None = None, height: int = 0
) -> FoundOptions:
    """The options of a choice (with `several`: of which a cell may name more than one) that a column makes."""
    labels: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        if monitor is not None and not number % 5_000:
            monitor.report(number, max(number, height) if height else 0, LOOKING)
        value = row.cells[place] if place < len(row.cells) else ""
        if not value or isinstance(value, Flawed):
            continue
        text = tidy(as_text(value))
        for one in split_values(PointKind.OTHER, text) if several else (text,):
            if len(labels) < DISTINCT:
                labels.setdefault(fold(one), one)
    return FoundOptions(tuple(islice(labels.values(), MOST_OPTIONS)), len(labels))


def count_filled(rows: Iterable[Row], width: int, monitor: Monitor, *, height: int = 0) -> tuple[int, tuple[int, ...]]:
    """The number of rows, and of those that have something in each column."""
    total, filled = 0, [0] * width
    for row in rows:
        total += 1
        if not total % 5_000:
            monitor.report(total, max(total, height) if height else 0, LOOKING)
        for place, value in enumerate(row.cells[:width]):
            if value:
                filled[place] += 1
    return total, tuple(filled)


def survey(
    session: Session,
    header: Sequence[str],
    rows: Iterable[Row],
    setup: ImportSetup,
    monitor: Monitor | None = None,
    *,
    height: int = 0,
) -> Survey:
    """Looks through all rows once: how far each column is filled, its values, and those that nobody here knows.
    `height`: about how many rows there are, 0 where that is not known."""
    counts: list[Counter[str]] = [Counter() for _ in header]
    filled = [0] * len(header)
    fixes: dict[int, dict[int, str]] = defaultdict(dict)
    for fix in setup.fixes:
        fixes[fix.row][fix.place] = fix.text
    total = 0
    for row in rows:
        total += 1
        if monitor is not None and not total % 5_000:
            monitor.report(total, max(total, height) if height else 0, LOOKING)
        cells: Sequence[Cell] = mended(row.cells, fixes[row.number]) if row.number in fixes else row.cells
        for place, value in enumerate(cells[: len(header)]):
            if value:
                filled[place] += 1
                text = value if type(value) is str else as_text(value)
                column = counts[place]
                if text in column or len(column) < DISTINCT:
                    column[text] += 1
    columns = tuple(
        ColumnSummary(
            place, name, filled[place], tuple(list(counts[place])[:SAMPLES]), guessed_type(counts[place], filled[place])
        )
        for place, name in enumerate(header)
    )
    unknown = list(_unknown(session, setup, counts))
    return Survey(total, columns, tuple(sorted(unknown, key=lambda one: (one.field, -one.count, one.text))))


def _unknown(session: Session, setup: ImportSetup, counts: Sequence[Counter[str]]) -> Iterator[UnknownValue]:
    fields = {field.field_id: field for field in custom_fields(session)}
    chosen: dict[str, set[str]] = defaultdict(set)
    for one in setup.values:
        chosen[one.field].add(fold(one.text))
    known = _Known(session)
    for column in setup.columns:
        if column.place >= len(counts) or not column.field:
            continue
        texts: Counter[str] = Counter()
        for text, count in counts[column.place].items():
            for part in known.parts(column.field, text):
                texts[part] += count
        custom = fields.get(column.field)
        for text, count in texts.items():
            if fold(text) in chosen[column.field] or known.knows(column.field, custom, text):
                continue
            near, shown = known.nearest(column.field, custom, text)
            yield UnknownValue(column.field, text, count, near, shown)


class _Known:
    """The values that the database knows, by field."""

    def __init__(self, session: Session) -> None:
        used = filter_choices(session).values
        agreed = agreed_values(session)
        self._values: dict[str, dict[str, str]] = {
            name: {fold(value): value for value in (*agreed.get(name, ()), *used.get(name, ()))} for name in _OPEN
        }
        named: tuple[tuple[str, type[UserRow] | type[TeamRow]], ...] = (
            *((name, UserRow) for name in ("owner", "key_user")),
            *((name, TeamRow) for name in ("team", "key_team")),
        )
        for name, table in named:
            rows = session.scalars(select(table.name).where(table.deleted_at.is_(None)))
            self._values[name] = {fold(one): one for one in rows}
        self._values["tags"] = {key: name for key, name in session.execute(select(TagEntity.name_key, TagEntity.name))}

    def parts(self, field: str, text: str) -> Iterable[str]:
        return split_values(PointKind.OTHER, text) if field == "tags" else (text,)

    def knows(self, field: str, custom: CustomField | None, text: str) -> bool:
        """Whether a value is known; of fields that take anything, every value is."""
        if custom is not None:
            if custom.type not in (FieldType.CHOICE, FieldType.CHOICES):
                return True
            try:
                encode(custom.type, text, custom.pairs)
            except ValueError:
                return False
            return True
        name = field.removeprefix("contact_")
        if name in ENUMS or name == "preferred_channel":
            return parse(name, text) is not None
        if field in ("region", "province"):
            code, left = read_region(text)
            return bool(code) and not left
        if field in self._values:
            return fold(text) in self._values[field] or (field in CHOICES and parse(field, text) is not None)
        return True

    def nearest(self, field: str, custom: CustomField | None, text: str) -> tuple[str, Message | None]:
        """The known value that this one probably means, or that looks most like it."""
        from rapidfuzz import fuzz, process

        name = field.removeprefix("contact_")
        if custom is None and (code := likely(field, text)):
            return code, label(name, code)
        if custom is not None:
            options: Mapping[str, str] = {option.label: option.label for option in custom.options}
        elif field in self._values:
            options = {value: value for value in self._values[field].values()}
        else:
            options = {}
        options = {**options, **{code: code for code in CHOICES.get(name, {})}}
        found = process.extractOne(text, list(options), scorer=fuzz.WRatio, score_cutoff=75)
        if found is None:
            return "", None
        value = options[found[0]]
        return value, label(name, value) if name in CHOICES else Message("{text}", {"text": value})


def taking_nearest(unknown: Iterable[UnknownValue]) -> tuple[ValueChoice, ...]:
    """Choices that take the nearest known value wherever there is one."""
    return tuple(ValueChoice(one.field, one.text, value=one.near) for one in unknown if one.near)
