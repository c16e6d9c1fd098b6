"""What actions on customers need of the page in front: which customers are meant, and what to do with them.

The customer list and the customer page are such targets; the actions of the feature find the visible one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.actions import ActionSpec, Context, Place
from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.choices import label
from desktop_crm.models.records.listed import Id, Stage
from desktop_crm.models.records.lists import PageRequest, Selection
from desktop_crm.ui.feature import Navigator

if TYPE_CHECKING:
    from desktop_crm.models.records.bin import Parts
    from desktop_crm.models.records.customers import FilterChoices
    from desktop_crm.models.records.listed import CustomerFilter

Moved = Callable[[int], Message]
# More records side by side fit no window.
MOST_MERGED = 6


class CustomerTarget(QWidget):
    """A page that shows customers. Subclasses say which ones are chosen."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self.services, self.navigator = services, navigator

    # Which customers ---------------------------------------------------------------------------------

    def chosen(self) -> Selection | None:
        """The customers that an action is for; None if there are none."""
        raise NotImplementedError

    def chosen_count(self) -> int:
        """How many they are."""
        raise NotImplementedError

    def record(self) -> Id | None:
        """The one customer that opening and editing are for."""
        raise NotImplementedError

    def context(self) -> Context:
        """What the window asks to enable actions."""
        raise NotImplementedError

    # What to do with them ----------------------------------------------------------------------------

    def open_record(self) -> None:
        if (key := self.record()) is not None:
            self.navigator.open_customer(key)

    def edit_record(self) -> None:
        if (key := self.record()) is not None:
            self.navigator.edit_customer(key)

    # A picker belongs to the window and keeps what it was opened for: the page is made anew with another language.

    def ask_tag(self) -> None:
        """Asks for a tag and puts it on the chosen customers."""
        from desktop_crm.ui.pages.customers.dialogs import ask_tag

        chosen, count, window = self.chosen(), self.chosen_count(), self.window()
        if chosen is None:
            return

        def tag(name: str) -> None:
            self._run(self.services.customers.tag(chosen, name, count), lambda number: tagged(number, name))

        self.services.customers.choices(self).then(lambda choices: ask_tag(window, choices, count, tag))

    def ask_owner(self) -> None:
        from desktop_crm.ui.pages.customers.dialogs import ask_owner

        chosen, count, window = self.chosen(), self.chosen_count(), self.window()
        if chosen is None:
            return

        def ask(choices: FilterChoices) -> None:
            def assign(owner: Id | None) -> None:
                name = next((user.name for user in choices.users if user.id == owner), "")
                task = self.services.customers.assign(chosen, owner, count)
                self._run(task, lambda number: assigned(number, name))

            ask_owner(window, choices, count, assign)

        self.services.customers.choices(self).then(ask)

    def ask_stage(self) -> None:
        from desktop_crm.ui.pages.customers.dialogs import ask_stage

        chosen, count = self.chosen(), self.chosen_count()
        if chosen is None:
            return

        def move(stage: str) -> None:
            task = self.services.customers.set_stage(chosen, Stage(stage), count)
            self._run(task, lambda number: moved(number, stage))

        ask_stage(self.window(), count, move)

    def delete_chosen(self) -> None:
        """At once, without a question: Undo is one key away."""
        chosen, count = self.chosen(), self.chosen_count()
        if chosen is None or self.context().deleted:
            return

        def delete(parts: Parts | None) -> None:
            task = self.services.customers.delete(chosen, count)
            self._run(task, lambda number: deleted(number, parts), self.after_delete)

        self.services.people.parts(chosen, count, self).then(delete)

    def restore_chosen(self) -> None:
        """Out of the recycle bin again."""
        if (chosen := self.chosen()) is not None and self.context().deleted:
            self._run(self.services.customers.restore(chosen, self.chosen_count()), restored, self.after_delete)

    def merge_chosen(self) -> None:
        """Compares the chosen customers on the duplicates desk, where they are merged."""

        def show(ids: list[Id]) -> None:
            self.services.duplicates.ask(ids)
            self.navigator.show_page("duplicates")

        chosen = self.chosen()
        if chosen is None or not 2 <= self.chosen_count() <= MOST_MERGED:
            return
        if chosen.spec is None:
            show(sorted(chosen.ids))
            return
        request = PageRequest(0, MOST_MERGED + len(chosen.ids))
        task = self.services.customers.page(chosen.spec, request, self)
        task.then(lambda page: show([row.id for row in page.rows if row.id not in chosen.ids]))

    def after_delete(self) -> None:
        """The chosen customers are deleted or restored: they are not in the list any more."""

    def refresh(self) -> None:
        """Reads again what is shown."""

    def focus_filter(self) -> None:
        """Goes to the filter, if the page has one."""

    def show_filter(self, wanted: CustomerFilter) -> None:
        """Narrows the list, if the page is one."""

    def choose_columns(self) -> None:
        """Opens the dialog for columns, if the page has some."""

    def copy_phone(self) -> None:
        """Puts the main phone number on the clipboard."""

    def manage_tags(self) -> None:
        """Opens the dialog that renames, recolours and deletes tags."""
        from desktop_crm.ui.pages.customers.tags_dialog import TagsDialog

        TagsDialog(self.services, self.window()).open()

    def count_text(self) -> str:
        """ "3 customers"."""
        return count_words(self.chosen_count())

    def _run(self, task: Any, say: Moved, then: Callable[[], object] | None = None) -> None:
        def done(outcome: Any) -> None:
            if outcome.change_set is None:
                self.services.notices.info(UNCHANGED)
                return
            self.services.notices.done(say(outcome.value))
            if then is not None:
                then()

        task.then(done)


