"""Finding and merging duplicates from the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop_crm.cli import main

CSV = (
    "客户名称,电话,备注\n深圳市华腾科技有限公司,0755-28780808,老客户\n"
    "华騰科技（深圳）,0755-28780808,展会认识\n上海宏达物流有限公司,021-62345678,\n"
)


@pytest.fixture
def cli(database_url: str, capsys: pytest.CaptureFixture[str], qapp: object, tmp_path: Any) -> Any:
    def run(*arguments: str) -> tuple[int, str, str]:
        status = main([*arguments, "--db", database_url, "--lang", "en"])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    path = tmp_path / "in.csv"
    path.write_text(CSV, "utf-8")
    assert run("import", "customers", str(path))[0] == 0
    return run


def test_duplicates_are_listed_merged_and_taken_apart_again(cli: Any) -> None:
    assert cli("duplicates")[1] == "Nobody has looked for duplicates yet; --scan does.\n"
    found = json.loads(cli("duplicates", "--scan", "--json")[1])
    assert found["last_scan"]["customers"] == 3
    assert found["pairs"] == 1
    pair = found["groups"][0]["pairs"][0]
    assert pair["score"] > 90
    assert "Same phone +86 755 2878 0808" in [reason["message"] for reason in pair["reasons"]]
    assert "C000001 深圳市华腾科技有限公司  =  C000002 华騰科技（深圳）" in cli("duplicates")[1]

    status, out, _ = cli("merge", "C000001", "2")
    assert (status, out) == (0, "Done: Merge 深圳市华腾科技有限公司 and 华騰科技（深圳）\n")
    merged = json.loads(cli("show", "C000001", "--json")[1])
    assert merged["draft"]["notes"] == "老客户\n\n展会认识"
    assert len(merged["draft"]["points"]) == 1
    assert cli("duplicates")[1] == "No duplicates are left to look at.\n"
    assert cli("undo")[0] == 0
    assert json.loads(cli("duplicates", "--json")[1])["pairs"] == 1
    assert cli("check")[0] == 0


def test_merging_a_customer_with_itself_is_refused(cli: Any) -> None:
    status, _, err = cli("merge", "C000001", "C000001")
    assert status == 1
    assert err == "A merge needs two different customers. Nothing was changed.\n"
