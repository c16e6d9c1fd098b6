"""One change set in full: who, when, from → to, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_datetime, format_number, text
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.change_kind import ChangeKind
from desktop_crm.models.records.history import Blocker, ChangeSet, RowChange
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.pages.customers.changes import value_text
from desktop_crm.ui.pages.history.model import rows_of, title_of
from desktop_crm.ui.shell.help import SafeText
from desktop_crm.ui.theme import tokens
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import Card, label

MOST_ROWS = 100
MOST_TEXT = 400
ADDED = Message(QT_TRANSLATE_NOOP("messages", "added"))
CHANGED = Message(QT_TRANSLATE_NOOP("messages", "changed"))
REMOVED = Message(QT_TRANSLATE_NOOP("messages", "removed"))
_OPS = {"I": ADDED, "U": CHANGED, "D": REMOVED}


class ChangeDetail(QWidget):
    """`undo_asked(id)`, `redo_asked()`, `customer_asked(Id)`, `blocker_asked(ChangeSet)`."""

    undo_asked = Signal(object)
    redo_asked = Signal()
    customer_asked = Signal(object)
    blocker_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._change: ChangeSet | None = None
        self._rows: Sequence[RowChange] | None = None
        self._customers: dict[str, Id] = {}
        self._may_redo = False
        self.title = label(role="heading", wrap=True, select=True)
        self.meta = label(role="secondary", wrap=True, select=True)
        self.undo = button("", self._ask_undo, "normal", "undo")
        self.redo = button("", self.redo_asked.emit, "normal", "redo")
        self.refusal = Card()
        self._refusal_text = label(role="error", wrap=True, select=True)
        self._refusal_advice = label(role="caption", wrap=True)
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        self.refusal.body.addWidget(self._refusal_text)
        self.refusal.body.addWidget(self._refusal_advice)
        self.refusal.body.addLayout(self._links)
        self.refusal.hide()
        self.text = SafeText()
        self.text.setProperty("bare", True)
        self.text.document().setDocumentMargin(0)
        self.text.anchorClicked.connect(self._anchor)
        head = QHBoxLayout()
        head.setSpacing(STEP)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        head.addLayout(words, 1)
        head.addWidget(self.redo, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(self.text, 1)
        self._words()

    @property
    def change(self) -> ChangeSet | None:
        return self._change

    def show_change(self, change: ChangeSet | None, *, may_redo: bool = False) -> None:
        """Shows the head; the rows come by `show_rows`."""
        if change is None or self._change is None or change.id != self._change.id:
            self._rows = None
            self.refusal.hide()
        self._change = change
        self._may_redo = may_redo
        self._words()

    def show_rows(self, change: Id, rows: Sequence[RowChange]) -> None:
        if self._change is not None and self._change.id == change:
            self._rows = rows
            self._fill()

    def show_refusal(self, error: CrmError) -> None:
        """Why the change was not taken back, with a link to each change in the way."""
        blockers: Sequence[Blocker] = getattr(error, "blockers", ())
        self._refusal_text.setText(text(error.message))
        self._refusal_advice.setText(text(error.advice) if error.advice else "")
        while (item := self._links.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in blockers[:8]:
            words = f"{title_of(one.change_set)} · {one.record}" if one.record else title_of(one.change_set)
            link = button(words, kind="flat", icon="arrow_right")
            link.clicked.connect(lambda _=False, change=one.change_set: self.blocker_asked.emit(change))
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.refusal.show()

    def _words(self) -> None:
        change = self._change
        self.undo.setText(self.tr("Undo this change"))
        self.redo.setText(self.tr("Redo"))
        self.text.setAccessibleName(self.tr("What changed"))
        shown = change is not None
        for one in (self.title, self.meta, self.text):
            one.setVisible(shown)
        can_undo = change is not None and not change.undone and change.kind is not ChangeKind.UNDO
        self.undo.setVisible(can_undo)
        self.redo.setVisible(change is not None and change.undone and self._may_redo)
        if change is None:
            return
        parts = [change.who, format_datetime(change.at), change.device, rows_of(change)]
        if change.undone:
            parts.append(self.tr("undone"))
        self.title.setText(title_of(change))
        self.meta.setText(" · ".join(part for part in parts if part))
        self._fill()

    def _ask_undo(self) -> None:
        if self._change is not None:
            self.refusal.hide()
            self.undo_asked.emit(self._change.id)

    def _anchor(self, url: QUrl) -> None:
        key = self._customers.get(url.toString())
        if key is not None:
            self.customer_asked.emit(key)

    def _fill(self) -> None:
        if self._rows is None:
            self.text.setHtml(_paragraph(self.tr("Reading…")))
            return
        self._customers.clear()
        parts = [self._row(row) for row in self._rows[:MOST_ROWS]]
        more = (self._change.rows if self._change else 0) - len(parts)
        if more > 0 and len(self._rows) > MOST_ROWS:
            parts.append(_paragraph(self.tr("and {n} more").replace("{n}", format_number(more))))
        if not parts:
            parts.append(_paragraph(self.tr("Nothing in it concerns a person: only bookkeeping changed.")))
        self.text.setHtml("".join(parts))

    def _row(self, row: RowChange) -> str:
        colours = tokens.current()
        record = escape(row.record)
        if row.customer_id is not None and record:
            mark = f"customer-{len(self._customers)}"
            self._customers[mark] = row.customer_id
            record = f'<a href="{mark}" style="color:{colours.accent_text}; text-decoration:none">{record}</a>'
        kind = f"{escape(text(row.what))} · {escape(text(_OPS[row.op]))}"
        what = f'<span style="color:{colours.text_tertiary}">{kind}</span>'
        head = f'<p style="margin:12px 0 4px 0"><b>{record}</b>&nbsp; {what}</p>'
        lines = []
        for field in row.fields:
            old = value_text(row.table, field.field, field.old)
            new = value_text(row.table, field.field, field.new)
            lines.append(
                f'<tr><td width="150" style="color:{colours.text_secondary}; padding:2px 12px 2px 0">'
                f"{escape(text(field.field))}</td><td style='padding:2px 0'>{self._step(row.op, old, new)}</td></tr>"
            )
        return head + (f'<table cellspacing="0" width="100%">{"".join(lines)}</table>' if lines else "")

    def _step(self, op: str, old: str, new: str) -> str:
        colours = tokens.current()
        nothing = escape(self.tr("empty"))
        empty = f'<span style="color:{colours.text_tertiary}">{nothing}</span>'
        shown_old = f'<span style="color:{colours.danger}">{_short(old)}</span>' if old else empty
        shown_new = f'<span style="color:{colours.success}">{_short(new)}</span>' if new else empty
        if op == "I":
            return shown_new
        if op == "D":
            return shown_old
        return f'{shown_old} <span style="color:{colours.text_tertiary}">→</span> {shown_new}'

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._words()


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _short(value: str) -> str:
    cut = value if len(value) <= MOST_TEXT else value[:MOST_TEXT] + "…"
    return escape(cut).replace("\n", "<br>")
