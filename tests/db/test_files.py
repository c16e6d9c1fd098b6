"""Attachments: stored once, one undo step each, brought back to the byte, and never larger than allowed."""

import hashlib
import os
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.customer_bulk import delete_customers, restore_customers
from desktop_crm.models.commands.files import (
    add_attachments,
    attach_files,
    delete_attachments,
    note_attachment,
    purge_contents,
    rename_attachment,
)
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.backup import back_up, restore
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.errors import CancelledError, NotFoundError, UserError
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.files import attachments, check_contents, content_of, unused_contents
from desktop_crm.models.queries.history import change_sets, row_changes
from desktop_crm.models.records.files import Source, StoredFile
from desktop_crm.models.records.lists import Selection
from tests.db.conftest import raw, state
from tests.db.makers import add

PDF = b"%PDF-1.7\n" + b"contract" * 50


def attach(db, customer, *sources, **options):
    return attach_files(Monitor(), db, customer, sources, **options)


def files(db, customer):
    with db.read() as session:
        return attachments(session, customer)


def content(db, key):
    with db.read() as session:
        return content_of(session, key)


def unused(db):
    with db.read() as session:
        return unused_contents(session)


def problems(db):
    with db.read() as session:
        return check_contents(session, Monitor())


def test_a_file_is_attached_and_read_back(db, tmp_path):
    customer = add(db, "华为技术")
    path = tmp_path / "contract.pdf"
    path.write_bytes(PDF)
    outcome = attach(db, customer, Source(path.name, path))
    assert outcome.change_set.title.plain() == "Attach contract.pdf to 华为技术"
    (found,) = files(db, customer)
    assert (found.name, found.media_type, found.size, found.who) == (
        "contract.pdf",
        "application/pdf",
        len(PDF),
        db.who,
    )
    assert found.sha256 == hashlib.sha256(PDF).hexdigest()
    assert content(db, found.id) == ("contract.pdf", PDF)
    assert problems(db) == ()


def test_every_step_is_undone_and_redone_exactly(db):
    customer = add(db)
    states = [state(db)]

    def step(command, *args):
        db.execute(command, *args)
        states.append(state(db))

    attach(db, customer, Source("a.pdf", content=PDF), Source("b.txt", content=b"words"))
    states.append(state(db))
    key = next(one.id for one in files(db, customer) if one.name == "a.pdf")
    step(rename_attachment, key, "报价单.pdf")
    step(note_attachment, key, "signed")
    step(delete_attachments, [key])
    for before in reversed(states[:-1]):
        db.execute(undo_change_set)
        assert state(db) == before
    for after in states[1:]:
        db.execute(redo_change_set)
        assert [row[0] for row in state(db)["attachment"]] == [row[0] for row in after["attachment"]]
    db.execute(undo_change_set)
    assert content(db, key) == ("报价单.pdf", PDF)


def test_a_content_is_stored_once_whoever_has_it(db):
    first, second = add(db, "甲"), add(db, "乙")
    attach(db, first, Source("a.pdf", content=PDF))
    attach(db, second, Source("b.pdf", content=PDF))
    with db.raw() as connection:
        assert connection.execute(text("SELECT count(*) FROM file_content")).scalar_one() == 1
    db.execute(delete_attachments, [files(db, first)[0].id])
    assert content(db, files(db, second)[0].id)[1] == PDF


def test_the_same_content_again_is_noticed_and_changes_nothing(db):
    customer = add(db)
    attach(db, customer, Source("a.pdf", content=PDF))
    again = attach(db, customer, Source("copy of a.pdf", content=PDF))
    assert again.change_set is None
    assert again.value.repeated == ("a.pdf",)
    twice = attach(db, customer, Source("x.txt", content=b"x"), Source("y.txt", content=b"x"))
    assert (len(twice.value.added), twice.value.repeated) == (1, ("x.txt",))


def test_another_content_of_the_same_name_gets_a_number(db):
    customer = add(db)
    attach(db, customer, Source("a.pdf", content=b"1"), Source("A.PDF", content=b"2"), Source("a.pdf", content=b"3"))
    assert {one.name for one in files(db, customer)} == {"a.pdf", "A (2).PDF", "a (3).pdf"}


def test_what_cannot_be_taken_is_named_and_the_rest_is_attached(db, tmp_path):
    customer = add(db)
    folder, vanished, large, empty, good = (tmp_path / n for n in ("f", "v.txt", "l.bin", "e.txt", "g.txt"))
    folder.mkdir()
    large.write_bytes(b"0" * 2_000_001)
    empty.touch()
    good.write_bytes(b"good")
    sources = [Source(p.name, p) for p in (folder, vanished, large, empty, good)]
    outcome = attach(db, customer, *sources, limit=2_000_000)
    reasons = {one.name: one.reason.plain() for one in outcome.value.refused}
    assert reasons == {
        "f": "It is a folder. Pack it into one file first.",
        "v.txt": "It is not there any more.",
        "l.bin": "It is larger than 2 MB, the limit in the settings.",
        "e.txt": "It is empty.",
    }
    assert [one.name for one in files(db, customer)] == ["g.txt"]


