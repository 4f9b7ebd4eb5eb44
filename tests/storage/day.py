"""A day in a library of its own: a session with a lane, and what is done to it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gweithdy.domain.board import CardKind
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.storage.library import Library

PATHS = {"text_cy": "text.cy.words", "text_en": "text.en.words", "text_original": "text.original"}

CAPTURED = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)

PAGE = 4096
"""Bytes of a page of the file."""


@dataclass
class Day:
    """A library with one session and one lane."""

    path: Path
    library: Library
    session: Id
    lane: Id

    def edit(self, noun: str, id: Id, **values: Value) -> Edit:
        """The edit that sets `values`; "text_cy" means "text.cy.words"."""
        paths = {PATHS.get(name, name): value for name, value in values.items()}
        changes = tuple(Change(noun, id, path, value) for path, value in paths.items())
        return Edit("Test", changes, self.session)

    def card(self, words: str, id: Id = "") -> Edit:
        """The edit of one captured card."""
        return self.edit(
            "card", id or new_id(),
            session=self.session, lane=self.lane, text_cy=words, text_original="cy", deleted=False,
            kind=CardKind.CULTURAL, source="room", captured=CAPTURED, order=1024.0,
        )  # fmt: skip

    def faulty(self) -> Edit:
        """A card in a lane that there is not: only the database itself notices."""
        return self.edit("card", new_id(), session=self.session, lane=new_id(), deleted=False)

    def capture(self, words: str) -> Id:
        """Write a card; its id."""
        edit = self.card(words)
        self.library.write(edit)
        return edit.changes[0].id

    def rewrite(self, id: Id, words: str) -> None:
        """Put other words on a card."""
        self.library.write(self.edit("card", id, text_cy=words))

    def reopen(self) -> Library:
        """Close the library and open it again."""
        self.library.close()
        self.library = Library.open(self.path)
        return self.library

    def close_damaged(self) -> None:
        """Close the library with many cards in it, and overwrite a page that has some of them."""
        for number in range(100):
            self.capture(f"a card with the number {number}")
        self.library.close()
        whole = bytearray(self.path.read_bytes())
        page = whole.index(b"a card with the number 50") // PAGE * PAGE
        whole[page : page + PAGE] = b"\xff" * PAGE
        self.path.write_bytes(whole)
