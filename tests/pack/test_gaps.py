"""Which texts of a pack lack a language."""

from tests.pack.builders import Day, rich_day

from gweithdy.domain.board import Card
from gweithdy.domain.people import Participant
from gweithdy.domain.text import Language, said
from gweithdy.pack.gaps import gaps


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


def test_an_organisation_counts_only_beside_a_printed_name() -> None:
    day = Day()
    day.add(Participant, name="Dafydd Cudd", organisation=said("Grŵp", "cy"))
    assert gaps(day.workshop(), "both") == []
    day.add(Participant, name="Siân", organisation=said("Grŵp", "cy"), named=True)
    assert len(gaps(day.workshop(), "both")) == 1
