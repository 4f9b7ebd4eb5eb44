"""Dates as people type them: "12.3.", "12/3/27", "12 March", "dydd Gwener 12 Mawrth 2027"."""

import re
from calendar import isleap
from contextlib import suppress
from datetime import date
from functools import cache

from gweithdy.domain.problem import N_, Problem
from gweithdy.language.dates import MONTHS, SHORT_MONTHS
from gweithdy.language.mutations import fold, radicals

_FIGURES = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})(?:\s*[./\- ]\s*(\d{4}|\d{2})?)?\s*$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_WORDS = re.compile(
    r"(?:[^\d]+\s)?(\d{1,2})(?:[^\W\d_]{1,3})?\s+(?:of\s+|o\s+)?([^\W\d_]{3,})[.,]?"
    r"(?:\s+(\d{4}|\d{2}))?$"
)
FIRST_YEAR, LAST_YEAR = 2000, 2100


def read_date(typed: str, today: date) -> date | None:
    """The day that was typed, None for nothing; without a year the next such day from `today`.

    The day comes before the month. Months may be written in either language, short or mutated.
    """
    typed = " ".join(typed.split())
    if not typed:
        return None
    if found := _ISO.match(typed):
        year, month, day = found.groups()
    elif found := _FIGURES.match(typed):
        day, month, year = found.groups()
    elif found := _WORDS.match(typed):
        day, month, year = found[1], str(_month(found[2])), found[3]
    else:
        raise _not_a_date(typed, today)
    try:
        return _day(int(day), int(month), year, today)
    except ValueError:
        raise _not_a_date(typed, _near(int(day), int(month), year, today)) from None


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if not year:
        return _next(day, month, today)
    number = int(year)
    found = date(number + FIRST_YEAR if number < 100 else number, month, day)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError
    return found


def _next(day: int, month: int, today: date) -> date:
    # 29 February may be eight years away, around a century.
    years = range(today.year, today.year + 9)
    found = (date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year))
    return next(each for each in found if each >= today)


def _near(day: int, month: int, year: str | None, today: date) -> date:
    """The last day of the month that was meant; `today` where none can have been."""
    for last in range(min(day, 31), 27, -1):
        with suppress(ValueError):
            return _day(last, month, year, today)
    return today


def _month(word: str) -> int:
    """The number of the month that begins with `word`; 0 if none or several do."""
    found = {
        number
        for beginning in radicals(word)
        for name, number in _months()
        if name.startswith(beginning)
    }
    return found.pop() if len(found) == 1 else 0


@cache
def _months() -> tuple[tuple[str, int], ...]:
    return tuple(
        (fold(name), number)
        for names in (*MONTHS.values(), *SHORT_MONTHS.values())
        for number, name in enumerate(names, 1)
    )


def _not_a_date(typed: str, example: date) -> Problem:
    return Problem(
        N_(
            "“{text}” is not a date. Write for example {example}, or nothing. Until then the old "
            "date stands; Esc brings it back."
        ),
        text=typed,
        example=f"{example.day}.{example.month}.{example.year}",
    )
