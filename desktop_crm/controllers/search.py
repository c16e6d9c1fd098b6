"""Search as you type: only the newest question is answered."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.state import UiState
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.records.search import Answer, SearchHit

RECENT = 50


class SearchController(QObject):
    """Finds records; knows which ones were opened lately."""

    def __init__(self, runner: Runner, state: UiState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._state = state
        self._database_key = ""

    def use(self, database_key: str) -> None:
        """From now on "recently opened" is that of this database."""
        self._database_key = database_key

    def remember(self, record_id: Id) -> None:
        """The record was opened: it leads its rank from now on."""
        self._state.remember_record(self._database_key, str(record_id))

    def recent(self) -> tuple[Id, ...]:
        """Recently opened records, newest first."""
        return _keys(self._state.recent_records(self._database_key))

    def favourites(self) -> tuple[Id, ...]:
        """Records opened often and lately, first those that lead a list of hits."""
        return _keys(self._state.favourite_records(self._database_key))

    def find(self, text: str, owner: QObject, limit: int = 20) -> Task[list[SearchHit]]:
        """The best hits for what was typed so far; an empty text gives the recent records."""
        known = self.favourites() if text.strip() else self.recent()
        return self._runner.query(_search, text, limit, known, owner=owner, key="search")

    def answer(self, text: str, owner: QObject, limit: int = 20) -> Task[Answer]:
        """The hits, and how what was typed may go on: prefixes, and values behind `tag:` and `owner:`."""
        known = self.favourites() if text.strip() else self.recent()
        return self._runner.query(_answer, text, limit, known, owner=owner, key="search")

    def spellings(self, texts: Sequence[str], owner: QObject) -> Task[dict[str, tuple[str, str]]]:
        """How Chinese texts are typed in pinyin: whole, and by initials. What is not Chinese is left out."""
        return self._runner.work(_spellings, tuple(texts), owner=owner)


def _keys(texts: Sequence[str]) -> tuple[Id, ...]:
    return tuple(key for text in texts[:RECENT] if (key := _key(text)) is not None)


def _key(text: str) -> Id | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _spellings(texts: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    from desktop_crm.models.text.pinyin import reading

    found = {text: reading(text) for text in texts if not text.isascii()}
    return {text: (one.full, one.initials) for text, one in found.items()}


def _search(session: Session, text: str, limit: int, recent: tuple[Id, ...]) -> list[SearchHit]:
    from desktop_crm.models.queries.search import search_customers

    return search_customers(session, text, limit=limit, recent=recent)


def _answer(session: Session, text: str, limit: int, known: tuple[Id, ...]) -> Answer:
    from desktop_crm.models.queries.search_terms import suggestions
    from desktop_crm.models.records.search import Answer
    from desktop_crm.models.text.search_query import parse_query

    return Answer(_search(session, text, limit, known), suggestions(session, parse_query(text), text))
