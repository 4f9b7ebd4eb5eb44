"""Half-typed words in every box, and the language of the screen switched: nothing is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from tests.journeys.person import CTRL, Key, Person
from tests.photographs import pictured

from gweithdy.domain.board import Card
from gweithdy.domain.entity import Entity, fields, value_of
from gweithdy.domain.field import Kind
from gweithdy.domain.photos import Photo
from gweithdy.domain.rounds import Round, RoundKind
from gweithdy.domain.text import Language, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import photos, rounds
from gweithdy.storage.library import Library
from gweithdy.ui.actions.page import ActionsPage, Part
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.people.page import PeoplePage
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.widgets.bilingual import BilingualField

HALF = "Hanner gai"
REST = "r ŵyl"


def plan(person: Person) -> list[BilingualField]:
    page = person.go("agenda", AgendaPage)
    page.session.set_open(True)
    return page.findChildren(BilingualField)


def people(person: Person) -> list[BilingualField]:
    return person.go("people", PeoplePage).findChildren(BilingualField)


def card(person: Person) -> list[BilingualField]:
    page = person.go("board", BoardPage)
    person.tab_to(page.pane.view)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    return [page.pane.details.card.text]


def quotes(person: Person) -> list[BilingualField]:
    page = person.go("board", BoardPage)
    page.buttons["quotes"].click()
    page.quotes.around.open()
    return [page.quotes.text]


def parking_lot(person: Person) -> list[BilingualField]:
    page = person.go("board", BoardPage)
    page.buttons["parked"].click()
    page.parked.around.open()
    return [page.parked.text]


def stakeholders(person: Person) -> list[BilingualField]:
    return [person.go("stakeholders", StakeholdersPage).details.name]


def actions(person: Person) -> list[BilingualField]:
    return [person.go("actions", ActionsPage).action_list.text]


def decisions(person: Person) -> list[BilingualField]:
    page = person.go("actions", ActionsPage)
    page.parts[Part.DECISIONS].click()
    return [page.decision_list.text]


def reflections(person: Person) -> list[BilingualField]:
    page = person.go("actions", ActionsPage)
    page.parts[Part.REFLECTIONS].click()
    return [page.reflection_list.text]


def next_steps(person: Person) -> list[BilingualField]:
    page = person.go("actions", ActionsPage)
    page.parts[Part.NEXT].click()
    return [page.next_steps]


def votes(person: Person) -> list[BilingualField]:
    """A rating has a name and criteria."""
    assert person.desk.workshop
    title = both("Mesur", "Weigh")
    person.desk.do(rounds.add_round(person.desk.workshop, title, RoundKind.RATING))
    page = person.go("board", BoardPage)
    page.go_to(person.desk.workshop.of(Round)[-1].id)
    return [page.votes.details.title, *page.votes.details.criteria.values()]


def photo(person: Person) -> list[BilingualField]:
    assert person.desk.workshop
    person.desk.do(photos.add_photos(person.desk.workshop, [pictured()], person.desk.now()))
    page = person.go("board", BoardPage)
    page.go_to(person.desk.workshop.of(Photo)[-1].id)
    return [page.photos.details.line, page.photos.details.alt]


PLACES = (
    plan, people, card, quotes, parking_lot, votes, photo, stakeholders, actions, decisions,
    reflections, next_steps,
)  # fmt: skip


@pytest.fixture
def person(at_held: Person) -> Person:
    return at_held


def in_box(box: QWidget) -> str:
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def saved(person: Person) -> Workshop:
    """The session as it is on disk, after the program has been closed in the middle."""
    assert person.desk.workshop
    person.window.close()
    person.program.close()
    library = Library.open(person.program.library.path, read_only=True)
    workshop = library.workshop(person.desk.workshop.id)
    library.close()
    return workshop


def texts(entity: Entity) -> set[str]:
    """Every text of an entity, in either language."""
    return {
        str(value_of(entity, path))
        for path, field in fields(type(entity)).items()
        if field.kind is Kind.WORDS
    }


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("language", list(Language))
def test_half_typed_words_stay_and_are_saved_on_closing(
    person: Person, place: Callable[[Person], list[BilingualField]], language: Language
) -> None:
    found = [field for field in place(person) if field.boxes[language].isVisible()]
    assert found
    expected = set()
    for number, field in enumerate(found):
        box = field.boxes[language]
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        person.retype(f"{number} {HALF}")
        person.press(Key.Key_L, CTRL)
        assert person.program.words.language == ("cy" if number % 2 == 0 else "en")
        assert person.focus() is box
        assert in_box(box) == f"{number} {HALF}"
        person.write(REST)
        assert in_box(box) == f"{number} {HALF}{REST}"
        expected.add(f"{number} {HALF}{REST}")
    known = {words for entity in saved(person).everything() for words in texts(entity)}
    assert expected <= known


def test_every_page_with_such_a_field_is_tried(person: Person) -> None:
    tried = {id(field) for place in PLACES for field in place(person)}
    board = person.window.pages["board"]
    assert isinstance(board, BoardPage)
    details = board.pane.details
    # A theme and a lane use the panel of a card.
    tried |= {id(details.theme.title), id(details.lane.title)}
    every = person.window.findChildren(BilingualField)
    assert {id(field) for field in every if field.isVisibleTo(field.window())} <= tried
    assert {id(field) for field in every} - tried == set()


def test_the_capture_box_keeps_its_words_its_place_and_the_keyboard(person: Person) -> None:
    bar = person.window.capture
    person.press(Key.Key_K, CTRL)
    person.write(HALF)
    person.press(Key.Key_L, CTRL)
    assert person.focus() is bar.box
    assert bar.box.text() == HALF
    person.enter(REST)
    assert bar.box.text() == ""
    person.write("Ac un arall")
    person.press(Key.Key_L, CTRL)
    workshop = saved(person)
    assert "Ac un arall" in person.program.settings.get("drafts")
    said = [each.text.get(each.text.original) for each in workshop.of(Card)]
    assert said.count(HALF + REST) == 1
