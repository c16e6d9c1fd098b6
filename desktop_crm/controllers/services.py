"""Everything that pages and actions may use, wired once in `app.py` and handed to constructors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_crm.controllers.attachments import AttachmentsController
from desktop_crm.controllers.bulk_edit import BulkEditController
from desktop_crm.controllers.bus import DataBus
from desktop_crm.controllers.custom_fields import CustomFieldsController
from desktop_crm.controllers.customers import CustomersController
from desktop_crm.controllers.duplicates import DuplicatesController
from desktop_crm.controllers.hand_over import HandOverController
from desktop_crm.controllers.history import HistoryController
from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.notices import Notices
from desktop_crm.controllers.paths import Places
from desktop_crm.controllers.people import PeopleController
from desktop_crm.controllers.portrait import PortraitController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.search import SearchController
from desktop_crm.controllers.settings import Settings
from desktop_crm.controllers.standards import StandardsController
from desktop_crm.controllers.state import UiState
from desktop_crm.controllers.undo import UndoController
from desktop_crm.controllers.views import ViewsController
from desktop_crm.controllers.workspace import Workspace

if TYPE_CHECKING:
    from desktop_crm.controllers.drafts import DraftStore


@dataclass(frozen=True, slots=True)
class Services:
    """The controllers. `drafts` belongs to the database that is open: ask it of `workspace`."""

    places: Places
    settings: Settings
    state: UiState
    bus: DataBus
    runner: Runner
    jobs: JobController
    notices: Notices
    undo: UndoController
    workspace: Workspace
    customers: CustomersController
    history: HistoryController
    search: SearchController
    views: ViewsController
    portrait: PortraitController
    standards: StandardsController
    fields: CustomFieldsController
    duplicates: DuplicatesController
    attachments: AttachmentsController
    hand_over: HandOverController
    people: PeopleController
    bulk_edit: BulkEditController

    @property
    def drafts(self) -> DraftStore | None:
        return self.workspace.drafts
