"""A row of buttons wraps where it is too narrow, and a hidden page takes no room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.wrapping_row import GAP, WrappingRow


def made(wide: int) -> QPushButton:
    button = QPushButton()
    button.setFixedSize(wide, 30)
    return button


def shown(qtbot: QtBot, row: WrappingRow, wide: int) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch()
    qtbot.addWidget(page)
    page.resize(wide, 300)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_row_wraps_where_it_is_too_narrow_and_only_there(qtbot: QtBot) -> None:
    first, second, last = made(100), made(100), made(50)
    row = WrappingRow((first, second), (last,))
    page = shown(qtbot, row, 400)
    assert [each.y() for each in (first, second, last)] == [0, 0, 0]
    assert second.x() == 100 + GAP
    assert last.geometry().right() == 399
    page.resize(220, 300)
    qtbot.waitUntil(lambda: row.height() == 60 + GAP)
    assert [each.y() for each in (first, second, last)] == [0, 0, 30 + GAP]
    assert last.geometry().right() == 219
    page.resize(150, 300)
    qtbot.waitUntil(lambda: row.height() == 90 + 2 * GAP)
    page.resize(400, 300)
    qtbot.waitUntil(lambda: row.height() == 30)
    assert row.minimumSizeHint().width() == 100


def test_what_is_hidden_leaves_no_gap_and_comes_back(qtbot: QtBot) -> None:
    first, second = made(100), made(100)
    row = WrappingRow((first, second))
    page = shown(qtbot, row, 150)
    qtbot.waitUntil(lambda: row.height() == 60 + GAP)
    first.hide()
    qtbot.waitUntil(lambda: row.height() == 30)
    assert second.pos().toTuple() == (0, 0)
    first.show()
    qtbot.waitUntil(lambda: row.height() == 60 + GAP)
    assert second.y() == 30 + GAP
    assert page.isVisible()


def test_what_has_other_words_has_its_room_at_once(qtbot: QtBot) -> None:
    first, second = made(100), made(100)
    page = shown(qtbot, WrappingRow((first, second)), 400)
    first.setFixedWidth(150)
    qtbot.waitUntil(lambda: second.x() == 150 + GAP)
    assert page.isVisible()


def test_only_the_page_that_is_shown_needs_room(qtbot: QtBot) -> None:
    stack = CurrentStack()
    qtbot.addWidget(stack)
    assert stack.minimumSizeHint() == QSize(0, 0)
    small, large = QWidget(), QWidget()
    small.setMinimumSize(20, 30)
    large.setMinimumSize(200, 300)
    stack.addWidget(small)
    stack.addWidget(large)
    assert stack.minimumSizeHint() == QSize(20, 30)
    stack.setCurrentWidget(large)
    assert stack.minimumSizeHint() == QSize(200, 300)
