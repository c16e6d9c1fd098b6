"""Beginning: the first page, the sample company, a damaged file, a second start, the language."""

import re
import sqlite3

import pytest

from tests.e2e.screen import until

CHOICES = ("Look at the sample company", "Start an empty file", "Open a file")
CHINESE = re.compile("[\u4e00-\u9fff]{2,}")


def test_the_first_start_offers_three_ways_and_the_sample_company_fills_the_list(start):
    program = start("--lang", "en")
    for choice in CHOICES:
        program.find(choice, "push button")
    program.find(CHOICES[0]).click()
    table = program.ready().find("Customers", "table")
    until(lambda: table.total() >= 250, "about 300 customers")
    first = table.rows(0, 1)[0]
    assert first[0].startswith("Name: ")
    assert len(first[0]) > len("Name: ")


def test_the_first_start_speaks_chinese_where_the_system_does(start):
    program = start(LANG="zh_CN.UTF-8", LANGUAGE="zh_CN", LC_ALL="zh_CN.UTF-8")
    for words in ("新建空白文件", "打开文件"):
        program.find(words, "push button")
    program.find("体验示例公司", "push button").click()
    table = until(lambda: program.has(role="table") and program.find(role="table"), "the list")
    until(lambda: table.total() >= 250, "about 300 customers")
    names = [row[0] for row in table.rows(0, 20)]
    assert all(CHINESE.search(name) for name in names)


def test_the_language_changes_while_the_application_runs(start, book):
    program = start("--lang", "en", "--db", str(book)).ready()
    program.find("Customers", "table")
    program.keys("ctrl+k")
    program.find("Command palette")
    program.type("English")
    program.find(contains="中文 / English", role="list item")
    program.keys("Return")
    until(lambda: CHINESE.search(program.find(role="table").name), "the list's name in Chinese")
    labels = [one.name for one in program.all(role="menu item")]
    assert labels
    assert all(CHINESE.search(name) for name in labels), labels


@pytest.mark.parametrize("damage", ["no database at all", "a page in the middle"])
def test_a_damaged_file_is_explained_and_there_is_a_way_out(start, book, damage):
    if damage == "no database at all":
        book.write_bytes(b"this is not a customer file " * 400)
    else:
        with sqlite3.connect(book) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        content = bytearray(book.read_bytes())
        content[100:8192] = b"\xff" * (8192 - 100)
        book.write_bytes(content)
    before = book.read_bytes()
    program = start("--lang", "en", "--db", str(book))
    program.reads(f"“{book.name}” was not opened")
    program.find("Choose another file…", "push button")
    if damage != "no database at all":
        program.find("Restore a back-up…", "push button")
    assert book.read_bytes() == before


def test_a_second_start_raises_the_first_window(start, book, screen):
    first = start("--lang", "en", "--db", str(book)).ready()
    other = start("--lang", "en", "--db", str(book.with_name("another.crmdb")))
    other.find("Start an empty file")
    until(lambda: screen.active() == other.process.pid, "the other window in front")
    second = start("--lang", "en", "--db", str(book))
    assert second.ended() == 0
    until(lambda: screen.active() == first.process.pid, "the first window in front")
