"""A line for a time of day, typed as people write times."""

from datetime import time

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from gweithdy.domain.problem import Problem
from gweithdy.language.time_entry import read_time
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.half_typed import is_half_typed


class TimeLine(QLineEdit):
    """`given` carries the new time, `refused` a Problem. Left empty, it keeps what was there."""

    given = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown = time(9, 0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self.finish)
        self._put(self._shown)

    def show_time(self, at: time) -> None:
        """Show `at`, unless something is half typed here."""
        self._shown = at
        if not is_half_typed(self):
            self._put(at)

    def at(self) -> time:
        """The time that is shown, or was before somebody began to type."""
        return self._shown

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("00:00 yp")
        return QSize(wide + 32, super().sizeHint().height())

    def finish(self) -> None:
        """Give what was typed, now."""
        if not self.isModified():
            return
        try:
            at = read_time(self.text())
        except Problem as problem:
            self._put(self._shown)
            self.refused.emit(problem)
            return
        self._give(at or self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.leave") and self.isModified():
            self._put(self._shown)
        super().keyPressEvent(event)

    def _give(self, at: time) -> None:
        before, self._shown = self._shown, at
        self._put(at)
        if at != before:
            self.given.emit(at)

    def _put(self, at: time) -> None:
        self.setText(f"{at:%H:%M}")
        self.setModified(False)
