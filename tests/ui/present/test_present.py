"""The window for the room: what it shows, its keys, and that it follows what happens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot
from tests.ui.board.conftest import cards, theme  # noqa: F401 - fixtures

from gweithdy.domain.board import Board, Card, CardKind, Lane
from gweithdy.domain.ids import Id
from gweithdy.edits import board, people
from gweithdy.edits.sessions import new_session
from gweithdy.ui.context import Context
from gweithdy.ui.present.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot, context: Context, cards: list[Id]) -> Iterator[PresentWindow]:  # noqa: F811
    assert cards
    made = PresentWindow(context, is_alone=True)
    qtbot.addWidget(made)
    made.resize(960, 540)
    made.present(context.desk.workshop.of(Board)[0].id, "")
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def all_words(window: PresentWindow) -> str:
    kept = window.number
    said = []
    for number in range(len(window.pages)):
        window.number = number
        said.append(window.words())
    window.number = kept
    return "\n".join(said)


def test_it_shows_cards_and_not_who_said_them_or_how_many_chose_them(
    context: Context,
    window: PresentWindow,
    cards: list[Id],  # noqa: F811
) -> None:
    desk = context.desk
    desk.do(people.add_all(desk.workshop, [{"name": "Mair Puw", "named": True}]))
    person = desk.workshop.of(people.Participant)[0].id
    desk.do(board.change_card(desk.workshop, cards[0], said_by=person, noted_by="Gwen"))
    desk.do(board.set_votes(desk.workshop, cards[0], "room", 4321))
    window.refresh()
    said = all_words(window)
    assert "One" in said
    assert "Five" in said
    for hidden in ("Mair", "Gwen", "4321", "room"):
        assert hidden not in said


def test_it_follows_what_happens_and_stays_on_its_page(
    qtbot: QtBot, context: Context, window: PresentWindow
) -> None:
    desk = context.desk
    lane = desk.workshop.of(Lane)[0].id
    for n in range(40):
        desk.do(
            board.add_card(desk.workshop, f"Card {n}", "en", lane, CardKind.NONE, "", desk.now())
        )
    qtbot.waitUntil(lambda: "Card 39" in all_words(window))
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    before, held = window.number, window.words().splitlines()[1]
    first = next(c.id for c in desk.workshop.of(Card) if c.text.en.words == "One")
    desk.do(board.remove_cards(desk.workshop, [first]))
    qtbot.waitUntil(lambda: "One" not in all_words(window).splitlines())
    assert held in window.words()
    assert abs(window.number - before) <= 1


def test_keys_turn_pages_choose_languages_and_sizes_and_close(
    qtbot: QtBot, window: PresentWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_End)
    assert window.number == len(window.pages) - 1 > 0
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert window.number == len(window.pages) - 1
    qtbot.keyClick(window, Qt.Key.Key_Home)
    assert window.number == 0
    qtbot.keyClick(window, Qt.Key.Key_Right)
    assert window.number == 1
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert window.number == 0
    assert window.languages == "en"
    assert " – " not in window.words()
    qtbot.keyClick(window, Qt.Key.Key_L)
    assert window.languages == "both"
    assert "Sut beth" in window.words()
    assert "What would good" in window.words()
    qtbot.keyClick(window, Qt.Key.Key_L)
    assert window.languages == "cy"
    # What nobody has translated is there, and says in which language.
    assert "One  (English)" in window.words()
    high = window.pages[0][1].height
    for _ in range(9):
        qtbot.keyClick(window, Qt.Key.Key_Plus)
    assert window.pages[0][1].height > high * 1.4
    for _ in range(20):
        qtbot.keyClick(window, Qt.Key.Key_Minus)
    assert window.pages[0][1].height < high
    with qtbot.waitSignal(window.left):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_one_theme_alone(context: Context, window: PresentWindow, theme: Id) -> None:  # noqa: F811
    window.present(context.desk.workshop.of(Board)[0].id, theme)
    said = all_words(window)
    assert "Group" in said
    assert "Three" in said
    assert "One" not in said


def test_it_is_read_aloud_and_drawn(window: PresentWindow) -> None:
    assert "One" in window.accessibleDescription()
    assert window.accessibleName().startswith("Screen for the room")
    drawn = window.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(0, 960, 7) for y in range(0, 540, 7)}
    assert len(colours) > 3


def test_it_closes_with_its_session(context: Context, window: PresentWindow) -> None:
    context.desk.close()
    assert not window.isVisible()


def test_keys_without_ctrl_can_be_turned_off(
    qtbot: QtBot, window: PresentWindow, context: Context
) -> None:
    context.settings.put("short_keys", 0)
    high = window.pages[0][1].height
    for key in (Qt.Key.Key_L, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(window, key)
    assert (window.languages, window.pages[0][1].height) == ("en", high)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.languages == "both"


def test_it_closes_when_another_session_is_opened(context: Context, window: PresentWindow) -> None:
    edit = new_session("Arall", "Another")
    context.desk.do(edit)
    context.desk.open(edit.session)
    assert not window.isVisible()


def test_it_begins_where_one_is(
    context: Context,
    window: PresentWindow,
    cards: list[Id],  # noqa: F811
) -> None:
    window.present(context.desk.workshop.of(Board)[0].id, "", cards[3])
    assert window.number > 0
    assert "Four" in window.words()


def test_two_languages_stand_beside_each_other_and_one_has_all_the_width(
    window: PresentWindow,
) -> None:
    alone, _ = window.columns()
    window.languages = "both"
    wide, gap = window.columns()
    assert gap > 0
    assert 2 * wide + gap == pytest.approx(alone)


def test_lines_stand_apart(window: PresentWindow) -> None:
    for placed in window.pages[0]:
        letters = QFontMetricsF(window._letters(placed.said.role)).height()
        assert placed.height > letters * 1.2


def test_keys_are_told_on_the_only_screen_and_not_to_the_room(
    qtbot: QtBot,
    context: Context,
    cards: list[Id],  # noqa: F811
) -> None:
    assert cards
    for is_alone in (True, False):
        made = PresentWindow(context, is_alone=is_alone)
        qtbot.addWidget(made)
        made.resize(960, 540)
        made.present(context.desk.workshop.of(Board)[0].id, "")
        drawn = made.grab().toImage()
        foot = {drawn.pixelColor(x, y).name() for x in range(24, 400) for y in range(512, 535)}
        assert (len(foot) > 1) is is_alone
        made.close()
