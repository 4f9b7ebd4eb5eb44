"""Board and outline are two views of the same: what is moved and chosen in one is so in both."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.ui.board.outline_model import OutlineModel
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def in_outline(qtbot: QtBot, page: BoardPage, *ids: Id) -> None:
    """Go to the outline by its key and select these rows by theirs."""
    if page.view() != "outline":
        qtbot.keyClick(page.pane.view, Qt.Key.Key_F6)
    tree = page.outline.tree
    assert tree.hasFocus()
    tree.setCurrentIndex(page.outline.model.index_of(ids[0]))
    tree.select_all_of([page.outline.model.index_of(id) for id in ids])


def rows(model: OutlineModel, lane: Id) -> list[str]:
    index = model.index_of(lane)
    return [str(model.index(row, 0, index).data()) for row in range(model.rowCount(index))]


def test_one_key_goes_there_and_back_and_keeps_the_place(
    qtbot: QtBot, page: BoardPage, cards: list[Id]
) -> None:
    page.pane.view.make_current(cards[3])
    page.pane.scene.choose(cards[3:5])
    qtbot.keyClick(page.pane.view, Qt.Key.Key_F6)
    assert page.view() == "outline"
    assert page.outline.current() == cards[3]
    assert sorted(page.outline.chosen()) == sorted(cards[3:5])
    page.outline.tree.setCurrentIndex(page.outline.model.index_of(cards[1]))
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_F6)
    assert page.view() == "board"
    assert page.pane.view.hasFocus()
    assert page.pane.view.current == cards[1]
    assert page.pane.scene.selected_cards() == [cards[1]]


def test_several_cards_go_to_a_theme_by_keys(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    in_outline(qtbot, page, cards[0], cards[4])
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_M, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    title = next(action for action in menu.actions() if action.text().strip() == "Group")
    title.trigger()
    menu.close()
    assert {context.desk.workshop.get(Card, id).theme for id in (cards[0], cards[4])} == {theme}
    assert set(rows(page.outline.model, theme)) == {"One", "Five", "Three"}
    box = page.pane.scene.place(theme)
    assert all(box.contains(page.pane.scene.place(id)) for id in (cards[0], cards[4]))


def test_several_cards_are_moved_up_and_down_together(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    lane = context.desk.workshop.of(Lane)[0].id
    in_outline(qtbot, page, *cards[:2])
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_Down, ALT)
    assert rows(page.outline.model, lane) == ["Three", "One", "Two"]
    context.desk.undo()
    assert rows(page.outline.model, lane) == ["One", "Two", "Three"]


def test_a_theme_is_made_of_rows_and_named(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    in_outline(qtbot, page, *cards[:2])
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_G, CTRL)
    name = page.pane.name
    assert name.isVisible(), "it must be asked where the person is"
    qtbot.keyClicks(name.box, "Together")
    qtbot.keyClick(name.box, Qt.Key.Key_Return)
    (theme,) = context.desk.workshop.of(Theme)
    assert rows(page.outline.model, theme.id) == ["One", "Two"]
    assert page.outline.tree.hasFocus()


def test_votes_are_counted_and_themes_taken_apart_by_key(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    in_outline(qtbot, page, cards[0])
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_V, CTRL | SHIFT)
    assert page.pane.scene.votes_of(cards[0]) == 1
    in_outline(qtbot, page, theme)
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_G, CTRL | SHIFT)
    assert not context.desk.workshop.of(Theme)


def test_what_is_filtered_and_sorted_is_so_in_both(page: BoardPage, context: Context) -> None:
    page.show_view("outline")
    page.filter.sorting.setCurrentIndex(3)
    lane = context.desk.workshop.of(Lane)[0].id
    assert rows(page.outline.model, lane) == ["One", "Three", "Two"]
    page.filter.text.setText("T")
    assert rows(page.outline.model, lane) == ["Three", "Two"]
    assert page.outline.model.index_of(lane).siblingAtColumn(1).data() == "2 cards"


def test_the_sign_for_a_missing_translation_is_said_in_words(
    page: BoardPage, cards: list[Id]
) -> None:
    page.show_view("outline")
    cell = page.outline.model.index_of(cards[0]).siblingAtColumn(1)
    assert "Translation needed" not in cell.data()
    assert "Translation needed" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Translation needed" in cell.data(Qt.ItemDataRole.ToolTipRole)
