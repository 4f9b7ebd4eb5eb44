"""The sheet that shows what a translator sent back, before anything is changed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_
from gweithdy.domain.translating import unit_of
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.returned import Accepted, Refused, waits
from gweithdy.edits.translations import take_refused
from gweithdy.exchange.file_names import name_of_session
from gweithdy.language.words import Words
from gweithdy.ui import exports
from gweithdy.ui.announce import announce
from gweithdy.ui.attempt import alter, reaches_disk
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.translation.refused import as_text, parts_of
from gweithdy.ui.translation.returned_rows import (
    COLUMNS,
    ReturnedTable,
    Row,
    can_be_taken,
    rows_of,
)
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.wrapping_row import WrappingRow
from gweithdy.whole_file import write_file


class BackSheet(QDialog):
    """What came back under a `name`; without anything `taken`, what was refused before.

    `agreed` when what can be taken is to be taken; what is refused a person takes line by line,
    each a step of its own, or leaves.
    """

    agreed = Signal()

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        name: str,
        taken: Sequence[Accepted],
        refused: Sequence[Refused],
        left: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._desk, self._words = context, context.desk, context.words
        self._room = parent.window().size()
        self._taken, self._refused, self._left = taken, refused, left
        self._steps: list[Edit] = []
        self._is_done = not taken
        self.table = ReturnedTable(context, COLUMNS)
        self.table.setColumnHidden(len(COLUMNS) - 1, not refused)
        self.whole = label("body", wrap=True)
        self.told = label("body", wrap=True)
        self.hint = label("quiet", wrap=True)
        self.one, self.undo, self.save = button(), button(), button()
        self.take, self.leave = button("primary"), button()
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self.reject)
        self.one.clicked.connect(self._on_one)
        self.undo.clicked.connect(self._on_undo)
        self.save.clicked.connect(self._on_save)
        self.table.asked.connect(self._on_one)
        self.table.selected.connect(self._show_whole)
        self._desk.changed.connect(self._show)
        self._lay_out()
        self._say(name)
        self._show()
        (self.take if taken else self.leave).setFocus()

    def _say(self, name: str) -> None:
        tr, taken, refused = self._words.tr, len(self._taken), len(self._refused)
        self.setWindowTitle(tr("Bring back translations: {name}", name=name))
        self.take.setText(self._words.ntr("Take {n} text", "Take {n} texts", taken))
        self.one.setText(tr("Take this one"))
        self.undo.setText(tr("Undo"))
        self.save.setText(tr("Save the list of what was refused…"))
        for made in (self.one, self.undo, self.save):
            made.setVisible(bool(refused))
        self.table.setAccessibleName(tr("What came back"))

    def _show(self) -> None:
        """What has become of each line by now."""
        tr, workshop = self._words.tr, self._desk.workshop
        if workshop is None:
            return
        rows = rows_of(workshop, self._taken, self._refused, is_done=self._is_done)
        self.table.show_rows(list(rows))  # type: ignore[arg-type]
        self.told.setText(self._counted(workshop))
        hint = "" if self._is_done or self._steps else tr("Nothing has been changed yet.")
        if self._refused:
            more = tr(
                "What is refused stays as it is here until you take a line yourself; it can be "
                "looked at again until the window is closed."
            )
            hint = f"{hint} {more}".strip()
        self.hint.setText(hint)
        self.take.setVisible(not self._is_done)
        self.leave.setText(tr("Close") if self._is_done else tr("Take nothing"))
        last = self._desk.history.next_undo
        is_ours = last is not None and bool(self._steps)
        self.undo.setEnabled(is_ours and last.edit.changes == self._steps[-1].changes)  # type: ignore[union-attr]
        self._show_whole()

    def _counted(self, workshop: Workshop) -> str:
        """What has become of the lines by now, and what will; of which there are none is unsaid."""
        waiting = sum(waits(workshop, each) for each in self._refused)
        by_hand, taken = len(self._refused) - waiting, len(self._taken)
        counts = (
            (N_("To be taken: {n}."), 0 if self._is_done else taken),
            (N_("Taken: {n}."), by_hand + (taken if self._is_done else 0)),
            (N_("Refused: {n}."), waiting),
            (N_("Unchanged: {n}."), self._left),
        )
        return " ".join(self._words.tr(said, n=n) for said, n in counts if n)

    def _current(self) -> Refused | None:
        """The refused line that is chosen."""
        place = self.table.currentIndex().row()
        return self._refused[place] if 0 <= place < len(self._refused) else None

    def _show_whole(self) -> None:
        """All of what the current line is, which the cells cut short."""
        workshop, refused = self._desk.workshop, self._current()
        index = self.table.currentIndex()
        if workshop is None or not index.isValid():
            return
        row: Row = self.table.source.rows[index.row()]
        self.one.setEnabled(refused is not None and can_be_taken(workshop, refused))
        if refused is None:
            self.whole.setText(f"{row.original.as_said()}\n{row.words.as_said()}")
            return
        parts = parts_of(self._words, refused, unit_of(workshop, refused.row.id))
        self.whole.setText("\n".join(f"{name}: {said}" for name, said in parts))

    def _on_one(self) -> None:
        refused = self._current()
        if refused is None or not self.one.isEnabled():
            return
        had_focus = self.one.hasFocus()
        edit = alter(self._desk, lambda now: take_refused(now, refused.row))
        if edit:
            self._steps.append(edit)
            announce(self, self._words.tr("Taken"))
            self._show()
        if had_focus:
            # It rests now; from here the keyboard goes to the next line.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        self._steps.pop()
        self._desk.undo()
        self._show()
        if not self.undo.isEnabled():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        tr, workshop = self._words.tr, self._desk.workshop
        if workshop is None:
            return
        title = name_of_session(workshop.session, self._words.language, "gweithdy")
        name = f"{title}-{tr('Refused').lower()}.txt"
        kinds = f"{tr('Text')} (*.txt)"
        path = exports.ask_file(self, self._context, tr("What was refused"), name, kinds)
        if path is None:
            return
        some = [each for each in self._refused if waits(workshop, each)]
        # With its mark: the editor of older Windows takes it for another alphabet otherwise.
        data = as_text(self._words, workshop, some).encode("utf-8-sig")
        answers = Answers(failed=self._desk.refused.emit, done=lambda _: self._say_saved(path))
        self._context.jobs.start(self, lambda _job: write_file(path, data), answers)

    def _say_saved(self, path: Path) -> None:
        self.hint.setText(self._words.tr("Written: {path}", path=path))
        announce(self, self._words.tr("Written: {path}", path=path.name))

    def _on_take(self) -> None:
        if not reaches_disk(self._desk, self.agreed.emit):
            return
        self._is_done = True
        if self._refused:
            self._show()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.accept()

    def _lay_out(self) -> None:
        px, room = self._context.theme.px, self._room
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (self.told, self.hint):
            column.addWidget(widget)
        column.addWidget(self.table, 3)
        # However long a text is, the buttons stay in sight.
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        around = ScrolledDown(self.whole)
        around.setMinimumHeight(5 * self.whole.fontMetrics().lineSpacing())
        column.addWidget(around, 2)
        left, right = (self.one, self.undo, self.save), (self.leave, self.take)
        column.addWidget(WrappingRow(left, right))
        self.resize(min(px(1000), room.width() - 48), min(px(580), room.height() - 48))


def counted(words: Words, taken: int, refused: int, left: int) -> str:
    """How many lines of a file are taken, refused, and change nothing."""
    return words.tr(
        "Taken: {taken}. Refused: {refused}. Unchanged: {left}.",
        taken=taken,
        refused=refused,
        left=left,
    )
