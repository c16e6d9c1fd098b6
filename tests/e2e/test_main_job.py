"""The main job: customers come in from a branch's table, one is found, changed, taken back, and all stays as it was."""

import pytest

from tests.e2e.screen import until
from tests.e2e.workbooks import WANTED, mistakes, rows, write_gbk, write_workbook

WRITERS = {"branch.csv": write_gbk, "customers.xlsx": write_workbook}


def import_table(program, path):
    """Brings a table in by the wizard's steps; answers how many customers it announced."""
    to_check(program, path)
    go = program.find(contains="Import 1", role="push button", patience=120)
    count = int("".join(filter(str.isdigit, go.name)))
    go.press()
    program.reads("Ctrl+Z takes the whole import back", patience=120)
    program.find("Show the customers", "push button").press()
    return count


def to_check(program, path):
    """From the file through columns, values and matching to the check, by the keyboard."""
    program.keys("ctrl+i")
    program.find("File name:", "text").write(str(path))
    program.keys("Return")
    for words in ("rows of data", "What is in which column?", "What do the values mean?", "Who is already here?"):
        program.reads(words, patience=120)
        program.keys("ctrl+Return")
    program.reads("This is what will happen", patience=120)


@pytest.mark.parametrize("name", [pytest.param("branch.csv", marks=pytest.mark.nightly), "customers.xlsx"])
def test_a_table_comes_in_and_one_undo_takes_it_back(start, tmp_path, name):
    path = WRITERS[name](tmp_path / name)
    program = start("--lang", "en")
    empty_file(program, tmp_path / "mine.crmdb")
    expected = sum(1 for row in rows() if row[0]) - mistakes()
    assert import_table(program, path) == expected
    table = program.customers()
    until(lambda: table.total() == expected, "all customers in the list")
    program.keys("ctrl+z")
    until(lambda: table.total() == 0, "an empty list again")
    until(lambda: "No customers yet" in table.now().description, "what to do with an empty list")
    program.keys("ctrl+shift+z")
    until(lambda: table.total() == expected, "all customers back")


@pytest.mark.parametrize("name", ["branch.csv", pytest.param("customers.xlsx", marks=pytest.mark.nightly)])
def test_a_mistake_is_mended_in_the_grid_and_a_row_leads_to_its_customer(start, tmp_path, name):
    program = start("--lang", "en")
    empty_file(program, tmp_path / "mine.crmdb")
    to_check(program, WRITERS[name](tmp_path / name))
    program.find(contains=f"With a mistake: {mistakes()}")
    program.find("Rows of the file", "table").focus()
    program.keys("Return")
    program.keys("ctrl+a")
    program.type("office20@example.com")
    program.keys("Return")
    program.find("Check again", "push button")
    program.keys("ctrl+Return")
    program.find(contains=f"With a mistake: {mistakes() - 1}", patience=120)
    expected = sum(1 for row in rows() if row[0]) - mistakes() + 1
    program.find(f"Import {expected}", "push button").press()
    program.reads("Ctrl+Z takes the whole import back", patience=120)
    program.find("Rows of the file", "table").focus()
    program.keys("Return")
    program.find("Overview", "page tab")
    program.reads(WANTED)
    program.keys("alt+Left")
    program.reads("Ctrl+Z takes the whole import back")
    program.find("Take it back", "push button").press()
    program.reads("All is as it was before.", patience=120)


def test_find_open_edit_undo_close_and_find_all_as_it_was(start, tmp_path):
    book = tmp_path / "mine.crmdb"
    program = start("--lang", "en")
    empty_file(program, book)
    import_table(program, write_workbook(tmp_path / "customers.xlsx"))
    program.customers()

    program.keys("ctrl+l")
    program.type("hwjs")
    program.find(contains=WANTED, role="list item")
    program.keys("Return")
    program.find("Overview", "page tab")
    program.reads("138 0013 8000")
    program.keys("ctrl+e")
    until(lambda: program.focused().name == "Name, required", "the keyboard on the name")
    phone = next(one for one in program.all(role="text") if "138" in one.text)
    phone.write("13912345678")
    program.keys("ctrl+s")
    program.reads(f"{WANTED} saved")
    program.find("Undo", "push button")
    program.reads("139 1234 5678")
    program.keys("ctrl+z")
    program.reads("138 0013 8000")

    program.keys("alt+Left")
    table = program.customers()
    program.keys("ctrl+f")
    program.type("hengtong")
    until(lambda: 0 < table.total() < 195, "the filtered list")
    table.heading("Customer no.").click()
    until(lambda: table.rows(0, 1)[0][1] != "", "the sorted list")
    program.calm()
    listed, total, box = table.rows(0, 5), table.total(), program.window().box
    program.close()

    again = start("--lang", "en").ready()
    table = again.customers()
    until(lambda: table.total() == total, "the same filter")
    assert table.rows(0, 5) == listed
    assert again.window().box == box
    again.keys("ctrl+l")
    again.find(contains=WANTED, role="list item")
    again.keys("Down", "Return")
    again.reads("138 0013 8000")


def empty_file(program, path):
    """Starts an empty file at `path` from the first page."""
    program.find("Start an empty file", "push button").click()
    program.find("File name:", "text").write(str(path))
    program.keys("Return")
    program.ready()
