"""Session files in and out of the library."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.edits.sessions import bring_in, from_template
from gweithdy.exchange.session_file import SessionFile, read_session, write_session
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Job
from gweithdy.ui.library.titles import of_copy


def import_session(parent: QWidget, context: Context, done: Callable[[Id], None]) -> None:
    """Ask for a session file and bring it in; `done` is called with the session."""
    tr = context.words.tr
    kinds = tr("Session files") + " (*.yaml *.yml)"
    folder = context.settings.get("export_folder")
    path = ask.file_to_open(parent, tr("Import a session"), kinds, folder)
    if path is None:
        return

    def work(_job: Job) -> SessionFile:
        return read_session(_contents(path))

    def read(file: SessionFile) -> None:
        edit = _edit_for(parent, context, file)
        if edit is not None and context.desk.do(edit):
            done(edit.session)

    context.jobs.start(work, read, context.desk.refused.emit)


def export_session(parent: QWidget, context: Context, session: Session) -> None:
    """Ask for a place and write the session there."""
    tr = context.words.tr
    title = session.title.best(context.words.language)[0] or tr("Untitled")
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in title)
    name = "-".join(kept.split()).lower()[:60] + ".yaml"
    folder = context.settings.get("export_folder") or str(Path.home())
    kinds = tr("Session files") + " (*.yaml)"
    path = ask.file_to_write(parent, tr("Export the session"), Path(folder) / name, kinds)
    if path is None:
        return
    context.settings.put("export_folder", str(path.parent))
    workshop = context.library.workshop(session.id)
    series = context.desk.catalogue.find(Series, session.series)

    def work(_job: Job) -> None:
        _write(path, write_session(workshop, series))

    context.jobs.start(work, None, context.desk.refused.emit)


def _edit_for(parent: QWidget, context: Context, file: SessionFile) -> Edit | None:
    """How the file comes in; the person decides if the session is already here."""
    desk, tr = context.desk, context.words.tr
    id = file.workshop.id
    if id not in {each.id for each in desk.catalogue.everything()}:
        return bring_in(file.workshop, file.series, desk.catalogue, None)
    existing = context.library.workshop(id)
    if not bring_in(file.workshop, file.series, desk.catalogue, existing):
        desk.refused.emit(Problem(N_("This session is already in the library, just as it is.")))
        return None
    if existing.session.deleted:
        return _replacing(context, file)
    way = ask.choose(
        parent,
        tr("This session is already in the library, with other contents."),
        tr("Replacing it can be undone."),
        [tr("Import as a copy"), tr("Replace")],
        tr("Leave as it is"),
    )
    if way == 0:
        return _as_copy(context, file)
    return _replacing(context, file) if way == 1 else None


def _as_copy(context: Context, file: SessionFile) -> Edit:
    title = file.workshop.session.title
    known = context.desk.catalogue.find(Series, file.workshop.session.series)
    return from_template(file.workshop, *of_copy(title), known.id if known else "")


def _replacing(context: Context, file: SessionFile) -> Edit:
    # Only while the session is open are the values before at hand for undo.
    desk = context.desk
    if desk.workshop is None or desk.workshop.id != file.workshop.id:
        desk.open(file.workshop.id)
    return bring_in(file.workshop, file.series, desk.catalogue, desk.workshop)


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem(
            N_("This file cannot be read: {path} ({reason}). Nothing was imported."),
            path=path,
            reason=error.strerror or "",
        ) from error


def _write(path: Path, data: bytes) -> None:
    try:
        new = path.with_name(path.name + ".new")
        new.write_bytes(data)
        new.replace(path)
    except OSError as error:
        raise Problem(
            N_("The session could not be written to {path} ({reason}). Choose another folder."),
            path=path,
            reason=error.strerror or "",
        ) from error
