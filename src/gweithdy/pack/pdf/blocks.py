"""The blocks of a part as flowables, with headings kept at what follows them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from gweithdy.pack.document import (
    Block,
    Blocks,
    CardBox,
    ListBlock,
    Paragraph,
    Part,
    QuoteBlock,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure, Photograph
from gweithdy.pack.pdf.cards import CardRow, card_rows
from gweithdy.pack.pdf.contents import contents
from gweithdy.pack.pdf.cover import cover_page, headline
from gweithdy.pack.pdf.elements import Element, heading
from gweithdy.pack.pdf.lists import list_items
from gweithdy.pack.pdf.photo import PhotoFigure
from gweithdy.pack.pdf.power_map import MapFigure
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.side_by_side import SideBySide, column, side_by_side
from gweithdy.pack.pdf.table import Grid, grid
from gweithdy.pack.pdf.words import (
    HeadingLine,
    Lead,
    Words,
    heading_line,
    lead,
    paragraph,
    quote_line,
)
from gweithdy.pack.runs import Tone, words_of

LEAST = 40.0
"""What must fit under a heading of whatever follows: about two lines."""
LOW = 1 / 3
"""Of the page: a list or quote up to this height is not cut."""
ACROSS, FEW = 2, 10
"""Columns and rows of a table that can stand beside another one."""
ROOM_FOR_CONTENTS = 2 / 3
"""Of the page: where so much is free after a summary of more than one, the contents follow it."""
TOGETHER = 3
"""Items at the end of a list of which none begins a page alone, or with one other."""


def flowables(part: Part, element: Element, sheet: Sheet) -> list[Flowable]:
    """Everything of a part in order, and in `element` what each piece is."""
    cover = [
        *cover_page(part.cover, part.title, element.add("Sect", part.cover.language), sheet),
        PageBreak(f"{part.language}-page"),
    ]
    summary = [*_blocks((part.summary,), 0, element, sheet)] if part.summary else []
    if summary and part.contents.entries:
        is_one_page = height_of(summary, sheet) <= sheet.height
        summary.append(
            PageBreak() if is_one_page else CondPageBreak(sheet.height * ROOM_FOR_CONTENTS)
        )
    listed = contents(part.contents, element, sheet) if part.contents.entries else ()
    sections = _blocks(part.sections, 0, element, sheet)
    return _kept_together([*cover, *summary, *listed, *sections], sheet)


def on_the_wall(part: Part, element: Element, sheet: Sheet) -> list[Flowable]:
    """A part whose cover is the head of its one page."""
    head = headline(part.cover, part.title, element.add("Sect", part.cover.language), sheet)
    return [*head, *_blocks(part.every_section, 0, element, sheet)]


def flowing(blocks: Blocks, element: Element, sheet: Sheet) -> list[Flowable]:
    """What stands under a heading of a part, by itself."""
    return list(_blocks(blocks, 1, element, sheet))


def height_of(made: Iterable[Flowable], sheet: Sheet) -> float:
    """How high `made` are, one under another on a page."""
    tall = after = 0.0
    for each in made:
        if not isinstance(each, CondPageBreak):
            tall += max(each.getSpaceBefore() - after, 0) + _height(each, sheet)
            after = each.getSpaceAfter()
            tall += after
    return tall


def flowables_of_both(section: SectionBlock, element: Element, sheet: Sheet) -> list[Flowable]:
    """What comes after the parts: its heading is one of theirs."""
    return _kept_together([*_blocks((section,), -1, element, sheet)], sheet)


def _blocks(
    blocks: Iterable[Block], level: int, under: Element, sheet: Sheet
) -> Iterator[Flowable]:
    """The blocks of a section whose heading has `level`."""
    for kind, group in groupby(blocks, _neighbours):
        if kind is CardBox:
            cards = [block for block in group if isinstance(block, CardBox)]
            yield from card_rows(cards, under, sheet)
        elif kind is Table:
            tables = [block for block in group if isinstance(block, Table)]
            yield from _counts(tables, under, sheet)
        else:
            for block in group:
                yield from _flowables(block, level, under, sheet)


def _neighbours(block: Block) -> type[Block] | None:
    """The kind of what is put together with its neighbours; None for all else."""
    if isinstance(block, Table):
        is_small = not block.caption and len(block.columns) <= ACROSS
        return Table if is_small and len(block.rows) <= FEW else None
    return CardBox if isinstance(block, CardBox) else None


def _flowables(block: Block, level: int, under: Element, sheet: Sheet) -> Iterator[Flowable]:
    match block:
        case SectionBlock():
            section = under.add("Sect", block.language, block.thing)
            # The title of the part stands above its sections.
            said = section.say(heading(level + 2), block.heading)
            yield heading_line(block, said, level + 1, sheet)
            yield from _blocks(block.blocks, level + 1, section, sheet)
        case Paragraph(tone=Tone.QUIET):
            yield lead(under.say("P", block.runs, block.thing), sheet.style("quiet"))
        case Paragraph():
            yield paragraph(under.say("P", block.runs, block.thing), sheet.style("body"))
        case ListBlock():
            yield from _list(block, under, sheet)
        case Table():
            yield from _table(block, under.add("Table", block.language), sheet)
        case QuoteBlock():
            yield from _quote(block, under, sheet)
        case Figure():
            yield drawn(block, under, sheet)
        case Photograph():
            yield _photo(block, under, sheet)
        case _:
            raise TypeError(block)


def _list(block: ListBlock, under: Element, sheet: Sheet) -> Iterator[Flowable]:
    items = [list(item) for item in list_items(block, under, sheet)]
    if block.short:
        yield from side_by_side(items, sheet)
        yield Spacer(0, sheet.space(6))
        return
    last = list(chain.from_iterable(items[-TOGETHER:]))
    for place, lines in enumerate(items):
        is_near_end = place == max(len(items) - TOGETHER, 0)
        if is_near_end or len(lines) > 1:
            tall = _tall(last if is_near_end else lines, sheet)
            yield CondPageBreak(min(tall, sheet.height * LOW))
        yield from lines
    yield Spacer(0, sheet.space(6))


def _tall(lines: Iterable[Flowable], sheet: Sheet) -> float:
    """How high `lines` are, one under another."""
    return float(
        sum(line.wrap(sheet.width, sheet.height)[1] + line.getSpaceAfter() for line in lines)
    )


def _quote(block: QuoteBlock, under: Element, sheet: Sheet) -> Iterator[Flowable]:
    spoken = block.runs[0].language if block.runs else block.language
    quote = under.add("BlockQuote", spoken, block.thing)
    lines = [quote_line(quote.say("P", block.runs), sheet.style("quote"))]
    lines += [
        quote_line(quote.say("P", runs), sheet.style("saidby"))
        for runs in (block.translation, block.said_by)
        if runs
    ]
    yield CondPageBreak(min(_tall(lines, sheet), sheet.height * LOW))
    yield from lines
    yield Spacer(0, sheet.space(12))


def _counts(tables: Sequence[Table], under: Element, sheet: Sheet) -> list[Flowable]:
    """Small tables: two columns of them, where there is more than one."""
    room = sheet.width if len(tables) == 1 or sheet.is_narrow else column(sheet)
    return side_by_side(
        [[grid(each, under.add("Table", each.language), sheet, room)] for each in tables], sheet
    )


def _table(block: Table, table: Element, sheet: Sheet) -> Iterator[Flowable]:
    if block.caption:
        yield lead(table.say("Caption", block.caption), sheet.style("caption"))
    yield grid(block, table, sheet)


def drawn(figure: Figure, under: Element, sheet: Sheet) -> MapFigure:
    """The figure as it is drawn, with its caption."""
    element = under.add("Figure", figure.language, alt=words_of(figure.alt))
    caption = under.say("Caption", figure.caption)
    return MapFigure(figure, element, caption, sheet)


def _photo(block: Photograph, under: Element, sheet: Sheet) -> PhotoFigure:
    element = under.add("Figure", block.spoken, block.thing, alt=words_of(block.alt))
    caption = under.say("Caption", block.caption, block.thing)
    return PhotoFigure(block, element, caption, sheet)


def _kept_together(made: Sequence[Flowable], sheet: Sheet) -> list[Flowable]:
    """Before headings and leads, a page break if what follows would not fit under them."""
    kept: list[Flowable] = []
    least = 0.0
    for n in range(len(made) - 1, -1, -1):
        flowable = made[n]
        kept.append(flowable)
        if isinstance(flowable, HeadingLine | Lead):
            look = flowable.style
            least += _height(flowable, sheet) + look.spaceBefore + look.spaceAfter
        elif isinstance(flowable, CondPageBreak):
            least = max(least, flowable.height)
        else:
            least = _least(flowable, sheet)
        starts = n == 0 or not isinstance(made[n - 1], HeadingLine | Lead)
        if starts and isinstance(flowable, HeadingLine | Lead | Grid):
            kept.append(CondPageBreak(min(least, sheet.height - 1)))
    kept.reverse()
    return kept


def _least(flowable: Flowable, sheet: Sheet) -> float:
    if isinstance(flowable, CardRow | MapFigure | PhotoFigure):
        return _height(flowable, sheet)
    if isinstance(flowable, Grid | SideBySide):
        return flowable.least()
    least = sheet.leading(LEAST, 12)
    # Three lines are not cut: one would stand alone.
    if isinstance(flowable, Words) and _height(flowable, sheet) <= 3 * flowable.style.leading:
        return max(least, _height(flowable, sheet))
    return least


def _height(flowable: Flowable, sheet: Sheet) -> float:
    return float(flowable.wrap(sheet.width, sheet.height)[1])
