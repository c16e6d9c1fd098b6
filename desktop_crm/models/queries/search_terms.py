"""Terms with a prefix (`phone:138`, `tag:vip`, `owner:me`) as conditions on customers, and what may follow a prefix."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Select, Text, and_, cast, false, or_, select, text
from sqlalchemy.orm import Session

from desktop_crm.models.db.lines import line_holds
from desktop_crm.models.entities.customers import ContactPointEntity, CustomerEntity, CustomerTagEntity, TagEntity
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.records.choices import beginning
from desktop_crm.models.records.search import Suggestion
from desktop_crm.models.text.names import fold
from desktop_crm.models.text.search_query import ME, PREFIXES, SearchQuery, Term
from desktop_crm.models.text.search_text import query_grams

# The lines of a search document that a prefix asks for; the other prefixes ask other tables.
LINES = {
    "name": ("name", "pinyin", "initials"),
    "phone": ("phone",),
    "email": ("email",),
    "contact": ("contact",),
    "code": ("code", "credit_code"),
    "notes": ("notes",),
    "file": ("file",),
    "field": ("custom",),
}
LAST = "\U0010ffff"
_POINTS = {"phone": ("+86", "+", ""), "email": ("",)}
_SUGGESTED = 8
_C = CustomerEntity


def holding(session: Session, grams: set[str]) -> ColumnElement[bool]:
    """The condition that a search document holds all of these tokens."""
    tokens = sorted(grams)
    if session.get_bind().dialect.name == "postgresql":
        held: ColumnElement[bool] = SearchDocument.grams.op("@>")(cast(tokens, ARRAY(Text)))
        return held
    match = " AND ".join(f'"{token}"' for token in tokens)
    rows = text("SELECT rowid FROM search_gram WHERE search_gram MATCH :match").bindparams(match=match)
    return SearchDocument.id.in_(rows.columns(SearchDocument.id).scalar_subquery())


def term_condition(session: Session, term: Term) -> ColumnElement[bool]:
    """The condition on the customer's row that a term stands for."""
    if term.kind in LINES:
        return _C.id.in_(_documents(session, term))
    if term.kind == "tag":
        link = CustomerTagEntity
        return _C.id.in_(select(link.customer_id).where(link.tag_id.in_(_tags(session, term.value))))
    if term.kind == "owner":
        return _owner(session, term.value)
    stages = beginning("stage", term.value)
    return _C.stage.in_(stages) if stages else false()


def _documents(session: Session, term: Term) -> Select[uuid.UUID]:
    document, key = SearchDocument, fold(term.value)
    wanted = select(document.record_id)
    grams = query_grams(key)
    if grams or (len(key) > 1 and term.kind not in _POINTS and term.kind != "name"):
        found = wanted.where(holding(session, grams or {key}))
        return found.where(line_holds(session, document.lines, LINES[term.kind], key))
    if not key:
        return wanted.where(false())
    if term.kind == "name":
        columns = (document.name_key, document.initials, document.pinyin)
        return wanted.where(or_(*((c >= key) & (c < key + LAST) for c in columns)))
    if term.kind in _POINTS:
        point = ContactPointEntity
        starts = [before + key for before in _POINTS[term.kind]]
        ranges = or_(*((point.value >= start) & (point.value < start + LAST) for start in starts))
        return select(point.customer_id).where(point.kind == term.kind, ranges)
    return wanted.where(false())


def _tags(session: Session, value: str) -> list[uuid.UUID]:
    key = fold(value)
    return [tag for tag, name in session.execute(select(TagEntity.id, TagEntity.name)) if key and key in fold(name)]


def _owner(session: Session, value: str) -> ColumnElement[bool]:
    if value.casefold() in ME:
        mine: ColumnElement[bool] = _C.owner_id == session.info["actor"].user_id
        return mine
    key = fold(value)
    people = session.execute(select(UserRow.id, UserRow.name, UserRow.name_key))
    owners = [one for one, name, pinyin in people if key and (key in fold(name) or fold(pinyin).startswith(key))]
    return _C.owner_id.in_(owners) if owners else false()


def all_terms(session: Session, query: SearchQuery) -> ColumnElement[bool]:
    """The condition that every term holds."""
    return and_(*(term_condition(session, term) for term in query.terms))


def suggestions(session: Session, query: SearchQuery, typed: str) -> list[Suggestion]:
    """What may follow what was typed: prefixes for a word that begins one, values behind `tag:`, `owner:`, `stage:`."""
    if query.unfinished is not None:
        term = query.unfinished
        values = _values(session, term.kind, fold(term.value))
        return [Suggestion(term.kind, value, term.start) for value in values if value != term.value][:_SUGGESTED]
    word = typed.rsplit(maxsplit=1)[-1].casefold() if typed and not typed[-1].isspace() else ""
    if len(word) < 2:
        return []
    at = len(typed) - len(word)
    hits = [(kind, name) for kind, names in PREFIXES.items() for name in names if name.startswith(word)]
    return [Suggestion(kind, "", at, name) for kind, name in dict(hits).items()]


def _values(session: Session, kind: str, key: str) -> Sequence[str]:
    wanted: Any
    if kind == "tag":
        wanted = select(TagEntity.name).order_by(TagEntity.name_key)
    elif kind == "owner":
        wanted = select(UserRow.name).where(UserRow.deleted_at.is_(None)).order_by(UserRow.name_key)
    else:
        return ()
    return [name for name in session.scalars(wanted) if not key or key in fold(name)]
