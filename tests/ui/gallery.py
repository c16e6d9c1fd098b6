"""Every part of the interface on one screen, to look at by hand:

PYTHONPATH=.:tests/ui python tests/ui/gallery.py [light|dark] [zh|en] [FOLDER FOR PICTURES]
"""

import dataclasses
import datetime as dt
import sys

from lists import make_table
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_crm.controllers.actions import ActionSpec, Menu, Place
from desktop_crm.models.messages import Message
from desktop_crm.models.records.customers import ContactPoint, PointKind
from desktop_crm.ui.actions import ActionRegistry
from desktop_crm.ui.dialogs.about import AboutDialog
from desktop_crm.ui.dialogs.bug import BugDialog
from desktop_crm.ui.dialogs.settings import SettingsDialog
from desktop_crm.ui.dialogs.shortcuts import ShortcutsDialog
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.choice import ChoiceField, PersonField, RegionField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import LongTextField, TextField
from desktop_crm.ui.forms.grid import FormGrid
from desktop_crm.ui.forms.lists import PointsField, RecordsField, TagsField
from desktop_crm.ui.theme.style import Theme
from desktop_crm.ui.widgets.avatar import Avatar
from desktop_crm.ui.widgets.buttons import Segmented, Switch, button
from desktop_crm.ui.widgets.chips import Badge, ChipRow
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, KeyFigure, SectionHeader, label
from desktop_crm.ui.widgets.message_bar import MessageBar, Notice
from desktop_crm.ui.widgets.palette import CommandPalette
from desktop_crm.ui.widgets.popover import ListItem
from desktop_crm.ui.widgets.progress import ProgressPanel
from desktop_crm.ui.widgets.scroll_area import ScrollArea
from desktop_crm.ui.widgets.search_field import SearchField
from desktop_crm.ui.widgets.side_bar import SideBar

CHINESE = "zh" in sys.argv


def say(chinese, english):
    return chinese if CHINESE else english


WORDS = {
    "Add customer": "新建客户",
    "Edit": "编辑",
    "Delete": "删除",
    "Set tags…": "设置标签…",
    "Import customers…": "导入客户…",
    "Undo": "撤销",
    "Settings": "设置",
    "Back up now": "立即备份",
}


def translate(message):
    return message.format(lambda text: WORDS.get(text, text) if CHINESE else text)


def specs():
    toolbar = (Place.LIST_TOOLBAR,)
    rows = (
        ("add", "Add customer", "add", "Ctrl+N", Menu.CUSTOMER, toolbar, 100),
        ("edit", "Edit", "edit", "Ctrl+E", Menu.CUSTOMER, toolbar, 110),
        ("tags", "Set tags…", "tag", "Ctrl+T", Menu.CUSTOMER, toolbar, 210),
        ("delete", "Delete", "delete", "", Menu.CUSTOMER, toolbar, 220),
        ("import", "Import customers…", "import", "Ctrl+I", Menu.FILE, (), 100),
        ("backup", "Back up now", "backup", "Ctrl+B", Menu.FILE, (), 200),
        ("undo", "Undo", "undo", "Ctrl+Z", Menu.EDIT, (), 100),
        ("settings", "Settings", "settings", "Ctrl+,", Menu.TOOLS, (), 900),
    )
    return [
        ActionSpec(key, Message(text), lambda: None, icon, keys, menu, places, order)
        for key, text, icon, keys, menu, places, order in rows
    ]


@dataclasses.dataclass(frozen=True)
class Draft:
    name: str = ""
    owner: object = None
    source: str = say("展会", "Exhibition")
    since: object = dt.date(2019, 7, 9)
    region: str = "4403"
    tags: tuple = (say("重点客户", "Key account"), "VIP")
    points: tuple = (
        ContactPoint(PointKind.PHONE, "+86 138 0013 8000", say("办公", "Office"), True),
        ContactPoint(PointKind.EMAIL, "sales@example.com"),
    )
    people: tuple = ("Ada",)
    notes: str = say("每季度拜访一次，偏好电话沟通。", "Visits once a quarter; likes to be called.")


