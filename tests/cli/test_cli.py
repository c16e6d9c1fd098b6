"""The command line as administrators and scripts use it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop_crm import __version__
from desktop_crm.cli import main
from desktop_crm.cli.arguments import first_word, parse
from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.opening import open_database
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option

CSV = "客户编号,客户名称,电话\nC000007,华为技术有限公司,0755-28780808\n,坏电话,1.3E+10\n"


class Cli:
    """Runs command lines on one database, in this process."""

    def __init__(self, db: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.db = db
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        status = main([*arguments, "--db", self.db, "--lang", "en"])
        shown = self._capsys.readouterr()
        return status, shown.out, shown.err

    def json(self, *arguments: str) -> Any:
        status, out, err = self(*arguments, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)


@pytest.fixture
def cli(database_url: str, capsys: pytest.CaptureFixture[str], qapp: object) -> Cli:
    cli = Cli(database_url, capsys)
    assert cli("sample", "--customers", "40", "--seed", "3")[0] == 0
    return cli


@pytest.fixture
def workbook(tmp_path: Path) -> str:
    path = tmp_path / "in.csv"
    path.write_bytes(CSV.encode("gbk"))
    return str(path)


def test_import_undo_and_history(cli: Cli, workbook: str) -> None:
    trial = cli.json("import", "customers", workbook, "--dry-run")
    assert (trial["created"], trial["changed"], trial["left_out"], trial["change_set"]) == (0, 1, 1, None)
    done = cli.json("import", "customers", workbook)
    assert done["problems"] == [
        {"row": 3, "column": "电话", "value": "1.3E+10", "message": trial["problems"][0]["message"]}
    ]
    newest = cli.json("history", "--limit", "1")[0]
    assert newest["title"] == "Import in.csv: 0 new, 1 changed"
    assert newest["id"] == done["change_set"]
    assert cli.json("show", "华为技术有限公司")["code"] == "C000007"
    assert cli.json("undo", str(newest["seq"]))["undone"] == newest["title"]
    status, _, err = cli("show", "华为技术有限公司")
    assert (status, err.strip()) == (1, "No customer “华为技术有限公司”.")


def test_import_says_what_it_did_in_words(cli: Cli, workbook: str) -> None:
    status, out, _ = cli("import", "customers", workbook)
    assert status == 0
    assert "0 customers new, 1 changed, 0 unchanged; 1 rows left out." in out
    assert "Row 3, 电话 “1.3E+10”" in out


def test_import_holds_to_the_data_standards_and_says_why(cli: Cli, tmp_path: Path) -> None:
    from desktop_crm.models.commands.standards import save_rule
    from desktop_crm.models.opening import open_database
    from desktop_crm.models.records.standards import Check, DataRule

    database = open_database(cli.db)
    for field in ("phone", "owner"):
        database.execute(save_rule, DataRule(field, Check.REQUIRED, blocking=True))
    database.close()
    path = tmp_path / "new.csv"
    path.write_text("客户名称,电话,客户经理\n新公司甲,,林一\n", "utf-8")
    status, out, _ = cli("import", "customers", str(path))
    assert status == 0
    assert "0 customers new, 0 changed, 0 unchanged; 1 rows left out." in out
    assert "Row 2, 电话: The data standards ask for this." in out
    path.write_text("客户名称,电话\n新公司乙,13800138010\n", "utf-8")
    assert "Row 2: Owner: The data standards ask for this." in cli("import", "customers", str(path))[1]


def test_export_and_search(cli: Cli, tmp_path: Path) -> None:
    path = str(tmp_path / "out.xlsx")
    assert cli.json("export", "customers", path) == {"file": path, "customers": 40}
    back = cli.json("import", "customers", path)
    assert (back["created"], back["changed"], back["unchanged"]) == (0, 0, 40)
    name = cli.json("show", "C000004")["draft"]["name"]
    hits = cli.json("search", name, "--limit", "3")
    assert (hits[0]["code"], hits[0]["rank"]) == ("C000004", "exact")


def test_check_says_that_all_is_well_and_what_is_not(cli: Cli) -> None:
    from sqlalchemy import text

    from desktop_crm.models.opening import open_database

    assert cli.json("check")["ok"] is True
    database = open_database(cli.db)
    with database.raw() as connection:
        connection.execute(text("DELETE FROM search_document WHERE id = (SELECT min(id) FROM search_document)"))
        connection.commit()
    database.close()
    status, out, _ = cli("check")
    assert status == 1
    assert "1 search documents are missing" in out


def test_check_names_and_deletes_contents_of_files_that_nothing_can_bring_back(cli: Cli) -> None:
    from desktop_crm.models.commands.files import keep_content
    from desktop_crm.models.opening import open_database
    from desktop_crm.models.records.files import StoredFile

    content = b"left over"
    stored = StoredFile("a.txt", "text/plain", len(content), hashlib.sha256(content).hexdigest())
    database = open_database(cli.db)
    database.execute(keep_content, stored, content)
    database.close()
    report = cli.json("check")
    assert (report["ok"], report["unused_files"]) == (True, {"count": 1, "size": 9})
    assert cli.json("check", "--purge-files")["unused_files"] == {"count": 0, "size": 0}


def test_refusals_are_on_stderr_with_advice(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    for arguments in (
        ("import", "customers", str(tmp_path / "a.xlsx")),
        ("import", "customers", str(tmp_path / "none.csv")),
        ("undo", "4711"),
        ("export", "customers", str(tmp_path / "a.doc")),
    ):
        status, out, err = cli(*arguments)
        assert (status, out) == (1, "")
        assert len(err.strip().splitlines()) == 2


def test_backup_and_restore(cli: Cli, tmp_path: Path) -> None:
    file = str(tmp_path / "copy.crmdb")
    if cli.db.startswith("postgresql"):
        for command in ("backup", "restore"):
            status, _, err = cli(command, file)
            assert status == 1
            assert "administrator" in err
        return
    assert cli.json("backup", file)["customers"] == 40
    cli("undo")
    assert cli.json("search", "C000004") == []
    restored = cli.json("restore", file)
    assert Path(restored["kept"]).exists()
    assert cli.json("search", "C000004")[0]["code"] == "C000004"
    assert cli.json("check")["ok"] is True


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "customers"],
        ["import", "orders", "a.csv"],
        ["search", "a", "--limit", "0"],
        ["--nope"],
        ["check", "x"],
    ],
)
def test_what_makes_no_sense_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_a_missing_database_is_refused_and_not_made(
    tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.crmdb"
    assert main(["check", "--db", str(path)]) == 1
    assert capsys.readouterr().err
    assert not path.exists()


def test_options_stand_before_or_after_the_command(
    tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "a.crmdb")
    assert main(["--db", path, "--lang", "en", "sample", "--customers", "5"]) == 0
    assert main(["--db", path, "--json", "check"]) == 0
    assert json.loads(capsys.readouterr().out.partition("\n")[2])["ok"] is True


def test_a_file_to_open_is_no_command() -> None:
    assert first_word(["--db", "import", "--theme", "dark", "C:\\客户.crmdb"]) == "C:\\客户.crmdb"
    options = vars(parse(["--theme", "dark", "a.crmdb"]))
    assert options == {"db": "", "lang": "", "theme": "dark", "demo": False, "file": "a.crmdb"}


def _process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "desktop_crm", *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["用法：", "导入客户", "退出状态"]),
        (["search", "--help"], ["位置参数", "查找客户", "输出 JSON"]),
        (["backup"], ["缺少参数", "FILE"]),
        (["search", "a", "--limit", "0"], ["须为不小于 1 的整数"]),
        (["--nope"], ["无法识别的参数"]),
    ],
)
def test_help_and_what_makes_no_sense_are_said_in_chinese(arguments: list[str], words: list[str]) -> None:
    done = _process(*arguments, "--lang", "zh_CN")
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == (0 if "--help" in arguments else 2)
    assert not [one for one in words if one not in said], said


def test_help_follows_the_system_unless_a_language_is_asked_for() -> None:
    assert "用法：" in _process("--help", LC_ALL="zh_CN.UTF-8", LANGUAGE="zh_CN").stdout.decode()
    assert "usage: " in _process("--help", "--lang=en", LC_ALL="zh_CN.UTF-8", LANGUAGE="zh_CN").stdout.decode()


def test_check_says_in_chinese_what_is_wrong(tmp_path: Path) -> None:
    db = tmp_path / "a.crmdb"
    assert _process("sample", "--db", str(db), "--customers", "5", "--lang", "en").returncode == 0
    with contextlib.closing(sqlite3.connect(db)) as connection:
        connection.execute("DELETE FROM search_document WHERE id = (SELECT min(id) FROM search_document)")
        connection.commit()
    done = _process("check", "--db", str(db), "--lang", "zh_CN")
    assert done.returncode == 1
    assert "缺少 1 条搜索索引" in done.stdout.decode()


def test_version_loads_nothing_heavy() -> None:
    done = _process("version", PYTHONPROFILEIMPORTTIME="1")
    assert done.stdout.decode().strip() == f"Desktop CRM {__version__}"
    loaded = done.stderr.decode()
    assert not [name for name in ("PySide6", "sqlalchemy", "pypinyin", "phonenumbers") if name in loaded]


def test_a_console_with_a_code_page_still_shows_chinese(tmp_path: Path) -> None:
    db = str(tmp_path / "a.crmdb")
    done = _process("sample", "--db", db, "--customers", "5", "--lang", "zh_CN", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    shown = _process("show", "C000001", "--db", db, "--lang", "zh_CN", PYTHONIOENCODING="ascii")
    assert "客户编号: C000001" in shown.stdout.decode("utf-8")


def is_locked(db: Path) -> bool:
    """Whether somebody is writing."""
    with closing(sqlite3.connect(db, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
    return False


def test_interrupting_an_import_leaves_nothing(tmp_path: Path) -> None:
    db = tmp_path / "a.crmdb"
    file = tmp_path / "big.csv"
    file.write_text("名称\n" + "\n".join(f"客户{i}号" for i in range(60_000)), encoding="utf-8")
    main(["sample", "--db", str(db), "--customers", "5"])
    command = [sys.executable, "-m", "desktop_crm", "import", "customers", str(file), "--db", str(db), "--lang", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        until, looks = time.monotonic() + 60, 0
        # In the middle of it: for a while nobody else may write.
        while process.poll() is None and time.monotonic() < until and looks < 20:
            looks += is_locked(db)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Nothing was changed" in err.decode()
    assert main(["search", "客户7号", "--db", str(db), "--json"]) == 0


def test_fields_lists_the_custom_fields(cli: Cli) -> None:
    assert "no custom fields" in cli("fields")[1]
    options = (Option("", "Gold"), Option("", "Silver"))
    with closing(open_database(cli.db)) as database:
        database.execute(save_field, FieldDraft("Level", FieldType.CHOICE, section="Shop", options=options))
    (listed,) = cli.json("fields")
    assert (listed["name"], listed["type"], listed["section"], listed["filled"]) == ("Level", "choice", "Shop", 0)
    assert listed["options"] == ["Gold", "Silver"]


def test_assign_hands_over_today_or_plans_it(cli: Cli) -> None:
    names = [row["name"] for row in cli.json("search", "公司", "--limit", "3")]
    people = sorted({cli.json("show", name)["owner_name"] for name in names} - {""})
    status, _, err = cli("assign", names[0], "--to", "Nobody At All")
    assert (status, err.splitlines()[0]) == (1, "No user “Nobody At All”.")
    assert people[0] in err
    before = {name: cli.json("show", name)["owner_name"] for name in names}
    done = cli.json("assign", *names, "--to", people[0], "--reason", "leaves")
    assert done["customers"] == sum(1 for owner in before.values() if owner != people[0])
    assert {cli.json("show", name)["owner_name"] for name in names} == {people[0]}
    cli.json("undo")
    assert {name: cli.json("show", name)["owner_name"] for name in names} == before
    other = next(name for name in names if before[name] != people[0])
    planned = cli.json("assign", other, "--to", people[0], "--on", "2999-01-31")
    assert (planned["customers"], planned["done"], planned["on"]) == (1, False, "2999-01-31")
    assert cli.json("show", other)["owner_name"] == before[other]
    assert cli("assign", other, "--to", people[0], "--on", "soon")[0] == 1
    assert cli("assign", other, "--to", people[0], "--on", "2001-01-01")[0] == 1
