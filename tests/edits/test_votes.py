"""Votes: dots and marks of rounds, what they add up to, and whither they go in a merge."""

from datetime import UTC, datetime

import pytest
from tests.edits.undoing import done
from tests.pack.builders import Day

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import seen
from gweithdy.domain.people import Mode, Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.rounds import Round, RoundKind, RoundOn
from gweithdy.domain.tallies import (
    given,
    going_on,
    most_on_one,
    placed,
    ratings,
    results,
    score,
    standing,
    tally_seen,
    things_on,
    votes_seen,
)
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import moderation, rounds, votes
from gweithdy.edits.board_merging import merge_cards

NOW = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)


@pytest.fixture
def workshop() -> Workshop:
    """A theme and three cards; two people at table 1, one at table 2, three online, one nowhere."""
    day = Day()
    lane = day.lane()
    day.add(Theme, lane=lane.id, title=both("Thema", "Theme"))
    for name in "abc":
        day.add(Card, lane=lane.id, text=both(name, name))
    places = (("1", Mode.ROOM), ("1", Mode.ROOM), ("2", Mode.ROOM), ("", Mode.ROOM))
    for table, mode in (*places, *[("", Mode.ONLINE)] * 3):
        day.add(Participant, name="P", table=table, mode=mode)
    return day.workshop()


def begin(workshop: Workshop, kind: RoundKind = RoundKind.VOTES, **values: object) -> Id:
    made = rounds.add_round(workshop, both("Rownd", "Round"), kind)
    workshop.take(made)
    id = made.changes[0].id
    workshop.take(rounds.change_round(workshop, id, **values))
    return id


def counts(workshop: Workshop, target: Id) -> dict[tuple[Id, str, int, int], int]:
    return {
        (v.round, v.source, v.criterion, v.mark): v.count
        for v in workshop.inside(Vote, target)
        if v.count
    }


def test_each_verb_can_be_undone(workshop: Workshop) -> None:
    theme = workshop.of(Theme)[0].id
    in_round = begin(workshop)
    rated = begin(workshop, RoundKind.RATING)
    workshop.take(votes.set_votes(workshop, theme, "1", 4, in_round))
    done(workshop, votes.set_votes(workshop, theme, "1", 7, in_round))
    done(workshop, votes.set_votes(workshop, theme, "online", 7))
    done(workshop, votes.add_votes(workshop, [theme], "2"))
    done(workshop, votes.set_marks(workshop, theme, "1", {5: 2, 1: 1}, rated, 1))
    done(workshop, rounds.close_round(workshop, in_round))
    done(workshop, rounds.remove_round(workshop, in_round))


def test_what_was_there_before_rounds_counts_until_one_may_be_seen(workshop: Workshop) -> None:
    theme = workshop.of(Theme)[0]
    workshop.take(votes.set_votes(workshop, theme.id, "room", 9))
    assert tally_seen(workshop) == {theme.id: 9}
    in_round = begin(workshop)
    workshop.take(votes.add_votes(workshop, [theme.id], "1"))
    assert counts(workshop, theme.id) == {("", "room", 0, 0): 9, (in_round, "1", 0, 0): 1}
    assert tally_seen(workshop) == {theme.id: 9}
    assert [each.count for each in votes_seen(workshop)] == [9]
    workshop.take(rounds.close_round(workshop, in_round))
    assert tally_seen(workshop) == {theme.id: 1}
    workshop.take(rounds.close_round(workshop, in_round, closed=False))
    assert tally_seen(workshop) == {theme.id: 9}
    workshop.take(rounds.change_round(workshop, in_round, seen=True))
    assert tally_seen(workshop) == {theme.id: 1}


def test_a_round_on_themes_takes_no_votes_from_cards(workshop: Workshop) -> None:
    in_round = begin(workshop, about=RoundOn.THEMES)
    assert (going_on(workshop, Theme), going_on(workshop, Card)) == (in_round, "")
    workshop.take(rounds.close_round(workshop, in_round))
    assert (standing(workshop, Theme), standing(workshop, Card)) == (in_round, "")
    later = begin(workshop)
    assert going_on(workshop, Theme) == later
    assert standing(workshop, Theme) == in_round


def test_marks_are_no_votes(workshop: Workshop) -> None:
    card = workshop.of(Card)[0].id
    in_round = begin(workshop, RoundKind.RATING, closed=True)
    workshop.take(votes.set_marks(workshop, card, "1", {5: 3}, in_round, 1))
    assert tally_seen(workshop) == {}
    assert standing(workshop, Card) == ""


