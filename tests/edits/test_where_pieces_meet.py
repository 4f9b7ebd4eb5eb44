"""Where themes, merged cards, moderation, votes and photos meet: each keeps what the others say."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.edits.undoing import done
from tests.photographs import pictured
from tests.tallied import tally

from gweithdy.domain.arrange import arranged
from gweithdy.domain.balance import Balance
from gweithdy.domain.board import Board, Card, CardKind, Lane, Theme, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.looks import Look
from gweithdy.domain.merging import originals, seen, shown_as
from gweithdy.domain.photos import Photo
from gweithdy.domain.photos_beside import photos_beside
from gweithdy.domain.presented import presented, theme_at
from gweithdy.domain.released import released
from gweithdy.domain.restraint import Naming, Standing
from gweithdy.domain.rounds import Round
from gweithdy.domain.session import Session
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board, looks, moderation, photos, rounds, sessions
from gweithdy.edits.naming import tighten
from gweithdy.edits.votes import set_votes

NOW = datetime(2026, 11, 12, 10, 42, tzinfo=UTC)


@pytest.fixture
def day() -> Workshop:
    """A and B in theme X, C and D in theme Y, all in the first lane; E is loose there."""
    made = Workshop(Session(id=new_id(), title=both("Diwrnod", "Day"), date=date(2026, 11, 12)))
    made.take(Edit("Start", board.first_board(made.id), made.id))
    lane = made.of(Lane)[0].id
    for minute, words in enumerate("ABCDE"):
        at = NOW + timedelta(minutes=minute)
        made.take(board.add_card(made, words, "en", lane, CardKind.NONE, "3", at))
    for name, cards in (("X", "AB"), ("Y", "CD")):
        made.take(board.group(made, [card(made, each) for each in cards], said(name, "en")))
    return made


def card(workshop: Workshop, words: str) -> Id:
    return next(each.id for each in workshop.of(Card) if each.text.en.words == words)


def theme(workshop: Workshop, name: str) -> Id:
    return next(each.id for each in workshop.of(Theme) if each.title.en.words == name)


def shown(workshop: Workshop, lane: int = 0) -> dict[str, str]:
    """By theme the cards as a board shows them; > before a theme inside another."""
    return {
        ">" * group.inside + (group.theme.title.en.words if group.theme else ""): " ".join(
            each.text.en.words for each in group.cards
        )
        for group in arranged(workshop)[lane].groups
    }


def hold_back(workshop: Workshop, id: Id, standing: Standing = Standing.WAITING) -> None:
    workshop.take(Edit("Hold", (Change("card", id, "standing", standing),), workshop.id))


def merged(workshop: Workshop, *words: str) -> Id:
    workshop.take(board.merge_cards(workshop, [card(workshop, each) for each in words]))
    return next(each.id for each in seen(workshop) if each.made_of)


def told(workshop: Workshop, alone: str = "") -> list[str]:
    """What the room is shown, of one theme alone if it is named."""
    only = theme(workshop, alone) if alone else ""
    lines = presented(workshop, workshop.of(Board)[0].id, only)
    return [each.text.en.words for each in lines if each.id not in lanes(workshop)]


def lanes(workshop: Workshop) -> set[Id]:
    return {lane.id for lane in workshop.of(Lane)}


@pytest.mark.parametrize("verb", ["move", "nest", "merge"])
def test_a_card_that_waits_goes_with_its_theme(day: Workshop, verb: str) -> None:
    a, x = card(day, "A"), theme(day, "X")
    there = day.of(Lane)[1].id
    day.take(board.add_card(day, "F", "en", there, CardKind.NONE, "3", NOW))
    day.take(board.group(day, [card(day, "F")], said("Z", "en")))
    hold_back(day, a)
    if verb == "move":
        done(day, board.move_theme(day, x, there))
    elif verb == "nest":
        done(day, board.nest_theme(day, x, theme(day, "Z")))
    else:
        done(day, board.merge_themes(day, [theme(day, "Z"), x]))
    day.take(moderation.accept(day, [a], NOW, "Mair"))
    here = shown(day, 1)
    assert "A" in here[{"move": "X", "nest": ">X", "merge": "Z"}[verb]].split()
    assert shown(day) == {"Y": "C D", "": "E"}


def test_cards_that_were_merged_go_with_their_theme_and_come_apart_there(day: Workshop) -> None:
    one = merged(day, "A", "B")
    there = day.of(Lane)[1].id
    done(day, board.move_theme(day, theme(day, "X"), there))
    done(day, board.unmerge(day, one))
    assert shown(day, 1)["X"] == "A B"


def test_a_split_card_comes_to_where_its_theme_went(day: Workshop) -> None:
    one = merged(day, "A", "C")
    done(day, board.merge_themes(day, [theme(day, "X"), theme(day, "Y")]))
    done(day, board.unmerge(day, one))
    assert sorted(shown(day)["X"].split()) == ["A", "B", "C", "D"]


def test_a_merge_waits_while_one_of_its_cards_waits(day: Workshop) -> None:
    hold_back(day, card(day, "A"), Standing.ASIDE)
    one = merged(day, "A", "C")
    assert day.get(Card, one).standing is Standing.ASIDE
    assert shown(day) == {"X": "B", "Y": "D", "": "E"}
    everybody = released(day)
    assert {each.text.en.words for each in everybody.of(Card)} == {"B", "D", "E"}
    done(day, board.unmerge(day, one))
    assert shown(day) == {"X": "B", "Y": "D", "": "E"}, "no way round whoever decides"


def test_a_merge_waits_whichever_of_its_cards_waits(day: Workshop) -> None:
    hold_back(day, card(day, "C"))
    one = merged(day, "A", "C")
    assert day.get(Card, one).standing is Standing.WAITING


def test_the_originals_of_a_merged_card_are_held_with_it(day: Workshop) -> None:
    one = merged(day, "A", "C")
    assert len(released(day).of(Card)) == 6
    hold_back(day, one, Standing.ASIDE)
    assert {each.text.en.words for each in released(day).of(Card)} == {"B", "D", "E"}


@pytest.mark.parametrize("standing", [Standing.WAITING, Standing.ASIDE])
def test_what_is_held_is_no_guest_of_a_theme(day: Workshop, standing: Standing) -> None:
    a, y = card(day, "A"), theme(day, "Y")
    day.take(board.also_in(day, [a], y))
    assert [len(group.guests) for group in arranged(day)[0].groups] == [0, 1, 0]
    hold_back(day, a, standing)
    assert not any(group.guests for group in arranged(day)[0].groups)


def test_a_merged_card_is_counted_as_what_was_said(day: Workshop) -> None:
    here = day.of(Board)[0].id
    counted_on = Balance(day, here)
    edit = board.merge_cards(day, [card(day, "A"), card(day, "C")])
    back = day.reverse(edit)
    counted_on.take(day, day.take(edit))
    assert counted_on.many() == Balance(day, here).many() == 5
    later = Balance(day, here)
    later.take(day, day.take(back))
    assert later.many() == 5


def test_a_photo_of_what_was_merged_into_a_held_card_is_held_too(day: Workshop) -> None:
    a = card(day, "A")
    day.take(photos.add_photos(day, [pictured()], NOW, cards=[a]))
    one = merged(day, "A", "C")
    assert released(day).of(Photo)
    assert [each.id for each in photos_beside(day, one)] == [day.of(Photo)[0].id]
    hold_back(day, one, Standing.ASIDE)
    assert not released(day).of(Photo)


def test_a_theme_is_presented_with_the_themes_inside_it_and_its_guests(day: Workshop) -> None:
    x, y, e = theme(day, "X"), theme(day, "Y"), card(day, "E")
    day.take(board.nest_theme(day, y, x))
    day.take(board.move_cards(day, [card(day, "A"), card(day, "B")], day.of(Lane)[0].id))
    assert told(day) == ["X", "Y", "C", "D", "E", "A", "B"], "also above the theme inside it"
    day.take(board.move_cards(day, [e], day.of(Lane)[0].id, y))
    day.take(board.also_in(day, [e], x))
    assert told(day, "X") == ["X", "E", "Y", "C", "D"], "and each card once"
    assert told(day).count("E") == 1
    assert told(day, "Y") == ["Y", "C", "D", "E"]
    assert theme_at(day, f"{e}@{x}") == x, "the theme in which it stands as a guest"
    hold_back(day, e)
    assert "E" not in told(day, "X")


def test_a_copied_session_has_the_themes_rounds_and_views_of_its_own(day: Workshop) -> None:
    x, y = theme(day, "X"), theme(day, "Y")
    day.take(board.nest_theme(day, y, x))
    day.take(tighten(day, day.of(Board)[0].id, Naming.TABLE))
    day.take(rounds.add_round(day, said("First", "en")))
    day.take(rounds.close_round(day, day.of(Round)[0].id))
    kept = {"lane": day.of(Lane)[0].id, "theme": y, "source": "3"}
    day.take(looks.save_look(day, day.of(Board)[0].id, said("Mine", "en"), **kept))
    copy = made_by(sessions.duplicate(day, "Nesaf", "Next"))
    assert copy.get(Theme, theme(copy, "Y")).parent == theme(copy, "X") != x
    (look,) = copy.of(Look)
    assert (look.board, look.lane) == (copy.of(Board)[0].id, copy.of(Lane)[0].id)
    assert (look.theme, look.source) == (theme(copy, "Y"), "3")
    assert copy.of(Board)[0].naming is Naming.TABLE
    assert not copy.of(Round)[0].closed
    assert not copy.of(Card)


def test_a_session_from_a_template_has_its_photos_and_merged_cards_beside_each_other(
    day: Workshop,
) -> None:
    a = card(day, "A")
    day.take(photos.add_photos(day, [pictured()], NOW, cards=[a]))
    one = merged(day, "A", "C")
    day.take(set_votes(day, one, "3", 4))
    hold_back(day, card(day, "E"))
    copy = made_by(sessions.from_template(day, "Nesaf", "Next"))
    (there,) = (each for each in seen(copy) if each.made_of)
    assert there.id != one
    assert {each.text.en.words for each in originals(copy, there)} == {"A", "C"}
    (photo,) = photos_beside(copy, there.id)
    assert photo.picture == day.of(Photo)[0].picture
    assert tally(copy.of(Vote)) == {there.id: 4}
    assert "E" not in told(copy)


def made_by(edit: Edit) -> Workshop:
    """The session that an edit makes."""
    made = Workshop(Session(id=edit.session))
    made.take(edit)
    return made


def test_an_original_that_waits_is_no_part_of_a_question_that_goes(day: Workshop) -> None:
    """It stands for what was said in a card elsewhere."""
    a, e = card(day, "A"), card(day, "E")
    lane = day.of(Lane)[1].id
    day.take(board.move_cards(day, [e], lane))
    hold_back(day, e)
    day.take(board.merge_cards(day, [a, e]))
    merged = day.get(Card, shown_as(day, e))
    day.take(board.remove_lane(day, lane))
    assert {each.id for each in originals(day, merged)} == {a, e}


def test_the_way_out_of_a_ring_of_merged_cards_ends(day: Workshop) -> None:
    """Two laptops can each merge into the other's card, and a third one merges one of them."""
    a, b, c, d = (card(day, words) for words in "ABCD")
    for made, of in ((c, (b,)), (b, (c,)), (a, (b, d)), (d, (d,))):
        day.take(Edit("", (Change("card", made, "made_of", of),), day.id))
    assert [shown_as(day, each) for each in (a, b, c, d)] == [a, a, a, a]
