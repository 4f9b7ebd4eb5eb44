"""The door for what arrives: a file or a paste is looked at, and then becomes cards in one edit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gweithdy.domain.board import Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.checks import living
from gweithdy.exchange.incoming.arriving import Arriving, arriving_file, arriving_text
from gweithdy.exchange.incoming.messages import ENDINGS
from gweithdy.ui import ask
from gweithdy.ui.arriving.sheet import Agreed, ArrivingSheet
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job

Done = Callable[[list[Id]], None]
Place = tuple[Id, str]
"""A lane, and where it was said; "" for what is usual."""


def ask_for_file(parent: QWidget, context: Context, done: Done) -> None:
    """Let the person choose a file, and show what would come of it."""
    tr = context.words.tr
    kinds = f"{tr('Chats, answers and lists')} ({' '.join(f'*{each}' for each in ENDINGS)})"
    folder = context.settings.get("import_folder")
    path = ask.file_to_open(parent, tr("Cards from a file"), kinds, folder)
    if path is not None:
        context.settings.put("import_folder", str(path.parent))
        show_file(parent, context, path, done)


def show_file(parent: QWidget, context: Context, path: Path, done: Done) -> None:
    """Show what would come of a file."""
    _read(parent, context, lambda day: arriving_file(path, day), done, ("", ""))


def show_text(
    parent: QWidget, context: Context, text: str, done: Done, place: Place = ("", "")
) -> None:
    """Show what would come of a text that was pasted: cards in `place`, or where one then says."""
    _read(parent, context, lambda day: arriving_text(text, day), done, place)


def _read(
    parent: QWidget,
    context: Context,
    read: Callable[[date | None], Arriving],
    done: Done,
    place: Place,
) -> None:
    workshop = context.desk.workshop
    if workshop is None:
        return
    session, day = workshop.id, workshop.session.date

    def work(_job: Job) -> Arriving:
        return read(day)

    def show(found: Arriving) -> None:
        # Meanwhile somebody may have opened another session, to which these words do not belong.
        if context.desk.workshop and context.desk.workshop.id == session:
            _show(parent, context, found, done, place)

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=show))


def _show(parent: QWidget, context: Context, found: Arriving, done: Done, place: Place) -> None:
    workshop = context.desk.workshop
    # While it was read Enter may have asked for it again: a second sheet would not know of the
    # cards of the first, and bring them in twice.
    is_shown = any(each.isVisible() for each in parent.findChildren(ArrivingSheet))
    if workshop is None or is_shown:
        return
    sheet = ArrivingSheet(parent, context, found, workshop, *place)

    def take(agreed: Agreed) -> None:
        def checked(workshop: Workshop) -> Edit:
            if agreed.lane:
                living(workshop, Lane, agreed.lane)
            return agreed.edit

        edit = alter(context.desk, checked)
        if edit:
            sheet.accept()
            done(list(dict.fromkeys(c.id for c in edit.changes if c.entity == "card")))

    sheet.agreed.connect(take)
    ask.lay_over(sheet)
