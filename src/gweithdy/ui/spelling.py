"""Spelling on the screen: a line under words that the dictionary has not got, and better ones."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.language.mutations import fold, words_in
from gweithdy.language.spelling import Misspelt, misspelt, suggestions
from gweithdy.ui.context import Context

MOST_LINES = 300
"""Lines of a box that are looked at; of more nobody reads each before it is kept."""


class Spelling(QSyntaxHighlighter):
    """Marks the words of a box that its language has not got, but never the one being typed.

    `speak` says which language that is. Words that a person adds are right in every session, and
    the names of those who take part, or have a stake, in this one. `begins` tells where the words
    of a paragraph begin.
    """

    def __init__(self, box: QPlainTextEdit, context: Context, language: Language) -> None:
        super().__init__(box.document())
        self._box = box
        self._context = context
        self._language = language
        self._known: tuple[object, frozenset[str]] = (None, frozenset())
        self._wrong: dict[int, list[Misspelt]] = {}
        self._lines = 0
        self.begins: Callable[[str], int] = lambda _: 0
        context.settings.changed.connect(self._on_setting)

    def speak(self, language: Language) -> None:
        """Look in the dictionary of `language` from now on."""
        if language is not self._language:
            self._language = language
            self.rehighlight()

    def look_again(self) -> None:
        """Look at everything once more: somebody has stopped typing, or added a word."""
        self.rehighlight()

    def wrong(self) -> list[str]:
        """The words that are marked."""
        return [each.word for found in self._wrong.values() for each in found]

    def fill(self, menu: QMenu, at: QPoint, *, by_key: bool = False) -> None:
        """Put what may have been meant by the word at a place of the box first into its menu.

        `by_key`: by the word at the caret, or else the last one that is marked before it.
        """
        found = self._wrong_at(self._box.cursorForPosition(at))
        if found is None and by_key:
            found = self._wrong_before(self._box.textCursor())
        if found is None:
            return
        cursor, word = found
        first = menu.actions()[0] if menu.actions() else QAction(menu)
        actions = [
            _action(menu, each, partial(cursor.insertText, each))
            for each in suggestions(word, self._language)
        ]
        add = self._context.words.tr(N_("Add to my words: {word}"), word=word)
        actions.append(_action(menu, add, lambda: self._add(word)))
        separator = QAction(menu)
        separator.setSeparator(True)
        menu.insertActions(first, [*actions, separator])

    def highlightBlock(self, text: str) -> None:
        caret = self._box.textCursor()
        block = self.currentBlock()
        self._forget_lines(self.document().blockCount())
        if block.blockNumber() >= MOST_LINES:
            return
        here = caret.positionInBlock() if caret.blockNumber() == block.blockNumber() else -1
        typing = here if self._box.hasFocus() else -1
        found = [
            each
            for each in misspelt(text, self._language, self._right())
            if each.end != typing and each.start >= self.begins(text)
        ]
        self._wrong[block.blockNumber()] = found
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        mark.setUnderlineColor(self._context.theme.color("over"))
        for each in found:
            self.setFormat(each.start, each.end - each.start, mark)

    def _forget_lines(self, count: int) -> None:
        """Keep no words of lines that are gone. With every line that is pasted it is asked."""
        if count < self._lines:
            self._wrong = {at: found for at, found in self._wrong.items() if at < count}
        self._lines = count

    def _wrong_at(self, cursor: QTextCursor) -> tuple[QTextCursor, str] | None:
        at, block = cursor.positionInBlock(), cursor.block()
        for each in self._wrong.get(block.blockNumber(), ()):
            if each.start <= at <= each.end:
                cursor.setPosition(block.position() + each.start)
                end = block.position() + each.end
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                return cursor, each.word
        return None

    def _wrong_before(self, cursor: QTextCursor) -> tuple[QTextCursor, str] | None:
        here = self._wrong.get(cursor.blockNumber(), [])
        before = [each for each in here if each.end <= cursor.positionInBlock()]
        if not before:
            return None
        cursor.setPosition(cursor.block().position() + before[-1].start)
        return self._wrong_at(cursor)

    def _add(self, word: str) -> None:
        key = f"words_{self._language}"
        own = {*str(self._context.settings.get(key)).split(), word.replace("’", "'")}
        self._context.settings.put(key, " ".join(sorted(own)))

    def _on_setting(self, key: str) -> None:
        if key == f"words_{self._language}":
            self.look_again()

    def _right(self) -> frozenset[str]:
        """What this person added, and the names of this session; found once until they change."""
        workshop = self._context.desk.workshop
        own = str(self._context.settings.get(f"words_{self._language}"))
        known_by = (own, workshop and (workshop.id, workshop.position))
        if self._known[0] != known_by:
            names = names_in(workshop) if workshop else frozenset()
            self._known = (known_by, names.union(map(fold, own.split())))
        return self._known[1]


def names_in(workshop: Workshop) -> frozenset[str]:
    """Every word of the names of people and stakeholders, folded."""
    names = [person.name for person in workshop.of(Participant)]
    names += [s.name.get(language) for s in workshop.of(Stakeholder) for language in Language]
    return frozenset(word for name in names for word in words_in(name))


def _action(parent: QObject, text: str, do: Callable[[], object]) -> QAction:
    # An ampersand in words is no key of a menu.
    made = QAction(text.replace("&", "&&"), parent)
    made.triggered.connect(lambda _=False: do())
    return made
