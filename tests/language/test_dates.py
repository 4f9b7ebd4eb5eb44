"""The names of days and months are those of CLDR, in both languages."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date

from gweithdy.domain.text import Language
from gweithdy.language.dates import long_date, plain_date, short_date

YEAR = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]


@pytest.mark.parametrize("language", list(Language))
def test_dates_are_written_as_in_cldr(language: Language) -> None:
    locale = language.tag.replace("-", "_")
    for written, pattern in (
        (long_date, "EEEE d MMMM yyyy"),
        (plain_date, "d MMMM yyyy"),
        (short_date, "d MMM yyyy"),
    ):
        assert [written(day, language) for day in YEAR] == [
            format_date(day, pattern, locale=locale) for day in YEAR
        ]
