"""Every pack can be heard: it is PDF/UA-1, PDF/A, and says what the document says, in its order."""

import csv
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from tests.pack import gates
from tests.pack.builders import TODAY, Day, house, pack, rich_day
from tests.pack.leaves import of_document, of_file
from tests.pack.random_documents import Chance
from tests.pack.structure import Node, drawn, nodes, opened, root
from tests.pack.test_reading import long_day

from gweithdy.domain.board import Theme, Vote
from gweithdy.domain.ids import new_id
from gweithdy.domain.text import both, said
from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document, SectionBlock, Table
from gweithdy.pack.figures import Figure
from gweithdy.pack.pdf.attached import attachments
from gweithdy.pack.walking import blocks_in
from gweithdy.pack.writing import written

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LI = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
SEEDS = 200
AT_ONCE = 20


def fixtures() -> Iterator[tuple[str, Document]]:
    for place, session in enumerate(demonstration(), 1):
        yield f"demonstration {place}", outcome_pack(session.workshop, PackOptions(), TODAY)
    yield "rich", pack(rich_day())
    yield "long", pack(long_day())
    yield "empty", pack(Day(title=both("", "")))
    yield "English first", pack(rich_day(), order="en-cy", organisation=both("Tŷ <&>", "House"))
    yield "house", pack(rich_day(), house=house())
    yield "Welsh alone", pack(rich_day(), language="cy", draft=True)


@pytest.fixture(scope="module", params=list(fixtures()), ids=lambda fixture: str(fixture[0]))
def made(request: pytest.FixtureRequest) -> tuple[Document, bytes]:
    _, document = request.param
    return document, written(document)


def test_it_passes_every_gate(made: tuple[Document, bytes]) -> None:
    document, content = made
    assert gates.ua1(content) == set()
    assert gates.archive(content) == set()
    assert gates.tree(content) == set()
    assert of_file(content) == of_document(document)


def test_the_same_document_makes_the_same_bytes(made: tuple[Document, bytes]) -> None:
    document, content = made
    assert written(document) == content


def test_both_parts_have_the_same_pieces(made: tuple[Document, bytes]) -> None:
    document, content = made
    with opened(content) as pdf:
        parts = [[node.kind for node in nodes(part)] for part in root(pdf).elements()]
    assert len(parts) == len(document.parts)
    for kind in ("H1", "H2", "H3", "Table", "TR", "TH", "TD", "Figure", "LI", "BlockQuote"):
        assert len({part.count(kind) for part in parts}) == 1, kind


