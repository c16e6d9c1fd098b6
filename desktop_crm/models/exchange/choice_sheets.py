"""Choices that are too long for a cell's own rule stand on a hidden sheet, and the rule names their range.

The writer knows no such rule. It is given one of another kind with that range as its formula, and the kind is put right
in the finished file: that takes one more pass over the sheet, so it is done where choices are long and nowhere else."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import IO

from desktop_crm.models.records.tables import Out

RANGE = "custom"  # the kind of rule that stands for a range of choices until `mend`
_WRITTEN = b'<dataValidation type="custom"'
_MEANT = b'<dataValidation type="list"'
_CHUNK = 1 << 20


def rows_of(lists: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Out]]:
    """The rows of the hidden sheet: a column for each list, below a row with what it is called."""
    for row in zip_longest(*lists.values()):
        yield dict(zip(lists, row, strict=True))


def range_of(place: int, count: int, sheet: str) -> str:
    """Where the choices of the list at a place (from 0) stand."""
    name, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    quoted = sheet.replace("'", "''")
    return f"='{quoted}'!${name}$2:${name}${count + 1}"


def mend(path: Path, beside: Path) -> None:
    """Writes a workbook anew to `beside`, with the kind of the rules in its first sheet put right."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for member in old.infolist():
            with old.open(member) as source, new.open(member.filename, "w", force_zip64=True) as target:
                _copy(source, target, mending=member.filename == "xl/worksheets/sheet1.xml")


def _copy(source: IO[bytes], target: IO[bytes], *, mending: bool) -> None:
    rest = b""
    while chunk := source.read(_CHUNK):
        if mending:
            # What is looked for may lie across two pieces; in the text of a cell it cannot stand.
            chunk = (rest + chunk).replace(_WRITTEN, _MEANT)
            keep = len(_WRITTEN) - 1
            chunk, rest = chunk[:-keep], chunk[-keep:]
        target.write(chunk)
    target.write(rest)
