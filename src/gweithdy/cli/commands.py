"""What each command does."""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gweithdy.cli.finding import found, line_of, listed
from gweithdy.cli.opening import catalogue_of, library_of, opened, session_asked
from gweithdy.cli.speech import say
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.domain.session import Series
from gweithdy.domain.stop import Progress
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.storage.location import default_library
from gweithdy.storage.unusable import NoLibrary

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

Asked = argparse.Namespace
Bring = Callable[["Library", Workshop, Asked, Words], int]


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
        catalogue = catalogue_of(path, words)
    except NoLibrary:
        say(words.tr("There is no library here yet: {path}", path=path))
        return 0
    for session in listed(catalogue):
        print(line_of(session))
    return 0


def search(asked: Asked, words: Words) -> int:
    """Print a line for each thing in which the words were found."""
    from gweithdy.cli.searching import search as carried_out

    with library_of(asked, words, read_only=True) as library:
        return carried_out(library, asked, words)


def import_files(asked: Asked, words: Words) -> int:
    """Bring session files into the library."""
    from gweithdy.exchange.arrivals import arrivals, copies, together
    from gweithdy.exchange.chosen_file import read_file
    from gweithdy.exchange.photo_files import read_session_at
    from gweithdy.exchange.session_file import SessionFile

    files: list[SessionFile] = []
    for path in asked.files:
        data = read_file(path)
        try:
            files.append(read_session_at(path, data))
        except Problem as problem:
            said = words.problem(problem)
            raise Problem(N_("{file}: {problem}"), file=path, problem=said) from problem
    with library_of(asked, words) as library:
        if asked.copy:
            files = copies(files, library.catalogue())
        come = arrivals(files, library)
        library.write(together(come))
    for each in come:
        message = N_("Imported: {title}") if each.edit else N_("Already there, unchanged: {title}")
        say(words.tr(message, title=each.session.title.best(words.language)[0]))
    return 0


def export(asked: Asked, words: Words) -> int:
    """Write a session or its board to a file, or everything to a folder."""
    from gweithdy.cli.exporting import (
        ENDINGS,
        is_folder,
        is_of_boards,
        write_board_file,
        write_folder_of,
        write_session_file,
    )
    from gweithdy.cli.packs import house_in
    from gweithdy.domain.clock import utc_now
    from gweithdy.exchange.photo_files import write_photos
    from gweithdy.folder.everything import Moment
    from gweithdy.whole_file import check_ending

    if not is_folder(asked.out):
        check_ending(Path(asked.out), ENDINGS)
    with library_of(asked, words, read_only=True) as library:
        catalogue = library.catalogue()
        workshop = library.workshop(found(catalogue, asked.session, words).id)
        _warn(workshop, words)
        series = catalogue.find(Series, workshop.session.series)
        path, bytes_of = Path(asked.out), library.bytes_of
        if is_folder(asked.out):
            moment = Moment(workshop, series, utc_now(), house_in(library), bytes_of)
            write_folder_of(moment, path, words)
        elif is_of_boards(path):
            write_board_file(workshop, path, words)
        else:
            write_session_file(workshop, series, path, words)
            write_photos(path, workshop, bytes_of)
    return 0


def organisation(asked: Asked, words: Words) -> int:
    """Write the organisation of the library to a file, or take one in."""
    from gweithdy.edits.organisation import bring_in, organisation
    from gweithdy.exchange.chosen_file import read_file
    from gweithdy.exchange.organisation_file import read_organisation, write_organisation
    from gweithdy.whole_file import write_file

    if asked.out:
        with library_of(asked, words, read_only=True) as library:
            now = organisation(library.catalogue())
            write_file(asked.out, write_organisation(now, library.bytes_of))
        say(words.tr("Written: {path}", path=asked.out))
        return 0
    made, files = read_organisation(read_file(asked.file), asked.file.name)
    with library_of(asked, words) as library:
        library.write(bring_in(library.catalogue(), made, *files))
    name = made.name.best(words.language)[0]
    say(words.tr("The organisation of this library: {name}", name=name))
    return 0


def pack(asked: Asked, words: Words) -> int:
    """Write the outcome pack of a session."""
    from gweithdy.cli.packs import house_in, options_of, since, write_packs
    from gweithdy.edits.pack import exported
    from gweithdy.whole_file import check_place

    check_place(asked.out)
    options = options_of(asked)
    session = session_asked(asked, words)
    # For writing: each pack that goes out counts as a version, whoever made it.
    with library_of(asked, words, read_only=asked.draft) as library:
        workshop = library.workshop(session.id)
        _warn(workshop, words)
        options = replace(options, house=house_in(library), bytes_of=library.bytes_of)
        if asked.since is not None:
            options = replace(options, since=since(library, session, asked.since))
        write_packs(workshop, asked.out, words, options, untranslated=asked.untranslated)
        if not asked.draft:
            library.write(exported(workshop.session))
    return 0


