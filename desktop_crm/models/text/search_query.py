"""What was typed into a search: free words, and terms with a prefix such as `phone:138` or `标签:重点`.

All terms must hold. A value with spaces stands in quotation marks; the full-width colon of Chinese keyboards counts as
one. What only looks like a prefix (`https:…`, `10:30`) is free text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

PREFIXES: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "名称", "姓名"),
    "phone": ("phone", "tel", "电话", "手机"),
    "email": ("email", "mail", "邮箱"),
    "contact": ("contact", "联系人"),
    "tag": ("tag", "标签"),
    "owner": ("owner", "客户经理"),
    "stage": ("stage", "阶段"),
    "code": ("code", "编号"),
    "notes": ("notes", "note", "备注"),
    "file": ("file", "附件"),
    "field": ("field", "字段"),
}
"""Prefix → how it is written: in English first, then in Chinese."""

ME = ("me", "我")
_KINDS = {word: kind for kind, words in PREFIXES.items() for word in words}
_TERM = re.compile(
    r"(?:^|(?<=\s))("
    + "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
    + r")[:：]\s*(\"[^\"]*\"?|“[^”]*”?|\S*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """`kind` is a key of PREFIXES; `value` as typed, without quotation marks; it stands at `start` of the query."""

    kind: str
    value: str
    start: int


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """The free words, and the terms with a prefix (those with a value yet)."""

    words: str
    terms: tuple[Term, ...] = ()
    unfinished: Term | None = None


def parse_query(text: str) -> SearchQuery:
    """Takes a query apart. `unfinished` is the last term while it is still being typed.

    >>> parse_query('华为 phone:138 tag:"重点 客户"').terms[1].value
    '重点 客户'
    """
    terms: list[Term] = []
    last: Term | None = None
    for match in _TERM.finditer(text):
        term = Term(_KINDS[match[1].lower()], match[2].strip('"“”').strip(), match.start(2))
        last = term if match.end() == len(text) else None
        if term.value:
            terms.append(term)
    return SearchQuery(_TERM.sub(" ", text).strip(), tuple(terms), last)


def written(value: str) -> str:
    """A value as it stands behind a prefix."""
    return f'"{value}"' if re.search(r"\s", value) else value
