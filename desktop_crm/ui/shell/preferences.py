"""Settings that show at once: theme, language, font; and the dialog for all of them."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject

from desktop_crm.controllers.i18n import Language, language_of, text
from desktop_crm.controllers.settings import FONT_FAMILY, FONT_SIZE, LANGUAGE, SETTINGS, THEME
from desktop_crm.models.errors import UserError
from desktop_crm.ui.shell.kit import Kit
from desktop_crm.ui.shell.look import points
from desktop_crm.ui.theme.style import Mode


class Preferences(QObject):
    """Follows the settings (`apply`) and changes them."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit

    def switch_theme(self) -> None:
        """From light to dark and back."""
        dark = self._kit.theme.tokens.dark
        self._kit.services.settings.set(THEME, "light" if dark else "dark")

    def switch_language(self) -> None:
        """From one language to the other."""
        other = Language.EN if self._kit.translator.language is Language.ZH_CN else Language.ZH_CN
        self._kit.services.settings.set(LANGUAGE, other.value)
        # The command line may have asked for another language than the setting's.
        self._kit.translator.use(other)

    def show(self) -> None:
        """Opens the settings dialog."""
        from desktop_crm.ui.dialogs.settings import SettingsDialog

        settings = self._kit.services.settings
        values = {one.key: settings.get(one) for one in SETTINGS}
        window = cast(Any, self.parent()).window
        dialog = SettingsDialog(SETTINGS, values, text, window)
        dialog.changed.connect(lambda key, value: self._set(dialog, key, value))
        dialog.exec()
        dialog.deleteLater()

    def _set(self, dialog: Any, key: str, value: object) -> None:
        setting = next(one for one in SETTINGS if one.key == key)
        try:
            self._kit.services.settings.set(setting, value)
        except UserError as error:
            dialog.show_error(key, text(error.message))
        else:
            dialog.show_error(key, "")

    def apply(self, key: str) -> None:
        """A setting was changed."""
        settings = self._kit.services.settings
        if key == THEME.key:
            self._kit.theme.set_mode(cast(Mode, settings.get(THEME)))
        elif key == LANGUAGE.key:
            self._kit.translator.use(language_of(settings.get(LANGUAGE)))
        elif key in (FONT_FAMILY.key, FONT_SIZE.key):
            self._kit.theme.set_font(settings.get(FONT_FAMILY), points(settings.get(FONT_SIZE)))
