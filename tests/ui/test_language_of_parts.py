"""What a screen reader is told of the language of words, wherever they are not the screen's own."""

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, CardKind, Lane
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder, Tie, TieKind
from gweithdy.domain.text import Language, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import agenda, board, people, quotes, stakeholders
from gweithdy.edits.sessions import change_session
from gweithdy.ui.access.language import LOCALE
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.page import Page
from gweithdy.ui.run.page import RunPage
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.welcome import Welcome

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

pytestmark = pytest.mark.skipif(LOCALE is None, reason="Qt tells no language before 6.10")
Name = QAccessible.Text.Name
P = TypeVar("P", bound=Page)


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


def choices(box: QComboBox) -> dict[str, str]:
    """The languages of the rows of a box, by what they say, once it is pulled down."""
    box.showPopup()
    found = cells(box.view())
    box.hidePopup()
    return found


@pytest.fixture
def opened(program: "Program") -> "Program":
    """The first session of the demonstration, open."""
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    return program


@pytest.fixture
def workshop(opened: "Program") -> Workshop:
    """The session that is open."""
    assert opened.desk.workshop
    return opened.desk.workshop


def shown(program: "Program", key: str, kind: type[P]) -> P:
    """A page that was just turned to."""
    program.window.show_page(key)
    page = program.window.pages[key]
    assert isinstance(page, kind)
    return page


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


def test_the_place_of_capture_is_in_the_language_of_its_question(
    opened: "Program", workshop: Workshop
) -> None:
    lane = workshop.of(Lane)[0]
    opened.desk.do(board.change_lane(workshop, lane.id, title=said("Beth nawr?", "cy")))
    where = opened.window.capture.where
    where.choose_lane(0)
    assert (where.currentText(), told(where)) == ("Beth nawr?", "cy_GB")
    where.setCurrentIndex(where.count() - 1)
    assert told(where) == "en_GB"


def test_the_title_of_the_session_says_its_language(opened: "Program", workshop: Workshop) -> None:
    title = opened.window.rail._title
    opened.desk.do(change_session(workshop.session, title=both("Dydd", "Day")))
    assert (title.text(), told(title)) == ("Day", "en_GB")
    opened.desk.do(change_session(workshop.session, title=said("Diwrnod agored", "cy")))
    assert (title.text(), told(title)) == ("Diwrnod agored", "cy_GB")
    opened.desk.close()
    assert told(title) == "en_GB"


def test_cells_say_the_language_of_the_words_in_them(opened: "Program", workshop: Workshop) -> None:
    opened.desk.do(quotes.park(workshop, "Pwy sy'n talu am hyn?", "cy"))
    opened.desk.do(quotes.park(workshop, "Who pays for that?", "en"))
    page = shown(opened, "board", BoardPage)
    page.show_noun("parked")
    found = cells(next(each for each in page.findChildren(QTableView) if each.isVisible()))
    assert found["Text: Pwy sy'n talu am hyn?"] == "cy_GB"
    assert found["Text: Who pays for that?"] == "en_GB"
    assert found["Language: Cymraeg"] == ""


def test_the_outline_says_the_language_of_cards_and_lanes(
    opened: "Program", workshop: Workshop
) -> None:
    lane, now = workshop.of(Lane)[0].id, opened.desk.now()
    for words, language in (("Dim ond yn Gymraeg", "cy"), ("In English alone", "en")):
        card = board.add_cards(workshop, [(words, language)], lane, CardKind.NONE, "room", now)
        opened.desk.do(card)
    page = shown(opened, "board", BoardPage)
    page.buttons["outline"].click()
    found = cells(page.outline.tree)
    assert found["Dim ond yn Gymraeg"] == "cy_GB"
    assert found["In English alone"] == "en_GB"
    assert {told for words, told in found.items() if words.isdigit()} <= {""}


def test_the_library_says_the_language_of_titles(opened: "Program", workshop: Workshop) -> None:
    opened.desk.do(change_session(workshop.session, title=said("Diwrnod agored", "cy")))
    opened.desk.do(
        change_session(opened.desk.workshop.session, place=said("Caernarfon town", "en"))
    )
    opened.window.show_page("library")
    found = cells(opened.window.pages["library"].shelf)
    assert found["Diwrnod agored"] == "cy_GB"
    assert found["Place: Caernarfon town"] == "en_GB"
    opened.speak("cy")
    assert told(opened.window.rail._title) == "cy_GB"


def test_what_is_on_says_its_language_on_run(opened: "Program", workshop: Workshop) -> None:
    page = shown(opened, "run", RunPage)
    first = workshop.of(Block)[0].id
    opened.desk.do(agenda.change(workshop, first, title=both("Croeso", "Welcome")))
    assert (page.now.other.text(), told(page.now.other)) == ("Croeso", "cy_GB")
    assert (page.now.title.text(), told(page.now.title)) == ("Welcome", "en_GB")
    opened.desk.do(agenda.change(workshop, first, title=said("Croeso", "cy")))
    assert (page.now.title.text(), told(page.now.title)) == ("Croeso", "cy_GB")


def test_a_board_says_its_language_where_it_is_chosen(
    opened: "Program", workshop: Workshop
) -> None:
    page = shown(opened, "board", BoardPage)
    for words, language in (("Y bwrdd mawr", "cy"), ("The large board", "en")):
        first = workshop.of(Board)[0].id
        opened.desk.do(board.change_board(workshop, first, title=said(words, language)))
        assert (page.boards.currentText(), told(page.boards)[:2]) == (words, language)


