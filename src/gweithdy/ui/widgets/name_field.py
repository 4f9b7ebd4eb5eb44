"""A small field that asks for a name where the work is, without a dialog."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text, said
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.adding_line import AddingLine
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.language_chip import LanguageChip

Take = Callable[[Text], bool]


class NameField(QFrame):
    """Enter hands the name over and hides the field once it was taken; Esc only hides it."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._take: Take | None = None
        self._language = ""
        self.setProperty("role", "panel")
        self._caption = label("strong")
        self.box = AddingLine()
        self.box.setMaxLength(200)
        self.box.installEventFilter(self)
        self.box.returnPressed.connect(self._on_accept)
        self.chip = LanguageChip(context.words, self.box)
        self.accept = button("primary")
        self.accept.clicked.connect(self._on_accept)
        self.cancel = button("quiet")
        self.cancel.clicked.connect(self._close)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 8, 8, 8)
        self.row.addWidget(self._caption)
        self.row.addWidget(self.box, 1)
        self.row.addWidget(self.chip)
        self.row.addWidget(self.accept)
        self.row.addWidget(self.cancel)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now; the caption follows when next asked."""
        self.cancel.setText(self._words.tr("Cancel"))
        self.chip.retranslate()

    def ask(self, caption: str, verb: str, take: Take, language: str = "") -> None:
        """Ask for a name; `take` gets it and says whether it was taken.

        It is in `language`, or in the one that its words seem to be in; in doubt the line asks.
        """
        self._take, self._language = take, language
        if language:
            caption = f"{caption}: {LANGUAGE_NAMES[Language(language)]}"
        self._caption.setText(caption)
        self.box.setAccessibleName(caption)
        self.accept.setText(verb)
        self.box.setText("")
        self.chip.setVisible(not language)
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and is_key(event, "window.leave"):
            self._close()
            return True
        return False

    def _on_accept(self) -> None:
        words = self.box.text()
        language = self._language or self.chip.language()
        if self._take and self._take(said(words, str(language))):
            self._close()

    def _close(self) -> None:
        self.hide()
        # Not clear(): Ctrl+Z would bring back the name that was given last.
        self.box.setText("")
        self.closed.emit()
