"""A library that goes away while it is open acknowledges nothing more."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.storage.library import Gone, Library
from gweithdy.storage.parts import part


def deleted(path: Path) -> None:
    path.unlink()


def folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def replaced(path: Path) -> None:
    new = path.with_name("from the cloud")
    shutil.copy(path, new)
    new.replace(path)


def log_deleted(path: Path) -> None:
    part(path, "-wal").unlink()


WAYS = [deleted, folder_moved, replaced, log_deleted]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows holds a file that is open")


@pytest.mark.parametrize("go_away", WAYS)
def test_it_is_noticed_before_the_next_edit_is_acknowledged(
    day: Day, go_away: Callable[[Path], None]
) -> None:
    day.capture("o'r blaen")
    go_away(day.path)
    for _ in range(2):
        with pytest.raises(Gone, match="Nothing more is saved"):
            day.capture("wedyn")
    assert day.library.is_gone


@pytest.mark.parametrize("go_away", WAYS)
def test_all_there_was_can_be_saved_elsewhere(
    day: Day, go_away: Callable[[Path], None], tmp_path: Path
) -> None:
    day.capture("o'r blaen")
    go_away(day.path)
    with pytest.raises(Gone):
        day.capture("wedyn")
    kept = tmp_path / "kept.gwdy"
    day.library.save_as(kept)
    library = Library.open(kept)
    assert [c.text.cy.words for c in library.workshop(day.session).of(Card)] == ["o'r blaen"]
    assert library.check() == []
    library.close()


def test_what_came_in_its_place_is_not_touched(day: Day) -> None:
    day.capture("o'r blaen")
    replaced(day.path)
    log = part(day.path, "-wal")
    log.unlink()
    log.write_bytes(b"of another program")
    before = day.path.read_bytes()
    with pytest.raises(Gone):
        day.capture("wedyn")
    with pytest.raises(Gone):
        day.library.catalogue()
    with pytest.raises(Gone):
        day.library.back_up("timed")
    day.library.close()
    assert day.path.read_bytes() == before
    assert log.read_bytes() == b"of another program"


def test_what_comes_back_is_not_trusted(day: Day) -> None:
    aside = day.path.parent.with_name("elsewhere")
    day.path.parent.rename(aside)
    with pytest.raises(Gone):
        day.capture("wedyn")
    aside.rename(day.path.parent)
    with pytest.raises(Gone):
        day.capture("eto")
    day.reopen()
    day.capture("nawr")


def test_nothing_is_made_where_it_was(day: Day) -> None:
    day.path.unlink()
    with pytest.raises(Problem):
        day.library.workshop(day.session)
    assert not day.path.exists()


def test_an_open_library_is_not_gone(day: Day) -> None:
    for number in range(30):
        day.capture("x" * 3000 * number)
    day.library.back_up("asked")
    assert not day.library.is_gone


def test_a_copy_never_takes_the_name_of_a_library_in_use(day: Day, tmp_path: Path) -> None:
    day.capture("un")
    other = Library.open(tmp_path / "other.gwdy")
    for path in (day.path, other.path):
        before = path.read_bytes()
        with pytest.raises(Problem, match="in use"):
            day.library.save_as(path)
        assert path.read_bytes() == before
    other.close()
    day.library.save_as(other.path)
    assert day.library.check() == []


def test_what_was_written_last_is_not_played_into_what_came_in_its_place(
    day: Day, tmp_path: Path
) -> None:
    day.capture("o'r cwmwl")
    older = tmp_path / "older.gwdy"
    day.library.save_as(older)
    for number in range(20):
        day.capture(f"wedyn {number}")
    older.replace(day.path)
    with pytest.raises(Gone):
        day.capture("eto")
    assert len(list(day.path.parent.glob("library.gwdy.left-*-wal"))) == 1
    day.reopen()
    assert day.library.check() == []
    cards = day.library.workshop(day.session).of(Card)
    assert [card.text.cy.words for card in cards] == ["o'r cwmwl"]