def parts():
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(16)
    column.setContentsMargins(24, 16, 24, 16)
    notices = (
        Notice("success", say("已删除 3 个客户", "3 customers deleted"), "", say("撤销", "Undo"), lambda: None),
        Notice(
            "error",
            say("文件无法读取", "The file cannot be read"),
            say("请先关闭它。", "Close it in the other program first."),
        ),
    )
    for notice in notices:
        bar = MessageBar()
        column.addWidget(bar)
        bar.show_notice(notice)
    head = SectionHeader(say("基本信息", "Details"), "12")
    head.add(button(say("编辑", "Edit"), kind="flat", icon="edit"))
    column.addWidget(head)
    row = QHBoxLayout()
    for kind in ("normal", "primary", "danger", "flat", "chip"):
        row.addWidget(button(say("保存", "Save"), kind=kind, icon="save"))
    for one in (Switch("on", True), Switch("off"), Badge(say("已逾期", "Overdue"), "danger")):
        row.addWidget(one)
    row.addWidget(Segmented("view", [("a", say("列表", "List")), ("b", say("看板", "Board"))]))
    row.addStretch(1)
    column.addLayout(row)
    row = QHBoxLayout()
    for name in ("华为技术", "Ada Lovelace", "重庆长安", "Siemens"):
        row.addWidget(Avatar(name))
    row.addSpacing(24)
    for name, value in (
        (say("客户数", "Customers"), "1,284"),
        (say("累计金额", "Total"), "¥ 328,500"),
        ("NPS", "+42"),
    ):
        row.addWidget(KeyFigure(name, value, "why"))
        row.addSpacing(24)
    row.addStretch(1)
    column.addLayout(row)
    column.addWidget(ChipRow([(say(f"标签{n}", f"Tag number {n}"), f"tag{n}") for n in range(1, 9)]))
    jobs = ProgressPanel()
    column.addWidget(jobs)
    jobs.add("a", say("正在导入 customers.xlsx", "Importing customers.xlsx"), lambda: None)
    jobs.update_job("a", 30, 100, "18,000 / 60,000")
    card = Card(say("下一步", "Next step"))
    card.body.addWidget(label(say("寄送 2026 年合同", "Send the 2026 contract"), "secondary"))
    column.addWidget(card)
    buttons = [(say("新建客户", "Add customer"), lambda: None), (say("导入…", "Import…"), lambda: None)]
    text = say("新建第一个客户，或导入工作簿。", "Add the first one or bring a workbook in.")
    column.addWidget(EmptyState("customer", say("还没有客户", "No customers yet"), text, buttons), 1)
    return page


REGIONS = {"": [("44", "广东省"), ("11", "北京市")], "44": [("4403", "深圳市"), ("4401", "广州市")]}
NAMES = {"44": "广东省", "4403": "广东省 深圳市", "4401": "广东省 广州市", "11": "北京市"}


def form():
    page = QWidget()
    page.setProperty("surface", "plain")
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 24, 32, 24)
    column.addWidget(label(say("新建客户", "New customer"), "title"))
    grid = FormGrid()
    kinds = ((PointKind.PHONE, say("电话", "Phone")), (PointKind.EMAIL, say("邮箱", "E-mail")))
    rows = {
        "name": grid.add(say("名称", "Name"), TextField(), required=True),
        "owner": grid.add(say("客户经理", "Owner"), PersonField([(1, "李明"), (2, "Ada")])),
        "source": grid.add(say("获取渠道", "Source"), ChoiceField([("a", say("展会", "Exhibition"))], free=True)),
        "since": grid.add(say("成立日期", "Founded on"), DateField(), hint="2019-7-9"),
        "region": grid.add(
            say("地区", "Region"),
            RegionField(lambda c: REGIONS.get(c, []), lambda t: [p for p in NAMES.items() if t in p[1]], NAMES.get),
        ),
        "tags": grid.add(say("标签", "Tags"), TagsField([("VIP", "tag4"), (say("重点客户", "Key account"), "tag1")])),
        "points": grid.add(say("联系方式", "Phones and e-mails"), PointsField(kinds), wide=True),
        "people": grid.add(
            say("联系人", "Contacts"),
            RecordsField(say("添加联系人", "Add contact"), lambda r: ("person", r, "CTO"), lambda r, done: None),
            wide=True,
        ),
        "notes": grid.add(say("备注", "Notes"), LongTextField(), wide=True),
    }
    binder = FormBinder(
        Draft(),
        lambda d: {} if d.name else {"name": Message(say("请填写名称。", "Enter a name."))},
        translate,
        page,
    )
    for name, row in rows.items():
        binder.bind(name, row)
    column.addWidget(grid)
    column.addStretch(1)
    binder.check()
    area = ScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


