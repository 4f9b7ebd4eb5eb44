"""Since which version the pack says what has changed."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.language.dates import short_date
from gweithdy.language.words import Words
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.source_box import QuietBox


class SinceBox(QWidget):
    """The versions that are known, the newest first, after *nothing*; `changed` by a person."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._versions: dict[int, date] = {}
        self._caption, self.note = label("field"), label("quiet", wrap=True)
        self.box = QuietBox(8)
        self._caption.setBuddy(self.box)
        self.box.activated.connect(lambda _: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self._caption, self.box, self.note):
            column.addWidget(each)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self._caption.setText(tr("Say what has changed since"))
        self.box.setAccessibleName(self._caption.text())
        self.note.setText(tr("No version of this pack was exported from this library yet."))
        self._fill(self.value())

    def offer(self, versions: Mapping[int, date], version: int) -> None:
        """Let these be chosen; `version` is shown, or none if it is not known."""
        self._versions = dict(sorted(versions.items(), reverse=True))
        self._fill(version)

    def value(self) -> int:
        """The version; 0 for none."""
        return int(self.box.currentData() or 0)

    def _fill(self, version: int) -> None:
        tr, language = self._words.tr, self._words.language
        self.box.clear()
        self.box.addItem(tr("Nothing"), 0)
        for number, day in self._versions.items():
            said = tr("Version {version} of {date}", version=number, date=short_date(day, language))
            self.box.addItem(said, number)
        self.box.setCurrentIndex(max(0, self.box.findData(version)))
        self.box.setEnabled(bool(self._versions))
        self.note.setVisible(not self._versions)
