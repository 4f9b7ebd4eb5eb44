"""What is held back is in the facilitator's copy alone; what a board hides is in none."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.pack.builders import TODAY, Day, headings

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Board, Card, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Quote
from gweithdy.domain.restraint import Naming, Standing, Verdict
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.text import Language, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created
from gweithdy.edits.moderation import accept
from gweithdy.edits.naming import tighten
from gweithdy.exchange.csv_list import csv_bytes
from gweithdy.exchange.lists import listings
from gweithdy.exchange.session_file import write_session
from gweithdy.folder.board_file import Wanted, board_file
from gweithdy.pack.contents import outcome
from gweithdy.pack.copies import Copy
from gweithdy.pack.document import Document
from gweithdy.pack.options import PackOptions, Section
from gweithdy.pack.runs import words_of
from gweithdy.pack.since import Since
from gweithdy.pack.walking import runs_in
from gweithdy.pack.withheld import withheld

AT = datetime(2026, 11, 12, 10, 30, tzinfo=UTC)
HELD = ("Mae'r bws yn hwyr", "Enw rhywun")


@pytest.fixture
def day() -> Day:
    """A card for everybody, one that waits and one that was set aside, with votes on all."""
    made = Day()
    shown, waits, aside = made.cards(*(said(words, "cy") for words in ("Dŵr glân", *HELD)))
    replaced = [
        (waits, Standing.WAITING),
        (aside, Standing.ASIDE),
    ]
    for card, standing in replaced:
        made.entities[made.entities.index(card)] = replace(card, standing=standing)
    for card in (shown, waits, aside):
        made.add(Vote, target=card.id, source="3", count=333)
    made.add(
        Ruling, card=aside.id, verdict=Verdict.ASIDE, reason=both("Rheswm", "Why"), at=AT, by="Mair"
    )
    made.add(Ruling, card=shown.id, verdict=Verdict.REWORDED, before=said("Dwr", "cy"), at=AT)
    return made


def pack(workshop: Workshop, copy: Copy, **more: object) -> Document:
    return outcome(workshop, PackOptions(copy=copy, **more), TODAY).document  # type: ignore[arg-type]


def text(document: Document) -> str:
    return " ".join(words_of(tuple(runs_in(part))) for part in document.parts)


@pytest.mark.parametrize("copy", [each for each in Copy if each is not Copy.FACILITATOR])
def test_no_pack_for_others_has_what_is_held(day: Day, copy: Copy) -> None:
    words = text(pack(day.workshop(), copy))
    assert "Dŵr glân" in words
    for hidden in (*HELD, "Rheswm", "Dwr "):
        assert hidden not in words
    assert "2 gerdyn" not in words, "nor is it counted"
    assert "666" not in words
    assert "999" not in words


def test_the_facilitators_copy_lists_it_with_the_reason(day: Day) -> None:
    document = pack(day.workshop(), Copy.FACILITATOR)
    words = text(document)
    for told in (*HELD, "Rheswm", "Mair", "Dwr"):
        assert told in words
    names = [words_of(section.heading) for _, section in headings(document, 1)]
    assert "Cards that were set aside" in names
    assert "Decisions on cards" in names


def test_it_is_said_that_not_all_is_in_it(day: Day) -> None:
    workshop = day.workshop()
    told = {each.what: each.n for each in withheld(workshop, PackOptions(copy=Copy.PUBLIC), [])}
    assert (told["Cards that wait"], told["Cards that were set aside"]) == (1, 1)
    told = {w.what: w.n for w in withheld(workshop, PackOptions(copy=Copy.FACILITATOR), [])}
    assert "Cards that wait" not in told
    assert "Every card is in it" not in text(pack(workshop, Copy.PUBLIC))


@pytest.fixture
def named() -> Workshop:
    """A card of table 37 that tells of three people, on a board that was then made anonymous."""
    day = Day()
    (card,) = day.cards(said("Dŵr glân", "cy"))
    mair = day.add(Participant, name="Mair Puw", named=True)
    day.entities[day.entities.index(card)] = replace(
        card, source="37", noted_by="Sioned", said_by=mair.id, captured=AT
    )
    day.add(Arrived, card=card.id, line="10:30 Sam: Dŵr glân", author="Sam", mark="m")
    return day.workshop()


def everywhere(workshop: Workshop) -> str:
    """All that is exported of a session: every copy of the pack, every list, the session file."""
    packs = [text(pack(workshop, copy)) for copy in Copy]
    lists = [
        csv_bytes(each).decode() for each in listings(workshop, None, AT) if each.key != "people"
    ]
    return "\n".join([*packs, *lists, write_session(workshop).decode().partition("boards:")[2]])


def test_an_anonymous_board_names_nobody_in_any_copy_list_or_file(named: Workshop) -> None:
    assert "37" in everywhere(named)
    assert "Sioned" in everywhere(named)
    (board,) = named.of(Board)
    named.take(tighten(named, board.id, Naming.ANONYMOUS))
    words = everywhere(named)
    for name in ("Sioned", "Sam:", "37,", "Bwrdd 37", "Table 37", 'source: "37"'):
        assert name not in words
    assert "no name, no table and no place is kept" in words, "the pack says so"


def test_names_that_another_laptop_stored_stand_nowhere_either(named: Workshop) -> None:
    """It wrote while this one tightened: the cards still hold what the board does not keep."""
    assert "37" in board_list(named)
    (card,) = named.of(Card)
    quote = Quote(
        id="q", session=named.id, text=card.text, origin=card.id, source="37", speaker="Sioned",
        named=True,
    )  # fmt: skip
    named.take(Edit("", created(quote), named.id))
    (board,) = named.of(Board)
    change = Change("board", board.id, "naming", Naming.ANONYMOUS)
    named.take(Edit("", (change,), named.id))
    words = everywhere(named) + board_list(named)
    for name in ("Sioned", "Sam:", "37,", "Bwrdd 37", "Table 37", 'source: "37"'):
        assert name not in words


def board_list(workshop: Workshop) -> str:
    """The list of the boards' cards on its own."""
    return board_file(Wanted(workshop, TODAY, Language.CY), ".csv").decode()


