"""A filter in words: "Stage is Maintain and Last verified is more than 6 months ago"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.views import FieldChoices
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator, Part
from desktop_crm.models.records.operators import ME, OFFSETS, parse_offset
from desktop_crm.ui.pages.customers.wording import Lexicon

_O = Operator
_NAMED = 4


class Sentences(QObject):
    """Words for fields, comparisons, values and whole filters. `named` comes when customers that links mean can be
    named, which `names_of` finds out."""

    named = Signal()

    def __init__(self, words: Lexicon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.known = FieldChoices()
        self.names_of: Callable[[Sequence[str]], Any] | None = None
        self._links: dict[str, str] = {}
        self._wanted: set[str] = set()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    def learn(self, key: str, name: str) -> None:
        """The name of a customer, by its key in hexadecimal."""
        self._links[key] = name

    def link(self, key: str) -> str:
        """The name of a customer; what is not known yet is asked for."""
        if key not in self._links:
            self._wanted.add(key)
            self._asking.start()
        return self._links.get(key, "…")

    def forget(self) -> None:
        """Another database is open: its customers may have other names."""
        self._links.clear()

    def customers_changed(self, touched: Any) -> None:
        """Customers may have other names now: those that links mean are asked for again, and are called what they were
        until the answer comes."""
        changed = touched.tables["customer"]
        self._wanted |= self._links.keys() if changed is None else {one.hex for one in changed} & self._links.keys()
        if self._wanted:
            self._asking.start()

    def _ask(self) -> None:
        wanted, self._wanted = sorted(self._wanted), set()
        if self.names_of is not None and wanted:
            # What is no customer (any more) is not asked for again.
            self._links = dict.fromkeys(wanted, "…") | self._links
            self.names_of(wanted).then(self._told)

    def _told(self, names: Sequence[tuple[str, str]]) -> None:
        before, self._links = self._links, self._links | dict(names)
        if self._links != before:
            self.named.emit()

    @property
    def fields(self) -> Mapping[str, FieldSpec]:
        return self.known.fields

    def broken(self, part: Part | None) -> tuple[Condition, ...]:
        """The conditions that hold for nobody any more."""
        from desktop_crm.models.validation.conditions import broken

        return broken(self.fields, part)

    def sentence(self, part: Part, *, top: bool = True) -> str:
        """The whole filter as one sentence."""
        if isinstance(part, Condition):
            return self.condition(part)
        parts = [self.sentence(one, top=False) for one in part.parts]
        parts = [one for one in parts if one]
        if part.join is Join.NONE:
            joined = self._joined(parts, Join.ANY)
            return self.tr("not ({rest})").replace("{rest}", joined) if joined else ""
        joined = self._joined(parts, part.join)
        return joined if top or len(parts) < 2 else self.tr("({rest})").replace("{rest}", joined)

    def _joined(self, parts: Sequence[str], join: Join) -> str:
        template = self.tr("{first} and {second}") if join is Join.ALL else self.tr("{first} or {second}")
        return _folded(parts, template)

    def condition(self, condition: Condition) -> str:
        """One condition in words; what cannot be understood any more is named as that."""
        from desktop_crm.models.validation.conditions import understood

        spec = self.fields.get(condition.field)
        if spec is None:
            return self.tr("(a field that was removed)")
        if not understood(self.fields, condition):
            incomplete = self.tr("(incomplete)")
            return f"{text(spec.label)}: {incomplete}"
        return self._phrase(spec, condition)

    def _phrase(self, spec: FieldSpec, condition: Condition) -> str:
        template = self._templates(spec)[condition.operator]
        values = [self.value(spec, condition.operator, value) for value in condition.values]
        if condition.operator is _O.BETWEEN:
            template = template.replace("{low}", values[0]).replace("{high}", values[-1])
        return template.replace("{field}", text(spec.label)).replace("{value}", self._list(condition, values))

    def _list(self, condition: Condition, values: Sequence[str]) -> str:
        shown = list(values[:_NAMED])
        more = len(values) - len(shown)
        if more:
            shown.append(self.tr("{count} more").replace("{count}", str(more)))
        listed = _folded(shown[:-1], self.tr("{first}, {second}"))
        ends = [one for one in (listed, *shown[-1:]) if one]
        return self._joined(ends, Join.ALL if condition.operator is _O.ALL_OF else Join.ANY)

    def _templates(self, spec: FieldSpec) -> dict[Operator, str]:
        day = spec.type in (FieldType.DATE, FieldType.TIME)
        return {
            _O.IS: self.tr("{field} is {value}"),
            _O.ANY_OF: self.tr("{field} is {value}"),
            _O.NONE_OF: self.tr("{field} is not {value}"),
            _O.ALL_OF: self.tr("{field} has {value}"),
            _O.CONTAINS: self.tr("{field} contains “{value}”"),
            _O.NOT_CONTAINS: self.tr("{field} does not contain “{value}”"),
            _O.STARTS_WITH: self.tr("{field} starts with “{value}”"),
            _O.MATCHES: self.tr("{field} fits “{value}”"),
            _O.NOT_MATCHES: self.tr("{field} does not fit “{value}”"),
            _O.LESS: self.tr("{field} is before {value}") if day else self.tr("{field} is less than {value}"),
            _O.LESS_EQUAL: self.tr("{field} is at most {value}"),
            _O.GREATER: self.tr("{field} is after {value}") if day else self.tr("{field} is more than {value}"),
            _O.GREATER_EQUAL: self.tr("{field} is at least {value}"),
            _O.BETWEEN: self.tr("{field} is from {low} to {high}"),
            _O.OLDER_THAN: self.tr("not verified for {value}")
            if spec.id == "verified_on"
            else self.tr("{field} is more than {value} ago or never"),
            _O.WITHIN_LAST: self.tr("{field} is in the last {value}"),
            _O.WITHIN_NEXT: self.tr("{field} is in the next {value}"),
            _O.EMPTY: self.tr("{field} is empty"),
            _O.NOT_EMPTY: self.tr("{field} is filled in"),
        }

    def operator(self, spec: FieldSpec, operator: Operator) -> str:
        """A comparison as the builder's list names it."""
        if spec.type in (FieldType.DATE, FieldType.TIME) and operator in (_O.LESS, _O.GREATER):
            return self.tr("is before") if operator is _O.LESS else self.tr("is after")
        if spec.type is FieldType.LINK and operator in (_O.ANY_OF, _O.NONE_OF):
            return self.tr("is") if operator is _O.ANY_OF else self.tr("is not")
        several = spec.type in (FieldType.TAGS, FieldType.CHOICES)
        return {
            _O.IS: self.tr("is"),
            _O.ANY_OF: self.tr("has any of") if several else self.tr("is any of"),
            _O.NONE_OF: self.tr("has none of") if several else self.tr("is none of"),
            _O.ALL_OF: self.tr("has all of"),
            _O.CONTAINS: self.tr("contains"),
            _O.NOT_CONTAINS: self.tr("does not contain"),
            _O.STARTS_WITH: self.tr("starts with"),
            _O.MATCHES: self.tr("fits the pattern"),
            _O.NOT_MATCHES: self.tr("does not fit the pattern"),
            _O.LESS: self.tr("is less than"),
            _O.LESS_EQUAL: self.tr("is at most"),
            _O.GREATER: self.tr("is more than"),
            _O.GREATER_EQUAL: self.tr("is at least"),
            _O.BETWEEN: self.tr("is between"),
            _O.OLDER_THAN: self.tr("is longer ago than"),
            _O.WITHIN_LAST: self.tr("is in the last"),
            _O.WITHIN_NEXT: self.tr("is in the next"),
            _O.EMPTY: self.tr("is empty"),
            _O.NOT_EMPTY: self.tr("is filled in"),
        }[operator]

    def value(self, spec: FieldSpec, operator: Operator, value: str) -> str:
        """A value as people read it."""
        if operator in OFFSETS:
            return self.offset(value)
        match spec.type:
            case FieldType.USER | FieldType.TEAM | FieldType.TAGS:
                return self._record(spec.type, value)
            case FieldType.LINK:
                return self.link(value)
            case FieldType.REGION:
                return self._words.region(value.ljust(6, "0")) or value
            case FieldType.CHOICE | FieldType.CHOICES:
                return next((text(label) for key, label in spec.options if key == value), value)
            case FieldType.YES_NO:
                return self.tr("yes") if value == "1" else self.tr("no")
            case FieldType.DATE | FieldType.TIME:
                return _day(value)
        return value

    def _record(self, kind: FieldType, value: str) -> str:
        if value == ME:
            return self.me()
        choices = self.known.offered
        known = {FieldType.USER: choices.users, FieldType.TEAM: choices.teams, FieldType.TAGS: choices.tags}[kind]
        return next((one.name for one in known if one.id is not None and one.id.hex == value), "…")  # type: ignore[attr-defined]

    def offset(self, value: str) -> str:
        """`6m` → 6 months."""
        count, unit = parse_offset(value)
        if count == 1:
            one = {"d": self.tr("1 day"), "w": self.tr("1 week"), "m": self.tr("1 month"), "y": self.tr("1 year")}
            return one[unit]
        template = {
            "d": self.tr("{count} days"),
            "w": self.tr("{count} weeks"),
            "m": self.tr("{count} months"),
            "y": self.tr("{count} years"),
        }[unit]
        return template.replace("{count}", str(count))

    def me(self) -> str:
        return self.tr("me")

    def and_word(self) -> str:
        return self.tr("and")

    def hint(self, *, number: bool) -> str:
        """What an empty input asks for."""
        return self.tr("Number") if number else self.tr("Text")

    def group_value(self, spec: FieldSpec, value: str) -> str:
        """A value that the list is grouped by."""
        return self.value(spec, _O.ANY_OF, value) if value else self.tr("Empty")


def _folded(parts: Sequence[str], template: str) -> str:
    """Parts joined two by two: languages put a word, a sign or a space between them."""
    before, _, after = template.partition("{first}")
    between, _, end = after.partition("{second}")
    return "".join((before, between.join(parts), end))


def _day(value: str) -> str:
    import datetime as dt

    try:
        return format_date(dt.date.fromisoformat(value))
    except ValueError:
        return value


def as_group(part: Part | None) -> Group | None:
    """A filter as the list keeps it."""
    return part if part is None or isinstance(part, Group) else Group(Join.ALL, (part,))
