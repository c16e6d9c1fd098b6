"""What the import wizard has done beside the window: `fn(monitor, database, …)` in a thread for a server, in a child
process for a file."""

from __future__ import annotations

import dataclasses
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm.controllers.importing_state import Basis, Looked, Options, Ran, Stamp
from desktop_crm.models.db.context import Outcome, Touched
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.import_kinds import CUSTOMER_KIND, ImportField
from desktop_crm.models.records.import_setup import ImportProfile, ImportSetup, fingerprint

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import Monitor
    from desktop_crm.models.records.custom_fields import CustomField
    from desktop_crm.models.records.imports import ImportCounts, RowOutcome, RowPage
    from desktop_crm.models.records.listed import Id
    from desktop_crm.models.records.sources import SourceChoice

GONE = QT_TRANSLATE_NOOP("messages", "“{file}” is not there any more. Nothing was written.")
GONE_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Put the file back, or choose another one in the first step."))
OTHER_FILE = QT_TRANSLATE_NOOP("messages", "“{file}” was changed since it was checked. Nothing was written.")
OTHER_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Check it again to see what it does now."))


def in_file(monitor: Monitor, target: str, fn: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    """`fn` on a file's database, in a process of its own."""
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return fn(monitor, database, *args)
    finally:
        database.close()


def stamp_of(path: str) -> Stamp:
    """Raises UserError where the file is not there."""
    try:
        found = Path(path).stat()
    except OSError as error:
        raise UserError(Message(GONE, {"file": Path(path).name}), GONE_ADVICE) from error
    return Stamp(found.st_size, found.st_mtime_ns)


def same_file(path: str, stamp: Stamp) -> None:
    """Raises UserError where the file is not the one that was looked at."""
    if stamp_of(path) != stamp:
        raise UserError(Message(OTHER_FILE, {"file": Path(path).name}), OTHER_ADVICE)


def look(monitor: Monitor, database: Database, path: str, choice: SourceChoice, plain: bool) -> Looked:
    """What is in the file and what its columns are taken for; `plain`: whatever saved profiles say."""
    from desktop_crm.models.exchange.customer_cells import suggested_columns
    from desktop_crm.models.exchange.customer_import import recogniser
    from desktop_crm.models.exchange.reading import look_at

    stamp = stamp_of(path)
    with database.read() as session:
        basis, fields = basis_of(session)
    found = look_at(Path(path), recogniser(fields), choice)
    profile = None if plain else _recognised(basis, found.headers)
    if profile is not None:
        setup = profile.setup.for_header(found.headers)
    else:
        setup = ImportSetup(columns=suggested_columns(found.headers, fields))
    return Looked(found, basis, setup, profile, stamp)


def _recognised(basis: Basis, headers: Sequence[str]) -> ImportProfile | None:
    mark = fingerprint(headers)
    return next((one for one in basis.profiles if one.fingerprint == mark), None)


def basis_of(session: Session) -> tuple[Basis, tuple[CustomField, ...]]:
    """The fields that columns can fill, and the values that they know."""
    from desktop_crm.models.queries.customers import filter_choices
    from desktop_crm.models.records.choices import CHOICES

    found = filter_choices(session)
    own = tuple(ImportField(one.field_id, one.label) for one in found.fields)
    kind = dataclasses.replace(CUSTOMER_KIND, fields=(*CUSTOMER_KIND.fields, *own))
    options: dict[str, Options] = {name: tuple(labels.items()) for name, labels in CHOICES.items()}
    options["contact_role"] = options["role"]
    for name, values in found.values.items():
        known = dict(options.get(name, ()))
        options[name] = (*known.items(), *((one, _plain(one)) for one in values if one not in known))
    options["owner"] = tuple((one.name, _plain(one.name)) for one in found.users)
    options["team"] = tuple((one.name, _plain(one.name)) for one in found.teams)
    options["tags"] = tuple((one.name, _plain(one.name)) for one in found.tags)
    for field in found.fields:
        options[field.field_id] = tuple((label, _plain(label)) for _, label in field.pairs)
    return Basis(kind, options, ()), found.fields


def _plain(words: str) -> Message:
    """Data, not to be translated."""
    return Message("{text}", {"text": words})


def check(
    monitor: Monitor, database: Database, path: str, choice: SourceChoice, setup: ImportSetup, outcomes: str
) -> Ran:
    """All of the import but the commit."""
    from desktop_crm.models.exchange.customer_import import run_import

    stamp = stamp_of(path)
    found = run_import(
        database, Path(path), dry_run=True, monitor=monitor, setup=setup, outcomes=Path(outcomes), source=choice
    )
    return Ran(found.value, outcomes, stamp)


def run(
    database: Database,
    monitor: Monitor,
    path: str,
    choice: SourceChoice,
    setup: ImportSetup,
    outcomes: str,
    counts: ImportCounts,
    stamp: Stamp,
) -> Outcome[Ran]:
    """The import. Where it would come to other counts than the check it writes nothing and answers a new check."""
    from desktop_crm.models.exchange.customer_import import DATA_CHANGED, run_import

    same_file(path, stamp)
    try:
        done = run_import(
            database,
            Path(path),
            monitor=monitor,
            setup=setup,
            outcomes=Path(outcomes),
            expected=counts,
            source=choice,
        )
    except UserError as error:
        if error.message != DATA_CHANGED:
            raise
        again = check(monitor, database, path, choice, setup, outcomes)
        return Outcome(dataclasses.replace(again, differs=True), None, Touched())
    return Outcome(Ran(done.value, outcomes, stamp), done.change_set, done.touched)


def run_file(monitor: Monitor, target: str, *args: Any) -> Outcome[Ran]:
    """`run` in a process of its own."""
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return run(database, monitor, *args)
    finally:
        database.close()


def rows(path: str, outcomes: tuple[RowOutcome, ...], text: str, first: int, most: int) -> RowPage:
    from desktop_crm.models.exchange.outcomes import read_page

    return read_page(Path(path), offset=first, limit=most, outcomes=outcomes, text=text)


def is_undone(session: Session, change_set: Id) -> bool:
    """Whether a change set is taken back at present."""
    from desktop_crm.models.db.undo import find

    return find(session, change_set).undone_by is not None


# Files of our own.


def rows_file(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{uuid.uuid4().hex}.rows"


def remove_rows(path: str) -> None:
    Path(path).unlink(missing_ok=True)


def write_pasted(folder: Path, name: str, text: str) -> Path:
    """A copied table as a file in a folder of its own."""
    from desktop_crm.models.exchange.pasted import keep_pasted

    place = folder / uuid.uuid4().hex
    place.mkdir(parents=True, exist_ok=True)
    return keep_pasted(text, place, f"{name}.tsv")


def remove(path: Path) -> None:
    """Copies of people's data do not stay behind."""
    shutil.rmtree(path.parent, ignore_errors=True)