def test_a_round_that_has_votes_stays_of_its_kind(workshop: Workshop) -> None:
    in_round = begin(workshop)
    workshop.take(votes.set_votes(workshop, workshop.of(Card)[0].id, "1", 1, in_round))
    with pytest.raises(Problem, match="counted in this round already"):
        rounds.change_round(workshop, in_round, kind=RoundKind.RATING)


def test_places_are_shared() -> None:
    assert placed([9, 4, 4, 1]) == [(1, False), (2, True), (2, True), (4, False)]


def test_results_are_by_source_with_the_most_first(workshop: Workshop) -> None:
    cards = workshop.of(Card)
    for card, source, count in ((0, "1", 2), (1, "1", 3), (1, "online", 1), (2, "room", 2)):
        workshop.take(votes.set_votes(workshop, cards[card].id, source, count))
    found = results(workshop, "", cards)
    assert [(r.of.id, r.total, r.place, r.tied) for r in found] == [
        (cards[1].id, 4, 1, False), (cards[0].id, 2, 2, True), (cards[2].id, 2, 2, True),
    ]  # fmt: skip
    assert found[0].by_source == {"1": 3, "online": 1}


def test_dissent_is_marks_far_apart() -> None:
    assert score({4: 5}).dissent is False
    apart = score({1: 2, 5: 2})
    assert (apart.people, apart.mean, apart.spread, apart.dissent) == (4, 3.0, 2.0, True)
    # A spread of 1.25 of 4 marks is more than three tenths of them, one of 1.0 is not.
    assert score({5: 1, 3: 1, 2: 1}).dissent is True
    assert score({5: 2, 3: 2}).dissent is False
    assert score({5: 1}).dissent is False
    assert score({}).people == 0


def test_what_is_both_important_and_easy_comes_first(workshop: Workshop) -> None:
    cards = workshop.of(Card)
    in_round = begin(workshop, RoundKind.RATING)
    for card, marks in zip(cards, ((5, 1), (4, 4), (1, 5)), strict=True):
        for criterion, mark in enumerate(marks, 1):
            workshop.take(votes.set_marks(workshop, card.id, "1", {mark: 2}, in_round, criterion))
    rated = ratings(workshop, workshop.get(Round, in_round), cards)
    assert [each.of.id for each in rated] == [cards[1].id, cards[0].id, cards[2].id]
    assert [score.mean for score in rated[0].scores] == [4, 4]


def test_dots_are_held_against_who_is_there(workshop: Workshop) -> None:
    in_round = workshop.get(Round, begin(workshop, budget=3, cap=2))
    sums = {"1": 7, "online": 9, "9": 4, "room": 3}
    found = {each.source: each for each in given(workshop, in_round, sums)}
    assert (found["1"].most, found["1"].over) == (6, 1)
    assert (found["online"].most, found["online"].over) == (9, 0)
    assert found["9"].most is None, "nobody was listed at that table"
    assert found["room"].most == 6, "who sits at table 1 has voted there"
    assert most_on_one(workshop, in_round, "1", sums) == 4
    assert most_on_one(workshop, None, "1", sums) is None


def test_too_many_dots_are_taken_all_the_same(workshop: Workshop) -> None:
    in_round = begin(workshop, budget=1)
    card = workshop.of(Card)[0].id
    workshop.take(votes.set_votes(workshop, card, "1", 50, in_round))
    assert counts(workshop, card) == {(in_round, "1", 0, 0): 50}


def test_votes_go_along_where_cards_become_one(workshop: Workshop) -> None:
    a, b, c = (card.id for card in workshop.of(Card))
    in_round = begin(workshop)
    rated = begin(workshop, RoundKind.RATING)
    for target, source, count, where in (
        (a, "1", 2, ""), (b, "1", 3, ""), (b, "online", 4, ""), (b, "1", 5, in_round),
    ):  # fmt: skip
        workshop.take(votes.set_votes(workshop, target, source, count, where))
    workshop.take(votes.set_marks(workshop, b, "1", {5: 2, 1: 1}, rated, 1))
    workshop.take(votes.set_marks(workshop, c, "1", {5: 1}, rated, 1))
    edit = Edit("Merge", votes.votes_moved(workshop, [b, c, b, a], a), workshop.id)
    done(workshop, edit)
    assert counts(workshop, a) == {
        ("", "1", 0, 0): 5, ("", "online", 0, 0): 4, (in_round, "1", 0, 0): 5,
        (rated, "1", 1, 5): 3, (rated, "1", 1, 1): 1,
    }  # fmt: skip
    assert counts(workshop, b) == counts(workshop, c) == {}


def test_a_round_that_goes_takes_its_votes_along(workshop: Workshop) -> None:
    card = workshop.of(Card)[0].id
    in_round = begin(workshop)
    workshop.take(votes.set_votes(workshop, card, "1", 2, in_round))
    workshop.take(votes.set_votes(workshop, card, "1", 3))
    workshop.take(rounds.remove_round(workshop, in_round))
    assert counts(workshop, card) == {("", "1", 0, 0): 3}


