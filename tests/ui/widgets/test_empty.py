"""What an empty page says is never cut, however narrow the page and large the text."""

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.ui.context import Context
from gweithdy.ui.widgets.empty import EmptyState

SENTENCE = "Nid oes blociau yn y diwrnod eto. Dechreuwch ag un, neu defnyddiwch yr arferol. " * 2


@pytest.mark.parametrize("width", [320, 700, 1166])
def test_the_whole_sentence_is_seen(qtbot: QtBot, context: Context, width: int) -> None:
    empty = EmptyState(context.theme, "calendar-days")
    qtbot.addWidget(empty)
    empty.resize(width, 400)
    empty.say(SENTENCE, "Ychwanegu")
    empty.show()
    shown = empty.sentence
    assert shown.height() >= shown.heightForWidth(shown.width()) > shown.fontMetrics().height() * 2
    assert abs(shown.geometry().center().x() - empty.rect().center().x()) <= 1
