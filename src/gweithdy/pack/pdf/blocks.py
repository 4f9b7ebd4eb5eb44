"""The blocks of a part as flowables, with headings kept at what follows them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from gweithdy.pack.document import (
    Block,
    CardBox,
    ContentsList,
    Entry,
    ListBlock,
    Paragraph,
    Part,
    QuoteBlock,
    SectionBlock,
    Table,
    Tone,
)
from gweithdy.pack.figures import BarChart, Figure
from gweithdy.pack.pdf.bars import BarFigure
from gweithdy.pack.pdf.cards import CardRow, card_rows
from gweithdy.pack.pdf.cover import cover_page
from gweithdy.pack.pdf.figure import FigureBox
from gweithdy.pack.pdf.lists import list_lines
from gweithdy.pack.pdf.power_map import MapFigure
from gweithdy.pack.pdf.styles import TEXT_HEIGHT, TEXT_WIDTH
from gweithdy.pack.pdf.table import Grid, grid
from gweithdy.pack.pdf.words import (
    ContentsLine,
    HeadingLine,
    Lead,
    heading_line,
    lead,
    paragraph,
    quote_line,
)

LEAST = 40.0
"""What must fit under a heading of whatever follows: about two lines."""
TABLE_LEAST = 90.0
SMALL_TABLE = TEXT_HEIGHT / 3
"""A table up to this height is not cut."""


def flowables(part: Part) -> list[Flowable]:
    """Everything of a part in order."""
    cover = [*cover_page(part.cover, part.title), PageBreak(f"{part.language}-page")]
    return _kept_together([*cover, *_contents(part.contents), *_blocks(part.sections, 0)])


def _contents(block: ContentsList) -> Iterator[Flowable]:
    yield paragraph((block.title,), "contents")
    yield from _entries(block.entries, 1)
    yield PageBreak()


def _entries(entries: Iterable[Entry], level: int) -> Iterator[Flowable]:
    for entry in entries:
        yield ContentsLine(entry, level)
        yield from _entries(entry.entries, level + 1)


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[Flowable]:
    """The blocks of a section whose heading has `level`."""
    for is_card, group in groupby(blocks, lambda block: isinstance(block, CardBox)):
        if is_card:
            yield from card_rows([block for block in group if isinstance(block, CardBox)])
        else:
            for block in group:
                yield from _flowables(block, level)


def _flowables(block: Block, level: int) -> Iterator[Flowable]:
    match block:
        case SectionBlock():
            yield heading_line(block, level + 1)
            yield from _blocks(block.blocks, level + 1)
        case Paragraph(tone=Tone.QUIET):
            yield lead(block.runs, "quiet")
        case Paragraph():
            yield paragraph(block.runs, "body")
        case ListBlock():
            yield from list_lines(block)
            yield Spacer(0, 6)
        case Table():
            yield from _table(block)
        case QuoteBlock():
            yield from _quote(block)
        case Figure():
            yield drawn(block)
        case _:
            raise TypeError(block)


def _quote(block: QuoteBlock) -> Iterator[Flowable]:
    lines = [quote_line(block.runs, "quote")]
    if block.translation:
        lines.append(quote_line(block.translation, "saidby"))
    if block.said_by:
        lines.append(quote_line(block.said_by, "saidby"))
    whole = sum(line.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] for line in lines)
    yield CondPageBreak(min(whole, TEXT_HEIGHT / 3))
    yield from lines
    yield Spacer(0, 16)


def _table(block: Table) -> Iterator[Flowable]:
    if block.caption:
        yield lead(block.caption, "caption")
    yield grid(block)


def drawn(figure: Figure) -> FigureBox:
    """The box in which a figure is drawn."""
    if isinstance(figure.drawing, BarChart):
        return BarFigure(figure, figure.drawing)
    return MapFigure(figure, figure.drawing)


def _kept_together(made: Sequence[Flowable]) -> list[Flowable]:
    """Before headings and leads, a page break if what follows would not fit under them."""
    kept: list[Flowable] = []
    least = 0.0
    for n in range(len(made) - 1, -1, -1):
        flowable = made[n]
        kept.append(flowable)
        if isinstance(flowable, HeadingLine | Lead):
            look = flowable.style
            least += flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] + look.spaceBefore + look.spaceAfter
        elif not isinstance(flowable, CondPageBreak):
            least = _least(flowable)
        starts = n == 0 or not isinstance(made[n - 1], HeadingLine | Lead)
        if starts and isinstance(flowable, HeadingLine | Lead | Grid):
            kept.append(CondPageBreak(min(least, TEXT_HEIGHT - 1)))
    kept.reverse()
    return kept


def _least(flowable: Flowable) -> float:
    if isinstance(flowable, CardRow | FigureBox):
        return float(flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1])
    if isinstance(flowable, Grid):
        tall = float(flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1])
        return tall if tall < SMALL_TABLE else TABLE_LEAST
    return LEAST
