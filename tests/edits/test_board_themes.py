"""Themes and merged cards: nest, merge, split, several themes a card; all that was said is kept."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import combinations

import pytest
from tests.edits.undoing import done
from tests.tallied import tally

from gweithdy.domain.arrange import arranged
from gweithdy.domain.board import Card, CardKind, Lane, Theme, ThemeRole, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.merging import as_said, originals, seen, shown_as
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, Translation, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.board_merging import together
from gweithdy.edits.rounds import add_round, remove_round

NOW = datetime(2026, 11, 12, 10, 42, tzinfo=UTC)


@pytest.fixture
def day() -> Workshop:
    """Six cards: A and B in theme X, C in theme Y, D in theme Z of another lane, E and F loose."""
    made = Workshop(Session(id=new_id()))
    made.take(Edit("Start", board.first_board(made.id), made.id))
    for words in "ABCEF":
        made.take(add(made, words, 0))
    made.take(add(made, "D", 1))
    for name, cards in (("X", "AB"), ("Y", "C"), ("Z", "D")):
        made.take(board.group(made, [card(made, each) for each in cards], said(name, "en")))
    return made


def add(workshop: Workshop, words: str, lane: int) -> Edit:
    home = workshop.of(Lane)[lane].id
    return board.add_card(workshop, words, "en", home, CardKind.NONE, "room", NOW)


def card(workshop: Workshop, words: str) -> str:
    return next(each.id for each in seen(workshop) if each.text.en.words == words)


def theme(workshop: Workshop, name: str) -> str:
    return next(each.id for each in workshop.of(Theme) if each.title.en.words == name)


def shown(workshop: Workshop, lane: int = 0) -> dict[str, str]:
    """By theme the cards as a board shows them, guests after a bar; > before a theme inside one."""
    return {
        ">" * group.inside + (group.theme.title.en.words if group.theme else ""): "".join(
            each.text.en.words for each in group.cards
        )
        + "".join("|" + each.text.en.words for each in group.guests)
        for group in arranged(workshop)[lane].groups
    }


VERBS: dict[str, Callable[[Workshop], Edit]] = {
    "colour": lambda w: board.colour_theme(w, theme(w, "X"), ThemeRole.BLUE),
    "nest": lambda w: board.nest_theme(w, theme(w, "Y"), theme(w, "X")),
    "nest across": lambda w: board.nest_theme(w, theme(w, "Z"), theme(w, "X")),
    "merge": lambda w: board.merge_themes(w, [theme(w, "X"), theme(w, "Z")]),
    "split": lambda w: board.group(w, [card(w, "A")], said("New", "en")),
    "also in": lambda w: board.also_in(w, [card(w, "A"), card(w, "E")], theme(w, "Y")),
    "merge cards": lambda w: board.merge_cards(w, [card(w, "A"), card(w, "D")]),
    "not similar": lambda w: board.not_similar(w, [card(w, "A"), card(w, "D")]),
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_can_be_undone(day: Workshop, verb: str) -> None:
    edit = VERBS[verb](day)
    assert edit
    done(day, edit)


def test_a_theme_stands_inside_another_and_comes_right_after_it(day: Workshop) -> None:
    day.take(board.nest_theme(day, theme(day, "Z"), theme(day, "X")))
    assert shown(day) == {"X": "AB", ">Z": "D", "Y": "C", "": "EF"}
    assert shown(day, 1) == {"": ""}
    day.take(board.nest_theme(day, theme(day, "Z"), ""))
    assert ">Z" not in shown(day)


def test_a_third_level_and_a_ring_are_refused(day: Workshop) -> None:
    day.take(board.nest_theme(day, theme(day, "Y"), theme(day, "X")))
    for moving, under in (("Z", "Y"), ("X", "Y"), ("X", "X"), ("X", "Z")):
        with pytest.raises(Problem):
            board.nest_theme(day, theme(day, moving), theme(day, under))


def test_a_ring_made_on_two_laptops_hides_nothing(day: Workshop) -> None:
    x, y = theme(day, "X"), theme(day, "Y")
    ring = (Change("theme", x, "parent", y), Change("theme", y, "parent", x))
    day.take(Edit("Merge", ring, day.id))
    assert shown(day) == {"X": "AB", "Y": "C", "": "EF"}


def test_a_theme_takes_what_is_inside_it_along(day: Workshop) -> None:
    day.take(board.nest_theme(day, theme(day, "Y"), theme(day, "X")))
    day.take(board.move_theme(day, theme(day, "X"), day.of(Lane)[2].id))
    assert shown(day, 2) == {"X": "AB", ">Y": "C", "": ""}


def test_ungrouping_lets_the_themes_inside_stand_alone(day: Workshop) -> None:
    day.take(board.nest_theme(day, theme(day, "Y"), theme(day, "X")))
    day.take(board.ungroup(day, theme(day, "X")))
    assert shown(day) == {"Y": "C", "": "EFAB"}
    assert all(not each.parent for each in day.of(Theme))


def test_merging_themes_brings_cards_votes_and_themes_inside(day: Workshop) -> None:
    x, z = theme(day, "X"), theme(day, "Z")
    day.take(board.nest_theme(day, theme(day, "Y"), z))
    day.take(board.set_votes(day, x, "room", 3))
    day.take(board.set_votes(day, z, "room", 2))
    day.take(board.set_votes(day, z, "online", 4))
    done(day, board.merge_themes(day, [x, z]))
    assert shown(day) == {"X": "ABD", ">Y": "C", "": "EF"}
    assert tally(day.of(Vote)) == {x: 9}
    assert {v.source: v.count for v in day.inside(Vote, x)} == {"room": 5, "online": 4}


def test_a_theme_merges_with_the_one_inside_it(day: Workshop) -> None:
    day.take(board.nest_theme(day, theme(day, "Y"), theme(day, "X")))
    day.take(board.merge_themes(day, [theme(day, "Y"), theme(day, "X")]))
    assert shown(day) == {"X": "ABC", "": "EF"}


def test_cards_are_split_off_beside_their_theme(day: Workshop) -> None:
    day.take(board.nest_theme(day, theme(day, "X"), theme(day, "Y")))
    edit = board.group(day, [card(day, "B")], said("New", "en"))
    day.take(edit)
    assert edit.label == "Split a theme"
    assert list(shown(day)) == ["Y", ">X", ">New", ""]
    assert shown(day)[">New"] == "B"


def test_all_cards_of_a_theme_are_grouped_anew_not_split(day: Workshop) -> None:
    edit = board.group(day, [card(day, "A"), card(day, "B")], said("New", "en"))
    assert edit.label == "Group cards"


def test_a_card_in_two_themes_is_counted_in_its_first(day: Workshop) -> None:
    day.take(board.also_in(day, [card(day, "A"), card(day, "E")], theme(day, "Y")))
    assert shown(day) == {"X": "AB", "Y": "CE|A", "": "F"}
    assert arranged(day)[0].count == 5
    day.take(board.out_of(day, card(day, "A"), theme(day, "X")))
    assert shown(day) == {"X": "B", "Y": "CEA", "": "F"}


def test_a_card_whose_first_theme_goes_stays_in_the_other(day: Workshop) -> None:
    day.take(board.also_in(day, [card(day, "A")], theme(day, "Z")))
    done(day, board.ungroup(day, theme(day, "X")))
    assert shown(day, 1) == {"Z": "DA", "": ""}
    assert not day.get(Card, card(day, "A")).also_in


def test_a_card_that_is_merged_away_is_kept_and_not_counted(day: Workshop) -> None:
    a, d = card(day, "A"), card(day, "D")
    day.take(board.set_votes(day, a, "room", 3))
    day.take(board.set_votes(day, d, "room", 2))
    before = [day.get(Card, a), day.get(Card, d)]
    done(day, board.merge_cards(day, [a, d]))
    merged = next(each for each in seen(day) if each.made_of)
    assert merged.text.en.words == "A\nD"
    assert shown(day) == {"X": "A\nDB", "Y": "C", "": "EF"}
    assert shown(day, 1) == {"Z": "|A\nD", "": ""}
    assert originals(day, merged) == before
    assert {each.text.en.words for each in as_said(day)} == set("ABCDEF")
    assert tally(day.of(Vote)) == {merged.id: 5}


def test_a_merged_card_can_be_split_with_its_votes(day: Workshop) -> None:
    a, d = card(day, "A"), card(day, "D")
    day.take(board.set_votes(day, a, "room", 3))
    day.take(board.set_votes(day, d, "room", 2))
    was = shown(day), shown(day, 1)
    day.take(board.merge_cards(day, [a, d]))
    merged = next(each for each in seen(day) if each.made_of)
    day.take(board.set_votes(day, merged.id, "room", 9))
    day.take(board.set_votes(day, merged.id, "online", 1))
    done(day, board.unmerge(day, merged.id))
    assert (shown(day), shown(day, 1)) == was
    assert tally(day.of(Vote)) == {a: 8, d: 2}


def test_a_merged_card_is_merged_again_and_taken_away_whole(day: Workshop) -> None:
    day.take(board.merge_cards(day, [card(day, "A"), card(day, "B")]))
    day.take(board.merge_cards(day, [card(day, "A\nB"), card(day, "C")]))
    top = card(day, "A\nB\nC")
    assert len(originals(day, day.get(Card, top))) == 3
    day.take(board.remove_cards(day, [top]))
    assert shown(day) == {"X": "", "Y": "", "": "EF"}


def test_a_lane_goes_with_what_was_merged_in_it(day: Workshop) -> None:
    day.take(board.merge_cards(day, [card(day, "D"), card(day, "A")]))
    day.take(board.remove_lane(day, day.of(Lane)[1].id))
    assert shown(day) == {"X": "B", "Y": "C", "": "EF"}


def test_words_of_both_languages_are_kept_and_nobody_calls_them_a_translation(
    day: Workshop,
) -> None:
    day.take(board.change_card(day, card(day, "A"), text=both("Un", "A")))
    day.take(board.merge_cards(day, [card(day, "A"), card(day, "B")]))
    text = next(each for each in seen(day) if each.made_of).text
    assert (text.cy.words, text.en.words) == ("Un", "A\nB")
    assert text.translation is Translation.DRAFT


def test_what_is_merged_already_is_not_merged_again(day: Workshop) -> None:
    a, b = card(day, "A"), card(day, "B")
    day.take(board.merge_cards(day, [a, b]))
    with pytest.raises(Problem):
        board.merge_cards(day, [a, card(day, "C")])


def test_cards_that_name_each_other_in_a_ring_stay_in_sight(day: Workshop) -> None:
    a, b = card(day, "A"), card(day, "B")
    ring = (Change("card", a, "made_of", (b,)), Change("card", b, "made_of", (a,)))
    day.take(Edit("Merge", ring, day.id))
    assert shown(day)["X"] == "AB"
    assert board.remove_cards(day, [a])


def test_a_card_made_of_a_loose_one_and_others_stands_in_the_first_theme_of_these(
    day: Workshop,
) -> None:
    day.take(board.merge_cards(day, [card(day, "E"), card(day, "C"), card(day, "D")]))
    assert shown(day) == {"X": "AB", "Y": "E\nC\nD", "": "F"}
    assert shown(day, 1) == {"Z": "|E\nC\nD", "": ""}


def test_of_kinds_that_are_merged_what_somebody_was_sure_of_counts(day: Workshop) -> None:
    kinds = {"A": CardKind.UNSURE, "B": CardKind.CULTURAL, "C": CardKind.STRUCTURAL}
    for name, kind in kinds.items():
        day.take(board.change_card(day, card(day, name), kind=kind))
    day.take(board.merge_cards(day, [card(day, name) for name in kinds]))
    (merged,) = [each for each in seen(day) if each.made_of]
    assert merged.kinds == (CardKind.CULTURAL, CardKind.STRUCTURAL)


def test_words_are_in_the_language_of_the_first_card_that_has_any() -> None:
    text = together([Text(), said("The bus", "en"), said("Y bws", "cy")])
    assert (text.original, text.en.words, text.cy.words) == ("en", "The bus", "Y bws")


def test_guests_of_merged_themes_are_guests_of_the_one_that_stays(day: Workshop) -> None:
    x, y, z = (theme(day, name) for name in "XYZ")
    day.take(board.also_in(day, [card(day, "B")], z))
    day.take(board.also_in(day, [card(day, "B")], y))
    day.take(board.also_in(day, [card(day, "D")], x))
    done(day, board.merge_themes(day, [y, z]))
    assert shown(day) == {"X": "AB|D", "Y": "CD|B", "": "EF"}
    assert day.get(Card, card(day, "B")).also_in == (y,)
    done(day, board.merge_themes(day, [x, y]))
    assert shown(day) == {"X": "ABCD", "": "EF"}
    assert not any(each.also_in for each in day.of(Card)), "no card is a guest where it is at home"


def test_none_of_several_is_similar_to_another_any_more(day: Workshop) -> None:
    chosen = [card(day, name) for name in "ABC"]
    done(day, board.not_similar(day, chosen))
    apart = {frozenset((each.id, other)) for each in day.of(Card) for other in each.unlike}
    assert apart == {frozenset(pair) for pair in combinations(chosen, 2)}


def test_a_card_is_shown_as_what_was_made_of_it_last(day: Workshop) -> None:
    a, c, e = (card(day, name) for name in "ACE")
    first = board.merge_cards(day, [card(day, "B"), a])
    day.take(first)
    second = board.merge_cards(day, [c, first.changes[0].id])
    day.take(second)
    assert [shown_as(day, id) for id in (a, c, e)] == [second.changes[0].id] * 2 + [e]


def test_who_said_a_merged_card_is_told_only_where_it_was_one_person(day: Workshop) -> None:
    said_by = {"A": ("mair", "Gwen"), "B": ("mair", "Gwen"), "C": ("aled", "Sioned")}
    for name, (person, noted_by) in said_by.items():
        id = card(day, name)
        both_fields = (
            Change("card", id, "said_by", person),
            Change("card", id, "noted_by", noted_by),
        )
        day.take(Edit("", both_fields, day.id))
    for names, told in (("AB", ("mair", "Gwen")), ("BC", ("", ""))):
        copy = day.copy()
        copy.take(board.merge_cards(copy, [card(copy, name) for name in names]))
        (merged,) = [each for each in seen(copy) if each.made_of]
        assert (merged.said_by, merged.noted_by) == told


@pytest.mark.parametrize(
    ("moving", "before", "order"),
    [
        ("X", "W", "YXW"), ("X", "", "YWX"), ("X", "Y", "XYW"), ("X", "X", "YWX"),
        ("W", "X", "WXY"), ("W", "Y", "XWY"), ("Y", "", "XWY"),
    ],
)  # fmt: skip
def test_a_theme_stands_before_the_one_it_was_put_before(
    day: Workshop, moving: str, before: str, order: str
) -> None:
    day.take(board.group(day, [card(day, "E")], said("W", "en")))
    there = theme(day, before) if before else ""
    done(day, board.move_theme(day, theme(day, moving), day.of(Lane)[0].id, there))
    assert "".join(shown(day)) == order


def test_out_of_its_first_theme_a_card_is_at_home_in_the_next_and_a_guest_in_the_others(
    day: Workshop,
) -> None:
    a, (x, y, z) = card(day, "A"), (theme(day, name) for name in "XYZ")
    for each in (y, z):
        day.take(board.also_in(day, [a], each))
    done(day, board.out_of(day, a, x))
    assert (day.get(Card, a).theme, day.get(Card, a).also_in) == (y, (z,))


def test_what_is_split_off_stands_right_after_its_theme(day: Workshop) -> None:
    day.take(board.group(day, [card(day, "B")], said("New", "en")))
    assert list(shown(day)) == ["X", "New", "Y", ""]


def test_a_round_that_went_meanwhile_leaves_nothing_to_split(day: Workshop) -> None:
    a, b = card(day, "A"), card(day, "B")
    made = add_round(day, said("Round", "en"))
    day.take(made)
    in_round = made.changes[0].id
    day.take(board.set_votes(day, a, "room", 3, in_round))
    merged = board.merge_cards(day, [a, b])
    day.take(merged)
    day.take(remove_round(day, in_round))
    day.take(board.unmerge(day, merged.changes[0].id))
    assert shown(day)["X"] == "AB"
    assert tally(day.of(Vote)) == {}
