"""A customer's file on paper: all that is known, nothing cut, every line whole, in both languages."""

import dataclasses
import datetime as dt
import unicodedata

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.files import Source
from desktop_crm.ui.pages.printing.content import Content, Row, Section
from desktop_crm.ui.pages.printing.dialog import PrintDialog
from desktop_crm.ui.pages.printing.paper import BOTTOM, TOP, Paper, write_pdf

LONG = "这是一段很长的备注，用来检查分页时不会把一行文字切成两半。And English words, too. " * 8


def content(*rows, title="华为技术有限公司"):
    return Content(title, "C000001", "C000001", "2026", (Section("Notes", rows),))


def pdf_text(path):
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture
def dialog(qtbot, stage, services, window):
    """The dialog over a customer with a bit of everything."""
    (key,) = stage.store(
        lambda people: dataclasses.replace(stage.huawei(people), notes="**重要**\n\n- one\n- two"), users=["李芳"]
    )
    services.attachments.attach(key, [Source("合同.pdf", content=b"%PDF-1.4 x")])
    stage.settle()
    stage.show(QLabel())
    made = PrintDialog(services, key, window)
    made.open()
    stage.settle()
    stage.settle()
    return made


class Answer:
    def __init__(self, path):
        self.path, self.proposal = path, None

    def save(self, parent, title, proposal, kinds):
        self.proposal = proposal
        return self.path


def test_all_that_is_known_is_on_paper(dialog, stage, tmp_path, posted):
    dialog.changes.setChecked(True)
    dialog.picker = Answer(tmp_path / "a.pdf")
    dialog.save()
    stage.settle()
    # A character that shares its glyph with a radical is found as that; readers know them for one.
    found = unicodedata.normalize("NFKC", "".join(pdf_text(tmp_path / "a.pdf")))
    for words in (
        *("华为技术有限公司", "C000001", "914403001922038216", "李芳", "+86 138 0013 8000", "contact@example.com"),
        *("王建国", "Mary Chen", "坂田街道坂田路 1 号", "15 Sep 1987", "交付周期短", "重要", "合同.pdf", "Attach"),
        *("Page 1 of", "Printed on"),
    ):
        assert words in found
    assert "**" not in found
    assert dialog.picker.proposal.name == "C000001 华为技术有限公司.pdf"
    assert posted[-1].text.plain() == "Saved as a.pdf"


def test_the_preview_follows_paper_and_pages(dialog):
    dialog.size_choice.set_value("a4")
    dialog.size_choice.chosen.emit("a4")
    tall = dialog.view.picture.height()
    dialog.size_choice.set_value("letter")
    dialog.size_choice.chosen.emit("letter")
    assert dialog.view.picture.height() < tall
    assert dialog.view.accessibleName().startswith("Page 1 of")
    assert not dialog.back.isEnabled()


def test_a_place_that_cannot_be_written_is_said(dialog, stage, tmp_path):
    dialog.picker = Answer(tmp_path / "nowhere" / "a.pdf")
    dialog.save()
    stage.settle()
    assert dialog.error.text() == "a.pdf could not be written."
    assert dialog.isVisible()


def test_printing_gives_the_same_pages(dialog, tmp_path, posted):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(dialog.paper.page_layout())
    pages = len(dialog.paper.sheets)
    dialog.send(printer)
    found = pdf_text(tmp_path / "printed.pdf")
    assert len(found) == pages
    assert "华为技术有限公司" in found[0]
    assert "sent to" in posted[-1].text.plain()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_long_texts_are_broken_between_lines_and_nothing_is_lost(qapp, paper):
    rows = [Row(f"name {at}", LONG) for at in range(20)] + [Row("", "\n\n".join([LONG * 2] * 30), markdown=True)]
    pages = Paper(content(*rows), paper)
    assert len(pages.sheets) > 5
    shown = {}
    for sheet in pages.sheets:
        for piece in sheet.pieces:
            assert piece.y >= TOP - 1
            assert piece.y + piece.height <= pages.height - BOTTOM + 1
            shown.setdefault(id(piece.document), []).append(piece)
    for pieces in shown.values():
        assert sum(piece.height for piece in pieces) == pytest.approx(pieces[0].document.size().height(), abs=1)


def test_a_short_row_is_never_broken(qapp):
    pages = Paper(content(*[Row(f"name {at}", "one\ntwo\nthree") for at in range(80)]))
    for sheet in pages.sheets:
        for piece in sheet.pieces:
            assert piece.top == 0


def test_a_title_does_not_stand_alone_at_the_foot(qapp):
    for lines in range(20, 60):
        sections = (
            Section("First", tuple(Row(str(at), "words") for at in range(lines))),
            Section("Second", (Row("a", "words"),)),
        )
        pages = Paper(Content("Title", "C1", "", "", sections))
        texts = [[piece.document.toPlainText() for piece in sheet.pieces] for sheet in pages.sheets]
        at = next(number for number, found in enumerate(texts) if "Second" in found)
        assert texts[at].index("Second") < len(texts[at]) - 1


