"""The running application as a person has it in front of them: what can be read, pressed and typed."""

from __future__ import annotations

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.screen import PATIENCE, BusError, Screen, until

READY = "All saved"


@dataclass
class Control:
    """One control on the screen, as it was when it was found."""

    program: Program
    node: int
    name: str
    role: str
    text: str
    description: str
    states: list[str]
    box: list[int]

    def now(self) -> Control:
        """The same control, read again."""
        return Control(self.program, **self.program.screen.ask("describe", node=self.node))

    def press(self) -> None:
        """Does what a press does, also where something covers the control. A button shows itself pressed for a
        moment first: wait for what it brings before doing anything else."""
        self.program.screen.ask("press", node=self.node)

    def click(self, *, times: int = 1, button: int = 1) -> None:
        """A real click in its middle."""
        x, y, width, height = self.now().box
        self.program.screen.click(x + width // 2, y + height // 2, times=times, button=button)

    def focus(self) -> Control:
        self.program.screen.ask("focus", node=self.node)
        until(lambda: "focused" in self.now().states, f"the focus on {self.name!r}")
        return self

    def write(self, text: str) -> None:
        """Replaces what stands in the field, by the keyboard."""
        self.focus()
        self.program.screen.keys("ctrl+a")
        self.program.screen.type(text)
        until(lambda: self.now().text == text, f"{text!r} in {self.name!r}")

    def rows(self, first: int = 0, count: int = 20) -> list[list[str]]:
        """The texts of a table, row by row."""
        return list(self.program.screen.ask("rows", node=self.node, first=first, count=count)["rows"])

    def heading(self, name: str) -> Control:
        """The heading of a table's column."""
        return Control(self.program, **self.program.screen.ask("heading", node=self.node, name=name))

    def children(self) -> int:
        """How many controls stand directly in it."""
        return int(self.program.screen.ask("children", node=self.node))

    def child(self, at: int) -> str:
        """The role of one of them, also long after it was counted; "" for none."""
        return str(self.program.screen.ask("child", node=self.node, at=at))

    def total(self) -> int:
        """How many rows a table has."""
        return int(self.program.screen.ask("rows", node=self.node, first=0, count=0)["total"])


class Program:
    """One run of the application. `home` keeps its files, and outlives the run."""

    def __init__(self, screen: Screen, home: Path, *arguments: str, **variables: str) -> None:
        self.screen = screen
        self.home = home
        self.log = home / "output.txt"
        home.mkdir(parents=True, exist_ok=True)
        self.process: subprocess.Popen[bytes] = screen.python(
            ["-m", "desktop_crm", *arguments], {"DESKTOP_CRM_HOME": str(home), **variables}, self.log
        )

    # Looking.

    def find(
        self, name: str | None = None, role: str | None = None, *, patience: float = PATIENCE, **more: Any
    ) -> Control:
        """The first showing control of that accessible name and role. `contains`: a part of its name or text;
        `text`: a part of its text; `within`: a control around it."""
        within = more.pop("within", None)
        wanted: dict[str, Any] = {"name": name, "role": role, **more}
        if within is not None:
            wanted["within"] = within.node
        shown = {key: value for key, value in wanted.items() if value is not None}
        found = until(lambda: self._look(**wanted), str(shown), patience, self.reading)
        return Control(self, **found[0])

    def has(self, name: str | None = None, role: str | None = None, **more: Any) -> bool:
        """Whether such a control shows now."""
        return bool(self._look(name=name, role=role, **more))

    def customers(self) -> Control:
        """The list of customers, once its first rows are there, with the keyboard on it."""
        table = self.find("Customers", "table")
        until(lambda: table.total() and "Loading" not in table.rows(0, 1)[0], "the first rows", more=self.reading)
        return table.focus()

    def all(self, **wanted: Any) -> list[Control]:
        """Every showing control that fits, in the order of the tree."""
        return [Control(self, **one) for one in self._look(most=1000, **wanted)]

    def gone(self, name: str | None = None, role: str | None = None, **more: Any) -> None:
        """Waits until no such control shows."""
        until(lambda: not self.has(name, role, **more), f"{name!r} to go")

    def _look(self, **wanted: Any) -> list[dict[str, Any]]:
        assert self.process.poll() is None, f"The application ended:\n{self.output()}"
        try:
            return list(self.screen.ask("find", pid=self.process.pid, **wanted))
        except BusError:
            return []  # something went while it was looked at

    def reading(self) -> str:
        """All that can be read now, for messages."""
        return "on the screen: " + " | ".join(self.texts())[:3000]

    def texts(self) -> list[str]:
        """Everything that can be read in the windows now."""
        try:
            return list(self.screen.ask("texts", pid=self.process.pid))
        except BusError:
            return []

    def reads(self, words: str, patience: float = PATIENCE) -> None:
        """Waits until these words can be read somewhere."""
        until(lambda: any(words in text for text in self.texts()), repr(words), patience, self.reading)

    def calm(self) -> None:
        """Waits until what can be read stays the same."""
        seen: list[list[str]] = [[], ["-"]]

        def same() -> bool:
            seen.append(self.texts())
            return seen[-1] == seen[-2] == seen[-3]

        until(same, "the window to come to rest")

    def drafted(self, *words: str) -> None:
        """Waits until the application has kept these words of an unsaved form on the disk."""

        def kept() -> bool:
            texts = [path.read_text("utf-8", "replace") for path in self.home.glob("data/drafts/**/*.json")]
            return any(all(word in text for word in words) for text in texts)

        until(kept, f"a draft with {words}")

    def nameless(self) -> list[str]:
        return list(self.screen.ask("nameless", pid=self.process.pid))

    def output(self) -> str:
        return self.log.read_text(errors="replace")

    # Working.

    def keys(self, *names: str) -> None:
        self.screen.keys(*names)

    def type(self, text: str) -> None:
        self.screen.type(text)

    def press(self, name: str, role: str | None = None) -> None:
        self.find(name, role).press()

    def window(self) -> Control:
        """The main window."""
        return Control(self, **self.screen.ask("windows", pid=self.process.pid)[0])

    def focused(self) -> Control:
        """The control that has the keyboard."""

        def look() -> Control | None:
            # Some controls say so together with the one inside them.
            focused = [one for one in self._look(most=1000) if "focused" in one["states"]]
            return Control(self, **focused[-1]) if focused else None

        found = until(look, "a control with the focus")
        assert isinstance(found, Control)
        return found

    # Beginning and ending.

    def ready(self, patience: float = 60.0) -> Program:
        """Waits until a database is open and nothing is being written."""
        until(lambda: self.has(READY), "an open file", patience, self.reading)
        return self

    def close(self) -> None:
        """Closes the window as its frame's button does, and waits for the end."""
        self.keys("ctrl+q")
        self.ended()

    def ended(self, patience: float = PATIENCE) -> int:
        until(lambda: self.process.poll() is not None, "the end of the application", patience)
        return self.process.wait()

    def kill(self) -> None:
        """As a power cut does it."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """After a test: in whatever state it is."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
