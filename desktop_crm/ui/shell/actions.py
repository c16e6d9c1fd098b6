"""What the window itself can do, declared for menus, shortcuts and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.controllers.actions import ActionSpec, Context, Menu
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_crm.ui.feature import Feature
    from desktop_crm.ui.shell.shell import Shell

START = "start"
_GO_TO = Message(QT_TRANSLATE_NOOP("messages", "Go to: {page}"))


def has_database(context: Context) -> bool:
    """Whether a file or a server is open."""
    return context.page not in ("", START)


def _may_undo(context: Context) -> bool:
    return context.can_undo


def _may_redo(context: Context) -> bool:
    return context.can_redo


def core_actions(shell: Shell) -> list[ActionSpec]:
    """Every action that belongs to no area."""
    return [
        *_files(shell),
        *_sample(shell),
        *_program(shell),
        *_tables(shell),
        *_everything(shell),
        *_back_ups(shell),
        *_undo(shell),
        *_find(shell),
        *_moves(shell),
        *_looks(shell),
        *_help(shell),
    ]


def page_actions(shell: Shell, features: Sequence[Feature]) -> list[ActionSpec]:
    """One action for each page of the side bar."""
    pages = sorted((page for feature in features for page in feature.pages), key=lambda page: page.order)
    return [
        ActionSpec(
            f"go.{page.id}",
            Message(_GO_TO.text, {"page": page.title}),
            lambda page=page: shell.navigator.show_page(page.id),  # type: ignore[misc]
            icon=page.icon,
            shortcut=page.shortcut,
            menu=Menu.VIEW,
            order=100 + at,
            enabled_when=has_database,
        )
        for at, page in enumerate(pages)
    ]


def _files(shell: Shell) -> list[ActionSpec]:
    files = shell.files
    return [
        ActionSpec(
            "file.new",
            Message(QT_TRANSLATE_NOOP("messages", "New file…")),
            files.new_file,
            icon="file",
            menu=Menu.FILE,
            order=100,
        ),
        ActionSpec(
            "file.open",
            Message(QT_TRANSLATE_NOOP("messages", "Open a file…")),
            files.open_file,
            icon="open_file",
            shortcut="Ctrl+O",
            menu=Menu.FILE,
            order=101,
        ),
        ActionSpec(
            "file.server",
            Message(QT_TRANSLATE_NOOP("messages", "Open a team database…")),
            files.open_server,
            icon="team",
            menu=Menu.FILE,
            order=102,
        ),
    ]


def _sample(shell: Shell) -> list[ActionSpec]:
    files = shell.files
    return [
        ActionSpec(
            "file.sample",
            Message(QT_TRANSLATE_NOOP("messages", "Look at the sample company")),
            files.open_sample,
            icon="view",
            menu=Menu.FILE,
            order=103,
        ),
        ActionSpec(
            "file.sample_anew",
            Message(QT_TRANSLATE_NOOP("messages", "Make the sample company anew…")),
            files.renew_sample,
            icon="refresh",
            menu=Menu.FILE,
            order=104,
            enabled_when=lambda _: files.sample_is_open,
        ),
    ]


def _program(shell: Shell) -> list[ActionSpec]:
    return [
        ActionSpec(
            "app.settings",
            Message(QT_TRANSLATE_NOOP("messages", "Settings…")),
            lambda: shell.preferences.show(),  # noqa: PLW0108 - made when first asked for
            icon="settings",
            shortcut="Ctrl+,",
            menu=Menu.FILE,
            order=400,
        ),
        ActionSpec(
            "app.quit",
            Message(QT_TRANSLATE_NOOP("messages", "Quit")),
            shell.quit,
            icon="quit",
            shortcut="Ctrl+Q",
            menu=Menu.FILE,
            order=500,
        ),
    ]


def _tables(shell: Shell) -> list[ActionSpec]:
    files = shell.files
    return [
        ActionSpec(
            "file.import",
            Message(QT_TRANSLATE_NOOP("messages", "Import customers…")),
            files.import_customers,
            icon="import",
            shortcut="Ctrl+I",
            menu=Menu.FILE,
            order=200,
            enabled_when=has_database,
        ),
        ActionSpec(
            "file.export",
            Message(QT_TRANSLATE_NOOP("messages", "Export customers…")),
            files.export_customers,
            icon="export",
            shortcut="Ctrl+Shift+E",
            menu=Menu.FILE,
            order=201,
            enabled_when=has_database,
        ),
        ActionSpec(
            "file.template",
            Message(QT_TRANSLATE_NOOP("messages", "Save a template for customers…")),
            files.save_template,
            menu=Menu.FILE,
            order=202,
            enabled_when=has_database,
        ),
    ]


def _everything(shell: Shell) -> list[ActionSpec]:
    files = shell.files
    return [
        ActionSpec(
            "file.export_all",
            Message(QT_TRANSLATE_NOOP("messages", "Export everything…")),
            files.export_all,
            menu=Menu.FILE,
            order=203,
            enabled_when=has_database,
            tip=Message(QT_TRANSLATE_NOOP("messages", "The whole database as one file: to move it, or to keep it")),
        ),
        ActionSpec(
            "file.import_all",
            Message(QT_TRANSLATE_NOOP("messages", "Import everything…")),
            files.import_all,
            menu=Menu.FILE,
            order=204,
            tip=Message(QT_TRANSLATE_NOOP("messages", "Makes a new file of what “Export everything” wrote")),
        ),
    ]


def _back_ups(shell: Shell) -> list[ActionSpec]:
    files = shell.files
    return [
        ActionSpec(
            "file.back_up",
            Message(QT_TRANSLATE_NOOP("messages", "Back up now")),
            files.back_up,
            icon="backup",
            menu=Menu.FILE,
            order=300,
            enabled_when=has_database,
        ),
        ActionSpec(
            "file.back_ups",
            Message(QT_TRANSLATE_NOOP("messages", "Back-ups and restoring…")),
            files.show_back_ups,
            icon="restore",
            menu=Menu.FILE,
            order=301,
            enabled_when=has_database,
        ),
    ]


def _undo(shell: Shell) -> list[ActionSpec]:
    return [
        ActionSpec(
            "edit.undo",
            Message(QT_TRANSLATE_NOOP("messages", "Undo")),
            shell.undoing.undo,
            icon="undo",
            shortcut="Ctrl+Z",
            menu=Menu.EDIT,
            order=100,
            enabled_when=_may_undo,
        ),
        ActionSpec(
            "edit.redo",
            Message(QT_TRANSLATE_NOOP("messages", "Redo")),
            shell.undoing.redo,
            icon="redo",
            shortcut="Ctrl+Shift+Z",
            menu=Menu.EDIT,
            order=101,
            enabled_when=_may_redo,
        ),
    ]


def _find(shell: Shell) -> list[ActionSpec]:
    return [
        ActionSpec(
            "app.palette",
            Message(QT_TRANSLATE_NOOP("messages", "Find a customer or a command…")),
            shell.show_palette,
            icon="command",
            shortcut="Ctrl+K",
            menu=Menu.EDIT,
            order=200,
            palette=False,
        ),
        ActionSpec(
            "app.search",
            Message(QT_TRANSLATE_NOOP("messages", "Search everywhere")),
            shell.focus_search,
            icon="search",
            shortcut="Ctrl+L",
            menu=Menu.EDIT,
            order=201,
            enabled_when=has_database,
            palette=False,
        ),
    ]


def _moves(shell: Shell) -> list[ActionSpec]:
    return [
        ActionSpec(
            "nav.back",
            Message(QT_TRANSLATE_NOOP("messages", "Back")),
            shell.navigator.back,
            icon="arrow_left",
            shortcut="Alt+Left",
            menu=Menu.VIEW,
            order=200,
            enabled_when=lambda _: shell.navigator.can_go_back,
            palette=False,
        ),
        ActionSpec(
            "view.side_bar",
            Message(QT_TRANSLATE_NOOP("messages", "Collapse or expand the navigation")),
            shell.window.side.toggle,
            icon="sidebar",
            shortcut="Ctrl+B",
            menu=Menu.VIEW,
            order=300,
        ),
    ]


def _looks(shell: Shell) -> list[ActionSpec]:
    return [
        ActionSpec(
            "view.theme",
            Message(QT_TRANSLATE_NOOP("messages", "Switch between light and dark")),
            lambda: shell.preferences.switch_theme(),  # noqa: PLW0108 - as above
            icon="system_theme",
            shortcut="Ctrl+Shift+L",
            menu=Menu.VIEW,
            order=301,
        ),
        ActionSpec(
            "view.language",
            Message("中文 / English"),  # not a text: languages are named in themselves
            lambda: shell.preferences.switch_language(),  # noqa: PLW0108 - as above
            icon="language",
            menu=Menu.VIEW,
            order=302,
            tip=Message(QT_TRANSLATE_NOOP("messages", "Switch the language of the interface")),
        ),
    ]


def _help(shell: Shell) -> list[ActionSpec]:
    return [
        ActionSpec(
            "help.help",
            Message(QT_TRANSLATE_NOOP("messages", "Help")),
            shell.show_help,
            icon="help",
            shortcut="F1",
            menu=Menu.HELP,
            order=100,
        ),
        ActionSpec(
            "help.shortcuts",
            Message(QT_TRANSLATE_NOOP("messages", "Keyboard shortcuts")),
            shell.show_shortcuts,
            icon="keyboard",
            shortcut="Ctrl+/",
            menu=Menu.HELP,
            order=101,
        ),
        ActionSpec(
            "help.report",
            Message(QT_TRANSLATE_NOOP("messages", "Show the last error report")),
            shell.reports.show_last,
            icon="bug",
            menu=Menu.HELP,
            order=200,
            enabled_when=lambda _: shell.reports.has_any,
        ),
        ActionSpec(
            "help.about",
            Message(QT_TRANSLATE_NOOP("messages", "About Desktop CRM")),
            shell.show_about,
            icon="about",
            menu=Menu.HELP,
            order=201,
        ),
    ]
