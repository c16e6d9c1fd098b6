"""Where the application keeps its files on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from desktop_crm.models.digest import sha256

APP = "DesktopCRM"
HOME_VARIABLE = "DESKTOP_CRM_HOME"
DATABASE_NAME = "customers.crmdb"


class Places(NamedTuple):
    """The folders for this user. None of them need exist yet."""

    data: Path
    config: Path
    log: Path
    cache: Path

    @classmethod
    def of_user(cls, environment: Mapping[str, str]) -> Places:
        """The platform's own places, or all under `DESKTOP_CRM_HOME` if set (portable use, tests)."""
        home = environment.get(HOME_VARIABLE)
        if home:
            root = Path(home).expanduser().absolute()
            return cls(root / "data", root / "config", root / "log", root / "cache")
        import platformdirs

        return cls(
            platformdirs.user_data_path(APP, appauthor=False),
            platformdirs.user_config_path(APP, appauthor=False),
            platformdirs.user_log_path(APP, appauthor=False),
            platformdirs.user_cache_path(APP, appauthor=False),
        )

    def sample(self, language: str) -> Path:
        """The sample company's file in a language."""
        return self.data / f"sample-{language}.crmdb"

    def sample_language(self, path: Path | None) -> str:
        """The language of a sample company's file; empty for any other file."""
        if path is None or path.parent != self.data:
            return ""
        before, _, language = path.stem.partition("sample-")
        return "" if before else language

    @property
    def database(self) -> Path:
        """The file that opens when nobody says otherwise."""
        return self.data / DATABASE_NAME

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def drafts(self) -> Path:
        return self.data / "drafts"

    @property
    def crashes(self) -> Path:
        return self.log / "crash"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def state(self) -> Path:
        return self.config / "state.json"


def database_key(place: str | Path) -> str:
    """A short name for a database file or server address, usable in file names: one however it is spelt."""
    text = str(place)
    if "://" not in text:
        text = str(Path(text).resolve())
    return sha256(text)[:16]
