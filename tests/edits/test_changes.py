"""Changes from whole things, copies of them, and their order: the base of every verb."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar

import pytest

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, Lane, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.clock import Clock, clock_id
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import refs
from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import STEP
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, SaidIn, Text, Typed, Written, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, made, removed, updated
from gweithdy.edits.checks import LONGEST, check_text, checked, keeps_words, living
from gweithdy.edits.copies import _moved, afresh, copied
from gweithdy.edits.order import moved, placed

SESSION = "11111111-1111-4111-8111-111111111111"
CARD = Card(id="c", session=SESSION, text=both("Dŵr", "Water"), source="room")


def values(changes: tuple[Change, ...]) -> dict[str, object]:
    return {change.field: change.value for change in changes}


def workshop(*entities: Owned) -> Workshop:
    return Workshop(Session(id=SESSION), entities)


def test_what_is_made_says_that_it_is_there_and_what_is_not_the_default() -> None:
    new = Card(id="c", session=SESSION, text=said("Dŵr", "cy"))
    assert values(created(new)) == {
        "deleted": False, "session": SESSION, "text.cy.words": "Dŵr", "text.original": "cy",
    }  # fmt: skip
    assert values(created(replace(new, deleted=True)))["deleted"] is True


def test_what_is_made_again_under_its_id_is_as_new() -> None:
    old = Clock(id=clock_id(SESSION), session=SESSION, spent=90.0, deleted=True)
    again = workshop(old)
    new = Clock(id=old.id, session=SESSION)
    again.take(Edit("Start", made(again, new), SESSION))
    assert again.of(Clock) == [new]
    assert made(workshop(), new) == created(new)


def test_only_what_differs_is_changed() -> None:
    assert updated(CARD, source="room", text=CARD.text) == ()
    other = replace(CARD.text, en=Written("Waters", "draft"))
    assert values(updated(CARD, text=other, source="3")) == {
        "text.en.words": "Waters", "text.en.state": "draft", "text.en.basis": "", "source": "3",
    }  # fmt: skip
    with pytest.raises(AttributeError, match="card has no field colour"):
        updated(CARD, colour="red")


def test_words_typed_and_a_language_chosen_touch_nothing_else() -> None:
    assert values(updated(CARD, text=Typed(Language.EN, "Waters"))) == {"text.en.words": "Waters"}
    assert values(updated(CARD, text=SaidIn(Language.EN))) == {"text.original": "en"}


def test_only_what_is_there_can_be_changed() -> None:
    gone = replace(CARD, deleted=True)
    assert living(workshop(CARD), Card, "c") == CARD
    for there in (workshop(gone), workshop()):
        with pytest.raises(Problem, match="no longer there"):
            living(there, Card, "c")
    assert values(removed(CARD)) == {"deleted": True}


def test_words_are_tidied_and_neither_none_nor_too_many() -> None:
    assert checked("  Dŵr\t") == "Dŵr"
    assert checked(f" {'x' * LONGEST} ")
    for words in (" \n ", "x" * (LONGEST + 1)):
        with pytest.raises(Problem):
            checked(words)


@pytest.mark.parametrize("language", list(Language))
def test_each_language_is_checked(language: Language) -> None:
    with pytest.raises(Problem, match="characters"):
        check_text(CARD.text.having(language, "x" * (LONGEST + 1)), "Empty")
    check_text(Text().having(language, "x"), "Empty")
    with pytest.raises(Problem, match="Empty"):
        check_text(Text(original=str(language)), "Empty")


def test_a_thing_that_lives_by_its_words_keeps_some() -> None:
    keeps_words(CARD, {"text": Typed(Language.CY, "")}, "text", "Empty")
    keeps_words(replace(CARD, text=Text()), {"source": "3"}, "text", "Empty")
    for text in (Text(), Typed(Language.CY, " ")):
        with pytest.raises(Problem, match="Empty"):
            keeps_words(replace(CARD, text=said("Dŵr", "cy")), {"text": text}, "text", "Empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle(Owned):
    """A noun with several references, one of it in a session."""

    noun: ClassVar = Noun(single=True)

    cards: tuple[Id, ...] = refs("card")


def test_a_copy_points_at_copies_and_at_nothing_that_was_not_copied() -> None:
    lane, vote = Lane(id="l", session=SESSION), Vote(id="v", session=SESSION, target="c")
    clock = Clock(id=clock_id(SESSION), session=SESSION)
    card = replace(CARD, lane="l", theme="t")
    source = workshop(lane, card, vote, clock, replace(CARD, id="gone", deleted=True))
    source.take(Edit("Delete", (Change("session", SESSION, "deleted", True),), SESSION))
    copy = copied(source, "22222222-2222-4222-8222-222222222222", (Lane, Card, Clock))
    ((new_lane,), (new_card,)) = copy.of(Lane), copy.of(Card)
    assert (new_card.session, new_card.lane, new_card.theme) == (copy.id, new_lane.id, "")
    assert new_card.text == card.text
    assert {new_card.id, new_lane.id}.isdisjoint({"c", "l"})
    assert [each.id for each in copy.of(Clock)] == [clock_id(copy.id)]
    assert copy.of(Vote) == []
    assert not copy.session.deleted
    again = copied(source, copy.id, (Lane, Card, Clock))
    assert again.everything() == copy.everything()


def test_several_references_are_copied_in_their_order() -> None:
    bundle = Bundle(id="b", session=SESSION, cards=("two", "gone", "one"))
    ids = {"b": "B", "one": "ONE", "two": "TWO"}
    assert _moved(bundle, ids, "s") == Bundle(id="B", session="s", cards=("TWO", "ONE"))


def test_a_copy_begins_without_what_was_on_its_day() -> None:
    began = datetime(2031, 5, 1, 9, 30, tzinfo=UTC)
    block = Block(id="b", session=SESSION, title=both("Cinio", "Lunch"), minutes=50, began=began)
    assert afresh(block) == replace(block, began=None)


def in_order(*orders: float) -> list[Lane]:
    return [Lane(id=f"{n}", session=SESSION, order=order) for n, order in enumerate(orders)]


def after(rows: list[Lane], changes: tuple[Change, ...]) -> list[str]:
    there = workshop(*rows)
    there.take(Edit("Move", changes, SESSION))
    return [row.id for row in there.of(Lane)]


def test_what_is_put_elsewhere_stands_there_also_where_no_number_is_left() -> None:
    close = in_order(1.0, 1.0000000000000002, 2.0)
    assert after(close, moved(close, "2", 1)) == ["0", "2", "1"]
    wide = in_order(1.0, 2.0, 3.0)
    assert len(moved(wide, "0", 1)) == 1
    assert after(wide, moved(wide, "0", 99)) == ["1", "2", "0"]
    assert after(wide, moved(wide, "2", -5)) == ["2", "0", "1"]
    assert moved(wide, "2", 99) == moved(wide, "1", 1) == ()


def test_all_are_numbered_anew_where_no_number_is_left() -> None:
    close = in_order(1.0, 1.0000000000000002)
    orders, room = placed(close, 1, 2)
    assert orders == [2 * STEP, 3 * STEP]
    assert [(change.id, change.value) for change in room] == [("0", STEP), ("1", 4 * STEP)]
    assert placed(close, 99)[1] == placed(close, -1)[1] == ()
