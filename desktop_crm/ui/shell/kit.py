"""What the window is made with, beside the controllers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.crash import CrashReporter
from desktop_crm.controllers.files import FileSaver
from desktop_crm.controllers.i18n import Translator
from desktop_crm.controllers.services import Services
from desktop_crm.ui.feature import Feature, Navigator
from desktop_crm.ui.shell.navigator import RecordPageSpec
from desktop_crm.ui.shell.pick import Picker
from desktop_crm.ui.theme.style import Theme

SearchBox = Callable[[Services, Navigator], QWidget]


class Kit(NamedTuple):
    """Everything that lives as long as the application."""

    services: Services
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
