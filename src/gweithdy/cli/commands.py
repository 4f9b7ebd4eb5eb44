"""What each command does."""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gweithdy.cli.finding import found, line_of, listed
from gweithdy.cli.restoring import with_backups
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series
from gweithdy.domain.stop import Progress
from gweithdy.domain.text import both
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.language.words import Words
from gweithdy.storage.glance import glance
from gweithdy.storage.location import default_library
from gweithdy.storage.unusable import NoLibrary

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

Asked = argparse.Namespace


def window(asked: Asked, _words: Words) -> int:
    """Open the window."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, DISPLAYS)):
        raise Problem(
            N_("There is no display here. To see what gweithdy makes: gweithdy demo --out DIR")
        )
    # Nothing that is made while the program loads is garbage, and looking for some takes a tenth
    # of the start. The window goes on collecting for itself (ui.garbage).
    gc.disable()
    from gweithdy.ui.app import run

    return run(asked.library, asked.language)


DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def list_sessions(asked: Asked, words: Words) -> int:
    """Print a line for each session."""
    path = asked.library or default_library()
    try:
        catalogue = _catalogue(path, words)
    except NoLibrary:
        _say(words.tr("There is no library here yet: {path}", path=path))
        return 0
    for session in listed(catalogue):
        print(line_of(session))
    return 0


def import_files(asked: Asked, words: Words) -> int:
    """Bring session files into the library."""
    from gweithdy.exchange.arrivals import arrivals, copies, together
    from gweithdy.exchange.chosen_file import read_file
    from gweithdy.exchange.session_file import SessionFile, read_session

    files: list[SessionFile] = []
    for path in asked.files:
        data = read_file(path)
        try:
            files.append(read_session(data))
        except Problem as problem:
            said = words.problem(problem)
            raise Problem(N_("{file}: {problem}"), file=path, problem=said) from problem
    with _library(asked, words) as library:
        if asked.copy:
            files = copies(files, library.catalogue())
        come = arrivals(files, library)
        library.write(together(come))
    for each in come:
        message = N_("Imported: {title}") if each.edit else N_("Already there, unchanged: {title}")
        _say(words.tr(message, title=each.session.title.best(words.language)[0]))
    return 0


def export(asked: Asked, words: Words) -> int:
    """Write a session to a file."""
    from gweithdy.exchange.session_file import write_session
    from gweithdy.whole_file import write_file

    with _library(asked, words, read_only=True) as library:
        catalogue = library.catalogue()
        workshop = library.workshop(found(catalogue, asked.session, words).id)
        _warn(workshop, words)
        series = catalogue.find(Series, workshop.session.series)
    write_file(asked.out, write_session(workshop, series))
    _say(words.tr("Written: {path}", path=asked.out))
    return 0


def pack(asked: Asked, words: Words) -> int:
    """Write the outcome pack of a session."""
    from gweithdy.cli.packs import chosen, write_pack
    from gweithdy.edits.pack import exported
    from gweithdy.pack.contents import PackOptions
    from gweithdy.pack.kept_back import Choice
    from gweithdy.whole_file import check_place

    check_place(asked.out)
    options = PackOptions(
        order=asked.order,
        language=asked.pack_language,
        choose=chosen(Choice(asked.private), asked.print),
        organisation=both(asked.organisation_cy, asked.organisation_en),
        draft=asked.draft,
    )
    # For reading first: a library that is not there is not made.
    with _library(asked, words, read_only=True) as library:
        session = found(library.catalogue(), asked.session, words)
    # Then for writing: each pack that goes out counts as a version, whoever made it.
    with _library(asked, words, read_only=asked.draft) as library:
        workshop = library.workshop(session.id)
        _warn(workshop, words)
        write_pack(workshop, asked.out, words, options)
        if not asked.draft:
            library.write(exported(workshop.session))
    return 0


def translate(asked: Asked, words: Words) -> int:
    """Send texts of a session to a translator, take them back, or have them suggested."""
    from gweithdy.cli.translating import translate as carried_out
    from gweithdy.cli.translating import writes

    # For reading first: a library that is not there is not made.
    with _library(asked, words, read_only=True) as library:
        session = found(library.catalogue(), asked.session, words)
    # Only what is to be changed needs the library for itself: the window may be open else.
    with _library(asked, words, read_only=not writes(asked)) as library:
        workshop = library.workshop(session.id)
        _warn(workshop, words)
        return carried_out(library, workshop, asked, words)


def demo(asked: Asked, words: Words) -> int:
    """Write the packs of the sessions that come with the program."""
    from gweithdy.cli.packs import file_name, write_pack
    from gweithdy.exchange.arrivals import arrivals, together
    from gweithdy.exchange.demo import demonstration
    from gweithdy.pack.contents import PackOptions

    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            N_("The folder cannot be made: {path} ({reason})."),
            path=asked.out,
            reason=error.strerror or str(error),
        ) from error
    with (
        tempfile.TemporaryDirectory(prefix="gweithdy-") as folder,
        _opened(Path(folder) / "library.gwdy", words) as library,
    ):
        library.write(together(arrivals(demonstration(), library)))
        workshops = [library.workshop(each.id) for each in listed(library.catalogue())]
    for place, workshop in enumerate(workshops, 1):
        path = asked.out / file_name(place, workshop.session)
        write_pack(workshop, path, words, PackOptions())
    return 0


def check(asked: Asked, words: Words) -> int:
    """Say whether the library is whole."""
    path = asked.library or default_library()
    with _library(asked, words, read_only=True) as library:
        findings = library.check(_progress(words) if sys.stderr.isatty() else None)
    for each in findings:
        _say(words.tr(each.message, **each.values))
    if findings:
        return 1
    _say(words.tr("The library is whole: {path}", path=path))
    return 0


def _catalogue(path: Path, words: Words) -> Catalogue:
    if seen := glance(path):
        return seen.catalogue()
    with _opened(path, words, read_only=True) as library:
        return library.catalogue()


@contextmanager
def _library(asked: Asked, words: Words, *, read_only: bool = False) -> Iterator["Library"]:
    with _opened(asked.library or default_library(), words, read_only=read_only) as library:
        yield library


@contextmanager
def _opened(path: Path, words: Words, *, read_only: bool = False) -> Iterator["Library"]:
    from gweithdy.storage.library import Library, Unusable

    try:
        library = Library.open(path, read_only=read_only)
        try:
            yield library
        finally:
            library.close()
    except Unusable as problem:
        raise with_backups(problem, path, words) from problem


def _progress(words: Words) -> Progress:
    """Shows how far the work is, always on the same line of the terminal."""

    def show(step: int, steps: int) -> None:
        said = words.tr("Checked: {percent} %", percent=100 * step // steps)
        print(said, end="\n" if step == steps else "\r", file=sys.stderr, flush=True)

    return show


def _warn(workshop: Workshop, words: Words) -> None:
    if workshop.damage:
        _say(words.problem(workshop.damage))


def _say(message: str) -> None:
    print(message, file=sys.stderr)
