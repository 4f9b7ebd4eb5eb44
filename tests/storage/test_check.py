"""The check of a library looks at everything, and at nothing twice."""

import pytest

from gweithdy.storage.check import AT_ONCE, spans


@pytest.mark.parametrize("last", [0, 1, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE + 7])
def test_every_thing_is_in_one_span(last: int) -> None:
    looked_at = [n for span in spans(last) for n in range(span["first"], span["last"] + 1)]
    assert looked_at == list(range(1, last + 1))
