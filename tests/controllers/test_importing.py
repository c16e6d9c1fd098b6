"""The import wizard's controller over a real file: nothing is written before the run, and what was checked is met."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop_crm.controllers.importing_state import Step
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.queries.customer_list import page as read_page
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.import_setup import Decision
from desktop_crm.models.records.imports import RowOutcome
from desktop_crm.models.records.lists import ListSpec, PageRequest
from tests.ui.services import add_customers, make_services, open_database, settle

TABLE = "客户档案\n客户名称,手机,来源,会员等级\n甲公司,13800138000,展会,金\n乙公司,1380013,阿里巴巴,银\n"
PATIENCE = 120_000


@pytest.fixture
def services(qtbot, tmp_path):
    made, saver = make_services(tmp_path / "home")
    open_database(qtbot, made, tmp_path / "test.crmdb")
    yield made
    made.importing.leave()
    QApplication.processEvents()
    assert made.runner.shutdown(30)
    made.runner.database.close()
    assert saver.flush()


@pytest.fixture
def ready(qtbot, services):
    """Waits until the wizard has nothing under way."""

    def wait():
        session = services.importing
        qtbot.waitUntil(lambda: session.doing is None and not session.writing, timeout=PATIENCE)
        settle(qtbot, services)
        return session

    return wait


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "客户.csv"
    path.write_bytes(TABLE.encode("gb18030"))
    return path


@pytest.fixture
def checked(services, ready, table):
    """The wizard at its check, the table read."""
    session = services.importing
    session.begin(table)
    ready()
    session.go(Step.CHECK)
    return ready()


def names(services):
    with services.runner.database.read() as session:
        return sorted(row.name for row in read_page(session, ListSpec(), PageRequest(0)).rows)


def rows_of(qtbot, services, *outcomes):
    session = services.importing
    spec = session.rows_spec(outcomes)
    task = session.rows(spec, 0, 100, session)
    qtbot.waitUntil(lambda: not task.open, timeout=PATIENCE)
    return task.result


def test_a_table_is_read_in_its_own_encoding_or_in_the_one_chosen(services, ready, table):
    session = services.importing
    session.begin(table)
    ready()
    assert session.choice.encoding == "gb18030"
    assert session.look.headers == ("客户名称", "手机", "来源", "会员等级")
    assert [one.field for one in session.setup.columns] == ["name", "mobile", "source", ""]
    assert session.missing == ()
    session.choose(encoding="cp950")
    ready()
    assert session.choice.encoding == "cp950"
    assert session.look.headers != ("客户名称", "手机", "来源", "会员等级")
    assert names(services) == []


def test_a_mistake_is_mended_undone_and_mended_again_then_all_is_written_and_taken_back(
    qtbot, services, ready, checked
):
    session = checked
    assert (session.checked.result.counts.create, session.checked.result.counts.error) == (1, 1)
    wrong = rows_of(qtbot, services, RowOutcome.ERROR).rows[0]
    assert (wrong.row, wrong.cells[1], wrong.problems[0].column) == (4, "1380013", "手机")
    session.fix(4, 1, "13900139000")
    assert not session.checked_now
    session.undo()
    assert session.fixed(4, 1) is None
    assert session.checked_now
    session.redo()
    assert session.fixed(4, 1) == "13900139000"
    session.run()
    assert session.step is Step.CHECK  # not before it was checked again
    session.check()
    ready()
    counts = session.checked.result.counts
    assert counts.create == 2
    session.run()
    ready()
    assert session.step is Step.RESULT
    assert session.result.counts == counts
    assert names(services) == ["乙公司", "甲公司"]
    assert all(row.record is not None for row in rows_of(qtbot, services).rows)
    session.take_back()
    ready()
    assert session.taken_back
    assert session.kept == ()
    assert names(services) == []


def test_who_was_edited_since_stays_and_is_named(qtbot, services, ready, checked):
    session = checked
    session.run()
    ready()
    row = rows_of(qtbot, services, RowOutcome.CREATE).rows[0]

    def edit(ctx):
        stored = dict(drafts_of(ctx.session, [row.record]))[row.record]
        save_customer(ctx, replace(stored, needs="新需求"), stored)

    services.runner.database.execute(edit)
    session.take_back()
    ready()
    assert [one.name for one in session.kept] == ["甲公司"]
    assert names(services) == ["甲公司"]


def test_a_file_that_vanished_is_said_and_found_again(services, ready, table):
    session = services.importing
    session.begin(table)
    ready()
    kept = table.read_bytes()
    table.unlink()
    session.go(Step.VALUES)
    ready()
    assert "not there any more" in session.error.message.plain()
    assert session.error.advice is not None
    table.write_bytes(kept)
    session.go(Step.VALUES)
    ready()
    assert session.error is None
    assert [one.text for one in session.survey.unknown] == ["阿里巴巴"]


def test_customers_that_changed_since_the_check_are_said_before_anything_is_written(services, ready, checked):
    session = checked
    add_customers(services, [CustomerDraft(name="甲公司")])
    session.run()
    ready()
    assert session.differs
    assert session.step is Step.CHECK
    assert session.checked.result.counts.create == 0
    assert names(services) == ["甲公司"]
    session.run()
    ready()
    assert session.step is Step.RESULT
    assert session.result.counts == session.checked.result.counts


def test_a_file_that_changed_since_the_check_is_not_imported(services, ready, checked, table):
    table.write_bytes(TABLE.replace("甲", "丙").encode("gb18030"))
    checked.run()
    ready()
    assert "changed since" in checked.error.message.plain()
    assert checked.step is Step.CHECK
    assert names(services) == []


def test_cancel_leaves_nothing_and_leaving_removes_what_was_pasted(qtbot, services, ready):
    session = services.importing
    session.paste("名称\t电话\n甲公司\t13800138000\n", "剪贴板")
    qtbot.waitUntil(lambda: session.path is not None, timeout=PATIENCE)
    ready()
    assert session.name == "剪贴板"
    copy = session.path
    session.go(Step.CHECK)
    session.cancel()
    ready()
    assert session.checked is None
    assert names(services) == []
    session.leave()
    settle(qtbot, services)
    assert session.path is None
    assert not copy.exists()
    assert not list((services.places.cache / "import").glob("*.rows"))


def test_saved_choices_are_known_again_by_the_columns(services, ready, table):
    session = services.importing
    session.begin(table)
    ready()
    session.set_column(replace(session.column(3), field="notes"))
    session.save_profile("旧系统")
    ready()
    session.begin(table)
    ready()
    assert session.profile.name == "旧系统"
    assert session.column(3).field == "notes"
    session.use_profile(None)
    ready()
    assert session.profile is None
    assert session.column(3).field == ""


def test_saved_choices_bring_the_way_of_reading_are_renamed_shared_and_deleted(services, ready, tmp_path):
    session = services.importing
    path = tmp_path / "old.csv"
    path.write_text("Name,Phone\nA1,B1\nAcme,13800138000\n", "utf-8")
    session.begin(path)
    ready()
    assert session.choice.header_row == 1
    session.choose(header_row=2)
    ready()
    session.set_column(replace(session.column(0), field="name"))
    session.set_column(replace(session.column(1), field="phone"))
    session.save_profile("Old")
    ready()
    session.begin(path)
    ready()
    assert (session.profile.name, session.choice.header_row) == ("Old", 2)
    assert [one.field for one in session.setup.columns] == ["name", "phone"]

    session.use_profile(None)
    ready()
    session.choose(header_row=1)
    ready()
    assert session.profile is None
    session.use_profile(session.basis.profiles[0])
    ready()
    assert session.choice.header_row == 2

    session.share_profile()
    ready()
    assert session.profile.shared
    session.rename_profile("Older")
    ready()
    assert (session.profile.name, session.profile.shared) == ("Older", True)
    session.save_profile("Older")
    ready()
    assert session.profile.shared
    session.delete_profile()
    ready()
    assert (session.profile, session.basis.profiles) == (None, ())
    services.undo.undo()
    ready()
    assert [one.name for one in session.basis.profiles] == ["Older"]
    assert [one.field for one in session.setup.columns] == ["name", "phone"]


def test_a_back_up_is_made_before_where_a_person_wants_it(services, ready, checked):
    session = checked
    assert session.offers_back_up
    assert not session.backs_up  # few rows
    session.back_up = True
    session.run()
    ready()
    assert session.step is Step.RESULT
    assert len(list(services.places.backups.rglob("*.crmdb"))) == 1


def test_ctrl_z_elsewhere_takes_the_import_back_too(qtbot, services, ready, checked):
    session = checked
    session.run()
    ready()
    services.undo.undo()
    qtbot.waitUntil(lambda: session.taken_back, timeout=PATIENCE)
    assert not session.may_take_back


def test_one_who_fits_several_times_is_asked_for(qtbot, services, ready, tmp_path):
    ids = add_customers(services, [CustomerDraft(name="恒通"), CustomerDraft(name="恒通")])
    path = tmp_path / "a.csv"
    path.write_text("客户名称,备注\n恒通,老客户\n", "utf-8")
    session = services.importing
    session.begin(path)
    ready()
    session.go(Step.CHECK)
    ready()
    assert session.checked.result.counts.ask == 1
    row = rows_of(qtbot, services, RowOutcome.ASK).rows[0]
    assert {one.id for one in row.candidates} == set(ids)
    session.decide(row.row, Decision.RECORD, ids[1])
    session.check()
    ready()
    assert session.checked.result.counts.update == 1
    session.run()
    ready()
    assert rows_of(qtbot, services, RowOutcome.UPDATE).rows[0].record == ids[1]


def test_how_far_columns_are_filled_is_counted_over_all_rows(qtbot, services, ready, tmp_path):
    path = tmp_path / "long.csv"
    rows = [f"Firm {at},{'Exhibition' if at < 1_000 else ''},{'x' * 17_000}\n" for at in range(2_000)]
    path.write_text("Name,Source,Notes\n" + "".join(rows), "utf-8")
    services.importing.begin(path)
    session = ready()
    qtbot.waitUntil(lambda: session.look.rows_exact, timeout=PATIENCE)
    assert (session.look.rows, [one.filled for one in session.look.columns]) == (2_000, [100, 50, 100])
