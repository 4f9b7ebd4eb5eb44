"""A row of a table told by itself: its head, and each other cell behind the head of its column."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from gweithdy.pack.document import Block, Blocks, Column, Paragraph, Row, Table
from gweithdy.pack.runs import Run, Runs, Tone
from gweithdy.pack.writer import joined


def told_alone(row: Row, table: Table) -> Blocks:
    """What `row` says: its head in strong letters, then a line for each cell that says something.

    Whoever reads it does not see the heads of the columns. A number before the head stands there;
    numbers beside one another share a line.
    """
    return tuple(_told(row, table))


def _told(row: Row, table: Table) -> Iterator[Block]:
    heads, cells, names = table.columns, row.cells, table.names
    numbers = {n for n, head in enumerate(heads) if head.numbers and _is_line(cells[n])}
    leading = {n for n in numbers if n < names and any(map(_is_loud, cells[names]))}
    yield from _headed(cells[names], [_runs(cells[n]) for n in sorted(leading)])
    others = (n for n in range(len(cells)) if n != names and n not in leading)
    for is_number, group in groupby(others, numbers.__contains__):
        lines = [line for n in group for line in _behind(heads[n], cells[n])]
        yield from [_one_line(lines)] if is_number else lines


def _headed(head: Blocks, numbers: list[Runs]) -> Iterator[Block]:
    for block in head:
        if isinstance(block, Paragraph) and _is_loud(block):
            between = Run(" · ", block.language)
            runs = joined([*numbers, block.runs], between)
            yield replace(block, runs=tuple(map(_strong, runs)))
            numbers = []
        else:
            yield block


def _is_loud(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.tone is not Tone.QUIET


def _strong(run: Run) -> Run:
    return replace(run, tone=Tone.STRONG) if run.tone is Tone.PLAIN else run


def _behind(column: Column, cell: Blocks) -> Blocks:
    """What stands in a cell, its first line behind the head of the column."""
    if not cell:
        return ()
    first, *others = cell
    if isinstance(first, Paragraph):
        return (replace(first, runs=behind(column.heading, first.runs)), *others)
    return (Paragraph(language=first.language, runs=behind(column.heading, ())), *cell)


def behind(heading: Runs, runs: Runs) -> Runs:
    """`runs` behind a heading and a colon, the heading quiet."""
    said = tuple(replace(run, tone=Tone.QUIET) for run in heading)
    if not said:
        return runs
    return (*said, Run(": " if runs else ":", said[-1].language, Tone.QUIET), *runs)


def _one_line(lines: list[Block]) -> Paragraph:
    between = Run(" · ", lines[0].language, Tone.QUIET)
    runs = joined((_runs((line,)) for line in lines), between)
    return Paragraph(language=lines[0].language, runs=runs)


def _is_line(cell: Blocks) -> bool:
    return len(cell) == 1 and isinstance(cell[0], Paragraph)


def _runs(cell: Blocks) -> Runs:
    return tuple(run for block in cell if isinstance(block, Paragraph) for run in block.runs)
