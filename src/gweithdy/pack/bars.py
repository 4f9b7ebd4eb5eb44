"""Columns of numbers that are to be seen as lengths."""

from collections.abc import Iterator

from gweithdy.pack.document import Blocks, Table
from gweithdy.pack.walking import runs_in


def bars_of(table: Table) -> Iterator[dict[int, float]]:
    """How long the bars of each row are, by the place of their column: 1 is the longest of it."""
    places = [place for place, column in enumerate(table.columns) if column.bars]
    numbers = [{place: _number(row.cells[place]) for place in places} for row in table.rows]
    longest = {place: max(each[place] for each in numbers) or 1 for place in places if numbers}
    for each in numbers:
        yield {place: number / longest[place] for place, number in each.items()}


def _number(cell: Blocks) -> int:
    return int("".join(run.text for run in runs_in(cell)))
