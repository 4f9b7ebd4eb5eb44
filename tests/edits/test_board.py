"""The verbs of the board, quotes and parking lot: done, undone, and refused."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.tallied import tally

from gweithdy.domain.arrange import arranged
from gweithdy.domain.board import Board, Card, CardKind, Lane, LaneKind, Theme, Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board, quotes

NOW = datetime(2026, 11, 12, 10, 42, tzinfo=UTC)


@pytest.fixture
def workshop() -> Workshop:
    """A session with a board: two cards in the first lane, one in the second, a theme, a vote."""
    made = Workshop(Session(id=new_id()))
    made.take(Edit("Start", board.first_board(made.id), made.id))
    for words, lane in (("One", 0), ("Two", 0), ("Three", 0), ("Four", 1)):
        made.take(add(made, words, made.of(Lane)[lane].id))
    made.take(board.group(made, [ids(made)[2]], said("Group", "en")))
    made.take(board.set_votes(made, ids(made)[0], "room", 3))
    made.take(quotes.add(made, Quote, [("Dyfyniad", "cy")]))
    made.take(quotes.park(made, "Later", "en"))
    made.take(quotes.park(made, "Much later", "en"))
    return made


def add(workshop: Workshop, words: str, lane: str = "") -> Edit:
    return board.add_card(workshop, words, "en", lane, CardKind.NONE, "room", NOW)


def ids(workshop: Workshop) -> list[str]:
    names = ["One", "Two", "Three", "Four"]
    return sorted(
        (card.id for card in workshop.of(Card)),
        key=lambda id: names.index(workshop.get(Card, id).text.en.words),
    )


def lanes(workshop: Workshop) -> list[str]:
    return [lane.id for lane in workshop.of(Lane)]


def words_in(workshop: Workshop, lane: int, theme: str = "") -> list[str]:
    for group in arranged(workshop)[lane].groups:
        if (group.theme.id if group.theme else "") == theme:
            return [card.text.en.words for card in group.cards]
    return []


def living(workshop: Workshop) -> list[object]:
    return [entity for entity in workshop.everything() if not entity.deleted]


VERBS: dict[str, Callable[[Workshop], Edit]] = {
    "add": lambda w: add(w, "Five"),
    "add several": lambda w: board.add_cards(
        w, [("A", "en"), ("B", "cy")], lanes(w)[1], CardKind.CULTURAL, "3", NOW
    ),
    "change": lambda w: board.change_card(w, ids(w)[0], text=both("Un", "One")),
    "kind": lambda w: board.change_card(w, ids(w)[0], kind=CardKind.STRUCTURAL, source="4"),
    "move": lambda w: board.move_cards(w, ids(w)[:2], lanes(w)[1], "", ids(w)[3]),
    "into theme": lambda w: board.move_cards(w, [ids(w)[0]], lanes(w)[0], w.of(Theme)[0].id),
    "move theme": lambda w: board.move_theme(w, w.of(Theme)[0].id, lanes(w)[2]),
    "group": lambda w: board.group(w, ids(w)[:2], said("Thema", "cy")),
    "ungroup": lambda w: board.ungroup(w, w.of(Theme)[0].id),
    "rename theme": lambda w: board.rename_theme(w, w.of(Theme)[0].id, both("Grŵp", "Group")),
    "votes": lambda w: board.set_votes(w, ids(w)[1], "online", 12),
    "replace votes": lambda w: board.set_votes(w, ids(w)[0], "room", 7),
    "one vote": lambda w: board.add_votes(w, [w.of(Theme)[0].id], "room"),
    "remove": lambda w: board.remove_cards(w, ids(w)),
    "lane": lambda w: board.add_lane(w, w.of(Board)[0].id, said("Else?", "en")),
    "change lane": lambda w: board.change_lane(w, lanes(w)[2], kind=LaneKind.OTHER),
    "remove lane": lambda w: board.remove_lane(w, lanes(w)[0]),
    "board": lambda w: board.add_board(w, said("Second", "en")),
    "rename board": lambda w: board.change_board(w, w.of(Board)[0].id, said("First", "en")),
    "remove board": lambda w: board.remove_board(w, w.of(Board)[0].id),
    "quote": lambda w: quotes.add(w, Quote, [("Words", "en")]),
    "speaker": lambda w: quotes.change(w, Quote, w.of(Quote)[0].id, speaker="Nyrs", named=True),
    "park": lambda w: quotes.park(w, "Tea", "en"),
    "move parked": lambda w: quotes.move(w, Parked, w.of(Parked)[1].id, 0),
    "remove parked": lambda w: quotes.remove(w, Parked, [w.of(Parked)[0].id]),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS.keys())
def test_undo_brings_everything_back(workshop: Workshop, verb: Callable[[Workshop], Edit]) -> None:
    before = living(workshop)
    edit = verb(workshop)
    back = workshop.reverse(edit)
    workshop.take(edit)
    assert living(workshop) != before
    workshop.take(back)
    assert sorted(map(str, living(workshop))) == sorted(map(str, before))


def test_of_who_said_a_quote_only_what_can_be_written_is_kept(workshop: Workshop) -> None:
    """A pasted name can have half of a letter in it, or what ends a Word file."""
    workshop.take(quotes.add(workshop, Quote, [("Words", "en")]))
    quote = workshop.of(Quote)[0].id
    workshop.take(quotes.change(workshop, Quote, quote, speaker=" Nyrs\ud83d\x07\x00 "))
    assert workshop.get(Quote, quote).speaker == "Nyrs"


def test_a_first_board_has_the_three_questions_in_both_languages() -> None:
    workshop = Workshop(Session(id=new_id()))
    workshop.take(board.start_board(workshop))
    assert [lane.kind for lane in workshop.of(Lane)] == ["vision", "barriers", "help"]
    assert all(lane.title.cy.words and lane.title.en.words for lane in workshop.of(Lane))


def test_a_card_makes_its_board_where_there_is_none() -> None:
    workshop = Workshop(Session(id=new_id()))
    workshop.take(add(workshop, "First"))
    assert words_in(workshop, 0) == ["First"]
    workshop.take(board.remove_board(workshop, workshop.of(Board)[0].id))
    workshop.take(add(workshop, "Again"))
    assert words_in(workshop, 0) == ["Again"]


def test_cards_land_before_the_one_they_are_dropped_on(workshop: Workshop) -> None:
    one, two, _, four = ids(workshop)
    workshop.take(board.move_cards(workshop, [two, one], lanes(workshop)[1], "", four))
    assert words_in(workshop, 1) == ["Two", "One", "Four"]


def test_orders_are_numbered_anew_when_there_is_no_room(workshop: Workshop) -> None:
    one, two, _, four = ids(workshop)
    lane = lanes(workshop)[0]
    for _ in range(60):
        workshop.take(board.move_cards(workshop, [four], lane, "", two))
        workshop.take(board.move_cards(workshop, [one], lane, "", four))
        workshop.take(board.move_cards(workshop, [four], lane, "", one))
        one, four = four, one
    assert len(words_in(workshop, 0)) == 3


def test_a_card_for_no_lane_goes_into_the_first(workshop: Workshop) -> None:
    workshop.take(add(workshop, "Five"))
    card = next(card for card in workshop.of(Card) if card.text.en.words == "Five")
    assert card.lane == lanes(workshop)[0]


def test_a_theme_stands_in_the_lane_of_its_first_card(workshop: Workshop) -> None:
    one, *_, four = ids(workshop)
    workshop.take(board.group(workshop, [four, one], said("Both", "en")))
    theme = next(each for each in workshop.of(Theme) if each.title.en.words == "Both")
    assert theme.lane == lanes(workshop)[1]
    assert words_in(workshop, 1, theme.id) == ["Four", "One"]


def test_a_theme_lands_before_the_one_it_is_dropped_on(workshop: Workshop) -> None:
    one, two, _, four = ids(workshop)
    for card, name in ((one, "Second"), (two, "Third"), (four, "Elsewhere")):
        workshop.take(board.group(workshop, [card], said(name, "en")))
    there = {theme.title.en.words: theme.id for theme in workshop.of(Theme)}
    lane = lanes(workshop)[0]

    def names() -> list[str]:
        return [theme.title.en.words for theme in workshop.inside(Theme, lane)]

    workshop.take(board.move_theme(workshop, there["Elsewhere"], lane, there["Third"]))
    assert names() == ["Group", "Second", "Elsewhere", "Third"]
    workshop.take(board.move_theme(workshop, there["Group"], lane))
    assert names() == ["Second", "Elsewhere", "Third", "Group"]


@pytest.mark.parametrize("count", [1, 2])
def test_the_step_to_undo_says_whether_it_was_one_card(workshop: Workshop, count: int) -> None:
    some = ids(workshop)[:count]
    lines = [("A", "en"), ("B", "cy")][:count]
    edits = (
        board.add_cards(workshop, lines, "", CardKind.NONE, "", NOW),
        board.move_cards(workshop, some, lanes(workshop)[1]),
        board.remove_cards(workshop, some),
    )
    one = ["Add a card", "Move a card", "Remove a card"]
    several = ["Add several cards", "Move several cards", "Remove several cards"]
    assert [edit.label for edit in edits] == (one if count == 1 else several)


def test_the_step_to_undo_says_what_was_done_to_a_quote_or_a_parked_thing(
    workshop: Workshop,
) -> None:
    told = {
        noun: [
            quotes.add(workshop, noun, [("Words", "en")]).label,
            quotes.change(workshop, noun, id, order=1.0).label,
            quotes.move(workshop, noun, id, 0).label,
            quotes.remove(workshop, noun, [id]).label,
        ]
        for noun, id in ((each, workshop.of(each)[0].id) for each in (Quote, Parked))
    }
    assert told == {
        Quote: ["Add a quote", "Change a quote", "Move a quote", "Remove a quote"],
        Parked: [
            "Add to the parking lot",
            "Change the parking lot",
            "Move in the parking lot",
            "Remove from the parking lot",
        ],
    }


def test_of_several_chosen_those_that_are_still_there_go(workshop: Workshop) -> None:
    one, two, *_ = ids(workshop)
    workshop.take(board.remove_cards(workshop, [one]))
    workshop.take(board.remove_cards(workshop, [one, two]))
    assert words_in(workshop, 0) == []


def test_several_quotes_stand_in_the_order_in_which_they_were_given(workshop: Workshop) -> None:
    workshop.take(quotes.add(workshop, Quote, [("A", "en"), ("B", "en"), ("C", "en")]))
    assert [quote.text.en.words for quote in workshop.of(Quote)][-3:] == ["A", "B", "C"]


def test_ungrouping_keeps_the_cards(workshop: Workshop) -> None:
    workshop.take(board.ungroup(workshop, workshop.of(Theme)[0].id))
    assert words_in(workshop, 0) == ["One", "Two", "Three"]


def test_votes_of_one_source_are_replaced_not_doubled(workshop: Workshop) -> None:
    one = ids(workshop)[0]
    workshop.take(board.set_votes(workshop, one, "room", 5))
    workshop.take(board.add_votes(workshop, [one], "online"))
    workshop.take(board.add_votes(workshop, [one], "online"))
    assert tally(workshop.of(Vote))[one] == 7
    assert len(workshop.of(Vote)) == 2


def test_each_of_several_gets_one_vote_more(workshop: Workshop) -> None:
    one, two, *_ = ids(workshop)
    theme = workshop.of(Theme)[0].id
    edit = board.add_votes(workshop, [one, two, theme], " room ")
    workshop.take(edit)
    assert edit.about == "3"
    assert tally(workshop.of(Vote)) == {one: 4, two: 1, theme: 1}
    # Nobody says where they are: in the room.
    edit = board.add_votes(workshop, [one], "")
    workshop.take(edit)
    assert edit.about == said("One", "en")
    assert tally(workshop.of(Vote)) == {one: 5, two: 1, theme: 1}


def test_votes_go_up_to_the_number_that_is_told(workshop: Workshop) -> None:
    four = ids(workshop)[3]
    workshop.take(board.set_votes(workshop, four, "room", 9999))
    assert tally(workshop.of(Vote))[four] == 9999
    with pytest.raises(Problem, match="from 0 to 9999"):
        board.add_votes(workshop, [four], "room")


def test_votes_counted_after_an_undo_are_there(workshop: Workshop) -> None:
    four = ids(workshop)[3]
    first = board.set_votes(workshop, four, "room", 3)
    back = workshop.reverse(first)
    workshop.take(first)
    workshop.take(back)
    again = board.set_votes(workshop, four, "room", 5)
    back = workshop.reverse(again)
    workshop.take(again)
    assert tally(workshop.of(Vote))[four] == 5
    workshop.take(back)
    assert four not in tally(workshop.of(Vote))


def test_a_card_of_a_lane_that_is_gone_stays_in_sight(workshop: Workshop) -> None:
    four = workshop.get(Card, ids(workshop)[3])
    edit = board.remove_lane(workshop, four.lane)
    lane_only = tuple(change for change in edit.changes if change.entity == "lane")
    workshop.take(Edit("Merged", lane_only, workshop.id))
    workshop.take(board.change_card(workshop, four.id, order=1500.0))
    assert words_in(workshop, 0) == ["One", "Four", "Two"]
    assert words_in(workshop, 1) == []


def test_a_board_shows_its_own_cards_alone(workshop: Workshop) -> None:
    workshop.take(board.add_board(workshop, said("Second", "en")))
    for shown in workshop.of(Board):
        lane = workshop.inside(Lane, shown.id)[0]
        workshop.take(add(workshop, f"On {shown.title.en.words}", lane.id))
    first, second = (
        [card.text.en.words for lane in arranged(workshop, shown.id) for card in lane.cards]
        for shown in workshop.of(Board)
    )
    assert set(first) >= {"One", "Two", "Three", "Four"}
    assert second == ["On Second"]
    assert "On Second" not in first


@pytest.mark.parametrize(
    "wrong",
    [
        lambda w: add(w, "   "),
        lambda w: add(w, "x" * 5001),
        lambda w: add(w, "Words", new_id()),
        lambda w: board.change_card(w, ids(w)[0], text=Text()),
        lambda w: board.group(w, [], said("Name", "en")),
        lambda w: board.group(w, ids(w), Text()),
        lambda w: board.group(w, [new_id()], said("Name", "en")),
        lambda w: board.rename_theme(w, w.of(Theme)[0].id, Text()),
        lambda w: board.move_theme(w, w.of(Theme)[0].id, new_id()),
        lambda w: board.move_theme(w, new_id(), lanes(w)[0]),
        lambda w: board.add_board(w, Text()),
        lambda w: board.change_board(w, w.of(Board)[0].id, Text()),
        lambda w: board.add_lane(w, w.of(Board)[0].id, Text()),
        lambda w: board.add_lane(w, new_id(), said("Else?", "en")),
        lambda w: board.change_lane(w, lanes(w)[0], title=Text()),
        lambda w: board.set_votes(w, ids(w)[0], "room", -1),
        lambda w: board.set_votes(w, ids(w)[0], "room", 10_000),
        lambda w: board.set_votes(w, new_id(), "room", 1),
        lambda w: board.move_cards(w, ids(w), new_id()),
        lambda w: board.move_cards(w, ids(w), lanes(w)[0], new_id()),
        lambda w: board.move_cards(w, [new_id()], lanes(w)[0]),
        lambda w: quotes.add(w, Quote, [("\n\t ", "cy")]),
        lambda w: quotes.change(w, Quote, w.of(Quote)[0].id, text=Text()),
        lambda w: quotes.move(w, Parked, new_id(), 0),
    ],
)
def test_mistakes_are_refused_in_words(
    workshop: Workshop, wrong: Callable[[Workshop], Edit]
) -> None:
    with pytest.raises(Problem) as told:
        wrong(workshop)
    assert str(told.value).endswith(".")
