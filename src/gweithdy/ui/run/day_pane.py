"""The whole day at the side, with what can be done with the block that is chosen there."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.day import Day, Mark
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.run.day_table import DayTable
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.tips import tip_with_keys


class DayPane(QWidget):
    """`jump_asked` carries the block to begin now; `leave_asked` one, and whether it goes."""

    jump_asked = Signal(str)
    leave_asked = Signal(str, bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._day: Day | None = None
        self.table = DayTable(context)
        self.jump, self.leave = button("quiet"), button("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        for made in (self.jump, self.leave):
            # After a click, Space must still pause, and not press the clicked button again.
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(made)
        row.addStretch()
        self.jump.clicked.connect(self._on_jump)
        self.leave.clicked.connect(self._on_leave)
        self.table.jump_asked.connect(self._on_jump)
        self.table.delete_asked.connect(self._on_leave)
        self.table.selected.connect(self._show_buttons)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.table.setAccessibleName(tr("The whole day"))
        self.table.retranslate()
        self.jump.setText(tr(COMMANDS["day.jump"].text))
        for made, id in ((self.jump, "day.jump"), (self.leave, "day.leave_out")):
            tip_with_keys(made, self._words, tr(COMMANDS[id].text), id)
        self._show_buttons()

    def show_day(self, day: Day, now: datetime) -> None:
        """Show the blocks as they stand."""
        self._day = day
        self.table.show_day(day, now)
        self._show_buttons()

    def _show_buttons(self) -> None:
        mark = self._mark()
        self.leave.setText(
            self._words.tr(N_("Take in again") if mark is Mark.LEFT_OUT else N_("Leave out"))
        )
        for made in (self.jump, self.leave):
            made.setVisible(self._day is not None and self._day.going)
            made.setEnabled(mark in (Mark.NEXT, Mark.LATER, Mark.LEFT_OUT))

    def _mark(self) -> Mark | None:
        """Where the chosen block stands; None if nothing can be done with any."""
        chosen: Id = self.table.current()
        return self._day.mark(chosen) if self._day and self._day.going and chosen else None

    def _on_jump(self) -> None:
        if self._mark() in (Mark.NEXT, Mark.LATER, Mark.LEFT_OUT):
            self.jump_asked.emit(self.table.current())

    def _on_leave(self) -> None:
        mark = self._mark()
        if mark in (Mark.NEXT, Mark.LATER, Mark.LEFT_OUT):
            self.leave_asked.emit(self.table.current(), mark is not Mark.LEFT_OUT)
