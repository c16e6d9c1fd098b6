"""What a command is given, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from desktop_crm.models.errors import CancelledError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.change_kind import ChangeKind
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.records.history import ChangeSet

T_co = TypeVar("T_co", covariant=True)

# In a session's `info`: a change set → the range (first, last] of its journal rows that are new rows whose search
# documents and completeness were made when they were written.
MADE = "made_with_the_rows"
CANCELLED = Message(QT_TRANSLATE_NOOP("messages", "Cancelled. Nothing was changed."))


class Progress(NamedTuple):
    """`done` of `total` steps (`total` 0: not known), and what is being done."""

    done: int
    total: int
    label: Message = Message("")


class Monitor:
    """Where long work reports and asks whether to go on. The methods are called from the worker."""

    def __init__(
        self,
        report: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._report = report
        self._cancelled = cancelled

    def report(self, done: int, total: int, label: Message | None = None) -> None:
        """Reports progress; raises CancelledError if the person has cancelled."""
        if self._cancelled():
            raise CancelledError(CANCELLED)
        self._report(Progress(done, total, label or Message("")))


class Actor(NamedTuple):
    """Who writes, and from which device."""

    user_id: Id
    device_id: Id


@dataclass(eq=False, repr=False)
class CommandContext:
    """One command's session and surroundings. A command sets `title`, the text of its undo step, and never
    commits. `seq` is its change set; undo and redo say so by `kind` and `target_seq`."""

    session: Session
    actor: Actor
    title: Message
    seq: int
    monitor: Monitor = field(default_factory=Monitor)
    kind: ChangeKind = ChangeKind.DO
    target_seq: int | None = None


class Touched(NamedTuple):
    """Which rows a command changed: table → ids, or None for "too many to name"."""

    tables: Mapping[str, frozenset[Id] | None] = {}

    def hits(self, table: str, row_id: Id | None = None) -> bool:
        """Whether rows of `table` (or that very row) changed."""
        if table not in self.tables:
            return False
        ids = self.tables[table]
        return row_id is None or ids is None or row_id in ids


class Outcome(NamedTuple, Generic[T_co]):
    """What a command answered; `change_set` is None when it changed nothing."""

    value: T_co
    change_set: ChangeSet | None
    touched: Touched
