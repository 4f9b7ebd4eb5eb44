"""What arrived goes along: in session files, in copies of a session, in the folder's lists."""

from datetime import UTC, date, datetime

from tests.exchange.incoming.samples import ZOOM_NOW

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.ids import new_id
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.arrived import known_marks, take_in
from gweithdy.edits.copies import copied
from gweithdy.exchange.incoming.arriving import arriving_text
from gweithdy.exchange.incoming.messages import Form
from gweithdy.exchange.incoming.standing import Judged, Standing, judged, lines_of
from gweithdy.exchange.lists import listings
from gweithdy.exchange.session_file import read_session, write_session

NOW = datetime(2026, 9, 10, 15, tzinfo=UTC)


def day() -> Workshop:
    """A session with three cards of a chat, of which one was removed since."""
    workshop = Workshop(Session(id=new_id(), title=both("Diwrnod", "Day")))
    lines = lines_of(new(workshop), Language.EN, named=True)
    workshop.take(take_in(workshop, lines, "", CardKind.NONE, "online", "zoom-chat", NOW))
    workshop.take(board.remove_cards(workshop, [workshop.of(Card)[1].id]))
    return workshop


def new(workshop: Workshop) -> list[Judged]:
    messages = arriving_text(ZOOM_NOW, date(2026, 9, 10)).messages(Form.ZOOM_CHAT)
    found = judged(messages, known_marks(workshop))
    return [each for each in found if each.standing is Standing.NEW]


def test_a_session_file_holds_it_and_knows_it_again() -> None:
    workshop = day()
    back = read_session(write_session(workshop, None)).workshop
    assert {each.id for each in back.of(Card)} == {each.id for each in workshop.of(Card)}
    lines = {each.line for each in workshop.of(Arrived)}
    assert {each.line for each in back.of(Arrived)} == lines
    assert new(back) == []


def test_a_copy_of_the_session_knows_it_again() -> None:
    workshop = day()
    other = copied(workshop, new_id(), OWNED)
    assert new(other) == []
    for card in other.of(Card):
        [arrived] = other.inside(Arrived, card.id)
        assert card.text.as_said().splitlines()[0] in arrived.line


def test_the_lists_have_it() -> None:
    found = {each.key: each for each in listings(day(), None, NOW)}
    cells = {cell for row in found["arrived"].rows for cell in row}
    assert "Noa Álvarez" in cells
    assert "Ar-lein / Online" in {cell for row in found["cards"].rows for cell in row}
