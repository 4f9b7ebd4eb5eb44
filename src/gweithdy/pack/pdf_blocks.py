"""The blocks of a part as flowables, with headings kept at what follows them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer
from reportlab.platypus import Table as Grid

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import (
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
from gweithdy.pack.pdf_cards import CardRow, card_rows
from gweithdy.pack.pdf_cover import CoverPage
from gweithdy.pack.pdf_figures import FigureBox, figure_box
from gweithdy.pack.pdf_styles import ACCENT, LINE, TEXT_HEIGHT, TEXT_WIDTH, style
from gweithdy.pack.pdf_words import (
    ContentsLine,
    HeadingLine,
    LinkLine,
    kind_item,
    paragraph,
    quote_line,
)

LEAST = 40.0
"""What must fit under a heading of whatever follows: about two lines."""
TABLE_LEAST = 76.0


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
        case Heading():
            return [HeadingLine(block)]
        case Paragraph():
            return [paragraph(block.runs, "quiet" if block.tone is Tone.QUIET else "body")]
        case ListBlock():
            return _items(block)
        case Table():
            return _table(block)
        case Figure():
            return [figure_box(block)]
        case QuoteBlock():
            return _quote(block)
        case Link():
            return [LinkLine(block.runs, block.anchor)]
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
    share = TEXT_WIDTH / sum(block.widths)
    heads = [
        paragraph(runs, "headnumber" if n in block.numbers else "head")
        for n, runs in enumerate(block.header)
    ]
    rows = [
        [paragraph(runs, "number" if n in block.numbers else "cell") for n, runs in enumerate(row)]
        for row in block.rows
    ]
    if block.caption:
        yield CondPageBreak(TABLE_LEAST + 24)
        yield paragraph(block.caption, "caption")
    yield Grid(
        [heads, *rows],
        colWidths=[share * each for each in block.widths],
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
        style=_GRID,
        spaceAfter=16,
    )


_GRID = [
    ("FONTNAME", (0, 0), (-1, -1), "SourceSans3-Regular"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 10),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
]


def _kept_together(made: Sequence[Flowable]) -> list[Flowable]:
    """Before each run of headings, a page break if what follows would not fit under them."""
    kept: list[Flowable] = []
    least = 0.0
    for n in range(len(made) - 1, -1, -1):
        flowable = made[n]
        if not isinstance(flowable, HeadingLine):
            least = _least(flowable) if not isinstance(flowable, CondPageBreak) else least
            kept.append(flowable)
            continue
        look = flowable.style
        least += flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] + look.spaceBefore + look.spaceAfter
        kept.append(flowable)
        if n == 0 or not isinstance(made[n - 1], HeadingLine):
            kept.append(CondPageBreak(min(least, TEXT_HEIGHT - 1)))
    kept.reverse()
    return kept


def _least(flowable: Flowable) -> float:
    if isinstance(flowable, CardRow | FigureBox):
        return float(flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1])
    return TABLE_LEAST if isinstance(flowable, Grid) else LEAST


__all__ = ["CardKind", "flowables", "style"]
