"""Paging: lines of a board on pages of a size, with their headings on each page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gweithdy.domain.ids import Id
from gweithdy.domain.presented import Role

LEAST_PIECE = 8
"""Characters: a text is never cut into less."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one line says, in as many columns as there are languages on the screen.

    `quiet` columns have no words of their own language; `role` and `id` as in `Shown`.
    """

    role: Role
    id: Id
    columns: tuple[str, ...]
    quiet: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its upper edge and its height, in pixels from the top of the page."""

    said: Said
    top: float
    height: float


Page = tuple[Placed, ...]
Measure = Callable[[Said], float]
"""How high a line is with the space under it."""


def pages(lines: Sequence[Said], room: float, measure: Measure) -> list[Page]:
    """All lines on pages `room` pixels high; each question begins one, and no heading ends one."""
    writer = _Pages(room, measure)
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        match line.role:
            case Role.LANE:
                writer.begin(line)
            case Role.THEME:
                writer.head(line, after)
            case Role.CARD:
                writer.add(line)
    writer.turn()
    return writer.made


class _Pages:
    """Pages as they fill; `heads` are the headings of what comes next."""

    def __init__(self, room: float, measure: Measure) -> None:
        self.made: list[Page] = []
        self._room, self._measure = room, measure
        self._heads: list[Said] = []
        self._page: list[Placed] = []
        self._top = 0.0

    def begin(self, lane: Said) -> None:
        """A question, on a page of its own."""
        self.turn()
        self._heads = [lane]
        self._put(lane)

    def head(self, theme: Said, after: Said | None) -> None:
        """A heading, on the page of what follows it."""
        self._heads = [*self._heads[:1], theme]
        follows = self._measure(after) if after and after.role is Role.CARD else 0.0
        least = self._room - sum(map(self._measure, self._heads))
        follows = min(follows, max(least, self._room / 3))
        if self._top + self._measure(theme) + follows > self._room:
            self._go_on()
        else:
            self._put(theme)

    def add(self, card: Said) -> None:
        """A card, in several parts where a page has not room for it."""
        least = sum(map(self._measure, self._heads))
        for piece in _pieces(card, max(self._room - least, self._room / 3), self._measure):
            is_begun = len(self._page) > len(self._heads)
            if is_begun and self._top + self._measure(piece) > self._room:
                self._go_on()
            self._put(piece)

    def turn(self) -> None:
        """What comes next stands on another page."""
        if self._page:
            self.made.append(tuple(self._page))
        self._page, self._top = [], 0.0

    def _go_on(self) -> None:
        self.turn()
        for head in self._heads:
            self._put(head)

    def _put(self, said: Said) -> None:
        height = self._measure(said)
        self._page.append(Placed(said, self._top, height))
        self._top += height


def _pieces(line: Said, room: float, measure: Measure) -> Iterator[Said]:
    """The line, or parts of it that have room on a page."""
    rest = line
    while measure(rest) > room and max(map(len, rest.columns)) > LEAST_PIECE:
        share = room / measure(rest)
        first, rest = _cut(rest, share * 0.9)
        while measure(first) > room and max(map(len, first.columns)) > LEAST_PIECE:
            more, first = first, _cut(first, 0.7)[0]
            rest = _joined(_cut(more, 0.7)[1], rest)
        yield first
    yield rest


def _cut(line: Said, share: float) -> tuple[Said, Said]:
    """Each column after about such a share of it, between two words where there is a space."""
    firsts, rests = [], []
    for words in line.columns:
        at = max(int(len(words) * share), min(LEAST_PIECE, len(words)))
        space = words.rfind(" ", at // 2, at) if at < len(words) else -1
        at = space if space > 0 else at
        firsts.append(words[:at].rstrip())
        rests.append(words[at:].lstrip())
    return replace(line, columns=tuple(firsts)), replace(line, columns=tuple(rests))


def _joined(line: Said, after: Said) -> Said:
    both = zip(line.columns, after.columns, strict=True)
    return replace(line, columns=tuple(" ".join(filter(None, each)) for each in both))


def page_of(made: Iterable[Page], ids: Sequence[Id], otherwise: int) -> int:
    """The first page with the first of `ids` that is still there; else the nearest to before."""
    every = list(made)
    for id in ids:
        for number, page in enumerate(every):
            if any(placed.said.id == id for placed in page):
                return number
    return max(0, min(otherwise, len(every) - 1))
