"""A disk that is really full: a small one of its own, where the tests may mount one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from desktop_crm.models.errors import DatabaseProblem

SIZE = 32 * 2**20
BALLAST = "ballast"


class Disk:
    """A disk of 32 MB at `folder`, which any user of the machine may look into."""

    mounted = True
    # What SQLite says of it.
    problem = DatabaseProblem.FULL

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dcrm-disk-"))
        try:
            self._mount()
        except (OSError, subprocess.CalledProcessError):
            self.folder.rmdir()
            raise
        self.folder.chmod(0o755)

    def _mount(self) -> None:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(self.folder)],
            check=True,
            capture_output=True,
        )

    def fill(self, leave: int = 0) -> None:
        """Leaves only that many bytes of room."""
        ballast = self.folder / BALLAST
        with ballast.open("wb", buffering=0) as file:
            room = os.statvfs(self.folder)
            file.write(bytes(room.f_bavail * room.f_frsize - leave))

    def free(self) -> None:
        """Makes room again."""
        (self.folder / BALLAST).unlink()

    def names(self) -> list[str]:
        """What stands on it, by name."""
        return sorted(path.name for path in self.folder.iterdir() if path.name != BALLAST)

    def close(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)
        self.folder.rmdir()


class Limit(Disk):
    """In place of a disk where none may be mounted: the system lets no file of this process grow. SQLite cannot
    tell why and says that the disk did not take it."""

    mounted = False
    problem = DatabaseProblem.DISK

    def _mount(self) -> None:
        pass

    def fill(self, leave: int = 0) -> None:
        # Not less: the test run itself writes what it has to say.
        _limit(max(leave, 16_384))

    def free(self) -> None:
        _limit(None)

    def close(self) -> None:
        _limit(None)
        shutil.rmtree(self.folder)


def _limit(size: int | None) -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def small_disk() -> Disk:
    """A real one where that is possible."""
    try:
        return Disk()
    except (OSError, subprocess.CalledProcessError):
        return Limit()
