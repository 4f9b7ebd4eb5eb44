"""Agenda and actions side by side: each row the same in both languages, all else apart."""

import re

import pytest
from tests.pack import gates
from tests.pack.builders import TODAY, Day, headings, pack, rich_day
from tests.pack.leaves import of_document, of_file
from tests.pack.structure import Node, nodes, opened, root
from tests.pack.test_told import check_page, check_word

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, both, said
from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, Section, outcome_pack
from gweithdy.pack.document import Blocks, Document, Entry, SectionBlock, Table
from gweithdy.pack.layouts import Layout
from gweithdy.pack.pdf.column_widths import column_widths
from gweithdy.pack.pdf.sheet import USUAL
from gweithdy.pack.runs import Thing, words_of
from gweithdy.pack.walking import blocks_in, runs_in
from gweithdy.pack.word.table import column_widths as widths_in_word
from gweithdy.pack.writing import written

COLUMNS = Layout.COLUMNS
PACKS = [
    *(
        outcome_pack(session.workshop, PackOptions(layout=COLUMNS), TODAY)
        for session in demonstration()
    ),
    pack(rich_day(), layout=COLUMNS, order="en-cy"),
    pack(Day(title=both("", "")), layout=COLUMNS),
]


def together(document: Document) -> SectionBlock:
    assert document.together
    return document.together


def tables(document: Document) -> list[Table]:
    return [block for block in blocks_in(together(document)) if isinstance(block, Table)]


def lines(cell: Blocks) -> list[str]:
    return [words_of(tuple(runs_in(block))) for block in cell]


@pytest.mark.parametrize("document", PACKS)
def test_it_passes_every_gate(document: Document) -> None:
    content = written(document)
    assert gates.ua1(content) == set()
    assert gates.archive(content) == set()
    assert gates.tree(content) == set()
    assert of_file(content) == of_document(document)
    assert written(document) == content


@pytest.mark.parametrize("document", PACKS)
def test_it_says_the_same_in_every_form(document: Document) -> None:
    check_page(document)
    check_word(document)


def test_each_row_is_one_action_in_both_languages() -> None:
    day = Day()
    actions = [
        day.add(Action, text=both("Ffonio", "Ring"), owner="Siân Agored"),
        day.add(Action, text=both("Trefnu", "Arrange")),
    ]
    (table,) = tables(pack(day, layout=COLUMNS))
    assert [row.thing for row in table.rows] == [Thing("action", each.id) for each in actions]
    assert [words_of(column.heading) for column in table.columns[1:]] == ["Cymraeg", "English"]
    assert [[lines(cell) for cell in row.cells] for row in table.rows] == [
        [["1"], ["Ffonio", "Pwy sy'n gyfrifol: Siân Agored"],
         ["Ring", "Who is responsible: Siân Agored"]],
        [["2"], ["Trefnu"], ["Arrange"]],
    ]  # fmt: skip
    languages = [{run.language for run in runs_in(cell)} for cell in table.rows[0].cells[1:]]
    assert languages == [{Language.CY}, {Language.EN}]


def test_the_language_that_comes_first_stands_on_the_left_and_is_read_first() -> None:
    document = pack(rich_day(), layout=COLUMNS, order="en-cy")
    table = tables(document)[0]
    assert [words_of(column.heading) for column in table.columns[1:]] == ["English", "Cymraeg"]
    assert together(document).language is Language.EN


def test_the_times_of_the_agenda_stand_once_before_both_languages() -> None:
    agenda = tables(pack(rich_day(), layout=COLUMNS))[-1]
    assert lines(agenda.rows[0].cells[0]) == ["09:30–09:45"]
    assert lines(agenda.rows[0].cells[1])[0].startswith("Croeso")
    assert lines(agenda.rows[0].cells[2])[0].startswith("Welcome")
    assert agenda.names == 0


def test_lengths_that_each_language_says_in_its_own_way_stand_in_its_column() -> None:
    day = Day()
    day.add(Block, title=both("Croeso", "Welcome"), minutes=70)
    (agenda,) = [t for t in tables(pack(day, layout=COLUMNS)) if "Croeso" in repr(t)]
    assert lines(agenda.rows[0].cells[0]) == ["1"]
    for cell in agenda.rows[0].cells[1:]:
        assert any(re.search(r": 1 (awr|h) 10", line) for line in lines(cell))


