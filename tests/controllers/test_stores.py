"""Places, settings, window state and drafts on the disk."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_crm.controllers import settings as declared
from desktop_crm.controllers.drafts import DraftStore
from desktop_crm.controllers.files import FileSaver, write_atomic
from desktop_crm.controllers.paths import Places, database_key
from desktop_crm.controllers.settings import Settings
from desktop_crm.controllers.state import RECENT_DATABASES, RECENT_RECORDS, UiState
from desktop_crm.models.errors import UserError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def saver(qapp: object) -> FileSaver:
    return FileSaver()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "file.json"


def test_home_variable_moves_everything(tmp_path: Path) -> None:
    places = Places.of_user({"DESKTOP_CRM_HOME": str(tmp_path)})
    for place in (places.database, places.backups, places.drafts, places.crashes, places.settings):
        assert place.is_relative_to(tmp_path)
    assert places.database.name == "customers.crmdb"


def test_places_of_the_platform() -> None:
    places = Places.of_user({})
    assert places.database.is_absolute()
    assert "DesktopCRM" in places.database.parts


def test_database_key_is_one_for_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.crmdb"
    file.touch()
    (tmp_path / "link.crmdb").symlink_to(file)
    monkeypatch.chdir(tmp_path)
    assert database_key(file) == database_key("a.crmdb") == database_key(tmp_path / "link.crmdb")
    assert database_key("postgresql://server/a") != database_key("postgresql://server/b")


def test_atomic_write_is_private_and_leaves_no_trace_when_it_fails(path: Path) -> None:
    write_atomic(path, b"old")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (path.parent / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_atomic(path.parent / "folder", b"new")
    assert sorted(p.name for p in path.parent.iterdir()) == ["file.json", "folder"]


def test_failed_write_is_told(qtbot: QtBot, saver: FileSaver, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    target = tmp_path / "file" / "below.json"
    with qtbot.waitSignal(saver.failed) as told:
        saver.schedule(target, b"x", 0)
    assert told.args[0] == target
    assert isinstance(told.args[1], OSError)


def test_steady_changes_are_written_all_the_same(qtbot: QtBot, saver: FileSaver, path: Path) -> None:
    n = 0

    def typed() -> bool:
        nonlocal n
        n += 1
        saver.schedule(path, str(n).encode(), 0.05)
        return path.exists()

    qtbot.waitUntil(typed)
    assert saver.flush()
    assert path.read_text() == str(n)


def test_settings_are_kept(qtbot: QtBot, saver: FileSaver, path: Path) -> None:
    settings = Settings(path, saver)
    assert settings.get(declared.BACKUPS_KEPT) == 10
    with qtbot.waitSignal(settings.changed) as told:
        settings.set(declared.BACKUPS_KEPT, 25)
    assert told.args == ["backup.kept"]
    settings.set(declared.FONT_SIZE, "13")
    assert saver.flush()
    again = Settings(path, FileSaver())
    assert (again.get(declared.BACKUPS_KEPT), again.get(declared.FONT_SIZE)) == (25, "13")
    assert again.notice is None
    again.reset(declared.BACKUPS_KEPT)
    assert again.get(declared.BACKUPS_KEPT) == 10


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (declared.BACKUPS_KEPT, 0),
        (declared.BACKUPS_KEPT, True),
        (declared.THEME, "pink"),
        (declared.FONT_SIZE, "99"),
        (declared.FONT_SIZE, "²"),
    ],
)
def test_settings_refuse_what_makes_no_sense(saver: FileSaver, path: Path, setting: Any, value: Any) -> None:
    settings = Settings(path, saver)
    with pytest.raises(UserError) as refused:
        settings.set(setting, value)
    assert setting.key in refused.value.fields
    assert settings.get(setting) == setting.default


@pytest.mark.parametrize("setting", declared.SETTINGS, ids=lambda s: s.key)
def test_every_default_is_accepted(setting: declared.Setting[Any]) -> None:
    assert setting.accepts(setting.default)


def test_keys_of_other_versions_stay(saver: FileSaver, path: Path) -> None:
    write_atomic(path, b'{"version": 9, "values": {"later": [1], "theme": "dark", "language": 7}}')
    settings = Settings(path, saver)
    assert settings.get(declared.THEME) == "dark"
    assert settings.get(declared.LANGUAGE) == "system"
    settings.set(declared.THEME, "light")
    assert saver.flush()
    stored = json.loads(path.read_bytes())
    assert stored["version"] == 9
    assert stored["values"]["later"] == [1]


def test_upgrades_run_one_after_the_other(saver: FileSaver, path: Path) -> None:
    write_atomic(path, b'{"version": 1, "values": {"colour": "night"}}')
    steps = {
        1: lambda values: {"look": values["colour"]},
        2: lambda values: {"theme": "dark" if values["look"] == "night" else "light"},
    }
    assert Settings(path, saver, version=3, upgrades=steps).get(declared.THEME) == "dark"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": "1", "values": {}}', b"\xff\xfe", b"null"])
def test_corrupt_settings_are_set_aside(saver: FileSaver, path: Path, content: bytes) -> None:
    write_atomic(path, content)
    settings = Settings(path, saver)
    assert settings.notice is not None
    assert "file.json.bad" in settings.notice.plain()
    assert (path.parent / "file.json.bad").read_bytes() == content
    settings.set(declared.THEME, "dark")
    assert saver.flush()
    assert Settings(path, saver).get(declared.THEME) == "dark"


def test_state_is_kept(saver: FileSaver, path: Path) -> None:
    state = UiState(path, saver)
    columns = ["name", "phone"]
    state.set("customers.columns", columns)
    columns.append("later")
    state.set_bytes("window.geometry", b"\x00\xff")
    state.set("gone", 1)
    state.set("gone", None)
    assert saver.flush()
    again = UiState(path, FileSaver())
    assert again.get("customers.columns") == ["name", "phone"]
    assert again.get_bytes("window.geometry") == b"\x00\xff"
    assert again.get_bytes("customers.columns") == b""
    assert again.get("gone", "default") == "default"
    with pytest.raises(TypeError):
        state.set("bad", object())  # type: ignore[arg-type]


def test_recent_things_are_newest_first_and_few(saver: FileSaver, path: Path) -> None:
    state = UiState(path, saver)
    for n in range(RECENT_RECORDS + 5):
        state.remember_record("db", str(n))
    state.remember_record("db", "100")
    assert len(state.recent_records("db")) == RECENT_RECORDS
    assert state.recent_records("db")[:2] == ("100", str(RECENT_RECORDS + 4))
    assert state.recent_records("other") == ()
    for n in range(RECENT_DATABASES + 2):
        state.remember_database(f"/{n}.crmdb")
        state.remember_record(f"db{n}", "1")
    state.forget_database("/5.crmdb")
    assert state.recent_databases()[0] == f"/{RECENT_DATABASES + 1}.crmdb"
    assert "/5.crmdb" not in state.recent_databases()
    assert state.recent_records("db") == ()


@pytest.mark.parametrize("content", [b"{", b"[1]", b'{"values": 3}', b'{"values": {"recent.records": 5}}'])
def test_corrupt_state_starts_anew(saver: FileSaver, path: Path, content: bytes) -> None:
    write_atomic(path, content)
    state = UiState(path, saver)
    assert state.recent_records("db") == ()
    state.remember_record("db", "1")
    assert saver.flush()
    assert UiState(path, saver).recent_records("db") == ("1",)


def test_drafts_are_kept_listed_and_discarded(saver: FileSaver, tmp_path: Path) -> None:
    drafts = DraftStore(tmp_path, "db", saver)
    drafts.save("customer", "", {"name": "华为"})
    drafts.save("customer", "7", {"name": "Old"})
    drafts.save("customer", "7", {"name": "New"})
    before_writing = drafts.load("customer", "7")
    assert before_writing is not None
    assert before_writing.data == {"name": "New"}
    assert saver.flush()
    again = DraftStore(tmp_path, "db", FileSaver())
    assert [(d.record_key, d.data["name"]) for d in again.pending()] == [("7", "New"), ("", "华为")]
    assert DraftStore(tmp_path, "other", saver).pending() == []
    drafts.discard("customer", "7")
    assert [d.record_key for d in drafts.pending()] == [""]
    assert saver.flush()
    assert len(list((tmp_path / "db").iterdir())) == 1


def test_drafts_are_private(saver: FileSaver, tmp_path: Path) -> None:
    DraftStore(tmp_path / "drafts", "db", saver).save("customer", "", {})
    assert saver.flush()
    (file,) = (tmp_path / "drafts" / "db").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_corrupt_draft_is_passed_over_and_kept(saver: FileSaver, tmp_path: Path) -> None:
    drafts = DraftStore(tmp_path, "db", saver)
    drafts.save("customer", "1", {"a": 1})
    drafts.save("customer", "2", {"a": 2})
    assert saver.flush()
    broken = next((tmp_path / "db").iterdir())
    broken.write_bytes(broken.read_bytes()[:20])
    assert len(drafts.pending()) == 1
    assert broken.exists()


TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from desktop_crm.controllers.drafts import DraftStore
from desktop_crm.controllers.files import FileSaver
app = QCoreApplication([])
saver = FileSaver()
drafts = DraftStore(Path(sys.argv[1]), "db", saver)
n = 0
def type_on():
    global n
    n += 1
    drafts.save("customer", "9", {"notes": "字" * n})
    stored = list(Path(sys.argv[1]).glob("db/*.json"))
    if stored and n % 10 == 0:
        print("stored", flush=True)
timer = QTimer()
timer.timeout.connect(type_on)
timer.start(5)
app.exec()
"""


def test_a_draft_survives_the_kill_of_its_process(saver: FileSaver, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert process.stdout is not None
    for _ in range(5):
        assert process.stdout.readline() == "stored\n"
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    assert process.wait(10) == -signal.SIGKILL
    (draft,) = DraftStore(tmp_path, "db", saver).pending()
    assert set(draft.data["notes"]) == {"字"}
    assert draft.record_key == "9"
    assert os.listdir(tmp_path) == ["db"]
