"""A line for a time of day, typed as people write times."""

from datetime import time

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from gweithdy.language.time_entry import read_time
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.one_line import OneLine


class TimeLine(OneLine):
    """A time; left empty, the line keeps the one that was there."""

    _shown = time(9, 0)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.put(self._shown)

    def read(self, typed: str) -> time:
        return read_time(typed) or self._shown

    def written(self, value: time) -> str:
        return f"{value:%H:%M}"

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("00:00 yp")
        # With room for the sign of what is no time.
        return QSize(wide + self._context.theme.px(54), super().sizeHint().height())
