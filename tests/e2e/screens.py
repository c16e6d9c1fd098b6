"""Pictures of every page and dialog, to be looked at.

python -m tests.e2e.screens OUT_DIR [--lang en] [--theme dark] [--size 1280x800] [--part areas]

A virtual screen of each size is started; the window on it is worked by the keyboard, and the whole screen is kept.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.e2e.album import Album, demo, no_customers
from tests.e2e.screen import Screen
from tests.e2e.states import States
from tests.e2e.workbooks import write_untidy

LANGUAGES = ("zh_CN", "en")
THEMES = ("light", "dark")
SIZES = ("1280x800", "1920x1080")


class Pages(Album):
    """Every page and the dialogs that are met first."""

    def parts(self) -> Mapping[str, Callable[[], None]]:
        book, empty, bad = self._work / "book.crmdb", self._work / "empty.crmdb", self._work / "damaged.crmdb"
        bad.write_bytes(b"not a customer file " * 500)
        table = write_untidy(self._work / "台账.xlsx")
        return {
            "first": self._first_page,
            "damaged": lambda: self._error(bad),
            "empty": lambda: self._empty(empty),
            "pages": lambda: self._pages(book),
            "forms": lambda: self._forms(book),
            "dialogs": lambda: self._dialogs(book),
            "import": lambda: self._import(book, table),
            "list": lambda: self._list_power(book),
            "areas": lambda: self._areas(book),
        }

    def _first_page(self) -> None:
        self._start()
        self._keep("01-first-page")

    def _error(self, bad: Path) -> None:
        self._start("--db", str(bad))
        self._keep("02-not-opened")

    def _empty(self, empty: Path) -> None:
        self._start("--db", str(empty))
        self._keep("03-list-empty")

    def _pages(self, book: Path) -> None:
        program = self._open(book)
        program.keys("Home")
        self._keep("04-list")
        program.keys("ctrl+a")
        self._keep("05-list-all-selected")
        program.keys("ctrl+f")
        program.type("qqqqqq")
        self._keep("06-list-nothing-fits")
        program.keys("ctrl+a", "BackSpace", "Escape")
        program.calm()
        program.keys("ctrl+l")
        program.type("138" if self._language == "en" else "zh")
        self._keep("07-search")
        program.keys("Escape")
        self._record()
        for at, name in enumerate(("overview", "timeline", "contacts", "relations", "files", "changes"), 1):
            program.keys(f"ctrl+{at}")
            self._keep(f"08-customer-{at}-{name}")
        program.keys("Escape", "ctrl+h")
        self._keep("09-history")

    def _forms(self, book: Path) -> None:
        program = self._open(book)
        name = program.find(role="table").rows(0, 1)[0][0].partition(": ")[2]
        program.keys("ctrl+n")
        self._keep("10-form-empty")
        program.keys("ctrl+s")
        self._keep("11-form-errors")
        # A character that no key has gets one for a moment; the window must have heard of it.
        self._screen.tool("type", "--delay", "150", name)
        self._keep("12-form-twin")
        program.keys("Escape")
        self._keep("13-form-unsaved")

    def _dialogs(self, book: Path) -> None:
        program = self._open(book)
        for keys, name in (
            ("ctrl+k", "14-palette"),
            ("ctrl+comma", "15-settings"),
            ("F1", "16-help"),
            ("ctrl+slash", "17-shortcuts"),
        ):
            program.keys(keys)
            self._keep(name)
            program.keys("Escape")
            program.calm()
        self._command("restoring", "18-back-ups")
        program.keys("space")
        program.find(contains=f"{book.stem} 20", role="label")  # the newest back-up's name ends in its day and time
        self._keep("18-back-ups-one")
        program.keys("Escape")
        program.calm()
        self._command("about desktop", "19-about")
        program.keys("Escape")
        program.calm()
        self._command("export customers", "21-export")

    def _list_power(self, book: Path) -> None:
        program = self._open(book)
        program.keys("ctrl+shift+v")
        self._keep("22-views")
        program.keys("ctrl+shift+f")
        self._keep("23-filter-builder")
        program.keys("Escape")
        program.calm()
        program.find(role="table").focus()
        program.keys("Home", "space")
        self._keep("24-quick-look")
        program.keys("space", "F2")
        self._keep("25-cell")
        program.keys("Escape", "shift+Down", "shift+Down", "shift+Down", "ctrl+shift+d")
        self._keep("26-set-a-field")
        program.keys("Escape")

    def _areas(self, book: Path) -> None:
        program = self._open(book)
        program.keys("Home", "Delete")
        program.calm()
        for keys, name in (
            ("alt+3", "30-duplicates"),
            ("alt+7", "31-health"),
            ("ctrl+shift+i", "32-hand-overs"),
            ("ctrl+shift+u", "33-people"),
            ("ctrl+shift+b", "34-bin"),
            ("alt+8", "35-custom-fields"),
        ):
            program.keys(keys)
            self._keep(name)
        self._record()
        program.keys("ctrl+e")
        self._keep("36-form")
        program.keys("Escape")
        program.calm()
        program.keys("ctrl+p")
        self._keep("37-print")

    def _import(self, book: Path, table: Path) -> None:
        """Every step of the wizard: with nothing, with a file that cannot be read, with an untidy workbook."""
        program = self._open(book)
        program.keys("alt+6")
        self._keep("20-import-0-nothing")
        damaged = table.with_name("damaged.xlsx")
        damaged.write_bytes(table.read_bytes()[:2_000])
        self._choose(damaged)
        program.find(contains=damaged.name, role="label")
        self._settled()
        self._keep("20-import-0-damaged")
        self._choose(table)
        program.find(contains=table.name, role="label")
        for name in ("1-file", "2-columns", "3-values", "4-matching", "5-check"):
            self._settled()
            self._keep(f"20-import-{name}")
            program.keys("ctrl+Return")
        program.find(contains="Ctrl+Z", role="label", patience=120)
        self._settled()
        self._keep("20-import-6-result")
        program.keys("ctrl+z")
        self._settled()
        self._keep("20-import-7-taken-back")

    def _choose(self, path: Path) -> None:
        """A file to import, by the dialog."""
        assert self._program is not None
        self._program.keys("ctrl+i")
        self._program.find(role="split pane")
        self._program.keys("ctrl+a")
        self._program.type(str(path))
        self._program.keys("Return")

    def _settled(self) -> None:
        """The wizard has nothing under way: no bar shows how far it is."""
        assert self._program is not None
        self._program.calm()
        self._program.gone(role="progress bar")
        self._program.calm()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.screens")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--size", choices=SIZES)
    parser.add_argument("--part", default="", help="one part of the series only, such as areas or errors")
    given = parser.parse_args()
    for size in (given.size,) if given.size else SIZES:
        screen = Screen(size)
        try:
            for language in (given.lang,) if given.lang else LANGUAGES:
                for theme in (given.theme,) if given.theme else THEMES:
                    with tempfile.TemporaryDirectory(prefix="dcrm-screens-") as work:
                        demo(Path(work) / "book.crmdb", language)
                        no_customers(Path(work) / "empty.crmdb")
                        for series in (Pages, States):
                            series(screen, given.folder / size, language, theme, Path(work)).take(given.part)
        finally:
            screen.close()


if __name__ == "__main__":
    main()
