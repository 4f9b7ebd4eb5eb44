"""A field for words in Welsh and English, saved while they are typed."""

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text
from gweithdy.language.words import Words
from gweithdy.ui.widgets.labels import label

PAUSE = 300
"""Milliseconds without a key after which the words are saved."""

LONGEST = 5000


class BilingualField(QWidget):
    """Two boxes, Welsh and English, under one label; or side by side if `beside`.

    `committed` carries the new Text whenever typing rests and when the field is left. `typing`
    names this visit, so that undo takes it as one step.
    """

    committed = Signal(object)

    def __init__(self, words: Words, *, lines: int = 1, beside: bool = True) -> None:
        super().__init__()
        self._words = words
        self._label = N_("Text")
        self._text = Text()
        self._showing = False
        self.typing = new_id()
        self._caption = label("field")
        self._states: dict[Language, QLabel] = {}
        self.boxes: dict[Language, QLineEdit | QPlainTextEdit] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._caption, 0, 0, 1, 2 if beside else 1)
        for place, language in enumerate(Language):
            box = self._box(language, lines)
            tag = label("quiet")
            tag.setBuddy(box)
            self._states[language] = tag
            self.boxes[language] = box
            row, column = (1, place) if beside else (1 + 2 * place, 0)
            grid.addWidget(tag, row, column)
            grid.addWidget(box, row + 1, column)
            if beside:
                grid.setColumnStretch(place, 1)

    def set_label(self, message: str) -> None:
        """The catalogue text over the field; "" for none."""
        self._label = message
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        caption = self._words.tr(self._label)
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        for language, box in self.boxes.items():
            box.setAccessibleName(f"{caption}: {LANGUAGE_NAMES[language]}")
        self._show_states()

    def show_text(self, text: Text) -> None:
        """Show `text`, unless words typed here are still waiting to be saved."""
        if self._pause.isActive():
            return
        self._text = text
        self._showing = True
        for language, box in self.boxes.items():
            if _words_in(box) != text.get(language) and not self._same_while_typing(
                box, text, language
            ):
                _put(box, text.get(language))
        self._showing = False
        self._show_states()

    def text(self) -> Text:
        """The words as they stand in the boxes."""
        text = self._text
        for language, box in self.boxes.items():
            text = text.having(language, _words_in(box))
        return text

    def commit(self) -> None:
        """Save what was typed, now."""
        self._pause.stop()
        text = self.text()
        if text != self._text:
            self._text = text
            self._show_states()
            self.committed.emit(text)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.typing = new_id()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.commit()
        return False

    def _same_while_typing(
        self, box: QLineEdit | QPlainTextEdit, text: Text, language: Language
    ) -> bool:
        # A space just typed at the end is not in the saved words; taking it away would disturb.
        return box.hasFocus() and _words_in(box).strip() == text.get(language)

    def _box(self, language: Language, lines: int) -> QLineEdit | QPlainTextEdit:
        box: QLineEdit | QPlainTextEdit
        if lines == 1:
            box = QLineEdit()
            box.setMaxLength(LONGEST)
        else:
            box = QPlainTextEdit()
            box.setTabChangesFocus(True)
            box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + 22)
        box.setLocale(QLocale(language.tag.replace("-", "_")))
        box.textChanged.connect(self._on_typed)
        box.installEventFilter(self)
        return box

    def _on_typed(self) -> None:
        if not self._showing:
            self._pause.start()

    def _show_states(self) -> None:
        for language, tag in self._states.items():
            shown = LANGUAGE_NAMES[language]
            if self._text and self._text.lacks(language):
                shown += " · " + self._words.tr(N_("Translation needed"))
            tag.setText(shown)


def _words_in(box: QLineEdit | QPlainTextEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _put(box: QLineEdit | QPlainTextEdit, words: str) -> None:
    if isinstance(box, QLineEdit):
        box.setText(words)
    else:
        box.setPlainText(words)
