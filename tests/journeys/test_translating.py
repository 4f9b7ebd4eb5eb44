"""A session translated by keyboard: what is missing, one after another, checked, marked, undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.journeys.person import CTRL, NONE, SHIFT, Key, Person

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.text import Language, Text, Translation, Written
from gweithdy.domain.worklist import Worklist
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import updated
from gweithdy.storage.library import Library
from gweithdy.ui.translation.filter import Lacking
from gweithdy.ui.translation.model import STATE, column_of
from gweithdy.ui.translation.page import TranslationPage


@pytest.fixture
def person(at_held: Person) -> Person:
    return at_held


def shown(page: TranslationPage) -> list[str]:
    return [line.id for line in page.table.lines.rows]


def choose(person: Person, box: object, value: object) -> None:
    """Down in a list until `value` is chosen."""
    for _ in range(20):
        if box.value() == value:  # type: ignore[attr-defined]
            return
        person.press(Key.Key_Down)
    raise AssertionError(value)


@pytest.mark.parametrize("language", list(Language))
def test_what_lacks_welsh_is_written_one_after_another(
    person: Person, language: Language, tmp_path: Path
) -> None:
    person.program.speak(language)
    page = person.go("translation", TranslationPage)
    assert person.focus() is page.table
    missing = [line for line in person.lines().values() if line.text.lacks(Language.CY)]
    assert len(missing) > 2
    person.tab_to(page.filter.lacking)
    choose(person, page.filter.lacking, Lacking.NO_CY)
    assert shown(page) == [line.id for line in missing]
    person.tab_to(page.table)
    person.press(Key.Key_Home, CTRL)
    person.press(Key.Key_Return)
    for place, line in enumerate(missing):
        assert isinstance(person.focus(), QLineEdit)
        assert page.table.line() == person.lines()[line.id]
        assert page.table.currentIndex().column() == column_of(Language.CY)
        person.enter(f"Dŵr {place}")
    # After the last one nothing is open, and all of it is still in sight.
    assert person.focus() is page.table
    assert shown(page) == [line.id for line in missing]
    for place, line in enumerate(missing):
        now = person.lines()[line.id].text
        assert (now.cy.words, now.en) == (f"Dŵr {place}", line.text.en)
        if line.text.original == Language.EN:
            assert now.state(Language.CY) is Translation.DRAFT
    person.press(Key.Key_Z, CTRL)
    assert person.lines()[missing[-1].id].text == missing[-1].text
    assert page.table.current() == missing[-1].id
    person.press(Key.Key_Y, CTRL)
    kept = {id: line.text for id, line in person.lines().items()}
    assert texts_on_disk(person, tmp_path) == kept


def texts_on_disk(person: Person, folder: Path) -> dict[str, Text]:
    """What another program reads, after this one has gone."""
    session = person.desk.workshop
    assert session
    person.window.close()
    person.program.close()
    library = Library.open(folder / "library.gwdy", read_only=True)
    try:
        workshop: Workshop = library.workshop(session.id)
        return {id: line.text for id, line in Worklist(workshop).lines.items()}
    finally:
        library.close()


def test_several_are_marked_at_once_and_by_a_choice(person: Person) -> None:
    page = person.go("translation", TranslationPage)
    rows = [line.id for line in page.table.lines.rows[:3]]
    person.press(Key.Key_Down, SHIFT, times=2)
    assert page.table.chosen() == rows
    person.press(Key.Key_T, CTRL | SHIFT)
    now = person.lines()
    assert {now[id].state for id in rows} == {Translation.TRANSLATED}
    person.press(Key.Key_Z, CTRL)
    assert {person.lines()[id].state for id in rows} == {Translation.REVIEWED}
    person.press(Key.Key_Home)
    page.table.setCurrentIndex(page.table.lines.index(0, STATE))
    person.press(Key.Key_Return)
    # The list is open, with "Approved" as the last of five.
    person.press(Key.Key_Up, times=3)
    person.press(Key.Key_Return)
    assert person.lines()[rows[0]].state is Translation.MACHINE
    assert "◇" in page.table.lines.index(0, STATE).data()


def test_a_changed_original_shows_and_says_what_was_translated(person: Person) -> None:
    page = person.go("translation", TranslationPage)
    line = next(each for each in page.table.lines.rows if each.field == "place")
    page.table.select(line.id)
    source = line.target.other
    box = page.editor.text.boxes[source]
    person.tab_to(box)
    person.press(Key.Key_End, CTRL)
    person.write(" newydd")
    person.press(Key.Key_Tab)
    assert person.lines()[line.id].state is Translation.STALE
    assert "▲" in page.table.lines.index(page.table.lines.row_of(line.id), STATE).data()
    assert page.editor.changed.isVisible()
    assert line.text.get(source) in page.editor.changed.text()
    # It still fits: saying so is enough.
    person.tab_to(page.table)
    person.press(Key.Key_A, CTRL | SHIFT)
    assert person.lines()[line.id].state is Translation.REVIEWED
    assert not page.editor.changed.isVisible()


def test_ctrl_enter_goes_on_from_the_whole_text(person: Person) -> None:
    page = person.go("translation", TranslationPage)
    first, second = page.table.lines.rows[:2]
    page.table.select(first.id)
    person.tab_to(page.editor.text.boxes[first.target])
    person.press(Key.Key_End, CTRL)
    person.write(" a")
    person.press(Key.Key_Return)
    person.write("b")
    person.press(Key.Key_Return, CTRL)
    assert person.lines()[first.id].text.get(first.target).endswith(" a\nb")
    assert page.table.current() == second.id
    assert person.focus() is page.editor.text.boxes[second.target]


def test_a_line_opens_the_thing_itself_and_search_is_one_key(person: Person) -> None:
    page = person.go("translation", TranslationPage)
    person.press(Key.Key_F, CTRL)
    person.write("gaffael")
    found = page.table.lines.rows
    assert 1 < len(found) < 20
    assert all("affael" in line.cy for line in found)
    person.press(Key.Key_Return)
    assert person.focus() is page.table
    person.press(Key.Key_End, CTRL)
    action = page.table.line()
    assert action is found[-1]
    assert action.noun == "action"
    person.press(Key.Key_O, CTRL | SHIFT)
    assert person.window.key == "actions"
    box = person.focus()
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == action.text.get(action.target)


def test_esc_in_a_cell_brings_back_what_was(person: Person) -> None:
    page = person.go("translation", TranslationPage)
    line = page.table.line()
    assert line
    person.press(Key.Key_Return)
    person.write("Anything else")
    editor = person.focus()
    assert isinstance(editor, QLineEdit)
    page.table.commitData(editor)
    assert person.lines()[line.id].text != line.text
    person.press(Key.Key_Escape, NONE)
    assert person.lines()[line.id].text.get(line.target) == line.text.get(line.target)


@pytest.mark.parametrize("language", list(Language))
def test_what_was_translated_before_is_taken_by_key_and_undone(
    person: Person, language: Language, qtbot: QtBot
) -> None:
    person.program.speak(language)
    done = next(line for line in person.lines().values() if line.state is Translation.REVIEWED)
    source = done.target.other
    workshop = person.desk.workshop
    assert workshop
    card = next(line for line in person.lines().values() if line.noun == "card")
    new = replace(card.text, cy=Written(), en=Written(), original="").having(
        source, done.text.get(source)
    )
    row = workshop.find(Card, card.thing)
    assert row
    person.desk.do(Edit("Change", updated(row, text=new), workshop.id))
    page = person.go("translation", TranslationPage)
    page.reveal({card.id})
    page.table.setFocus()
    person.press(Key.Key_F6)
    assert person.focus() is page.editor.text.boxes[done.target]
    person.write("Hanner")
    qtbot.waitUntil(lambda: page.editor.suggestions.n > 0)
    person.press(Key.Key_D, CTRL | SHIFT)
    taken = person.lines()[card.id]
    assert (taken.text.get(done.target), taken.state) == (
        done.text.get(done.target),
        Translation.DRAFT,
    )
    person.press(Key.Key_Z, CTRL)
    assert person.lines()[card.id].text.get(done.target) == "Hanner"
    person.press(Key.Key_F6)
    assert person.focus() is page.table
