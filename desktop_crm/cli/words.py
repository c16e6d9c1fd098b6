"""The words of the command line, in the language that was asked for."""

from __future__ import annotations

from desktop_crm.models.messages import CONTEXT, Translate


def words_of(lang: str) -> tuple[Translate, str]:
    """The catalogue of `--lang`, else of the system; and which language that is."""
    from PySide6.QtCore import QCoreApplication

    from desktop_crm.controllers.i18n import Translator, language_of

    app = QCoreApplication.instance() or QCoreApplication(["desktop-crm"])
    # One for the process: what an earlier call installed would otherwise stay below.
    translator = app.findChild(Translator) or Translator(parent=app)
    language = language_of(lang)
    translator.use(language)
    return (lambda text: QCoreApplication.translate(CONTEXT, text)), str(language)
