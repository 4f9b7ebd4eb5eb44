"""How high cards are, known before they are drawn: thousands lie on a board, some are in sight."""

import re

from PySide6.QtGui import QFontMetricsF

from gweithdy.domain.arrange import host_of
from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.ui.board.face import Face, last_line, prepared
from gweithdy.ui.board.notes import notes_line, notes_of
from gweithdy.ui.board.votes import VotesOf

PLAIN = re.compile(r"(?:[A-Za-z0-9À-ÖØ-öø-ɏḀ-ỿ ,.;:'’]++|[?!](?= |$))++")
"""What Qt breaks into lines between words alone. For the rest it is asked, which takes longer."""

UNSURE = 2.0
"""Pixels from the edge within which Qt is asked too: it moves some pairs of letters together."""


class Heights:
    """The heights of cards in one face; that of a card is found once, until it changes."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._known: dict[Id, tuple[Card, float]] = {}
        self._width_of = QFontMetricsF(face.font).horizontalAdvance
        self._widths: dict[str, float] = {" ": self._width_of(" ")}
        self._lines: dict[int, float] = {}
        self._notes: dict[tuple[object, ...], tuple[float, float]] = {}

    def beside(self, face: Face) -> "Heights":
        """Those of the same letters on cards of another width."""
        made = Heights(face)
        made._widths, made._lines = self._widths, self._lines
        return made

    def of(self, card: Card, votes_of: VotesOf) -> float:
        """The height of `card` on the board."""
        known = self._known.get(card.id)
        if known and known[0] is card:
            return known[1]
        height = self._measured(card, votes_of(card.id))
        self._known[card.id] = (card, height)
        return height

    def put(self, card: Card, height: float) -> None:
        """Take the height that `card` has as drawn."""
        self._known[card.id] = (card, height)

    def forget(self, id: Id) -> None:
        """Measure a card anew: it has more votes, or fewer."""
        self._known.pop(id, None)

    def _measured(self, card: Card, votes: int) -> float:
        face = self._face
        words, language = card.text.best(face.words.language)
        marks = (len(card.also_in), len(card.made_of), bool(host_of(card.id)))
        noted = (card.kinds, votes, card.source, language, card.text.missing, *marks)
        if noted not in self._notes:
            notes = notes_line(card, notes_of(card, votes, language, face.words))
            text = prepared(notes, face.small, face.inner)
            long = QFontMetricsF(face.small).horizontalAdvance(notes)
            self._notes[noted] = (text.size().height() if notes else 0.0, face.room_beside(long))
        below, room = self._notes[noted]
        lines, last = self._line_count(words) if PLAIN.fullmatch(words) else (0, 0.0)
        if below and room > 0:
            if not lines or abs(last - room) < UNSURE:
                last = last_line(words, face.font, face.inner)
            below = 0.0 if last <= room else below
        return face.height(self._height(words, lines), below)

    def _height(self, words: str, lines: int) -> float:
        if not lines:
            return prepared(words, self._face.font, self._face.inner).size().height()
        if lines not in self._lines:
            text = prepared("\n".join("x" * lines), self._face.font, self._face.inner)
            self._lines[lines] = text.size().height()
        return self._lines[lines]

    def _line_count(self, words: str) -> tuple[int, float]:
        """How many lines `words` take, and how long the last one is; 0 if only Qt can tell."""
        room, widths = self._face.inner, self._widths
        lines, at, end, space = 1, 0.0, 0.0, widths[" "]
        for word in words.split(" "):
            width = widths.get(word)
            if width is None:
                width = widths[word] = self._width_of(word)
            end = at + width
            if width > room - UNSURE or abs(end - room) < UNSURE:
                return 0, 0.0
            if end > room:
                lines, end = lines + 1, width
            at = end + space
        return lines, end