@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_whatever_a_document_holds_its_file_says_the_same(first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        document = Chance(seed).document()
        content = written(document)
        assert of_file(content) == of_document(document), seed
        assert gates.tree(content) == set(), seed
        assert gates.ua1(content) == set(), seed


def test_chance_makes_paragraphs_cells_and_links_that_go_on_over_a_page() -> None:
    torn: set[str] = set()
    for seed in range(SEEDS):
        with opened(written(Chance(seed).document())) as pdf:
            torn |= {node.kind for node in nodes(root(pdf)) if len(pages_of(pdf, node)) > 1}
        if {"P", "TD", "Span", "Link"} <= torn:
            return
    pytest.fail(f"only these go on: {torn}")


def pages_of(pdf: pikepdf.Pdf, node: Node) -> set[int]:
    return {page for page, _ in node.stretches(pdf)}


@pytest.fixture(scope="module")
def rich() -> Iterator[pikepdf.Pdf]:
    with opened(written(pack(long_day()))) as pdf:
        yield pdf


def of_kind(pdf: pikepdf.Pdf, kind: str) -> list[Node]:
    return [node for node in nodes(root(pdf)) if node.kind == kind]


def test_every_element_says_its_language(rich: pikepdf.Pdf) -> None:
    tags = {str(node.object.get("/Lang")) for node in nodes(root(rich))}
    assert tags == {"cy-GB", "en-GB"}
    assert [str(part.object.Lang) for part in root(rich).elements()] == ["cy-GB", "en-GB"]


def test_words_of_the_other_language_are_a_span_and_a_quote_speaks_its_own(
    rich: pikepdf.Pdf,
) -> None:
    welsh = root(rich).elements()[0]
    spans = [node for node in nodes(welsh) if node.kind == "Span"]
    assert spans
    assert {str(span.object.Lang) for span in spans} == {"en-GB"}
    quotes = [node for node in nodes(welsh) if node.kind == "BlockQuote"]
    assert {str(quote.object.Lang) for quote in quotes} == {"cy-GB", "en-GB"}


def test_no_letter_is_smaller_than_ten_and_a_half_points(rich: pikepdf.Pdf) -> None:
    sizes = {
        float(operands[1])
        for page in rich.pages
        for operands, operator in pikepdf.parse_content_stream(page, "Tf")
        if str(operator) == "Tf"
    }
    assert min(sizes) == 10.5
    assert 12 in sizes


def test_heads_of_columns_are_told_once_though_they_stand_on_each_page(rich: pikepdf.Pdf) -> None:
    words = drawn(rich).words
    for table in of_kind(rich, "Table"):
        rows = [row for row in table.elements() if row.kind == "TR"]
        heads = [cell for cell in rows[0].elements() if cell.kind == "TH"]
        for cell in heads:
            keys = cell.stretches(rich)
            assert len(pages_of(rich, cell)) == 1, [words[key] for key in keys]
    assert any(
        len({page for cell in nodes(table) for page in pages_of(rich, cell)}) > 1
        for table in of_kind(rich, "Table")
    )


def test_a_row_is_named_by_its_cell_and_a_column_by_its_head(rich: pikepdf.Pdf) -> None:
    document = pack(long_day())
    tables = [each for each in blocks_in(document) if isinstance(each, Table)]
    scopes = [
        [str(cell.object.A.Scope) if cell.kind == "TH" else "" for cell in row.elements()]
        for table in of_kind(rich, "Table")
        for row in table.elements()
        if row.kind == "TR"
    ]
    assert ["/Column"] * 3 in scopes
    assert len(of_kind(rich, "Table")) == len(tables) + len(document.parts)
    widest = max(tables, key=lambda table: len(table.columns))
    row = ["/Row" if place == widest.names else "" for place in range(len(widest.columns))]
    assert row in scopes


def test_a_link_says_where_it_leads_and_stays_on_paper(rich: pikepdf.Pdf) -> None:
    (note,) = rich.pages[0].obj.Annots
    assert str(note.Contents).startswith("Mae'r ddogfen hon hefyd ar gael yn Saesneg")
    notes = [note for page in rich.pages for note in page.obj.get("/Annots", [])]
    assert all(str(note.Contents).strip() for note in notes)
    assert {int(note.F) for note in notes} == {4}


def test_a_figure_has_its_words_and_its_place() -> None:
    document = pack(rich_day(), language="cy")
    figures = [each for each in blocks_in(document) if isinstance(each, Figure)]
    with opened(written(document)) as pdf:
        told = of_kind(pdf, "Figure")
        assert len(told) == len(figures) == 1
        for node in told:
            left, low, right, high = (float(x) for x in node.object.A.BBox)
            assert 70 < left < right < 525
            assert 80 < low < high < 780


def test_what_a_chart_counts_is_attached_in_both_languages() -> None:
    document = pack(rich_day())
    with opened(written(document)) as pdf:
        # As they stand in the file, where readers look a name up by halves.
        names = [str(each) for each in list(pdf.Root.Names.EmbeddedFiles.Names)[::2]]
        assert names == ["cy-votes-2.csv", "cy-votes.csv", "en-votes-2.csv", "en-votes.csv"]
        content = pdf.attachments["cy-votes.csv"].get_file().read_bytes()
        rows = content.decode("utf-8-sig").splitlines()
        assert str(pdf.Root.AF[0].AFRelationship) == "/Data"
    (votes,) = [
        section
        for section in document.parts[0].sections
        if isinstance(section, SectionBlock) and section.anchor == "cy-votes"
    ]
    table, _ = [block for block in votes.blocks if isinstance(block, Table)]
    assert len(rows) == 1 + len(table.rows)
    assert rows[1] == "Arian,11,7,4"


def test_no_cell_of_an_attached_table_is_worked_out_as_a_formula() -> None:
    day = Day()
    for title in (" =1+1", "＝1"):
        theme = day.add(Theme, title=said(title, "en"), lane=new_id())
        day.add(Vote, target=theme.id, source="room", count=1)
    [table] = attachments(pack(day, language="en"))
    rows = list(csv.reader(table.content.decode("utf-8-sig").splitlines()))[1:]
    assert [row[0][:2] for row in rows] == ["'=", "'＝"]


def test_the_properties_say_title_and_house_as_they_were_written() -> None:
    title = both("Tŷ\u00a0<a> & {b}\x01", "House <a>")
    for giver in (both("Cwmni <&>", "Firm"), both("", "")):
        with opened(written(pack(Day(title=title), organisation=giver))) as pdf:
            properties = ET.fromstring(pdf.Root.Metadata.read_bytes())
        said = {each.get(LANG): each.text for each in properties.iter(LI) if each.get(LANG)}
        assert said["cy-GB"] == "Tŷ\u00a0<a> & {b}"
        assert said["en-GB"] == "House <a>"
        creators = [each.text for each in properties.iter(CREATOR) for each in each.iter(LI)]
        assert creators == (["Cwmni <&> / Firm"] if giver.cy.words else [])


def test_without_votes_nothing_is_attached_and_the_file_says_so() -> None:
    with opened(written(pack(Day()))) as pdf:
        assert list(pdf.attachments) == []
        assert b"<pdfaid:part>2<" in pdf.Root.Metadata.read_bytes()
