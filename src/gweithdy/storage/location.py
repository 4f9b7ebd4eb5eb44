"""Location: where the library is by default, and what is risky about where it is."""

import os
import shutil
import sys
from pathlib import Path

from platformdirs import user_data_path

from gweithdy.domain.problem import N_

SYNCED = (
    "onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents",
    "nextcloud", "owncloud", "pcloud", "box sync", "creative cloud files", "syncthing",
)  # fmt: skip
NETWORK = {
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "webdav", "fuse.davfs",
    "fuse.sshfs", "afpfs", "fuse.rclone",
}  # fmt: skip
REMOTE_DRIVE = 4
"""What Windows calls a drive on the network."""

LITTLE_SPACE = 500 * 1024 * 1024


def default_library() -> Path:
    """The library in the person's own data folder."""
    return user_data_path("gweithdy", appauthor=False) / "library.gwdy"


def warnings_about(path: Path) -> list[str]:
    """What a person should know about the place of the library; catalogue texts."""
    found: list[str] = []
    if is_synced(path):
        found.append(
            N_(
                "The library is in a folder that a sync service copies. That can damage it. "
                "Keep the library on this computer and put session files in the shared folder."
            )
        )
    if is_on_network(path):
        found.append(
            N_(
                "The library is on a network drive. That is slow and can damage it. "
                "Keep the library on this computer and put session files on the network."
            )
        )
    if shutil.disk_usage(path.parent).free < LITTLE_SPACE:
        found.append(
            N_("There is little space left on the disk. Free some before a session begins.")
        )
    return found


def is_synced(path: Path) -> bool:
    """Whether a sync service copies the folder."""
    parents = [part.lower() for part in path.absolute().parts[:-1]]
    marked = any((folder / ".stfolder").exists() for folder in path.absolute().parents)
    return marked or any(part.startswith(SYNCED) for part in parents)


def is_on_network(path: Path) -> bool:
    """Whether the file is on another computer."""
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(path.absolute())[0]
        kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
        return drive.startswith("\\\\") or kind == REMOTE_DRIVE
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return False
    return file_system(path, mounts.read_text("utf-8", "replace")) in NETWORK


def file_system(path: Path, mounts: str) -> str:
    """The kind of file system that holds `path`, from the kernel's list of mounts."""
    place = path.absolute()
    best, kind = -1, ""
    for line in mounts.splitlines():
        _, point, this, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if place.is_relative_to(point) and len(point) > best:
            best, kind = len(point), this
    return kind
