"""The whole window over real files, wired by the application's own code; a picker that answers what a test sets."""

import gc

from desktop_crm import app
from desktop_crm.controllers.garbage import GarbageCollector
from desktop_crm.controllers.i18n import Language
from desktop_crm.controllers.paths import Places
from desktop_crm.models.records.customers import CustomerDraft


class Picked:
    """Answers in place of the system's file dialogs, which no test can reach."""

    def __init__(self):
        self.path = None
        self.asked = []

    def open(self, parent, title, folder, kinds):
        self.asked.append(title)
        return self.path

    def save(self, parent, title, proposal, kinds):
        self.asked.append(title)
        return self.path


class Running:
    """One run of the application: `close` ends it as a person does, so that another can follow."""

    def __init__(self, qapp, qtbot, home, target=None, **options):
        self.qtbot = qtbot
        self.places = Places(home / "data", home / "config", home / "log", home / "cache")
        self.picked = Picked()
        self.front = app.paint_front(qapp, app.Options(**({"lang": "en", "theme": "light"} | options)), self.places)
        self.window = self.front.window
        with qtbot.waitSignal(self.window.painted, timeout=10_000):
            self.window.show()
        raised, held = app.hold(self.places, target or app.Target())
        assert not raised
        self.shell = app.start(self.front, target or app.Target(), held, self.picked)
        self.services = self.shell.services
        self.closed = False

    def until(self, true, timeout=15_000):
        self.qtbot.waitUntil(lambda: bool(true()), timeout=timeout)

    def activate(self):
        """Gives the window the keyboard, as a person's click would."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def settle(self):
        self.until(lambda: self.services.runner.open_tasks == 0)
        self.services.bus.flush()
        self.until(lambda: self.services.runner.open_tasks == 0)

    def open(self, path, *, create=False):
        self.shell.opening.open(str(path), create=create)
        self.until(lambda: self.services.workspace.current is not None and self.services.workspace.current.path == path)
        self.settle()

    def add(self, *names):
        tasks = [self.services.customers.save(CustomerDraft(name=name)) for name in names]
        self.settle()
        return [task.result.value for task in tasks]

    @property
    def page(self):
        return self.shell.navigator.current()

    @property
    def notice(self):
        found = self.shell.notes.bar.notice
        return found.text if found else ""

    def refused(self):
        """The title, the text and the buttons of what went wrong on the first page."""
        from PySide6.QtWidgets import QPushButton

        card = self.page.problem
        self.until(lambda: any(one.isVisible() for one in card.findChildren(QPushButton)))
        buttons = [one.text() for one in card.findChildren(QPushButton) if one.isVisible()]
        return card.title.text(), card.what.text(), buttons

    def close(self):
        if self.closed:
            return
        self.closed = True
        self.window.close()
        self.until(lambda: not self.window.isVisible(), 30_000)
        self.shell.kit.crash.uninstall()
        for collector in self.window.findChildren(GarbageCollector):
            collector.stop()
        gc.unfreeze()
        # The next test reads English, whatever this one has switched to.
        self.front.translator.blockSignals(True)
        self.front.translator.use(Language.EN)
        self.window.deleteLater()
