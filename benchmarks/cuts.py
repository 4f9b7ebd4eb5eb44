"""Cuts: what is on the disk when the power goes, at each step of some work.

`recorded` copies a folder before every rename, removal and sync that Python does in it. `tails`
cuts a write-ahead log at every frame and inside some, as a disk does that had not written it all.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

from gweithdy.storage.parts import part

STEPS = ("rename", "replace", "unlink", "fsync")
HEADER, FRAME = 32, 24 + 4096
TORN = 512
"""Bytes that a disk writes whole."""


@contextmanager
def recorded(folder: Path, into: Path) -> Iterator[list[Path]]:
    """Copies of `folder` as it is before each step of what is done inside, and after the last."""
    states: list[Path] = []
    numbers = count()

    def copy() -> None:
        states.append(into / f"{next(numbers):04d}")
        shutil.copytree(folder, states[-1])

    def first(step: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **more: Any) -> Any:
            copy()
            return step(*arguments, **more)

        return wrapped

    patches = [patch.object(os, name, first(getattr(os, name))) for name in STEPS]
    for each in patches:
        each.start()
    try:
        yield states
    finally:
        for each in patches:
            each.stop()
    copy()


def tails(library: Path, into: Path) -> Iterator[tuple[Path, int]]:
    """Copies of a library whose log ends earlier and earlier; each with the length of its log."""
    log = part(library, "-wal").read_bytes()
    ends = {0, len(log)}
    for number, start in enumerate(range(HEADER, len(log), FRAME)):
        ends |= {start, start + (TORN if number % 2 else FRAME - TORN)}
    for end in sorted(each for each in ends if each <= len(log)):
        folder = into / f"{end:08d}"
        folder.mkdir(parents=True)
        copy = folder / library.name
        shutil.copy(library, copy)
        part(copy, "-wal").write_bytes(log[:end])
        yield copy, end
