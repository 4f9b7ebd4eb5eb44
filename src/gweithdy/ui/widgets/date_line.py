"""A line for a date: typed as people write dates, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_, Problem
from gweithdy.language.date_entry import read_date
from gweithdy.language.dates import plain_date
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key, with_keys
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.half_typed import is_half_typed


class DateLine(QLineEdit):
    """`given` carries the new date, or None where the line was emptied; `refused` a Problem.

    `picked` when a day of the calendar was chosen. A key opens the calendar.
    """

    given = Signal(object)
    refused = Signal(object)
    picked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: date | None = None
        self._sheet: _Sheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._opener = QAction(context.theme.icon("calendar-days", "quiet", 18), "", self)
        self._opener.triggered.connect(self.open_calendar)
        self.addAction(self._opener, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self.finish)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now; what is half typed stays."""
        words = self._context.words
        self.setPlaceholderText(words.tr(N_("No date")))
        self._opener.setText(with_keys(words, words.tr(N_("Calendar")), "window.calendar"))
        self._opener.setToolTip(self._opener.text())
        if not self.isModified():
            self._put(self._shown)

    def show_date(self, day: date | None) -> None:
        """Show `day`, unless something is half typed here."""
        self._shown = day
        if not is_half_typed(self):
            self._put(day)

    def day(self) -> date | None:
        """The day as it stands in the line. Raises Problem where it is not one."""
        if not self.isModified():
            return self._shown
        return read_date(self.text(), self._today())

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

    def finish(self) -> None:
        """Give what was typed, now."""
        if not self.isModified():
            return
        try:
            day = self.day()
        except Problem as problem:
            self._put(self._shown)
            self.refused.emit(problem)
            return
        before, self._shown = self._shown, day
        self._put(day)
        if day != before:
            self.given.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.calendar"):
            self.open_calendar()
            return
        if is_key(event, "window.leave") and self.isModified():
            self._put(self._shown)
        super().keyPressEvent(event)

    def _on_picked(self, day: QDate) -> None:
        if self._sheet is None or not self._sheet.isVisible():
            # Enter on a day is both a click and an activation.
            return
        self._sheet.hide()
        self.setText(plain_date(date(day.year(), day.month(), day.day()), self._language()))
        self.setModified(True)
        self.finish()
        self.picked.emit()

    def _put(self, day: date | None) -> None:
        self.setText(plain_date(day, self._language()) if day else "")
        self.setModified(False)

    def _language(self) -> str:
        return self._context.words.language

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
