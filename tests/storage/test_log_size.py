"""The log stays small: bytes and rows, which no busy computer can change."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.text import Language, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board import add_card, change_card
from gweithdy.edits.sessions import new_session
from gweithdy.storage.library import Library

MANY = 300
NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)


class Writer:
    """Somebody who writes in a session and has all of it on screen."""

    def __init__(self, library: Library) -> None:
        self.library = library
        edit = new_session("Diwrnod darganfod", "A day of discovery")
        library.write(edit)
        self.workshop: Workshop = library.workshop(edit.session)

    def do(self, edit: Edit) -> None:
        edit = replace(edit, author="Mair Hughes", seen=self.workshop.position)
        self.workshop.position = self.library.write(edit)
        self.workshop.take(edit)

    def capture(self) -> None:
        words = "Mae'r gwasanaethau'n gweithio ar wahân, heb siarad â'i gilydd"
        lane = self.workshop.of(Lane)[1].id
        self.do(add_card(self.workshop, words, "cy", lane, CardKind.CULTURAL, "room", NOW))

    def pause(self, card: Card, number: int) -> None:
        words = f"Mae'r gwasanaethau'n gweithio ar wahân, heb siarad â'i gilydd {number}"
        self.do(change_card(self.workshop, card.id, text=Typed(Language.CY, words)))

    def counted(self, query: str) -> int:
        with closing(sqlite3.connect(self.library.path)) as connection:
            return int(connection.execute(query).fetchone()[0])

    def size(self) -> int:
        return self.counted("PRAGMA page_count") * self.counted("PRAGMA page_size")

    def rows(self, table: str) -> int:
        return self.counted(f"SELECT count(*) FROM {table}")  # noqa: S608 - names of ours


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    library = Library.open(tmp_path / "library.gwdy")
    yield Writer(library)
    library.close()


def test_a_captured_card_is_one_row_of_the_log_and_follows_nothing(writer: Writer) -> None:
    before = [writer.rows(table) for table in ("edit", "change", "thing")]
    writer.capture()
    after = [writer.rows(table) for table in ("edit", "change", "thing")]
    assert after == [count + 1 for count in before]
    assert writer.rows("change_parent") == 0


def test_a_pause_is_one_row_of_the_log_that_follows_one(writer: Writer) -> None:
    writer.capture()
    writer.pause(writer.workshop.of(Card)[0], 1)
    before = [writer.rows(table) for table in ("edit", "change", "change_parent")]
    words = [writer.rows(table) for table in ("word", "thing")]
    writer.pause(writer.workshop.of(Card)[0], 2)
    after = [writer.rows(table) for table in ("edit", "change", "change_parent")]
    assert after == [count + 1 for count in before]
    assert [writer.rows(table) for table in ("word", "thing")] == words


def test_a_card_takes_less_than_a_thousand_bytes(writer: Writer) -> None:
    before = writer.size()
    for _ in range(MANY):
        writer.capture()
    assert 300 < (writer.size() - before) / MANY < 1000


@pytest.mark.parametrize("cards", [1, MANY])
def test_a_pause_takes_less_than_three_hundred_bytes(writer: Writer, cards: int) -> None:
    for _ in range(cards):
        writer.capture()
    before = writer.size()
    for number in range(MANY):
        writer.pause(writer.workshop.of(Card)[number % cards], number)
    assert 100 < (writer.size() - before) / MANY < 300
