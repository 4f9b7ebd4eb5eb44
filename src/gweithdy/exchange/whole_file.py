"""Whole files: read within bounds, and written completely or not at all."""

import os
from pathlib import Path

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.keys import LARGEST_FILE


def read_file(path: Path) -> bytes:
    """The bytes of a file that a person chose; never much more than a session file may have."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Problem(
            N_("The file cannot be read: {path} ({reason})."),
            path=path,
            reason=error.strerror or str(error),
        ) from error


def check_place(path: Path) -> None:
    """Problem if no file can be written at `path`."""
    if not path.parent.is_dir():
        raise Problem(N_("There is no such folder: {path}. Nothing was written."), path=path.parent)
    if path.is_dir():
        raise Problem(
            N_("This is a folder: {path}. Give the name of a file in it. Nothing was written."),
            path=path,
        )


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path`; what was there before stays until the new file is complete."""
    check_place(path)
    beside = path.with_name(f".{path.name}.{new_id()}.part")
    try:
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise Problem(
            N_("The file could not be written to {path}: {reason}. Choose another place."),
            path=path,
            reason=error.strerror or str(error),
        ) from error
