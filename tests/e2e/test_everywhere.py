"""What holds on every page: names for screen readers, the palette, taking back."""

import pytest

from tests.e2e.screen import until


def test_the_palette_opens_a_record_and_runs_a_command(start, book):
    program = start("--lang", "en", "--db", str(book)).ready()
    table = program.customers()
    name = table.rows(3, 1)[0][0].removeprefix("Name: ")
    program.keys("ctrl+k")
    program.find("Command palette")
    program.type(name)
    program.find(contains=name, role="list item")
    program.keys("Return")
    program.gone("Command palette")
    program.find("Overview", "page tab")
    assert name in program.texts()
    program.keys("ctrl+k")
    program.find("Command palette")
    program.type("shortcuts")
    program.find(contains="Keyboard shortcuts", role="list item")
    program.keys("Return")
    program.find(role="dialog", contains="shortcuts")
    program.keys("Escape")


def test_a_change_is_taken_back_from_the_history_page(start, book):
    program = start("--lang", "en", "--db", str(book)).ready()
    table = program.customers()
    before = table.total()
    program.keys("Home", "space", "Delete")
    until(lambda: table.total() == before - 1, "one customer less")
    program.keys("ctrl+h")
    changes = program.find("Changes")
    changes.focus()
    program.keys("Home")
    program.press("Undo this change", "push button")
    program.reads("Undone")
    program.press("Customers", "check box")
    until(lambda: program.find("Customers", "table").total() == before, "the customer back in the list")


def test_a_screen_reader_may_be_late_with_the_scroll_bars(start, book):
    """It counts what is in a page, the page is left and the scroll bars go, and only then does it ask for them."""
    program = start("--lang", "en", "--db", str(book)).ready()
    program.customers()
    program.keys("Home", "Return")
    page = program.find("Overview", "filler")
    bars = until(lambda: {at for at in range(page.children()) if page.child(at)} - {0}, "the page's scroll bars")
    program.keys("alt+1")
    program.gone("Overview", "page tab")
    for at in bars:
        page.child(at)
    program.customers()
    assert program.process.poll() is None


PAGES = {
    "list": (),
    "customer": ("Home", "Return"),
    "timeline": ("Home", "Return", "ctrl+2"),
    "contacts": ("Home", "Return", "ctrl+3"),
    "changes": ("Home", "Return", "ctrl+4"),
    "edit": ("Home", "ctrl+e"),
    "new customer": ("ctrl+n",),
    "history": ("ctrl+h",),
    "palette": ("ctrl+k",),
    "settings": ("ctrl+comma",),
    "help": ("F1",),
    "shortcuts": ("ctrl+slash",),
}


def test_everything_that_can_be_worked_has_a_name(start, book):
    """A screen reader has something to say for every button, field and list, on every page and dialog."""
    program = start("--lang", "en", "--db", str(book)).ready()
    nameless = {}
    for page, keys in PAGES.items():
        if not program.has("Customers", "table"):
            program.press("Customers", "check box")
        program.customers()
        for key in keys:
            before = program.texts()
            program.keys(key)
            if key != "Home":
                until(lambda before=before: program.texts() != before, f"what {key} brings", more=program.reading)
        program.calm()
        nameless[page] = program.nameless()
        program.keys("Escape")
        program.calm()
    assert {page: found for page, found in nameless.items() if found} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_page_names_its_controls(start, theme):
    program = start("--lang", "en", "--theme", theme)
    program.find("Start an empty file", "push button")
    assert program.nameless() == []
