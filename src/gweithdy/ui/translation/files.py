"""Texts out to a translator and back, each with a look at what it is before it is done."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gweithdy.domain.text import LANGUAGE_NAMES
from gweithdy.domain.translating import ReturnedFile, Unit, unit_of
from gweithdy.domain.worklist import Line
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Arrival, bring_back, mark_sent
from gweithdy.exchange.translations.files import KINDS, read_translations, write_translations
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.ui import ask
from gweithdy.ui.announce import announce
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.translation.returned import BackSheet
from gweithdy.ui.translation.sending import KIND_LABELS, SendSheet
from gweithdy.whole_file import write_file


def send_out(parent: QWidget, context: Context, shown: list[Line]) -> SendSheet | None:
    """Ask what goes out, write it, and mark it as sent once the file is there."""
    workshop = context.desk.workshop
    if workshop is None:
        return None
    sheet = SendSheet(parent, context, workshop.copy(), {line.id for line in shown})
    sheet.agreed.connect(lambda: _write(parent, context, sheet))
    ask.lay_over(sheet)
    return sheet


def take_back(parent: QWidget, context: Context) -> None:
    """Ask for a file, and show what it would change before any of it does."""
    tr = context.words.tr
    endings = " ".join(f"*{ending}" for ending in KINDS)
    kinds = f"{tr('Files from translators')} ({endings})"
    folder = context.settings.get("export_folder")
    path = ask.file_to_open(parent, tr("Bring back translations"), kinds, folder)
    workshop = context.desk.workshop
    if path is None or workshop is None:
        return
    now = workshop.copy()

    def work(_job: Job) -> tuple[ReturnedFile, Arrival]:
        back = read_translations(path)
        return back, bring_back(now, back)

    def show(found: tuple[ReturnedFile, Arrival]) -> None:
        back, arrival = found
        sheet = BackSheet(parent, context, path, arrival)
        # As it is by then: somebody may have written meanwhile.
        sheet.agreed.connect(lambda: alter(context.desk, lambda w: bring_back(w, back).edit))
        ask.lay_over(sheet)

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=show))


def _write(parent: QWidget, context: Context, sheet: SendSheet) -> None:
    workshop, tr = context.desk.workshop, context.words.tr
    if workshop is None:
        return
    some, kind, marks = sheet.units(), sheet.kind, sheet.marks
    out = Outgoing(workshop.session, sheet.into, some)
    title = workshop.session.title.best(context.words.language)[0] or tr("Untitled")
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in title)
    name = f"{'-'.join(kept.split()).lower()[:50]}-{LANGUAGE_NAMES[sheet.into].lower()}{kind}"
    folder = context.settings.get("export_folder") or str(Path.home())
    kinds = f"{tr(KIND_LABELS[kind]).replace('(', '').replace(')', '')} (*{kind})"
    path = ask.file_to_write(parent, tr("Send out for translation"), Path(folder) / name, kinds)
    if path is None:
        return
    context.settings.put("export_folder", str(path.parent))

    def work(_job: Job) -> None:
        write_file(path, write_translations(out, path))

    def written(_: object) -> None:
        announce(parent, tr("Written: {path}", path=path.name))
        if marks:
            alter(context.desk, lambda w: mark_sent(w, _as_sent(w, some)))

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=written))


def _as_sent(workshop: Workshop, some: list[Unit]) -> list[Unit]:
    """Those of which nothing was written while the file was."""
    now = ((unit, unit_of(workshop, unit.id)) for unit in some)
    return [unit for unit, found in now if found and found.text == unit.text]
