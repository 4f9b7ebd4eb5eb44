"""A field for words in Welsh and English, saved while they are typed."""

from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language, SaidIn, Text, Typed, tidy
from gweithdy.ui.access.language import speak
from gweithdy.ui.attempt import Visit, reaches_disk
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import bring_into_sight
from gweithdy.ui.spelling import Spelling
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.words_box import WordsBox

PAUSE = 300
"""Milliseconds without a key after which the words are saved."""

Box = QLineEdit | QPlainTextEdit


class BilingualField(QWidget):
    """Two boxes, Welsh and English, under one label; or side by side if `beside`.

    A name (`is_name`) that stands in one language alone lacks no translation.
    With `grows` all words are in sight, in `lines` or more. `spelled`: each language is looked up
    in its dictionary, where there are several lines.

    Each box writes its own language and nothing else. `committed` carries what was `Typed`,
    whenever typing rests and when the field is left, or that a person chose the language that the
    words were `SaidIn`. `visit` says when the person came, and what they had on screen. `field` is
    what the nouns call it.
    """

    committed = Signal(object)

    def __init__(
        self,
        context: Context,
        field: str,
        *,
        lines: int = 1,
        beside: bool = True,
        is_name: bool = False,
        grows: bool = False,
        spelled: bool = False,
    ) -> None:
        super().__init__()
        self.field = field
        self._is_name = is_name
        self._grows = grows
        self._context = context if spelled else None
        self._spelling: dict[Language, Spelling] = {}
        self._words = context.words
        self._desk = context.desk
        self._label = N_("Text")
        self._is_label_seen = True
        self._text = Text()
        self._of: Id = ""
        self._unsaved: dict[Id, dict[Language, tuple[str, int]]] = {}
        self._shown = dict.fromkeys(Language, "")
        self._seen = dict.fromkeys(Language, 0)
        self._showing = self._is_refused = False
        self.visit = Visit(new_id())
        self._caption = label("field")
        self._states: dict[Language, QLabel] = {}
        self.boxes: dict[Language, Box] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)
        context.desk.refused.connect(self._on_refused)
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
        self._lines, self._theme = lines, context.theme
        context.theme.changed.connect(self._show_heights)
        self._show_heights()

    def set_label(self, message: str, *, seen: bool = True) -> None:
        """What it is, a catalogue text: over the field, or said to who cannot see where it is."""
        self._label, self._is_label_seen = message, seen
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        caption = self._words.tr(self._label)
        self._caption.setText(caption)
        self._caption.setVisible(self._is_label_seen)
        for language, box in self.boxes.items():
            box.setAccessibleName(f"{caption}: {LANGUAGE_NAMES[language]}")
        self._show_states()

    def show_text(self, text: Text, of: Id) -> None:
        """Show `text`, that of the thing `of`; words half typed in one language stay in its box.

        What did not reach the disk waits for its own thing, and is tried again once that is shown.
        """
        self._text = text
        self._showing = True
        if of != self._of:
            self._put_by(of)
        for language, box in self.boxes.items():
            words = text.get(language)
            # Not the raw words: a space just typed at the end is not saved, and would be taken.
            if tidy(_words_in(box)) == self._shown[language]:
                if self._shown[language] != words:
                    _put(box, words)
                self._shown[language] = words
                self._seen[language] = self._desk.seen
        self._take_up()
        self._showing = False
        self._show_states()

    def _put_by(self, other: Id) -> None:
        """Keep what was not saved for the thing that is no longer shown, and turn to `other`."""
        self._pause.stop()
        for language, box in self.boxes.items():
            words = _words_in(box)
            if tidy(words) != self._shown[language]:
                kept = self._unsaved.setdefault(self._of, {})
                kept[language] = (words, self._seen[language])
                _put(box, self._shown[language])
        self._of = other
        # What is typed now is no more of the same step.
        self.visit = Visit(new_id())

    def _take_up(self) -> None:
        """Put back what was not saved when this thing was last shown."""
        for language, (words, seen) in self._unsaved.pop(self._of, {}).items():
            _put(self.boxes[language], words)
            self._seen[language] = seen
            self._pause.start()

    def unsaved(self) -> list[str]:
        """The words that were typed here and are not on disk, also those for other things."""
        waiting = [words for kept in self._unsaved.values() for words, _ in kept.values()]
        here = ((language, tidy(_words_in(box))) for language, box in self.boxes.items())
        return waiting + [words for language, words in here if words != self._shown[language]]

    @property
    def is_kept(self) -> bool:
        """Whether what is in the boxes is on disk."""
        return all(tidy(_words_in(box)) == self._shown[each] for each, box in self.boxes.items())

    @property
    def is_empty(self) -> bool:
        """Whether there are no words yet in either language."""
        return not self._text

    def go_to(self, language: str) -> None:
        """Put the caret at the end of the words in `language`, in sight."""
        box = self.boxes[Language(language)]
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(box)
        if isinstance(box, QLineEdit):
            box.end(False)
        else:
            box.moveCursor(QTextCursor.MoveOperation.End)

    def commit(self) -> None:
        """Save what was typed, now."""
        self._pause.stop()
        for language, box in self.boxes.items():
            words = tidy(_words_in(box))
            if words != self._shown[language]:
                self._is_refused = False
                self.visit = Visit(self.visit.typing, self._seen[language])
                typed = Typed(language, words)
                # What did not reach the disk stays in the box, and is tried again.
                if not reaches_disk(self._desk, partial(self.committed.emit, typed)):
                    continue
                if self._is_refused and words:
                    # So does what may not be so (too long): it is somebody's work.
                    continue
                self._shown[language] = words
                if self._is_refused:
                    # No words at all: back to what is.
                    self.show_text(self._text, self._of)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.visit = Visit(new_id())
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.commit()
        elif event.type() == QEvent.Type.Resize and self._grows:
            self._show_heights()
        return False

    def _box(self, language: Language, lines: int) -> Box:
        box: Box
        if lines == 1:
            # Of any length: what came longer than a card would be cut by being shown.
            box = QLineEdit()
        else:
            box = WordsBox()
            box.refused.connect(self._desk.refused)
            box.setFocusPolicy(CLICK_OR_TAB)
            box.setTabChangesFocus(True)
            if self._context:
                self._spelling[language] = Spelling(box, self._context, language)
            if self._grows:
                box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
                box.document().documentLayout().documentSizeChanged.connect(self._show_heights)
        speak(box, language)
        box.textChanged.connect(self._on_typed)
        box.installEventFilter(self)
        box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        box.customContextMenuRequested.connect(lambda at: self._open_menu(language, at))
        return box

    def _show_heights(self) -> None:
        """As many lines as are wanted, at the size of text of now."""
        line = ceil(QFontMetricsF(self._theme.font()).lineSpacing())
        around = 2 * self._theme.px(5) + 12
        boxes = [box for box in self.boxes.values() if isinstance(box, QPlainTextEdit)]
        lines = self._lines
        if self._grows:
            # Of such a document Qt tells the height in lines.
            lines = max([lines, *(ceil(box.document().size().height()) for box in boxes)])
        for box in boxes:
            box.setFixedHeight(line * lines + around)

    def _open_menu(self, language: Language, at: QPoint) -> None:
        box = self.boxes[language]
        menu = box.createStandardContextMenu()
        menu.addSeparator()
        original = menu.addAction(self._words.tr("It was said in this language"))
        original.setCheckable(True)
        original.setChecked(self._text.original == language)
        original.setEnabled(bool(self._text.get(language)))
        original.triggered.connect(lambda: self._choose_original(language))
        if language in self._spelling:
            self._spelling[language].fill(menu, at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(box.mapToGlobal(at))

    def _choose_original(self, language: Language) -> None:
        self.commit()
        if self._text.original != language:
            # A step of its own; what is typed after it belongs to the visit again.
            visit, self.visit = self.visit, Visit()
            self.committed.emit(SaidIn(language))
            self.visit = visit

    def _on_refused(self) -> None:
        self._is_refused = True

    def _on_typed(self) -> None:
        if not self._showing:
            self._pause.start()

    def _show_states(self) -> None:
        for language, tag in self._states.items():
            shown = LANGUAGE_NAMES[language]
            if self._text and self._text.lacks(language) and not self._is_name:
                shown += " · " + self._words.tr(N_("Translation needed"))
            tag.setText(shown)
            speak(tag, language if shown == LANGUAGE_NAMES[language] else None)


def _words_in(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _put(box: Box, words: str) -> None:
    """Other words, with the caret where it was: somebody may be about to type."""
    if isinstance(box, QLineEdit):
        at = box.cursorPosition()
        box.setText(words)
        if box.hasFocus():
            box.setCursorPosition(at)
        return
    at, scrolled = box.textCursor().position(), box.verticalScrollBar().value()
    box.setPlainText(words)
    if box.hasFocus():
        caret = box.textCursor()
        caret.setPosition(min(at, len(words)))
        box.setTextCursor(caret)
        box.verticalScrollBar().setValue(scrolled)
