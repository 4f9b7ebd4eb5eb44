"""Texts out to a translator and back, each with a look at what it is before it is done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.text import LANGUAGE_NAMES
from gweithdy.domain.translating import ReturnedFile, Unit, unit_of
from gweithdy.domain.worklist import Line
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Arrival, bring_back, mark_sent, suggest
from gweithdy.exchange.file_names import name_of_session
from gweithdy.exchange.translations.files import READERS, read_translations, write_translations
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.ui import ask, exports
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.translation.filling import FillSheet
from gweithdy.ui.translation.machine import MachineSheet
from gweithdy.ui.translation.progress import Telling
from gweithdy.ui.translation.refused import Kept
from gweithdy.ui.translation.returned import BackSheet, counted
from gweithdy.ui.translation.sending import KIND_LABELS, SendSheet
from gweithdy.ui.translation.suggesting import Suggesting
from gweithdy.whole_file import write_file

Tell = Callable[[Telling], None]
"""Shows what became of a file."""


def send_out(parent: QWidget, context: Context, shown: list[Line], tell: Tell) -> SendSheet | None:
    """Ask what goes out, write it, and mark it as sent once the file is there."""
    workshop = context.desk.workshop
    if workshop is None:
        return None
    sheet = SendSheet(parent, context, workshop.copy(), {line.id for line in shown})
    sheet.agreed.connect(lambda: _write(parent, context, sheet, tell))
    ask.lay_over(sheet)
    return sheet


def take_back(parent: QWidget, context: Context, kept: Kept, tell: Tell) -> None:
    """Ask for a file, and show what it would change before any of it does."""
    tr = context.words.tr
    endings = " ".join(f"*{ending}" for ending in READERS)
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
        kept.add(now.id, arrival.refused)
        sheet = BackSheet(parent, context, path.name, arrival.taken, arrival.refused, arrival.left)
        # As it is by then: somebody may have written meanwhile.
        sheet.agreed.connect(lambda: take(back))
        ask.lay_over(sheet)

    def take(back: ReturnedFile) -> None:
        found: list[Arrival] = []

        def make(now: Workshop) -> Edit:
            found.append(bring_back(now, back))
            return found[-1].edit

        if alter(context.desk, make):
            kept.add(now.id, found[-1].refused)
            taken, refused = len(found[-1].taken), len(found[-1].refused)
            tell(lambda: counted(context.words, taken, refused, found[-1].left))

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=show))


def look_at_refused(parent: QWidget, context: Context, kept: Kept) -> None:
    """Show what was refused of the files that came back, and that nobody has taken."""
    workshop = context.desk.workshop
    if workshop is not None:
        name = context.words.tr("What was refused")
        ask.lay_over(BackSheet(parent, context, name, (), kept.of(workshop)))


def fill_in(parent: QWidget, context: Context, suggesting: Suggesting, tell: Tell) -> None:
    """Offer to fill missing texts with how the very same words were translated before."""
    workshop = context.desk.workshop
    if workshop is None:
        return
    sheet = FillSheet(parent, context, workshop.copy(), suggesting)

    def take() -> None:
        if edit := alter(context.desk, lambda now: suggest(now, sheet.found)):
            n, rest = _filled(edit), sheet.missing - _filled(edit)
            tell(lambda: context.words.tr("Filled in: {n}. Left: {rest}.", n=n, rest=rest))

    sheet.agreed.connect(take)
    ask.lay_over(sheet)


def ask_machine(parent: QWidget, context: Context, names: Sequence[str], tell: Tell) -> None:
    """Let a translator that is installed suggest what is missing."""
    workshop = context.desk.workshop
    if workshop is None:
        return
    sheet = MachineSheet(parent, context, workshop.copy(), names)

    def take() -> None:
        if edit := alter(context.desk, lambda now: suggest(now, sheet.found)):
            n, rest = _filled(edit), len(sheet.asked_for) - _filled(edit)
            tell(
                lambda: context.words.tr(
                    "Suggested: {n}. Without a suggestion: {rest}.", n=n, rest=rest
                )
            )

    sheet.agreed.connect(take)
    ask.lay_over(sheet)


def _filled(edit: Edit) -> int:
    """How many texts were given words: somebody may have written others meanwhile."""
    return sum(change.field.endswith(".words") for change in edit.changes)


def _write(parent: QWidget, context: Context, sheet: SendSheet, tell: Tell) -> None:
    workshop, tr = context.desk.workshop, context.words.tr
    if workshop is None:
        return
    some, kind, marks = sheet.units(), sheet.kind, sheet.marks
    out = Outgoing(workshop.session, sheet.into, some)
    title = name_of_session(workshop.session, context.words.language, "gweithdy")
    name = f"{title}-{LANGUAGE_NAMES[sheet.into].lower()}{kind}"
    kinds = f"{tr(KIND_LABELS[kind]).replace('(', '').replace(')', '')} (*{kind})"
    path = exports.ask_file(parent, context, tr("Send out for translation"), name, kinds)
    if path is None:
        return

    def work(_job: Job) -> None:
        write_file(path, write_translations(out, path))

    def written(_: object) -> None:
        if marks:
            alter(context.desk, lambda w: mark_sent(w, _as_sent(w, some)))
        tell(lambda: tr("Written: {path}", path=path))

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=written))


def _as_sent(workshop: Workshop, some: list[Unit]) -> list[Unit]:
    """Those of which nothing was written while the file was."""
    now = ((unit, unit_of(workshop, unit.id)) for unit in some)
    return [unit for unit, found in now if found and found.text == unit.text]
