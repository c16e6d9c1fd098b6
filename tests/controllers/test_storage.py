"""Places that would damage a database are refused with a reason and a way out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_crm.controllers.storage import LEAST_FREE, check_free, check_location, is_network
from desktop_crm.models.errors import DatabaseProblem


def test_a_plain_folder_is_fine(tmp_path: Path) -> None:
    assert check_location(tmp_path / "not" / "yet" / "a.crmdb", {}) is None


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "SMBFS", "vboxsf"])
def test_network_file_systems(kind: str) -> None:
    assert is_network("/mnt/share/a.crmdb", kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "apfs", "NTFS", "overlay", "fuseblk", "tmpfs", ""])
def test_local_file_systems(kind: str) -> None:
    assert not is_network("/data/a.crmdb", kind)


@pytest.mark.parametrize(
    ("path", "network"),
    [
        (r"\\server\share\a.crmdb", True),
        (r"\\?\UNC\server\share\a.crmdb", True),
        (r"\\?\C:\data\a.crmdb", False),
        (r"C:\data\a.crmdb", False),
    ],
)
def test_windows_spellings(path: str, network: bool) -> None:
    assert is_network(path, "NTFS") is network


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Example Ltd", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("我的坚果云", "坚果云"),
        ("Nutstore Files", "坚果云"),
        ("BaiduSyncdisk", "百度网盘"),
        ("百度网盘同步空间", "百度网盘"),
        ("GoogleDrive-someone", "Google Drive"),
    ],
)
def test_synchronised_folders_by_name(tmp_path: Path, folder: str, service: str) -> None:
    error = check_location(tmp_path / folder / "sub" / "a.crmdb", {})
    assert error is not None
    assert error.problem is DatabaseProblem.NETWORK_SHARE
    assert service in error.message.plain()
    assert error.advice is not None
    assert "PostgreSQL" in error.advice.plain()


@pytest.mark.parametrize("folder", ["Dropbox notes", "my onedrives", "Nut store"])
def test_names_that_only_resemble(tmp_path: Path, folder: str) -> None:
    assert check_location(tmp_path / folder / "a.crmdb", {}) is None


def test_synchronised_folder_by_marker_variable_and_link(tmp_path: Path) -> None:
    marked = tmp_path / "work" / "deep"
    marked.mkdir(parents=True)
    (tmp_path / "work" / ".dropbox").touch()
    assert check_location(marked / "a.crmdb", {}) is not None
    assert check_location(tmp_path / "x" / "a.crmdb", {"OneDrive": str(tmp_path / "x")}) is not None
    (tmp_path / "Nutstore").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Nutstore")
    assert check_location(tmp_path / "link" / "a.crmdb", {}) is not None


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    error = check_location(tmp_path / "file" / "a.crmdb", {})
    assert error is not None
    assert error.problem is DatabaseProblem.READ_ONLY
    closed = Path("/proc")  # root may write in any ordinary folder
    if os.geteuid() != 0:
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o500)
    refused = check_location(closed / "a.crmdb", {})
    assert refused is not None
    assert refused.problem is DatabaseProblem.READ_ONLY


def test_a_disk_nearly_full(tmp_path: Path) -> None:
    error = check_free(tmp_path, LEAST_FREE - 1)
    assert error is not None
    assert error.problem is DatabaseProblem.FULL
    assert "49 MB" in error.message.plain()
    assert check_free(tmp_path, LEAST_FREE) is None
    assert check_free(tmp_path, -1) is None
