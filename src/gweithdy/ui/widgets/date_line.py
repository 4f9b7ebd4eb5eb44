"""A line for a date: typed as people write dates, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.problem import N_, Problem
from gweithdy.language.date_entry import read_date
from gweithdy.language.dates import plain_date
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key, with_keys
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.one_line import OneLine


class DateLine(OneLine):
    """A day, or None where it was emptied. `picked` when one of the calendar was chosen by hand.

    A key opens the calendar.
    """

    picked = Signal()

    _shown: date | None = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sheet: _Sheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # Not an action of the line: Qt would make a button of 22 pixels by 18.
        self._opener = QToolButton(self)
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opener.setCursor(Qt.CursorShape.ArrowCursor)
        self._opener.clicked.connect(self.open_calendar)
        context.theme.changed.connect(self._show_look)
        self._show_look()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now; what is half typed stays."""
        super().retranslate()
        words = self._context.words
        self.setPlaceholderText(words.tr(N_("No date")))
        said = with_keys(words, words.tr(N_("Calendar")), "window.calendar")
        self._opener.setAccessibleName(said)
        self._opener.setToolTip(said)
        if not self.isModified():
            self.put(self._shown)

    def read(self, typed: str) -> date | None:
        return read_date(typed, self._today())

    def written(self, value: date | None) -> str:
        return plain_date(value, self._context.words.language) if value else ""

    def day(self) -> date | None:
        """The day as it stands in the line. Raises Problem where it is not one."""
        return self.read(self.text()) if self.isModified() else self._shown

    def sizeHint(self) -> QSize:
        # The longest month of either language.
        wide = self.fontMetrics().horizontalAdvance("30 September 2027")
        return QSize(wide + self._context.theme.px(64), super().sizeHint().height())

    def open_calendar(self) -> None:
        """Open the calendar under the line, at the day in the line."""
        try:
            day = self.day() or self._today()
        except Problem:
            day = self._shown or self._today()
        if self._sheet is None:
            self._sheet = _Sheet(self, self._context.theme)
            self._sheet.calendar.clicked.connect(self._on_picked)
            self._sheet.calendar.activated.connect(self._on_picked)
        self._sheet.calendar.setAccessibleName(self.accessibleName())
        self._sheet.open_at(day, self.mapToGlobal(QPoint(0, self.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._opener.width()
        self._opener.setGeometry(self.width() - wide - 2, 2, wide, self.height() - 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.calendar"):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, day: QDate) -> None:
        if self._sheet is None or not self._sheet.isVisible():
            # Enter on a day is both a click and an activation.
            return
        self._sheet.hide()
        self.setText(self.written(date(day.year(), day.month(), day.day())))
        self.setModified(True)
        self.commit()
        self.picked.emit()

    def _show_look(self) -> None:
        theme = self._context.theme
        size, wide = theme.px(18), theme.px(30)
        self._opener.setIcon(theme.icon("calendar-days", "quiet", 18))
        self._opener.setIconSize(QSize(size, size))
        self._opener.setFixedWidth(wide)
        self.setTextMargins(0, 0, wide - theme.px(8), 0)

    def _today(self) -> date:
        return self._context.desk.now().astimezone().date()


class _Sheet(QFrame):
    """The calendar in a small window of its own; Esc or a click elsewhere closes it."""

    def __init__(self, line: QWidget, theme: Theme) -> None:
        super().__init__(line, Qt.WindowType.Popup)
        self._theme = theme
        self.setProperty("role", "panel")
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # Qt colours the weekend red, which would say that something is wrong.
        plain = QTextCharFormat()
        plain.setForeground(theme.color("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)

    def open_at(self, day: date, place: QPoint) -> None:
        """Show `day` with the sheet at `place`, moved so that all of it is on the screen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setMinimumSize(self._theme.px(360), self._theme.px(280))
        size, room = self.sizeHint(), self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - size.width()))
        y = max(room.top(), min(place.y(), room.bottom() - size.height()))
        self.move(x, y)
        self.show()
        self.calendar.setFocus()
