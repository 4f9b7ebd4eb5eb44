"""The Actions page: adding by keyboard, editing in place, dates, reflections, what is next."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gweithdy.domain.actions import Action, ActionState
from gweithdy.domain.decisions import Decision
from gweithdy.domain.problem import Problem
from gweithdy.domain.reflections import Reflection, ReflectionKind
from gweithdy.domain.text import Language, said
from gweithdy.edits import actions
from gweithdy.ui.actions.list_pane import ListPane
from gweithdy.ui.actions.page import ActionsPage, Part
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.choice import ChoiceBox

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier
TEXT, OWNER, DUE, STATE = range(4)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ActionsPage:
    context.desk.now = lambda: datetime(2026, 11, 12, 12, tzinfo=UTC)
    page = ActionsPage(context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    for pane in (page.action_list, page.decision_list, page.reflection_list):
        source = pane.table.source
        QAbstractItemModelTester(source, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.show()
    return page


def every(page: ActionsPage) -> list[Action]:
    assert page.workshop
    return page.workshop.of(Action)


def reflections(page: ActionsPage) -> list[Reflection]:
    assert page.workshop
    return page.workshop.of(Reflection)


def typed(qtbot: QtBot, pane: ListPane, *lines: str) -> None:
    for line in lines:
        qtbot.keyClicks(pane.add_line.box, line)
        qtbot.keyClick(pane.add_line.box, Key.Key_Return)


def index(pane: ListPane, row: int, column: int) -> QModelIndex:
    return pane.table.source.index(row, column)


def box(page: ActionsPage, language: Language) -> QPlainTextEdit:
    made = page.action_list.text.boxes[language]
    assert isinstance(made, QPlainTextEdit)
    return made


def test_ten_actions_are_added_by_keyboard_alone(page: ActionsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    button = page.action_list.empty.findChild(QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    qtbot.waitUntil(page.action_list.add_line.box.hasFocus)
    names = [f"Do {n}" for n in range(10)]
    typed(qtbot, page.action_list, *names)
    assert [action.text.en.words for action in every(page)] == names
    assert page.action_list.add_line.box.hasFocus()
    assert page.action_list.table.current() == every(page)[-1].id
    for _ in names:
        page.desk.undo()
    assert every(page) == []


def test_where_the_language_is_in_doubt_the_line_asks(page: ActionsPage, qtbot: QtBot) -> None:
    for part, pane in ((Part.ACTIONS, page.action_list), (Part.REFLECTIONS, page.reflection_list)):
        page.show_part(part)
        qtbot.keyClicks(pane.add_line.box, "Panel")
        assert pane.language.text() == "English ?"
        pane.language.click()
        qtbot.keyClick(pane.add_line.box, Key.Key_Return)
    assert [each.text for each in (*every(page), *reflections(page))] == [said("Panel", "cy")] * 2


def test_words_that_are_none_are_refused(page: ActionsPage, qtbot: QtBot) -> None:
    page.action_list.add_line.box.setText("\u0007")
    with qtbot.waitSignal(page.desk.refused):
        qtbot.keyClick(page.action_list.add_line.box, Key.Key_Return)
    assert every(page) == []


def test_cells_change_the_action(page: ActionsPage, qtbot: QtBot) -> None:
    typed(qtbot, page.action_list, "Ring")
    before = every(page)
    model = page.action_list.table.source
    values = ("Ring them", "Mari", date(2026, 12, 1), ActionState.IN_PROGRESS)
    for column, value in enumerate(values):
        model.setData(model.index(0, column), value)
    action = every(page)[0]
    assert (action.text.en.words, action.owner, action.due, action.state) == values
    assert model.index(0, STATE).data() == "◐ In progress"
    for _ in values:
        page.desk.undo()
    assert every(page) == before


def test_names_typed_in_two_rows_are_two_steps(page: ActionsPage, qtbot: QtBot) -> None:
    typed(qtbot, page.action_list, "a", "b")
    model = page.action_list.table.source
    model.setData(index(page.action_list, 0, TEXT), "aa")
    model.setData(index(page.action_list, 1, TEXT), "bb")
    page.desk.undo()
    assert [action.text.en.words for action in every(page)] == ["aa", "b"]


def test_typing_below_is_one_step_of_undo(page: ActionsPage, qtbot: QtBot) -> None:
    typed(qtbot, page.action_list, "Ring")
    box(page, Language.CY).setPlainText("Ffo")
    page.action_list.text.commit()
    box(page, Language.CY).setPlainText("Ffonio")
    page.action_list.text.commit()
    assert every(page)[0].text.cy.words == "Ffonio"
    page.desk.undo()
    assert every(page)[0].text.cy.words == ""
    assert box(page, Language.CY).toPlainText() == ""


def test_half_typed_words_go_to_the_action_they_were_typed_for(
    page: ActionsPage, qtbot: QtBot
) -> None:
    typed(qtbot, page.action_list, "a", "b")
    first, second = every(page)
    box(page, Language.CY).setPlainText("dau")
    page.action_list.table.select(first.id)
    assert page.workshop
    assert page.workshop.get(Action, second.id).text.cy.words == "dau"
    assert page.workshop.get(Action, first.id).text.cy.words == ""
    assert box(page, Language.CY).toPlainText() == ""


def test_a_good_date_is_taken_and_a_bad_one_refused(page: ActionsPage, qtbot: QtBot) -> None:
    typed(qtbot, page.action_list, "Ring")
    page.action_list.due.setFocus()
    qtbot.keyClicks(page.action_list.due, "12.3.")
    qtbot.keyClick(page.action_list.due, Key.Key_Return)
    assert every(page)[0].due == date(2027, 3, 12)
    assert page.action_list.due.text() == "12 March 2027"
    page.action_list.due.selectAll()
    qtbot.keyClicks(page.action_list.due, "soon")
    with qtbot.waitSignal(page.desk.refused) as refused:
        qtbot.keyClick(page.action_list.due, Key.Key_Return)
    assert refused.args
    assert isinstance(refused.args[0], Problem)
    assert every(page)[0].due == date(2027, 3, 12)
    page.action_list.due.selectAll()
    qtbot.keyClick(page.action_list.due, Key.Key_Backspace)
    qtbot.keyClick(page.action_list.due, Key.Key_Return)
    assert every(page)[0].due is None


def test_what_is_overdue_says_so_in_words(page: ActionsPage, qtbot: QtBot) -> None:
    typed(qtbot, page.action_list, "Ring")
    change = {"due": date(2026, 11, 11)}
    assert page.workshop
    page.desk.do(actions.change(page.workshop, every(page)[0].id, **change))
    cell = index(page.action_list, 0, DUE)
    assert cell.data() == "▲ 11 November 2026 · Overdue"
    assert "Overdue" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    done = ActionState.COMPLETED
    page.desk.do(actions.change(page.workshop, every(page)[0].id, state=done))
    assert cell.data() == "11 November 2026"


@pytest.mark.parametrize("language", list(Language))
def test_the_longest_overdue_date_is_whole(
    page: ActionsPage, qtbot: QtBot, language: Language
) -> None:
    pane = page.action_list
    typed(qtbot, pane, "Long ago")
    page.words.switch(language)
    page.retranslate()
    pane.give(every(page)[0].id, "due", date(2020, 9, 30))
    column = next(n for n, each in enumerate(pane.table.source.columns) if each.field == "due")
    cell = index(pane, 0, column)
    words = cell.data()
    assert page.words.tr("Overdue") in words
    # The style draws a cell with a margin on both sides.
    room = pane.table.columnWidth(column) - 24
    assert pane.table.fontMetrics().horizontalAdvance(words) <= room


def test_keys_move_and_remove(page: ActionsPage, qtbot: QtBot) -> None:
    typed(qtbot, page.action_list, "a", "b", "c")
    table = page.action_list.table
    table.setFocus()

    def order() -> str:
        return "".join(action.text.en.words for action in every(page))

    qtbot.keyClick(table, Key.Key_Up, Alt)
    assert order() == "acb"
    qtbot.keyClick(table, Key.Key_Up, Alt)
    qtbot.keyClick(table, Key.Key_Up, Alt)
    assert order() == "cab"
    qtbot.keyClick(table, Key.Key_Down, Alt)
    assert order() == "acb"
    qtbot.keyClick(table, Key.Key_Delete)
    assert order() == "ab"
    page.desk.undo()
    assert order() == "acb"


@pytest.mark.parametrize("place", ["table", "words"])
def test_where_the_last_row_goes_the_keyboard_is_in_the_line_that_adds(
    page: ActionsPage, qtbot: QtBot, place: str
) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    pane = page.action_list
    typed(qtbot, pane, "a")
    (pane.table if place == "table" else box(page, Language.EN)).setFocus()
    page.desk.undo()
    assert pane.empty.isVisible()
    assert page.focusWidget() is pane.add_line.box


def test_the_language_switches_without_losing_anything(
    page: ActionsPage, context: Context, qtbot: QtBot
) -> None:
    typed(qtbot, page.action_list, "a", "b")
    page.action_list.table.select(every(page)[0].id)
    page.action_list.add_line.box.setText("hanner")
    context.words.switch("cy")
    page.retranslate()
    page.show_all()
    assert page.action_list.add_line.box.text() == "hanner"
    assert page.action_list.table.current() == every(page)[0].id
    assert page.title.text() == context.words.tr("Actions")
    qtbot.keyClick(page.action_list.add_line.box, Key.Key_Return)
    assert every(page)[-1].text.cy.words == "hanner"


def test_reflections_are_kept_by_kind_with_their_source(page: ActionsPage, qtbot: QtBot) -> None:
    page.show_part(Part.REFLECTIONS)
    pane = page.reflection_list
    page.reflection_list.kind.show_value(ReflectionKind.TRY)
    page.reflection_list.source.show_source("online", "")
    typed(qtbot, pane, "x")
    page.reflection_list.kind.show_value(ReflectionKind.LEARNED)
    page.reflection_list.source.show_source("3", "")
    typed(qtbot, pane, "a", "b")
    rows = [(row.text.en.words, row.source) for row in pane.table.source.rows]
    assert rows == [("a", "3"), ("b", "3"), ("x", "online")]
    assert index(pane, 2, 2).data() == "Online"
    qtbot.keyClick(pane.table, Key.Key_Up, Alt)
    assert [row.text.en.words for row in pane.table.source.rows] == ["b", "a", "x"]
    page.desk.undo()
    assert [row.text.en.words for row in pane.table.source.rows] == ["a", "b", "x"]


def test_a_source_is_typed_as_it_is_shown(page: ActionsPage, qtbot: QtBot) -> None:
    page.show_part(Part.REFLECTIONS)
    typed(qtbot, page.reflection_list, "a")
    cell = index(page.reflection_list, 0, 2)
    assert cell.data(Qt.ItemDataRole.EditRole) == "Room"
    for words, source in (("Table 4", "4"), ("online", "online"), ("", "")):
        page.reflection_list.table.source.setData(cell, words)
        assert reflections(page)[0].source == source


def test_decisions_are_kept_with_who_took_them(page: ActionsPage, qtbot: QtBot) -> None:
    page.parts[Part.DECISIONS].click()
    pane = page.decision_list
    assert pane.isVisible()
    assert pane.empty.isVisible()
    page.bound.actions["actions.add"].trigger()
    assert pane.add_line.box.hasFocus()
    typed(qtbot, pane, "Cynnal un peilot", "No targets")
    pane.table.source.setData(index(pane, 0, 1), "Mari Puw")
    page.desk.undo()
    page.desk.redo()
    qtbot.keyClick(pane.table, Key.Key_Up, Alt)
    assert page.workshop
    kept = page.workshop.of(Decision)
    told = [(each.text.cy.words or each.text.en.words, each.decided_by) for each in kept]
    assert told == [("No targets", ""), ("Cynnal un peilot", "Mari Puw")]
    assert page.context.library.workshop(page.workshop.id).of(Decision) == kept
    pane.remove.click()
    assert len(page.workshop.of(Decision)) == 1


def test_each_list_has_its_name(page: ActionsPage) -> None:
    page.words.switch("cy")
    page.retranslate()
    names = [pane.table.accessibleName() for pane in page._lists.values()]
    assert names == ["Camau gweithredu", "Penderfyniadau", "Myfyrdodau"]


def test_a_way_to_a_thing_leads_to_its_part(page: ActionsPage, qtbot: QtBot) -> None:
    for part in (Part.ACTIONS, Part.DECISIONS, Part.REFLECTIONS):
        page.show_part(part)
        typed(qtbot, page._lists[part], str(part))
    for pane in page._lists.values():
        page.show_part(Part.NEXT)
        (row,) = pane.table.source.rows
        page.go_to(row.id)
        assert pane.isVisible()
        assert pane.table.hasFocus()
        assert pane.table.current() == row.id
        page.show_part(Part.NEXT)
        page.reveal({row.id})
        assert pane.isVisible()


def test_what_happens_next_is_kept_with_the_session(page: ActionsPage) -> None:
    page.show_part(Part.NEXT)
    made = page.next_steps.boxes[Language.EN]
    assert isinstance(made, QPlainTextEdit)
    made.setPlainText("We meet again")
    page.next_steps.commit()
    assert page.workshop
    assert page.workshop.session.next_steps.en.words == "We meet again"
    page.desk.undo()
    assert made.toPlainText() == ""


@pytest.mark.parametrize("language", list(Language))
def test_the_states_to_choose_from_are_in_sight(
    page: ActionsPage, qtbot: QtBot, language: Language
) -> None:
    page.words.switch(language)
    page.retranslate()
    pane = page.action_list
    typed(qtbot, pane, "Ffonio'r clinig")
    pane.table.edit(index(pane, 0, STATE))
    box = pane.table.indexWidget(index(pane, 0, STATE))
    assert isinstance(box, ChoiceBox)
    assert pane.table.viewport().rect().contains(box.geometry())
    assert box.width() >= box.sizeHint().width()


def test_a_double_click_leaves_the_states_open(
    page: ActionsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button that comes up over an open list closes it: it opens once the button is up."""
    pane = page.action_list
    typed(qtbot, pane, "Ffonio'r clinig")
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    pane.table.edit(index(pane, 0, STATE))
    box = pane.table.indexWidget(index(pane, 0, STATE))
    assert isinstance(box, ChoiceBox)
    QCoreApplication.processEvents()
    assert not box.view().isVisible()
    qtbot.waitUntil(box.view().isVisible)
