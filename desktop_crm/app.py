"""The application with its window: the only place where objects are wired.

The window's frame is painted before the rest is even imported, so the imports stand where they are needed."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop_crm.controllers.early import EarlyPage
    from desktop_crm.controllers.files import FileSaver
    from desktop_crm.controllers.i18n import Translator
    from desktop_crm.controllers.instance import InstanceGuard
    from desktop_crm.controllers.paths import Places
    from desktop_crm.controllers.services import Services
    from desktop_crm.controllers.settings import Settings
    from desktop_crm.controllers.state import UiState
    from desktop_crm.ui.feature import Navigator
    from desktop_crm.ui.shell.kit import Kit
    from desktop_crm.ui.shell.main_window import MainWindow
    from desktop_crm.ui.shell.pick import Picker
    from desktop_crm.ui.shell.shell import Shell
    from desktop_crm.ui.theme.style import Theme


@dataclass(frozen=True, slots=True)
class Options:
    """The command line: `db` a path or a URL, `lang` and `theme` for this run only, `demo` the sample company,
    `file` what was double-clicked."""

    db: str = ""
    lang: str = ""
    theme: str = ""
    demo: bool = False
    file: str = ""


class Target:
    """What to open at start. A plain class, as the next one: making a dataclass takes a millisecond, and these are
    made before the first paint."""

    def __init__(self, address: str = "", *, create: bool = False, sample: bool = False) -> None:
        self.address = address
        self.create = create
        self.sample = sample


class Front:
    """What is there when the window is first painted."""

    def __init__(  # noqa: PLR0917
        self,
        places: Places,
        saver: FileSaver,
        settings: Settings,
        state: UiState,
        translator: Translator,
        theme: Theme,
        window: MainWindow,
    ) -> None:
        self.places = places
        self.saver = saver
        self.settings = settings
        self.state = state
        self.translator = translator
        self.theme = theme
        self.window = window


def main(options: Options) -> int:
    """Runs the application until its window closes; answers the exit status."""
    # Nothing that start-up makes is garbage; `start` hands over to a collector of our own.
    gc.disable()
    from PySide6.QtWidgets import QApplication

    import_plainly()
    app = QApplication.instance()
    if app is None:
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        app.setProperty("fusion", True)  # for the theme
    assert isinstance(app, QApplication)
    name_application(app)
    from desktop_crm.controllers.paths import Places

    places = Places.of_user(os.environ)
    target = first_target(options, places)
    raised, held = hold(places, target)
    if raised:
        return 0
    front = paint_front(app, options, places)
    live: list[Shell] = []

    def go_on() -> None:
        try:
            live.append(start(front, target, held))
        except Exception:
            # A window that does nothing would be worse than none.
            sys.excepthook(*sys.exc_info())
            sys.__excepthook__(*sys.exc_info())
            app.exit(1)

    front.window.painted.connect(go_on)
    front.window.show()
    status = app.exec()
    front.saver.flush()
    for shell in live:
        shell.kit.crash.uninstall()
    return status


def import_plainly() -> None:
    """Takes PySide's hook off the import statement. It reads the source text of every module that is imported, to
    see whether it asks for `__feature__` (snake case names). None of ours does, and start-up is 200 modules."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def name_application(app: QApplication) -> None:
    app.setApplicationName("desktop-crm")
    app.setApplicationDisplayName("Desktop CRM")
    app.setDesktopFileName("desktop-crm")


def first_target(options: Options, places: Places) -> Target:
    """What the command line asks for, else what was open last, else nothing: the first page."""
    if options.demo:
        return Target(sample=True)
    asked = options.db or options.file
    if asked:
        if "://" not in asked:
            asked = str(Path(asked).expanduser().absolute())
        return Target(asked)
    for address in _recent(places):
        if "://" in address or Path(address).exists():
            return Target(address)
    return Target(str(places.database)) if places.database.exists() else Target()


def _recent(places: Places) -> list[str]:
    import json

    try:
        found = json.loads(places.state.read_bytes())["values"]["recent.databases"]
        return [one for one in found if isinstance(one, str)]
    except (OSError, ValueError, LookupError, TypeError):
        return []


def hold(places: Places, target: Target) -> tuple[bool, tuple[Path, InstanceGuard] | None]:
    """Claims the file for this process. The first part says that another window has it and was raised instead."""
    if not target.address or "://" in target.address:
        return False, None
    from desktop_crm.controllers.instance import InstanceGuard

    path = Path(target.address).resolve()
    guard = InstanceGuard(places.cache, path)
    if guard.acquire():
        return False, (path, guard)
    return guard.ask_to_raise(), None