def test_words_without_spaces_stay_on_the_paper(qapp, tmp_path):
    pages = Paper(content(Row("n" * 200, "v" * 4_000)))
    picture = pages.picture(0, 800)
    margin = [picture.pixelColor(795, y).lightness() for y in range(picture.height())]
    assert min(margin) == 255
    assert isinstance(picture, QImage)


def test_chinese_is_embedded_and_can_be_searched(qapp, tmp_path):
    write_pdf(content(Row("名称", "深圳市南山区")), "a4", tmp_path / "a.pdf")
    (page,) = pdf_text(tmp_path / "a.pdf")
    assert "Page 1 of 1" in page
    assert "深圳市南山区" in unicodedata.normalize("NFKC", page)
    assert b"FontFile" in (tmp_path / "a.pdf").read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_laying_out_is_cheap(qapp):
    import time

    rows = [Row(f"name {at}", LONG) for at in range(60)]
    begun = time.monotonic()
    Paper(content(*rows))
    assert time.monotonic() - begun < 3


def test_dates_are_today(dialog):
    assert str(dt.date.today().year) in dialog.content.printed  # noqa: DTZ011 - the person's own calendar


def test_ctrl_p_opens_the_dialog_for_the_customer_in_front(stage, services, window):
    from desktop_crm.features import FEATURES
    from desktop_crm.ui.pages.customers.feature import customer_page
    from desktop_crm.ui.pages.printing.feature import PRINTING

    (key,) = stage.store(stage.huawei())
    page = stage.show(customer_page(services, window, FEATURES))
    page.show_customer(key)
    stage.settle()
    action = next(one for one in PRINTING.actions(services, window) if one.shortcut == "Ctrl+P")
    assert action.enabled_when(page.context())
    action.handler()
    stage.settle()
    (made,) = window.findChildren(PrintDialog)
    assert made.content.title == "华为技术有限公司"
    made.close()


def test_own_fields_the_key_person_and_the_last_look_are_on_paper_when_they_are_known(stage, services, window):
    from desktop_crm.controllers.i18n import Language, Translator
    from desktop_crm.models.commands.custom_fields import save_field
    from desktop_crm.models.queries.catalogue import custom_fields
    from desktop_crm.models.records.catalogue import FieldType
    from desktop_crm.models.records.custom_fields import FieldDraft, Option
    from desktop_crm.models.records.lists import Selection

    execute = services.runner.database.execute
    for one in (
        FieldDraft("Fee", FieldType.MONEY, section="Contract", currency="CNY"),
        FieldDraft("Signed on", FieldType.DATE, section="Contract"),
        FieldDraft("Grade", FieldType.CHOICE, options=(Option("", "Gold"),)),
        FieldDraft("Story", FieldType.LONG_TEXT, section="Empty"),
    ):
        execute(save_field, one)
    with services.runner.database.read() as session:
        fields = {one.name: one for one in custom_fields(session)}
    values = {"Fee": "12000", "Signed on": "2026-03-31", "Grade": fields["Grade"].pairs[0][0]}
    custom = tuple((fields[name].slot, value) for name, value in values.items())
    (bare,) = stage.store(dataclasses.replace(stage.huawei(), name="Bare"))
    key = services.runner.database.execute(save_customer, CustomerDraft(name="Acme", custom=custom)).value
    stage.show(QLabel())

    def printed(customer):
        made = PrintDialog(services, customer, window)
        made.open()
        stage.settle()
        stage.settle()
        rows = {part.title: {row.name: row.value for row in part.rows} for part in made.content.sections}
        made.reject()
        return rows

    rows = printed(bare)
    assert not {"Contract", "Empty", "Further details"} & set(rows)
    assert not {"Key customer", "Last verified"} & set(rows["Key data"])

    me = services.runner.database.actor.user_id
    services.hand_over.set_key(Selection.of(key), me, None)
    stage.settle()
    services.portrait.verify(key)
    stage.settle()
    rows = printed(key)
    assert rows["Contract"] == {"Fee": "¥12,000.00", "Signed on": "31 Mar 2026"}
    assert "Empty" not in rows
    assert {"Grade": "Gold"} in rows.values()
    assert rows["Key data"]["Key customer"] == services.runner.database.who
    assert rows["Key data"]["Last verified"]

    translator = Translator()
    translator.use(Language.ZH_CN)
    try:
        rows = printed(key)
    finally:
        translator.use(Language.EN)
    assert rows["Contract"]["Fee"] == "¥12,000.00"
    assert services.runner.database.who in rows["基本信息"].values()
