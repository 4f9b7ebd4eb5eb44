"""How a text was translated before: each earlier original beside it, and a button that takes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.language.memory import Match
from gweithdy.language.words import Words
from gweithdy.ui.access.language import speak
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.tips import tip, tip_with_keys

MOST = 3
"""Suggestions at a time."""

LONGEST = 300
"""Letters of each that are in sight."""

ALMOST = 0.9
"""Words from which on nearly all is the same."""

_SAME = N_("The same words were translated before")
_NEAR = {
    True: N_("Almost the same words were translated before"),
    False: N_("Similar words were translated before"),
}


class Suggestions(QWidget):
    """`taken` carries the words of the suggestion that a person takes."""

    taken = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._into = Language.CY
        self._matches: list[Match] = []
        self._rows = [_Row() for _ in range(MOST)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        for place, row in enumerate(self._rows):
            row.take.clicked.connect(lambda _=False, place=place: self.take(place))
        self._put(Language.CY)
        self.hide()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._show()

    @property
    def n(self) -> int:
        """How many there are."""
        return len(self._matches)

    def show_matches(self, matches: Sequence[Match], into: Language) -> None:
        """Show these, into which language they are."""
        self._matches = list(matches[:MOST])
        if into is not self._into:
            self._put(into)
        self._show()

    def show_now(self, words: str) -> None:
        """What stands there by now cannot be taken again."""
        for row, match in zip(self._rows, self._matches, strict=False):
            row.show_taken(match, self._words, is_taken=match.words == words)

    def take(self, place: int) -> None:
        """Take the suggestion at `place`, if there is one."""
        if place < len(self._matches) and self._rows[place].take.isEnabled():
            self.taken.emit(self._matches[place].words)

    def _put(self, into: Language) -> None:
        """Under each language its words."""
        self._into = into
        column = list(Language).index(into)
        for place, row in enumerate(self._rows):
            self._grid.addWidget(row.source, place, 1 - column)
            self._grid.addWidget(row.target, place, column)

    def _show(self) -> None:
        for place, row in enumerate(self._rows):
            match = self._matches[place] if place < len(self._matches) else None
            if match:
                row.show_match(match, self._into, self._words, is_first=place == 0)
            row.source.setVisible(match is not None)
            row.target.setVisible(match is not None)
        self.setVisible(bool(self._matches))


class _Row:
    """One suggestion: the halves of its row."""

    def __init__(self) -> None:
        self.near, self.original, self.words = (
            label("quiet", wrap=True), label("body", wrap=True), label("body", wrap=True)
        )  # fmt: skip
        self.take = button("link")
        self.source, self.target = QWidget(), QWidget()
        column = QVBoxLayout(self.source)
        column.setSpacing(0)
        column.addWidget(self.near)
        column.addWidget(self.original)
        column.addStretch()
        row = QHBoxLayout(self.target)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)

    def show_match(self, match: Match, into: Language, words: Words, *, is_first: bool) -> None:
        is_same = match.score == 1.0
        near = words.tr(_SAME if is_same else _NEAR[match.score >= ALMOST])
        self.near.setText(near)
        self.original.setVisible(not is_same)
        _put(self.original, match.original, into.other)
        _put(self.words, match.words, into)
        keys = ("translation.take",) if is_first else ()
        tip_with_keys(self.take, words, words.tr("Take it"), *keys)
        earlier = "" if is_same else f". {LANGUAGE_NAMES[into.other]}: {_short(match.original)}"
        self.take.setAccessibleDescription(f"{near}{earlier}")
        self.show_taken(match, words, is_taken=False)

    def show_taken(self, match: Match, words: Words, *, is_taken: bool) -> None:
        said = words.tr("Taken") if is_taken else words.tr("Take it")
        self.take.setText(said)
        self.take.setEnabled(not is_taken)
        # By ear a button stands alone.
        alone = words.tr("Take it: {words}", words=_short(match.words))
        self.take.setAccessibleName(said if is_taken else alone)


def _put(made: QLabel, words: str, language: Language) -> None:
    shown = _short(words)
    made.setText(shown)
    made.setToolTip(tip(words) if shown != words else "")
    speak(made, language)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
