"""Cards that wait are in no count, pack or board until somebody lets them through."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.edits.undoing import done

from gweithdy.domain.actions import Action
from gweithdy.domain.arrange import arranged
from gweithdy.domain.board import Board, Card, CardKind, Lane, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.released import held, is_released, released, strictest
from gweithdy.domain.restraint import Holding, Standing, Verdict
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Typed, both, said
from gweithdy.domain.worklist import Worklist, line_id
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board, quotes
from gweithdy.edits.arrived import Line, take_in
from gweithdy.edits.kept_from import act_on, park_cards, quote_cards
from gweithdy.edits.moderation import accept, hold, reword, set_aside

NOW = datetime(2026, 11, 12, 10, tzinfo=UTC)
WHY = said("Names somebody", "en")


@pytest.fixture
def workshop() -> Workshop:
    made = Workshop(Session(id=new_id(), title=both("Diwrnod", "Day")))
    made.take(board.start_board(made))
    made.take(hold(made, made.of(Board)[0].id, Holding.EVERYTHING))
    made.take(write(made, "Bws", "3"))
    return made


def write(workshop: Workshop, words: str, source: str) -> Edit:
    lane = workshop.of(Lane)[0].id
    return board.add_card(workshop, words, "cy", lane, CardKind.NONE, source, NOW)


def standings(workshop: Workshop) -> list[str]:
    return [card.standing for card in workshop.of(Card)]


def seen(workshop: Workshop) -> list[str]:
    return [card.text.as_said() for lane in arranged(workshop) for card in lane.cards]


def one(workshop: Workshop) -> str:
    return workshop.of(Card)[0].id


@pytest.mark.parametrize(
    ("holding", "waiting"),
    [
        (Holding.NOTHING, []),
        (Holding.ARRIVING, ["online", "file"]),
        (Holding.EVERYTHING, ["room", "online", "file"]),
        (Holding("whatever"), ["room", "online", "file"]),
    ],
)
def test_which_cards_wait(workshop: Workshop, holding: Holding, waiting: list[str]) -> None:
    workshop.take(board.remove_cards(workshop, [one(workshop)]))
    held_by = Change("board", workshop.of(Board)[0].id, "holding", holding)
    workshop.take(Edit("", (held_by,), workshop.id))
    workshop.take(write(workshop, "room", "3"))
    workshop.take(write(workshop, "online", "online"))
    line = Line("file", "en", "m", "file")
    workshop.take(take_in(workshop, [line], "", (), "2", "lines", NOW))
    found = held(workshop, Standing.WAITING, [workshop.of(Lane)[0].id])
    assert [card.text.as_said() for card in found] == waiting


def test_what_waits_is_not_seen_until_it_is_let_through(workshop: Workshop) -> None:
    assert seen(workshop) == []
    assert line_id(one(workshop), "text") not in Worklist(workshop).lines
    done(workshop, accept(workshop, [one(workshop)], NOW, "Mair"))
    assert seen(workshop) == ["Bws"]
    (ruling,) = workshop.of(Ruling)
    assert (ruling.verdict, ruling.by, ruling.at) == (Verdict.ACCEPTED, "Mair", NOW)
    assert not accept(workshop, [one(workshop)], NOW, "Mair"), "once is enough"


def test_the_list_of_texts_follows_what_is_let_through(workshop: Workshop) -> None:
    worklist = Worklist(workshop)
    taken = workshop.take(accept(workshop, [one(workshop)], NOW, ""))
    assert worklist.take(taken) is None, "lines come: it is made anew"


def test_rewording_keeps_the_words_as_they_were(workshop: Workshop) -> None:
    typed = Typed(Language.CY, "Bws bob awr")
    done(workshop, reword(workshop, one(workshop), typed, NOW, "Mair"))
    assert seen(workshop) == ["Bws bob awr"]
    (ruling,) = workshop.of(Ruling)
    assert (ruling.verdict, ruling.before.cy.words) == (Verdict.REWORDED, "Bws")
    with pytest.raises(Problem):
        reword(workshop, one(workshop), Typed(Language.CY, " "), NOW, "Mair")


def test_nothing_is_set_aside_without_a_reason(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        set_aside(workshop, [one(workshop)], Text(), NOW, "Mair")
    with pytest.raises(Problem):
        set_aside(workshop, [], WHY, NOW, "Mair")
    done(workshop, set_aside(workshop, [one(workshop)], WHY, NOW, "Mair"))
    assert standings(workshop) == ["aside"]
    assert workshop.of(Ruling)[0].reason == WHY
    workshop.take(accept(workshop, [one(workshop)], NOW, "Mair"))
    assert seen(workshop) == ["Bws"], "there is a way back besides Undo"


def test_many_at_once(workshop: Workshop) -> None:
    for n in range(5):
        workshop.take(write(workshop, f"Cerdyn {n}", "3"))
    ids = [card.id for card in workshop.of(Card)]
    assert set_aside(workshop, ids[:1], WHY, NOW, "").label == "Set a card aside"
    several = set_aside(workshop, ids[:2], WHY, NOW, "")
    assert several.label == "Set several cards aside"
    done(workshop, several)
    done(workshop, accept(workshop, ids[2:], NOW, ""))
    assert standings(workshop) == ["aside"] * 2 + ["released"] * 4
    assert len(workshop.of(Ruling)) == 6


def test_released_has_no_votes_lines_or_rulings_of_what_is_held(workshop: Workshop) -> None:
    workshop.take(board.set_votes(workshop, one(workshop), "room", 5))
    line = Line("Arall", "cy", "m", "Arall")
    workshop.take(take_in(workshop, [line], "", (), "online", "lines", NOW))
    everybody = released(workshop)
    assert [len(everybody.of(noun)) for noun in (Card, Vote, Ruling)] == [0, 0, 0]
    assert len(workshop.of(Card)) == 2, "the session itself is as it was"
    workshop.take(accept(workshop, [card.id for card in workshop.of(Card)], NOW, ""))
    everybody = released(workshop)
    assert [len(everybody.of(noun)) for noun in (Card, Vote, Ruling)] == [2, 1, 0]


def test_removing_a_board_or_a_lane_takes_what_waits_on_it(workshop: Workshop) -> None:
    copy = workshop.copy()
    done(copy, board.remove_lane(copy, copy.of(Lane)[0].id))
    assert copy.of(Card) == []
    done(workshop, board.remove_board(workshop, workshop.of(Board)[0].id))
    assert workshop.of(Card) == []


def test_what_is_made_of_several_has_the_strictest_standing(workshop: Workshop) -> None:
    card = workshop.of(Card)[0]
    shown, aside = (replace(card, standing=s) for s in (Standing.RELEASED, Standing.ASIDE))
    assert strictest([shown, card]) is Standing.WAITING
    assert strictest([shown, card, aside]) is Standing.ASIDE
    assert strictest([]) is Standing.RELEASED
    assert not is_released(replace(card, standing=Standing("whatever")))


def test_words_that_were_taken_out_do_not_stay_in_the_translation(workshop: Workshop) -> None:
    workshop.take(board.change_card(workshop, one(workshop), text=both("Mae Mair yn gas", "Mair")))
    workshop.take(reword(workshop, one(workshop), Typed(Language.CY, "Mae'n gas"), NOW, ""))
    text = workshop.get(Card, one(workshop)).text
    assert (text.cy.words, text.en.words) == ("Mae'n gas", "")
    assert workshop.of(Ruling)[0].before.en.words == "Mair"


def test_words_that_were_taken_out_stay_out_of_what_was_made_of_the_card(
    workshop: Workshop,
) -> None:
    workshop.take(accept(workshop, [one(workshop)], NOW, ""))
    for make in (quote_cards, park_cards):
        workshop.take(make(workshop, [one(workshop)]))
    workshop.take(act_on(workshop, Card, [one(workshop)]))
    workshop.take(board.change_card(workshop, one(workshop), source="4"))
    own = workshop.of(Parked)[0].id
    workshop.take(quotes.change(workshop, Parked, own, text=said("Yn ei eiriau ei hun", "cy")))
    workshop.take(set_aside(workshop, [one(workshop)], WHY, NOW, ""))
    back = done(workshop, reword(workshop, one(workshop), Typed(Language.CY, "Trên"), NOW, ""))
    shown = released(workshop)
    words = [each.text.as_said() for noun in (Quote, Action) for each in shown.of(noun)]
    assert words == ["Trên", "Trên"]
    assert shown.of(Parked)[0].text.as_said() == "Yn ei eiriau ei hun"
    workshop.take(back)
    assert workshop.of(Quote)[0].text.as_said() == "Bws"


def test_what_is_set_aside_already_is_not_decided_on_again(workshop: Workshop) -> None:
    workshop.take(write(workshop, "Trên", "3"))
    first, second = (card.id for card in workshop.of(Card))
    workshop.take(set_aside(workshop, [first], WHY, NOW, "Mair"))
    with pytest.raises(Problem):
        set_aside(workshop, [first], WHY, NOW, "Aled")
    workshop.take(set_aside(workshop, [first, second], WHY, NOW, "Aled"))
    decided = {(each.card, each.by) for each in workshop.of(Ruling)}
    assert decided == {(first, "Mair"), (second, "Aled")}
