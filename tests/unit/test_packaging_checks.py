"""The project's own checks find what they are for, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.packaging_modules import load

texts = load("checks.texts")
translations = load("checks.translations")

SOURCE = """
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

class Window:
    def build(self):
        self.title = self.tr("&Save {name}")
        self.count = self.tr("%n customer(s)", "", 3)

CHANGED = Message(QT_TRANSLATE_NOOP("messages", "Change {field}"), {})
"""
CHINESE = {
    "&amp;Save {name}": "保存 {name}(&amp;S)",
    "Change {field}": "修改{field}",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project whose Chinese is complete."""
    package = tmp_path / "desktop_crm"
    package.mkdir()
    (package / "window.py").write_text(SOURCE, "utf-8")
    translations.update(tmp_path)
    for source, chinese in CHINESE.items():
        translate(tmp_path, source, chinese)
    change(
        tmp_path,
        '<translation type="unfinished">\n            <numerusform></numerusform>',
        "<translation>\n            <numerusform>%n 位客户</numerusform>",
    )
    translations.update(tmp_path)
    return tmp_path


def change(root: Path, old: str, new: str) -> None:
    path = root / translations.TRANSLATION
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def translate(root: Path, source: str, chinese: str) -> None:
    waiting = f'<source>{source}</source>\n        <translation type="unfinished"></translation>'
    change(root, waiting, f"<source>{source}</source>\n        <translation>{chinese}</translation>")


def add(root: Path, name: str, source: str) -> None:
    (root / "desktop_crm" / name).write_text(source, "utf-8")


def test_complete_translation_passes(tree: Path) -> None:
    assert translations.check(tree) == []
    assert translations.main(["--root", str(tree)]) == 0


def test_update_keeps_the_chinese_and_names_no_lines(tree: Path) -> None:
    text = (tree / translations.TRANSLATION).read_text("utf-8")
    assert "修改{field}" in text
    assert "<location" not in text
    assert "unfinished" not in text


def test_new_text_is_missing_until_it_is_translated(tree: Path) -> None:
    add(tree, "page.py", "class Page:\n    def f(self):\n        return self.tr('Delete')\n")
    assert any("'Delete' has no finished translation" in line for line in translations.check(tree))
    assert [entry.source for entry in translations.current_entries(tree) if entry.state] == ["Delete"]
    translations.update(tree)
    translate(tree, "Delete", "删除")
    translations.update(tree)
    assert translations.check(tree) == []


def test_text_that_is_no_longer_used_is_named_and_dropped(tree: Path) -> None:
    add(tree, "window.py", SOURCE.replace("Change {field}", "Set {field}"))
    assert any("'Change {field}' is no longer used" in line for line in translations.check(tree))
    translations.update(tree)
    assert "<source>Change {field}" not in (tree / translations.TRANSLATION).read_text("utf-8")


@pytest.mark.parametrize(
    ("chinese", "kind"),
    [
        ("保存 {nmae}(&amp;S)", "placeholders"),
        ("保存(&amp;S)", "placeholders"),
        ("保存 {name}", "accelerator"),
        ("保存 {name}(&amp;B)", "accelerator"),
        ("保存 {name}(&amp;S)…", "final ellipsis"),
        (" 保存 {name}(&amp;S)", "outer spaces"),
        ("&lt;b>保存&lt;/b> {name}(&amp;S)", "markup"),
    ],
)
def test_translation_unlike_its_source_is_named(tree: Path, chinese: str, kind: str) -> None:
    change(tree, CHINESE["&amp;Save {name}"], chinese)
    assert any(kind in line for line in translations.check(tree))


def test_compiled_translation_must_be_current(tree: Path) -> None:
    change(tree, "修改{field}", "更改{field}")
    assert [line for line in translations.check(tree) if "older" in line]
    (tree / translations.TRANSLATION).with_suffix(".qm").unlink()
    assert [line for line in translations.check(tree) if "missing" in line]


def test_text_inside_an_f_string_is_named_because_it_is_never_collected(tree: Path) -> None:
    add(tree, "page.py", "class Page:\n    def f(self):\n        return f\"{self.tr('Lost')}!\"\n")
    assert any("page.py:3" in line and "Lost" in line for line in translations.check(tree))


