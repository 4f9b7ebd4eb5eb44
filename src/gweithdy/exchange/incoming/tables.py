"""Tables: rows of answers, what each column says, and the messages that follow from that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from gweithdy.domain.problem import N_
from gweithdy.exchange.incoming.messages import PRIVATE, Message
from gweithdy.exchange.incoming.private import MARK
from gweithdy.exchange.incoming.when import Calendar, iso_moment
from gweithdy.exchange.incoming.workbooks import Value
from gweithdy.language.local_time import WALES

Row = tuple[Value, ...]


class Says(StrEnum):
    """What a column says."""

    WORDS = "words"
    CHOICES = "choices"
    AUTHOR = "author"
    WHEN = "when"
    ID = "id"
    NOTHING = "nothing"


SAYS_LABELS = {
    Says.WORDS: N_("A card for each answer"),
    Says.CHOICES: N_("A card for each thing ticked"),
    Says.AUTHOR: N_("Who wrote it"),
    Says.WHEN: N_("When"),
    Says.ID: N_("Number of the answer"),
    Says.NOTHING: N_("Leave out"),
}

ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
LONGEST_ADDRESS = 254
NOBODY = ("anonymous", "anhysbys", "dienw")


@dataclass(frozen=True, slots=True)
class Table:
    """`headings` are "" where there are none; `says` is what was made of them, and can be changed.

    `in_utc`: its moments are not those of a clock in Wales.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    says: tuple[Says, ...]
    in_utc: bool = False

    def saying(self, column: int, says: Says) -> "Table":
        """The same table once somebody said what a column says."""
        return replace(self, says=(*self.says[:column], says, *self.says[column + 1 :]))


def messages_in(table: Table, day: date | None) -> list[Message]:
    """A message for each answer, row by row."""
    times = [place for place, says in enumerate(table.says) if says is Says.WHEN]
    stamps = [written(_cell(row, times[-1])) for row in table.rows] if times else []
    calendar = Calendar(stamps, day)
    found: list[Message] = []
    for row in table.rows:
        # Of two moments the later is when an answer was sent.
        when = _cell(row, times[-1]) if times else None
        found += _of_row(table, row, written(when), _moment(table, when, calendar))
    return found


def written(value: Value) -> str:
    """A value as people write it."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value or ""


def is_address(words: str) -> bool:
    """Whether this is an e-mail address."""
    return len(words) <= LONGEST_ADDRESS and bool(ADDRESS.fullmatch(words))


def is_nobody(name: str) -> bool:
    """Whether a sheet says so of somebody who gave no name."""
    return name.strip().casefold() in NOBODY


def _of_row(table: Table, row: Row, stamp: str, at: datetime | None) -> Iterator[Message]:
    said = list(zip(table.says, range(len(table.says)), strict=True))
    names = [written(_cell(row, place)) for says, place in said if says is Says.AUTHOR]
    author = next((name for name in names if name and not is_nobody(name)), "")
    number = " ".join(filter(None, (written(_cell(row, p)) for s, p in said if s is Says.ID)))
    for says, place in said:
        if says not in (Says.WORDS, Says.CHOICES):
            continue
        cell = written(_cell(row, place))
        parts = [part.strip() for part in cell.split(";")] if says is Says.CHOICES else [cell]
        heading = table.headings[place]
        for part in filter(None, map(str.strip, parts)):
            # With its question: who answers two of them has the same number in both.
            id = f"{heading}\n{number}\n{stamp}\n{part}"
            told = Message(part, heading, cell, author, stamp, at, id)
            yield PRIVATE if MARK.search(part) else told


def _moment(table: Table, when: Value, calendar: Calendar) -> datetime | None:
    if isinstance(when, datetime):
        try:
            return when.replace(tzinfo=UTC if table.in_utc else WALES).astimezone(UTC)
        except OverflowError:
            return None
    text = written(when)
    return iso_moment(text) if text[:4].isdigit() else calendar.moment(text)


def _cell(row: Row, place: int) -> Value:
    return row[place] if place < len(row) else None
