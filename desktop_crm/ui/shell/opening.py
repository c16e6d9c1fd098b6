"""Opening a file or a server: is the place fit, has another window got it, and what to say when it fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from desktop_crm.controllers.instance import InstanceGuard
from desktop_crm.controllers.services import Services
from desktop_crm.controllers.tasks import Task
from desktop_crm.controllers.workspace import Opened
from desktop_crm.models.errors import CrmError, DatabaseProblem, KnownDatabaseError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

_UNIQUE = Qt.ConnectionType.UniqueConnection

OPENING = Message(QT_TRANSLATE_NOOP("messages", "Opening {name}"))
SAMPLE = Message(QT_TRANSLATE_NOOP("messages", "Making the sample company"))
RESTORING = Message(QT_TRANSLATE_NOOP("messages", "Restoring the back-up"))
EXISTS = Message(QT_TRANSLATE_NOOP("messages", "There is a file of this name already. It was not touched."))
EXISTS_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Choose another name, or open that file."))
IN_USE = Message(
    QT_TRANSLATE_NOOP("messages", "“{name}” is open in another window of Desktop CRM. Nothing was changed.")
)
IN_USE_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Go on in that window, or close it and try again."))


class Refused(NamedTuple):
    """What could not be opened, and why."""

    target: str
    create: bool
    error: CrmError

    @property
    def path(self) -> Path | None:
        return file_of(self.target)


def file_of(target: str) -> Path | None:
    """The file that a target names, or None for a server."""
    if target.startswith("sqlite:///"):
        return Path(target.removeprefix("sqlite:///"))
    return None if "://" in target else Path(target).expanduser()


def without_password(target: str) -> str:
    """An address fit to be shown and kept."""
    scheme, mark, rest = target.partition("://")
    user, at, host = rest.rpartition("@")
    return target if not mark else f"{scheme}://{user.partition(':')[0]}{at}{host}"


def short_name(target: str) -> str:
    """What a person calls it: the file's name, or the database's on the server."""
    path = file_of(target)
    return path.stem if path else without_password(target).rpartition("/")[2].partition("?")[0]


class Opening(QObject):
    """Everything that changes which database is open. `refused(Refused)` says that it did not;
    `working(Message, Task)` that something takes a while, `warned(CrmError)` that it may not go well for long,
    `raised(str)` that a second start asks for this window, and for what."""

    refused = Signal(object)
    working = Signal(object, object)
    warned = Signal(object)
    raised = Signal(str)

    def __init__(
        self,
        services: Services,
        held: tuple[Path, InstanceGuard] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`held`: the file that this process has claimed already, before there was a window."""
        super().__init__(parent)
        self._services = services
        self._held = held
        self._claim: tuple[Path, InstanceGuard] | None = None
        services.workspace.opened.connect(self._opened)

    def open(self, target: str, *, create: bool = False) -> None:
        """Opens a file or a server; `create` makes the file."""
        path = file_of(target)
        if path is None:
            self._start(target, create, None)
            return
        if create and path.exists() and path.stat().st_size:
            self.refused.emit(Refused(target, create, UserError(EXISTS, EXISTS_ADVICE)))
            return
        check = self._services.runner.work(_check, path, owner=self, key="open")
        check.then(lambda error: self._checked(target, create, path, error))

    def open_sample(self, language: str, *, anew: bool = False) -> None:
        """The sample company: as it was left, or made anew."""
        path = self._services.places.sample(language)
        if path.exists() and not anew:
            self.open(str(path))
            return
        if not self._take(path, str(path), False):
            return
        self._follow(self._services.workspace.open_sample(language), SAMPLE, str(path), False)

    def restore(self, back_up: Path, path: Path) -> None:
        """Puts a back-up in the place of `path` and opens it."""
        if not self._take(path, str(path), False):
            return
        self._follow(self._services.workspace.restore(back_up, path), RESTORING, str(path), False)

    def release(self) -> None:
        """The application ends."""
        for one in (self._held, self._claim):
            if one is not None:
                one[1].release()
        self._held = self._claim = None

    def _checked(self, target: str, create: bool, path: Path, error: KnownDatabaseError | None) -> None:
        if error is not None and (create or error.problem is not DatabaseProblem.FULL):
            self.refused.emit(Refused(target, create, error))
            return
        if error is not None:
            # What is there can still be read; it is the next change that may not fit.
            self.warned.emit(error)
        self._start(target, create, path)

    def _start(self, target: str, create: bool, path: Path | None) -> None:
        if path is not None and not self._take(path, target, create):
            return
        title = Message(OPENING.text, {"name": short_name(target)})
        self._follow(self._services.workspace.open(target, create=create), title, target, create)

    def _take(self, path: Path, target: str, create: bool) -> bool:
        """Claims the file for this window; refuses it when another one has it."""
        path = path.resolve()
        self._drop_claim()
        if self._held is not None and self._held[0] == path:
            return True
        guard = InstanceGuard(self._services.places.cache, path, self)
        if guard.acquire():
            self._claim = (path, guard)
            return True
        guard.ask_to_raise()
        error = KnownDatabaseError(
            DatabaseProblem.IN_USE, Message(IN_USE.text, {"name": path.stem}), IN_USE_ADVICE, retry=True
        )
        self.refused.emit(Refused(target, create, error))
        return False

    def _follow(self, task: Task[Any], title: Message, target: str, create: bool) -> None:
        task.failed(lambda error: self._failed(target, create, error))
        self.working.emit(title, task)

    def _failed(self, target: str, create: bool, error: CrmError) -> None:
        self._drop_claim()
        self.refused.emit(Refused(target, create, error))

    def _drop_claim(self) -> None:
        if self._claim is not None:
            self._claim[1].release()
            self._claim = None

    def _opened(self, opened: Opened) -> None:
        path = opened.path.resolve() if opened.path else None
        if self._held is not None and self._held[0] != path:
            self._held[1].release()
            self._held = None
        if self._claim is not None:
            self._held, self._claim = self._claim, None
        if self._held is not None:
            self._held[1].raise_requested.connect(self.raised, _UNIQUE)
            self._held[1].listen()


def _check(path: Path) -> KnownDatabaseError | None:
    """In the worker."""
    from desktop_crm.controllers.storage import check_location

    return check_location(path)
