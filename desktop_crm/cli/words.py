"""The words of the command line, in the language that was asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop_crm.models.messages import CONTEXT, Translate

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


def words_of(lang: str, *, draws: bool = False) -> tuple[Translate, str]:
    """The catalogue of `--lang`, else of the system; and which language that is. `draws`: text will be drawn, on pages,
    so fonts are needed; no screen is."""
    from PySide6.QtCore import QCoreApplication

    from desktop_crm.controllers.i18n import Translator, language_of

    app = QCoreApplication.instance() or (_with_fonts() if draws else QCoreApplication(["desktop-crm"]))
    # One for the process: what an earlier call installed would otherwise stay below.
    translator = app.findChild(Translator) or Translator(parent=app)
    language = language_of(lang)
    translator.use(language)
    return (lambda text: QCoreApplication.translate(CONTEXT, text)), str(language)


def _with_fonts() -> QCoreApplication:
    from PySide6.QtGui import QGuiApplication

    # Elsewhere the system's own platform brings its fonts along.
    return QGuiApplication(["desktop-crm", *(["-platform", "offscreen"] if sys.platform == "linux" else [])])
