"""Tables whose columns do not fit on a sheet, as lists of their rows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, zip_longest

from gweithdy.pack.document import Block, Blocks, Document, Item, ListBlock, Paragraph, Part, Table
from gweithdy.pack.pdf.column_widths import fits
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.rows import told_alone
from gweithdy.pack.runs import Tone
from gweithdy.pack.walking import blocks_in, with_blocks


def stacked(document: Document, sheet: Sheet) -> Document:
    """The document with a list in the place of each table that does not fit in each language."""
    fitting = [[fits(table, sheet) for table in _tables(part)] for part in document.parts]
    # In both languages alike, so that the parts are equal.
    wide = {place for place, each in enumerate(zip_longest(*fitting)) if False in each}
    return replace(document, parts=tuple(_part(part, wide) for part in document.parts))


def _tables(part: Part) -> Iterator[Table]:
    return (block for block in blocks_in(part) if isinstance(block, Table))


def _part(part: Part, wide: set[int]) -> Part:
    places = count()

    def listed(block: Block) -> Blocks:
        if isinstance(block, Table) and next(places) in wide:
            return tuple(_list(block))
        return (block,)

    return with_blocks(part, listed)


def _list(table: Table) -> Iterator[Block]:
    if table.caption:
        yield Paragraph(language=table.language, runs=table.caption, tone=Tone.QUIET)
    items = (
        Item(language=row.language, blocks=told_alone(row, table), thing=row.thing)
        for row in table.rows
    )
    yield ListBlock(language=table.language, items=tuple(items), thing=table.thing)
