"""What is found is counted; where more is found than is listed, that is said."""

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.edits.sessions import new_session
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.library.search import MOST

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


@pytest.mark.parametrize(
    ("more", "said"), [(0, "100 places found"), (1, "More than 100 places found")]
)
def test_it_says_if_there_are_more(program: "Program", qtbot: QtBot, more: int, said: str) -> None:
    for number in range(MOST + more):
        program.desk.do(new_session("", f"Zebra {number}"))
    program.window.show_page("library")
    page = program.window.pages["library"]
    assert isinstance(page, LibraryPage)
    page.search.setText("zebra")
    qtbot.waitUntil(lambda: page.results.items.count() == MOST)
    assert page.results.sentence.text().startswith(said)
    assert program.desk.catalogue.of(Session)
