"""Merges what a row says into a customer: cells with something in them win, blank ones keep what is stored."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from desktop_crm.models.exchange.customer_columns import channels_text, first_address, points_text, tags_text
from desktop_crm.models.exchange.row_edits import AddressEdit, RowEdit, is_own, prefix
from desktop_crm.models.records.custom_fields import custom_values
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    ContactRole,
    CustomerDraft,
    ImportantDate,
    Level,
    PointKind,
)
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.text.names import fold, name_key
from desktop_crm.models.text.regions import region_name
from desktop_crm.models.validation.customers import normalise
from desktop_crm.models.validation.normalising import tags as normal_tags

NOBODY = CustomerDraft()
_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("short_name", "credit_code", "id_number", "industry", "size", "occupation", "source"), ""),
    **dict.fromkeys(("preferred_channel", "needs", "next_step", "notes"), ""),
    **dict.fromkeys(("price_sensitivity", "relationship"), Level.UNKNOWN),
    "next_step_on": None,
}
_CONTACT_EMPTY: dict[str, Any] = {
    "contact_title": "",
    "contact_department": "",
    "contact_role": ContactRole.UNKNOWN,
    "contact_birthday": None,
    "contact_reports_to": None,
    "contact_notes": "",
}
_KINDS = {
    "phone": PointKind.PHONE,
    "mobile": PointKind.PHONE,
    "email": PointKind.EMAIL,
    "wechat": PointKind.WECHAT,
    "qq": PointKind.QQ,
    "dingtalk": PointKind.DINGTALK,
    "website": PointKind.WEBSITE,
    "other_point": PointKind.OTHER,
}
CHANNEL_KINDS = (PointKind.QQ, PointKind.DINGTALK, PointKind.WEBSITE, PointKind.OTHER)


def fresh(edit: RowEdit, owner_id: uuid.UUID | None = None, team_id: uuid.UUID | None = None) -> CustomerDraft:
    """The customer that a row by itself makes. What a row says is normalised already, so nothing is done twice."""
    values = dict(edit.values)
    if owner_id is not None:
        values["owner_id"] = owner_id
    if team_id is not None:
        values["team_id"] = team_id
    if edit.custom:
        values["custom"] = custom_values(edit.custom.items())
    if edit.points:
        values["points"] = _named(_own_points(edit.points), edit.labels)
    if edit.tags:
        values["tags"] = normal_tags(edit.tags) if len(edit.tags) > 1 else (edit.tags[0],)
    address = edit.address
    if address:
        values["addresses"] = (Address(address.region, address.street, address.postcode, address.label, True),)
    if edit.further:
        values["addresses"] = _with_further(values.get("addresses", ()), edit.further)
    if edit.dates or edit.moments:
        values["dates"] = _dates((), edit)
    if edit.contact is not None and edit.contact.name:
        given = edit.contact
        points = _named(_own_points(given.points), given.labels)
        values["contacts"] = (Contact(given.name, points=points, primary=True, **given.values),)
    return CustomerDraft(**values)


def _own_points(given: Sequence[ContactPoint]) -> tuple[ContactPoint, ...]:
    """As `normalise` leaves them."""
    if len(given) == 1 and given[0].primary:
        return (given[0],)
    found: dict[tuple[PointKind, str], ContactPoint] = {}
    kinds: set[PointKind] = set()
    for point in given:
        kind, value = point.kind, point.value
        key = kind, value.casefold()
        if key not in found:
            first = kind not in kinds
            found[key] = point if point.primary is first else ContactPoint(kind, value, "", first)
            kinds.add(kind)
    return tuple(found.values())


def merged(
    draft: CustomerDraft,
    edit: RowEdit,
    owner_id: uuid.UUID | None,
    team_id: uuid.UUID | None,
    *,
    made_here: bool = False,
    clear: bool = True,
) -> CustomerDraft:
    """`draft` with what the row says, normalised. Values of lists are added, never taken away, but for the lists that
    blank cells clear; the first value of a cell becomes the primary one of its kind. `made_here`: an earlier row of
    the file made the customer; `clear`: blank cells count, as they do in the first row that tells of a customer."""
    if edit.blank:
        draft = _cleared(draft, edit.blank, own=clear)
    changes: dict[str, Any] = dict(edit.values)
    if owner_id is not None:
        changes["owner_id"] = owner_id
    if team_id is not None:
        changes["team_id"] = team_id
    if edit.custom:
        changes["custom"] = custom_values({**dict(draft.custom), **edit.custom}.items())
    if edit.points or edit.labels:
        changes["points"] = _named(_points(draft.points, edit.points, edit.cells, ""), edit.labels)
    if edit.tags and _new_tags(draft.tags, edit):
        changes["tags"] = draft.tags + tuple(edit.tags)
    if edit.address or edit.further or edit.address is not None:
        changes["addresses"] = _addresses(draft.addresses, edit)
    if edit.dates or edit.moments:
        changes["dates"] = _dates(draft.dates, edit)
    if edit.contact is not None and edit.contact.name:
        changes["contacts"] = _contacts(draft.contacts, edit, made_here=made_here)
    return _with(draft, changes)


def found_again(stored: CustomerDraft, draft: CustomerDraft) -> CustomerDraft:
    """`draft`, with what one row cleared and a later one told again as it is stored: nothing came of that."""
    changes: dict[str, Any] = {}
    for name in ("points", "addresses", "dates"):
        was, now = getattr(stored, name), getattr(draft, name)
        if was == now:
            continue
        gone = {replace(one, id=None): one for one in was if one not in now}
        parts = tuple(gone.get(one, one) for one in now)
        changes[name] = was if set(parts) == set(was) else parts
    return replace(draft, **changes) if changes else draft


def _with(draft: CustomerDraft, changes: dict[str, Any]) -> CustomerDraft:
    if draft.id is not None:
        changes = {name: value for name, value in changes.items() if value != getattr(draft, name)}
        if not changes:
            return draft
    return normalise(replace(draft, **changes))


def _cleared(draft: CustomerDraft, blank: Iterable[str], *, own: bool) -> CustomerDraft:
    """The draft without what blank cells empty. A further row of a customer tells of a contact person only."""
    changes: dict[str, Any] = {}
    gone = {_KINDS[name] for name in blank if name in _KINDS}
    for name in blank if own else ():
        if name in _EMPTY:
            changes[name] = _EMPTY[name]
        elif name in ("owner", "team"):
            changes[f"{name}_id"] = None
        elif name == "tags":
            changes["tags"] = ()
        elif name == "dates":
            changes["dates"] = ()
        elif name in ("birthday", "founded"):
            dates = changes.get("dates", draft.dates)
            changes["dates"] = tuple(d for d in dates if match_header(d.label) != name or d.lunar)
        elif name.startswith("custom_"):
            custom = changes.get("custom", draft.custom)
            changes["custom"] = tuple(one for one in custom if one[0] != name)
    if own and gone:
        changes["points"] = tuple(p for p in draft.points if p.kind not in gone)
    if own and (addresses := _cleared_addresses(draft.addresses, blank)) != draft.addresses:
        changes["addresses"] = addresses
    changes = {name: value for name, value in changes.items() if value != getattr(draft, name)}
    return replace(draft, **changes) if changes else draft


def _cleared_addresses(stored: tuple[Address, ...], blank: Iterable[str]) -> tuple[Address, ...]:
    wanted = set(blank)
    if not stored:
        return stored
    first = first_address(stored)
    if "addresses" in wanted:
        stored = (first,)
    changes: dict[str, Any] = {}
    if "address" in wanted:
        changes["street"] = ""
    if "postcode" in wanted:
        changes["postcode"] = ""
    if "address_label" in wanted:
        changes["label"] = ""
    if {"region"} <= wanted or {"province", "city"} <= wanted:
        changes["region"] = ""
    new = replace(first, **changes)
    if not (new.region or new.street or new.postcode):
        return tuple(a for a in stored if a is not first)
    return tuple(new if a is first else a for a in stored)


def _new_tags(stored: Sequence[str], edit: RowEdit) -> bool:
    """Whether the row brings tags; a cell as export writes it does not, even if a tag's name holds a comma."""
    known = {tag.casefold() for tag in stored}
    return edit.cells.get("tags") != tags_text(stored) and not {tag.casefold() for tag in edit.tags} <= known


