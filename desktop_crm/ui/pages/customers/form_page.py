"""The form: a new customer or a change of one, kept through a crash until it is saved or given up."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.actions import Context
from desktop_crm.controllers.drafts import Draft
from desktop_crm.controllers.i18n import format_relative, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import ConflictError, CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, filled_in
from desktop_crm.models.records.customers import Customer, CustomerDraft, FilterChoices, Id
from desktop_crm.models.validation.custom_values import defaults
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.forms.field import is_key
from desktop_crm.ui.pages.customers.draft_json import FORM, decode, encode
from desktop_crm.ui.pages.customers.fields import clean_dates, fold_problems, shown_draft
from desktop_crm.ui.pages.customers.form_bars import GuardBar, TwinBar
from desktop_crm.ui.pages.customers.form_body import FormBody
from desktop_crm.ui.pages.customers.scroll import GUTTER
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import ElidedLabel, label
from desktop_crm.ui.widgets.message_bar import MessageBar, Notice

SAVED = QT_TRANSLATE_NOOP("messages", "{name} saved")


class CustomerFormPage(QWidget):
    """Ctrl+S saves, Ctrl+Enter saves and starts a new one, Escape leaves."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self.services, self.navigator = services, navigator
        self._words = Lexicon(services.runner, self)
        self._choices = FilterChoices()
        self._id: Id | None = None
        self._original: CustomerDraft | None = None
        self._linked: dict[str, str] = {}
        self._serial = 0
        self._saving = False
        self._and_new = False
        self._asked: tuple[Any, ...] = ()
        self.body: FormBody | None = None
        self.bar = MessageBar()
        self.twins = TwinBar(self.navigator.open_customer)
        self.guard = GuardBar(self.save, self.discard, self._keep)
        self._build()
        self._keep_later = QTimer(self, singleShot=True, interval=400)
        self._keep_later.timeout.connect(self.keep_draft)
        self._twins_later = QTimer(self, singleShot=True, interval=400)
        self._twins_later.timeout.connect(self._ask_twins)
        QShortcut(
            QKeySequence("Ctrl+S"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self.save)

    def _build(self) -> None:
        self.title = ElidedLabel("", "title")
        self._state = label("", "hint")
        self.cancel_button = button(self.tr("Close"), self.leave)
        self.cancel_button.setToolTip(self.tr("Esc"))
        self.new_button = button(self.tr("Save and new"), self.save_and_new)
        self.new_button.setToolTip(self.tr("Ctrl+Enter"))
        self.save_button = button(self.tr("Save"), self.save, "primary", "save")
        self.save_button.setToolTip(self.tr("Ctrl+S"))
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(self.title, 1)
        for one in (self._state, self.cancel_button, self.new_button, self.save_button):
            top.addWidget(one)
        self._place = QVBoxLayout()
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, GUTTER, 0)
        head.setSpacing(12)
        head.addLayout(top)
        for bar in (self.guard, self.bar, self.twins):
            head.addWidget(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP - GUTTER, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._place, 1)

    # Opening -----------------------------------------------------------------------------------------

    def edit(self, customer_id: Id | None) -> None:
        """Opens the form of a customer, or an empty one; a kept draft of it comes back."""
        self._serial += 1
        self._id, self._original = customer_id, None
        self._drop_body()
        self._words.load(self._load_choices)

    def _load_choices(self) -> None:
        self.services.customers.choices(self).then(self._load_customer)

    def _load_customer(self, choices: FilterChoices) -> None:
        self._choices = choices
        if self._id is None:
            database = self.services.runner.database
            new = CustomerDraft(owner_id=database.actor.user_id if database else None)
            self._load_draft(dataclasses.replace(new, custom=defaults(choices.fields, new.kind)))
            return
        task = self.services.customers.get(self._id, self)
        task.then(self._loaded).failed(self._failed)

    def _loaded(self, customer: Customer) -> None:
        self._original = customer.draft
        self._linked = dict(customer.linked)
        self._load_draft(customer.draft)

    def _load_draft(self, draft: CustomerDraft) -> None:
        serial = self._serial

        def show(kept: Draft | None) -> None:
            if serial == self._serial:
                self._show(draft, kept)

        drafts = self.services.drafts
        if drafts is None:
            show(None)
        else:
            self.services.runner.work(drafts.load, FORM, self._key(), owner=self, key="draft").then(show)

    def _key(self) -> str:
        return self._id.hex if self._id else ""

    def _show(self, draft: CustomerDraft, kept: Draft | None) -> None:
        self._drop_body()
        shown = shown_draft(draft, self._words, self._choices.fields)
        names = self._linked.get
        self.body = FormBody(shown, self._choices, self._words, self.services.search, lambda key: names(key, ""))
        self._place.addWidget(self.body)
        self.body.binder.changed.connect(self._changed)
        if kept is not None:
            self._bring_back(kept)
        edit = filled_in(self.tr("Edit {name}"), {"name": draft.name})
        self.title.setText(edit if self._id else self.tr("New customer"))
        self._show_state()
        self.body.focus_first()
        self.navigator.refresh_actions()  # the window's title names the form

    def _bring_back(self, kept: Draft) -> None:
        assert self.body is not None
        try:
            draft = decode(kept.data.get("draft"))
            original = decode(kept.data["original"]) if kept.data.get("original") else None
        except ValueError:
            return
        self.body.binder.set_value(dataclasses.replace(draft, id=self._id), clean=False)
        self._original = original if self._id else None
        words = self.tr("What you typed {when} was not saved. It is here again.")
        shown = words.replace("{when}", format_relative(kept.saved_at))
        self.bar.show_notice(Notice("info", shown, action=self.tr("Discard it"), run=self._start_over))

    def _start_over(self) -> None:
        self._forget_draft()
        self.edit(self._id)

    def _drop_body(self) -> None:
        for timer in (self._keep_later, self._twins_later):
            timer.stop()
        if self.body is not None:
            self.body.hide()
            self.body.deleteLater()
            self.body = None
        self.bar.dismiss()
        self.twins.show_twins([])
        self.guard.hide()
        self._asked = ()

    # While typing ------------------------------------------------------------------------------------

    def is_dirty(self) -> bool:
        """Whether there is anything to lose."""
        return self.body is not None and self.body.binder.is_dirty()

    def _changed(self) -> None:
        self.guard.hide()
        self._show_state()
        self._keep_later.start()
        self._twins_later.start()

    def _show_state(self) -> None:
        dirty = self.is_dirty()
        self._state.setText(self.tr("Saving…") if self._saving else self.tr("Unsaved changes") if dirty else "")
        for one in (self.save_button, self.new_button):
            one.setEnabled(not self._saving and self.body is not None)

    def keep_draft(self) -> None:
        """Puts what is typed on the disk, so that a crash costs no more than a moment's typing."""
        drafts = self.services.drafts
        if drafts is None or self.body is None:
            return
        if not self.is_dirty():
            self._forget_draft()
            return
        data = {"draft": encode(self.body.binder.value())}
        if self._original is not None:
            data["original"] = encode(self._original)
        drafts.save(FORM, self._key(), data)

    def _forget_draft(self) -> None:
        self._keep_later.stop()
        if self.services.drafts is not None:
            self.services.drafts.discard(FORM, self._key())

    def _ask_twins(self) -> None:
        if self.body is None:
            return
        draft = clean_dates(self.body.binder.value())
        asked = (draft.kind, draft.name, draft.credit_code, draft.points)
        if asked != self._asked:
            self._asked = asked
            self.services.customers.twins(draft, self).then(self.twins.show_twins)

    # Saving ------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Saves and shows the customer."""
        self._save(and_new=False)

    def save_and_new(self) -> None:
        """Saves and starts an empty form."""
        self._save(and_new=True)

    def _save(self, *, and_new: bool) -> None:
        if self.body is None or self._saving or not self.body.binder.check():
            return
        self._and_new = and_new
        self._send(self.body.binder.value(), self._original)

    def _send(self, draft: CustomerDraft, original: CustomerDraft | None) -> None:
        self._saving = True
        self.guard.hide()
        self._show_state()
        task = self.services.customers.save(draft, original)
        task.then(lambda outcome: self._saved(outcome, draft)).failed(self._failed)

    def _saved(self, outcome: Any, draft: CustomerDraft) -> None:
        self._saving = False
        self._forget_draft()
        if self.body is not None:
            self.body.binder.mark_clean()
        # Marking clean is a change too; there is nothing left to keep.
        self._drop_body()
        self._show_state()
        if outcome.change_set is not None:
            self.services.notices.done(Message(SAVED, {"name": draft.name.strip()}))
        if self._and_new:
            self.edit(None)
        else:
            self.navigator.open_customer(outcome.value)

    def _failed(self, error: CrmError) -> None:
        self._saving = False
        self._show_state()
        if isinstance(error, ConflictError):
            self._resolve(error)
            return
        if isinstance(error, UserError) and error.fields and self.body is not None:
            self.body.binder.set_errors(fold_problems(error.fields, self.body.binder.value()))
        advice = text(error.advice) if error.advice else ""
        self.bar.show_notice(Notice("error", text(error.message), advice))

    def _resolve(self, error: ConflictError) -> None:
        from desktop_crm.ui.pages.customers.conflict_dialog import ConflictDialog, resolve

        if self.body is None or self._original is None:
            return
        mine, original = self.body.binder.value(), self._original

        def take(theirs: set[str]) -> None:
            self._send(*resolve(mine, original, error.conflicts, theirs))

        ConflictDialog(error, self._choices, self._words, take, self).open()

    # Leaving -----------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Back to where one came from; asks when there is something to lose."""
        if self.may_close():
            self._serial += 1  # a form that is still being read must not come up after its page was left
            self._forget_draft()
            self._drop_body()
            self.navigator.back()

    def discard(self) -> None:
        """Gives up what was typed and goes back."""
        self._forget_draft()
        self._drop_body()
        self.navigator.back()

    def may_close(self) -> bool:
        """Whether the form can be left now; with unsaved changes it asks, and answers no."""
        if self._saving:
            return False
        if not self.is_dirty():
            return True
        self.guard.ask()
        return False

    def _keep(self) -> None:
        self.guard.hide()
        if self.body is not None:
            self.body.focus_first()

    def activate(self) -> None:
        """The page came to the front."""
        if self.body is not None:
            self.body.focus_first()

    def page_title(self) -> str:
        """What the form is about, for the window's title."""
        return self.title.text()

    def context(self) -> Context:
        return Context(page="customer_form")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, control=True):
            self.save_and_new()
        elif event.key() == Qt.Key.Key_Escape:
            self._keep() if self.guard.isVisible() else self.leave()
        else:
            super().keyPressEvent(event)
