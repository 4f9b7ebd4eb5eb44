"""Under the parking lot: how much waits, and what can become of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.domain.day import day_of
from gweithdy.domain.problem import N_, NC_
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.carrying import waiting
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.tips import tip_with_keys
from gweithdy.ui.widgets.wrapping_row import WrappingRow

_LABELS = {
    "board.act": N_("Make an action of it"),
    "board.carry": NC_("button", "Carry over"),
    "list.remove": N_("Remove"),
}


class ParkedFoot(QWidget):
    """`asked` carries the id of a command, `finish_asked` that the day is to end.

    `table` gets the keyboard when the button that has it goes.
    """

    asked = Signal(str)
    finish_asked = Signal()

    def __init__(self, context: Context, table: QWidget) -> None:
        super().__init__()
        self._context, self._table = context, table
        self._many, self._is_going = 0, False
        self.sentence = label("quiet", wrap=True)
        self.buttons = {id: button("plain") for id in _LABELS}
        for id, made in self.buttons.items():
            made.clicked.connect(lambda _=False, id=id: self.asked.emit(id))
        self.finish = button("plain")
        self.finish.clicked.connect(self.finish_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(WrappingRow(tuple(self.buttons.values()), (self.finish,)))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self._context.words
        for id, made in self.buttons.items():
            made.setText(words.tr(_LABELS[id]))
            tip_with_keys(made, words, words.tr(COMMANDS[id].text), id)
        self.finish.setText(words.tr("Finish the day"))
        self._show()

    def show_state(self, workshop: Workshop | None) -> None:
        """Say how much of the session waits."""
        self._many = len(waiting(workshop)) if workshop else 0
        self._is_going = workshop is not None and day_of(workshop).going
        self._show()

    def _show(self) -> None:
        words = self._context.words
        said = words.ntr("{n} line waits.", "{n} lines wait.", self._many)
        if not self._many:
            said = words.tr(N_("Nothing waits here."))
        elif self._is_going:
            before = words.tr(
                N_(
                    "Before the day ends, each becomes an action, goes on to the next "
                    "session, or is removed."
                )
            )
            said = f"{said} {before}"
        self.sentence.setText(said)
        of_waiting = [self.buttons[id] for id in ("board.act", "board.carry")]
        going = [] if self._many else of_waiting
        if self._many or not self._is_going:
            going = [*going, self.finish]
        if any(made.hasFocus() for made in going):
            # Qt would pass it on: Space must not press the next button, which removes lines.
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finish.setVisible(self._is_going)
        self.finish.setEnabled(not self._many)
        for made in of_waiting:
            made.setEnabled(bool(self._many))
