"""The outcome pack as a tree: complete in each language, and nobody named against their will."""

from dataclasses import replace

import pytest
from tests.pack.builders import Day, headings, of, pack, read, rich_day, text_of

from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Quote
from gweithdy.domain.reflections import Reflection, ReflectionKind
from gweithdy.domain.text import Language, Text, both, said
from gweithdy.pack.contents import PackOptions, Section
from gweithdy.pack.document import (
    Blocks,
    CardBox,
    ContentsList,
    Cover,
    Document,
    Entry,
    Item,
    ListBlock,
    Paragraph,
    QuoteBlock,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure, PowerInterestMap
from gweithdy.pack.runs import Run, Runs, Tone, words_of
from gweithdy.pack.walking import blocks_in, runs_in


def shape(document: Document, part: int) -> list[tuple[object, ...]]:
    """What a part is made of, without its words."""
    levels = {section.anchor: level for level, section in headings(document, part)}
    rows: list[tuple[object, ...]] = []
    for block in blocks_in(document.parts[part]):
        match block:
            case SectionBlock():
                rows.append(("section", levels[block.anchor], len(block.blocks)))
            case Table():
                rows.append(("table", len(block.columns), len(block.rows)))
            case ListBlock():
                rows.append(("list", len(block.items)))
            case _:
                rows.append((type(block).__name__, block.thing))
    return rows


def said_in(cell: Blocks) -> str:
    """The words of a cell, its paragraphs divided by a slash."""
    return " / ".join(words_of(block.runs) for block in cell if isinstance(block, Paragraph))


def cards(document: Document, part: int = 0) -> list[Runs]:
    """The words of every card, of those in lists with what stands beside them."""
    inside = blocks_in(document.parts[part].sections)
    found = (each for each in inside if each.thing and each.thing.noun == "card")
    return [
        each.runs if isinstance(each, CardBox) else tuple(runs_in(each))
        for each in found
        if isinstance(each, CardBox | Item)
    ]


def words(document: Document, part: int) -> list[str]:
    return [run.text for run in runs_in(document.parts[part])]


def test_both_parts_are_built_alike() -> None:
    document = pack(rich_day())
    assert shape(document, 0) == shape(document, 1)
    assert len(of(document, Figure)) == 1


def test_every_block_is_in_the_language_of_its_part() -> None:
    document = pack(rich_day())
    for part in document.parts:
        assert {block.language for block in blocks_in(part)} == {part.language}


def test_every_section_has_something_and_its_heading_in_order() -> None:
    document = pack(rich_day())
    names = [s.anchor.partition("-")[2] for level, s in headings(document) if level == 1]
    assert names == [
        *("summary", "votes", "board-1", "stakeholders", "missing", "quotes", "parking"),
        *("actions", "reflections", "people", "agenda", "reading"),
    ]


def test_every_card_is_in_each_part() -> None:
    document = pack(rich_day())
    for part, language in enumerate((Language.CY, Language.EN)):
        shown = {words_of(card[:1]) for card in cards(document, part)}
        assert len(cards(document, part)) == 7
        assert {"Dim ond Cymraeg", "English and nothing else"} <= shown
        assert ("Cerdyn ŵ 2" if language is Language.CY else "Card number 2") in shown


def test_a_card_whose_theme_went_away_is_still_there() -> None:
    day = Day()
    (card,) = day.cards(both("Un", "One"))
    day.entities[-1] = replace(card, theme="a theme that is gone")
    assert [words_of(card) for card in cards(pack(day))] == ["Un"]


def test_a_text_in_one_language_keeps_it_and_is_marked() -> None:
    document = pack(rich_day())
    (card,) = (card for card in cards(document, 1) if card[1:] and card[1].text == "*")
    assert [(run.text, run.language) for run in card] == [
        ("Dim ond Cymraeg", Language.CY),
        ("*", Language.EN),
    ]


@pytest.mark.parametrize("part", [0, 1])
def test_the_mark_is_explained_once_before_it_is_met(part: int) -> None:
    said_here = words(pack(rich_day()), part)
    (place,) = (n for n, each in enumerate(said_here) if "*" in each and each != "*")
    assert place < said_here.index("*")


def test_without_a_text_in_one_language_no_mark_is_explained() -> None:
    day = Day()
    day.cards(both("Un", "One"))
    assert not any("*" in run.text for run in runs_in(pack(day)))


def test_a_title_in_one_language_is_marked_and_explained() -> None:
    day = Day(title=said("Diwrnod", "cy"), purpose=both("Pam", "Why"))
    document = pack(day, language="en")
    (cover,) = of(document, Cover)
    assert words_of(cover.title) == "Diwrnod*"
    assert document.parts[0].summary
    assert document.parts[0].summary.blocks[0] == Paragraph(
        language=Language.EN,
        runs=(
            Run(
                "1 text is not in English yet: it stands here in Welsh, with the mark *.",
                Language.EN,
            ),
        ),
        tone=Tone.QUIET,
    )


def test_a_name_needs_consent_everywhere() -> None:
    document = pack(rich_day())
    for part in range(2):
        said_words = "\n".join(words(document, part))
        assert "Dafydd Cudd" not in said_words
        assert "Siân Agored" in said_words


def test_without_names_nobody_is_named() -> None:
    document = pack(rich_day(), names=False)
    assert "Siân Agored" not in "\n".join(words(document, 0) + words(document, 1))


def test_a_name_inside_longer_words_is_taken_out() -> None:
    day = rich_day()
    day.add(Quote, text=said("Ie.", "cy"), speaker="dafydd cudd, Cyngor Sir", named=True)
    assert "cudd" not in "\n".join(words(pack(day), 0)).casefold()


def test_a_quote_stays_as_it_was_said_and_a_translation_is_called_one() -> None:
    day = Day()
    day.add(Quote, text=said("Dechrau'n fach.", "cy").having("en", "Start small."))
    welsh, english = (of(pack(day), QuoteBlock, part)[0] for part in range(2))
    assert welsh.runs == english.runs
    assert english.runs[0].language is Language.CY
    assert welsh.translation == ()
    assert "Start small." in words_of(english.translation)
    assert "Welsh" in words_of(english.said_by)


def test_the_order_and_the_choice_of_languages() -> None:
    day = rich_day()
    assert [p.language for p in pack(day).parts] == ["cy", "en"]
    assert pack(day).language is Language.CY
    assert [p.language for p in pack(day, order="en-cy").parts] == ["en", "cy"]
    assert [p.language for p in pack(day, language="en").parts] == ["en"]


@pytest.mark.parametrize("wrong", [{"order": "en"}, {"language": "fr"}])
def test_an_unknown_choice_is_a_problem(wrong: dict[str, str]) -> None:
    with pytest.raises(Problem, match="Choose one of these"):
        pack(Day(), **wrong)


def test_each_part_leads_to_the_other() -> None:
    document = pack(rich_day())
    covers = [of(document, Cover, part)[0] for part in range(2)]
    assert [[run.link for run in cover.also] for cover in covers] == [["#en-part"], ["#cy-part"]]
    assert [cover.anchor for cover in covers] == ["cy-part", "en-part"]
    assert of(pack(rich_day(), language="cy"), Cover)[0].also == ()
    assert "yn Saesneg" in words_of(covers[0].also)
    assert "in Welsh" in words_of(covers[1].also)
    in_file = text_of(read(document))
    assert all(words_of(cover.also) in in_file for cover in covers)


def test_the_contents_lead_to_headings_and_anchors_are_unique() -> None:
    document = pack(rich_day())
    anchors = [section.anchor for part in range(2) for _, section in headings(document, part)]
    anchors += [cover.anchor for part in range(2) for cover in of(document, Cover, part)]
    assert len(anchors) == len(set(anchors))
    (contents,) = of(document, ContentsList)
    listed = [
        (level, s.anchor, s.heading)
        for level, s in headings(document)
        if level <= 2 and "summary-" not in s.anchor
    ]
    assert [(lvl, e.anchor, e.heading) for lvl, e in entries(contents.entries)] == listed
    assert len(listed) > len(contents.entries)


def entries(listed: tuple[Entry, ...], level: int = 1) -> list[tuple[int, Entry]]:
    inside = [(entry, entries(entry.entries, level + 1)) for entry in listed]
    return [each for entry, under in inside for each in ((level, entry), *under)]


def test_charts_are_tables_and_the_map_has_one() -> None:
    document = pack(rich_day())
    (drawing,) = of(document, Figure)
    assert isinstance(drawing.drawing, PowerInterestMap)
    assert len(drawing.drawing.points) == 22
    assert len(drawing.drawing.ties) == 21
    themes, cards = (t for t in of(document, Table) if any(column.bars for column in t.columns))
    assert [said_in(cell) for cell in themes.rows[0].cells] == ["Arian", "11", "7", "4"]
    assert [said_in(cell) for cell in cards.rows[0].cells] == ["Dim ond Cymraeg", "2"]


def test_an_empty_workshop_has_a_short_pack() -> None:
    document = pack(Day(title=Text()))
    assert [section.anchor for _, section in headings(document)] == ["cy-actions", "cy-reading"]
    assert document.title


def test_a_section_can_be_left_out() -> None:
    document = pack(rich_day(), sections=(Section.QUOTES,))
    assert [section.anchor for _, section in headings(document)] == ["cy-quotes"]


def test_the_house_that_gives_it_out_stands_on_the_cover() -> None:
    house = PackOptions(organisation=both("Cyngor", "Council"))
    (cover,) = of(pack(Day(), organisation=house.organisation, language="en"), Cover)
    assert "Council" in [words_of(fact.value) for fact in cover.facts]


def test_a_pack_is_the_version_after_those_that_were_exported() -> None:
    day = Day(packs=3)
    (cover,) = of(pack(day, language="en"), Cover)
    assert "4 · 21 November 2026" in [words_of(fact.value) for fact in cover.facts]
    for language, words in (
        ("en", "4 (draft) · 21 November 2026"),
        ("cy", "4 (drafft) · 21 Tachwedd"),
    ):
        (cover,) = of(pack(day, language=language, draft=True), Cover)
        assert any(words_of(fact.value).startswith(words) for fact in cover.facts)


def test_each_row_of_a_table_is_named_by_what_it_is_about() -> None:
    tables = of(pack(rich_day(), language="en"), Table)
    assert [words_of(table.columns[table.names].heading) for table in tables] == [
        "Theme", "Card", "Stakeholder", "From", "Action",
        "How people took part", "Language people asked to use", "Sector", "What happened",
    ]  # fmt: skip


def test_reflections_without_words_are_left_out_and_the_others_stand_under_their_kind() -> None:
    day = Day()
    for kind, words in (("learned", "Un"), ("try", "Dau"), ("learned", ""), ("learned", "Tri")):
        text = said(words, "cy") if words else Text()
        day.add(Reflection, text=text, kind=ReflectionKind(kind))
    listed = of(pack(day, language="cy"), ListBlock)
    items = [[words_of(each.blocks[0].runs) for each in block.items] for block in listed]  # type: ignore[attr-defined]
    assert items == [["Un", "Tri"], ["Dau"]]
