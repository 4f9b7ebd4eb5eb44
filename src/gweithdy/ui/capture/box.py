"""The box of the capture bar, with the keys that work while typing in it.

What is pasted has a paragraph for each line, and each becomes a card; a line that was begun with
the key for it stays in its card. Qt knows both: paragraphs, and line separators inside of them.
"""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy

from gweithdy.domain.board import CardKind
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key, pressed, types_nothing, writes
from gweithdy.ui.spelling import Spelling
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.words_box import WordsBox

KINDS = {f"capture.{kind}": kind for kind in CardKind}
"""The commands that choose a kind."""

LINES = 4
"""Of the words that are typed, how many are in sight."""

LOW = 600
"""Pixels of a window at 100 % below which half as many have to do."""

BREAK, PARAGRAPH = "\u2028", "\u2029"


class CaptureBox(WordsBox):
    """`asked` carries the command of a key that was pressed, and which of its keys it was.

    `left` when the person wants to go back; `went` when the keyboard has gone
    elsewhere, `came` when it is here.
    `pictured` carries a picture that was pasted.
    `completes`: whether there is a code to be completed before the caret.
    """

    asked = Signal(str, int)
    left = Signal()
    went = Signal()
    came = Signal()
    pictured = Signal(object)

    has_chords = True
    completes = False
    _prompt = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self.spelling = Spelling(self, context, context.words.language)
        self.setProperty("role", "line")
        self.setTabChangesFocus(True)
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        context.theme.changed.connect(self._fit)
        self.refused.connect(context.desk.refused)

    def call(self, name: str, prompt: str) -> None:
        """What the box is, and what to do in it, in the language of now."""
        self.setAccessibleName(name)
        self._prompt = prompt
        self._fit()

    def text(self) -> str:
        """What is typed: paragraphs end with a line break, lines inside one with a separator."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def setText(self, text: str) -> None:
        """Put `text` there; there is nothing to undo in the box then."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def before_caret(self) -> str:
        """What is typed before the caret; "" where something is selected."""
        caret = self.textCursor()
        return "" if caret.hasSelection() else self.text()[: caret.position()]

    def put_before_caret(self, text: str) -> None:
        """`text` in the place of what is before the caret, as a step that can be undone."""
        caret = self.textCursor()
        caret.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        caret.insertText(text)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            # Otherwise a menu or a shortcut of the window may take the key first.
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            # Qt goes to the next field before it asks for the key.
            if event.type() == QEvent.Type.KeyPress and is_key(event, "capture.complete"):
                if self.completes:
                    self.asked.emit("capture.complete", 0)
                    return True
                return super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "capture")
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif id == "capture.line":
            self.insertPlainText(BREAK)
        elif id:
            self.asked.emit(id, place)
        elif is_key(event, "window.leave"):
            self.left.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.spelling.fill(menu, event.pos(), by_key=by_key)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        # What sheets and documents copy is words first; a picture of them comes along.
        if source.hasImage() and not source.hasText():
            self.pictured.emit(QImage(source.imageData()))
        else:
            super().insertFromMimeData(source)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.went.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _is_ours(self, event: QKeyEvent) -> bool:
        if writes(event):
            return False
        id = pressed(event, "capture")[0]
        known = (bool(id) and id != "capture.complete") or is_key(event, "window.leave")
        return known or types_nothing(event)

    def _fit(self) -> None:
        """As high as its words, and its prompt only where all of it can be seen."""
        metrics = QFontMetricsF(self.font())
        # Of such a document Qt tells the height in lines.
        wanted = max(1, round(self.document().size().height()))
        is_low = self.window().height() < self._theme.px(LOW)
        lines = min(LINES // 2 if is_low else LINES, wanted)
        # With one line as high as a box of Qt's for one.
        line, around = ceil(metrics.lineSpacing()), 2 * self._theme.px(5) + 2
        self.setFixedHeight(max(line * lines, self._theme.px(20)) + around)
        is_all = lines == wanted
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if is_all else bar.ScrollBarAsNeeded)
        fits = metrics.horizontalAdvance(self._prompt) <= self.viewport().width()
        self.setPlaceholderText(self._prompt if fits else self.accessibleName())
        self.setToolTip("" if fits else self._prompt)
