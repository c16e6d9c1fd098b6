"""What every series of pictures is taken with: one program on one screen, worked by the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from tests.e2e.program import Program
from tests.e2e.screen import BusError, Screen

READY = {"en": "All saved", "zh_CN": "已全部保存"}


class Album:
    """One series: a language, a theme, a size. `parts` names the steps, so that one can be taken alone."""

    def __init__(self, screen: Screen, folder: Path, language: str, theme: str, work: Path) -> None:
        self._screen, self._folder, self._work = screen, folder, work
        self._look = ["--lang", language, "--theme", theme]
        self._language = language
        self._prefix = f"{language[:2]}-{theme}"
        self._program: Program | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def parts(self) -> Mapping[str, Callable[[], None]]:
        raise NotImplementedError

    def take(self, part: str = "") -> None:
        """All pictures of the series, or of one part; one that fails is named, the others are still taken."""
        for name, steps in self.parts().items():
            if part and name != part:
                continue
            try:
                steps()
            except (AssertionError, BusError) as error:
                sys.stderr.write(f"{self._prefix} {name}: {error}\n")
            finally:
                self._stop()

    def _stop(self) -> None:
        if self._program is not None:
            self._program.stop()

    def _start(self, *arguments: str) -> Program:
        self._program = Program(self._screen, self._work / "home", *self._look, *arguments)
        self._program.find(role="status bar")
        self._fill_screen()
        return self._program

    def _fill_screen(self) -> None:
        """The window as large as the screen, less its frame: what a page does with much room is to be seen, too."""
        width, height = (int(side) for side in self._screen.tool("getdisplaygeometry").split())
        self._screen.tool(*("getactivewindow", "windowmove", "4", "24", "windowsize", str(width - 8), str(height - 32)))

    def _open(self, book: Path) -> Program:
        program = self._start("--db", str(book))
        program.find(role="table")
        program.find(READY[self._language])
        program.calm()
        return program

    def _keep(self, name: str) -> None:
        assert self._program is not None
        # What moves on its own (a busy bar) need not come to rest for a picture.
        with suppress(AssertionError):
            self._program.calm()
        self._screen.picture(self._folder / f"{self._prefix}-{name}.png")

    def _command(self, words: str, name: str) -> None:
        """Keeps what a command of the palette shows."""
        assert self._program is not None
        self._program.keys("ctrl+k")
        self._program.calm()
        self._program.type(words)
        self._program.calm()
        self._program.keys("Return")
        self._keep(name)

    def _record(self) -> None:
        """The first company of the sample, of which most is known: it has files, relations and notes."""
        assert self._program is not None
        self._program.keys("ctrl+k")
        self._program.calm()
        self._program.type("C000001")
        self._program.calm()
        self._program.keys("Return")
        self._program.calm()


def demo(path: Path, language: str) -> None:
    """A file with the sample company, as the first page makes it."""
    from desktop_crm.models.db.context import Monitor
    from desktop_crm.models.opening import open_database
    from desktop_crm.models.sample.write import make_demo

    database = open_database(path, create=True)
    make_demo(database, Monitor(), language)
    database.close()


def no_customers(path: Path) -> None:
    """A new file without a customer."""
    from desktop_crm.models.opening import open_database

    open_database(path, create=True).close()
