"""Sections in both languages at once: each row of a table stands there in the one and the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gweithdy.domain.text import LANGUAGE_NAMES
from gweithdy.pack.document import Block, Blocks, Column, Row, SectionBlock, Table
from gweithdy.pack.rows import told_alone
from gweithdy.pack.runs import Run, Runs, words_of
from gweithdy.pack.walking import runs_in
from gweithdy.pack.writer import PartWriter

ANCHOR = "both"
"""Begins the anchors of what is in both languages."""

Two = Sequence[PartWriter]
"""The writers of both languages, in their order."""


def side_by_side(writers: Two, sides: Sequence[tuple[SectionBlock, ...]]) -> SectionBlock:
    """One section with those of `sides`, which are the same in the languages of the writers."""
    title = in_both(*(writer.tr("In both languages") for writer in writers))
    sections = (_section(one, other, writers) for one, other in zip(*sides, strict=True))
    return SectionBlock(
        language=writers[0].language,
        heading=title,
        anchor=ANCHOR,
        blocks=tuple(sections),
    )


def _section(one: SectionBlock, other: SectionBlock, writers: Two) -> SectionBlock:
    blocks = (
        made
        for pair in zip(one.blocks, other.blocks, strict=True)
        for made in _blocks(*pair, writers)
    )
    return replace(
        one,
        heading=in_both(one.heading, other.heading),
        anchor=beside(one.anchor),
        blocks=tuple(blocks),
    )


def _blocks(one: Block, other: Block, writers: Two) -> Iterator[Block]:
    match one, other:
        case SectionBlock(), SectionBlock():
            yield _section(one, other, writers)
        case Table(), Table():
            yield _table(one, other, writers)
        case _:
            yield from (one, other)


def _table(one: Table, other: Table, writers: Two) -> Table:
    """Each row in both languages; before them what its first cell says in both, or its number."""
    rows = list(zip(one.rows, other.rows, strict=True))
    is_shared = one.names > 0 and all(_same(*(row.cells[0] for row in pair)) for pair in rows)
    heads = (each.columns[0].heading for each in (one, other))
    numbers = (writer.tr("No.") for writer in writers)
    columns = (Column(in_both(*(heads if is_shared else numbers)), numbers=not is_shared),)
    return replace(
        one,
        caption=in_both(one.caption, other.caption),
        columns=(*columns, *(Column(_name(writer)) for writer in writers)),
        rows=tuple(
            replace(row, cells=(
                row.cells[0] if is_shared else _number(n, writers[0]),
                _told(row, one, is_shared=is_shared),
                _told(twin, other, is_shared=is_shared),
            ))
            for n, (row, twin) in enumerate(rows, 1)
        ),
        names=0,
        pair=True,
    )  # fmt: skip


def _told(row: Row, table: Table, *, is_shared: bool) -> Blocks:
    if is_shared:
        row = replace(row, cells=row.cells[1:])
        table = replace(table, columns=table.columns[1:], names=table.names - 1)
    return told_alone(row, table)


def _same(one: Blocks, other: Blocks) -> bool:
    said = [words_of(tuple(runs_in(cell))) for cell in (one, other)]
    return said[0] == said[1] != ""


def _number(n: int, writer: PartWriter) -> Blocks:
    return writer.cell(writer.plain(str(n)))


def _name(writer: PartWriter) -> Runs:
    return writer.plain(LANGUAGE_NAMES[writer.language])


def in_both(one: Runs, other: Runs) -> Runs:
    """The same said in both languages; words that are the same in both only once."""
    if not other or words_of(one) == words_of(other):
        return one
    return (*one, Run(" / ", one[-1].language), *other)


def beside(anchor: str) -> str:
    """The anchor of a section in both languages, for that of one in one of them."""
    return f"{ANCHOR}-{anchor.partition('-')[2]}"
