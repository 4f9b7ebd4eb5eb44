"""Undo and redo say what they would do, in the language of the screen, and can go back several."""

from pytestqt.qtbot import QtBot

from gweithdy.domain.people import Participant
from gweithdy.domain.session import Session
from gweithdy.edits.people import add
from gweithdy.edits.sessions import move_to_series
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.history_buttons import HistoryButtons
from gweithdy.ui.notice_bar import NoticeBar


def names(context: Context) -> list[str]:
    assert context.desk.workshop
    return [person.name for person in context.desk.workshop.of(Participant)]


def add_people(context: Context, *people: str) -> None:
    for name in people:
        assert context.desk.workshop
        context.desk.do(add(context.desk.workshop, name))


def test_the_buttons_name_the_step(context: Context, qtbot: QtBot) -> None:
    buttons = HistoryButtons(context)
    qtbot.addWidget(buttons)
    add_people(context, "Mari & Siôn")
    assert buttons.undo.accessibleName() == "Undo: Add a person: Mari & Siôn"
    assert not buttons.redo.isEnabled()
    buttons.undo.click()
    assert names(context) == []
    assert buttons.redo.accessibleName() == "Redo: Add a person: Mari & Siôn"
    context.words.switch("cy")
    buttons.retranslate()
    assert buttons.redo.accessibleName() == "Ailwneud: Ychwanegu person: Mari & Siôn"
    buttons.redo.click()
    assert names(context) == ["Mari & Siôn"]


def test_the_list_goes_back_several_steps(context: Context, qtbot: QtBot) -> None:
    buttons = HistoryButtons(context)
    qtbot.addWidget(buttons)
    add_people(context, "Un", "Dau", "Tri")
    buttons.steps.aboutToShow.emit()
    shown = [action.text() for action in buttons.steps.actions()]
    assert shown[:3] == ["Add a person: Tri", "Add a person: Dau", "Add a person: Un"]
    buttons.steps.actions()[1].trigger()
    assert names(context) == ["Un"]


def test_the_notice_says_what_was_undone(context: Context, qtbot: QtBot, words: Words) -> None:
    bar = NoticeBar(context)
    qtbot.addWidget(bar)
    add_people(context, "Mari")
    assert bar.text().endswith(words.tr("Add a person") + ": Mari")
    assert bar.text().startswith("Saved at")
    context.desk.undo()
    assert bar.text().startswith("Undone at")
    assert bar.text().endswith("Add a person: Mari")


def test_what_moves_a_session_between_series_is_undone_in_the_library(context: Context) -> None:
    desk, bar = context.desk, NoticeBar(context)
    assert desk.workshop
    session = desk.workshop.session
    desk.do(move_to_series(session, ""))
    # Whichever session is open.
    desk.close()
    desk.undo()
    assert desk.catalogue.get(Session, session.id).series == session.series
    assert "Library · Move to another series" in bar.text()
    bar.deleteLater()
