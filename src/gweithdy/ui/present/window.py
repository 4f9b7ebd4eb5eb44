"""The window for the room: large calm words, a page at a time, and nothing to press in it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.presented import Role, Shown, presented
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text
from gweithdy.domain.workshop import Taken, touches
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key, pressed, shown
from gweithdy.ui.present.paging import Page, Placed, Said, page_of, pages

OFTEN = 125
"""Milliseconds: when a whole room writes, one drawing does for many."""
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
CARD, THEME, LANE, FOOT = 1 / 25, 1 / 28, 1 / 18, 1 / 55
"""Of the height of the screen: how high letters are. Those of a card are read from the back."""
SIZES = (0.7, 0.85, 1.0, 1.2, 1.45, 1.75)
SIDE, ABOVE, BELOW = 0.045, 0.05, 0.075
"""Margins, of the height."""
LANGUAGES = ("both", "cy", "en")


class PresentWindow(QWidget):
    """Shows a board, or one theme of it, as it changes. `left` when it has closed.

    What is shown stays on the same page as long as its first line is there.
    """

    left = Signal()

    def __init__(self, context: Context, *, is_alone: bool) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._context = context
        self._is_alone = is_alone
        self._board = self._theme = ""
        self._session: Id = ""
        self._size = SIZES.index(1.0)
        self.languages = str(context.words.language)
        self.pages: list[Page] = []
        self.number = 0
        self._soon = QTimer(self, singleShot=True, interval=OFTEN)
        self._soon.timeout.connect(self.refresh)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_alone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        context.desk.changed.connect(self._on_changed)
        context.desk.opened.connect(self._on_opened)
        context.theme.changed.connect(self.refresh)

    def present(self, board: Id, theme: Id, start: Id = "") -> None:
        """Show a board from the line of `start` on, or one `theme` of it."""
        workshop = self._context.desk.workshop
        self._session = workshop.id if workshop else ""
        self._board, self._theme = board, theme
        self.number = 0
        self.refresh()
        if start:
            self.number = page_of(self.pages, [start], 0)
            self._show_page()

    def step(self, by: int) -> None:
        """On by so many pages; at the ends it stays."""
        self._turn_to(self.number + by)

    def refresh(self) -> None:
        """Show what there is now; the page stays the one with the same lines."""
        held = [placed.said.id for placed in self._page() if placed.said.role is Role.CARD]
        held += [placed.said.id for placed in self._page()]
        self.pages = pages([self._said(each) for each in self._lines()], self._room(), self._high)
        self.number = page_of(self.pages, held, self.number)
        self._show_page()

    def words(self) -> str:
        """All that is on this page, for those who do not see it."""
        return "\n".join(" – ".join(filter(None, each.said.columns)) for each in self._page())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        short = bool(self._context.settings.get("short_keys"))
        id = pressed(event, "present", short=short)[0]
        match id:
            case "present.next":
                self.step(1)
            case "present.previous":
                self.step(-1)
            case "present.first":
                self._turn_to(0)
            case "present.last":
                self._turn_to(len(self.pages) - 1)
            case "present.larger" | "present.smaller":
                self._grow(1 if id == "present.larger" else -1)
            case "present.languages":
                place = (LANGUAGES.index(self.languages) + 1) % len(LANGUAGES)
                self.languages = LANGUAGES[place]
                self.refresh()
            case _ if is_key(event, "window.leave") or is_key(event, "board.present"):
                self.close()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._context.theme
        painter.fillRect(self.rect(), theme.color("paper"))
        side, above = SIDE * self.height(), ABOVE * self.height()
        for placed in self._page():
            self._paint_line(painter, placed, side, above)
        painter.setFont(self._font(FOOT, grows=False))
        painter.setPen(theme.color("quiet"))
        foot = QRectF(side, self.height() * (1 - BELOW * 0.7), self.width() - 2 * side, side)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | middle), self._count())
        if self._is_alone:
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | middle), self._keys())

    def _paint_line(self, painter: QPainter, placed: Placed, side: float, above: float) -> None:
        theme, said = self._context.theme, placed.said
        roles = {Role.LANE: "accent", Role.THEME: "quiet", Role.CARD: "ink"}
        painter.setFont(self._font_of(said.role))
        wide, gap = self._column()
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
            self._show_page()
            announce(self, self.words())

    def _show_page(self) -> None:
        tr = self._context.words.tr
        self.setWindowTitle(tr("Screen for the room"))
        self.setAccessibleName(f"{self.windowTitle()}: {self._count()}")
        self.setAccessibleDescription(self.words())
        self.update()

    def _count(self) -> str:
        many = {"number": self.number + 1, "count": max(1, len(self.pages))}
        return self._context.words.tr("{number} of {count}", **many)

    def _keys(self) -> str:
        words = self._context.words
        told = (
            (N_("Next page"), "present.next"),
            (N_("Languages"), "present.languages"),
            (N_("Close"), "window.leave"),
        )
        return "   ".join(f"{words.tr(text)}: {shown(words, id)}" for text, id in told)

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

    def _column(self) -> tuple[float, float]:
        """How wide a column is, and the space between two."""
        whole = self.width() - 2 * SIDE * self.height()
        gap = SIDE * self.height()
        return ((whole - gap) / 2, gap) if self.languages == "both" else (whole, 0.0)

    def _inset(self, role: Role) -> float:
        return self.height() * 0.022 if role is Role.CARD else 0.0

    def _under(self, role: Role) -> float:
        return self.height() * {Role.LANE: 0.03, Role.THEME: 0.018, Role.CARD: 0.026}[role]

    def _high(self, said: Said) -> float:
        metrics = QFontMetricsF(self._font_of(said.role))
        wide = self._column()[0] - self._inset(said.role)
        box = QRectF(0, 0, max(wide, 1), 1_000_000)
        tall = max(metrics.boundingRect(box, WRAPPED, words).height() for words in said.columns)
        return tall + self._under(said.role)

    def _font_of(self, role: Role) -> QFont:
        sizes = {Role.LANE: LANE, Role.THEME: THEME, Role.CARD: CARD}
        font = self._font(sizes[role])
        font.setWeight(QFont.Weight.Normal if role is Role.CARD else QFont.Weight.DemiBold)
        return font

    def _font(self, share: float, *, grows: bool = True) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, int(self.height() * share * (SIZES[self._size] if grows else 1))))
        return font

    def _grow(self, by: int) -> None:
        self._size = max(0, min(self._size + by, len(SIZES) - 1))
        self.refresh()

    def _on_changed(self, taken: Taken) -> None:
        if touches(taken, Board, Lane, Theme, Card, Session) and not self._soon.isActive():
            self._soon.start()

    def _on_opened(self) -> None:
        workshop = self._context.desk.workshop
        if workshop is None or workshop.id != self._session:
            self.close()


def _flat(words: str) -> str:
    return " ".join(words.split())
