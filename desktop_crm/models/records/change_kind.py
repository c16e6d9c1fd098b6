"""What a change set is: apart from the history's records, which start-up does without."""

from __future__ import annotations

from enum import StrEnum


class ChangeKind(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    OUTSIDE = "outside"
