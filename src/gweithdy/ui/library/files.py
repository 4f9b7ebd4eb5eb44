"""Session files in and out of the library."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.domain.stop import stop_if
from gweithdy.edits.sessions import bring_in, from_template
from gweithdy.exchange.arrivals import arrivals, owners_in, refuse_foreign_ids
from gweithdy.exchange.chosen_file import read_file
from gweithdy.exchange.file_names import name_of_session
from gweithdy.exchange.photo_files import read_session_at, write_photos
from gweithdy.exchange.session_file import SessionFile, write_session
from gweithdy.language.words import Words
from gweithdy.ui import ask, exports
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.library.titles import of_copy
from gweithdy.whole_file import write_file


def import_session(parent: QWidget, context: Context, done: Callable[[Id], None]) -> None:
    """Ask for a session file and bring it in; `done` is called with the session."""
    tr = context.words.tr
    kinds = tr("Session files") + " (*.yaml *.yml)"
    folder = context.settings.get("export_folder")
    path = ask.file_to_open(parent, tr("Import a session"), kinds, folder)
    if path is None:
        return

    def work(job: Job) -> SessionFile:
        file = read_session_at(path, read_file(path))
        # A window that closes must not ask what to do with it.
        stop_if(job.cancelled)
        return file

    def read(file: SessionFile) -> None:
        edit = _edit_for(parent, context, file)
        if edit is not None and context.desk.do(edit):
            done(edit.session)

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=read))


def as_folder(parent: QWidget, words: Words) -> bool | None:
    """Whether the person wants a folder, not a session file, once told what they hold; or none."""
    ways = [words.tr("A session file"), words.tr("A folder with everything")]
    question = words.tr("What is to be exported?")
    way = ask.choose(parent, question, words.tr(HOLDS), ways, words.tr("Cancel"))
    return None if way is None else way == 1


HOLDS = N_(
    "A session file can be opened in gweithdy again. A folder has lists for a spreadsheet, "
    "pictures and a draft of the pack too. Both hold everything as it was written down: also names "
    "of people who did not agree to be named, and addresses and telephone numbers wherever "
    "somebody wrote them. They are for whoever organises the session; send the pack to others."
)


def export_session(parent: QWidget, context: Context, session: Session) -> None:
    """Ask for a place and write the session there."""
    tr = context.words.tr
    name = name_of_session(session, context.words.language, "gweithdy") + ".yaml"
    kinds = tr("Session files") + " (*.yaml)"
    path = exports.ask_file(parent, context, tr("Export the session"), name, kinds)
    if path is None:
        return
    series = context.desk.catalogue.find(Series, session.series)

    def work(_job: Job) -> None:
        # Here, where a library that cannot be read is told and no fault.
        workshop = context.library.workshop(session.id)
        write_file(path, write_session(workshop, series))
        write_photos(path, workshop, context.library.bytes_of)

    def written(_: object) -> None:
        announce(parent, tr("Written: {path}", path=path.name))

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=written))


def _edit_for(parent: QWidget, context: Context, file: SessionFile) -> Edit | None:
    """How the file comes in; the person decides if something of it is already here."""
    session = context.desk.catalogue.find(Session, file.workshop.id)
    try:
        edit = arrivals([file], context.library)[0].edit
    except Problem:
        return _decided(parent, context, file, session)
    if not edit:
        told = Problem(N_("This session is already in the library, just as it is."))
        context.desk.refused.emit(told)
        return None
    # A deleted session comes back with what the file says: it has to be open to be undone.
    known = {each.id for each in context.desk.catalogue.everything()}
    return _replacing(context, file) if file.workshop.id in known else edit


def _decided(
    parent: QWidget, context: Context, file: SessionFile, session: Session | None
) -> Edit | None:
    tr = context.words.tr
    if session is not None:
        question = tr("This session is already in the library, with other contents.")
        detail, ways = tr("Replacing it can be undone."), [tr("Import as a copy"), tr("Replace")]
    else:
        question = tr("Parts of this file are already in the library, elsewhere.")
        detail, ways = tr("As a copy it stands for itself."), [tr("Import as a copy")]
    way = ask.choose(parent, question, detail, ways, tr("Leave as it is"))
    if way == 0:
        return _as_copy(context, file)
    return _replacing(context, file) if way == 1 else None


def _as_copy(context: Context, file: SessionFile) -> Edit:
    title = file.workshop.session.title
    known = context.desk.catalogue.find(Series, file.workshop.session.series)
    made = from_template(file.workshop, *of_copy(title), known.id if known else "")
    return replace(made, files=file.files)


def _replacing(context: Context, file: SessionFile) -> Edit | None:
    # Only while the session is open are the values before at hand for undo.
    desk = context.desk
    try:
        refuse_foreign_ids(file, owners_in(context.library, desk.catalogue))
        if desk.workshop is None or desk.workshop.id != file.workshop.id:
            desk.open(file.workshop.id)
    except Problem as problem:
        desk.refused.emit(problem)
        return None
    made = bring_in(file.workshop, file.series, desk.catalogue, desk.workshop)
    return replace(made, files=file.files)
