"""The capture bar as in the window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.edits import board
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.context import Context


@pytest.fixture
def bar(qtbot: QtBot, context: Context) -> Iterator[CaptureBar]:
    """The capture bar with the keyboard in its box."""
    context.desk.do(board.start_board(context.desk.workshop))
    made = CaptureBar(context)
    qtbot.addWidget(made)
    made.resize(1166, 60)
    with qtbot.waitExposed(made):
        made.show()
    made.focus_box()
    return made
