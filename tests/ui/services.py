"""The services over a real SQLite file, wired as the application does it, and a window that pages can live in."""

import datetime as dt

from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_crm.controllers.bus import DataBus
from desktop_crm.controllers.customers import CustomersController
from desktop_crm.controllers.files import FileSaver
from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.notices import Notices
from desktop_crm.controllers.paths import Places
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.search import SearchController
from desktop_crm.controllers.services import Services
from desktop_crm.controllers.settings import Settings
from desktop_crm.controllers.state import UiState
from desktop_crm.controllers.undo import UndoController, redo_command, undo_command
from desktop_crm.controllers.workspace import Workspace
from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.people import find_or_add_users
from desktop_crm.models.commands.tags import find_or_add_tags
from desktop_crm.models.queries.history import undo_state
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    ContactRole,
    CustomerDraft,
    CustomerKind,
    ImportantDate,
    Level,
    PointKind,
    Stage,
)
from desktop_crm.models.validation.customers import normalise
from tests.templates import copy_empty_file


def make_services(folder):
    """All services, with no database open yet; `folder` holds everything they keep."""
    places = Places(folder / "data", folder / "config", folder / "log", folder / "cache")
    saver = FileSaver()
    bus = DataBus()
    runner = Runner(bus=bus)
    state = UiState(places.state, saver)
    workspace = Workspace(runner, state, places, saver)
    search = SearchController(runner, state)
    jobs = JobController(runner)
    customers = CustomersController(runner, jobs)
    customers.opened.connect(search.remember)
    workspace.opened.connect(lambda opened: search.use(opened.key))
    undo = UndoController(
        runner, lambda session: undo_state(session, runner.database.actor.user_id), undo_command, redo_command
    )
    settings = Settings(places.settings, saver)
    return Services(
        places,
        settings,
        state,
        bus,
        runner,
        jobs,
        Notices(),
        undo,
        workspace,
        customers,
        search,
    ), saver


def settle(qtbot, services):
    """Waits until nothing is under way any more."""
    qtbot.waitUntil(lambda: services.runner.open_tasks == 0, timeout=10_000)
    services.bus.flush()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: services.runner.open_tasks == 0, timeout=10_000)
    QApplication.processEvents()  # what came is laid out and shown


def open_database(qtbot, services, path):
    task = services.workspace.open(path if path.exists() else copy_empty_file(path))
    qtbot.waitUntil(lambda: not task.open, timeout=10_000)
    assert task.error is None, task.error


def add_customers(services, drafts, users=(), tags=()):
    """Stores customers directly, as an import would; answers their ids in order."""

    def command(ctx):
        people = find_or_add_users(ctx, set(users))
        find_or_add_tags(ctx, tags)
        ready = [normalise(draft(people) if callable(draft) else draft) for draft in drafts]
        return insert_customers(ctx, ready)

    return services.runner.database.execute(command).value


class Trail(QMainWindow):
    """A window that notes where its pages want to go."""

    def __init__(self):
        super().__init__()
        self.shown, self.opened, self.edited, self.ran, self.listed = [], [], [], [], []
        self.backs = self.refreshed = 0

    def show_page(self, page_id):
        self.shown.append(page_id)

    def show_customers(self, wanted):
        self.listed.append(wanted)

    def open_customer(self, customer_id):
        self.opened.append(customer_id)

    def edit_customer(self, customer_id):
        self.edited.append(customer_id)

    def back(self):
        self.backs += 1

    def window(self):
        return self

    def run_action(self, action_id):
        self.ran.append(action_id)

    def refresh_actions(self):
        self.refreshed += 1


def huawei(people=None):
    """A customer with a bit of everything."""
    return CustomerDraft(
        name="华为技术有限公司",
        short_name="华为",
        credit_code="914403001922038216",
        industry="it",
        size="1000+",
        source="exhibition",
        owner_id=(people or {}).get("李芳"),
        stage=Stage.DEVELOP,
        preferred_channel="phone",
        price_sensitivity=Level.MEDIUM,
        relationship=Level.HIGH,
        needs="交付周期短；需要本地技术支持；每季度对账一次。",
        next_step="发送新一季报价单",
        next_step_on=dt.date(2026, 11, 3),
        notes="2019 年展会认识。\n财务流程较长，付款周期 60 天。",
        points=(
            ContactPoint(PointKind.PHONE, "+8613800138000", "总机", primary=True),
            ContactPoint(PointKind.PHONE, "+8675528780808;ext=12", "前台"),
            ContactPoint(PointKind.EMAIL, "contact@example.com", primary=True),
            ContactPoint(PointKind.WECHAT, "huawei-biz"),
            ContactPoint(PointKind.WEBSITE, "www.example.com"),
        ),
        addresses=(Address("440307", "坂田街道坂田路 1 号", "518129", "总部", primary=True),),
        dates=(ImportantDate("成立纪念日", dt.date(1987, 9, 15)),),
        contacts=(
            Contact(
                "王建国",
                ContactRole.PURCHASING,
                "采购经理",
                "采购部",
                dt.date(1980, 5, 4),
                "喜欢下午联系",
                primary=True,
                points=(ContactPoint(PointKind.PHONE, "+8613912345678", primary=True),),
            ),
            Contact("Mary Chen", ContactRole.TECHNICAL, "Engineer", "R&D"),
        ),
        tags=("重点客户", "VIP"),
    )


_NAMES = (
    "恒通",
    "瑞丰",
    "金桥",
    "海川",
    "天元",
    "博远",
    "新源",
    "宏达",
    "康泰",
    "联创",
    "东方",
    "中科",
    "华信",
    "明德",
    "长青",
)
_FORMS = ("贸易有限公司", "科技股份有限公司", "制造有限公司", "物流有限公司", "")
_CITIES = ("440305", "310115", "110108", "330106", "320505", "510107", "420106", "610113")
_STEPS = ("电话回访", "发送报价", "安排拜访", "", "")


def many(number):
    """Rows for lists: companies and people, some with everything, some with little."""

    def make(at):
        def draft(people):
            owners = [*people.values(), None]
            company = at % 5 != 4
            name = (
                f"{_NAMES[at % 15]}{_FORMS[at % 5]}" if company else f"{'赵钱孙李周吴'[at % 6]}晓{'明红军芳'[at % 4]}"
            )
            return CustomerDraft(
                name=f"{name} {at // 15 or ''}".strip() if company else name,
                kind=CustomerKind.COMPANY if company else CustomerKind.PERSON,
                industry=("it", "manufacturing", "retail", "logistics")[at % 4] if company else "",
                occupation="" if company else "工程师",
                size=("1-19", "20-99", "100-499")[at % 3] if company else "",
                source=("exhibition", "referral", "website")[at % 3],
                owner_id=owners[at % len(owners)],
                stage=tuple(Stage)[at % 4],
                next_step=_STEPS[at % 5],
                next_step_on=dt.date(2026, 10 + at % 3, 1 + at % 28) if _STEPS[at % 5] else None,
                points=(
                    ContactPoint(PointKind.PHONE, f"+86138{at:08d}", primary=True),
                    ContactPoint(PointKind.EMAIL, f"office{at}@example.com", primary=True),
                ),
                addresses=(Address(_CITIES[at % 8], f"{at + 1} 号", primary=True),),
                tags=("重点客户", "VIP", "展会")[: at % 4],
            )

        return draft

    return [make(at) for at in range(number)]
