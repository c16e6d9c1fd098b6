"""Runs a command: opens the database, shows what came of it, and says in words what was refused."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm.cli.words import words_of
from desktop_crm.models.db.context import Monitor, Progress
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import Message

if TYPE_CHECKING:
    from desktop_crm.controllers.paths import Places
    from desktop_crm.models.db.database import Database


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: for programs as JSON, for people as lines. `ok` False: exit status 1."""

    data: Any
    lines: list[str | Message] = field(default_factory=list)
    ok: bool = True


@dataclass(slots=True)
class Run:
    """One command line being run."""

    given: argparse.Namespace
    monitor: Monitor
    places: Places
    translate: Callable[[str], str]
    language: str

    @property
    def target(self) -> str:
        """The database that is meant: a path or a URL."""
        return self.given.db or str(self.places.database)

    def show(self, text: str | Message) -> str:
        return text.format(self.translate) if isinstance(text, Message) else text

    @contextmanager
    def database(self, *, create: bool = False) -> Iterator[Database]:
        """The database, upgraded if it is older; closed at the end."""
        from desktop_crm.models.db.engine import sqlite_path, url_of
        from desktop_crm.models.db.migrations import upgrade
        from desktop_crm.models.opening import open_database

        path = sqlite_path(url_of(self.target))
        if not create or path is None or path.exists():
            upgrade(self.target, None if self.given.db else self.places.backups)
        database = open_database(self.target, create=create)
        try:
            yield database
        finally:
            database.close()


def run(given: argparse.Namespace) -> int:
    """Runs a parsed command line; returns its exit status."""
    from desktop_crm.cli.commands import COMMANDS

    if given.command == "version":
        return _print_version(given.json)
    from desktop_crm.controllers.paths import Places

    cancel = _Cancel()
    draws = given.command == "export" and given.file.lower().endswith(".pdf")
    translate, language = words_of(given.lang, draws=draws)
    with cancel.on_interrupt():
        monitor = Monitor(_progress(translate), lambda: cancel.asked)
        work = Run(given, monitor, Places.of_user(os.environ), translate, language)
        try:
            answer = COMMANDS[given.command](work)
        except CrmError as error:
            _clear_progress()
            print(_refusal(work, error), file=sys.stderr)
            return 1
    _clear_progress()
    if given.json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=2, default=str))
    else:
        for line in answer.lines:
            print(work.show(line))
    return 0 if answer.ok else 1


def _print_version(as_json: bool) -> int:
    from desktop_crm import __version__

    print(json.dumps({"version": __version__}) if as_json else f"Desktop CRM {__version__}")
    return 0


def _refusal(work: Run, error: CrmError) -> str:
    fields = getattr(error, "fields", {})
    parts = [error.message, *fields.values(), *([error.advice] if error.advice else [])]
    return "\n".join(work.show(part) for part in parts)


class _Cancel:
    """Ctrl+C asks the work to stop at its next step, so that its transaction ends properly."""

    def __init__(self) -> None:
        self.asked = False

    def _ask(self, _number: int, _frame: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

    @contextmanager
    def on_interrupt(self) -> Iterator[None]:
        former: Any = None
        with suppress(ValueError):  # not in the main thread, as in tests
            former = signal.signal(signal.SIGINT, self._ask)
        try:
            yield
        finally:
            if former is not None:
                signal.signal(signal.SIGINT, former)


def _progress(translate: Callable[[str], str]) -> Callable[[Progress], None]:
    if not sys.stderr.isatty():
        return lambda _: None

    def show(progress: Progress) -> None:
        of = f" / {progress.total:,}" if progress.total else ""
        print(f"\r\033[K{progress.label.format(translate)} {progress.done:,}{of}", end="", file=sys.stderr, flush=True)

    return show


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)


__all__ = ["Answer", "Path", "Run", "run"]
