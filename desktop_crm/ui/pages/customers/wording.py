"""How customer data reads: phones, regions, dates and choices in words, each made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.runner import Runner
from desktop_crm.models.records.choices import CHOICES, label
from desktop_crm.models.records.listed import Stage

if TYPE_CHECKING:
    from desktop_crm.models.records.customers import Address, ContactPoint

STAGE_TONES = {Stage.ACQUIRE: "tag1", Stage.DEVELOP: "tag4", Stage.MAINTAIN: "tag3", Stage.LOST: "tag8"}
_MOST = 20_000


def stage_tone(stage: str) -> str:
    """The chip colour of a lifecycle stage."""
    return STAGE_TONES.get(Stage(stage), "tag8")


def choice_text(field: str, code: str) -> str:
    """The label of a built-in value in the interface's language; other text as it is."""
    return text(label(field, code)) if code else ""


def choice_list(field: str, used: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """(code, label) of the built-in values, then of other values in use."""
    known = [(code, text(message)) for code, message in CHOICES[field].items()]
    return known + [(value, value) for value in used if value not in CHOICES[field]]


class Lexicon(QObject):
    """Names and numbers that take a table or a library to write. Both are loaded in a worker: until `ready`,
    regions show nothing and foreign phones their stored form, so that the window's thread never waits."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self.ready = False
        self._phones: dict[str, str] = {}
        self._regions: dict[str, str] = {}
        self._language = ""

    def load(self, then: Callable[[], object]) -> None:
        """Calls `then` when all is loaded; at once if it is."""
        if self.ready:
            then()
            return

        def done(_: object) -> None:
            self.ready = True
            self._phones.clear()
            then()

        self._runner.work(_warm_up, owner=self).then(done)

    def phone(self, stored: str) -> str:
        """A stored number for people: `+86 138 0013 8000`."""
        shown = self._phones.get(stored)
        if shown is None:
            shown = self._phone(stored)
            if len(self._phones) > _MOST:
                self._phones.clear()
            self._phones[stored] = shown
        return shown

    def _phone(self, stored: str) -> str:
        if not self.ready and not stored.startswith("+861"):
            return stored
        from desktop_crm.models.text.phones import format_phone

        return format_phone(stored, self.tr("ext."))

    def region(self, code: str) -> str:
        """The whole name of a region, in the interface's language."""
        if not code or not self.ready:
            return ""
        language = QLocale().name()
        if language != self._language:
            self._regions.clear()
            self._language = language
        shown = self._regions.get(code)
        if shown is None:
            from desktop_crm.models.text.regions import region_name

            shown = self._regions[code] = region_name(code, language)
        return shown

    def point(self, point: ContactPoint) -> str:
        return self.phone(point.value) if point.kind == "phone" else point.value

    def address(self, address: Address) -> str:
        parts = (self.region(address.region), address.street, address.postcode)
        return " ".join(part for part in parts if part)


def _warm_up() -> None:
    import phonenumbers  # noqa: F401

    from desktop_crm.models.text.regions import provinces

    provinces()


class Days:
    """ISO dates and times of list rows as people read them, each made once."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}
        self.today = dt.date.today().isoformat()  # noqa: DTZ011 - the person's own calendar

    def text(self, iso: str) -> str:
        """The date of an ISO date or of a time in UTC, in the local zone; empty for nothing."""
        if not iso:
            return ""
        shown = self._shown.get(iso)
        if shown is None:
            if len(self._shown) > _MOST:
                self._shown.clear()
            if len(iso) > 10:
                day = dt.datetime.fromisoformat(iso).astimezone().date()
            else:
                day = dt.date.fromisoformat(iso)
            shown = self._shown[iso] = format_date(day)
        return shown

    def overdue(self, iso: str) -> bool:
        return bool(iso) and iso < self.today


def region_list(code: str) -> list[tuple[str, str]]:
    """(code, name) of the regions below a code, the provinces below none."""
    from desktop_crm.models.text import regions

    if not code:
        found = regions.provinces()
    elif code.endswith("0000"):
        found = regions.cities(code)
    elif code.endswith("00"):
        found = regions.districts(code)
    else:
        found = ()
    chinese = QLocale().language() == QLocale.Language.Chinese
    return [(one.code, one.name if chinese else one.english) for one in found]


def region_search(query: str, most: int = 50) -> list[tuple[str, str]]:
    """(code, whole name) of the regions whose Chinese or English name holds all words of the query; provinces
    first."""
    from desktop_crm.models.text import regions

    words = query.casefold().split()
    language = QLocale().name()
    found: list[tuple[int, str, str]] = []
    for province in regions.provinces():
        for city in (province, *regions.cities(province.code)):
            below = regions.districts(city.code) if city is not province else ()
            for one in (city, *below):
                name = f"{one.full_name} {one.english}".casefold()
                if all(word in name for word in words):
                    found.append((_depth(one.code), one.code, regions.region_name(one.code, language)))
    found.sort()
    return [(code, name) for _, code, name in found[:most]]


def _depth(code: str) -> int:
    return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2
