"""The people of a file: a report of a meeting, a sheet, a list."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gweithdy.domain.people import Mode
from gweithdy.exchange.people_file import ENDINGS, PeopleFile, read_people
from gweithdy.exchange.people_list import PeopleList
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job


def ask_for_people(
    parent: QWidget, context: Context, show: Callable[[PeopleList, Mode, str], None]
) -> None:
    """Let the person choose a file.

    `show` is called with the list in it, the usual way to take part, and the name of the file.
    """
    tr = context.words.tr
    kinds = f"{tr('Lists of people')} ({' '.join(f'*{each}' for each in ENDINGS)})"
    folder = context.settings.get("import_folder")
    path = ask.file_to_open(parent, tr("People from a file"), kinds, folder)
    if path is None:
        return
    context.settings.put("import_folder", str(path.parent))

    def work(_job: Job) -> PeopleFile:
        return read_people(path)

    def read(file: PeopleFile) -> None:
        show(file.listed, file.mode, path.name)

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=read))
