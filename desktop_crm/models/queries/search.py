"""Search as you type: bounded candidates from indexes, compared and ranked here, alike on both databases."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop_crm.models.entities.customers import CustomerEntity, CustomerTagEntity, TagEntity
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.queries.search_terms import LAST, LINES, all_terms, holding
from desktop_crm.models.records.listed import Id, Tag, customer_code
from desktop_crm.models.records.search import Rank, SearchHit
from desktop_crm.models.search.documents import Line, read_lines
from desktop_crm.models.text.names import fold
from desktop_crm.models.text.search_query import SearchQuery, Term, parse_query
from desktop_crm.models.text.search_text import query_grams

# Steps in which grams are looked up: what they find is compared, and all of a step may be no match (numbers that
# hold the same threes of digits in another order).
_STEPS = (200, 800, 2_000, 4_000)
# Candidates per index. A broad query (公司) has a million hits; ordering them all cost 800 ms, and nobody reads on.
CANDIDATES = 200
_FULL = ("name", "code", "credit_code", "phone", "email", "tag", "contact", "file")
# The customer's own name and numbers before its people's, those before what is written about it.
_WEIGHT = {"contact": 1, "file": 2, "custom": 2, "notes": 3}
_AROUND = 24  # characters shown before a match inside notes
_READINGS = ("initials", "pinyin")

_Found = tuple[uuid.UUID, str, str]


def search_customers(session: Session, query: str, *, limit: int = 20, recent: Sequence[Id] = ()) -> list[SearchHit]:
    """The best hits for what was typed so far, best first; recently opened ones lead their rank.

    Order: exact, prefix, pinyin initials, any part. An empty query gives the recent customers. Terms with a prefix
    (see `text.search_query`) must all hold."""
    asked = parse_query(query)
    if asked.terms:
        return _ranked(_by_terms(session, asked, recent), recent)[:limit]
    key = fold(query)
    if not key:
        return _recent(session, recent[:limit])
    tags = _tags(session, key)
    found = _candidates(session, key, recent, tags)
    tagged = _tagged(session, tags, found)
    hits = [_match(row, tagged.get(row[0], ()), key, row[0] in recent) for row in found.values()]
    return _ranked(hits, recent)[:limit]


def _ranked(hits: Iterable[SearchHit | None], recent: Sequence[Id]) -> list[SearchHit]:
    places = {record: i for i, record in enumerate(recent)}
    found = [hit for hit in hits if hit is not None]
    return sorted(found, key=lambda hit: _order(hit, places.get(hit.record_id, len(places))))


def _candidates(session: Session, key: str, recent: Sequence[Id], tags: Sequence[Tag]) -> dict[uuid.UUID, _Found]:
    found: dict[uuid.UUID, _Found] = {}
    for candidates in (
        _documents(session, select(SearchDocument).where(SearchDocument.record_id.in_(recent))) if recent else [],
        _by_number(session, key),
        _by_prefix(session, key),
        _by_grams(session, key),
        _by_tags(session, [tag.id for tag in tags]),
    ):
        for row in candidates:
            found.setdefault(row[0], row)
    return found


def _by_terms(session: Session, asked: SearchQuery, recent: Sequence[Id]) -> list[SearchHit | None]:
    """Hits of a query with prefixes: the longest text gives the candidates, and the terms sift them."""
    free = Term("", asked.words, 0)
    texts = [term for term in (free, *asked.terms) if fold(term.value) and (not term.kind or term.kind in LINES)]
    c = CustomerEntity
    wanted = select(c.id).where(c.deleted_at.is_(None), all_terms(session, asked))
    if texts:
        best = max(texts, key=lambda term: len(fold(term.value)))
        key = fold(best.value)
        found = _candidates(session, key, recent, _tags(session, key) if not best.kind else ())
        wanted = wanted.where(c.id.in_(list(found)))
    if asked.words:
        wanted = wanted.where(c.id.in_(matching_records(session, asked.words)))
    ids = session.scalars(wanted.limit(CANDIDATES)).all()
    if not texts:
        rows = _documents(session, select(SearchDocument).where(SearchDocument.record_id.in_(ids)))
        term = asked.terms[0]
        return [_plain(row, term, row[0] in recent) for row in rows]
    tagged = _tagged(session, _tags(session, key), ids) if not best.kind else {}
    return [_match(found[one], tagged.get(one, ()), key, one in recent, LINES.get(best.kind)) for one in ids]


def _plain(row: _Found, term: Term, recent: bool) -> SearchHit:
    """A hit of which no text matched, but its tag, owner or stage."""
    lines = list(read_lines(row[1]))
    name = next(line.shown for line in lines if line.field == "name")
    code = next(line.shown for line in lines if line.field == "code")
    return SearchHit(row[0], "customer", name, code, Rank.EXACT, "name", name, recent=recent)


def _order(hit: SearchHit, place: int) -> tuple[object, ...]:
    """Best first: by rank, recently opened, the customer's own name before its people's, short names first."""
    return hit.rank, place, _WEIGHT.get(hit.field, 0), len(hit.value), hit.name, hit.code


def matching_records(session: Session, query: str) -> Select[uuid.UUID]:
    """A sub-query of all customers that match, for list filters: exact, where the search itself is bounded."""
    asked = parse_query(query)
    if asked.terms:
        wanted = select(CustomerEntity.id).where(all_terms(session, asked))
        words = asked.words
        return wanted.where(CustomerEntity.id.in_(matching_records(session, words))) if fold(words) else wanted
    key = fold(query)
    tags = [tag.id for tag in _tags(session, key)]
    wanted = _matching_documents(session, key)
    if not tags:
        return wanted
    carrying = select(CustomerTagEntity.customer_id).where(CustomerTagEntity.tag_id.in_(tags))
    return select(CustomerEntity.id).where(or_(CustomerEntity.id.in_(wanted), CustomerEntity.id.in_(carrying)))


def _matching_documents(session: Session, key: str) -> Select[uuid.UUID]:
    grams = query_grams(key)
    document = SearchDocument
    ways: list[Any] = []
    if grams or len(key) > 1:
        ways.append(and_(holding(session, grams or {key}), document.lines.contains(key, autoescape=True)))
    if not grams:
        ends = key + LAST
        ways += [(c >= key) & (c < ends) for c in (document.name_key, document.initials, document.pinyin)]
    if (number := _number(key)) is not None:
        ways.append(document.record_id.in_(select(CustomerEntity.id).where(CustomerEntity.number == number)))
    return select(document.record_id).where(or_(*ways))


def _number(key: str) -> int | None:
    """The customer number that a query may mean: `C000001`, `c1` or `1`."""
    digits = key.removeprefix("c")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 9:
        return None
    # 001 is a piece of something; a number is written without zeros or with all of them.
    return None if digits[0] == "0" and len(digits) < 6 else int(digits)


def _by_number(session: Session, key: str) -> list[_Found]:
    number = _number(key)
    if number is None:
        return []
    c = CustomerEntity
    ids = session.scalars(select(c.id).where(c.number == number, c.deleted_at.is_(None)).limit(1)).all()
    return _documents(session, select(SearchDocument).where(SearchDocument.record_id.in_(ids))) if ids else []


def _by_prefix(session: Session, key: str) -> list[_Found]:
    found: list[_Found] = []
    columns: list[InstrumentedAttribute[str]] = [SearchDocument.name_key]
    if key.isascii():
        columns += [SearchDocument.initials, SearchDocument.pinyin]
    for column in columns:
        wanted = (
            select(SearchDocument)
            .where(column >= key, column < key + LAST)
            .order_by(column, SearchDocument.id)
            .limit(CANDIDATES // 4)
        )
        found += _documents(session, wanted)
    return found


def _by_grams(session: Session, key: str) -> list[_Found]:
    grams = query_grams(key) or ({key} if len(key) > 1 else set())
    if not grams:
        return []
    connection = session.connection()
    holds = SearchDocument.lines.contains(key, autoescape=True)
    if connection.dialect.name == "postgresql":
        wanted = select(SearchDocument).where(holding(session, grams), SearchDocument.alive, holds)
        return _documents(session, wanted.limit(CANDIDATES))
    # Ask FTS5 first and by itself: joined, the planner may walk the documents instead.
    match = " AND ".join(f'"{token}"' for token in sorted(grams))
    ask = "SELECT rowid FROM search_gram WHERE search_gram MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"
    found: list[_Found] = []
    last = 0
    for step in _STEPS:
        ids = [row[0] for row in connection.exec_driver_sql(ask, (match, last, step))]
        for start in range(0, len(ids), CANDIDATES):
            part = SearchDocument.id.in_(ids[start : start + CANDIDATES])
            found += _documents(session, select(SearchDocument).where(part, SearchDocument.alive, holds))
        if len(ids) < step or len(found) >= CANDIDATES // 2:
            break
        last = ids[-1]
    return found


def _documents(session: Session, wanted: Select[SearchDocument]) -> list[_Found]:
    columns = wanted.where(SearchDocument.alive).with_only_columns(
        SearchDocument.record_id, SearchDocument.lines, SearchDocument.name_key
    )
    return [(row[0], row[1], row[2]) for row in session.execute(columns)]


def _recent(session: Session, recent: Sequence[Id]) -> list[SearchHit]:
    c = CustomerEntity
    wanted = select(c.id, c.name, c.number).where(c.id.in_(recent), c.deleted_at.is_(None))
    rows = {row.id: row for row in session.execute(wanted)}
    return [
        SearchHit(
            r, "customer", rows[r].name, customer_code(rows[r].number), Rank.EXACT, "name", rows[r].name, recent=True
        )
        for r in recent
        if r in rows
    ]


def _tags(session: Session, key: str) -> list[Tag]:
    """The tags whose name holds `key`. There are few tags: they are compared here, and no document is renewed when
    a hundred thousand customers are tagged."""
    if not key:
        return []
    found = session.execute(select(TagEntity.name, TagEntity.colour, TagEntity.id))
    return [Tag(*row) for row in found if key in fold(row.name)]


def _by_tags(session: Session, tags: Sequence[Id | None]) -> list[_Found]:
    if not tags:
        return []
    link = CustomerTagEntity
    carrying = select(link.customer_id).where(link.tag_id.in_(tags)).limit(CANDIDATES // 4)
    return _documents(session, select(SearchDocument).where(SearchDocument.record_id.in_(carrying)))


def _tagged(session: Session, tags: Sequence[Tag], found: Iterable[uuid.UUID]) -> dict[uuid.UUID, tuple[Line, ...]]:
    """Which of the found records carry which of the matching tags."""
    if not tags:
        return {}
    link = CustomerTagEntity
    wanted = select(link.customer_id, link.tag_id).where(
        link.customer_id.in_(list(found)), link.tag_id.in_([tag.id for tag in tags])
    )
    names = {tag.id: tag.name for tag in tags}
    lines: dict[uuid.UUID, tuple[Line, ...]] = {}
    for owner, tag_id in session.execute(wanted):
        lines[owner] = (*lines.get(owner, ()), Line("tag", names[tag_id], (fold(names[tag_id]),)))
    return lines


def _match(
    row: _Found, tags: Sequence[Line], key: str, recent: bool, only: Sequence[str] | None = None
) -> SearchHit | None:
    """The best match of a document, among the lines of the fields `only` where they are given."""
    record_id, lines, _ = row
    best: tuple[Rank, int, Line] | None = None
    name = code = ""
    for position, line in enumerate([*read_lines(lines), *tags]):
        if line.field == "name" and not name:
            name = line.shown
        elif line.field == "code":
            code = line.shown
        if only is not None and line.field not in only:
            continue
        for place, form in enumerate(line.keys):
            # A contact person's keys are the name, then its reading.
            kind = "pinyin" if line.field == "contact" and place else line.field
            rank = _rank(kind, form, key)
            if rank is not None and (best is None or (rank, position) < best[:2]):
                best = (rank, position, line)
    if best is None:
        return None
    rank, _, line = best
    start, length = _marked(line, key)
    shown = line.shown
    if line.field == "notes" and start > _AROUND:
        shown, start = "…" + shown[start - _AROUND :], _AROUND + 1
    return SearchHit(record_id, "customer", name, code, rank, line.field, shown[:200], start, length, recent)


def _rank(field: str, form: str, key: str) -> Rank | None:
    if field == "code" and _number(key) is not None and _number(key) == _number(form):
        return Rank.EXACT
    if key not in form:
        return None
    if field in _READINGS:
        return Rank.INITIALS if form.startswith(key) else Rank.SUBSTRING
    if form == key and field in _FULL:
        return Rank.EXACT
    return Rank.PREFIX if form.startswith(key) else Rank.SUBSTRING


def _marked(line: Line, key: str) -> tuple[int, int]:
    """Where the match stands in the shown text: folding drops characters and spells some out (№), so the place
    in the shown text is kept of each folded character."""
    if line.field in _READINGS:
        return 0, 0
    places = [i for i, ch in enumerate(line.shown) for _ in fold(ch)]
    folded = fold(line.shown)
    if len(places) != len(folded):
        return 0, 0
    if line.field == "code" and (number := _number(key)) is not None:
        key = str(number)
    if line.field == "phone" and key not in folded:
        key = key.removeprefix("0")  # the trunk prefix, which the stored number does without
    at = folded.rfind(key) if line.field == "code" else folded.find(key)
    if at < 0 or not key:
        return 0, 0
    return places[at], places[at + len(key) - 1] - places[at] + 1
