"""Aside: what stood in the place of a library is kept beside it, and listed with its backups."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from gweithdy.storage.parts import PARTS
from gweithdy.storage.thinning import BEFORE_RESTORE, LEFT, Backup

STAMP = "%Y%m%dT%H%M%S%fZ"
ENDING = re.compile(rf"\.(?P<reason>{BEFORE_RESTORE}|{LEFT})-(?P<stamp>\d{{8}}T\d{{12}}Z)")


def aside(library: Path, reason: str) -> Path:
    """A new name for what has to make room; `reason` is one of the two in `thinning`."""
    return library.with_name(f"{library.name}.{reason}-{datetime.now(UTC).strftime(STAMP)}")


def set_aside(library: Path) -> Iterator[Backup]:
    """Everything that was set aside from this place; its size is that of all its parts."""
    sizes: dict[Path, int] = {}
    for file in _beside(library):
        for ending in PARTS:
            name = file.name.removesuffix(ending)
            if ENDING.fullmatch(name.removeprefix(library.name)):
                whole = library.with_name(name)
                # Another thread may be thinning them.
                with suppress(FileNotFoundError):
                    sizes[whole] = sizes.get(whole, 0) + file.stat().st_size
                break
    for path, size in sizes.items():
        match = ENDING.fullmatch(path.name.removeprefix(library.name))
        assert match
        at = datetime.strptime(match["stamp"], STAMP).replace(tzinfo=UTC)
        yield Backup(path, at, match["reason"], size)


def _beside(library: Path) -> list[Path]:
    # Not `glob`: a name may have brackets in it.
    try:
        return [each for each in library.parent.iterdir() if each.name.startswith(library.name)]
    except OSError:
        return []