def test_a_device_is_not_waited_for(db):
    customer = add(db)
    outcome = attach(db, customer, Source("null", Path(os.devnull)))
    assert outcome.value.refused[0].reason.plain() == "It is not an ordinary file."
    assert outcome.change_set is None


def test_the_open_database_is_not_attached_to_itself(tmp_path):
    path = tmp_path / "a.crmdb"
    db = open_database(path, create=True)
    customer = add(db)
    os.link(path, tmp_path / "link.txt")
    outcome = attach(db, customer, Source("link.txt", tmp_path / "link.txt"), Source(path.name, path))
    assert {one.reason.plain() for one in outcome.value.refused} == {"It is the database that is open."}
    db.close()


def test_cancelling_attaches_nothing_and_the_rest_is_purged(db):
    customer = add(db)
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 1

    with pytest.raises(CancelledError):
        attach_files(Monitor(cancelled=cancelled), db, customer, [Source("a", content=b"a"), Source("b", content=b"b")])
    assert files(db, customer) == []
    assert unused(db).count == 1
    assert db.execute(purge_contents).value.count == 1
    assert unused(db).count == 0


def test_nothing_that_undo_or_redo_can_bring_back_is_purged(db):
    customer = add(db)
    attach(db, customer, Source("deleted.pdf", content=PDF), Source("kept.txt", content=b"kept"))
    attach(db, customer, Source("undone.txt", content=b"undone"))
    db.execute(undo_change_set)
    db.execute(delete_attachments, [one.id for one in files(db, customer) if one.name == "deleted.pdf"])
    assert db.execute(purge_contents).value.count == 0
    db.execute(undo_change_set)
    assert {content(db, one.id)[1] for one in files(db, customer)} == {PDF, b"kept"}


def test_files_stay_with_a_deleted_customer(db):
    customer = add(db)
    attach(db, customer, Source("a.pdf", content=PDF))
    db.execute(delete_customers, Selection.of(customer))
    assert [one.name for one in files(db, customer)] == ["a.pdf"]
    db.execute(restore_customers, Selection.of(customer))
    assert content(db, files(db, customer)[0].id)[1] == PDF


def test_history_names_files_in_words(db):
    customer = add(db)
    attach(db, customer, Source("a.pdf", content=PDF))
    db.execute(rename_attachment, files(db, customer)[0].id, "b")
    with db.read() as session:
        newest, added = change_sets(session, customer_id=customer)[:2]
        renamed = [c for row in row_changes(session, newest.id) for c in row.fields if row.table == "attachment"]
        assert [(c.field.plain(), c.old, c.new) for c in renamed] == [("Name", "a.pdf", "b.pdf")]
        fields = {c.field.plain() for row in row_changes(session, added.id) for c in row.fields}
    assert "File size" in fields
    assert "Checksum" not in fields


def test_a_renamed_file_keeps_its_suffix_and_needs_a_name(db):
    customer = add(db)
    attach(db, customer, Source("a.pdf", content=PDF), Source("b.pdf", content=b"b"))
    key = next(one.id for one in files(db, customer) if one.name == "a.pdf")
    assert db.execute(rename_attachment, key, "../../b").value == "b (2).pdf"
    with pytest.raises(UserError):
        db.execute(rename_attachment, key, " . ")


def test_damage_is_found_by_check_and_told_on_opening(db):
    customer = add(db)
    attach(db, customer, Source("a.pdf", content=PDF), Source("b.txt", content=b"words"))
    key = {one.name: one for one in files(db, customer)}
    raw(db, "UPDATE file_content SET content = :c WHERE sha256 = :k", c=b"x", k=key["a.pdf"].sha256)
    raw(db, "DELETE FROM file_content WHERE sha256 = :k", k=key["b.txt"].sha256)
    assert len(problems(db)) == 2
    for one in key.values():
        with pytest.raises(NotFoundError, match="missing or damaged"):
            content(db, one.id)


def test_no_file_hangs_on_a_customer_that_is_not_there(db):
    customer = add(db)
    stored = StoredFile("a.txt", "text/plain", 1, "0" * 64)
    db.execute(undo_change_set)
    with pytest.raises(NotFoundError):
        db.execute(add_attachments, customer, [stored])


def test_a_back_up_carries_the_files(tmp_path):
    path, copy = tmp_path / "a.crmdb", tmp_path / "copy.crmdb"
    db = open_database(path, create=True)
    customer = add(db)
    attach(db, customer, Source("a.pdf", content=PDF))
    key = files(db, customer)[0].id
    back_up(path, copy, Monitor())
    db.execute(delete_attachments, [key])
    db.close()
    restore(copy, path, Monitor())
    db = open_database(path)
    assert content(db, key) == ("a.pdf", PDF)
    assert problems(db) == ()
    db.close()


def test_a_content_that_was_purged_meanwhile_is_not_attached(db):
    customer = add(db)
    outcome = db.execute(add_attachments, customer, [StoredFile("a.txt", "text/plain", 1, "0" * 64)])
    assert [one.name for one in outcome.value.refused] == ["a.txt"]
    assert outcome.change_set is None
