"""What views and groups do with the customer list: which is shown, whether it was changed, saving it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.controllers.tasks import Task
from desktop_crm.controllers.views import FieldChoices
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.conditions import Group, Join
from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.models.records.operators import without
from desktop_crm.models.records.views import BUILT_IN_VIEWS, View, ViewSpec
from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences, as_group
from desktop_crm.ui.pages.customers.list_actions import SHOWN
from desktop_crm.ui.pages.customers.views.groups import GroupPane
from desktop_crm.ui.pages.customers.views.panel import ViewsPanel
from desktop_crm.ui.theme import icons
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.chips import Badge

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage

_VIEW = "customers.view"
_GROUP = "customers.group"
_ALL = BUILT_IN_VIEWS[0]
SAVED = Message(QT_TRANSLATE_NOOP("messages", "View “{name}” saved"))


class ListViews(QObject):
    """The views panel, the group pane and the marks in the list's head."""

    def __init__(self, services: Services, page: CustomerListPage, sentences: Sentences) -> None:
        super().__init__(page)
        self._services, self._page, self._sentences = services, page, sentences
        self.current = _ALL.key
        self._loaded = False
        self.panel = ViewsPanel(services)
        self.groups = GroupPane(services, sentences)
        self.badge = Badge(self.tr("Changed"), "warning")
        self.save_button = button(self.tr("Save"), self.save, "flat")
        self.save_as_button = button(self.tr("Save as view"), self.save_as, "flat")
        self.more_button = tool_button("more", self.tr("More for this view"), self._more)
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        marks: tuple[QWidget, ...] = (self.badge, self.save_button, self.save_as_button, self.more_button)
        for one in marks:
            row.addWidget(one)
        self.panel.chosen.connect(self.show_view)
        self.panel.copy_asked.connect(self.save_copy)
        self.panel.save_asked.connect(self.save_as)
        self.panel.close_asked.connect(self.toggle)
        self.panel.loaded.connect(self._views_loaded)
        self.groups.changed.connect(page.refilter)
        self.groups.field_changed.connect(self._grouped)
        self.groups.left.connect(page.table.setFocus)
        services.bus.subscribe(self, ("team",), self._teams_changed)
        self.mark()

    # The database ------------------------------------------------------------------------------------

    def opened(self) -> None:
        """Takes up the view in which this database's list was left."""
        kept = self._services.state.get(self._key(_VIEW))
        self.current = kept if isinstance(kept, str) else _ALL.key
        self._loaded = False
        self._sentences.forget()
        self.groups.set_field("")
        self.panel.set_shown(self.current)
        self.mark()

    def load(self) -> None:
        """What is not needed for the first picture."""
        self.panel.opened()
        self._load_fields()

    def _load_fields(self) -> None:
        self._services.views.fields(self).then(self._fields)

    def fields_changed(self) -> None:
        """Fields, people or tags are others now."""
        self._load_fields()

    def _teams_changed(self, _: object) -> None:
        self.fields_changed()

    def _fields(self, known: FieldChoices) -> None:
        first, self._loaded = not self._loaded, True
        self._sentences.known = known
        self._page.filters.refresh_words()
        kept = self._services.state.get(self._key(_GROUP))
        if first and isinstance(kept, str):
            self.groups.set_field(kept)
            self.groups.load(self._page.filters.value())
        else:
            self.groups.refresh_words()
        self.mark()

    def _views_loaded(self) -> None:
        if self.view() is None:
            self._set_current(_ALL.key)
        self.panel.set_shown(self.current)
        self.mark()

    def _key(self, what: str) -> str:
        current = self._services.workspace.current
        return f"{what}.{current.key if current else ''}"

    # Showing a view ----------------------------------------------------------------------------------

    def view(self) -> View | None:
        """The view that the list shows, changed or not."""
        return self.panel.view(self.current)

    def spec(self) -> ViewSpec:
        """What the list shows, as a view keeps it."""
        state: dict[str, Any] = self._page.table.save_state()
        return ViewSpec(
            dataclasses.replace(self._page.filters.value(), deleted=False),
            self._page.spec.sort,
            tuple(state["columns"]),
            tuple(state["hidden"]),
            tuple(state["widths"].items()),
            self.groups.field,
        )

    def show_view(self, view: View) -> None:
        """Has the list show a view."""
        self._set_current(view.key)
        self.groups.set_field(view.spec.group)
        self._keep_group()
        self._show(view.spec)
        self.panel.set_shown(view.key)
        self.groups.load(view.spec.filter)
        self.mark()

    def _show(self, spec: ViewSpec) -> None:
        page = self._page
        if spec.columns:
            layout: dict[str, Any] = {"hidden": list(spec.hidden), "widths": dict(spec.widths)}
            page.table.restore_state(layout | {"columns": list(spec.columns)})
        page.filters.set_value(spec.filter)
        page.refilter(spec.sort)
        page.keep_columns()
        page.table.header.show_sort()

    def reset(self) -> None:
        """Shows the view as it was saved."""
        view = self.view()
        if view is not None:
            self.show_view(view)

    def narrowed(self, wanted: CustomerFilter) -> CustomerFilter:
        """The filter with the chosen group."""
        condition = self.groups.condition()
        if condition is None:
            return wanted
        parts = (wanted.rules, condition) if wanted.rules else (condition,)
        return dataclasses.replace(wanted, rules=Group(Join.ALL, parts))

    def filter_changed(self, wanted: CustomerFilter) -> None:
        """The filter bar says something else: groups are counted anew."""
        self.groups.load(wanted)
        self.mark()

    def refresh(self) -> None:
        """Customers changed."""
        self.groups.reload()

    def _set_current(self, key: str) -> None:
        self.current = key
        self._services.state.set(self._key(_VIEW), None if key == _ALL.key else key)

    def mark(self) -> None:
        """Shows the view's name, and whether the list shows something else by now."""
        view = self.view()
        changed = view is not None and not view.spec.same_list(self.spec())
        own = view is not None and view.mine
        self._page.filters.group_button.setChecked(bool(self.groups.field))
        self.badge.setVisible(changed and self.current != _ALL.key)
        self.save_button.setVisible(changed and own)
        self.save_as_button.setVisible(changed and not own)
        self.more_button.setVisible(changed and self.current != _ALL.key)
        self._page.show_heading("" if view is None or view.key == _ALL.key else text(view.name))

    def menu(self) -> QMenu:
        """What else can be done with the changes; the caller shows it."""
        menu = QMenu(self.head)
        menu.setAccessibleName(self.tr("More for this view"))
        menu.addAction(icons.icon("copy"), self.tr("Save as view"), self.save_as)
        menu.addAction(icons.icon("undo"), self.tr("Undo changes"), self.reset)
        return menu

    def _more(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    # Saving ------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Saves the changes to the view, if it is the person's own, else asks for a name."""
        view = self.view()
        if view is None or not view.mine:
            self.save_as()
            return
        name = text(view.name)
        task = self._services.views.change(view.id, self.spec())
        task.then(lambda _: self._saved(name)).failed(self._failed)

    def save_as(self) -> None:
        """Asks for a name and saves what the list shows."""
        self._ask("", self.spec())

    def save_copy(self, view: View) -> None:
        """Asks for a name and saves what another view shows."""
        self._ask(text(view.name), view.spec)

    def _ask(self, name: str, spec: ViewSpec) -> None:
        from desktop_crm.ui.pages.customers.views.name_dialog import NameDialog

        says = self._sentences.sentence(spec.filter.rules) if spec.filter.rules else ""
        dialog = NameDialog(
            name, says or self.tr("Filter, columns, order and grouping."), self._adding(spec), self._page
        )
        dialog.open()

    def _adding(self, spec: ViewSpec) -> Any:
        def add(name: str) -> Task[Any]:
            return self._services.views.add(name, spec).then(lambda outcome: self._added(outcome.value.hex, name))

        return add

    def _added(self, key: str, name: str) -> None:
        self._set_current(key)
        self._saved(name.strip())

    def _saved(self, name: str) -> None:
        self._services.notices.done(Message(SAVED.text, {"name": name}))
        self.panel.load()

    def _failed(self, error: CrmError) -> None:
        self._services.notices.error(error)

    # The panel and the groups ------------------------------------------------------------------------

    def toggle(self) -> None:
        """Shows or hides the views, and remembers it."""
        shown = self.panel.isHidden()
        self.panel.setVisible(shown)
        self._services.state.set(SHOWN, shown or None)
        self._page.views_button.setChecked(shown)
        (self.panel.list if shown else self._page.table).setFocus()

    def toggle_groups(self) -> None:
        """Groups by the first field, or not at all."""
        fields = self.groups.fields()
        if self.groups.field or not fields:
            self.groups.choose("")
            self._page.table.setFocus()
            return
        self.groups.choose("stage" if any(spec.id == "stage" for spec in fields) else fields[0].id)
        self.groups.box.setFocus()

    def go_to_groups(self) -> None:
        """The keyboard goes to the groups; from there, grouping ends."""
        front = self._page.window().focusWidget()
        if self.groups.field and not (front is not None and self.groups.isAncestorOf(front)):
            self.groups.list.setFocus()
        else:
            self.toggle_groups()

    def _grouped(self) -> None:
        self._keep_group()
        self._page.refilter()

    def _keep_group(self) -> None:
        self._services.state.set(self._key(_GROUP), self.groups.field or None)

    # The filter builder ------------------------------------------------------------------------------

    def drop_broken(self) -> None:
        """Takes away the conditions that hold for nobody any more."""
        wanted = self._page.filters.value()
        if wanted.rules:
            fields = frozenset(one.field for one in self._sentences.broken(wanted.rules))
            self._page.filters.set_rules(as_group(without(wanted.rules, fields)))
