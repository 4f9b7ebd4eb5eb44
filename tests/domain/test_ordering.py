"""Orders, and the fewest steps from one list of rows to another."""

from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.ordering import differences

IDS = st.sampled_from("abcdefg")


@given(st.lists(IDS, unique=True), st.permutations("abcdefg"), st.integers(0, 7))
def test_rows_come_to_stand_as_wanted_in_as_few_steps_as_possible(
    here: list[str], order: list[str], count: int
) -> None:
    rows, wanted = here.copy(), order[:count]
    out, into = differences(here, wanted)
    for place in out:
        del rows[place]
    staying = rows.copy()
    for place in into:
        rows.insert(place, wanted[place])
    assert rows == wanted
    common = [id for id in here if id in wanted]
    longest = max(
        (len(some) for some in _subsequences(common) if some == [w for w in wanted if w in some]),
        default=0,
    )
    assert len(staying) == longest


def test_of_many_rows_of_which_one_moved_all_others_stay() -> None:
    here = [str(n) for n in range(2000)]
    wanted = [*here[1:1500], here[0], *here[1500:]]
    assert differences(here, wanted) == ([0], [1499])


def _subsequences(rows: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for row in rows:
        found += [[*some, row] for some in found]
    return found