def _points(
    stored: Sequence[ContactPoint], given: Sequence[ContactPoint], cells: dict[str, str], prefix: str
) -> tuple[ContactPoint, ...]:
    points = list(stored)
    for kind in dict.fromkeys(point.kind for point in given):
        if cells.get(f"{prefix}{kind}") == points_text(stored, kind):
            continue
        values = [p.value for p in given if p.kind == kind]
        first = values[0].casefold()
        known = {p.value.casefold() for p in points if p.kind == kind}
        points = [
            # The cell's first leads.
            p if p.kind != kind or p.primary == (p.value.casefold() == first) else replace(p, primary=not p.primary)
            for p in points
        ]
        new = [v for v in dict.fromkeys(values) if v.casefold() not in known]
        points += [ContactPoint(kind, v, "", v.casefold() == first) for v in new]
    return tuple(points)


def _named(points: tuple[ContactPoint, ...], labels: dict[str, str]) -> tuple[ContactPoint, ...]:
    """The points with the labels that a row gives them."""
    if not labels:
        return points
    found = []
    for point in points:
        value = point.value.casefold()
        label = labels.get(f"{point.kind}:{value}") or labels.get(f":{value}") or point.label
        found.append(point if label == point.label else replace(point, label=label))
    return tuple(found)


def _addresses(stored: Sequence[Address], edit: RowEdit) -> tuple[Address, ...]:
    """A customer's address is corrected, not joined by another; the same one written otherwise is no change."""
    given = edit.address or AddressEdit()
    found = tuple(stored)
    if given and not any(_says(address, given) for address in stored):
        if not stored:
            found = (Address(given.region, given.street, given.postcode, given.label, primary=True),)
        else:
            old = first_address(stored)
            new = replace(
                old,
                region=given.region or old.region,
                street=given.street or old.street,
                postcode=given.postcode or old.postcode,
            )
            found = tuple(new if a is old else a for a in stored)
    if given.label and found and first_address(found).label != given.label:
        first = first_address(found)
        found = tuple(replace(a, label=given.label) if a is first else a for a in found)
    return _with_further(found, edit.further)


