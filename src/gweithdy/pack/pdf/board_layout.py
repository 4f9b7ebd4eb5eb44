"""A whole board as one drawing: lanes side by side, each in as many columns as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from gweithdy.domain.board import CardKind
from gweithdy.domain.boxes import Box
from gweithdy.pack.board_file.contents import Column, Name, Said, Sheet
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, width
from gweithdy.pack.shapes import Disc, Label, Panel

WIDE = 220.0
"""Points that a card is wide."""
GAP, INSIDE, EDGE = 10.0, 9.0, 28.0
SHAPE = 1.6
"""How much wider than high the whole is to be."""

PAPER, CARD, LINE = "#F7F6F2", "#FFFFFF", "#DDD9CF"
INK, QUIET, ACCENT = "#1F2A30", "#55646D", "#0F5E5A"
KINDS = {
    CardKind.CULTURAL: "#8A4B9C",
    CardKind.STRUCTURAL: "#1F6FB2",
    CardKind.BEHAVIOURAL: "#B5541C",
}
SYMBOL = 8.0


@dataclass(frozen=True, slots=True)
class Corners:
    """A filled figure with these corners."""

    points: tuple[tuple[float, float], ...]
    fill: str


Piece = Panel | Disc | Label | Corners


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that belong together, and what they say; "" for those that say nothing alone."""

    said: str
    language: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """All groups on their sheet, in points from the upper left corner, downwards."""

    width: float
    height: float
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    colour: str
    strong: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A card or a heading before it has its place."""

    lines: tuple[_Line, ...]
    card: Said | None
    under: str = ""
    """The heading of its theme, which stands again where its cards go on in the next column."""

    @property
    def height(self) -> float:
        lines = sum(line.size * 1.3 for line in self.lines)
        return lines + (2 * INSIDE if self.card else 4.0)


def whole(boards: Sequence[Sheet]) -> Whole:
    """Boards below one another."""
    y, widest = EDGE, 0.0
    groups: list[Group] = []
    for board in boards:
        heading = _Part(tuple(_lines(board.title, 4 * WIDE, 22, INK, strong=True)), None)
        groups.append(_placed(heading, EDGE, y))
        y += heading.height + GAP
        parts = [list(_parts(column)) for column in board.columns]
        y, wide = _place(board.columns, parts, y, groups)
        widest = max(widest, wide)
        y += EDGE
    title = " / ".join(board.title for board in boards)
    return Whole(max(widest, 4 * WIDE) + EDGE, y, title, tuple(groups))


def _place(
    columns: Sequence[Column], parts: Sequence[list[_Part]], top: float, groups: list[Group]
) -> tuple[float, float]:
    """Put the lanes of a board below `top`: where they end downwards, and to the right."""
    heights = [sum(part.height + GAP for part in lane) for lane in parts]
    most = max(1, len(columns), ceil(sqrt(SHAPE * sum(heights) / (WIDE + GAP))))
    tall = max(sum(heights) / most, 1.0)
    x, bottom = EDGE, top
    for column, lane, height in zip(columns, parts, heights, strict=True):
        many = max(1, round(height / tall))
        heading = _Part(
            tuple(_lines(column.title, many * (WIDE + GAP) - GAP, 15, ACCENT, strong=True)), None
        )
        groups.append(_placed(heading, x, top))
        begin = y = top + heading.height + GAP
        full = begin + height / many
        for part in lane:
            # A column ends where the next part would stand more below its end than above.
            needed = part.height / 2 if part.card else part.height + WIDE / 4
            if many > 1 and y > begin and y + needed > full:
                x, y, many = x + WIDE + GAP, begin, many - 1
                if part.card and part.under:
                    again = _Part(tuple(_lines(part.under, WIDE, 10.5, QUIET)), None)
                    groups.append(_placed(again, x, y))
                    y += again.height + GAP
            groups.append(_placed(part, x, y))
            y += part.height + GAP
            bottom = max(bottom, y)
        x += WIDE + 3 * GAP
        bottom = max(bottom, begin)
    return bottom, x


def _parts(column: Column) -> Iterator[_Part]:
    shown: tuple[Name, ...] = ()
    under = ""
    for heap in column.heaps:
        if heap.themes != shown and heap.themes:
            under = " › ".join(theme.whole for theme in heap.themes)
            yield _Part(tuple(_lines(under, WIDE, 12.5, INK, strong=True)), None)
        shown = heap.themes
        under = under if heap.themes else ""
        for card in heap.cards:
            yield _Part(tuple(_lines_of(card)), card, under)


def _lines_of(card: Said) -> Iterator[_Line]:
    for line in card.words.split("\n"):
        yield from _lines(line, WIDE - 2 * INSIDE, 11.5, INK)
    aside = WIDE - 2 * INSIDE - len(card.kinds) * (SYMBOL + 4)
    if card.facts or card.kinds:
        yield from _lines(card.facts or " ", aside, 9, QUIET)


def _lines(
    text: str, wide: float, size: float, colour: str, *, strong: bool = False
) -> Iterator[_Line]:
    """`text` cut into lines that are at most so wide; a word that is wider is cut too."""
    font, line = SEMIBOLD if strong else REGULAR, ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, font, size) <= wide:
            line = longer
            continue
        if line:
            yield _Line(line, size, colour, strong)
        line = word
        while width(line, font, size) > wide and len(line) > 1:
            fits = next(
                n
                for n in range(len(line) - 1, 0, -1)
                if n == 1 or width(line[:n], font, size) <= wide
            )
            yield _Line(line[:fits], size, colour, strong)
            line = line[fits:]
    if line or not text.split():
        yield _Line(line or " ", size, colour, strong)


def _placed(part: _Part, x: float, y: float) -> Group:
    pieces: list[Piece] = []
    left = x
    if part.card:
        pieces.append(Panel(Box(x, y, WIDE, part.height), 5, CARD, LINE))
        y, left = y + INSIDE, x + INSIDE
    for line in part.lines:
        y += line.size * 1.3
        start = left
        if part.card and line.colour == QUIET and line is _first_quiet(part):
            pieces += _symbols(part.card.kinds, left, y - line.size * 0.3 - SYMBOL)
            start += len(part.card.kinds) * (SYMBOL + 4)
        at = (start, y - line.size * 0.3)
        pieces.append(Label(line.text, at, WIDE, line.size, line.colour, line.strong, turned=False))
    said = " ".join(line.text for line in part.lines)
    return Group(said, part.card.language if part.card else "", tuple(pieces))


def _first_quiet(part: _Part) -> _Line:
    return next(line for line in part.lines if line.colour == QUIET)


def _symbols(kinds: Sequence[CardKind], x: float, y: float) -> Iterator[Piece]:
    """The symbols of kinds, as on the screen: a disc, a square, a triangle, else a diamond."""
    for kind in kinds:
        half, fill = SYMBOL / 2, KINDS.get(kind, QUIET)
        if kind is CardKind.CULTURAL:
            yield Disc((x + half, y + half), half, fill)
        elif kind is CardKind.STRUCTURAL:
            yield Panel(Box(x, y, SYMBOL, SYMBOL), 0, fill, "")
        elif kind is CardKind.BEHAVIOURAL:
            yield Corners(((x, y + SYMBOL), (x + SYMBOL, y + SYMBOL), (x + half, y)), fill)
        else:
            points = ((x + half, y), (x + SYMBOL, y + half), (x + half, y + SYMBOL), (x, y + half))
            yield Corners(points, fill)
        x += SYMBOL + 4
