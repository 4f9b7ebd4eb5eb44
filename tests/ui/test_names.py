"""What a screen reader calls each field, also where Qt gives a list its value as its name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from gweithdy.domain.session import Session
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context
from gweithdy.ui.library.model import TITLE
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.pages import PAGES
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.rows import Column, RowsTable

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

Text = QAccessible.Text


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def held(program: "Program") -> "Program":
    """With the session open that has something of everything."""
    program.window.open_session(
        min(program.desk.catalogue.of(Session), key=lambda s: str(s.date)).id
    )
    return program


def labels_of(field: QWidget) -> list[str]:
    """What the labels tied to `field` say, as a screen reader gets them."""
    found = QAccessible.queryAccessibleInterface(field)
    assert found
    return [
        other.text(Text.Name)
        for other, relation in found.relations()
        if relation & QAccessible.RelationFlag.Label
    ]


def name_of(field: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(field)
    assert found
    return str(found.text(Text.Name))


@pytest.mark.parametrize("key", list(PAGES))
def test_every_list_has_one_label_that_says_its_name(held: "Program", key: str) -> None:
    held.window.show_page(key)
    held.window.show_capture()
    for box in held.window.findChildren(QComboBox):
        assert labels_of(box) == [box.accessibleName()] != [""], box


def test_a_list_in_a_cell_is_called_like_its_column_and_leaves_nothing_behind(
    held: "Program",
) -> None:
    held.window.show_page("people")
    table = held.window.pages["people"].findChild(RowsTable)
    assert table
    before = len(table.viewport().children())
    table.edit(table.source.index(0, 2))
    box = table.viewport().findChild(ChoiceBox)
    assert box is not None
    assert labels_of(box) == ["Sector"]
    table.commitData(box)
    table.closeEditor(box, table.itemDelegate().EndEditHint.NoHint)
    # Once for the list, and once for what it takes along.
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(table.viewport().children()) == before


def test_the_label_speaks_the_language_of_the_screen(held: "Program") -> None:
    held.window.show_page("people")
    held.window.language_asked.emit("cy")
    for box in held.window.pages["people"].findChildren(QComboBox):
        assert labels_of(box) == [box.accessibleName()]


def test_words_of_a_card_are_called_so(held: "Program") -> None:
    held.window.show_page("board")
    page = held.window.pages["board"]
    assert isinstance(page, BoardPage)
    names = [name_of(box) for box in page.findChildren(QPlainTextEdit)]
    for what in ("Words of the card", "Words of the quote", "Words in the parking lot"):
        assert f"{what}: Cymraeg" in names
        assert f"{what}: English" in names
    titles = [name_of(box) for box in page.pane.details.theme.title.boxes.values()]
    assert titles == ["Name of the theme: Cymraeg", "Name of the theme: English"]
    titles = [name_of(box) for box in page.pane.details.lane.title.boxes.values()]
    assert titles == ["Question of the lane: Cymraeg", "Question of the lane: English"]


def test_an_empty_cell_says_that_it_is_empty(context: Context) -> None:
    from tests.ui.widgets.test_rows import action

    table = RowsTable(context, (Column("owner", "Who"), Column("due", "By when", date=True)))
    table.show_rows([action("a", owner="Mari")])
    spoken = [
        table.source.index(0, place).data(Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1)
    ]
    assert spoken == ["Who: Mari", "By when: empty"]
    table.deleteLater()


def test_a_heading_in_the_library_is_one_cell_for_the_keyboard(held: "Program") -> None:
    held.window.show_page("library")
    page = held.window.pages["library"]
    assert isinstance(page, LibraryPage)
    model = page.shelf.rows_model
    for row, each in enumerate(model.rows):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            can_be_reached = bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
            assert can_be_reached == (column == TITLE or isinstance(each, Session))
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert spoken or not can_be_reached


def test_what_stands_in_the_outline_is_said_with_its_column(held: "Program") -> None:
    held.window.show_page("board")
    page = held.window.pages["board"]
    assert isinstance(page, BoardPage)
    page.show_view("outline")
    model, votes = page.outline.model, 2
    lane = model.index(0, 0)
    assert not lane.siblingAtColumn(votes).flags() & Qt.ItemFlag.ItemIsSelectable
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert lane.siblingAtColumn(1).data(spoken).startswith("Kind and place: ")
    inside = model.index(0, 0, lane)
    assert inside.siblingAtColumn(votes).data(spoken).startswith("Votes: ")
    assert inside.data(spoken) == inside.data()
