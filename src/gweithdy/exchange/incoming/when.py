"""When something was written: times and dates as meeting programs and sheets write them."""

import re
from datetime import UTC, date, datetime, time

from gweithdy.domain.problem import Problem
from gweithdy.language.local_time import WALES
from gweithdy.language.time_entry import read_time

CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?\s?m\b\.?|y[bhp]\b))?"
"""A time of day, in Welsh clients too (yb, yp, yh)."""

DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"

_CLOCK = re.compile(CLOCK, re.IGNORECASE)
_DATE = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_SECONDS = re.compile(r"^(\d{1,2}[:.]\d{2})[:.](\d{2})")
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NARROW = re.compile("[\u202f\u2009\xa0]")


def plain_spaces(text: str) -> str:
    """`text` without signs that cannot be seen, and with plain spaces for narrow ones."""
    return _NARROW.sub(" ", _UNSEEN.sub("", text))


def clock_of(stamp: str) -> time | None:
    """The time of day in `stamp`."""
    for found in _CLOCK.findall(_DATE.sub(" ", stamp)):
        seconds = _SECONDS.match(found)
        try:
            at = read_time(_SECONDS.sub(r"\1", found))
            return at.replace(second=int(seconds[2])) if at and seconds else at
        except (Problem, ValueError):
            continue
    return None


class Calendar:
    """Reads the stamps of one file. Which number is the day is decided once for all of them."""

    def __init__(self, stamps: list[str], day: date | None) -> None:
        self._day = day
        self._orders: tuple[str, ...] = ("dmy", "mdy")
        dated = [found for stamp in stamps if (found := _DATE.search(stamp))]
        for order in self._orders:
            days = [_date(found, order) for found in dated]
            if day in days:
                self._orders = (order,)
                return
        for order in self._orders:
            if all(_date(found, order) for found in dated):
                self._orders = (order,)
                return

    def moment(self, stamp: str) -> datetime | None:
        """When that was; without a date, on the day of the session. None if it cannot be told."""
        at = clock_of(stamp)
        found = _DATE.search(stamp)
        day = next(filter(None, (_date(found, o) for o in self._orders)), None) if found else None
        day = day or (None if found else self._day)
        return datetime.combine(day, at, WALES).astimezone(UTC) if day and at else None


def iso_moment(words: str) -> datetime | None:
    """A moment as ISO 8601 has it; one without a zone is local."""
    try:
        at = datetime.fromisoformat(words.strip())
        return (at if at.tzinfo else at.replace(tzinfo=WALES)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _date(found: re.Match[str], order: str) -> date | None:
    one, two, three = (int(part) for part in found.groups())
    if one > 31:
        year, month, day = one, two, three
    else:
        day, month, year = (one, two, three) if order == "dmy" else (two, one, three)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
