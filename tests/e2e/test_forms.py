"""Entering customers: by the keyboard alone, and through a power cut."""

from tests.e2e.screen import until


def fill_by_tab(program, values):
    """Goes through the form by Tab, typing where a field of that name has the focus."""
    left = dict(values)
    for _ in range(60):
        name = program.focused().name
        if name in left:
            program.type(left.pop(name))
        if not left:
            return
        program.keys("Tab")
    raise AssertionError(f"Tab never came to {list(left)}")


def test_a_customer_is_entered_without_a_mouse(start, book):
    program = start("--lang", "en", "--db", str(book)).ready()
    program.customers()
    program.keys("ctrl+n")
    until(lambda: program.focused().name == "Name, required", "the keyboard on the name")
    fill_by_tab(
        program,
        {"Name, required": "Keyboard Works Ltd", "Short name": "KBW", "Next step": "Send the brochure"},
    )
    program.keys("ctrl+s")
    program.reads("Keyboard Works Ltd saved")
    program.reads("Send the brochure")
    program.keys("alt+Left")
    table = program.customers()
    program.keys("ctrl+f")
    program.type("keyboard works")
    until(lambda: table.total() == 1, "the one customer")
    assert table.rows(0, 1)[0][0] == "Name: Keyboard Works Ltd"


def test_a_form_survives_the_death_of_the_application(start, book):
    program = start("--lang", "en", "--db", str(book)).ready()
    program.customers()
    program.keys("ctrl+n")
    until(lambda: program.focused().name == "Name, required", "the keyboard on the name")
    program.type("Half Written GmbH")
    notes = "Wants three quotes, one of them by Friday"
    program.find("Short name", "text").write("HWG")
    program.find("Next step", "text").write(notes)
    program.drafted("Half Written GmbH", notes)
    program.kill()

    again = start("--lang", "en", "--db", str(book)).ready()
    again.reads("“Half Written GmbH” was not saved")
    again.press("Continue", "push button")
    until(lambda: again.find("Name, required").text == "Half Written GmbH", "the name as it was typed")
    assert again.find("Short name", "text").text == "HWG"
    assert again.find("Next step", "text").text == notes
    again.keys("ctrl+s")
    again.reads("Half Written GmbH saved")
    again.close()

    third = start("--lang", "en", "--db", str(book)).ready()
    third.customers()
    assert not third.has(contains="was not saved")


def test_a_wrong_field_says_what_is_wrong_beside_it(start, book):
    program = start("--lang", "en", "--db", str(book)).ready()
    program.customers()
    program.keys("ctrl+n")
    until(lambda: program.focused().name == "Name, required", "the keyboard on the name")
    program.type("Wrong Code Co")
    code = program.find("Credit code", "text")
    code.write("914403001922038217")
    program.keys("ctrl+s")
    until(lambda: program.find("Credit code", "text").description, "the reason at the field")
    assert not program.has(contains="Wrong Code Co saved")
