"""Knows a file again by the profiles that were saved for such files, also one that has to be read in a special way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.header_rows import Recognise
from desktop_crm.models.exchange.reading import look_at
from desktop_crm.models.queries.import_profiles import recognised
from desktop_crm.models.records.import_setup import ImportProfile, fingerprint
from desktop_crm.models.records.sources import AS_FOUND, SourceChoice, SourceLook

# So many ways of reading are tried at most: each opens the file once more.
TRIED = 5


def read_as(path: Path, known: Recognise, profile: ImportProfile) -> SourceLook | None:
    """The file read as a profile says; None where it says nothing of that, or the file cannot be read so."""
    source = profile.setup.source
    if source == AS_FOUND:
        return None
    try:
        return look_at(path, known, source)
    except UserError:
        return None


def recognise(
    path: Path, known: Recognise, found: SourceLook, profiles: Sequence[ImportProfile]
) -> tuple[SourceLook, ImportProfile | None]:
    """What was `found` in a file, or what is found when it is read as one of the profiles says, and that profile."""
    profile = recognised(profiles, found.headers)
    tried: set[SourceChoice] = set()
    for one in profiles if profile is None else (profile,):
        source = one.setup.source
        if source in tried or len(tried) >= TRIED or not _fits(source, found):
            continue
        tried.add(source)
        again = read_as(path, known, one)
        if again is not None:
            mark = fingerprint(again.headers)
            fitting = [other for other in profiles if other.setup.source == source and other.fingerprint == mark]
            if fitting:
                return again, profile or fitting[0]
    return found, profile


def _fits(source: SourceChoice, found: SourceLook) -> bool:
    """Whether a file may be read so at all."""
    if found.encodings:
        return not source.sheet
    return not (source.encoding or source.separator) and source.sheet in ("", *(one.name for one in found.sheets))
