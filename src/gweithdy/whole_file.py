"""Whole files: written completely or not at all, by every room in the same way."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import N_, Problem

SQLITE = b"SQLite format 3\0"
"""What every library begins with."""


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`; OSError if that fails.

    What was there before stays until the new file is complete and on disk.
    """
    # A name of its own length: a path may be as long as the disk allows.
    beside = path.with_name(f".{new_id()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            to_disk(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def to_disk(handle: int) -> None:
    """Come back once all that was written to an open file is on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        # `fsync` leaves it in the disk's own memory there. A network drive may not know this.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def check_place(path: Path) -> None:
    """Problem if no file can be written at `path`."""
    # Not `Path.is_dir`, which raises where a name is too long: writing will say that.
    if not os.path.isdir(path.parent):  # noqa: PTH112
        raise Problem(N_("There is no such folder: {path}. Nothing was written."), path=path.parent)
    if os.path.isdir(path):  # noqa: PTH112
        raise Problem(
            N_("This is a folder: {path}. Give the name of a file in it. Nothing was written."),
            path=path,
        )
    if _is_library(path):
        raise Problem(
            N_("This file is a library: {path}. Choose another name. Nothing was written."),
            path=path,
        )


def _is_library(path: Path) -> bool:
    """Whether a library, or a copy of one, would be written over."""
    if not os.path.isfile(path):  # noqa: PTH113 - as above
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        # Writing will say what it is.
        return False


def write_file(path: Path, data: bytes) -> None:
    """Write a file where a person wants it; Problem says why it cannot be done."""
    check_place(path)
    try:
        write_whole(path, data)
    except OSError as error:
        raise Problem(
            N_("The file could not be written to {path}: {reason}. Choose another place."),
            path=path,
            reason=error.strerror or str(error),
        ) from error