def front(navigator: Navigator) -> CustomerTarget | None:
    """The page with customers that the person sees."""
    pages = navigator.window().findChildren(CustomerTarget)
    return next((page for page in pages if page.isVisible()), None)


def specs_at(specs: list[ActionSpec], place: Place) -> list[ActionSpec]:
    return sorted((spec for spec in specs if place in spec.places), key=lambda spec: spec.order)


UNCHANGED = Message(QT_TRANSLATE_NOOP("messages", "It is so already. Nothing was changed."))
ONE = Message(QT_TRANSLATE_NOOP("messages", "1 customer"))
SEVERAL = QT_TRANSLATE_NOOP("messages", "{count} customers")


def customers(count: int) -> Message:
    """ "1 customer", "1,000,000 customers"."""
    return ONE if count == 1 else Message(SEVERAL, {"count": format_number(count)})


def count_words(count: int) -> str:
    return text(customers(count))


def tagged(count: int, name: str) -> Message:
    return Message(
        QT_TRANSLATE_NOOP("messages", "{customers} tagged “{tag}”"), {"customers": customers(count), "tag": name}
    )


def assigned(count: int, owner: str) -> Message:
    if not owner:
        return Message(
            QT_TRANSLATE_NOOP("messages", "{customers} without an owner now"), {"customers": customers(count)}
        )
    return Message(
        QT_TRANSLATE_NOOP("messages", "{customers} assigned to {owner}"),
        {"customers": customers(count), "owner": owner},
    )


def moved(count: int, stage: str) -> Message:
    return Message(
        QT_TRANSLATE_NOOP("messages", "{customers} moved to “{stage}”"),
        {"customers": customers(count), "stage": label("stage", stage)},
    )


def deleted(count: int, parts: Parts | None = None) -> Message:
    """Names what went along, where it was counted and there is any."""
    if not parts:
        return Message(QT_TRANSLATE_NOOP("messages", "{customers} deleted"), {"customers": customers(count)})
    from desktop_crm.ui.pages.bin.wording import with_parts

    return Message(
        QT_TRANSLATE_NOOP("messages", "{customers} deleted, with {parts}"),
        {"customers": customers(count), "parts": with_parts(parts)},
    )


def restored(count: int) -> Message:
    return Message(QT_TRANSLATE_NOOP("messages", "{customers} restored"), {"customers": customers(count)})
