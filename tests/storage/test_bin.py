"""The bin: what was deleted comes back whole, or goes for good and leaves nothing behind."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gweithdy.domain.board import Card
from gweithdy.domain.session import Session
from gweithdy.edits.sessions import bring_in, delete_session, new_session, restore_session
from gweithdy.exchange.demo import demonstration
from gweithdy.storage.bin import KEPT
from gweithdy.storage.library import Gone, Library

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Ticking:
    """A clock that is moved by hand."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def library(tmp_path: Path, clock: Ticking) -> Library:
    library = Library.open(tmp_path / "library.gwdy", now=clock)
    for file in demonstration():
        library.write(bring_in(file.workshop, file.series, library.catalogue(), None))
    return library


def delete(library: Library) -> Session:
    session = library.catalogue().of(Session)[0]
    library.write(delete_session(session))
    return session


def test_the_bin_says_when_each_was_deleted(library: Library, clock: Ticking) -> None:
    assert library.binned() == {}
    clock.now += timedelta(days=3)
    session = delete(library)
    assert library.binned() == {session.id: clock.now}
    library.close()


def test_what_is_restored_is_whole_and_no_longer_in_the_bin(library: Library) -> None:
    before = library.workshop(library.catalogue().of(Session)[0].id)
    session = delete(library)
    library.write(restore_session(library.catalogue().get(Session, session.id)))
    assert library.binned() == {}
    after = library.workshop(session.id)
    assert after.of(Card) == before.of(Card)
    assert not after.session.deleted
    library.close()


def test_what_is_erased_leaves_no_word_behind(library: Library, tmp_path: Path) -> None:
    session = library.catalogue().of(Session)[0]
    words = library.workshop(session.id).of(Card)[0].text.cy.words
    assert library.search(words)
    delete(library)
    library.erase([session.id])
    assert [one.id for one in library.catalogue().everything() if one.id == session.id] == []
    assert not any(hit.session == session.id for hit in library.search(words))
    assert library.check() == []
    library.close()
    for file in tmp_path.iterdir():
        if file.is_file():
            assert words.encode() not in file.read_bytes(), file.name


def test_other_sessions_are_untouched(library: Library) -> None:
    other = library.catalogue().of(Session)[1]
    before = library.workshop(other.id).everything()
    session = delete(library)
    library.erase([session.id])
    assert library.workshop(other.id).everything() == before
    library.close()


def test_only_what_is_deleted_is_erased(library: Library) -> None:
    session = library.catalogue().of(Session)[0]
    library.erase([session.id])
    assert library.catalogue().find(Session, session.id)
    library.close()


def test_the_same_session_can_be_imported_again(library: Library) -> None:
    file = demonstration()[0]
    delete(library)
    library.erase([file.workshop.id])
    library.write(bring_in(file.workshop, file.series, library.catalogue(), None))
    assert len(library.workshop(file.workshop.id).of(Card)) == len(file.workshop.of(Card))
    assert library.check() == []
    library.close()


def test_what_is_written_after_it_is_counted_on(library: Library, tmp_path: Path) -> None:
    session = delete(library)
    library.erase([session.id])
    library.write(new_session("Newydd", "New"))
    library.close()
    again = Library.open(tmp_path / "library.gwdy")
    assert again.write(new_session("Arall", "Zebra"))
    assert again.check() == []
    assert [hit.noun for hit in again.search("Zebra")] == ["session"]
    again.close()


@pytest.mark.parametrize(("days", "gone"), [(29, False), (31, True)])
def test_it_goes_after_thirty_days(
    library: Library,
    clock: Ticking,
    days: int,
    gone: bool,  # noqa: FBT001 - what is expected
) -> None:
    session = delete(library)
    clock.now += timedelta(days=days)
    library.write(new_session("Newydd", "New"))
    assert library.overdue(clock.now) == ([session.id] if gone else [])
    library.close()


def test_a_clock_that_runs_ahead_empties_nothing(library: Library, clock: Ticking) -> None:
    delete(library)
    assert library.overdue(clock.now + 10 * KEPT) == []
    library.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows holds a file that is open")
def test_nothing_is_erased_in_a_library_that_was_taken_away(
    library: Library, tmp_path: Path
) -> None:
    session = delete(library)
    away = tmp_path / "library.gwdy"
    away.rename(tmp_path / "away")
    with pytest.raises(Gone):
        library.erase([session.id])
    library.close()


@pytest.mark.parametrize("damage", ["noon", b"\xff", 5])
@pytest.mark.parametrize(("which", "at"), [("max", NOW), ("min", None)])
def test_a_moment_that_cannot_be_read_empties_nothing(
    library: Library, clock: Ticking, tmp_path: Path, damage: object, which: str, at: object
) -> None:
    """Neither that of the last edit, nor that of any."""
    session = delete(library)
    clock.now += 2 * KEPT
    library.write(new_session("Newydd", "New"))
    library.close()
    damaged = f"UPDATE edit SET at = ? WHERE number >= (SELECT {which}(number) FROM edit)"  # noqa: S608
    with closing(sqlite3.connect(tmp_path / "library.gwdy")) as raw, raw:
        raw.execute(damaged, (damage,))
    again = Library.open(tmp_path / "library.gwdy", now=clock)
    assert again.binned() == {session.id: at}
    assert again.overdue(clock.now) == []
    again.close()
