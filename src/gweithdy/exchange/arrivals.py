"""Arrivals: session files that come into a library, all or none, and over nothing that is there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gweithdy.domain.change import Change, Edit, Origin
from gweithdy.domain.entity import Entity, Owned, noun_name
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits.bring_in import bring_in
from gweithdy.edits.changes import updated
from gweithdy.edits.copies import copied
from gweithdy.exchange.session_file import SessionFile, write_session
from gweithdy.exchange.shelf import Shelf

Home = tuple[str, Id]
"""What a thing is, the name of its noun, and the session that it belongs to, "" for none."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A session that comes in; an empty `edit` means that it is there already, unchanged."""

    session: Session
    edit: Edit


def arrivals(files: Sequence[SessionFile], shelf: Shelf) -> list[Arrival]:
    """The edits that bring `files` in; Problem if anything in the library would be replaced."""
    _refuse_different_twins(files)
    known = shelf.catalogue()
    sessions = {each.id: each for each in known.everything() if isinstance(each, Session)}
    owners = owners_in(shelf, known)
    come: dict[Id, Arrival] = {}
    for file in {file.workshop.id: file for file in files}.values():
        refuse_foreign_ids(file, owners)
        _refuse_other_series(file, known)
        edit = replace(_edit(file, shelf, known, sessions.get(file.workshop.id)), files=file.files)
        come[file.workshop.id] = Arrival(file.workshop.session, edit)
        # What comes in with one file is there for the next.
        known.take(edit)
        owners |= dict(_homes(file))
    return list(come.values())


def copies(files: Sequence[SessionFile], known: Catalogue) -> list[SessionFile]:
    """`files` under new ids; a series that the library has just so is kept."""
    others = {
        file.series.id: new_id()
        for file in files
        if file.series and _other_series(file.series, known)
    }
    return [_copy(file, others) for file in files]


def together(come: Sequence[Arrival]) -> Edit:
    """One edit for all of them, so that either all are written or none."""
    changes: tuple[Change, ...] = tuple(c for each in come for c in each.edit.changes)
    one = come[0].edit if len(come) == 1 else Edit(N_("Import"), (), origin=Origin.IMPORT)
    files = tuple(dict.fromkeys(data for each in come for data in each.edit.files))
    return replace(one, changes=changes, files=files)


def _copy(file: SessionFile, others: dict[Id, Id]) -> SessionFile:
    workshop = copied(file.workshop, new_id(), OWNED)
    if file.series is None:
        return SessionFile(None, workshop, file.files)
    series = replace(file.series, id=others.get(file.series.id, file.series.id))
    session = replace(workshop.session, series=series.id)
    rows = [each for each in workshop.everything() if not isinstance(each, Session)]
    return SessionFile(series, Workshop(session, rows), file.files)


def _edit(file: SessionFile, shelf: Shelf, known: Catalogue, session: Session | None) -> Edit:
    if session is None:
        return bring_in(file.workshop, file.series, known, None)
    existing = shelf.workshop(session.id)
    if session.deleted:
        return bring_in(file.workshop, file.series, known, existing)
    series = known.find(Series, existing.session.series)
    if write_session(existing, series) != write_session(file.workshop, file.series):
        raise Problem(
            N_(
                "This session is already in the library, with other contents: {title}. "
                "Nothing was imported. To have both, import it as a copy (--copy)."
            ),
            title=file.workshop.session.title,
        )
    return Edit(N_("Import"), (), session.id)


def _refuse_other_series(file: SessionFile, known: Catalogue) -> None:
    if file.series and _other_series(file.series, known):
        raise Problem(
            N_(
                "The series of this file is already in the library, with other words: {title}. "
                "Nothing was imported. To have both, import the file as a copy (--copy)."
            ),
            title=file.series.title,
        )


def _other_series(series: Series, known: Catalogue) -> bool:
    if known.named("session", series.id):
        return True
    there = known.find(Series, series.id)
    values = {"title": series.title, "about": series.about}
    return there is not None and bool(updated(there, **values))


def owners_in(shelf: Shelf, known: Catalogue) -> dict[Id, Home]:
    """Where each id of the library belongs."""
    homes = {each.id: _home(each) for each in known.everything()}
    for id in [id for id, (noun, _) in homes.items() if noun == "session"]:
        homes |= {row.id: _home(row) for row in shelf.workshop(id).everything()}
    return homes


def _homes(file: SessionFile) -> Iterator[tuple[Id, Home]]:
    rows = file.workshop.everything()
    for row in [file.series, *rows] if file.series else rows:
        yield row.id, _home(row)


def _home(row: Entity) -> Home:
    return noun_name(row), row.session if isinstance(row, Owned) else ""


def refuse_foreign_ids(file: SessionFile, owners: dict[Id, Home]) -> None:
    """Problem if `file` would take a row away from another session, or make it something else."""
    for id, home in _homes(file):
        if owners.get(id, home) != home:
            raise Problem(
                N_(
                    "An id of this file belongs to another session of the library: {id}. "
                    "Nothing was imported. Import the file as a copy (--copy)."
                ),
                id=id,
            )


def _refuse_different_twins(files: Sequence[SessionFile]) -> None:
    times = Counter(file.workshop.id for file in files)
    written: dict[Id, bytes] = {}
    for file in (file for file in files if times[file.workshop.id] > 1):
        data = write_session(file.workshop, file.series)
        if written.setdefault(file.workshop.id, data) != data:
            raise Problem(
                N_("Two of the files hold the same session: {title}. Nothing was imported."),
                title=file.workshop.session.title,
            )
