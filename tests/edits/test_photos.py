"""The verbs of photos: apply, and undo brings back what was."""

import pytest
from tests.edits.undoing import done
from tests.photographs import NOON, made, pictured

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.photos import Photo
from gweithdy.domain.photos_beside import photos_beside
from gweithdy.domain.problem import Problem
from gweithdy.domain.released import held_back, photo_released, released
from gweithdy.domain.restraint import Standing
from gweithdy.domain.session import Session
from gweithdy.domain.text import Typed, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board, photos


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en")))
    workshop.take(board.start_board(workshop))
    lane = workshop.of(Lane)[0].id
    for words in ("One", "Two"):
        workshop.take(board.add_card(workshop, words, "en", lane, CardKind.NONE, "room", NOON))
    return workshop


@pytest.fixture
def photo(workshop: Workshop) -> Id:
    edit = photos.add_photos(workshop, [pictured()], NOON)
    workshop.take(edit)
    return made(edit)[0]


def test_photos_come_after_those_that_there_are(workshop: Workshop, photo: Id) -> None:
    two = [pictured("A"), pictured("B")]
    edit = photos.add_photos(workshop, two, NOON)
    done(workshop, edit)
    first, *more = workshop.of(Photo)
    assert first.id == photo
    assert [each.picture.name for each in more if each.picture] == ["A.jpg", "B.jpg"]
    assert {each.taken for each in more} == {NOON}
    assert edit.files == (*two[0].files, *two[1].files)
    assert (more[0].wide, more[0].high) == (640, 480)


def test_a_session_holds_only_so_many(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "MOST", 2)
    with pytest.raises(Problem, match="holds 2 photos"):
        photos.add_photos(workshop, [pictured()] * 3, NOON)


def put_beside(workshop: Workshop, photo: Id, card: Id) -> Edit:
    cards = dict.fromkeys((*workshop.get(Photo, photo).cards, card))
    return photos.change_photo(workshop, photo, cards=tuple(cards))


def test_a_photo_is_put_beside_cards_and_taken_from_them(workshop: Workshop, photo: Id) -> None:
    one, two = workshop.of(Card)
    for card in (one, two, one):
        done(workshop, put_beside(workshop, photo, card.id))
    assert workshop.get(Photo, photo).cards == (one.id, two.id)
    assert [each.id for each in photos_beside(workshop, two.id)] == [photo]
    done(workshop, photos.take_from(workshop, photo, one.id))
    assert photos_beside(workshop, one.id) == []


def test_words_are_typed_in_either_language_and_may_be_none(workshop: Workshop, photo: Id) -> None:
    done(workshop, photos.change_photo(workshop, photo, line=Typed("cy", "Un pwynt")))
    done(workshop, photos.change_photo(workshop, photo, alt=Typed("en", "A flipchart")))
    found = workshop.get(Photo, photo)
    assert (found.line.cy.words, found.alt.en.words) == ("Un pwynt", "A flipchart")
    done(workshop, photos.change_photo(workshop, photo, line=Typed("cy", "")))
    assert not workshop.get(Photo, photo).line
    with pytest.raises(Problem, match="characters"):
        photos.change_photo(workshop, photo, line=said("x" * 6000, "en"))


def test_each_line_becomes_a_card_with_the_photo_beside_it(workshop: Workshop, photo: Id) -> None:
    lane = workshop.of(Lane)[1].id
    with pytest.raises(Problem, match="each line becomes a card"):
        photos.cards_from(workshop, photo, lane, NOON)
    workshop.take(photos.change_photo(workshop, photo, line=said("Dŵr\n\n  Bara ", "cy")))
    edit = photos.cards_from(workshop, photo, lane, NOON, noted_by="Mair")
    done(workshop, edit)
    new = [card for card in workshop.of(Card) if card.lane == lane]
    assert [(card.text, card.noted_by) for card in new] == [
        (said("Dŵr", "cy"), "Mair"),
        (said("Bara", "cy"), "Mair"),
    ]
    assert workshop.get(Photo, photo).cards == tuple(card.id for card in new)


def test_photos_move_and_go(workshop: Workshop, photo: Id) -> None:
    workshop.take(photos.add_photos(workshop, [pictured("B")], NOON))
    done(workshop, photos.move_photo(workshop, photo, 1))
    assert workshop.of(Photo)[1].id == photo
    done(workshop, photos.remove_photos(workshop, [photo, new_id()]))
    assert len(workshop.of(Photo)) == 1


def test_a_photo_waits_for_the_cards_it_stands_beside(workshop: Workshop, photo: Id) -> None:
    found = workshop.get(Photo, photo)
    assert photo_released(workshop, found, held_back(workshop))
    one, two = workshop.of(Card)
    for card in (one, two):
        workshop.take(put_beside(workshop, photo, card.id))
    workshop.take(board.remove_cards(workshop, [one.id]))
    assert photo_released(workshop, workshop.get(Photo, photo), held_back(workshop))
    waits = Change("card", two.id, "standing", Standing.WAITING)
    workshop.take(Edit("", (waits,), workshop.id))
    assert not photo_released(workshop, workshop.get(Photo, photo), held_back(workshop))
    assert released(workshop).of(Photo) == []