def paint_front(app: QApplication, options: Options, places: Places) -> Front:
    """The window with its look, and nothing else."""
    from desktop_crm import __version__
    from desktop_crm.controllers.files import FileSaver
    from desktop_crm.controllers.i18n import Translator, language_of, text
    from desktop_crm.controllers.settings import FONT_FAMILY, FONT_SIZE, LANGUAGE, THEME, Settings
    from desktop_crm.controllers.state import UiState
    from desktop_crm.models.messages import Message
    from desktop_crm.ui.shell.look import COLLAPSED, GEOMETRY, PLACES, kept_places, points, restore_look
    from desktop_crm.ui.shell.main_window import MainWindow
    from desktop_crm.ui.theme.style import Mode, Theme

    saver = FileSaver()
    settings = Settings(places.settings, saver)
    state = UiState(places.state, saver)
    translator = Translator()
    translator.use(language_of(options.lang or settings.get(LANGUAGE)))
    mode = cast(Mode, options.theme or settings.get(THEME))
    images = (places.cache / f"images-{__version__}").as_posix()
    theme = Theme(app, mode, settings.get(FONT_FAMILY), points(settings.get(FONT_SIZE)), images)
    window = MainWindow()
    # The side bar as it was last time: the areas themselves are loaded after the first paint.
    window.set_places([(key, icon, text(Message(title))) for key, icon, title in kept_places(state.get(PLACES))])
    restore_look(window, state.get_bytes(GEOMETRY), state.get(COLLAPSED) is True)
    return Front(places, saver, settings, state, translator, theme, window)


def start(
    front: Front, target: Target, held: tuple[Path, InstanceGuard] | None = None, picker: Picker | None = None
) -> Shell:
    """After the first paint: everything else, then what is to be opened."""
    early = read_early(target, front.places)
    from desktop_crm.controllers.garbage import GarbageCollector
    from desktop_crm.ui.shell.shell import Shell

    GarbageCollector(front.window).start()

    kit = make_kit(front, picker)
    shell = Shell(front.window, kit, held)
    if early is not None:
        shell.first_page.use(early)
    shell.begin(target.address, create=target.create, sample=target.sample)
    # What lives as long as the application need not be looked at by every collection. Not collected before: that
    # takes as long as painting the rows.
    gc.freeze()
    return shell


def read_early(target: Target, places: Places) -> EarlyPage | None:
    """Begins to read the customers of a local file, while everything else is loaded."""
    if not target.address or target.create or target.sample or "://" in target.address:
        return None
    path = Path(target.address)
    if not path.exists():
        return None
    from desktop_crm.controllers.early import EarlyPage

    return EarlyPage(path, places.cache)


def make_kit(front: Front, picker: Picker | None = None) -> Kit:
    from desktop_crm import __version__
    from desktop_crm.controllers.crash import CrashReporter
    from desktop_crm.ui.shell.kit import Kit
    from desktop_crm.ui.shell.pick import SystemPicker

    crash = CrashReporter(front.places.log, front.places.crashes, __version__, front.window)
    crash.install()
    from desktop_crm.features import FEATURES, record_pages

    services = make_services(front)
    return Kit(
        services=services,
        features=FEATURES,
        record_pages=record_pages(),
        theme=front.theme,
        translator=front.translator,
        crash=crash,
        saver=front.saver,
        picker=picker or SystemPicker(),
        version=__version__,
        search_box=_search_box,
    )


def make_services(front: Front) -> Services:
    """The controllers, each with what it needs."""
    from desktop_crm.controllers.bus import DataBus
    from desktop_crm.controllers.customers import CustomersController
    from desktop_crm.controllers.jobs import JobController
    from desktop_crm.controllers.notices import Notices
    from desktop_crm.controllers.runner import Runner
    from desktop_crm.controllers.search import SearchController
    from desktop_crm.controllers.services import Services
    from desktop_crm.controllers.undo import UndoController, read_undo_state, redo_command, undo_command
    from desktop_crm.controllers.workspace import Workspace

    owner = front.window
    bus = DataBus(owner)
    runner = Runner(bus=bus, parent=owner)

    jobs = JobController(runner, owner)
    customers = CustomersController(runner, jobs, owner)
    search = SearchController(runner, front.state, owner)
    customers.opened.connect(search.remember)
    made = Services(
        places=front.places,
        settings=front.settings,
        state=front.state,
        bus=bus,
        runner=runner,
        jobs=jobs,
        notices=Notices(owner),
        undo=UndoController(runner, read_undo_state, undo_command, redo_command, owner),
        workspace=Workspace(runner, front.state, front.places, front.saver, owner),
        customers=customers,
        search=search,
        parent=owner,
    )
    made.workspace.opened.connect(lambda _: made.hand_over.opened(made.notices))
    made.workspace.closed.connect(lambda: made.hand_over.closed())  # noqa: PLW0108 - made when first asked for
    return made


def _search_box(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.search.search_box import SearchBox

    box = SearchBox(services)
    box.opened.connect(navigator.open_customer)
    return box
