"""A damaged value stops nobody: the session opens, it is told, and nothing is overwritten."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from benchmarks import flips
from tests.storage.day import Day

from gweithdy.domain.board import CARD_KIND_LABELS, Card, CardKind
from gweithdy.domain.change import Change, Edit, Place
from gweithdy.domain.session import Session
from gweithdy.edits.board import change_card
from gweithdy.storage.library import Library

CARD = "0b9c7a52-7f2e-4a51-9a3b-0d6f8c1e2a34"

DAMAGED = {
    "kind": "x'ff'",
    "captured": "'2026-11-21 25:00:00.000000'",
    "text_cy_words": "CAST(x'5461c3' AS TEXT)",
    "text_original": "'fr'",
    "order": "'first'",
    "source": "x'07'",
    "deleted": "5",
}


@pytest.fixture
def card(day: Day) -> Day:
    values = {
        "deleted": False, "session": day.session, "lane": day.lane, "text.cy.words": "Tân",
        "text.original": "cy", "kind": CardKind.CULTURAL, "source": "room", "order": 3.0,
        "captured": None,
    }  # fmt: skip
    made = tuple(Change("card", CARD, path, value) for path, value in values.items())
    day.library.write(Edit("Add a card", made, day.session))
    return day


def damaged(day: Day, table: str, values: str) -> Library:
    """The library after somebody wrote over its file, opened again."""
    day.library.close()
    with closing(sqlite3.connect(day.path)) as raw, raw:
        raw.execute(f"UPDATE {table} SET {values}")  # noqa: S608 - our own words
    day.library = Library.open(day.path, look_later=True)
    return day.library


@pytest.mark.parametrize("column", DAMAGED)
def test_one_damaged_value_is_told_and_the_rest_is_read(card: Day, column: str) -> None:
    library = damaged(card, "card", f'"{column}" = {DAMAGED[column]}')
    workshop = library.workshop(card.session)
    read = workshop.get(Card, CARD)
    path = column.replace("_", ".")
    assert workshop.unread == (Place("card", CARD, path),)
    assert workshop.damage
    assert read.lane == card.lane
    if column != "text_cy_words":
        assert read.text.cy.words == "Tân"
    assert not read.deleted
    found = library.check()
    assert any(CARD in each.values.values() for each in found)


def test_of_broken_words_the_rest_can_be_read(card: Day) -> None:
    library = damaged(card, "card", "text_cy_words = CAST(x'54c36e' AS TEXT)")
    assert library.workshop(card.session).get(Card, CARD).text.cy.words == "T\ufffdn"


def test_what_is_shelved_is_told_with_the_catalogue(day: Day) -> None:
    library = damaged(day, "session", "date = 'someday', start = 'soon'")
    catalogue = library.catalogue()
    assert [each.field for each in catalogue.unread] == ["date", "start"]
    assert catalogue.get(Session, day.session).date is None


def test_nothing_is_told_of_a_library_that_is_whole(card: Day) -> None:
    workshop = card.library.workshop(card.session)
    assert (workshop.unread, workshop.damage) == ((), None)
    assert card.library.catalogue().damage is None


def test_nothing_is_overwritten_by_opening_and_by_editing_elsewhere(card: Day) -> None:
    library = damaged(card, "card", "captured = 'noon', kind = 'ritual'")
    workshop = library.workshop(card.session)
    library.write(change_card(workshop, CARD, source="online"))
    library.close()
    with closing(sqlite3.connect(card.path)) as raw:
        row = raw.execute("SELECT captured, kind, source FROM card").fetchone()
    assert row == ("noon", "ritual", "online")
    card.library = Library.open(card.path)


def test_a_choice_of_a_newer_version_is_kept_and_has_a_name(card: Day) -> None:
    new = CardKind("ritual")
    workshop = card.library.workshop(card.session)
    card.library.write(change_card(workshop, CARD, kind=new))
    card.library.write(change_card(workshop, CARD, source="online"))
    workshop = card.library.workshop(card.session)
    assert (workshop.get(Card, CARD).kind, workshop.unread) == (new, ())
    assert CARD_KIND_LABELS[workshop.get(Card, CARD).kind] == "Other"
    assert card.library.check() == []


@pytest.mark.parametrize(
    "damage", ["'{\"deleted\": fal'", "x'7b7d'", "CAST(x'7b22ff227d' AS TEXT)", "'[]'"]
)
def test_a_damaged_history_is_found(card: Day, damage: str) -> None:
    library = damaged(card, "change", f"value = {damage} WHERE field IS NULL")
    assert library.workshop(card.session).unread == ()
    assert "A value cannot be read" in {each.message[:22] for each in library.check()}


def test_a_history_with_a_value_that_cannot_be_one_is_found(card: Day) -> None:
    card.library.write(card.edit("card", CARD, captured=None))
    library = damaged(card, "change", "value = '\"noon\"' WHERE field IS NOT NULL")
    assert [each.values["fields"] for each in library.check()] == ["captured"]


def test_a_time_that_cannot_be_read_stops_nobody_and_is_found(card: Day) -> None:
    library = damaged(card, "edit", "at = 'noon'")
    assert library.changed_since_backup
    assert len(library.check()) == library.catalogue().position


@pytest.mark.parametrize(
    "table", ["CREATE TABLE cxrd", "CREATE TABLE card (\n\tix VARCHAR(36) NOT NULL"]
)
def test_damaged_names_of_tables_are_told_in_words(card: Day, table: str) -> None:
    card.library.close()
    data = card.path.read_bytes()
    place = data.index(b"CREATE TABLE card")
    card.path.write_bytes(data[:place] + table.encode() + data[place + len(table) :])
    assert flips.look(card.path, []) == flips.REFUSED
    card.path.write_bytes(data)
    card.library = Library.open(card.path)


def test_no_byte_of_a_library_ends_in_a_traceback(tmp_path: Path) -> None:
    outcomes = flips.run(25, tmp_path, seed=3)
    assert not outcomes[flips.MISSED]
    assert outcomes[flips.FOUND]
