"""What an edit of one field of many customers means in SQL, and what it would change."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select, true
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity, CustomerTagEntity, TagEntity
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields, field_catalogue
from desktop_crm.models.queries.chosen import chosen
from desktop_crm.models.queries.customers import tags_of
from desktop_crm.models.records.bulk_edit import Change, EditedRow, EditPreview, FieldEdit
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.text.complaints import REQUIRED
from desktop_crm.models.text.names import name_key, tidy
from desktop_crm.models.text.regions import region_name
from desktop_crm.models.validation.customers import check_tags
from desktop_crm.models.validation.field_values import (
    CHOOSE,
    NOT_EDITABLE,
    read_value,
    refused,
    written,
)

C = CustomerEntity
ROWS = 200
OLDS = 50
_YES = Message(QT_TRANSLATE_NOOP("messages", "yes"))
_NO = Message(QT_TRANSLATE_NOOP("messages", "no"))
_NAMED: dict[FieldType, Any] = {FieldType.USER: UserRow, FieldType.TEAM: TeamRow, FieldType.LINK: CustomerEntity}


@dataclass(frozen=True, slots=True)
class ReadEdit:
    """An edit understood: the field and the value of its column."""

    spec: FieldSpec
    value: Any
    shown: str | Message

    @property
    def column(self) -> Any:
        return getattr(C, self.spec.column)

    def fits(self) -> ColumnElement[bool]:
        """Whether a customer has the field at all."""
        return C.kind == self.spec.for_kind if self.spec.for_kind else true()

    def differs(self) -> ColumnElement[bool]:
        """Whether a customer has another value now."""
        if self.value is None:
            return self.column.is_not(None)  # type: ignore[no-any-return]
        return self.column.is_distinct_from(self.value)  # type: ignore[no-any-return]


def editable_fields(session: Session) -> list[FieldSpec]:
    """The fields that one value can be written to for many customers: the tags, and what the catalogue marks."""
    found = field_catalogue(session).values()
    return [spec for spec in found if spec.editable or spec.type is FieldType.TAGS]


def read_edit(session: Session, edit: FieldEdit) -> ReadEdit:
    """Raises UserError where the field or its value cannot be written."""
    spec = field_catalogue(session).get(edit.field)
    if spec is None or not spec.editable or edit.change not in (Change.SET, Change.CLEAR):
        label = spec.label if spec else Message("{name}", {"name": edit.field})
        raise UserError(Message(NOT_EDITABLE.text, {"field": label}))
    own = _own(session, spec)
    text = edit.value if edit.change is Change.SET else ""
    if edit.change is Change.SET and not tidy(text):
        raise refused(REQUIRED)
    value = read_value(spec, text, own)
    return ReadEdit(spec, value, _shown(session, spec, value))


def _own(session: Session, spec: FieldSpec) -> CustomField | None:
    if not spec.is_custom:
        return None
    return next((field for field in custom_fields(session) if field.field_id == spec.id), None)


def _shown(session: Session, spec: FieldSpec, value: Any) -> str | Message:
    """The value in the words of a title."""
    if spec.type in _NAMED and value:
        key = value if isinstance(value, uuid.UUID) else uuid.UUID(value)
        entity = _NAMED[spec.type]
        name = session.scalars(select(entity.name).where(entity.id == key, entity.deleted_at.is_(None))).first()
        if name is None:
            raise refused(CHOOSE)
        return str(name)
    if spec.type is FieldType.YES_NO:
        return _YES if value in (True, "1") else _NO
    if spec.type is FieldType.REGION:
        return region_name(value) if value else ""
    if spec.type is FieldType.CHOICES:
        labels = dict(spec.options)
        return ", ".join(labels[key].plain() for key in str(value).split("|") if key in labels)
    return dict(spec.options).get(str(value), written(spec, value)) if spec.options else written(spec, value)


def preview(session: Session, selection: Selection, edit: FieldEdit) -> EditPreview:
    """What the edit would do, without doing it. Raises UserError as the edit itself would."""
    if edit.change in (Change.ADD, Change.REMOVE) or edit.field == "tags":
        return _preview_tags(session, selection, edit)
    read = read_edit(session, edit)
    mine = (C.id.in_(chosen(session, selection)), C.deleted_at.is_(None))
    changes = and_(read.differs(), read.fits())
    total, changing, unfit, distinct = session.execute(
        select(
            func.count(),
            func.coalesce(func.sum(case((changes, 1), else_=0)), 0),
            func.coalesce(func.sum(case((read.fits(), 0), else_=1)), 0),
            # Where nothing stands there is no value, and count() leaves it out.
            func.count(case((changes, read.column)).distinct()),
        ).where(*mine)
    ).one()
    count = func.count().label("n")
    olds = session.execute(
        select(read.column, count).where(*mine, changes).group_by(read.column).order_by(count.desc()).limit(OLDS)
    ).all()
    shown = select(C.id, C.name, read.column).where(*mine, changes).order_by(C.sort_key, C.id).limit(ROWS)
    rows = session.execute(shown).all()
    values = [read.value, *(value for value, _ in olds), *(row[2] for row in rows)]
    new = written(read.spec, read.value)
    return EditPreview(
        read.spec,
        total,
        int(changing),
        total - int(changing) - int(unfit),
        int(unfit),
        tuple((written(read.spec, value), n) for value, n in olds),
        distinct + any(value is None for value, _ in olds),
        tuple(EditedRow(key, name, written(read.spec, old), new) for key, name, old in rows),
        new,
        _names(session, read.spec, values),
    )


def _names(session: Session, spec: FieldSpec, values: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    entity = _NAMED.get(spec.type)
    if entity is None:
        return ()
    keys = {value if isinstance(value, uuid.UUID) else uuid.UUID(value) for value in values if value}
    found = session.execute(select(entity.id, entity.name).where(entity.id.in_(keys)))
    return tuple((key.hex, name) for key, name in found)


# --- tags -------------------------------------------------------------------------------------------


def read_tag(session: Session, edit: FieldEdit) -> tuple[uuid.UUID | None, str]:
    """The tag that is added or removed: its key (None where it is new) and its name. Raises UserError."""
    name = tidy(edit.value)
    if not name:
        raise refused(REQUIRED)
    problem = check_tags((name,))
    if problem is not None:
        raise refused(problem)
    key = name_key(name) or name
    found = session.execute(select(TagEntity.id, TagEntity.name).where(TagEntity.name_key == key)).first()
    if found is None and edit.change is Change.REMOVE:
        raise refused(CHOOSE)
    return (found[0], found[1]) if found else (None, name)


def tag_links(session: Session, selection: Selection, tag: uuid.UUID | None = None) -> Select[uuid.UUID]:
    """The keys of the links of chosen living customers to a tag, or to any."""
    link = CustomerTagEntity
    alive = select(C.id).where(C.id.in_(chosen(session, selection)), C.deleted_at.is_(None))
    wanted = select(link.id).where(link.customer_id.in_(alive))
    return wanted if tag is None else wanted.where(link.tag_id == tag)


def _preview_tags(session: Session, selection: Selection, edit: FieldEdit) -> EditPreview:
    spec = field_catalogue(session)["tags"]
    tag, name = (None, "") if edit.change is Change.CLEAR else read_tag(session, edit)
    if edit.change is Change.SET:
        raise UserError(Message(NOT_EDITABLE.text, {"field": spec.label}))
    link = CustomerTagEntity
    carrying = select(link.customer_id)
    if edit.change is not Change.CLEAR:
        # A new tag has no key: nobody carries it.
        carrying = carrying.where(link.tag_id == tag)
    has = C.id.in_(carrying)
    changes = ~has if edit.change is Change.ADD else has
    mine = (C.id.in_(chosen(session, selection)), C.deleted_at.is_(None))
    total, changing = session.execute(
        select(func.count(), func.coalesce(func.sum(case((changes, 1), else_=0)), 0)).where(*mine)
    ).one()
    rows = session.execute(select(C.id, C.name).where(*mine, changes).order_by(C.sort_key, C.id).limit(ROWS)).all()
    olds = [] if edit.change is Change.ADD else _tags_in_use(session, selection, tag)
    had = tags_of(session, [row.id for row in rows]) if rows else {}
    return EditPreview(
        spec,
        total,
        int(changing),
        total - int(changing),
        0,
        tuple(olds),
        len(olds),
        tuple(_tagged(row.id, row.name, [one.name for one in had.get(row.id, ())], edit.change, name) for row in rows),
        name,
    )


def _tags_in_use(session: Session, selection: Selection, tag: uuid.UUID | None) -> list[tuple[str, int]]:
    link, count = CustomerTagEntity, func.count().label("n")
    wanted = select(TagEntity.name, count).join(link, link.tag_id == TagEntity.id)
    wanted = wanted.where(link.id.in_(tag_links(session, selection, tag))).group_by(TagEntity.name)
    return [(name, n) for name, n in session.execute(wanted.order_by(count.desc()).limit(OLDS))]


def _tagged(key: uuid.UUID, name: str, had: Sequence[str], change: Change, tag: str) -> EditedRow:
    after = [*had, tag] if change is Change.ADD else [one for one in had if change is Change.REMOVE and one != tag]
    return EditedRow(key, name, ", ".join(had), ", ".join(after))
