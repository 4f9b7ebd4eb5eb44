"""The balance of a board: counted on from edit to edit, the same as counted anew."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gweithdy.domain.balance import Balance, By, Unheard
from gweithdy.domain.board import Board, Card, CardKind, Lane, of_kinds
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.people import LanguageChoice, Mode, Participant
from gweithdy.domain.restraint import Holding, Naming
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.moderation import hold
from gweithdy.edits.naming import tighten
from gweithdy.edits.people import change

NOW = datetime(2026, 11, 12, 10, tzinfo=UTC)
PEOPLE = (
    ("3", Mode.ROOM, LanguageChoice.CY),
    ("4", Mode.ROOM, LanguageChoice.CY),
    ("10", Mode.ROOM, LanguageChoice.NOT_ASKED),
    ("", Mode.ONLINE, LanguageChoice.EN),
)


@pytest.fixture
def workshop() -> Workshop:
    session = Session(id=new_id(), title=both("Diwrnod", "Day"))
    people = [
        Participant(id=new_id(), session=session.id, table=t, mode=m, language=w)
        for t, m, w in PEOPLE
    ]
    made = Workshop(session, people)
    made.take(board.start_board(made))
    return made


def on(workshop: Workshop) -> str:
    return workshop.of(Board)[0].id


def write(workshop: Workshop, source: str, language: str = "cy", minutes: int = 0) -> None:
    at = NOW - timedelta(minutes=minutes)
    lane = workshop.of(Lane)[0].id
    workshop.take(board.add_card(workshop, "Bws", language, lane, CardKind.NONE, source, at))


def test_how_many_and_how_many_lately(workshop: Workshop) -> None:
    for source, minutes in (("3", 30), ("3", 9), ("online", 1)):
        write(workshop, source, minutes=minutes)
    balance = Balance(workshop, on(workshop))
    assert (balance.many(), balance.recent(NOW)) == (3, 2)
    assert (balance.many(By.SOURCE, "3"), balance.recent(NOW, By.SOURCE, "3")) == (2, 1)
    assert balance.recent(NOW + timedelta(hours=1)) == 0
    assert balance.keys(By.SOURCE) == ["10", "3", "4", "online"], "also who has said nothing"


def test_who_has_not_been_heard(workshop: Workshop) -> None:
    everybody = Unheard(("3", "4", "10"), True, ((Language.CY, 2), (Language.EN, 1)))
    assert Balance(workshop, on(workshop)).unheard() == everybody
    write(workshop, "4", "en")
    assert Balance(workshop, on(workshop)).unheard() == Unheard(
        ("3", "10"), True, ((Language.CY, 2),)
    )
    for source in ("3", "10", "online"):
        write(workshop, source)
    assert not Balance(workshop, on(workshop)).unheard()


def test_what_waits_was_said_all_the_same(workshop: Workshop) -> None:
    workshop.take(hold(workshop, on(workshop), Holding.EVERYTHING))
    write(workshop, "3")
    assert Balance(workshop, on(workshop)).many(By.SOURCE, "3") == 1


def test_an_anonymous_board_tells_nothing_of_tables(workshop: Workshop) -> None:
    write(workshop, "3")
    balance = Balance(workshop, on(workshop))
    balance.take(workshop, workshop.take(tighten(workshop, on(workshop), Naming.ANONYMOUS)))
    assert (balance.many(), balance.keys(By.SOURCE)) == (1, [])
    assert balance.unheard() == Unheard(languages=((Language.EN, 1),))


def test_a_card_of_two_kinds_is_of_both(workshop: Workshop) -> None:
    kinds = of_kinds((CardKind.CULTURAL, CardKind.STRUCTURAL))
    write(workshop, "3")
    workshop.take(board.change_card(workshop, workshop.of(Card)[0].id, **kinds))
    balance = Balance(workshop, on(workshop))
    assert balance.keys(By.KIND) == ["cultural", "structural"]
    assert balance.many() == 1


def test_a_merged_card_was_not_said_whenever_it_is_counted(workshop: Workshop) -> None:
    write(workshop, "3")
    write(workshop, "4")
    balance = Balance(workshop, on(workshop))
    edit = board.merge_cards(workshop, [card.id for card in workshop.of(Card)])
    balance.take(workshop, workshop.take(edit))
    anew = Balance(workshop, on(workshop))
    assert balance.many() == anew.many() == 2
    balance.take(workshop, workshop.take(board.unmerge(workshop, edit.changes[0].id)))
    assert balance.many() == Balance(workshop, on(workshop)).many() == 2


@pytest.mark.parametrize("seed", range(5))
def test_counting_on_is_counting_anew(workshop: Workshop, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    balance = Balance(workshop, on(workshop))
    lanes = [lane.id for lane in workshop.of(Lane)]
    for step in range(60):
        cards = [card.id for card in workshop.of(Card)]
        some = dice.sample(cards, min(len(cards), 2))
        source = dice.choice(["3", "4", "online", ""])
        language, kind = dice.choice(["cy", "en"]), dice.choice(list(CardKind))
        at = NOW + timedelta(minutes=step)
        edit = dice.choice(
            [
                board.add_card(workshop, "Bws", language, dice.choice(lanes), kind, source, at),
                board.remove_cards(workshop, some[:1]),
                board.move_cards(workshop, some, dice.choice(lanes)),
                change(workshop, workshop.of(Participant)[0].id, table=str(step % 4)),
            ]
        )
        back = workshop.reverse(edit)
        balance.take(workshop, workshop.take(edit))
        if not step % 5:
            balance.take(workshop, workshop.take(back))
        anew = Balance(workshop, on(workshop))
        assert balance.unheard() == anew.unheard()
        for by in By:
            keys = anew.keys(by)
            assert balance.keys(by) == keys
            assert [balance.recent(at, by, key) for key in keys] == [
                anew.recent(at, by, key) for key in keys
            ]


@pytest.mark.parametrize("mode", Mode)
def test_only_where_somebody_is_online_they_are_to_be_heard(mode: Mode) -> None:
    session = Session(id=new_id())
    person = Participant(id=new_id(), session=session.id, mode=mode)
    made = Workshop(session, [person])
    made.take(board.start_board(made))
    assert Balance(made, on(made)).unheard().online is (mode is Mode.ONLINE)


def test_words_of_which_nobody_knows_how_they_were_said_are_in_the_languages_they_have(
    workshop: Workshop,
) -> None:
    write(workshop, "3")
    (card,) = workshop.of(Card)
    text = replace(card.text, original="")
    workshop.take(Edit("", (Change("card", card.id, "text", text),), workshop.id))
    balance = Balance(workshop, on(workshop))
    assert [balance.many(By.LANGUAGE, each) for each in ("cy", "en")] == [1, 0]
