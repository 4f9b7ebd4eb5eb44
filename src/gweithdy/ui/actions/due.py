"""By when: a date with a calendar, or no date yet."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from gweithdy.language.words import Words


class DueField(QWidget):
    """`given` carries the date, or None for no date."""

    given = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: date | None = None
        self.has_date = QCheckBox()
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.has_date)
        row.addWidget(self.date)
        self.has_date.clicked.connect(self._on_ticked)
        # Not while a year is half typed: the date counts when the box is left or Enter pressed.
        self.date.editingFinished.connect(self._on_given)
        self.date.calendarWidget().clicked.connect(lambda _day: self._on_given())

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.has_date.setText(self._words.tr("By when"))
        self.date.setAccessibleName(self._words.tr("By when"))

    def show_date(self, day: date | None) -> None:
        """Show `day`, or that there is none."""
        self._shown = day
        self.has_date.setChecked(day is not None)
        self.date.setEnabled(day is not None)
        if not self.date.hasFocus():
            self.date.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())

    def _on_ticked(self) -> None:
        self.date.setEnabled(self.has_date.isChecked())
        self._on_given()

    def _on_given(self) -> None:
        picked = self.date.date()
        day = date(picked.year(), picked.month(), picked.day())
        value = day if self.has_date.isChecked() else None
        if value != self._shown:
            self.given.emit(value)
