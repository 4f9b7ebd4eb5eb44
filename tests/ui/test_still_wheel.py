"""The wheel scrolls and never changes a value, over every field of every page."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QSpinBox,
    QWidget,
)

from gweithdy.domain.board import Card
from gweithdy.domain.session import Session
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.pages import PAGES
from gweithdy.ui.widgets.rows_model import RowsModel

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


def fields_in(root: QWidget) -> list[QWidget]:
    kinds = (QAbstractSpinBox, QComboBox, QAbstractSlider)
    found = [w for w in root.findChildren(QWidget) if isinstance(w, kinds)]
    return [w for w in found if not isinstance(w, QScrollBar)]


def value_of(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentIndex(), field.currentText()
    return field.value() if isinstance(field, QAbstractSlider) else field.text()  # type: ignore[attr-defined]


def turn(field: QWidget, by: int) -> None:
    at = QPointF(field.rect().center())
    event = QWheelEvent(
        at,
        QPointF(field.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("key", list(PAGES))
def test_the_wheel_changes_no_value(program: "Program", key: str) -> None:
    window = program.window
    window.open_session(program.desk.catalogue.of(Session)[0].id, key)
    page = window.pages[key]
    if isinstance(page, BoardPage):
        assert program.desk.workshop
        page.pane.view.make_current(program.desk.workshop.of(Card)[0].id)
        page.pane.bound.run("cards.details")
    QApplication.processEvents()
    fields = fields_in(window)
    steps = len(program.desk.history.to_undo)
    for field in fields:
        field.setEnabled(True)
        before = value_of(field)
        for by in (120, -120, -120):
            turn(field, by)
        assert value_of(field) == before, field.accessibleName()
    assert len(program.desk.history.to_undo) == steps
    if key in ("board", "agenda", "stakeholders"):
        assert any(isinstance(field, QSpinBox) for field in fields), "this page has numbers"


def test_the_wheel_changes_no_number_that_is_edited_in_a_table(program: "Program") -> None:
    window = program.window
    window.open_session(program.desk.catalogue.of(Session)[0].id, "stakeholders")
    turned: list[QWidget] = []
    for table in window.pages["stakeholders"].findChildren(QAbstractItemView):
        model = table.model()
        if not isinstance(model, RowsModel) or not model.rowCount():
            continue
        for column in range(model.columnCount()):
            index = model.index(0, column)
            table.setCurrentIndex(index)
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                table.edit(index)
            for field in fields_in(table.viewport()):
                before = value_of(field)
                turn(field, 120)
                assert value_of(field) == before
                turned.append(field)
    assert any(isinstance(field, QSpinBox) for field in turned)


@pytest.mark.parametrize("key", list(PAGES))
def test_the_wheel_takes_the_keyboard_nowhere(program: "Program", key: str) -> None:
    """Who types in a line and scrolls a table or a list beside it goes on typing in the line."""
    window = program.window
    window.open_session(program.desk.catalogue.of(Session)[0].id, key)
    QApplication.processEvents()
    wheel = Qt.FocusPolicy.WheelFocus
    taking = [w for w in window.findChildren(QWidget) if w.focusPolicy() == wheel]
    assert [type(each).__name__ for each in taking] == []
