"""Restoring: a backup takes the place of the library, or everything stays, whenever it is cut off.

A note beside the library says that it has begun, and under which name the old files go. While the
note is there the next opening finishes what was begun, before anybody looks at the library.
"""

import json
from contextlib import suppress
from pathlib import Path

from gweithdy.storage.aside import aside
from gweithdy.storage.parts import mark_file, move, part, sync_folder
from gweithdy.storage.thinning import BEFORE_RESTORE
from gweithdy.whole_file import write_whole


def copy_for(library: Path) -> Path:
    """The copy that will take the place of the library; without a note it is unfinished."""
    return part(library, ".restored")


def is_cut_off(library: Path) -> bool:
    """Whether putting a backup in the place of the library was begun and not finished."""
    return _note(library).exists()


def put_in_place(library: Path) -> Path:
    """Let the finished copy take the place of the library; where the old one was moved.

    OSError if that cannot be done; everything is then as before.
    """
    old = aside(library, BEFORE_RESTORE)
    write_whole(_note(library), json.dumps({"old": old.name}).encode())
    try:
        sync_folder(library.parent)
        finish(library)
    except OSError:
        # Where the copy stands in its place already, only the tidying is left for the next opening.
        if copy_for(library).exists():
            _undo(library, old)
            raise
    return old


def finish(library: Path) -> None:
    """Do what is left of a restore that was begun."""
    new = copy_for(library)
    if new.exists():
        # With its write-ahead log, which would otherwise be replayed into the restored file.
        move(library, _old(library))
        sync_folder(library.parent)
        new.replace(library)
        sync_folder(library.parent)
    # The restored library is a new device.
    mark_file(library).unlink(missing_ok=True)
    _note(library).unlink()
    sync_folder(library.parent)


def _undo(library: Path, old: Path) -> None:
    move(old, library)
    copy_for(library).unlink()
    _note(library).unlink()
    sync_folder(library.parent)


def _old(library: Path) -> Path:
    with suppress(ValueError, KeyError, TypeError):
        return library.with_name(json.loads(_note(library).read_text("utf-8"))["old"])
    return aside(library, BEFORE_RESTORE)


def _note(library: Path) -> Path:
    return part(library, ".restoring.json")
