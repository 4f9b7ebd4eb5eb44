"""Themes inside themes, closed ones, cards in several, merged cards: by keys, on disk, undone."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gweithdy.domain.arrange import GUEST
from gweithdy.domain.board import Board, Card, Lane, Theme, ThemeRole
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import seen
from gweithdy.domain.restraint import Naming
from gweithdy.domain.text import Language, both, said
from gweithdy.edits import board, moderation
from gweithdy.edits.naming import tighten
from gweithdy.ui.board.history_sheet import HistorySheet
from gweithdy.ui.board.notes import notes_of
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(page: BoardPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL_SHIFT) -> None:
    QTest.keyClick(page.pane.view, key, modifiers)


def choices(page: BoardPage) -> dict[str, QMenu]:
    (menu,) = [each for each in page.pane.view.findChildren(QMenu) if each.isVisible()]
    return {action.text().strip(): action for action in menu.actions()}  # type: ignore[misc]


def on_disk(context: Context) -> list[Card]:
    """What another start of the program would see."""
    return seen(context.library.workshop(context.desk.workshop.id))


@pytest.fixture
def other(context: Context, cards: list[Id], theme: Id) -> Id:
    """A second theme, in the lane of barriers, with the card Four in it."""
    assert theme
    desk = context.desk
    edit = board.group(desk.workshop, [cards[3]], said("Other", "en"))
    desk.do(edit)
    return edit.changes[0].id


def test_a_lane_says_how_many_cards_it_has_also_with_a_closed_theme(
    page: BoardPage, theme: Id, cards: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cards
    strip, words = page.pane.view.strip, page.pane.scene.face.words
    told: list[int] = []
    monkeypatch.setattr(words, "ntr", lambda _one, _many, n, **_: told.append(n) or str(n))
    strip.grab()
    before, told[:] = list(told), []
    page.pane.view.make_current(theme)
    press(page, Qt.Key.Key_C)
    told.clear()
    strip.grab()
    assert told == before


def test_a_closed_theme_shows_how_many_and_what_is_in_it(
    page: BoardPage, theme: Id, cards: list[Id]
) -> None:
    card = cards[2]
    view, scene = page.pane.view, page.pane.scene
    view.make_current(theme)
    press(page, Qt.Key.Key_C)
    assert not any(lane.cards.keys() & {card} for _, lane in scene.lanes)
    assert "1 card" in scene.themes[theme]._notes
    assert scene.themes[theme]._peek == ["Three"]
    assert "Closed" in view.reading.name(theme)
    press(page, Qt.Key.Key_C)
    assert scene.themes[theme]._peek == []
    assert "Closed" not in view.reading.name(theme)


def test_a_card_that_is_looked_for_opens_its_theme(
    page: BoardPage, theme: Id, cards: list[Id]
) -> None:
    page.pane.view.make_current(theme)
    press(page, Qt.Key.Key_C)
    assert page.pane.scene.place(cards[2]) is None
    page.go_to(cards[2])
    assert page.pane.scene.place(cards[2])
    assert page.pane.view.current == cards[2]


def test_the_sign_on_a_theme_closes_it(page: BoardPage, theme: Id, cards: list[Id]) -> None:
    view, item = page.pane.view, page.pane.scene.themes[theme]
    at = view.mapFromScene(item.mapToScene(item.sign.center()))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.pane.scene.place(cards[2]) is None


def test_a_theme_is_put_inside_another_by_keys(
    page: BoardPage, context: Context, theme: Id, other: Id
) -> None:
    view, scene = page.pane.view, page.pane.scene
    view.make_current(other)
    press(page, Qt.Key.Key_M)
    choices(page)["Inside the theme: Group"].trigger()
    workshop = context.desk.workshop
    assert workshop.get(Theme, other).parent == theme
    inside, around = scene.place(other), scene.place(theme)
    assert inside
    assert around
    assert around.contains(inside)
    assert view.reading.level(other) == view.reading.level(theme) + 1
    context.desk.undo()
    assert workshop.get(Theme, other).parent == ""


def test_a_theme_that_is_closed_closes_what_is_inside_it(
    page: BoardPage, context: Context, theme: Id, other: Id
) -> None:
    context.desk.do(board.nest_theme(context.desk.workshop, other, theme))
    page.pane.view.make_current(theme)
    press(page, Qt.Key.Key_C)
    assert page.pane.scene.place(other) is None
    assert "2 cards" in page.pane.scene.themes[theme]._notes


def test_a_card_in_two_themes_is_on_the_board_twice_with_a_mark(
    page: BoardPage, context: Context, cards: list[Id], other: Id
) -> None:
    view, scene = page.pane.view, page.pane.scene
    view.make_current(cards[2])
    press(page, Qt.Key.Key_A)
    choices(page)["Other"].trigger()
    guest = f"{cards[2]}{GUEST}{other}"
    assert scene.place(cards[2])
    assert scene.place(guest)
    assert "In 2 themes" in view.reading.name(cards[2])
    # A reader is not told what the sign is called.
    assert ", In 2 themes" in view.reading.name(guest)
    lanes = [lane.contents for _, lane in scene.lanes]
    card = next(each for lane in lanes for group in lane.groups for each in group.guests)
    assert "↗ In 2 themes" in notes_of(card, 0, Language.EN, context.words)
    counts = [lane.contents.count for _, lane in scene.lanes]
    assert sum(counts) == len(cards)
    view.make_current(guest)
    press(page, Qt.Key.Key_V)
    assert view.board.votes_of(cards[2]) == view.board.votes_of(guest) == 1
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert context.desk.workshop.get(Card, cards[2]).also_in == ()
    assert context.desk.workshop.find(Card, cards[2])
    assert view.current == other


def test_cards_are_merged_and_split_by_keys(
    page: BoardPage, context: Context, cards: list[Id]
) -> None:
    view = page.pane.view
    view.make_current(cards[0])
    page.pane.scene.choose(cards[:2])
    press(page, Qt.Key.Key_J)
    (merged,) = [card for card in on_disk(context) if card.made_of]
    assert merged.text.en.words == "One\nTwo"
    assert view.current == merged.id
    assert len(on_disk(context)) == 4
    assert "Made of 2 cards" in view.reading.name(merged.id)
    page.pane.open_details()
    told = page.pane.details.card.layers.text()
    assert "“One” (Room" in told
    assert "“Two” (Room" in told
    view.setFocus()
    press(page, Qt.Key.Key_G)
    assert {card.id for card in on_disk(context)} == set(cards)
    context.desk.undo()
    context.desk.undo()
    assert {card.id for card in on_disk(context)} == set(cards)


def test_two_themes_are_merged_by_keys(
    page: BoardPage, context: Context, cards: list[Id], theme: Id, other: Id
) -> None:
    page.pane.view.make_current(other)
    press(page, Qt.Key.Key_J)
    choices(page)["Group"].trigger()
    workshop = context.desk.workshop
    assert [each.id for each in workshop.of(Theme)] == [theme]
    assert workshop.get(Card, cards[3]).theme == theme
    assert page.pane.view.current == theme


def test_the_colour_of_a_theme_is_chosen_and_said(
    page: BoardPage, context: Context, theme: Id
) -> None:
    page.pane.view.make_current(theme)
    page.pane.open_details()
    box = page.pane.details.theme.role
    box.setCurrentIndex(box.findText("Blue"))
    box.activated.emit(box.currentIndex())
    assert context.desk.workshop.get(Theme, theme).role is ThemeRole.BLUE
    assert "Blue" in page.pane.view.reading.name(theme)


def test_the_outline_has_themes_inside_themes_and_guests(
    page: BoardPage, context: Context, cards: list[Id], theme: Id, other: Id
) -> None:
    desk = context.desk
    desk.do(board.nest_theme(desk.workshop, other, theme))
    desk.do(board.also_in(desk.workshop, [cards[2]], other))
    page.show_view("outline")
    model = page.outline.model
    assert model.index_of(other).parent() == model.index_of(theme)
    assert model.index_of(f"{cards[2]}{GUEST}{other}").parent() == model.index_of(other)
    assert model.index_of(cards[2]).parent() == model.index_of(theme)


def test_the_history_of_a_card_gives_its_words_and_its_place_back(
    page: BoardPage, context: Context, cards: list[Id]
) -> None:
    desk = context.desk
    first, second = (lane.id for lane in desk.workshop.of(Lane)[:2])
    desk.do(board.change_card(desk.workshop, cards[0], text=said("Uno", "en")))
    desk.do(board.move_cards(desk.workshop, [cards[0]], second))
    page.pane.view.make_current(cards[0])
    page.pane.open_details()
    assert page.pane.details.card.layers.text() == "As it was first said: One"
    page.pane.view.setFocus()
    press(page, Qt.Key.Key_H)
    (sheet,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HistorySheet)]
    texts = [sheet.rows.item(row).text() for row in range(sheet.rows.count())]
    assert "What is in the way?" in texts[0]
    assert "“One” → “Uno”" in texts[1]
    assert "“One”" in texts[2]
    assert not sheet.words_back.isEnabled()
    sheet.rows.setCurrentRow(2)
    sheet.words_back.click()
    assert desk.workshop.get(Card, cards[0]).text.en.words == "One"
    assert sheet.rows.currentRow() == sheet.rows.count() - 1, "on the same step"
    sheet.place_back.click()
    assert desk.workshop.get(Card, cards[0]).lane == first
    assert sheet.rows.count() == 5
    desk.undo()
    desk.undo()
    card = desk.workshop.get(Card, cards[0])
    assert (card.text.get(Language.EN), card.lane) == ("Uno", second)
    sheet.close()


def test_the_history_says_no_more_of_who_spoke_than_the_board_keeps(
    page: BoardPage, context: Context, cards: list[Id]
) -> None:
    desk, lane = context.desk, context.desk.workshop.of(Lane)[0]
    desk.author = "Sioned"
    desk.do(board.change_card(desk.workshop, cards[0], source="7"))
    desk.do(board.change_card(desk.workshop, cards[0], source="8"))
    told = history_of(page, context, cards[0])
    assert "Sioned" in told
    assert "7" in told
    desk.author = ""
    desk.do(tighten(desk.workshop, lane.board, Naming.TABLE))
    told = history_of(page, context, cards[0])
    assert "Sioned" not in told
    assert "7" in told
    desk.do(tighten(desk.workshop, lane.board, Naming.ANONYMOUS))
    told = history_of(page, context, cards[0])
    assert "7" not in told
    assert "8" not in told


def history_of(page: BoardPage, context: Context, card: Id) -> str:
    """What the history of a card says, without the times."""
    sheet = HistorySheet(page.window(), context, card)
    lines = [sheet.rows.item(row).text() for row in range(sheet.rows.count())]
    sheet.close()
    return re.sub(r"\d+:\d\d", "", "\n".join(lines))


def test_similar_cards_are_only_told_until_somebody_decides(
    page: BoardPage, context: Context, cards: list[Id]
) -> None:
    desk, lane = context.desk, context.desk.workshop.of(Lane)[0].id
    pairs = [
        ("There is not enough time for staff", "en"),
        ("Staff do not have enough time", "en"),
        ("Mae'r gyllideb yn cael ei thorri bob blwyddyn", "cy"),
        ("Torri cyllidebau bob blwyddyn", "cy"),
        ("The bus is always late", "en"),
        ("Buses are always late", "en"),
    ]
    kind = desk.workshop.get(Card, cards[0]).kind
    desk.do(board.add_cards(desk.workshop, pairs, lane, kind, "3", desk.now()))
    before = desk.workshop.of(Card)
    page.show_view("similar")
    context.jobs.finish(20_000)
    view = page.similar
    shown = [view.pairs.item(row).text() for row in range(view.pairs.count())]
    assert len(shown) == 3
    assert any("Shared words: gyllideb" in each for each in shown)
    assert desk.workshop.of(Card) == before

    def choose(words: str) -> None:
        rows = [view.pairs.item(row).text() for row in range(view.pairs.count())]
        view.pairs.setCurrentRow(next(n for n, each in enumerate(rows) if words in each))

    choose("staff")
    QTest.keyClick(view.pairs, Qt.Key.Key_J, CTRL_SHIFT)
    assert view.pairs.count() == 2
    assert any("enough" in c.text.en.words and len(c.made_of) == 2 for c in on_disk(context))
    choose("gyllideb")
    QTest.keyClick(view.pairs, Qt.Key.Key_Delete)
    assert view.pairs.count() == 1
    choose("bus")
    QTest.keyClick(view.pairs, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    view.name.box.setText("Buses")
    view.name.accept.click()
    (made,) = desk.workshop.of(Theme)
    assert sum(card.theme == made.id for card in on_disk(context)) == 2
    # What was called different is not told again.
    view.look()
    context.jobs.finish(20_000)
    again = [view.pairs.item(row).text() for row in range(view.pairs.count())]
    assert not any("gyllideb" in each for each in again)


def test_similar_cards_are_told_as_their_board_shows_them(
    page: BoardPage, context: Context, cards: list[Id]
) -> None:
    desk, lane = context.desk, context.desk.workshop.of(Lane)[0]
    kind, now = desk.workshop.get(Card, cards[0]).kind, desk.now()
    pairs = [("The bus is always late", "en"), ("Buses are always late", "en")]
    desk.do(board.add_cards(desk.workshop, pairs, lane.id, kind, "3", now))
    kept = desk.workshop.get(Board, lane.board)
    # Another laptop tightened the board while this one wrote: the table is still stored.
    changes = (Change("board", kept.id, "naming", Naming.ANONYMOUS),)
    desk.do(Edit("Import", changes, desk.workshop.id))
    page.show_view("similar")
    context.jobs.finish(20_000)
    view = page.similar
    assert view.pairs.count() == 1
    assert "Table 3" not in view.pairs.item(0).text()
    last = desk.workshop.inside(Card, lane.id)[-1].id
    desk.do(moderation.set_aside(desk.workshop, [last], said("A name", "en"), now, ""))
    assert view.pairs.count() == 0
    view.look()
    context.jobs.finish(20_000)
    assert view.pairs.count() == 0


def test_the_history_of_a_card_names_nobody_who_was_at_it_on_an_anonymous_board(
    page: BoardPage, context: Context, cards: list[Id]
) -> None:
    desk = context.desk
    desk.author = "Sioned"
    desk.do(board.change_card(desk.workshop, cards[0], text=said("Uno", "en")))
    desk.do(tighten(desk.workshop, desk.workshop.of(Board)[0].id, Naming.ANONYMOUS))
    desk.do(board.add_board(desk.workshop, both("Arall", "Other")))
    other = desk.workshop.of(Board)[-1].id
    desk.author = "Mair"
    desk.do(board.move_cards(desk.workshop, [cards[0]], desk.workshop.inside(Lane, other)[0].id))
    sheet = HistorySheet(page, context, cards[0])
    texts = [sheet.rows.item(row).text() for row in range(sheet.rows.count())]
    assert "Mair" in texts[0]
    assert any("Uno" in each for each in texts)
    assert not any("Sioned" in each for each in texts)
    sheet.close()
