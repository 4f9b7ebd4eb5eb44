"""The window for the room: large calm words, a page at a time, and nothing to press in it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.presented import Role, Shown, presented
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text
from gweithdy.domain.workshop import Taken, touches
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.present.paging import Page, Placed, Said, page_of, pages
from gweithdy.ui.present.screen import ABOVE, BELOW, SIDE, RoomScreen

OFTEN = 125
"""Milliseconds: when a whole room writes, one drawing does for many."""
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
CARD, THEME, LANE = 1 / 25, 1 / 28, 1 / 18
"""Of the height of the screen: how high letters are. Those of a card are read from the back."""


class PresentWindow(RoomScreen):
    """Shows a board, or one theme of it, as it changes.

    What is shown stays on the same page as long as its first line is there.
    """

    def __init__(self, context: Context, *, is_alone: bool) -> None:
        super().__init__(context, is_alone=is_alone)
        self._board = self._theme = ""
        self.pages: list[Page] = []
        self.number = 0
        self._soon = QTimer(self, singleShot=True, interval=OFTEN)
        self._soon.timeout.connect(self.refresh)
        context.desk.changed.connect(self._on_changed)

    def present(self, board: Id, theme: Id, start: Id = "") -> None:
        """Show a board from the line of `start` on, or one `theme` of it."""
        self._board, self._theme = board, theme
        self.number = 0
        self.refresh()
        if start:
            self.number = page_of(self.pages, [start], 0)
            self.describe()

    def step(self, by: int) -> None:
        """On by so many pages; at the ends it stays."""
        self._turn_to(self.number + by)

    def refresh(self) -> None:
        """Show what there is now; the page stays the one with the same lines."""
        held = [placed.said.id for placed in self._page() if placed.said.role is Role.CARD]
        held += [placed.said.id for placed in self._page()]
        self.pages = pages([self._said(each) for each in self._lines()], self._room(), self._high)
        self.number = page_of(self.pages, held, self.number)
        self.describe()

    def words(self) -> str:
        """All that is on this page, for those who do not see it."""
        return "\n".join(" – ".join(filter(None, each.said.columns)) for each in self._page())

    def do(self, id: str) -> bool:
        match id:
            case "present.next":
                self.step(1)
            case "present.previous":
                self.step(-1)
            case "present.first":
                self._turn_to(0)
            case "present.last":
                self._turn_to(len(self.pages) - 1)
            case _:
                return super().do(id)
        return True

    def paint(self, painter: QPainter) -> None:
        side, above = SIDE * self.height(), ABOVE * self.height()
        for placed in self._page():
            self._paint_line(painter, placed, side, above)

    def _paint_line(self, painter: QPainter, placed: Placed, side: float, above: float) -> None:
        theme, said = self._context.theme, placed.said
        roles = {Role.LANE: "accent", Role.THEME: "quiet", Role.CARD: "ink"}
        painter.setFont(self._letters(said.role))
        wide, gap = self.columns()
        for place, words in enumerate(said.columns):
            is_quiet = bool(said.quiet) and said.quiet[place]
            painter.setPen(theme.color("quiet" if is_quiet else roles[said.role]))
            left = side + place * (wide + gap) + self._inset(said.role)
            box = QRectF(left, above + placed.top, wide - self._inset(said.role), placed.height)
            painter.drawText(box, WRAPPED, words)
            if said.role is Role.CARD:
                painter.setPen(QPen(theme.color("accent"), max(2.0, self.height() / 300)))
                edge, top = int(side + place * (wide + gap)), int(above + placed.top)
                line = placed.height - self._under(said.role)
                painter.drawLine(edge, top, edge, int(top + line))

    def _page(self) -> Page:
        return self.pages[self.number] if 0 <= self.number < len(self.pages) else ()

    def _turn_to(self, number: int) -> None:
        wanted = max(0, min(number, len(self.pages) - 1))
        if wanted != self.number:
            self.number = wanted
            self.describe()
            if not self.black:
                announce(self, self.words())

    def told(self) -> str:
        many = {"number": self.number + 1, "count": max(1, len(self.pages))}
        return self._context.words.tr("{number} of {count}", **many)

    def foot(self) -> str:
        return f"{self._named((N_('Next page'), 'present.next'))}   {super().foot()}"

    def _lines(self) -> Sequence[Shown]:
        workshop = self._context.desk.workshop
        return presented(workshop, self._board, self._theme) if workshop else ()

    def _said(self, line: Shown) -> Said:
        """The words of a line; in one language alone those that are only in the other, marked."""
        if self.languages == "both":
            columns = tuple(_flat(line.text.get(language)) for language in Language)
            quiet = tuple(not words for words in columns)
            return Said(line.role, line.id, tuple(each or "–" for each in columns), quiet)
        return Said(line.role, line.id, (self._in_one(line.text),))

    def _in_one(self, text: Text) -> str:
        words, language = text.best(Language(self.languages))
        if not words:
            return self._context.words.tr("Untitled")
        is_own = language == self.languages
        return _flat(words) if is_own else f"{_flat(words)}  ({LANGUAGE_NAMES[language]})"

    def _room(self) -> float:
        return self.height() * (1 - ABOVE - BELOW)

    def _inset(self, role: Role) -> float:
        return self.height() * 0.022 if role is Role.CARD else 0.0

    def _under(self, role: Role) -> float:
        return self.height() * {Role.LANE: 0.03, Role.THEME: 0.018, Role.CARD: 0.026}[role]

    def _high(self, said: Said) -> float:
        metrics = QFontMetricsF(self._letters(said.role))
        wide = self.columns()[0] - self._inset(said.role)
        box = QRectF(0, 0, max(wide, 1), 1_000_000)
        tall = max(metrics.boundingRect(box, WRAPPED, words).height() for words in said.columns)
        return tall + self._under(said.role)

    def _letters(self, role: Role) -> QFont:
        sizes = {Role.LANE: LANE, Role.THEME: THEME, Role.CARD: CARD}
        font = self.font_of(sizes[role])
        font.setWeight(QFont.Weight.Normal if role is Role.CARD else QFont.Weight.DemiBold)
        return font

    def _on_changed(self, taken: Taken) -> None:
        if touches(taken, Board, Lane, Theme, Card, Session) and not self._soon.isActive():
            self._soon.start()


def _flat(words: str) -> str:
    return " ".join(words.split())
