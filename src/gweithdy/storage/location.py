"""Location: where the library is by default, and what is risky about where it is."""

import ntpath
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from platformdirs import user_data_path

from gweithdy.domain.problem import N_, Problem

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


LONGEST = 255
"""Bytes of a file's name on every system we know."""

LONGEST_ENDING = len("-20261121T160000123456Z-before-restore-00.gwdy-journal")
"""The files beside a library are named after it."""


def default_library() -> Path:
    """The library in the person's own data folder."""
    return user_data_path("gweithdy", appauthor=False) / "library.gwdy"


def real(path: Path) -> Path:
    """The place itself, whatever links lead to it: two ways to one library meet in one lock."""
    return Path(os.path.realpath(path))


def refuse_odd_name(path: Path) -> None:
    """Raise Problem for a name that no library can have, before anything is made beside it."""
    try:
        length = len(path.name.encode())
        str(path).encode()
    except UnicodeEncodeError as error:
        raise Problem(
            N_("The name of this library cannot be read: {path}. Give it another name."),
            path=str(path).encode("utf-8", "replace").decode(),
        ) from error
    if length > LONGEST - LONGEST_ENDING:
        raise Problem(
            N_(
                "The name of the library is too long: {path}. The files beside it are named after "
                "it: give it a shorter name, of {most} letters at most."
            ),
            path=path,
            most=LONGEST - LONGEST_ENDING,
        )


def warnings_about(path: Path, *, on_network: bool) -> list[str]:
    """What a person should know about the place of the library; catalogue texts."""
    found: list[str] = []
    if is_synced(path):
        found.append(
            N_(
                "The library is in a folder that a sync service copies. That can damage it. "
                "Keep the library on this computer and put session files in the shared folder."
            )
        )
    if on_network:
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

        return is_remote(str(real(path)), ctypes.windll.kernel32.GetDriveTypeW)
    return file_system(path, _mounts()) in NETWORK


def is_remote(path: str, drive_type: Callable[[str], int]) -> bool:
    """Whether a path of Windows is on another computer: a share, or a letter that stands for one.

    `drive_type` is what Windows says of the root of a drive.
    """
    plain = path.removeprefix("\\\\?\\")
    if plain.startswith(("\\\\", "UNC\\")):
        return True
    return drive_type(f"{ntpath.splitdrive(plain)[0]}\\") == REMOTE_DRIVE


Mount = tuple[str, str]
"""Where something is mounted, and what kind of file system it is."""


def _mounts() -> Iterable[Mount]:
    if sys.platform == "darwin":
        import subprocess

        listed = subprocess.run(["/sbin/mount"], capture_output=True, check=False)
        return mounts_of_macos(listed.stdout.decode("utf-8", "replace"))
    listing = Path("/proc/self/mounts")
    return mounts_of_linux(listing.read_text("utf-8", "replace")) if listing.exists() else ()


def mounts_of_linux(listed: str) -> Iterator[Mount]:
    """The kernel's list of mounts."""
    for line in listed.splitlines():
        _, point, kind, *_ = line.split(" ")
        yield point.replace("\\040", " "), kind


def mounts_of_macos(listed: str) -> Iterator[Mount]:
    """What `mount` lists: "//me@server/share on /Volumes/my share (smbfs, nodev, nosuid)"."""
    for line in listed.splitlines():
        if match := re.fullmatch(r".*? on (/.*) \(([^,)]+).*\)", line):
            yield match[1], match[2]


def file_system(path: Path, mounts: Iterable[Mount]) -> str:
    """The kind of file system that holds `path`."""
    place = real(path)
    best, kind = -1, ""
    for point, this in mounts:
        if place.is_relative_to(point) and len(point) > best:
            best, kind = len(point), this
    return kind
