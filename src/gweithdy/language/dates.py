"""Dates and times as people write them in Welsh and English: day month year, 24 hours."""

from datetime import date, datetime, time
from functools import cache
from typing import Any

from gweithdy.domain.text import Language


@cache
def _locale(language: str) -> Any:
    # Babel takes a tenth of a second to load, so it waits for the first date.
    from babel import Locale

    return Locale.parse("cy_GB" if language == Language.CY else "en_GB")


def long_date(day: date, language: str) -> str:
    """ "Dydd Mercher 8 Tachwedd 2023"."""
    return _formatted(day, "EEEE d MMMM yyyy", language)


def plain_date(day: date, language: str) -> str:
    """ "8 Tachwedd 2023"."""
    return _formatted(day, "d MMMM yyyy", language)


def short_date(day: date, language: str) -> str:
    """ "8 Tach 2023", for narrow columns."""
    return _formatted(day, "d MMM yyyy", language)


def clock(at: time | datetime) -> str:
    """ "14:03"."""
    return at.strftime("%H:%M")


def _formatted(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=_locale(language))
