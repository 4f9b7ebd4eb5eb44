"""The blocks of a part as flowables, with headings kept at what follows them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer
from reportlab.platypus import Table as Grid

from gweithdy.pack.document import (
    BarChart,
    Block,
    CardBox,
    ContentsList,
    Cover,
    Figure,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Part,
    QuoteBlock,
    Table,
    Tone,
)
from gweithdy.pack.pdf.bars import BarFigure
from gweithdy.pack.pdf.cards import CardRow, card_rows
from gweithdy.pack.pdf.cover import CoverPage
from gweithdy.pack.pdf.figure import FigureBox
from gweithdy.pack.pdf.power_map import MapFigure
from gweithdy.pack.pdf.styles import TEXT_HEIGHT, TEXT_WIDTH, markup, style
from gweithdy.pack.pdf.table import grid
from gweithdy.pack.pdf.words import (
    ContentsLine,
    HeadingLine,
    Lead,
    LinkLine,
    kind_item,
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
    made: list[Flowable] = []
    for is_card, blocks in groupby(part.blocks, lambda block: isinstance(block, CardBox)):
        if is_card:
            cards = [block for block in blocks if isinstance(block, CardBox)]
            made += card_rows(cards, TEXT_WIDTH)
        else:
            for block in blocks:
                made += _flowables(block, part)
    return _kept_together(made)


def _flowables(block: Block, part: Part) -> Iterable[Flowable]:
    match block:
        case Cover():
            return [CoverPage(block, part.title), PageBreak(f"{part.language}-page")]
        case ContentsList():
            lines = [ContentsLine(entry) for entry in block.entries]
            return [paragraph((block.title,), "contents"), *lines, PageBreak()]
        case ListBlock():
            return _items(block)
        case Table():
            return _table(block)
        case QuoteBlock():
            return _quote(block)
    return [_flowable(block)]


def _flowable(block: Block) -> Flowable:
    match block:
        case Heading():
            return HeadingLine(block)
        case Paragraph(tone=Tone.QUIET):
            return Lead(markup(block.runs), style("quiet"))
        case Paragraph():
            return paragraph(block.runs, "body")
        case Figure():
            return _drawn(block)
        case Link():
            return LinkLine(block.runs, block.anchor)
    raise TypeError(block)


def _items(block: ListBlock) -> Iterator[Flowable]:
    for n, runs in enumerate(block.items):
        if block.kinds:
            yield kind_item(runs, block.kinds[n], "item")
        else:
            yield paragraph(runs, "item", "•")
    yield Spacer(0, 6)


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
        yield Lead(markup(block.caption), style("caption"))
    yield grid(block)


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


def _drawn(figure: Figure) -> FigureBox:
    if isinstance(figure.drawing, BarChart):
        return BarFigure(figure, figure.drawing)
    return MapFigure(figure, figure.drawing)
