"""Whole folders: all of their files or none, and never into what is there already."""

import shutil
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.whole_file import check_folder, write_new

PATIENCE = (0.1, 0.3, 1.0)
"""Seconds to wait while another program (a virus scanner) looks into files that were just made."""


def write_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """Write `files` (paths inside, with "/", and bytes) as a new folder; where it is.

    Where there is something at `path` already, nothing of that is touched: a number is added to the
    name. Whatever `files` raises, and Problem where the disk refuses, leaves nothing behind.
    """
    _check_name(path)
    check_folder(path.parent)
    beside = path.with_name(f".{new_id()[:8]}.part")
    try:
        beside.mkdir()
        for inside, data in files:
            place = beside / inside
            place.parent.mkdir(exist_ok=True)
            write_new(place, data)
        return _moved(beside, path)
    except OSError as error:
        raise Problem(
            N_("The folder could not be written to {path}: {reason}. Choose another place."),
            path=path,
            reason=why(error),
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check_name(path: Path) -> None:
    """Problem where `path` names no new folder."""
    # Not resolved: what people typed is what they are told.
    if path.name in ("", ".", ".."):
        raise Problem(
            N_("Give the name of a new folder, not of one that is there: {path}"), path=path
        )


def _moved(beside: Path, path: Path) -> Path:
    """Give the folder its name, or the first one with a number that nothing has."""
    for number in count(1):
        free = path if number == 1 else path.with_name(f"{path.name}-{number}")
        # Renaming would replace an empty folder, which is somebody's too.
        if not (free.exists() or free.is_symlink()):
            _renamed(beside, free)
            return free
    raise AssertionError("numbers do not end")


def _renamed(beside: Path, path: Path) -> None:
    for wait in PATIENCE:
        try:
            beside.rename(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    beside.rename(path)
