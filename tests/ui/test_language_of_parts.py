"""What a screen reader is told of the language of words, wherever they are not the screen's own."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, both, said
from gweithdy.edits import board, quotes
from gweithdy.edits.sessions import change_session
from gweithdy.ui.access.language import LOCALE
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.welcome import Welcome

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

pytestmark = pytest.mark.skipif(LOCALE is None, reason="Qt tells no language before 6.10")
Name = QAccessible.Text.Name


@pytest.fixture(autouse=True)
def _listened() -> None:
    QAccessible.setActive(True)


def told(what: QWidget | QAccessibleInterface) -> str:
    """The language of an element as the platform is told it: "" means that of the screen."""
    if isinstance(what, QWidget):
        what = QAccessible.queryAccessibleInterface(what)
    attributes = what.attributesInterface()
    return attributes.attributeValue(LOCALE).name() if attributes else ""


def cells(view: QAbstractItemView) -> dict[str, str]:
    """The languages of the cells of a table or tree, by what they say."""
    QApplication.processEvents()
    table = QAccessible.queryAccessibleInterface(view)
    children = [table.child(place) for place in range(table.childCount())]
    return {child.text(Name): told(child) for child in children}


@pytest.fixture
def opened(program: "Program") -> "Program":
    """The first session of the demonstration, open."""
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    return program


def test_the_switch_says_each_language_in_itself(program: "Program") -> None:
    for screen in ("en", "cy"):
        program.speak(screen)
        buttons = program.window.switch.buttons
        assert [told(buttons[each]) for each in Language] == ["cy_GB", "en_GB"]
        assert told(program.window.history) == ("en_GB" if screen == "en" else "cy_GB")


def test_the_first_screen_is_in_both_languages() -> None:
    welcome = Welcome()
    languages = {
        child.text(): told(child)
        for child in welcome.findChildren(QWidget)
        if hasattr(child, "text")
    }
    assert languages["Croeso i gweithdy"] == "cy_GB"
    assert languages["Welcome to gweithdy"] == "en_GB"
    assert languages["Cymraeg"] == "cy_GB"
    welcome.deleteLater()


def test_the_capture_box_follows_the_language_of_the_words(opened: "Program") -> None:
    bar = opened.window.capture
    bar.box.setText("Mae angen mwy o amser arnom ni i gyd")
    assert told(bar.box) == "cy_GB"
    bar.box.setText("There is never enough time for this")
    assert told(bar.box) == "en_GB"
    bar.chip.click()
    assert told(bar.box) == "cy_GB"


def test_the_place_of_capture_is_in_the_language_of_its_question(opened: "Program") -> None:
    workshop = opened.desk.workshop
    assert workshop
    lane = workshop.of(Lane)[0]
    opened.desk.do(board.change_lane(workshop, lane.id, title=said("Beth nawr?", "cy")))
    where = opened.window.capture.where
    where.choose_lane(0)
    assert (where.currentText(), told(where)) == ("Beth nawr?", "cy_GB")
    where.setCurrentIndex(where.count() - 1)
    assert told(where) == "en_GB"


def test_the_title_of_the_session_says_its_language(opened: "Program") -> None:
    workshop = opened.desk.workshop
    assert workshop
    title = opened.window.rail._title
    opened.desk.do(change_session(workshop.session, title=said("Diwrnod agored", "cy")))
    assert (title.text(), told(title)) == ("Diwrnod agored", "cy_GB")
    opened.desk.do(change_session(workshop.session, title=both("Dydd", "Day")))
    assert (title.text(), told(title)) == ("Day", "en_GB")
    opened.desk.close()
    assert told(title) == "en_GB"


def test_cells_say_the_language_of_the_words_in_them(opened: "Program") -> None:
    workshop = opened.desk.workshop
    assert workshop
    opened.desk.do(quotes.park(workshop, "Pwy sy'n talu am hyn?", "cy"))
    opened.desk.do(quotes.park(workshop, "Who pays for that?", "en"))
    opened.window.show_page("board")
    page = opened.window.pages["board"]
    assert isinstance(page, BoardPage)
    page.show_noun("parked")
    found = cells(next(each for each in page.findChildren(QTableView) if each.isVisible()))
    assert found["Text: Pwy sy'n talu am hyn?"] == "cy_GB"
    assert found["Text: Who pays for that?"] == "en_GB"
    assert found["Language: Cymraeg"] == ""


def test_the_outline_says_the_language_of_cards_and_lanes(opened: "Program") -> None:
    workshop = opened.desk.workshop
    assert workshop
    lane, now = workshop.of(Lane)[0].id, opened.desk.now()
    for words, language in (("Dim ond yn Gymraeg", "cy"), ("In English alone", "en")):
        card = board.add_cards(workshop, [(words, language)], lane, CardKind.NONE, "room", now)
        opened.desk.do(card)
    opened.window.show_page("board")
    page = opened.window.pages["board"]
    assert isinstance(page, BoardPage)
    page.buttons["outline"].click()
    found = cells(page.outline.tree)
    assert found["Dim ond yn Gymraeg"] == "cy_GB"
    assert found["In English alone"] == "en_GB"
    assert {told for words, told in found.items() if words.isdigit()} <= {""}


def test_the_library_says_the_language_of_titles(opened: "Program") -> None:
    workshop = opened.desk.workshop
    assert workshop
    opened.desk.do(change_session(workshop.session, title=said("Diwrnod agored", "cy")))
    opened.window.show_page("library")
    found = cells(opened.window.pages["library"].shelf)
    assert found["Diwrnod agored"] == "cy_GB"
    opened.speak("cy")
    assert told(opened.window.rail._title) == "cy_GB"
