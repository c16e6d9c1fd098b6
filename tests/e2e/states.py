"""The states and dialogs that are met less often: what went wrong, what is empty, what a command asks."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.e2e.album import Album
from tests.e2e.screen import until

AREAS = (
    ("alt+3", "duplicates"),
    ("alt+7", "health"),
    ("ctrl+shift+i", "hand-overs"),
    ("ctrl+shift+b", "bin"),
    ("ctrl+h", "history"),
    ("alt+8", "custom-fields"),
)
ASKED_OF_A_CUSTOMER = (
    ("ctrl+t", "tags"),
    ("ctrl+shift+a", "owner"),
    ("ctrl+shift+g", "stage"),
    ("ctrl+shift+r", "relation"),
    ("ctrl+shift+k", "key-customers"),
)
ASKED_OF_THE_LIST = (
    ("columns", "columns"),
    ("manage tags", "manage-tags"),
    ("save view", "save-view"),
    ("hand over", "hand-over"),
    ("share", "share"),
    ("add a custom field", "field"),
    ("add data rule", "rule"),
    ("dictionaries", "dictionaries"),
    ("weights of", "weights"),
    ("open a team", "server"),
)


class States(Album):
    """Taken beside the pages, with the same files."""

    def parts(self) -> Mapping[str, Callable[[], None]]:
        book, empty = self._work / "book.crmdb", self._work / "empty.crmdb"
        return {
            "errors": lambda: self._errors(book),
            "empty-areas": lambda: self._empty_areas(empty),
            "questions": lambda: self._questions(book),
            "asked-of-one": lambda: self._asked_of_one(book),
            "look": lambda: self._list_look(book),
            "merge": lambda: self._merge(book),
            "settings": lambda: self._settings(book),
            "lower-form": lambda: self._lower_form(book),
            "pickers": lambda: self._pickers(book),
            "filled": lambda: self._filled(book),
            "parts": lambda: self._parts(book),
            "heir": lambda: self._heir(book),
        }

    def _errors(self, book: Path) -> None:
        newer, locked = self._work / "newer.crmdb", self._work / "locked.crmdb"
        for copy in (newer, locked):
            shutil.copy(book, copy)
        with sqlite3.connect(newer) as file:
            file.execute("PRAGMA user_version = 99")
        file.close()
        self._refused("40-newer-file", str(newer))
        self._stop()
        lock = sqlite3.connect(locked)
        lock.execute("PRAGMA locking_mode = EXCLUSIVE")
        lock.execute("BEGIN EXCLUSIVE")
        try:
            self._refused("41-locked", str(locked))
        finally:
            lock.close()
        self._stop()
        self._refused("42-gone", str(self._work / "gone.crmdb"))
        self._stop()
        self._refused("43-lost-server", "postgresql://nobody@127.0.0.1:9/crm")

    def _refused(self, name: str, target: str) -> None:
        """What the window says of a database that it could not open, once it has tried."""
        program = self._start("--db", target)
        trying = ("Opening", "正在打开")
        until(lambda: not any(one in words for words in program.texts() for one in trying), "the outcome", 90)
        self._keep(name)

    def _empty_areas(self, empty: Path) -> None:
        program = self._open(empty)
        for keys, name in AREAS:
            program.keys(keys)
            self._keep(f"44-empty-{name}")

    def _questions(self, book: Path) -> None:
        """What commands ask of the chosen customers and of the window."""
        program = self._open(book)
        program.find(role="table").focus()
        program.keys("Home", "shift+Down", "shift+Down")
        for words, name in ASKED_OF_THE_LIST:
            self._command(words, f"50-{name}")
            program.keys("Escape")
            program.calm()

    def _asked_of_one(self, book: Path) -> None:
        program = self._open(book)
        self._record()
        for keys, name in ASKED_OF_A_CUSTOMER:
            program.keys(keys)
            self._keep(f"51-{name}")
            program.keys("Escape")
            program.calm()
        program.keys("ctrl+shift+y")
        self._keep("51-verified")

    def _list_look(self, book: Path) -> None:
        program = self._open(book)
        program.find(role="table").focus()
        program.keys("Home", "Menu")
        self._keep("52-context-menu")
        program.keys("Escape", "ctrl+b", "ctrl+g")
        self._keep("53-groups-narrow-navigation")
        program.keys("ctrl+b", "alt+f")
        self._keep("54-file-menu")
        program.keys("Right", "Right")
        self._keep("54-customer-menu")
        program.keys("Escape", "Escape")
        program.calm()
        self._command("stop nothing", "55-palette-nothing")

    def _merge(self, book: Path) -> None:
        program = self._open(book)
        program.find(role="table").focus()
        program.keys("Home", "shift+Down", "shift+Down")
        program.calm()
        program.keys("ctrl+shift+m")
        self._keep("56-merge")

    def _settings(self, book: Path) -> None:
        program = self._open(book)
        program.keys("ctrl+comma")
        program.calm()
        for at in range(1, 4):
            program.keys("Down")
            self._keep(f"57-settings-{at}")

    def _lower_form(self, book: Path) -> None:
        program = self._open(book)
        self._record()
        program.keys("ctrl+e")
        program.calm()
        for at in range(1, 4):
            program.keys(*["Tab"] * 12)
            self._keep(f"58-form-below-{at}")

    def _write(self, words: str) -> None:
        """Types words that the keyboard may have no keys for."""
        self._screen.tool("type", "--delay", "150", words)

    def _say(self, english: str, chinese: str) -> str:
        return chinese if self._language == "zh_CN" else english

    def _pickers(self, book: Path) -> None:
        """What opens below a field of the form."""
        program = self._open(book)
        program.keys("ctrl+n")
        program.calm()
        program.keys(*["Tab"] * 3, "alt+Down")
        self._keep("59-choices")
        program.keys("Escape", *["Tab"] * 8, "alt+Down")
        self._keep("59-calendar")

    def _filled(self, book: Path) -> None:
        """The filter builder and the bulk edit with something in them."""
        program = self._open(book)
        program.keys("ctrl+shift+f")
        program.calm()
        self._write(self._say("stage", "阶段"))
        program.calm()
        program.keys("Return")
        self._keep("60-filter-one-condition")
        program.keys("Escape")
        program.calm()
        program.find(role="table").focus()
        program.keys("Home", "shift+Down", "shift+Down", "ctrl+shift+d")
        program.calm()
        program.keys("Tab", "Tab")
        self._write(self._say("Banking", "金融"))
        program.calm()
        program.keys("Return")
        self._keep("60-set-a-field-preview")

    def _parts(self, book: Path) -> None:
        """The small dialogs of the customer's page."""
        program = self._open(book)
        self._record()
        for tab, english, chinese, name in (
            ("ctrl+3", "Add a contact", "添加联系人", "contact"),
            ("ctrl+1", "Add an address", "添加地址", "address"),
            ("ctrl+1", "Add a date", "添加日期", "date"),
        ):
            program.keys(tab)
            program.find(contains=self._say(english, chinese), role="push button").press()
            self._keep(f"61-{name}")
            program.keys("Escape")
            program.calm()

    def _heir(self, book: Path) -> None:
        program = self._open(book)
        program.keys("ctrl+shift+u")
        program.find(contains=self._say("Emma Clarke", "陈晓明"), role="push button").press()
        self._keep("62-heir")
