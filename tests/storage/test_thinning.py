"""Thinning: copies are bounded by number and by bytes; what somebody may need stays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gweithdy.storage.thinning import (
    ALWAYS,
    ROOM,
    ROUTINE,
    TIMES,
    Backup,
    kept,
    newest_first,
    thinned,
    with_room,
)

NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
MEGABYTE = 1_000_000


@st.composite
def shelves(draw: st.DrawFn) -> list[Backup]:
    """Copies of a library of any size, made in any order for any reason."""
    ages = draw(st.lists(st.integers(0, 400 * 24 * 60), unique=True, max_size=60))
    reasons = st.sampled_from([*ROUTINE, "asked", "before-update", "import"])
    sizes = st.integers(1, 600).map(lambda size: size * MEGABYTE)
    return [
        Backup(Path(f"{age}"), NOW - timedelta(minutes=age), draw(reasons), draw(sizes))
        for age in ages
    ]


def protected(backups: set[Backup]) -> set[Backup]:
    """The newest few, and the newest before an update, an import, or that somebody asked for."""
    ordered = newest_first(backups, NOW)
    reasons = ("asked", "before-update", "import")
    newest = [[each for each in ordered if each.reason == reason][:1] for reason in reasons]
    return set(ordered[:ALWAYS]).union(*newest)


@given(shelves())
def test_all_copies_together_stay_within_bounds(backups: list[Backup]) -> None:
    stay = kept(backups, NOW)
    over = sum(each.size for each in stay) - max(
        ROOM, TIMES * max(backups, key=lambda each: each.at).size if backups else 0
    )
    assert over <= 0 or stay == protected(thinned(backups, NOW))


@given(shelves())
def test_what_somebody_may_need_stays(backups: list[Backup]) -> None:
    assert protected(thinned(backups, NOW)) <= kept(backups, NOW) <= thinned(backups, NOW)
    # Several that come by themselves in the same ten minutes are thinned to one, however new.
    asked_for = {each for each in protected(set(backups)) if each.reason not in ROUTINE}
    assert asked_for <= kept(backups, NOW)


@given(shelves())
def test_no_copy_goes_for_its_bytes_before_an_older_one(backups: list[Backup]) -> None:
    before = thinned(backups, NOW)
    gone = before - kept(backups, NOW)
    free = kept(backups, NOW) - protected(before)
    assert all(out.at < stays.at for out in gone for stays in free)


@given(shelves())
def test_no_copy_goes_for_its_bytes_without_need(backups: list[Backup]) -> None:
    before = thinned(backups, NOW)
    stay = kept(backups, NOW)
    gone = newest_first(before - stay, NOW)
    if gone:
        room = max(ROOM, TIMES * newest_first(before, NOW)[0].size)
        assert sum(each.size for each in stay) + gone[0].size > room


@given(shelves())
def test_thinning_twice_is_thinning_once(backups: list[Backup]) -> None:
    assert kept(kept(backups, NOW), NOW) == kept(backups, NOW)


def test_a_usual_library_is_bounded_by_number_alone() -> None:
    small = [
        Backup(Path(f"{day}"), NOW - timedelta(days=day), "timed", 20 * MEGABYTE)
        for day in range(400)
    ]
    assert kept(small, NOW) == thinned(small, NOW)


def test_of_a_large_library_five_copies_stay() -> None:
    large = [
        Backup(Path(f"{day}"), NOW - timedelta(days=day), "timed", 300 * MEGABYTE)
        for day in range(400)
    ]
    assert newest_first(kept(large, NOW), NOW) == large[:5]


def test_a_library_that_shrank_does_not_cost_its_newest_copies() -> None:
    sizes = (1, 900, 900, 900, 900)
    shrank = [
        Backup(Path(f"{day}"), NOW - timedelta(days=day), "timed", size * MEGABYTE)
        for day, size in enumerate(sizes)
    ]
    assert with_room(shrank, NOW) == set(shrank[:3])
    assert with_room([], NOW) == set()


def test_of_what_was_made_for_a_reason_the_last_twelve_stay() -> None:
    asked = [Backup(Path(f"{n}"), NOW - timedelta(minutes=n), "asked") for n in range(20)]
    # Of those that come by themselves in ten minutes one stays.
    assert thinned(asked, NOW) == set(asked[:12])
