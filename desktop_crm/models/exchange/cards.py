"""A file of contact cards (vCard) as a table, with headers that the import knows.

A card with a company is that company, and the person its contact; a card without one is a customer of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.card_lines import Card, Property, cards
from desktop_crm.models.exchange.cells import Row, cleaned, refused
from desktop_crm.models.exchange.encodings import encodings_of
from desktop_crm.models.exchange.guard import BOMB, DAMAGED
from desktop_crm.models.exchange.workbooks import Sheet
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.sources import SourceKind

MAX_BYTES = 500 * 1024 * 1024
COLUMNS = (
    "Company",
    "Customer type",
    "Phone",
    "E-mail",
    "WeChat",
    "QQ",
    "DingTalk",
    "Website",
    "Contact name",
    "Job title",
    "Department",
    "Contact phone",
    "Contact e-mail",
    "Contact WeChat",
    "Contact birthday",
    "Birthday",
    "Region",
    "Address",
    "Postcode",
    "Tags",
    "Notes",
)
PICTURES = QT_TRANSLATE_NOOP("messages", "{count} pictures in the cards are not read.")

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?")
_YEARLESS = re.compile(r"(?:--|1604-?)(\d\d)-?(\d\d)(?:T.*)?")
_MESSENGERS = {"WECHAT": "WeChat", "WEIXIN": "WeChat", "微信": "WeChat", "QQ": "QQ", "DINGTALK": "DingTalk"}
# Where a company has its people: a card with a company gives these to the person, all others to the company.
_SWITCHBOARD = frozenset({"前台", "总机", "公司", "公司电话", "总部", "MAIN", "COMPANYMAIN", "SWITCHBOARD"})


class CardFile:
    """The cards of a file, one a row."""

    kind = SourceKind.VCARD

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > MAX_BYTES:
            raise refused(path, BOMB)
        self.names = ("",)
        found: list[dict[str, str]] = []
        pictures = 0
        encoding = _encoding(path)
        for card in cards(_lines(path, encoding), encoding):
            pictures += card.pictures
            values = _values(card)
            if values:
                found.append(values)
        if not found:
            raise refused(path, DAMAGED)
        self._columns = [column for column in COLUMNS if any(values.get(column) for values in found)]
        self._rows = [cleaned([values.get(column, "") for column in self._columns]) for values in found]
        self.remarks = (Message(PICTURES, {"count": pictures}),) if pictures else ()

    def sheet(self, name: str) -> Sheet:
        return Sheet(name, self._all(), len(self._rows) + 1, ())

    def _all(self) -> Iterator[Row]:
        yield Row(1, list(self._columns))
        for number, cells in enumerate(self._rows, 2):
            yield Row(number, cells)


def _encoding(path: Path) -> str:
    try:
        return encodings_of(path)[0]
    except UserError:
        return "utf-8"  # cards of several encodings in one file: each line is looked at by itself


def _lines(path: Path, encoding: str) -> Iterable[bytes]:
    if encoding.startswith("utf-16"):
        with path.open(encoding=encoding) as text:
            for written in text:
                yield written.lstrip("\ufeff").encode("utf-8")
        return
    with path.open("rb") as file:
        for number, line in enumerate(file):
            # Old Macintosh files end their lines by a return alone.
            yield from (line.removeprefix(b"\xef\xbb\xbf") if not number else line).splitlines()


def _values(card: Card) -> dict[str, str]:
    name, (company, department) = _name(card), _company(card)
    if not name and not company:
        # A number without a name is still worth its row: it is named by what there is.
        name = next((_contact(p) for p in card.all("TEL", "EMAIL") if p.text), "")
    if not name and not company:
        return {}
    out: dict[str, str] = {"Company": company or name, "Customer type": "Company" if company else "Person"}
    person = "Contact " if company and name and name != company else ""
    if person:
        out["Contact name"] = name
        out["Department"] = department
        out["Job title"] = card.first("TITLE") or card.first("ROLE")
    notes = [p.text for p in card.all("NOTE")]
    if not person:
        notes += [
            f"{label}: {text}" for label, text in (("Title", card.first("TITLE")), ("Department", department)) if text
        ]
    _points(card, person, out, notes)
    _addresses(card, out, notes)
    _birthday(card, person, out, notes)
    out["Tags"] = ", ".join(part for p in card.all("CATEGORIES") for part in p.parts(",") if part)
    out["Notes"] = "\n".join(note for note in notes if note)
    return out


def _name(card: Card) -> str:
    shown = card.first("FN")
    if shown:
        return shown
    for one in card.all("N"):
        family, given, middle, *_ = (*one.parts(), "", "", "")
        whole = f"{family}{middle}{given}" if _HAN.search(family + given) else f"{given} {middle} {family}"
        if whole.strip():
            return " ".join(whole.split())
    return card.first("NICKNAME")


def _company(card: Card) -> tuple[str, str]:
    for one in card.all("ORG"):
        company, *departments = one.parts()
        if company:
            return company, " ".join(part for part in departments if part)
    return "", ""


def _points(card: Card, person: str, out: dict[str, str], notes: list[str]) -> None:
    labels = {p.group: _LABEL.sub(r"\1", p.text) for p in card.all("X-ABLABEL") if p.group}
    for one in card.all("TEL"):
        label = labels.get(one.group, "").upper().replace(" ", "")
        if "FAX" in one.types or "PAGER" in one.types or "FAX" in label or "传真" in label:
            notes.append(f"Fax: {_contact(one)}")
            continue
        own = person and not (label in _SWITCHBOARD or "MAIN" in one.types or "COMPANY" in one.types)
        _add(out, "Contact phone" if own else "Phone", _contact(one))
    for one in card.all("EMAIL"):
        _add(out, "Contact e-mail" if person else "E-mail", _contact(one))
    for one in card.all("URL"):
        _add(out, "Website", one.text)
    for one in card.properties:
        _messenger(one, labels.get(one.group, ""), person, out)


def _messenger(one: Property, label: str, person: str, out: dict[str, str]) -> None:
    """WeChat and QQ stand in properties of every program's own: X-WECHAT, X-QQ, IMPP;X-SERVICE-TYPE=WeChat:…"""
    if one.name in ("IMPP", "X-IM"):
        scheme, colon, rest = one.text.partition(":")
        service = next((t for t in (scheme, label, *one.types) if t.upper() in _MESSENGERS), "")
        value = rest if colon else one.text
    elif one.name.startswith("X-"):
        service, value = one.name.removeprefix("X-").removesuffix("-ID"), one.text
    else:
        return
    kind = _MESSENGERS.get(service.upper(), "")
    if kind:
        # The import knows a contact person's WeChat; other messengers are the customer's.
        _add(out, "Contact WeChat" if person and kind == "WeChat" else kind, value)