def test_the_editor_of_a_cell_writes_the_language_that_is_shown(
    opened: "Program", workshop: Workshop
) -> None:
    page = shown(opened, "board", BoardPage)
    page.buttons["outline"].click()
    tree, lane = page.outline.tree, workshop.of(Lane)[0].id
    opened.desk.do(board.change_lane(workshop, lane, title=said("Beth nawr?", "cy")))
    at = page.outline.model.index_of(lane)
    tree.edit(at)
    assert told(tree.indexWidget(at)) == "cy_GB"


def test_the_name_of_a_language_over_a_field_is_in_that_language(
    opened: "Program", workshop: Workshop
) -> None:
    page = shown(opened, "agenda", AgendaPage)
    first = workshop.of(Block)[0].id
    page.table.select(first)
    for title, wanted in ((both("Croeso", "Welcome"), "cy_GB"), (said("Welcome", "en"), "en_GB")):
        opened.desk.do(agenda.change(workshop, first, title=title))
        [tag] = [
            each
            for each in page.details.title.findChildren(QLabel)
            if each.text().startswith("Cymraeg")
        ]
        # Missing words are named in the language of the screen.
        assert told(tag) == wanted


def test_what_is_found_says_the_language_of_its_words(
    opened: "Program", workshop: Workshop, qtbot: QtBot
) -> None:
    opened.desk.do(quotes.park(workshop, "Pwy sy'n talu am yr ystlum?", "cy"))
    opened.desk.do(quotes.park(workshop, "Is there an ystlum in the roof?", "en"))
    opened.desk.do(people.add(workshop, "Ystlum Puw"))
    page = shown(opened, "library", LibraryPage)
    page.search.setText("ystlum")
    qtbot.waitUntil(lambda: page.results.items.count() == 3)
    found = {line.rpartition(": ")[2]: said for line, said in cells(page.results.items).items()}
    assert found == {
        "Pwy sy'n talu am yr ystlum?": "cy_GB",
        "Is there an ystlum in the roof?": "en_GB",
        "Ystlum Puw": "",
    }


def test_what_was_found_for_the_pack_says_the_language_of_its_words(
    opened: "Program", workshop: Workshop, qtbot: QtBot
) -> None:
    opened.desk.do(people.add(workshop, "Aled Tudur"))
    parked = {
        "Bydd Aled yn ffonio yfory.": "cy",
        "Aled will ring tomorrow.": "en",
        "Da iawn 🙂": "cy",
    }
    for words, language in parked.items():
        opened.desk.do(quotes.park(workshop, words, language))
    page = shown(opened, "pack", PackPage)
    qtbot.waitUntil(lambda: "🙂" in str(cells(page.findings.items)), timeout=30_000)
    found = cells(page.findings.items)
    for words, language in parked.items():
        told = {said for line, said in found.items() if words in line}
        assert told == {f"{language}_GB"}, words


def test_ties_say_the_language_of_the_names_in_them(opened: "Program", workshop: Workshop) -> None:
    for name, language in (("Y cyngor", "cy"), ("Y bwrdd iechyd", "cy"), ("The choir", "en")):
        opened.desk.do(stakeholders.add(workshop, name, Language(language)))
    council, health, choir = workshop.of(Stakeholder)[-3:]
    for other in (health, choir):
        opened.desk.do(stakeholders.tie(workshop, council.id, other.id, TieKind.FUNDS))
    page = shown(opened, "stakeholders", StakeholdersPage)
    page.show_current(council.id)
    found = cells(page.details.ties.items)
    assert found == {
        "Y cyngor – funds – Y bwrdd iechyd": "cy_GB",
        "Y cyngor – funds – The choir": "",
    }
    others = choices(page.details.ties.other)
    assert (others["Y bwrdd iechyd"], others["The choir"]) == ("cy_GB", "en_GB")
    drawn = {tie.end: page.grid.reading.language(tie.id) for tie in workshop.of(Tie)[-2:]}
    assert drawn == {health.id: "cy", choir.id: "en"}


def test_the_rows_of_a_list_that_drops_down_say_their_language(
    opened: "Program", workshop: Workshop
) -> None:
    first, second = workshop.of(Lane)[:2]
    opened.desk.do(board.change_lane(workshop, first.id, title=said("Beth nawr?", "cy")))
    opened.desk.do(board.change_lane(workshop, second.id, title=said("What now?", "en")))
    found = choices(opened.window.capture.where)
    assert (found["Beth nawr?"], found["What now?"]) == ("cy_GB", "en_GB")
    assert found["Parking lot"] == ""


def test_a_line_with_words_of_both_is_in_the_language_of_the_persons(
    opened: "Program", workshop: Workshop
) -> None:
    page = shown(opened, "run", RunPage)
    first, second = workshop.of(Block)[:2]
    opened.desk.do(agenda.change(workshop, second.id, title=said("Cinio", "cy")))
    opened.desk.do(agenda.change(workshop, first.id, online=said("Pawb yn y sgwrs", "cy")))
    assert (page.now.next.text()[-5:], told(page.now.next)) == ("Cinio", "cy_GB")
    assert told(page.now.online) == "cy_GB"
    for block in workshop.of(Block)[1:]:
        opened.desk.do(agenda.remove(workshop, block.id))
    assert (page.now.next.text(), told(page.now.next)) == ("Next: the end of the day", "en_GB")
