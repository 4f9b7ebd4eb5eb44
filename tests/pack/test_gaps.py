"""Which texts of a pack lack a language."""

from datetime import date

from tests.pack.builders import Day, rich_day

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked
from gweithdy.domain.text import Language, said
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.gaps import gaps

TODAY = date(2026, 11, 21)


def test_texts_of_one_language_are_gaps_of_the_other() -> None:
    found = gaps(rich_day().workshop(), "both")
    assert [(gap.noun, gap.words, gap.lacking) for gap in found] == [
        ("card", "Dim ond Cymraeg", Language.EN),
        ("card", "English and nothing else", Language.CY),
    ]
    assert found[0].where == "Card"


def test_a_pack_in_one_language_lacks_only_that() -> None:
    found = gaps(rich_day().workshop(), "cy")
    assert [gap.lacking for gap in found] == [Language.CY]


def test_quotes_need_no_translation_and_a_mended_text_is_no_gap() -> None:
    day = rich_day()
    workshop = day.workshop()
    assert {gap.noun for gap in gaps(workshop, "both")} == {"card"}
    ids = {gap.id for gap in gaps(workshop, "both")}
    assert ids <= {card.id for card in workshop.of(Card)}


def test_the_name_of_an_organisation_lacks_no_translation() -> None:
    day = Day()
    day.add(Participant, name="Siân", organisation=said("Grŵp Newydd", "cy"), named=True)
    assert gaps(day.workshop(), "both") == []
    pack = repr(outcome_pack(day.workshop(), PackOptions(), TODAY))
    assert pack.count("Grŵp Newydd") == 2
    assert "[In Welsh only]" not in pack


def test_gaps_come_in_the_order_in_which_the_pack_is_read() -> None:
    on_cover = {"title": said("Diwrnod", "cy"), "place": said("Yma", "cy")}
    day = Day(**on_cover, purpose=said("Pam", "cy"), next_steps=said("Yna", "cy"))
    day.add(Block, title=said("Croeso", "cy"))
    day.cards(said("Dŵr", "cy"))
    day.add(Parked, text=said("Wedyn", "cy"))
    found = [gap.words for gap in gaps(day.workshop(), "en")]
    assert found == ["Diwrnod", "Yma", "Pam", "Croeso", "Dŵr", "Wedyn", "Yna"]
