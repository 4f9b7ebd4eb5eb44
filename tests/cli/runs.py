"""What a command says and leaves, for tests of the command line on a real library file."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Workshop
from gweithdy.resources import asset
from gweithdy.storage.library import Library

DEMOS = [str(path) for path in sorted(asset("demo").glob("*.yaml"))]
VISION = "gweledigaeth"
"""A part of the title of one of them."""


class Said(NamedTuple):
    """What a command wrote."""

    out: str
    err: str


Run = Callable[..., Said]


def opened(path: Path, part: str = "vision") -> Workshop:
    """The session with this in its English title, as it is in the library at `path`."""
    library = Library.open(path, read_only=True)
    try:
        sessions = library.catalogue().of(Session)
        [session] = [each for each in sessions if part in each.title.en.words.lower()]
        return library.workshop(session.id)
    finally:
        library.close()