def test_what_was_let_through_since_is_new(day: Day) -> None:
    then, now = day.workshop(), day.workshop()
    waits = next(card for card in now.of(Card) if card.standing is Standing.WAITING)
    now.take(accept(now, [waits.id], AT, "Mair"))
    since = Since(1, date(2026, 11, 13), then)
    words = text(pack(now, Copy.PARTICIPANTS, since=since, sections=(Section.CHANGES,)))
    assert HELD[0] in words


def test_what_was_merged_is_counted_once_among_what_is_left_out(day: Day) -> None:
    waits = next(each for each in day.entities if isinstance(each, Card) and held(each))
    day.add(
        Card, lane=waits.lane, text=said("Eto", "cy"), made_of=(waits.id,),
        standing=Standing.WAITING,
    )  # fmt: skip
    found = withheld(day.workshop(), PackOptions(copy=Copy.PUBLIC), [])
    assert {each.what: each.n for each in found}["Cards that wait"] == 1


def held(card: Card) -> bool:
    return card.standing is Standing.WAITING


def test_what_was_tightened_since_is_no_change_of_its_cards(named: Workshop) -> None:
    then = named.copy()
    named.take(tighten(named, named.of(Board)[0].id, Naming.ANONYMOUS))
    since = Since(1, date(2026, 11, 13), then)
    words = text(pack(named, Copy.PARTICIPANTS, since=since))
    assert "Nothing has changed." in words


def test_a_card_that_waits_with_what_was_merged_into_it_is_listed_once(day: Day) -> None:
    waits, aside = (
        next(each for each in day.entities if isinstance(each, Card) and each.text.cy.words == said)
        for said in HELD
    )
    day.add(
        Card, lane=waits.lane, text=said("Y ddau", "cy"), made_of=(waits.id, aside.id),
        standing=Standing.ASIDE,
    )  # fmt: skip
    document = pack(day.workshop(), Copy.FACILITATOR)
    names = [words_of(section.heading) for _, section in headings(document, 1)]
    assert "Waiting cards" not in names
    assert text(document).count("Y ddau") == len(document.parts)
