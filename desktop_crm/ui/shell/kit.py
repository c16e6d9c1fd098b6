"""What the window is made with, beside the controllers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.crash import CrashReporter
from desktop_crm.controllers.files import FileSaver
from desktop_crm.controllers.files_in_out import FilesInOut
from desktop_crm.controllers.i18n import Translator
from desktop_crm.controllers.services import Services
from desktop_crm.ui.feature import Feature, Navigator
from desktop_crm.ui.shell.navigator import RecordPageSpec
from desktop_crm.ui.shell.pick import Picker
from desktop_crm.ui.theme.style import Theme

SearchBox = Callable[[Services, Navigator], QWidget]


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything that lives as long as the application."""

    services: Services
    tables: FilesInOut
    features: tuple[Feature, ...]
    record_pages: tuple[RecordPageSpec, ...]
    theme: Theme
    translator: Translator
    crash: CrashReporter
    saver: FileSaver
    picker: Picker
    version: str
    search_box: SearchBox | None = None
    help_folder: Path = Path(__file__).parents[2] / "resources" / "help"