def translate(asked: Asked, words: Words) -> int:
    """Send texts of a session to a translator, take them back, or have them suggested."""
    from gweithdy.cli.translating import translate as carried_out
    from gweithdy.cli.translating import writes

    session = session_asked(asked, words)
    # Only what is to be changed needs the library for itself: the window may be open else.
    with library_of(asked, words, read_only=not writes(asked)) as library:
        workshop = library.workshop(session.id)
        _warn(workshop, words)
        return carried_out(library, workshop, asked, words)


def cards(asked: Asked, words: Words) -> int:
    """Make cards of a chat, a form or a list."""
    from gweithdy.cli.bringing import cards as carried_out

    return _brought(asked, words, carried_out)


def people(asked: Asked, words: Words) -> int:
    """Put the people of a list, or of a report of a meeting, on that of a session."""
    from gweithdy.cli.bringing import people as carried_out

    return _brought(asked, words, carried_out)


def _brought(asked: Asked, words: Words, bring: Bring) -> int:
    # For reading first: a library that is not there is not made.
    with library_of(asked, words, read_only=True) as library:
        session = found(library.catalogue(), asked.session, words)
    with library_of(asked, words, read_only=asked.dry_run) as library:
        workshop = library.workshop(session.id)
        _warn(workshop, words)
        return bring(library, workshop, asked, words)


def mail(asked: Asked, words: Words) -> int:
    """Write the draft of an e-mail with the pack of a session."""
    from gweithdy.cli.mailing import attached, pack_attached, version_of
    from gweithdy.cli.packs import chosen, house_in
    from gweithdy.edits.pack import exported
    from gweithdy.exchange.mail import ENDING, draft
    from gweithdy.pack.contents import PackOptions
    from gweithdy.pack.kept_back import Choice
    from gweithdy.pack.title import told_session
    from gweithdy.whole_file import check_ending, check_place, write_file

    check_ending(asked.out, (ENDING,))
    check_place(asked.out)
    if asked.version is not None and not asked.attach:
        raise Problem(N_("Say with --attach which files of that version are to go along."))
    files = attached(asked.attach)
    options = PackOptions(choose=chosen(Choice(asked.private), asked.print))
    session = session_asked(asked, words)
    if files:
        with library_of(asked, words, read_only=True) as library:
            told = told_session(library.workshop(session.id), options)
        write_file(asked.out, draft(told, version_of(asked, session), files))
    else:
        # For writing: a pack that is made to go out counts as a version.
        with library_of(asked, words) as library:
            workshop = library.workshop(session.id)
            _warn(workshop, words)
            options = replace(options, house=house_in(library), bytes_of=library.bytes_of)
            session = workshop.session
            files = pack_attached(workshop, words, options, untranslated=asked.untranslated)
            told = told_session(workshop, options)
            write_file(asked.out, draft(told, session.packs + 1, files))
            library.write(exported(session))
    say(words.tr("Written: {path}", path=asked.out))
    return 0


def demo(asked: Asked, words: Words) -> int:
    """Write the packs of the sessions that come with the program."""
    from gweithdy.cli.packs import file_name, write_packs
    from gweithdy.exchange.arrivals import arrivals, together
    from gweithdy.exchange.demo import demonstration
    from gweithdy.pack.contents import PackOptions

    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            N_("The folder cannot be made: {path} ({reason})."),
            path=asked.out,
            reason=why(error),
        ) from error
    with (
        tempfile.TemporaryDirectory(prefix="gweithdy-") as folder,
        opened(Path(folder) / "library.gwdy", words) as library,
    ):
        library.write(together(arrivals(demonstration(), library)))
        workshops = [library.workshop(each.id) for each in listed(library.catalogue())]
    for place, workshop in enumerate(workshops, 1):
        path = asked.out / file_name(place, workshop.session)
        # They show what a pack looks like in which texts are still missing.
        write_packs(workshop, path, words, PackOptions(), untranslated=True)
    return 0


def check(asked: Asked, words: Words) -> int:
    """Say whether the library is whole."""
    path = asked.library or default_library()
    with library_of(asked, words, read_only=True) as library:
        findings = library.check(_progress(words) if sys.stderr.isatty() else None)
    for each in findings:
        say(words.tr(each.message, **each.values))
    if findings:
        return 1
    say(words.tr("The library is whole: {path}", path=path))
    return 0


def _progress(words: Words) -> Progress:
    """Shows how far the work is, always on the same line of the terminal."""

    def show(step: int, steps: int) -> None:
        said = words.tr("Checked: {percent} %", percent=100 * step // steps)
        print(said, end="\n" if step == steps else "\r", file=sys.stderr, flush=True)

    return show


def _warn(workshop: Workshop, words: Words) -> None:
    if workshop.damage:
        say(words.problem(workshop.damage))