def _contact(one: Property) -> str:
    """A number or address, without what makes a link of it: tel:+86-138-0013-8000."""
    text = one.text
    for scheme in ("tel:", "mailto:"):
        text = text.removeprefix(scheme)
    return text


def _addresses(card: Card, out: dict[str, str], notes: list[str]) -> None:
    found = [one for one in card.all("ADR") if any(one.parts())]
    # The first is the customer's; the work address before the home address where there is a company.
    found.sort(key=lambda one: "WORK" not in one.types if out["Customer type"] == "Company" else 0)
    for place, one in enumerate(found):
        box, extra, street, city, region, postcode, country = (*one.parts(), *[""] * 7)[:7]
        lines = " ".join(" ".join(part for part in (street, extra, box) if part).split())
        area = " ".join(part for part in (region, city) if part)
        if country and country.casefold() not in ("中国", "中國", "china", "cn", "中华人民共和国", "prc"):
            area = f"{area} {country}".strip()
        if place == 0:
            out["Region"], out["Address"], out["Postcode"] = area, lines, postcode
        else:
            notes.append(" ".join(part for part in (area, lines, postcode) if part))
    if not found:
        out["Address"] = " ".join(card.first("LABEL").split())


def _birthday(card: Card, person: str, out: dict[str, str], notes: list[str]) -> None:
    text = card.first("BDAY", "X-BIRTHDAY")
    if not text:
        return
    if match := _YEARLESS.fullmatch(text):
        notes.append(f"Birthday: {match[1]}-{match[2]}")  # a day without a year is no date
    elif match := _DATE.fullmatch(text):
        out["Contact birthday" if person else "Birthday"] = f"{match[1]}-{match[2]}-{match[3]}"
    else:
        notes.append(f"Birthday: {text}")


def _add(out: dict[str, str], column: str, value: str) -> None:
    if value and value not in out.get(column, "").split("\n"):
        out[column] = f"{out[column]}\n{value}" if out.get(column) else value
