"""The examples in our templates, and how they are known again in whatever language a template was written."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

NOTE = Message(QT_TRANSLATE_NOOP("messages", "Example: delete this row before you import."))
COMPANY = QT_TRANSLATE_NOOP("messages", "Example Trading Co., Ltd.")
PERSON = QT_TRANSLATE_NOOP("messages", "Lin Yi (example)")
# As templates say it in Chinese; a test compares these with the catalogue.
_NOTES = frozenset({NOTE.text, "示例：导入前请删除此行。"})
_NAMES = frozenset({COMPANY, PERSON, "示例贸易有限公司", "林一（示例）"})


def is_example(cells: Sequence[object]) -> bool:
    """Whether a row is an example that was left in: one that was written over with a real name is none."""
    return any(cell in _NOTES for cell in cells) and any(cell in _NAMES for cell in cells)
