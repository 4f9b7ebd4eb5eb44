"""Answers from Mentimeter: its sheet of voters, a row for each of them."""

from collections.abc import Sequence
from dataclasses import replace

from gweithdy.exchange.incoming.columns import LOOKED_AT, table_of
from gweithdy.exchange.incoming.tables import Row, Says, Table, written

SHEET = "Voters"
NUMBERED = ("session", "voter")


def is_mentimeter(rows: Sequence[Row]) -> bool:
    """Whether the rows are those of voters."""
    return _heading(rows) >= 0


def mentimeter_table(rows: Sequence[Row]) -> Table:
    """The open questions; scales and rankings are numbers, and left out."""
    table = table_of(rows[max(0, _heading(rows)) :], headed=True)
    says = []
    for heading, found in zip(table.headings, table.says, strict=True):
        name = heading.casefold()
        if name in NUMBERED:
            says.append(Says.ID)
        elif name.startswith("date"):
            says.append(Says.WHEN)
        elif "::" in heading or found not in (Says.WORDS, Says.CHOICES):
            says.append(Says.NOTHING)
        else:
            says.append(Says.WORDS)
    headings = tuple(heading.removesuffix(": Answer") for heading in table.headings)
    in_utc = any("utc" in heading.casefold() for heading in headings)
    return replace(table, headings=headings, says=tuple(says), in_utc=in_utc)


def _heading(rows: Sequence[Row]) -> int:
    for at, row in enumerate(rows[:LOOKED_AT]):
        names = {written(cell).strip().casefold() for cell in row}
        if "voter" in names and any(name.startswith("date") for name in names):
            return at
    return -1
