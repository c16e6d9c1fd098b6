"""What can be done with customers, declared for menus, toolbars, shortcuts and the palette."""

from __future__ import annotations

from collections.abc import Callable

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.bin.feature import BIN_PAGE
from desktop_crm.ui.pages.customers.feature import LIST, RECORD
from desktop_crm.ui.pages.customers.list_actions import editing_actions, view_actions
from desktop_crm.ui.pages.customers.target import MOST_MERGED, CustomerTarget, front

_EVERYWHERE = (Place.LIST_TOOLBAR, Place.LIST_CONTEXT, Place.PAGE_TOOLBAR)
On = Callable[[Callable[[CustomerTarget], object]], Callable[[], None]]


def customer_actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    """The actions on the customers in front."""

    def on(do: Callable[[CustomerTarget], object]) -> Callable[[], None]:
        def run() -> None:
            target = front(navigator)
            if target is not None:
                do(target)

        return run

    return [
        *_record_actions(on, navigator),
        *_copy_actions(on),
        *_tag_actions(on),
        *_move_actions(on),
        *_portrait_actions(on),
        _merge_action(on),
        *_care_actions(on),
        *editing_actions(on, services),
        *_bin_actions(on),
        *_find_actions(on),
        *_look_actions(on),
        *view_actions(navigator),
    ]


def _one(context: Context) -> bool:
    return (context.record or context.selected == 1) and not context.deleted


def _some(context: Context) -> bool:
    return (context.record or context.selected > 0) and not context.deleted


def _deleted(context: Context) -> bool:
    return (context.record or context.selected > 0) and context.deleted


def _in_bin(context: Context) -> bool:
    return context.deleted


def _not_in_bin(context: Context) -> bool:
    return not context.deleted


def _shown(context: Context) -> bool:
    return context.page in (LIST, RECORD)


def _in_list(context: Context) -> bool:
    return context.page == LIST


def _record_actions(on: On, navigator: Navigator) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.new",
            Message(QT_TRANSLATE_NOOP("messages", "New customer")),
            lambda: navigator.edit_customer(None),
            "add",
            "Ctrl+N",
            Menu.CUSTOMER,
            (Place.LIST_TOOLBAR,),
            100,
        ),
        ActionSpec(
            "customer.open",
            Message(QT_TRANSLATE_NOOP("messages", "Open")),
            on(lambda target: target.open_record()),
            "open",
            "",
            Menu.CUSTOMER,
            (Place.LIST_CONTEXT,),
            110,
            lambda context: _in_list(context) and context.selected == 1,
        ),
        ActionSpec(
            "customer.edit",
            Message(QT_TRANSLATE_NOOP("messages", "Edit")),
            on(lambda target: target.edit_record()),
            "edit",
            "Ctrl+E",
            Menu.CUSTOMER,
            _EVERYWHERE,
            120,
            _one,
            shown_when=_not_in_bin,
        ),
    ]


def _copy_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.copy_phone",
            Message(QT_TRANSLATE_NOOP("messages", "Copy phone")),
            on(lambda target: target.copy_phone()),
            "copy",
            "Ctrl+Shift+C",
            Menu.CUSTOMER,
            (Place.PAGE_TOOLBAR,),
            130,
            lambda context: context.page == RECORD,
        ),
    ]


def _tag_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.tag",
            Message(QT_TRANSLATE_NOOP("messages", "Tag")),
            on(lambda target: target.ask_tag()),
            "tag",
            "Ctrl+T",
            Menu.CUSTOMER,
            _EVERYWHERE,
            200,
            _some,
            shown_when=_not_in_bin,
        ),
        ActionSpec(
            "customer.assign",
            Message(QT_TRANSLATE_NOOP("messages", "Assign")),
            on(lambda target: target.ask_owner()),
            "assign",
            "Ctrl+Shift+A",
            Menu.CUSTOMER,
            _EVERYWHERE,
            210,
            _some,
            shown_when=_not_in_bin,
        ),
    ]


def _move_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.stage",
            Message(QT_TRANSLATE_NOOP("messages", "Stage")),
            on(lambda target: target.ask_stage()),
            "stage",
            "Ctrl+Shift+G",
            Menu.CUSTOMER,
            _EVERYWHERE,
            220,
            _some,
            Message(QT_TRANSLATE_NOOP("messages", "Move to a stage")),
            shown_when=_not_in_bin,
        ),
    ]


