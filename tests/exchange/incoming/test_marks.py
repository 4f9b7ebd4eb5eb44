"""What a message is known by when it comes again: nothing twice, and nothing taken for another."""

from collections.abc import Collection
from datetime import date

from gweithdy.exchange.incoming.arriving import arriving_text
from gweithdy.exchange.incoming.messages import PRIVATE, Message
from gweithdy.exchange.incoming.standing import Judged, Standing, judged

DAY = date(2026, 9, 10)
CHAT = "14:01:00 From  Noa  to  Everyone:\n\tYes\n"
SHEET = "ID,What is in the way?,What could help?\n"


def read(text: str) -> list[Message]:
    found = arriving_text(text, DAY)
    return found.messages(found.fits[0].form)


def marks(text: str) -> set[str]:
    return {each.mark for each in judged(read(text), ())}


def new(text: str, known: Collection[str]) -> list[Judged]:
    return [each for each in judged(read(text), known) if each.standing is Standing.NEW]


def test_the_same_words_a_second_time_in_one_minute_are_not_lost() -> None:
    assert len(marks(CHAT + CHAT)) == 2
    assert len(new(CHAT + CHAT, marks(CHAT))) == 1
    assert new(CHAT + CHAT, marks(CHAT + CHAT)) == []


def test_what_its_source_numbers_is_known_by_that_alone() -> None:
    one = Message("A bus", id="7", stamp="10:00")
    [first] = judged([one], ())
    [again] = judged([Message("A bus, please", id="7", stamp="10:05")], (first.mark,))
    [other] = judged([Message("A bus", id="8", stamp="10:00")], (first.mark,))
    assert (again.standing, other.standing) == (Standing.KNOWN, Standing.NEW)


def test_one_answer_to_two_questions_is_two_cards() -> None:
    known = marks(f"{SHEET}4,,Buses\n")
    [came] = new(f"{SHEET}4,Buses,Buses\n", known)
    assert came.message.head == "What is in the way?"


def test_nothing_of_a_private_line_in_a_sheet_is_kept() -> None:
    *_, last = read(f"{SHEET}3,Buses,Sam (Privately): keep out\n")
    assert last == PRIVATE
