"""Fields for minutes and times."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from gweithdy.domain.agenda import LONGEST_BLOCK
from gweithdy.domain.ids import Id
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.number_box import NumberBox
from gweithdy.ui.widgets.time_line import TimeLine


class MinutesBox(NumberBox):
    """Minutes of a block."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, 1, LONGEST_BLOCK)
        self.setSingleStep(5)


class TimeBox(QWidget):
    """A time that may be left out: a tick box, then the time. `given` carries it, or None.

    `refused` carries a Problem about what was typed.
    """

    given = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.set = QCheckBox()
        self.edit = TimeLine(context)
        _lay_out(self, self.set, self.edit)
        self.usual = dt.time(9, 0)
        self.set.clicked.connect(self._on_set)
        self.edit.given.connect(self.given)
        self.edit.refused.connect(self.refused)

    def say(self, text: str) -> None:
        """The words beside the tick box."""
        self.set.setText(text)
        self.edit.setAccessibleName(text)
        self.edit.retranslate()

    def show_value(self, value: dt.time | None, of: Id) -> None:
        """Show `value`, None for none, that of the thing `of`; what is half typed stays."""
        self.edit.show_value(value or self.usual, of)
        is_set = value is not None or self.edit.isModified()
        self.set.setChecked(is_set)
        self.edit.setEnabled(is_set)

    def value(self) -> dt.time | None:
        """The time, None if it is left out."""
        return self.edit.value() if self.set.isChecked() else None

    def _on_set(self) -> None:
        self.edit.setEnabled(self.set.isChecked())
        self.given.emit(self.value())


def _lay_out(whole: QWidget, tick: QCheckBox, edit: QWidget) -> None:
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(tick)
    row.addWidget(edit)
    row.addStretch()
