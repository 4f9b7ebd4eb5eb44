"""Opening the library for a command, and finding the session that it is about."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gweithdy.cli.finding import found
from gweithdy.cli.restoring import with_backups
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Catalogue
from gweithdy.language.words import Words
from gweithdy.storage.glance import glance
from gweithdy.storage.location import default_library

if TYPE_CHECKING:
    from gweithdy.storage.library import Library


@contextmanager
def library_of(
    asked: argparse.Namespace, words: Words, *, read_only: bool = False
) -> Iterator["Library"]:
    """The library that was asked for, open meanwhile; one that is not there is made to write in."""
    with opened(asked.library or default_library(), words, read_only=read_only) as library:
        yield library


@contextmanager
def opened(path: Path, words: Words, *, read_only: bool = False) -> Iterator["Library"]:
    """The library at `path`, open meanwhile; Problem names its backups where only they help."""
    from gweithdy.storage.library import Library, Unusable

    try:
        library = Library.open(path, read_only=read_only)
        try:
            yield library
        finally:
            library.close()
    except Unusable as problem:
        raise with_backups(problem, path, words) from problem


def catalogue_of(path: Path, words: Words) -> Catalogue:
    """The sessions of the library at `path`, also while it is open elsewhere."""
    if seen := glance(path):
        return seen.catalogue()
    with opened(path, words, read_only=True) as library:
        return library.catalogue()


def session_asked(asked: argparse.Namespace, words: Words) -> Session:
    """The session that was asked for; Problem if there is none, or more than one fits."""
    # Only read, whatever comes next: a library that is not there is not made.
    with library_of(asked, words, read_only=True) as library:
        return found(library.catalogue(), asked.session, words)
