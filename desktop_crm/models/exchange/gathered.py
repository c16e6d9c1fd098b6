"""What the rows of a file have come to so far."""

from __future__ import annotations

import uuid

from desktop_crm.models.exchange.outcomes import Outcome
from desktop_crm.models.records.imports import RowProblem


class Gathered:
    """How many customers were created, what was wrong or left out, and what waits for the end of the file: links of
    custom fields by row, and relations by customer and row."""

    def __init__(self) -> None:
        self.created = 0
        self.problems: list[RowProblem] = []
        self.notes: list[RowProblem] = []
        self.links: list[tuple[Outcome, dict[str, str]]] = []
        self.linked: set[uuid.UUID] = set()
        self.relations: list[tuple[uuid.UUID, int, dict[str, str]]] = []
