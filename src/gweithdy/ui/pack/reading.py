"""The words of the pack's pages as one text, to be read, searched and copied by whoever likes."""

from bisect import bisect_right

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from gweithdy.pack.reading import Page, Source
from gweithdy.pack.runs import Run
from gweithdy.ui.access.language import speak
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.theme import BODY

LANGUAGE = QTextFormat.Property.UserProperty
"""Of letters: the language that they are in."""

SIZES = {1: 13, 2: 24, 3: 19, 4: 16}
"""Pixels at 100 % of headings by their level; the first one is the number of a page."""


class PagesInWords(QTextEdit):
    """Page after page, each under its number; `moved` when another one is read.

    Enter asks for the `Source` of the words at the caret; `came` when these are others.

    Headings are headings, and the place of the caret says the language of what stands there: no
    platform is told it of a part of a text. What was read stays in sight when pages are made anew.
    """

    moved = Signal()
    came = Signal()
    asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._theme = context.theme
        self._pages: tuple[Page, ...] = ()
        self._starts: list[int] = []
        self._sources: list[Source | None] = []
        self._looks: dict[int, tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._is_stale = False
        self.number = 0
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.cursorPositionChanged.connect(self._on_caret)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        context.theme.changed.connect(self._renew)

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Show these pages; out of sight nothing is laid out."""
        if pages != self._pages:
            self._pages = pages
            self._renew()

    def retranslate(self) -> None:
        """The numbers of the pages in the language of now."""
        self.setAccessibleName(self._words.tr("Words of the pages"))
        self._renew()

    def go_to(self, number: int) -> None:
        """To the first words of a page, at the top."""
        cursor, bar = self.textCursor(), self.verticalScrollBar()
        cursor.setPosition(self._place_of(number))
        # From beneath, Qt scrolls just as far as it must: the page begins at the top.
        bar.setValue(bar.maximum())
        self.setTextCursor(cursor)
        self._tell(number)

    def source(self) -> Source | None:
        """Where the words at the caret come from; None for our own."""
        place = self.textCursor().blockNumber()
        return self._sources[place] if place < len(self._sources) else None

    def ask(self) -> None:
        """Ask to go there; where there is nothing to go to, say so."""
        if source := self.source():
            self.asked.emit(source)
        else:
            announce(self, self._words.tr("These words are the pack's own: they have no source."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "pack.source"):
            self.ask()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def _renew(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """Everything anew, with the caret and the sight where they were in their page."""
        self._is_stale = False
        number = min(self.number, len(self._pages))
        into = self.textCursor().position() - self._place_of(number)
        scrolled = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        self._starts, self._looks, self._sources = [], {}, []
        writing = QTextCursor(self.document())
        writing.beginEditBlock()
        for place, page in enumerate(self._pages, 1):
            self._starts.append(writing.blockNumber() + (0 if place == 1 else 1))
            said = self._words.tr("Page {number} of {count}", number=place, count=len(self._pages))
            self._write(writing, (Run(said, self._words.language),), 1)
            for line in page:
                self._write(writing, line.runs, line.level + 1 if line.level else 0)
            self._sources += [None, *(line.source for line in page)]
        writing.endEditBlock()
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._place_of(number) + max(0, into), last))
        self.setTextCursor(cursor)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(scrolled)
        self._on_caret()

    def _write(self, writing: QTextCursor, runs: tuple[Run, ...], level: int) -> None:
        if level not in self._looks:
            self._looks[level] = self._look(level)
        block, letters = self._looks[level]
        if self._starts == [0] and writing.atStart():
            writing.setBlockFormat(block)
        else:
            writing.insertBlock(block)
        for run in runs:
            letters.setProperty(LANGUAGE, str(run.language))
            # A line break that somebody typed begins no paragraph.
            writing.insertText(run.text.replace("\n", "\u2028"), letters)

    def _look(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        px, block, letters = self._theme.px, QTextBlockFormat(), QTextCharFormat()
        weight = QFont.Weight.DemiBold if level > 1 else QFont.Weight.Normal
        letters.setFont(self._theme.font(SIZES.get(level, BODY), weight))
        letters.setForeground(self._theme.color("quiet" if level == 1 else "ink"))
        block.setHeadingLevel(level)
        block.setTopMargin(px(24 if level == 1 else 14 if level else 0))
        block.setBottomMargin(px(6))
        block.setLeftMargin(px(8))
        block.setRightMargin(px(8))
        return block, letters

    def _page_at(self, cursor: QTextCursor) -> int:
        return bisect_right(self._starts, cursor.blockNumber())

    def _place_of(self, number: int) -> int:
        """Where the letters of a page begin."""
        if not 0 < number <= len(self._starts):
            return 0
        return self.document().findBlockByNumber(self._starts[number - 1]).position()

    def _on_caret(self) -> None:
        caret = self.textCursor()
        if not caret.atBlockEnd():
            # The letter that is read is the one after the caret.
            caret.setPosition(caret.position() + 1)
        speak(self, caret.charFormat().property(LANGUAGE))
        self.came.emit()
        self._tell(self._page_at(self.textCursor()))

    def _on_scrolled(self) -> None:
        if not self.hasFocus():
            self._tell(self._page_at(self.cursorForPosition(QPoint(8, self._theme.px(24)))))

    def _tell(self, number: int) -> None:
        if number != self.number:
            self.number = number
            self.moved.emit()
