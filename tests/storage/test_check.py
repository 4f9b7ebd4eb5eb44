"""The check of a library looks at everything, and at nothing twice."""

import pytest
import sqlalchemy as sa
from tests.storage.day import Day

from gweithdy.storage.check import AT_ONCE, spans
from gweithdy.storage.tables import edit


@pytest.mark.parametrize("last", [0, 1, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE + 7])
def test_every_thing_is_in_one_span(last: int) -> None:
    looked_at = [n for span in spans(last) for n in range(span["first"], span["last"] + 1)]
    assert looked_at == list(range(1, last + 1))


def test_a_change_that_was_seen_counts_for_less_whatever_its_clock_says(day: Day) -> None:
    """Clocks go wrong, and what is anonymous has the same one for an hour."""
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.rewrite(id, "tri")
    with day.library._reading.connect() as connection:
        *_, (seen, _), (_, latest) = connection.execute(
            sa.select(edit.c.number, edit.c.hlc).order_by(edit.c.number)
        ).all()
    later = sa.update(edit).where(edit.c.number == seen).values(hlc=latest + 1)
    day.library._writer.run(lambda connection: connection.execute(later))
    assert day.library.check() == []
