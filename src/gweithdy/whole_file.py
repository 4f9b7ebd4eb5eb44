"""Whole files: written completely or not at all, by every room in the same way."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why

SQLITE = b"SQLite format 3\0"
"""What every library begins with."""


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`; OSError if that fails.

    What was there before stays until the new file is complete and on disk.
    """
    beside = _beside(path)
    try:
        write_new(beside, data)
        beside.replace(path)
    finally:
        _take_away(beside)


def _beside(path: Path) -> Path:
    # A name of its own length: a path may be as long as the disk allows.
    return path.with_name(f".{new_id()}.part")


def _take_away(beside: Path) -> None:
    # Of a place where nothing may be written that was said already; it refuses this too.
    with suppress(OSError):
        beside.unlink(missing_ok=True)


def write_new(path: Path, data: bytes) -> None:
    """Write `data` to `path`, where nothing is yet, and onto the disk; OSError if that fails."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        to_disk(file.fileno())


def to_disk(handle: int) -> None:
    """Come back once all that was written to an open file is on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        # `fsync` leaves it in the disk's own memory there. A network drive may not know this.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def check_ending(path: Path, endings: tuple[str, ...]) -> None:
    """Problem if the name of a file says that it is of another kind than what will be in it."""
    if path.suffix.lower() not in endings:
        raise Problem(
            N_("The name of this file has to end in {endings}: {path}. Nothing was written."),
            endings=", ".join(endings),
            path=path,
        )


def check_place(path: Path) -> None:
    """Problem if no file can be written at `path`."""
    check_folder(path.parent)
    if os.path.isdir(path):  # noqa: PTH112 - as in `check_folder`
        raise Problem(
            N_("This is a folder: {path}. Give the name of a file in it. Nothing was written."),
            path=path,
        )
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - as above
        # A device or a pipe would not be written to, but be gone, with a file in its place.
        raise Problem(
            N_("This is not an ordinary file: {path}. Choose another name. Nothing was written."),
            path=path,
        )
    if _is_library(path):
        raise Problem(
            N_("This file is a library: {path}. Choose another name. Nothing was written."),
            path=path,
        )


def check_folder(path: Path) -> None:
    """Problem if there is no folder at `path` to write something in."""
    # Not `Path.is_dir`, which raises where a name is too long: writing will say that.
    if not os.path.isdir(path):  # noqa: PTH112
        raise Problem(N_("There is no such folder: {path}. Nothing was written."), path=path)


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
    write_files({path: data})


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: none is put in its place before all are on the disk."""
    for path in files:
        check_place(path)
    beside = {path: _beside(path) for path in files}
    try:
        for path, data in files.items():
            with _told(path):
                write_new(beside[path], data)
        for path, whole in beside.items():
            with _told(path):
                whole.replace(path)
    finally:
        for whole in beside.values():
            _take_away(whole)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Problem(
            N_("The file could not be written to {path}: {reason}. Choose another place."),
            path=path,
            reason=why(error),
        ) from error
