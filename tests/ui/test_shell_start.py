"""First start, files that open and files that do not, and what the window remembers."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from desktop_crm.app import Target
from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.settings import BACKUP_DAILY
from desktop_crm.models.db.backup import inspect
from desktop_crm.models.db.schema import SCHEMA
from desktop_crm.models.records.customers import CustomerDraft

HEAVY = ("sqlalchemy", "alembic", "pypinyin", "phonenumbers", "psycopg", "sqlite3", "PySide6.QtNetwork", "openpyxl")
LATER = (
    "sqlalchemy",
    "logging.handlers",
    "desktop_crm.models.records.customers",
    "desktop_crm.models.records.history",
    "desktop_crm.models.records.search",
    "desktop_crm.models.text.names",
    "desktop_crm.controllers.drafts",
    "desktop_crm.controllers.redaction",
    "desktop_crm.controllers.views",
    "desktop_crm.models.records.catalogue",
    "desktop_crm.models.records.conditions",
    "desktop_crm.ui.pages.customers.choice_popup",
    "desktop_crm.ui.pages.customers.draft_json",
    "desktop_crm.ui.pages.customers.filter_builder.sentence",
    "desktop_crm.ui.pages.customers.views.panel",
    "desktop_crm.ui.shell.file_dialogs",
    "desktop_crm.ui.widgets.matching",
    "desktop_crm.ui.widgets.message_bar",
    "desktop_crm.ui.widgets.popover",
    "desktop_crm.ui.widgets.progress",
)


def test_a_first_start_shows_the_three_ways_to_begin(run):
    it = run()
    page = it.page
    assert [card.text() for card in (page.sample, page.empty, page.open)] == [
        "Look at the sample company",
        "Start an empty file",
        "Open a file",
    ]
    assert page.problem.isHidden()
    assert page.recent() == []
    assert not it.shell.registry.action("customer.new").isEnabled()
    assert it.shell.registry.action("file.open").isEnabled()


def test_an_empty_file_is_made_where_the_person_says_and_opens_again_at_the_next_start(run, tmp_path):
    first = run()
    first.picked.path = tmp_path / "firma.crmdb"
    first.page.empty.click()
    first.until(lambda: first.services.workspace.current is not None)
    first.settle()
    assert first.shell.navigator.spot.page == "customers"
    assert first.window.windowTitle() == "Customers — firma — Desktop CRM"
    assert first.window.status() == (str(tmp_path / "firma.crmdb"), "All saved")
    first.close()

    from desktop_crm.app import Options, first_target

    assert first_target(Options(), first.places).address == str(tmp_path / "firma.crmdb")
    again = run(Target(str(tmp_path / "firma.crmdb")))
    again.until(lambda: again.services.workspace.current is not None)
    again.settle()
    assert again.services.workspace.current.label == "firma"


def test_the_rows_of_the_last_run_are_there_before_the_file_is_open(run, tmp_path):
    path = tmp_path / "firma.crmdb"
    first = run()
    first.open(path, create=True)
    first.add("华为技术", "Acme Ltd")
    first.until(lambda: list(first.places.cache.glob("first-page-*.json")))
    first.settle()
    first.close()

    again = run(Target(str(path)))
    page = again.page
    shown = []
    again.services.workspace.opened.connect(lambda _: shown.append([row.name for _, row in page.model.held()]))
    again.until(lambda: shown)
    assert shown == [["Acme Ltd", "华为技术"]]
    again.settle()
    assert again.page is page
    assert page.model.rowCount() == 2


def test_a_name_that_is_taken_is_not_overwritten(run, tmp_path):
    path = tmp_path / "there.crmdb"
    path.write_bytes(b"something of somebody's")
    it = run()
    it.shell.files.create(path)
    it.until(lambda: not it.page.problem.isHidden())
    assert path.read_bytes() == b"something of somebody's"
    assert "was not touched" in it.refused()[1]


def damaged(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(64 * 1024))


def newer(path):
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 7}")
    connection.close()


def foreign(path):
    path.unlink()
    path.write_text("Name,Phone\nAcme,1", "utf-8")


def missing(path):
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "says", "offers"),
    [
        (damaged, "damaged", "Restore a back-up…"),
        (newer, "newer Desktop CRM", "Choose another file…"),
        (foreign, "not a Desktop CRM file", "Choose another file…"),
        (missing, "not there", "Restore a back-up…"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why_and_what_to_do(run, tmp_path, spoil, says, offers):
    path = tmp_path / "firma.crmdb"
    first = run()
    first.open(path, create=True)
    first.close()
    spoil(path)
    before = path.read_bytes() if path.exists() else None

    it = run(Target(str(path)))
    it.until(lambda: it.shell.navigator.spot.page == "start" and not it.page.problem.isHidden())
    title, what, buttons = it.refused()
    assert title == "“firma.crmdb” was not opened"
    assert says in what
    assert buttons[0] == offers
    assert it.page.window().focusWidget().text() == offers
    assert (path.read_bytes() if path.exists() else None) == before
    assert it.services.workspace.current is None


def test_a_file_in_a_synchronised_folder_is_explained_with_other_ways(run, tmp_path):
    it = run()
    it.shell.files.create(tmp_path / "Dropbox" / "firma.crmdb")
    it.until(lambda: not it.page.problem.isHidden())
    _, what, buttons = it.refused()
    assert "Dropbox" in what
    assert buttons[0] == "Choose another place…"
    assert not (tmp_path / "Dropbox" / "firma.crmdb").exists()


def test_a_file_that_another_window_has_is_named(run, tmp_path, qtbot):
    from desktop_crm.controllers.instance import InstanceGuard

    path = tmp_path / "firma.crmdb"
    it = run()
    other = InstanceGuard(it.places.cache, path)
    assert other.acquire()
    it.shell.opening.open(str(path), create=True)
    it.until(lambda: not it.page.problem.isHidden(), 20_000)
    assert "open in another window" in it.refused()[1]
    other.release()
    it.shell.opening.open(str(path), create=True)
    it.until(lambda: it.services.workspace.current is not None)


def test_an_unreachable_server_offers_to_try_again_and_its_password_is_kept_nowhere(run):
    it = run()
    it.shell.opening.open("postgresql://anna:geheim@127.0.0.1:1/firma")
    it.until(lambda: not it.page.problem.isHidden(), 30_000)
    title, _, buttons = it.refused()
    assert title == "“firma” was not opened"
    assert buttons[0] == "Try again"
    it.close()
    kept = [path.read_text("utf-8", "replace") for path in it.places.config.parent.rglob("*") if path.is_file()]
    assert not any("geheim" in text for text in kept)


def test_the_window_is_as_it_was_left(run):
    first = run()
    first.window.resize(760, 560)
    first.window.side.set_collapsed(True)
    first.close()
    again = run()
    assert (again.window.width(), again.window.height()) == (760, 560)
    assert again.window.side.collapsed()


def test_a_file_opens_and_a_table_is_refused_while_nothing_is_open(run, tmp_path):
    path = tmp_path / "firma.crmdb"
    it = run()
    it.open(path, create=True)
    it.services.workspace.close()
    it.window.dropped.emit(tmp_path / "kunden.xlsx")
    assert it.notice == "No customer file is open."
    it.window.dropped.emit(path)
    it.until(lambda: it.services.workspace.current is not None)


def made(it):
    return list(it.places.backups.glob("firma *.crmdb"))


def test_the_day_s_back_up_is_made_beside_the_work_once_a_day(run, tmp_path):
    path = tmp_path / "firma.crmdb"
    it = run()
    it.open(path, create=True)
    it.add("华为技术")
    it.shell.daily.look()
    assert [text(job.title) for job in it.services.jobs.jobs] == ["Backing up"]
    it.settle()
    assert [inspect(one).customers for one in made(it)] == [1]
    it.shell.daily.look()
    assert not it.services.jobs.jobs
    it.close()
    again = run()
    again.open(path)
    again.shell.daily.look()
    assert not again.services.jobs.jobs
    again.close()
    assert len(made(again)) == 1


def test_no_back_up_is_made_where_none_is_wanted(run, tmp_path):
    it = run()
    it.open(tmp_path / "firma.crmdb", create=True)
    it.services.settings.set(BACKUP_DAILY, "off")
    it.shell.daily.look()
    assert not it.services.jobs.jobs
    it.services.settings.set(BACKUP_DAILY, "daily")
    it.shell.daily.look()
    (job,) = it.services.jobs.jobs
    job.cancel()
    it.settle()
    it.shell.daily.look()
    assert not it.services.jobs.jobs
    assert made(it) == []


def test_closing_waits_for_no_back_up_and_leaves_no_half_one(run, tmp_path):
    path = tmp_path / "firma.crmdb"
    it = run()
    it.open(path, create=True)
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE ballast (data)")
        db.executemany("INSERT INTO ballast VALUES (randomblob(1000000))", [()] * 60)
        db.commit()
    it.shell.daily.look()
    it.until(lambda: list(it.places.backups.glob(".*.part")), 30_000)
    it.window.close()
    # Closed at once; the copy that was under way goes with its process.
    assert not it.window.isVisible()
    it.until(lambda: not list(it.places.backups.iterdir()))
    it.close()
    again = run()
    again.open(path)
    again.shell.daily.look()
    again.until(lambda: made(again), 60_000)


def test_what_the_first_paint_loads():
    """Everything heavy is loaded after the window's frame has been painted."""
    code = (
        "import os, sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from desktop_crm.app import Options, paint_front; from desktop_crm.controllers.paths import Places;"
        "front = paint_front(app, Options(), Places.of_user(os.environ)); found = [];"
        "front.window.painted.connect(lambda: (found.extend(sys.modules), app.quit()));"
        "front.window.show(); app.exec(); print(' '.join(found))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "desktop_crm.ui.shell.main_window" in loaded
    assert not [name for name in HEAVY if name in loaded]
    ours = {name for name in loaded if name.startswith("desktop_crm.")}
    assert not [name for name in ours if name.startswith(("desktop_crm.ui.pages", "desktop_crm.models.db"))]
    assert len(ours) <= 40, sorted(ours)


def test_what_the_first_customers_load(run, tmp_path):
    """The list is on the screen before anything that only a click, a key or a notice needs is loaded."""
    path = tmp_path / "firma.crmdb"
    it = run()
    it.open(path, create=True)
    it.add("华为技术")
    it.until(lambda: list(it.places.cache.glob("first-page-*.json")))
    it.close()
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from desktop_crm import app as application; from desktop_crm.controllers.paths import Places;"
        "home = Path(sys.argv[1]); places = Places(*(home / one for one in ('data', 'config', 'log', 'cache')));"
        "front = application.paint_front(app, application.Options(), places);"
        "target = application.Target(sys.argv[2]); found = [];\n"
        "def listed():\n"
        "    found.extend(sys.modules); print(page.model.peek(0).name, *found); sys.stdout.flush(); os._exit(0)\n"
        "front.window.show(); app.processEvents();\n"
        "shell = application.start(front, target); page = shell.navigator.current()\n"
        "page.model.loaded.connect(listed)\n"
        "while page.model.peek(0) is None: app.processEvents()\n"
        "listed()"
    )
    command = [sys.executable, "-c", code, str(it.places.cache.parent), str(path)]
    # The platform without a screen complains of every window, and what is logged loads the log.
    quiet = os.environ | {"QT_LOGGING_RULES": "default.warning=false"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=quiet)
    name, *loaded = done.stdout.split()
    assert name == "华为技术"
    assert not [one for one in LATER if one in loaded]
    ours = [one for one in loaded if one.startswith("desktop_crm.")]
    # Every area adds its declaration and its actions (two or three small modules); nothing else may creep in.
    assert len(ours) <= 117, sorted(ours)


def test_a_file_that_another_program_writes_to_opens_and_a_change_is_refused_with_advice(run, tmp_path):
    path = tmp_path / "firma.crmdb"
    it = run()
    it.open(path, create=True)
    it.add("华为技术")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    it.services.customers.save(CustomerDraft(name="Acme"))
    it.until(lambda: it.notice, 30_000)
    assert it.notice == "Somebody else is writing at this moment. Nothing was changed."
    assert "try again" in it.shell.notes.bar.notice.advice
    holder.rollback()
    holder.close()
    it.services.customers.save(CustomerDraft(name="Acme"))
    it.settle()
    assert it.page.model.rowCount() == 2


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_that_may_not_be_written_is_explained(run, tmp_path, create):
    if not os.access("/proc", os.F_OK) or os.name == "nt":
        return
    it = run()
    it.shell.opening.open("/proc/firma.crmdb", create=create)
    it.until(lambda: not it.page.problem.isHidden())
    assert "firma.crmdb" in it.refused()[0]
    assert "/proc" in it.refused()[1] or "not there" in it.refused()[1]