@pytest.mark.parametrize("document", PACKS)
def test_both_languages_have_the_same_room(document: Document) -> None:
    for table in tables(document):
        *before, one, other = column_widths(table, USUAL)
        assert one == other > sum(before)
        *before, one, other = map(float, widths_in_word(table))
        assert one == other > sum(before)


def test_what_stands_side_by_side_stands_nowhere_else_and_each_part_leads_to_it() -> None:
    document, usual = pack(rich_day(), layout=COLUMNS), pack(rich_day())
    for n, part in enumerate(document.parts):
        gone = {f"{part.language}-actions", f"{part.language}-agenda"}
        tops = [section.anchor for level, section in headings(usual, n) if level == 1]
        kept = [section.anchor for level, section in headings(document, n) if level == 1]
        assert kept == [anchor for anchor in tops if anchor not in gone]
        last = [entry.anchor for entry in part.contents.entries[-2:]]
        assert last == ["both-actions", "both-agenda"]
        assert part.contents.entries[-2] == Entry(
            next(s.heading for s in usual.parts[n].sections if s.anchor.endswith("-actions")),
            "both-actions",
        )
    anchors = {
        block.anchor for block in blocks_in(together(document)) if isinstance(block, SectionBlock)
    }
    assert anchors == {"both", "both-actions", "both-agenda"}


def test_a_text_that_lacks_a_language_is_marked_and_the_mark_is_explained_here() -> None:
    day = Day()
    day.add(Action, text=said("Dim ond Cymraeg", "cy"))
    made = together(pack(day, layout=COLUMNS))
    (table,) = [block for block in blocks_in(made) if isinstance(block, Table)]
    assert [lines(cell)[0] for cell in table.rows[0].cells] == [
        "1", "Dim ond Cymraeg", "Dim ond Cymraeg*",
    ]  # fmt: skip
    told = words_of(tuple(runs_in(made)))
    assert "1 text is not in English yet: it stands here in Welsh, with the mark *." in told


def test_the_house_is_named_on_the_covers_and_lacks_nothing_here() -> None:
    day = Day()
    day.add(Block, title=both("Croeso", "Welcome"))
    made = together(pack(day, layout=COLUMNS, organisation=said("Y Tŷ", "cy")))
    assert "*" not in words_of(tuple(runs_in(made)))


def test_cells_of_the_file_speak_their_language_and_rows_have_heads_without_one() -> None:
    with opened(written(PACKS[0])) as pdf:
        part = root(pdf).elements()[-1]
        rows = [node for node in nodes(part) if node.kind == "TR"]
        cells = [[_spoken(cell) for cell in row.elements()] for row in rows]
    assert len(rows) > 10
    assert {tuple(each[1:]) for each in cells} == {
        (("TH", "cy-GB"), ("TH", "en-GB")),
        (("TD", "cy-GB"), ("TD", "en-GB")),
    }
    assert {each[0][0] for each in cells} == {"TH"}


def _spoken(cell: Node) -> tuple[str, str]:
    return cell.kind, str(cell.object.Lang)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_one_language_alone_is_refused(language: str) -> None:
    with pytest.raises(Problem, match="Side by side needs both languages"):
        pack(rich_day(), layout=COLUMNS, language=language)


def test_sections_of_which_none_can_stand_side_by_side_are_refused() -> None:
    with pytest.raises(Problem, match="choose one of them"):
        pack(rich_day(), layout=COLUMNS, sections=(Section.SUMMARY, Section.VOTES))
    made = pack(rich_day(), layout=COLUMNS, sections=(Section.AGENDA,))
    assert [len(part.sections) for part in made.parts] == [0, 0]
    assert len(tables(made)) == 1
    assert gates.ua1(written(made)) == set()


def test_a_day_of_which_nothing_can_stand_side_by_side_has_no_such_part() -> None:
    made = pack(Day(), layout=COLUMNS, sections=(Section.AGENDA,))
    assert made.together is None
    assert written(made)