def _with_further(stored: tuple[Address, ...], given: Sequence[Address]) -> tuple[Address, ...]:
    """Further addresses: one that is there already gets its label, another is added."""
    found = list(stored)
    for one in given:
        same = (one.region, fold(one.street), one.postcode)
        place = next((i for i, a in enumerate(found) if (a.region, fold(a.street), a.postcode) == same), None)
        if place is None:
            found.append(replace(one, primary=not found))
        elif one.label and found[place].label != one.label:
            found[place] = replace(found[place], label=one.label)
    return tuple(found)


def _says(address: Address, edit: AddressEdit) -> bool:
    names = {"", address.region, *(region_name(address.region, lang) for lang in ("zh_CN", "en") if address.region)}
    as_written = edit.place in names and edit.text in ("", address.street)
    as_read = address.region.startswith(prefix(edit.region)) and fold(edit.street) in ("", fold(address.street))
    return (as_written or as_read) and edit.postcode in ("", address.postcode)


def _dates(stored: Sequence[ImportantDate], edit: RowEdit) -> tuple[ImportantDate, ...]:
    dates = list(stored)
    for field, header, on in edit.dates:
        place = next((i for i, d in enumerate(dates) if match_header(d.label) == field and not d.lunar), None)
        if place is None:
            dates.append(ImportantDate(header, on))
        elif dates[place].on != on:
            dates[place] = replace(dates[place], on=on)
    for name, on, lunar in edit.moments:
        moment = ImportantDate(name, on, lunar)
        if any((d.label, d.on, d.lunar) == (name, on, lunar) for d in dates):
            continue
        place = next((i for i, d in enumerate(dates) if d.label == name and not _listed(d, edit)), None)
        if place is None and match_header(name) in ("birthday", "founded"):
            # The same day under the name of its own column.
            alike = ((i, d) for i, d in enumerate(dates) if match_header(d.label) == match_header(name))
            place = next((i for i, d in alike if (d.on, d.lunar) == (on, lunar) and not _listed(d, edit)), None)
        if place is None:
            dates.append(moment)
        else:
            dates[place] = replace(dates[place], label=name, on=on, lunar=lunar)
    return tuple(dates)


def _listed(date: ImportantDate, edit: RowEdit) -> bool:
    """Whether the column of all dates names this very one."""
    return (date.label, date.on, date.lunar) in edit.moments


def _contacts(stored: Sequence[Contact], edit: RowEdit, *, made_here: bool) -> tuple[Contact, ...]:
    given = edit.contact
    assert given is not None
    key = name_key(given.name)
    same = [i for i, c in enumerate(stored) if c.name == given.name]
    same = same or [i for i, c in enumerate(stored) if key and name_key(c.name) == key]
    merged = {i: _contact(stored[i], edit) for i in same}
    if any(merged[i] == stored[i] for i in same):
        return tuple(stored)
    if is_own(edit):
        # An export gives every contact person one row: of one name, but not alike, they are two people.
        same = [i for i in same if stored[i].id is not None and not made_here]
    # Of two people with one name it is the one with that phone.
    points = {p.value.casefold() for p in given.points}
    place = max(same, key=lambda i: len(points & {p.value.casefold() for p in stored[i].points}), default=None)
    if place is None:
        new = _named(_points((), given.points, edit.cells, "contact_"), given.labels)
        return (*stored, Contact(given.name, points=new, primary=not stored, **given.values))
    return tuple(merged[i] if i == place else c for i, c in enumerate(stored))


def _contact(stored: Contact, edit: RowEdit) -> Contact:
    given = edit.contact
    assert given is not None
    cells = edit.cells
    if cells.get("contact_channels") == channels_text(stored.points):
        kept = [p for p in given.points if p.kind not in CHANNEL_KINDS]
        points = _points(stored.points, kept, cells, "contact_")
    else:
        points = _points(stored.points, given.points, cells, "contact_")
    blank: dict[str, Any] = {
        name.removeprefix("contact_"): _CONTACT_EMPTY[name] for name in edit.blank if name in _CONTACT_EMPTY
    }
    return replace(stored, **(blank | given.values), points=_named(points, given.labels))