@pytest.mark.parametrize("words", ["", "   "])
def test_a_round_has_a_name(workshop: Workshop, words: str) -> None:
    with pytest.raises(Problem, match="Type a name for the round first"):
        rounds.add_round(workshop, said(words, "en"))


def test_votes_of_a_card_that_is_set_aside_are_not_counted(workshop: Workshop) -> None:
    card = workshop.of(Card)[0]
    workshop.take(votes.set_votes(workshop, card.id, "1", 5))
    assert tally_seen(workshop) == {card.id: 5}
    workshop.take(moderation.set_aside(workshop, [card.id], both("Enw", "A name"), NOW, ""))
    assert tally_seen(workshop) == {}
    assert votes_seen(workshop) == []


def test_what_is_set_aside_takes_no_place_among_the_results(workshop: Workshop) -> None:
    aside, other, _ = cards = workshop.of(Card)
    rating = begin(workshop, RoundKind.RATING)
    for card, count in ((aside, 5), (other, 2)):
        workshop.take(votes.set_votes(workshop, card.id, "1", count))
        workshop.take(votes.set_marks(workshop, card.id, "1", {count: 3}, rating, 1))
    workshop.take(moderation.set_aside(workshop, [aside.id], both("Enw", "A name"), NOW, ""))
    assert [(each.of.id, each.place) for each in results(workshop, "", cards)] == [(other.id, 1)]
    rated = ratings(workshop, workshop.get(Round, rating), cards)
    assert [each.of.id for each in rated] == [other.id]


def test_a_card_that_was_merged_has_no_line_of_its_own_in_any_result(workshop: Workshop) -> None:
    """Somebody counted for it on another laptop while it was merged here."""
    a, b, c = (card.id for card in workshop.of(Card))
    in_round = begin(workshop, RoundKind.RATING)
    late = [
        votes.set_votes(workshop, a, "1", 2),
        votes.set_marks(workshop, a, "1", {5: 1}, in_round, 1),
    ]
    workshop.take(merge_cards(workshop, [a, b]))
    for edit in late:
        workshop.take(edit)
    workshop.take(votes.set_votes(workshop, c, "1", 1))
    known = things_on(workshop, None)
    assert [each.id for each in known] == [
        *(each.id for each in workshop.of(Theme)),
        *(each.id for each in seen(workshop)),
    ]
    assert [each.of.id for each in results(workshop, "", known)] == [c]
    rated = workshop.get(Round, in_round)
    assert ratings(workshop, rated, things_on(workshop, rated)) == []


@pytest.mark.parametrize(
    ("about", "nouns"),
    [(RoundOn.THEMES, {Theme}), (RoundOn.CARDS, {Card}), (RoundOn.BOTH, {Theme, Card})],
)
def test_a_round_is_on_what_it_says(workshop: Workshop, about: RoundOn, nouns: set[type]) -> None:
    in_round = workshop.get(Round, begin(workshop, about=about))
    assert {type(each) for each in things_on(workshop, in_round)} == nouns


def test_who_sits_at_a_table_that_gave_nothing_votes_in_the_room(workshop: Workshop) -> None:
    in_round = workshop.get(Round, begin(workshop, budget=3, cap=2))
    sums = {"1": 0, "2": 1, "room": 9}
    (of_room,) = [each for each in given(workshop, in_round, sums) if each.source == "room"]
    assert (of_room.most, of_room.over) == (9, 0), "two at table 1, and one at none"
    assert most_on_one(workshop, in_round, "room", sums) == 6


def test_only_marks_that_there_are_are_counted(workshop: Workshop) -> None:
    in_round = begin(workshop, RoundKind.RATING)
    target = workshop.of(Card)[0].id
    workshop.take(votes.set_marks(workshop, target, "1", {0: 1, 5: 2, 6: 1}, in_round, 1))
    assert counts(workshop, target) == {(in_round, "1", 1, 5): 2}


@pytest.mark.parametrize("kept", range(3))
def test_votes_come_together_whichever_of_them_stays(workshop: Workshop, kept: int) -> None:
    ids = [card.id for card in workshop.of(Card)]
    for n, id in enumerate(ids, 1):
        workshop.take(votes.set_votes(workshop, id, "1", n))
    changes = votes.votes_moved(workshop, ids, ids[kept])
    workshop.take(Edit("Merge", changes, workshop.id))
    assert counts(workshop, ids[kept]) == {("", "1", 0, 0): 6}
    assert sum(each.count for each in workshop.of(Vote)) == 6