@dataclasses.dataclass(frozen=True)
class Option:
    key: str
    type: type
    default: object
    label: Message
    page: Message
    help: Message | None = None
    choices: tuple | None = None
    minimum: int | None = None
    maximum: int | None = None
    applies: str = "now"


def options():
    look, general = Message(say("外观", "Appearance")), Message(say("常规", "General"))
    modes = (
        ("system", Message(say("跟随系统", "System"))),
        ("light", Message(say("浅色", "Light"))),
        ("dark", Message(say("深色", "Dark"))),
    )
    return [
        Option("theme", str, "system", Message(say("主题", "Theme")), look, choices=modes),
        Option(
            "font",
            str,
            "",
            Message(say("字体", "Font")),
            look,
            Message(say("留空则使用系统字体。", "Empty: the system's font.")),
            applies="restart",
        ),
        Option("keep", int, 14, Message(say("保留备份份数", "Back-ups to keep")), general, minimum=1, maximum=99),
        Option("tray", bool, True, Message(say("关闭后留在托盘", "Stay in the tray")), general),
    ]


def main():
    mode = "dark" if "dark" in sys.argv else "light"
    app = QApplication(sys.argv)
    Theme(app, mode)
    window = QMainWindow()
    window.setWindowTitle("Desktop CRM")
    registry = ActionRegistry(window, translate)
    registry.register(specs())
    registry.fill_menu_bar(window.menuBar())
    side = SideBar("Desktop CRM")
    for key, icon, text in (
        ("parts", "dashboard", say("部件", "Parts")),
        ("list", "customer", say("客户", "Customers")),
        ("form", "edit", say("表单", "Form")),
    ):
        side.add(key, icon, text)
    side.add("settings", "settings", say("设置", "Settings"), bottom=True)
    side.item("list").set_badge("1,284")
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.tabBar().hide()
    table, _model, source = make_table(100_000)
    listing = QWidget()
    column = QVBoxLayout(listing)
    column.setContentsMargins(0, 8, 0, 0)
    top = QHBoxLayout()
    top.setContentsMargins(16, 0, 16, 0)
    top.addWidget(SearchField(say("搜索客户", "Find customers"), "Ctrl+F"))
    top.addWidget(registry.toolbar(Place.LIST_TOOLBAR, "List"))
    column.addLayout(top)
    column.addWidget(table)
    for page in (parts(), listing, form()):
        tabs.addTab(page, "")
    side.chosen.connect(lambda key: tabs.setCurrentIndex({"parts": 0, "list": 1, "form": 2}.get(key, 0)))
    side.set_current("list")
    tabs.setCurrentIndex(1)
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(side)
    row.addWidget(tabs, 1)
    window.setCentralWidget(middle)
    window.resize(1280, 800)

    def records(text, show):
        show([ListItem(1, "华为技术有限公司", "C000123 · " + say("深圳", "Shenzhen"), "company", bold=((0, 2),))])

    palette = CommandPalette(window, registry, records)
    window.show()
    folder = next((arg for arg in sys.argv[1:] if "/" in arg), "")
    if not folder:
        sys.exit(app.exec())

    def shot(widget, name):
        for _ in range(20):
            app.processEvents()
        widget.grab().save(f"{folder}/{name}-{mode}-{'zh' if CHINESE else 'en'}.png")

    for at, name in enumerate(("parts", "list", "form")):
        tabs.setCurrentIndex(at)
        if name == "list":
            shot(window, "loading")
            table.setFocus()
            table.go_to(3)
            table.selection.set_only([source.line(5).id, source.line(6).id])
        shot(window, name)
    palette.open("e")
    shot(window, "palette")
    palette.hide()
    dialogs = {
        "settings": SettingsDialog(options(), {}, translate, window),
        "bug": BugDialog("The list could not be shown.", "Nothing was changed.", "Traceback …", window),
        "shortcuts": ShortcutsDialog(registry.shortcuts, window),
        "about": AboutDialog(lambda: [(say("版本", "Version"), "0.1"), ("Qt", "6.11")], window),
    }
    for name, dialog in dialogs.items():
        dialog.show()
        shot(dialog, name)
        dialog.hide()


if __name__ == "__main__":
    main()
