"""Which texts of a pack lack a language."""

from datetime import date
from typing import Any

from tests.pack.builders import Day, rich_day

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, Lane, Theme, Vote
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked
from gweithdy.domain.text import Language, both, said
from gweithdy.language.words import Words
from gweithdy.pack.contents import PackOptions, Section, outcome_pack
from gweithdy.pack.document import Document, Paragraph
from gweithdy.pack.gaps import gaps, missing
from gweithdy.pack.layouts import Layout
from gweithdy.pack.marks import explained
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in

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
    assert "text='*'" not in pack


def test_gaps_come_in_the_order_in_which_the_pack_is_read() -> None:
    on_cover = {"title": said("Diwrnod", "cy"), "place": said("Yma", "cy")}
    day = Day(**on_cover, purpose=said("Pam", "cy"), next_steps=said("Yna", "cy"))
    day.add(Block, title=said("Croeso", "cy"))
    day.cards(said("Dŵr", "cy"))
    day.add(Parked, text=said("Wedyn", "cy"))
    found = [gap.words for gap in gaps(day.workshop(), "en")]
    assert found == ["Diwrnod", "Yma", "Pam", "Dŵr", "Wedyn", "Yna", "Croeso"]


def told(day: Day, **options: Any) -> tuple[list[tuple[str, Language]], Document]:
    chosen = PackOptions(**options)
    document = outcome_pack(day.workshop(), chosen, TODAY)
    found = missing(day.workshop(), chosen, document)
    return [(gap.words, gap.lacking) for gap in found], document


def first_words(document: Document) -> list[str]:
    return [
        words_of(block.runs)
        for part in document.parts
        if isinstance(block := part.every_section[0].blocks[0], Paragraph)
    ]


def test_each_part_says_first_how_many_of_its_texts_lack_its_language() -> None:
    day = rich_day()
    lane = day.entities[next(n for n, e in enumerate(day.entities) if isinstance(e, Lane))]
    day.add(Card, lane=lane.id, text=said("Here too", "en"))
    found, document = told(day)
    assert found == [
        ("English and nothing else", Language.CY),
        ("Here too", Language.CY),
        ("Dim ond Cymraeg", Language.EN),
    ]
    english = "1 text is not in English yet: it stands here in Welsh, with the mark *."
    assert first_words(document)[1] == english
    wanted = explained(Words("cy"), 2)
    assert first_words(document)[0] == wanted
    assert "2" in wanted
    # Once: no section explains it again.
    every = [run.text for run in runs_in(document.parts)]
    assert [every.count(each) for each in (english, wanted)] == [1, 1]


def test_only_what_this_pack_prints_is_missing() -> None:
    assert told(rich_day(), sections=(Section.AGENDA,))[0] == []
    assert told(rich_day(), layout=Layout.SUMMARY)[0] == []
    assert told(rich_day(), language="cy")[0] == [("English and nothing else", Language.CY)]


def test_a_text_that_is_printed_often_is_missing_once() -> None:
    day = Day(title=both("Dydd", "Day"))
    lane = day.lane()
    theme = day.add(Theme, lane=lane.id, title=said("Arian", "cy"))
    day.add(Vote, target=theme.id, source="room", count=3)
    found, document = told(day, language="en")
    assert found == [("Arian", Language.EN)]
    assert sum(run.text == "Arian" for run in runs_in(document.parts)) > 2


def test_the_name_of_the_house_counts_too() -> None:
    found, document = told(Day(title=both("D", "D")), organisation=said("Y Tŷ", "cy"))
    assert found == [("Y Tŷ", Language.EN)]
    assert first_words(document)[-1].startswith("1 text is not in English")


def test_with_every_text_in_both_nothing_is_said() -> None:
    found, document = told(Day(title=both("D", "D"), purpose=both("Pam", "Why")))
    assert found == []
    assert first_words(document) == ["Pam", "Why"]


def test_what_stands_side_by_side_lacks_its_language_too() -> None:
    day = Day(title=both("Dydd", "Day"))
    day.add(Block, title=said("Croeso", "cy"))
    workshop, options = day.workshop(), PackOptions(layout=Layout.COLUMNS)
    found = missing(workshop, options, outcome_pack(workshop, options, TODAY))
    assert [(gap.words, gap.lacking) for gap in found] == [("Croeso", Language.EN)]
