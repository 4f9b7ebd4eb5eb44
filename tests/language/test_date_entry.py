"""Dates as people type them in either language."""

from datetime import date

import pytest

from gweithdy.domain.problem import Problem
from gweithdy.language.date_entry import read_date
from gweithdy.language.dates import long_date, plain_date, short_date

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12.3.", date(2027, 3, 12)),
        ("12.3", date(2027, 3, 12)),
        ("12/11", TODAY),
        ("11/11", date(2027, 11, 11)),
        ("1.12.26", date(2026, 12, 1)),
        (" 01 / 12 / 2026 ", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("1 December", date(2026, 12, 1)),
        ("1st of December 2025", date(2025, 12, 1)),
        ("1 Rhag", date(2026, 12, 1)),
        ("1af o Ragfyr", date(2026, 12, 1)),
        ("2 Fawrth 2027", date(2027, 3, 2)),
        ("3 Orffennaf", date(2027, 7, 3)),
        ("1.12.99", date(2099, 12, 1)),
        ("1.1.2000", date(2000, 1, 1)),
        ("31.12.2100", date(2100, 12, 31)),
        ("29.2.", date(2028, 2, 29)),
        ("", None),
        ("  ", None),
    ],
)
def test_dates_are_read(typed: str, day: date | None) -> None:
    assert read_date(typed, TODAY) == day


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("month", range(1, 13))
def test_what_is_shown_can_be_read_again(language: str, month: int) -> None:
    day = date(2027, month, 9)
    for show in (long_date, plain_date, short_date):
        assert read_date(show(day, language), TODAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "soon",
        "31.2.",
        "30.2.2027",
        "0.1.",
        "12.13.",
        "12",
        "31.12.1999",
        "1.1.2101",
        "12 M 2027",
        "12 Ma",
        "²/3",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        read_date(typed, TODAY)
    assert typed in str(refused.value)


def test_29_february_may_be_eight_years_away() -> None:
    assert read_date("29.2.", date(2096, 3, 1)) == date(2104, 2, 29)
