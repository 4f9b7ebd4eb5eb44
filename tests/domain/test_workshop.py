"""The session in memory takes edits by field and keeps order and deletion."""

import json
from datetime import UTC, date, datetime

from gweithdy.domain.actions import Action
from gweithdy.domain.attached import Attached
from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Committed, Edit
from gweithdy.domain.entity import fields, values_of, with_values
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain, to_plain
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Catalogue, Workshop

SESSION = "11111111-1111-4111-8111-111111111111"


def test_parts_of_a_text_arrive_in_any_order() -> None:
    workshop = Workshop(Session(id=SESSION))
    parts = (("text.original", "cy"), ("text.cy.words", "Dŵr"), ("session", SESSION))
    workshop.take(Edit("Add", tuple(Change("card", "c", p, v) for p, v in parts), SESSION))
    card = workshop.get(Card, "c")
    assert (card.text.cy.words, card.text.original, card.session) == ("Dŵr", "cy", SESSION)


def test_rows_come_in_their_order_without_the_deleted() -> None:
    cards = [Card(id=str(n), session=SESSION, order=-float(n), deleted=n == 2) for n in range(4)]
    assert [card.id for card in Workshop(Session(id=SESSION), cards).of(Card)] == ["3", "1", "0"]


def test_an_edit_of_another_session_is_passed_over() -> None:
    workshop = Workshop(Session(id=SESSION))
    workshop.take(Edit("Add", (Change("card", "c", "session", "other"),), "other"))
    assert workshop.of(Card) == []


def test_what_an_edit_of_the_library_makes_or_changes_in_the_session_is_taken() -> None:
    workshop = Workshop(Session(id=SESSION), [Card(id="known", session=SESSION)])
    changes = (
        Change("card", "new", "session", SESSION),
        Change("card", "known", "source", "1"),
        Change("card", "elsewhere", "session", "other"),
        Change("card", "unknown", "source", "1"),
    )
    workshop.take(Edit("Import", changes))
    assert {card.id: card.source for card in workshop.of(Card)} == {"new": "", "known": "1"}


def test_the_session_itself_follows_edits_of_the_library_and_other_sessions_stay_out() -> None:
    workshop = Workshop(Session(id=SESSION, series="s"))
    workshop.take(Edit("Delete the series", (Change("session", SESSION, "series", ""),)))
    assert workshop.session.series == ""
    workshop.take(Edit("Change", (Change("session", "other", "packs", 1),), SESSION))
    assert workshop.of(Session) == [workshop.session]


def test_the_catalogue_takes_sessions_and_passes_over_what_is_in_them() -> None:
    catalogue = Catalogue()
    changes = (
        Change("session", SESSION, "title.cy.words", "Sesiwn"),
        Change("card", "c", "source", "1"),
    )
    catalogue.take(Edit("New", changes, SESSION))
    assert catalogue.get(Session, SESSION).title.cy.words == "Sesiwn"


def test_what_was_in_here_when_it_was_read_is_not_taken_again() -> None:
    card = Card(id="c", session=SESSION, source="now")
    workshop = Workshop(Session(id=SESSION), [card], position=5)
    for number, source in ((4, "old"), (5, "also old"), (6, "new"), (6, "twice")):
        edit = Edit("Change", (Change("card", "c", "source", source),), SESSION)
        workshop.catch_up(Committed(edit, number))
        assert workshop.position == max(5, number)
    assert workshop.get(Card, "c").source == "new"


def test_what_brings_back_is_of_the_same_session_and_about_the_same_words() -> None:
    edit = Edit("Add", (Change("card", "c", "session", SESSION),), SESSION, about="Dŵr")
    back = Workshop(Session(id=SESSION)).reverse(edit)
    assert (back.label, back.session, back.about) == ("Add", SESSION, "Dŵr")


def test_a_copy_does_not_follow() -> None:
    workshop = Workshop(Session(id=SESSION))
    copy = workshop.copy()
    workshop.take(Edit("Add", (Change("card", "c", "session", SESSION),), SESSION))
    assert copy.of(Card) == []
    assert len(workshop.of(Card)) == 1


def test_a_copy_stands_where_it_was_taken() -> None:
    assert Workshop(Session(id=SESSION), position=5).copy().position == 5


def test_values_survive_being_made_plain() -> None:
    action = Action(id="a", session=SESSION, due=date(2026, 11, 21))
    card = Card(id="c", session=SESSION, captured=datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    for entity in (action, card):
        one = fields(type(entity))
        plain = {path: to_plain(one[path], v) for path, v in values_of(entity).items()}
        back = {path: from_plain(one[path], v) for path, v in plain.items()}
        assert with_values(entity, back) == entity


def test_an_attached_file_survives_being_made_plain_and_so_does_none() -> None:
    photo = Field("photo", Kind.FILE, None, optional=True)
    wall = Attached("0" * 64, "wal.jpg", 12, "image/jpeg")
    assert json.loads(json.dumps(to_plain(photo, wall)))["name"] == "wal.jpg"
    assert from_plain(photo, to_plain(photo, wall)) == wall
    assert from_plain(photo, to_plain(photo, None)) is None


def test_values_of_a_file_become_those_of_the_program() -> None:
    known = fields(Card)
    captured = from_plain(known["captured"], "2026-11-21T10:00:00+01:00")
    assert captured.isoformat() == "2026-11-21T09:00:00+00:00"
    assert isinstance(from_plain(known["order"], 1), float)
    assert from_plain(known["order"], None) == 0.0


def test_every_reference_names_a_noun() -> None:
    for noun in NOUNS.values():
        for field in fields(noun).values():
            if field.kind is Kind.ID:
                assert set(field.ref.split("|")) <= set(NOUNS), field
