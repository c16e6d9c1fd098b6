"""Texts that the models hand to people: an English source text and its arguments.

The models know no Qt, so they never translate. `QT_TRANSLATE_NOOP` marks a literal for Qt
Linguist, which finds it by that very name; the controllers translate when they show it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, Union

Argument: TypeAlias = Union[str, int, "Message"]
Translate: TypeAlias = Callable[[str], str]
CONTEXT = "messages"
_HAN = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60“”‘’"
_FIRST, _LAST = re.compile(f"[{_HAN}]"), re.compile(f"[{_HAN}]$")
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_BEFORE, _BEHIND = f"(?<=[{_HAN}]) (?={{}})", f"(?<={{}}) (?=[{_HAN}])"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Returns `text`; the translation tools collect the literal under `context`."""
    return text


def filled_in(template: str, values: Mapping[str, str | int]) -> str:
    """The template with its values. Chinese has a space beside a figure or a Latin word, and none beside Chinese:
    which it is, is known only here.

    >>> filled_in("编辑 {name} 的档案", {"name": "华泰"}), filled_in("编辑 {name} 的档案", {"name": "Siemens"})
    ('编辑华泰的档案', '编辑 Siemens 的档案')
    """
    if _CHINESE.search(template):
        for name, value in values.items():
            mark, words = "{" + name + "}", str(value)
            if _FIRST.match(words):
                template = re.sub(_BEFORE.format(re.escape(mark)), "", template)
            if _LAST.search(words):
                template = re.sub(_BEHIND.format(re.escape(mark)), "", template)
    return template.format_map(values)


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with `{named}` arguments; an argument may be a message itself.

    >>> Message("Change {field}", {"field": Message("Phone")}).plain()
    'Change Phone'
    """

    text: str
    args: Mapping[str, Argument] = field(default_factory=dict)

    def plain(self) -> str:
        """The English text."""
        return self.format(lambda text: text)

    def format(self, translate: Translate) -> str:
        """The text in the language of `translate`, which maps an English template to a local one."""
        filled = {
            key: value.format(translate) if isinstance(value, Message) else value for key, value in self.args.items()
        }
        template = translate(self.text)
        return filled_in(template, filled) if filled else template

    def to_json(self) -> str:
        return json.dumps(_encode(self), ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> Message:
        """Reads what `to_json` wrote; raises ValueError on anything else."""
        return _decode(json.loads(text))

    def __hash__(self) -> int:
        return hash((self.text, tuple(sorted(self.args))))


LIST = QT_TRANSLATE_NOOP("messages", "{first}, {second}")


def listed(parts: Sequence[str | int | Message]) -> Message:
    """Several texts as one, with what a language puts between them.

    >>> listed(["A", "B", "C"]).plain()
    'A, B, C'
    """
    found: Message | None = None
    for part in parts:
        found = Message("{text}", {"text": part}) if found is None else Message(LIST, {"first": found, "second": part})
    return found or Message("")


def _encode(message: Message) -> dict[str, object]:
    out: dict[str, object] = {"t": message.text}
    if message.args:
        out["a"] = {key: _encode(value) if isinstance(value, Message) else value for key, value in message.args.items()}
    return out


def _decode(raw: object) -> Message:
    if not isinstance(raw, dict) or not isinstance(raw.get("t"), str):
        raise ValueError("not a message")
    args = raw.get("a", {})
    if not isinstance(args, dict):
        raise ValueError("not a message")
    return Message(
        raw["t"],
        {key: _decode(value) if isinstance(value, dict) else value for key, value in args.items()},
    )
