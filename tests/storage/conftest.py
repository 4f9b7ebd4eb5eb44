"""A day in a library of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.storage.library import Library


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    path = tmp_path / "Tŷ ŵ 100%" / "library.gwdy"
    path.parent.mkdir()
    library = Library.open(path)
    session, board, lane = new_id(), new_id(), new_id()
    changes = (
        Change("session", session, "deleted", False),
        Change("session", session, "title.cy.words", "Gweledigaeth"),
        # On purpose before the board that it refers to.
        Change("lane", lane, "deleted", False),
        Change("lane", lane, "session", session),
        Change("lane", lane, "board", board),
        Change("board", board, "deleted", False),
        Change("board", board, "session", session),
    )
    library.write(Edit("New session", changes, session))
    made = Day(path, library, session, lane)
    yield made
    made.library.close()
