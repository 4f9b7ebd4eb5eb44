"""Going back to a backup without a screen."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from gweithdy.cli.speech import say
from gweithdy.domain.problem import N_, Problem
from gweithdy.language.dates import clock, long_date
from gweithdy.language.words import Words
from gweithdy.storage.location import default_library
from gweithdy.storage.thinning import Backup, reason_of


def restore(asked: argparse.Namespace, words: Words) -> int:
    """Put a backup in the place of the library; without one, list those there are."""
    from gweithdy.storage.backups import backups_of
    from gweithdy.storage.backups import restore as put_in_place

    path = asked.library or default_library()
    known = backups_of(path)
    if asked.backup is None:
        for line in lines_of(known, words):
            print(line)
        if not known:
            say(words.tr("There are no backups of this library: {path}", path=path))
        return 0
    backup = _named(asked.backup, known)
    old = put_in_place(path, backup)
    say(words.tr("The backup was restored: {backup}", backup=backup))
    if old.exists():
        say(words.tr("The library as it was before is kept here: {path}", path=old))
    return 0


def lines_of(backups: list[Backup], words: Words) -> Iterator[str]:
    """Name, when, why and how large, with tabs between; the newest first."""
    for each in backups:
        at = each.at.astimezone()
        when = f"{long_date(at.date(), words.language)}, {clock(at)}"
        size = words.tr("{size} MB", size=f"{each.size / 1_000_000:.1f}")
        yield "\t".join((each.path.name, when, words.tr(reason_of(each)), size))


def with_backups(problem: Problem, library: Path, words: Words) -> Problem:
    """`problem` with a library that does not open, and how to go back to its backups."""
    from gweithdy.storage.backups import backups_of

    known = backups_of(library)
    if not known:
        return problem
    return Problem(
        N_("{problem}\nIts backups, newest first:\n{backups}\nTo go back: gweithdy restore BACKUP"),
        problem=words.problem(problem),
        backups="\n".join(lines_of(known[:MENTIONED], words)),
    )


MENTIONED = 5
"""Backups that are named where a library does not open; `restore` lists all."""


def _named(name: str, known: list[Backup]) -> Path:
    for each in known:
        if each.path.name == name:
            return each.path
    if (file := Path(name)).is_file():
        return file
    raise Problem(N_("There is no such backup: {name}. To list them: gweithdy restore"), name=name)
