"""What was found: under its session, with the words marked, and with a way back."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, Lane
from gweithdy.domain.board import CardKind as Kind
from gweithdy.edits import board
from gweithdy.edits.sessions import new_session
from gweithdy.language.finding import places
from gweithdy.ui.library.found_lines import HEADING, SHOWN, excerpt
from gweithdy.ui.library.page import LibraryPage

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("yr hen rwystrau mawr", "rhwystr", ["rwystrau"]),
        ("yng Nghaerdydd a Gaerdydd", "caerdydd", ["Nghaerdydd", "Gaerdydd"]),
        ("y tŷ a’r ty", "tŷ", ["tŷ", "ty"]),
        ("gofal a gofalwyr", "gofal", ["gofal", "gofalwyr"]),
        ("a car and a cart", "a", ["a", "a"]),
        ("dim byd", "rhwystr", []),
    ],
)
def test_the_words_that_were_found_are_known(text: str, asked: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, asked)] == found


def test_what_was_found_is_in_sight(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    long = "Card: " + "geiriau " * 60 + "y rhwystr"
    shown = excerpt(long, "rhwystr", 400, metrics)
    assert shown.startswith("Card: … ")
    assert shown.endswith("y rhwystr")
    assert metrics.horizontalAdvance(shown) < 400
    assert excerpt("Card: y rhwystr", "rhwystr", 400, metrics) == "Card: y rhwystr"
    assert qtbot


@pytest.fixture
def page(program: "Program") -> LibraryPage:
    """The window with two sessions, each with two cards about monkeys; the first is open."""
    desk = program.desk
    made = []
    for title in ("Cyntaf", "Ail"):
        edit = new_session(title, title)
        desk.do(edit)
        made.append(edit.session)
        desk.open(edit.session)
        lane = desk.workshop.of(Lane)[0].id
        lines = [("y mwncïod mawr", "cy"), (f"dau fwnci yn {title}", "cy")]
        desk.do(board.add_cards(desk.workshop, lines, lane, Kind.NONE, "room", desk.now()))
    program.window.open_session(made[0], "run")
    program.window.show_page("board")
    qt_key(program, Qt.Key.Key_F)
    found = program.window.pages["library"]
    assert isinstance(found, LibraryPage)
    return found


def qt_key(program: "Program", key: Qt.Key) -> None:
    id = {Qt.Key.Key_F: "window.search", Qt.Key.Key_R: "window.return"}[key]
    program.window.bound.run(id)


def test_results_stand_under_their_session_the_open_one_first(
    program: "Program", page: LibraryPage, qtbot: QtBot
) -> None:
    page.search.setText("mwnci")
    qtbot.waitUntil(lambda: page.results.items.count() == 4)
    items = [page.results.items.item(row) for row in range(4)]
    assert [item.data(HEADING) for item in items] == ["Cyntaf", "", "Ail", ""]
    assert all(item.text().endswith(item.data(SHOWN)) for item in items)
    assert all(item.text().startswith(("Cyntaf › Card: ", "Ail › Card: ")) for item in items)
    # The lines with a session above them are taller, and all are drawn.
    heights = [page.results.items.visualItemRect(item).height() for item in items]
    assert heights[0] == heights[2] > heights[1] == heights[3]
    # Nothing touches the edge of the list, the name of a session neither.
    image = page.results.items.viewport().grab().toImage()
    paper = image.pixelColor(0, 1)
    edge = range(program.theme.px(8))
    assert all(image.pixelColor(x, y) == paper for x in edge for y in range(heights[0] // 2))


def test_enter_goes_to_the_very_card_and_back_to_where_the_search_began(
    program: "Program", page: LibraryPage, qtbot: QtBot
) -> None:
    window, desk = program.window, program.desk
    began = desk.workshop.id
    page.search.setText("mwnci yn ail")
    qtbot.waitUntil(lambda: page.results.items.count() == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.results.items, Qt.Key.Key_Return)
    assert desk.workshop.id != began
    assert window.key == "board"
    current = window.pages["board"].pane.view.current
    assert desk.workshop.get(Card, current).text.cy.words == "dau fwnci yn Ail"
    assert "Back to where the search began: Cyntaf" in window.notices.text()
    assert "Alt+Home" in window.notices.text()
    qt_key(program, Qt.Key.Key_R)
    assert (desk.workshop.id, window.key) == (began, "board")
    qt_key(program, Qt.Key.Key_F)
    assert page.search.text() == "mwnci yn ail", "what was asked is still there"
