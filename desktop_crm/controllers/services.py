"""Everything that pages and actions may use, wired once in `app.py` and handed to constructors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_crm.controllers.bus import DataBus
from desktop_crm.controllers.customers import CustomersController
from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.notices import Notices
from desktop_crm.controllers.paths import Places
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.search import SearchController
from desktop_crm.controllers.settings import Settings
from desktop_crm.controllers.state import UiState
from desktop_crm.controllers.undo import UndoController
from desktop_crm.controllers.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop_crm.controllers.attachments import AttachmentsController
    from desktop_crm.controllers.bulk_edit import BulkEditController
    from desktop_crm.controllers.custom_fields import CustomFieldsController
    from desktop_crm.controllers.drafts import DraftStore
    from desktop_crm.controllers.duplicates import DuplicatesController
    from desktop_crm.controllers.files_in_out import FilesInOut
    from desktop_crm.controllers.hand_over import HandOverController
    from desktop_crm.controllers.history import HistoryController
    from desktop_crm.controllers.importing import ImportController
    from desktop_crm.controllers.people import PeopleController
    from desktop_crm.controllers.portrait import PortraitController
    from desktop_crm.controllers.standards import StandardsController
    from desktop_crm.controllers.views import ViewsController


@dataclass(frozen=True, eq=False, repr=False)
class Services:
    """The controllers. Those that the first page does without are made when they are first asked for: loading all of
    them takes longer than the page. `drafts` belongs to the database that is open: ask it of `workspace`."""

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
    search: SearchController
    parent: QObject | None = None

    @cached_property
    def history(self) -> HistoryController:
        from desktop_crm.controllers.history import HistoryController

        return HistoryController(self.runner, self.parent)

    @cached_property
    def tables(self) -> FilesInOut:
        from desktop_crm.controllers.files_in_out import FilesInOut

        return FilesInOut(self.runner, self.jobs, self.parent)

    @cached_property
    def importing(self) -> ImportController:
        from desktop_crm.controllers.importing import ImportController

        folder = self.places.cache / "import"
        return ImportController(self.runner, self.jobs, self.workspace, folder, self.parent)

    @cached_property
    def views(self) -> ViewsController:
        from desktop_crm.controllers.views import ViewsController

        return ViewsController(self.runner, self.bus, self.parent)

    @cached_property
    def portrait(self) -> PortraitController:
        from desktop_crm.controllers.portrait import PortraitController

        return PortraitController(self.runner, self.parent)

    @cached_property
    def standards(self) -> StandardsController:
        from desktop_crm.controllers.standards import StandardsController

        return StandardsController(self.runner, self.jobs, self.parent)

    @cached_property
    def fields(self) -> CustomFieldsController:
        from desktop_crm.controllers.custom_fields import CustomFieldsController

        return CustomFieldsController(self.runner, self.jobs, self.parent)

    @cached_property
    def duplicates(self) -> DuplicatesController:
        from desktop_crm.controllers.duplicates import DuplicatesController

        return DuplicatesController(self.runner, self.jobs, self.parent)

    @cached_property
    def attachments(self) -> AttachmentsController:
        from desktop_crm.controllers.attachments import AttachmentsController

        return AttachmentsController(self.runner, self.jobs, self.settings, self.parent)

    @cached_property
    def hand_over(self) -> HandOverController:
        from desktop_crm.controllers.hand_over import HandOverController

        return HandOverController(self.runner, self.jobs, self.parent)

    @cached_property
    def people(self) -> PeopleController:
        from desktop_crm.controllers.people import PeopleController

        return PeopleController(self.runner, self.parent)

    @cached_property
    def bulk_edit(self) -> BulkEditController:
        from desktop_crm.controllers.bulk_edit import BulkEditController

        return BulkEditController(self.runner, self.jobs, self.parent)

    @property
    def drafts(self) -> DraftStore | None:
        return self.workspace.drafts
