"""After an unclean end the window opens at once, and the library is looked through later."""

import shutil
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.domain.stop import Stopped
from gweithdy.storage import library as library_module
from gweithdy.storage import opening
from gweithdy.storage.engine import CHECKPOINT, pragma
from gweithdy.storage.library import Library
from gweithdy.storage.parts import PARTS, has_log

PAGE = 4096


@pytest.fixture
def left(day: Day, tmp_path: Path) -> Day:
    """A library as a crash leaves it: its file has most of it, its log the rest."""
    for number in range(100):
        day.capture(f"cyn y ddamwain {number}")
    day.reopen()
    day.capture("yr olaf")
    folder = tmp_path / "crash"
    folder.mkdir()
    for part in PARTS[:2]:
        shutil.copy(f"{day.path}{part}", folder)
    return Day(folder / day.path.name, day.library, day.session, day.lane)


def opened(left: Day) -> Library:
    """The library, opened as the window does it."""
    left.library = Library.open(left.path, look_later=True)
    return left.library


def words(left: Day) -> set[str]:
    """What all cards say."""
    return {card.text.cy.words for card in left.library.workshop(left.session).of(Card)}


def spoil(path: Path, pages: slice) -> None:
    """Write rubbish over some pages, the first of which is 0."""
    whole = bytearray(path.read_bytes())
    for page in range(*pages.indices(len(whole) // PAGE)):
        whole[page * PAGE : (page + 1) * PAGE] = b"\xff" * PAGE
    path.write_bytes(whole)


def page_of_cards(left: Day) -> int:
    """The page of a leaf of the table of cards."""
    whole = left.path.read_bytes()
    return whole.index(b"cyn y ddamwain 50") // PAGE


def test_a_library_that_was_closed_needs_no_look(day: Day) -> None:
    day.capture("un")
    day.library.close()
    day.library = Library.open(day.path, look_later=True)
    assert not day.library.unclean
    day.library.look_through()


def test_opening_looks_at_the_whole_file_only_if_it_cannot_wait(
    left: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "damage", lambda _: pytest.fail("the whole file was read"))
    library = opened(left)
    assert library.unclean
    assert "yr olaf" in words(left)
    library.close()


def test_until_it_was_looked_through_the_file_stays_and_the_log_is_kept(left: Day) -> None:
    before = left.path.read_bytes()
    library = opened(left)
    many = CHECKPOINT // 2
    for number in range(many):
        left.capture(f"wedyn {number}")
    library.close()
    assert left.path.read_bytes() == before
    assert has_log(left.path)
    library = opened(left)
    assert library.unclean
    assert {"yr olaf", "wedyn 0", f"wedyn {many - 1}"} <= words(left)
    library.look_through()
    assert not library.unclean
    library.close()
    assert not has_log(left.path)
    assert not opened(left).unclean
    assert f"wedyn {many - 1}" in words(left)
    assert left.library.check() == []
    left.library.close()


def test_once_looked_through_the_log_is_put_into_the_file_as_usual(left: Day) -> None:
    library = opened(left)
    assert library._writer
    assert library._writer.run(lambda one: pragma(one, "wal_autocheckpoint")) == 0
    library.look_through()
    assert library._writer.run(lambda one: pragma(one, "wal_autocheckpoint")) == CHECKPOINT
    library.close()


def test_a_look_that_was_stopped_is_done_the_next_time(left: Day) -> None:
    library = opened(left)
    with pytest.raises(Stopped):
        library.look_through(lambda: True)
    assert library.unclean
    library.close()
    assert opened(left).unclean
    left.library.close()


def test_damage_is_told_by_the_look_each_time_and_every_part_is_kept(left: Day) -> None:
    page = page_of_cards(left)
    spoil(left.path, slice(page, page + 1))
    before = left.path.read_bytes()
    for number in range(2):
        library = opened(left)
        left.capture(f"wedyn {number}")
        with pytest.raises(Problem, match=r"damaged.*Settings"):
            library.look_through()
        assert library.unclean
        library.close()
    assert left.path.read_bytes() == before
    assert has_log(left.path)


def test_what_cannot_be_read_is_told_at_once_and_every_part_is_kept(left: Day) -> None:
    spoil(left.path, slice(1, None))
    log = left.path.with_name(left.path.name + "-wal")
    before = left.path.read_bytes(), log.read_bytes()
    with pytest.raises(Problem, match=r"damaged.*backup"):
        opened(left)
    assert (left.path.read_bytes(), log.read_bytes()) == before


def test_a_log_on_a_network_drive_does_not_wait(left: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "is_on_network", lambda _: True)
    page = page_of_cards(left)
    spoil(left.path, slice(page, page + 1))
    with pytest.raises(Problem, match="damaged"):
        opened(left)
