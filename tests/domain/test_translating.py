"""What of a session can be translated: ids, order, states, and where each text stands."""

from dataclasses import replace

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Card, Lane
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import new_id
from gweithdy.domain.people import Participant
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Translation, Written, both, said
from gweithdy.domain.translating import Unit, due, missing_units, unit_of, units, words_in
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.demo import demonstration

CY, EN = Language.CY, Language.EN
NO_TEXT = Text()
SESSION = Session(id=new_id(), title=both("Diwrnod", "A day"))


def workshop(*rows: Entity) -> Workshop:
    return Workshop(SESSION, rows)


def block(title: Text, order: float = 0.0, notes: Text = NO_TEXT) -> Block:
    return Block(id=new_id(), session=SESSION.id, title=title, order=order, notes=notes)


def test_only_words_that_are_a_translation_or_lack_one_are_units() -> None:
    welsh, english = block(said("Egwyl", "cy")), block(said("Lunch", "en"))
    day = workshop(welsh, english, block(Text()))
    assert [unit.words for unit in units(day, EN)] == ["A day", ""]
    assert [(unit.original, unit.state) for unit in units(day, CY)] == [
        ("Lunch", Translation.MISSING)
    ]


def test_names_that_have_no_language_are_no_units() -> None:
    person = Participant(id=new_id(), session=SESSION.id, organisation=said("Cyngor", "cy"))
    assert units(workshop(person), EN) == units(workshop(), EN)


def test_an_original_that_is_gone_can_be_translated_back() -> None:
    text = said("Dŵr", "cy").having("en", "Water").having("cy", "")
    assert [unit.original for unit in units(workshop(block(text)), CY)] == ["Water"]


def test_what_the_pack_needs_is_due_until_it_is_translated() -> None:
    done = Text(Written("Dŵr"), Written("Water", "translated"), "cy")
    draft = said("Tir", "cy").having("en", "Land")
    stale = replace(done, en=replace(done.en, basis="0badc0de"))
    texts = enumerate((done, draft, stale))
    day = workshop(*(block(text, at, said("Nodyn", "cy")) for at, text in texts))
    assert [unit.state for unit in due(units(day, EN))] == [Translation.DRAFT, Translation.STALE]
    assert len(units(day, EN)) == 7


def test_what_is_at_a_translators_is_not_missing() -> None:
    sent = said("Tir comin", "cy").marked("en", Translation.SENT)
    day = workshop(block(said("Dŵr  glân\nyma", "cy")), block(sent), block(said("Lunch", "en")))
    found = missing_units(day)
    assert [(unit.target, unit.original) for unit in found] == [
        (CY, "Lunch"),
        (EN, "Dŵr  glân\nyma"),
    ]
    assert words_in(found) == 4


def test_an_id_is_found_again_and_stays_when_the_words_change() -> None:
    for each in demonstration():
        for language in Language:
            found = units(each.workshop, language)
            assert len({unit.id for unit in found}) == len(found)
            for unit in found:
                again = unit_of(each.workshop, unit.id)
                assert again == replace(unit, inside=())
    one = block(said("Egwyl", "cy"))
    later = replace(one, title=one.title.having("cy", "Egwyl hir"))
    [before], [after] = (units(workshop(row), EN)[1:] for row in (one, later))
    assert before.id == after.id == f"block.{one.id}.title.en"
    assert before.stamp != after.stamp
    assert before.stamp.split(".")[1] == after.stamp.split(".")[1]


def test_ids_of_nothing_are_nothing() -> None:
    one = block(said("Egwyl", "cy"))
    day = workshop(one)
    for id in ("", "block", f"block.{one.id}.lead.en", f"block.{one.id}.title.cy",
               f"lane.{one.id}.title.en", f"block.{new_id()}.title.en", f"x.{one.id}.title.en",
               f"series.{one.id}.title.en", f"block.{one.id}.title.fr"):  # fmt: skip
        assert unit_of(day, id) is None, id


def test_the_note_says_in_what_a_text_stands() -> None:
    board = Board(id=new_id(), session=SESSION.id, title=both("Bwrdd", "Board"))
    lane = Lane(id=new_id(), session=SESSION.id, board=board.id, title=both("Colofn", "Lane"))
    card = Card(id=new_id(), session=SESSION.id, lane=lane.id, text=said("Dŵr", "cy"))
    found: Unit = units(workshop(board, lane, card), EN)[-1]
    assert found.thing == card.id
    assert found.inside == (board.title, lane.title)


def test_texts_stand_in_the_order_in_which_they_are_read() -> None:
    board = Board(id=new_id(), session=SESSION.id, title=said("Bwrdd", "cy"))
    lanes = [
        Lane(id=new_id(), session=SESSION.id, board=board.id, order=order) for order in (2.0, 1.0)
    ]
    cards = [
        Card(id=new_id(), session=SESSION.id, lane=lane.id, text=said(words, "cy"))
        for lane, words in zip(lanes, ("ail", "cyntaf"), strict=True)
    ]
    day = workshop(board, *lanes, *cards, block(said("Egwyl", "cy")))
    assert [u.original for u in units(day, EN)][1:] == ["Egwyl", "Bwrdd", "cyntaf", "ail"]