def _verify(target: CustomerTarget) -> None:
    from desktop_crm.ui.pages.customers import portrait_actions
    from desktop_crm.ui.pages.customers.customer_page import CustomerPage

    if isinstance(target, CustomerPage):
        portrait_actions.verify(target)


def _add_relation(target: CustomerTarget) -> None:
    from desktop_crm.ui.pages.customers import portrait_actions
    from desktop_crm.ui.pages.customers.customer_page import CustomerPage

    if isinstance(target, CustomerPage):
        portrait_actions.add_relation(target)


def _portrait_actions(on: On) -> list[ActionSpec]:
    """Only where a living customer's page is in front."""

    def here(context: Context) -> bool:
        return context.page == RECORD and context.record and not context.deleted

    return [
        ActionSpec(
            "customer.verify",
            Message(QT_TRANSLATE_NOOP("messages", "Verify now")),
            on(_verify),
            "success",
            "Ctrl+Shift+Y",
            Menu.CUSTOMER,
            (),
            230,
            here,
            Message(QT_TRANSLATE_NOOP("messages", "Say that everything in this file is right today")),
        ),
        ActionSpec(
            "customer.relation",
            Message(QT_TRANSLATE_NOOP("messages", "Add a relation")),
            on(_add_relation),
            "link",
            "Ctrl+Shift+R",
            Menu.CUSTOMER,
            (),
            250,
            here,
        ),
    ]


def _merge_action(on: On) -> ActionSpec:
    return ActionSpec(
        "customer.merge",
        Message(QT_TRANSLATE_NOOP("messages", "Merge…")),
        on(lambda target: target.merge_chosen()),
        "merge",
        "Ctrl+Shift+M",
        Menu.CUSTOMER,
        (Place.LIST_CONTEXT,),
        230,
        lambda context: _in_list(context) and 2 <= context.selected <= MOST_MERGED and not context.deleted,
        Message(QT_TRANSLATE_NOOP("messages", "Make one customer of those chosen")),
        shown_when=_not_in_bin,
    )


def _care_actions(on: On) -> list[ActionSpec]:
    from desktop_crm.ui.pages.handover.actions import care_actions

    return care_actions(on)


def _bin_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.delete",
            Message(QT_TRANSLATE_NOOP("messages", "Delete")),
            on(lambda target: target.delete_chosen()),
            "delete",
            "",
            Menu.CUSTOMER,
            _EVERYWHERE,
            300,
            _some,
            shown_when=_not_in_bin,
        ),
        ActionSpec(
            "customer.restore",
            Message(QT_TRANSLATE_NOOP("messages", "Restore")),
            on(lambda target: target.restore_chosen()),
            "restore",
            "",
            Menu.CUSTOMER,
            (Place.LIST_CONTEXT,),
            310,
            _deleted,
            Message(QT_TRANSLATE_NOOP("messages", "Take out of the recycle bin")),
            shown_when=_in_bin,
        ),
    ]


def _find_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.filter",
            Message(QT_TRANSLATE_NOOP("messages", "Filter customers")),
            on(lambda target: target.focus_filter()),
            "filter",
            "Ctrl+F",
            Menu.VIEW,
            (),
            300,
            lambda context: context.page in (LIST, BIN_PAGE),
        ),
        ActionSpec(
            "customer.columns",
            Message(QT_TRANSLATE_NOOP("messages", "Columns")),
            on(lambda target: target.choose_columns()),
            "columns",
            "",
            Menu.VIEW,
            (Place.LIST_TOOLBAR,),
            310,
            _in_list,
        ),
    ]


def _look_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.refresh",
            Message(QT_TRANSLATE_NOOP("messages", "Refresh")),
            on(lambda target: target.refresh()),
            "refresh",
            "F5",
            Menu.VIEW,
            (),
            320,
            lambda context: context.page in (LIST, RECORD, BIN_PAGE),
        ),
        ActionSpec(
            "customer.tags",
            Message(QT_TRANSLATE_NOOP("messages", "Manage tags")),
            on(lambda target: target.manage_tags()),
            "tag",
            "",
            Menu.CUSTOMER,
            (),
            400,
            _shown,
        ),
    ]
