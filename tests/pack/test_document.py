"""The tree by itself: blocks inside cells and items, where each came from, and where runs lead."""

from dataclasses import fields

import pytest
from tests.pack.builders import Day, headings, of, pack, rich_day

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block as AgendaBlock
from gweithdy.domain.board import Board, Card, Lane, Theme, Vote
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import Entity, noun_name
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder, Tie
from gweithdy.domain.text import Language, Text, both
from gweithdy.pack.document import (
    Block,
    CardBox,
    Column,
    ContentsList,
    Cover,
    Document,
    Item,
    Paragraph,
    QuoteBlock,
    Row,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure, PowerInterestMap
from gweithdy.pack.runs import Run, Runs, Tone, words_of
from gweithdy.pack.walking import blocks_in, runs_in

PLACES: dict[type[Entity], tuple[type[Block], ...]] = {
    Session: (Cover, Paragraph, Paragraph),
    AgendaBlock: (Row,),
    Participant: (Item,),
    Board: (SectionBlock,),
    Lane: (SectionBlock,),
    Theme: (Item, Row, SectionBlock),
    Card: (Item,),
    Stakeholder: (Row,),
    Tie: (Row,),
    Quote: (QuoteBlock,),
    Parked: (Item,),
    Decision: (Item,),
    Action: (Item, Row),
    Reflection: (Item,),
}
"""What of a rich day stands for each thing of a noun."""


@pytest.fixture(scope="module")
def day() -> Day:
    return rich_day()


@pytest.fixture(scope="module")
def document(day: Day) -> Document:
    return pack(day)


def from_thing(document: Document, entity: Entity, part: int) -> list[Block]:
    wanted = noun_name(entity), entity.id
    return [
        block
        for block in blocks_in(document.parts[part])
        if block.thing and (block.thing.noun, block.thing.id) == wanted
    ]


def printed(day: Day) -> list[Entity]:
    """Everything that has a place of its own in the pack of `day`."""
    kept = (e for e in day.entities if type(e) in PLACES)
    return [day.session, *(e for e in kept if not isinstance(e, Participant) or e.named)]


@pytest.mark.parametrize("part", [0, 1])
def test_everything_that_is_printed_can_be_found_by_its_thing(
    day: Day, document: Document, part: int
) -> None:
    language = document.parts[part].language
    for entity in printed(day):
        blocks = from_thing(document, entity, part)
        assert blocks, entity
        words = "\n".join(run.text for block in blocks for run in runs_in(block))
        texts = (getattr(entity, field.name) for field in fields(entity))
        said = [text.best(language)[0] for text in texts if isinstance(text, Text)]
        assert all(each in words for each in said), entity


@pytest.mark.parametrize("noun", PLACES)
def test_a_thing_has_the_places_it_should_have(
    day: Day, document: Document, noun: type[Entity]
) -> None:
    for entity in (each for each in printed(day) if type(each) is noun):
        kinds = tuple(type(block) for block in from_thing(document, entity, 0))
        # Only some cards got votes.
        assert kinds == PLACES[noun] or (noun is Card and kinds == (Row, CardBox))


def test_our_own_wording_comes_from_no_thing(document: Document) -> None:
    known = {section.anchor: section for _, section in headings(document)}
    for name in ("reading", "missing"):
        assert {block.thing for block in blocks_in(known[f"cy-{name}"])} == {None}
    assert of(document, ContentsList)[0].thing is None


def test_bars_and_points_say_what_they_stand_for(day: Day, document: Document) -> None:
    charts = [each for each in of(document, Table) if any(column.bars for column in each.columns)]
    bars = [row.thing for chart in charts for row in chart.rows if row.thing]
    voted = [vote.target for vote in day.entities if isinstance(vote, Vote)]
    assert {bar.id for bar in bars} == set(voted)
    assert [bar.noun for bar in bars] == ["theme", "card"]
    (drawing,) = (figure.drawing for figure in of(document, Figure))
    assert isinstance(drawing, PowerInterestMap)
    people = {each.id: each for each in day.entities if isinstance(each, Stakeholder)}
    assert len(drawing.points) == len(people)
    for point in drawing.points:
        assert point.thing
        assert words_of(point.label) == people[point.thing.id].name.get("cy")


def test_a_cell_holds_paragraphs_and_no_line_breaks_of_ours(document: Document) -> None:
    assert not any("\n" in run.text for run in runs_in(document))
    stakeholders = next(table for table in of(document, Table) if len(table.columns) == 6)
    first = stakeholders.rows[0].cells[1]
    assert [(type(block), words_of(block.runs), block.tone) for block in paragraphs(first)] == [
        (Paragraph, "Rhanddeiliad 0", Tone.PLAIN),
        (Paragraph, "O fewn y sefydliad", Tone.QUIET),
    ]


def paragraphs(cell: tuple[Block, ...]) -> list[Paragraph]:
    assert all(isinstance(block, Paragraph) for block in cell)
    return [block for block in cell if isinstance(block, Paragraph)]


def test_line_breaks_that_a_person_typed_are_kept() -> None:
    day = Day(purpose=both("Un\nDau", "One\nTwo"))
    assert "Un\nDau" in [run.text for run in runs_in(pack(day))]


def test_every_table_names_its_columns_and_its_rows(document: Document) -> None:
    for table in of(document, Table):
        assert all(words_of(column.heading) for column in table.columns)
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert all(row.cells[table.names] for row in table.rows)
        for place, column in enumerate(table.columns):
            inside = [block for row in table.rows for block in paragraphs(row.cells[place])]
            counted = column.numbers or column.bars
            assert counted == all(words_of(block.runs).isdigit() for block in inside)


def test_sections_lie_inside_one_another(document: Document) -> None:
    (board,) = (s for _, s in headings(document) if s.thing and s.thing.noun == "board")
    (lane,) = board.blocks
    assert isinstance(lane, SectionBlock)
    inside = [words_of(b.heading) for b in lane.blocks if isinstance(b, SectionBlock)]
    assert inside == ["Arian · 11 pleidlais", "Cardiau heb thema"]
    assert [level for level, _ in headings(document)].count(3) == 2


def plain(text: str) -> Runs:
    return (Run(text, Language.CY),)


def test_blocks_and_runs_are_found_in_reading_order() -> None:
    words = [Paragraph(language=Language.CY, runs=plain(text)) for text in "abc"]
    row = Row(language=Language.CY, cells=((words[0], words[1]), (words[2],)))
    table = Table(
        language=Language.CY,
        caption=plain("first"),
        columns=(Column(plain("x")), Column(plain("y"))),
        rows=(row,),
    )
    assert list(blocks_in(table)) == [table, row, *words]
    assert [run.text for run in runs_in(table)] == ["first", "x", "y", "a", "b", "c"]