def test_without_a_translation_the_check_fails(tmp_path: Path) -> None:
    (tmp_path / "desktop_crm").mkdir()
    assert "missing" in translations.check(tmp_path)[0]


def texts_of(root: Path, **files: str) -> list[str]:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_py", ".py").replace("_lock", ".lock")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return list(texts.check(root, texts.tracked_files(root)))


def test_good_tree_has_no_problems(tmp_path: Path) -> None:
    source = "class A:\n    def f(self):\n        self.setText(self.tr('Save'))\n"
    source += "        self.x.setText('1 / 2 …')\n"
    assert texts_of(tmp_path, desktop_crm__ui__a_py=source, a_lock="six==1.0 \\\n  --hash=sha256:00\n") == []


@pytest.mark.parametrize("path", ["#work/x/y.py", "'#root/.cache'", "see #home/anna/a", "#Users/anna/a"])
def test_path_of_one_machine(tmp_path: Path, path: str) -> None:
    found = texts_of(tmp_path, notes_py=f"x = 1  # {path.replace('#', '/')}\n")
    assert found == ["notes.py:1: a path of one machine"]


@pytest.mark.parametrize("path", ["https://host#work/i", "/usr/share/fonts", "~#work/x", "a#root/b", "/workers/x"])
def test_other_paths_are_fine(tmp_path: Path, path: str) -> None:
    assert texts_of(tmp_path, notes_py=f"x = 1  # {path.replace('#', '/')}\n") == []


@pytest.mark.parametrize("line", ["--index-url https://example.org/simple", "six @ file:/x", "# via pypi.org"])
def test_server_in_a_lock_file(tmp_path: Path, line: str) -> None:
    assert "names no server" in texts_of(tmp_path, a_lock=f"{line}\n")[0]


def test_outgrown_file_and_function(tmp_path: Path) -> None:
    long_function = "def f():\n" + "    x = 1\n" * 40
    found = texts_of(
        tmp_path,
        desktop_crm__a_py=long_function,
        desktop_crm__b_py="x = 1\n" * 401,
        desktop_crm__models__db__migrations__versions__c_py=long_function,
    )
    assert [line.split(":")[0] for line in found] == ["desktop_crm/a.py", "desktop_crm/b.py"]


@pytest.mark.parametrize(
    "statement",
    [
        "self.setText('Save')",
        "self.setToolTip(f'Save {x}')",
        "QLabel('保存')",
        "QAction('Save', self)",
    ],
)
def test_untranslated_text(tmp_path: Path, statement: str) -> None:
    source = f"def f(self, x):\n    {statement}\n"
    assert "without tr" in texts_of(tmp_path, desktop_crm__ui__a_py=source)[0]
    excused = source.replace("\n    ", "\n    y = 1\n    ").rstrip() + "  # not a text: a name\n"
    assert texts_of(tmp_path, desktop_crm__ui__a_py=excused) == []


def test_message_without_a_marker(tmp_path: Path) -> None:
    good = "a = Message(QT_TRANSLATE_NOOP('messages', 'Gone'))\nb = Message('{name} – {kind}')\n"
    good += "c = Message(text)\nd = Message('English')  # not a text: every language in its own name\n"
    assert texts_of(tmp_path, desktop_crm__models__a_py=good) == []
    found = texts_of(tmp_path, desktop_crm__models__a_py="a = Message('Gone {name}', {})\n")
    assert "a message without QT_TRANSLATE_NOOP: 'Gone {name}'" in found[0]


@pytest.mark.parametrize(
    "source",
    [
        "self.tr(text)",
        "self.tr(f'Save {x}')",
        "self.tr('a' if x else 'b')",
        "QT_TRANSLATE_NOOP('messages', text)",
        "from desktop_crm.models.messages import QT_TRANSLATE_NOOP as N",
    ],
)
def test_text_that_cannot_be_collected(tmp_path: Path, source: str) -> None:
    assert len(texts_of(tmp_path, desktop_crm__models__a_py=source + "\n")) == 1
