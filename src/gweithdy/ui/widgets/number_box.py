"""A box for a number: typed or stepped; what is no such number stays in it, and is told."""

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.language.number_entry import read_number
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import presses
from gweithdy.ui.widgets.one_line import OneLine
from gweithdy.ui.widgets.still import StillSpinBox

MARGIN, WRONG_MARGIN = 6, 10
"""Pixels left of the figures: as in other lines, and beside the edge of what is wrong."""

_WRITES = (QEvent.Type.FocusOut, QEvent.Type.Show, QEvent.Type.LocaleChange)
"""Events at which Qt writes its own number anew, over what was typed."""


class NumberBox(StillSpinBox):
    """A whole number from `least` to `most`. `given` and `refused` are those of its `line`.

    A step is given at once; in a cell, which is narrow too, with what else was typed there.
    """

    given = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        context: Context,
        least: int,
        most: int,
        parent: QWidget | None = None,
        *,
        in_cell: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme, self._in_cell, self._is_kept = context.theme, in_cell, False
        self.setRange(least, most)
        self.line = NumberLine(context, self, has_sign=not in_cell)
        self.setLineEdit(self.line)
        # Qt would take back what it cannot read, and let nobody type what is out of range: here
        # the line reads, and Qt's box only steps.
        self.line.setValidator(None)  # type: ignore[arg-type]
        self.line.textChanged.disconnect()
        self.line.given.connect(self.given)
        self.line.refused.connect(self.refused)
        self.valueChanged.connect(self._on_stepped)

    def show_value(self, number: int, of: Id = "") -> None:
        """Show `number`, that of the thing `of`, unless something that is not kept stands here."""
        self.line.show_value(number, of)

    def commit(self) -> None:
        """Give what was typed, now."""
        self.line.commit()

    def give_up(self) -> None:
        """Bring back the number that stands."""
        self.line.give_up()

    def unsaved(self) -> list[str]:
        """What was typed here and is not on disk, also that for other things."""
        return self.line.unsaved()

    def retranslate(self) -> None:
        """What is wrong, in the language of now."""
        self.line.retranslate()

    def put(self, number: int) -> None:
        """Write `number`, over whatever stands there; nothing is given."""
        self.line.put(number)

    def sizeHint(self) -> QSize:
        # With room for the sign of what is no such number.
        sign = 0 if self._in_cell else self._theme.px(24)
        return super().sizeHint() + QSize(sign, 0)

    def stepBy(self, steps: int) -> None:
        try:
            begin = self.line.read(self.line.text())
        except Problem:
            begin = self.line.value()
        with QSignalBlocker(self):
            self.put(begin)
            super().stepBy(steps)
        self._on_stepped()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        if self.line.isModified():
            # Qt knows nothing of what is typed: it may lie at neither end.
            step = QAbstractSpinBox.StepEnabledFlag
            return step.StepUpEnabled | step.StepDownEnabled
        return super().stepEnabled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses(event):
            self.commit()
            self.selectAll()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        before = self._is_kept
        self._is_kept = event.type() in _WRITES and self.line.isModified()
        taken = super().event(event)
        self._is_kept = before
        return taken

    def textFromValue(self, number: int) -> str:
        return self.line.text() if self._is_kept else str(number)

    def _on_stepped(self) -> None:
        self.line.setModified(True)
        if not self._in_cell:
            self.commit()


class NumberLine(OneLine):
    """Where the number of a box is typed; it is the box that is marked and described."""

    _shown = 0

    def __init__(self, context: Context, box: NumberBox, *, has_sign: bool) -> None:
        super().__init__(context, box)
        self._box = box
        self._has_sign = has_sign
        # By this name Qt leaves the line out of what a reader walks through: the box is there.
        self.setObjectName("qt_spinbox_lineedit")
        self.setTextMargins(MARGIN, 0, 0, 0)

    def read(self, typed: str) -> int:
        return read_number(typed, self._box.minimum(), self._box.maximum())

    def written(self, value: int) -> str:
        return str(value)

    def put(self, value: int) -> None:
        super().put(value)
        with QSignalBlocker(self._box):
            self._box.setValue(value)

    def _face(self) -> QWidget:
        return self._box

    def _show_sign(self, said: str) -> None:
        self.setTextMargins(WRONG_MARGIN if said else MARGIN, 0, 0, 0)
        if self._has_sign:
            super()._show_sign(said)
