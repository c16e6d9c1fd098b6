"""What the import wizard has done beside the window: `fn(monitor, database, …)` in a thread for a server, in a child
process for a file."""

from __future__ import annotations

import dataclasses
import shutil
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop_crm.controllers.importing_state import Basis, Looked, Options, Order, Ran, RowsSpec, Stamp
from desktop_crm.models.db.context import Outcome, Touched
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import CONTEXT, QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.import_kinds import CUSTOMER_KIND, ImportField
from desktop_crm.models.records.import_setup import ImportSetup
from desktop_crm.models.records.sources import LOOKED_AT, SourceChoice

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import CommandContext, Monitor
    from desktop_crm.models.db.database import Database
    from desktop_crm.models.records.custom_fields import CustomField
    from desktop_crm.models.records.import_setup import ImportProfile
    from desktop_crm.models.records.imports import FoundOptions, RowPage, Survey, UndoneImport
    from desktop_crm.models.records.listed import Id

PAGE = "import"
"""The page that shows how far the work is; elsewhere the window does."""
KEPT_SECONDS = 86_400
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


def look(
    monitor: Monitor, database: Database, order: Order, plain: bool, wanted: ImportProfile | None = None
) -> Looked:
    """What is in the file and what its columns are taken for: as the profile `wanted` says, or one that knows the file
    again; `plain`: whatever saved profiles say."""
    from desktop_crm.models.exchange.customer_import import recogniser
    from desktop_crm.models.exchange.reading import look_at
    from desktop_crm.models.exchange.recognising import read_as, recognise
    from desktop_crm.models.exchange.suggesting import as_profile, guessed_type, suggest

    stamp = stamp_of(order.path)
    with database.read() as session:
        basis, fields = basis_of(session)
    path, known, profile = Path(order.path), recogniser(fields), wanted
    found = read_as(path, known, wanted) if wanted is not None else None
    if found is None:
        found = look_at(path, known, order.choice)
    if wanted is None and not plain and order.choice == SourceChoice():
        found, profile = recognise(path, known, found, basis.profiles)
    if profile is not None:
        setup = as_profile(profile, found.headers, fields)
    else:
        setup, profile = suggest(found.headers, fields, () if plain else basis.profiles)
    looked = min(found.rows, LOOKED_AT)
    guesses = {one.place: guessed_type(one.samples, one.filled * looked // 100, one.distinct) for one in found.columns}
    return Looked(found, basis, setup, profile, stamp, guesses)


def survey(monitor: Monitor, database: Database, order: Order) -> Survey:
    """All values of the file that nobody here knows, whatever was chosen for them already."""
    from desktop_crm.models.exchange.customer_import import open_customers
    from desktop_crm.models.exchange.suggesting import survey as look_through
    from desktop_crm.models.queries.catalogue import custom_fields

    stamp_of(order.path)
    setup = dataclasses.replace(order.setup, values=())
    with database.read() as session:
        table = open_customers(Path(order.path), custom_fields(session), setup, order.choice)
        return look_through(session, table.header, table.rows, setup, monitor, height=table.height)


def count(monitor: Monitor, database: Database, order: Order) -> tuple[int, tuple[int, ...]]:
    """How many rows there are, and how many of them have something in each column."""
    from desktop_crm.models.exchange.customer_import import open_customers
    from desktop_crm.models.exchange.suggesting import count_filled
    from desktop_crm.models.queries.catalogue import custom_fields

    stamp_of(order.path)
    with database.read() as session:
        table = open_customers(Path(order.path), custom_fields(session), order.setup, order.choice)
    return count_filled(table.rows, len(table.header), monitor, height=table.height)


def options(monitor: Monitor, database: Database, order: Order, place: int, several: bool) -> FoundOptions:
    """The options that the values of a column make, for a choice that is to be made of it."""
    from desktop_crm.models.exchange.customer_import import open_customers
    from desktop_crm.models.exchange.suggesting import found_options
    from desktop_crm.models.queries.catalogue import custom_fields

    stamp_of(order.path)
    with database.read() as session:
        table = open_customers(Path(order.path), custom_fields(session), order.setup, order.choice)
    return found_options(table.rows, place, several=several, monitor=monitor, height=table.height)


def save_profile(ctx: CommandContext, name: str, headers: Sequence[str], setup: ImportSetup) -> Id:
    """Keeps the choices under a name for files with such columns."""
    from desktop_crm.models.commands.import_profiles import save_profile as save

    return save(ctx, name, setup, headers)


def rename_profile(ctx: CommandContext, key: Id, name: str) -> None:
    from desktop_crm.models.commands.import_profiles import rename_profile as rename

    rename(ctx, key, name)


def share_profile(ctx: CommandContext, key: Id, shared: bool) -> None:
    from desktop_crm.models.commands.import_profiles import share_profile as share

    share(ctx, key, shared)


def delete_profile(ctx: CommandContext, key: Id) -> None:
    from desktop_crm.models.commands.import_profiles import delete_profile as delete

    delete(ctx, key)


def profiles(session: Session) -> tuple[ImportProfile, ...]:
    from desktop_crm.models.queries.import_profiles import import_profiles

    return import_profiles(session)


def basis_of(session: Session) -> tuple[Basis, tuple[CustomField, ...]]:
    """The fields that columns can fill, and the values that they know."""
    from desktop_crm.models.queries.customers import filter_choices
    from desktop_crm.models.queries.import_profiles import import_profiles
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
    options["key_user"] = options["owner"]
    options["team"] = options["key_team"] = tuple((one.name, _plain(one.name)) for one in found.teams)
    options["tags"] = tuple((one.name, _plain(one.name)) for one in found.tags)
    for field in found.fields:
        options[field.field_id] = tuple((label, _plain(label)) for _, label in field.pairs)
    return Basis(kind, options, import_profiles(session)), found.fields


def _plain(words: str) -> Message:
    """Data, not to be translated."""
    return Message("{text}", {"text": words})


def check(monitor: Monitor, database: Database, order: Order) -> Ran:
    """All of the import but the commit."""
    from desktop_crm.models.exchange.customer_import import run_import

    stamp = stamp_of(order.path)
    found = run_import(
        database,
        Path(order.path),
        dry_run=True,
        monitor=monitor,
        setup=order.setup,
        outcomes=Path(order.rows),
        source=order.choice,
    )
    return Ran(found.value, order.rows, stamp)


def run(database: Database, monitor: Monitor, order: Order) -> Outcome[Ran]:
    """The import. Where it would come to other counts than the check it writes nothing and answers a new check."""
    from desktop_crm.models.exchange.customer_import import DATA_CHANGED, run_import

    assert order.stamp is not None
    same_file(order.path, order.stamp)
    try:
        done = run_import(
            database,
            Path(order.path),
            monitor=monitor,
            setup=order.setup,
            outcomes=Path(order.rows),
            expected=order.counts,
            source=order.choice,
        )
    except UserError as error:
        if error.message != DATA_CHANGED:
            raise
        again = check(monitor, database, order)
        return Outcome(dataclasses.replace(again, differs=True), None, Touched())
    return Outcome(Ran(done.value, order.rows, order.stamp), done.change_set, done.touched)


def run_file(monitor: Monitor, target: str, order: Order) -> Outcome[Ran]:
    """`run` in a process of its own."""
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return run(database, monitor, order)
    finally:
        database.close()


def rows(spec: RowsSpec, first: int, most: int) -> RowPage:
    """Some rows of what a check or a run left; none of one that was put aside for a newer one meanwhile."""
    from desktop_crm.models.exchange.outcomes import read_page
    from desktop_crm.models.records.imports import RowPage

    if not Path(spec.file).exists():
        return RowPage((), 0)
    return read_page(Path(spec.file), offset=first, limit=most, outcomes=spec.outcomes, text=spec.words)


def save_refused(
    monitor: Monitor, outcomes: str, headers: Sequence[str], target: Path, source: tuple[Path | None, str]
) -> int:
    """The rows that were not taken, as a workbook with the styles of the file and sheet that they come from; answers
    how many."""
    from desktop_crm.models.exchange.error_rows import write_error_rows

    path, sheet = source
    return write_error_rows(Path(outcomes), headers, target, _translate, source=path, sheet=sheet, monitor=monitor)


def _translate(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def take_back(ctx: CommandContext, change_set: Id) -> UndoneImport:
    from desktop_crm.models.commands.undo_import import undo_import

    return undo_import(ctx, change_set)


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


def sweep(folder: Path) -> None:
    """Removes what a run of the application that ended in between left behind."""
    old = time.time() - KEPT_SECONDS
    for one in folder.glob("*"):
        try:
            if one.stat().st_mtime < old:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        except OSError:
            # Another window was quicker, or is reading it still.
            continue


def remove(path: Path) -> None:
    """Copies of people's data do not stay behind."""
    shutil.rmtree(path.parent, ignore_errors=True)
