"""Every shape that the tree allows in the PDF: lists in lists and in cells, and links in words."""

from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from tests.pack.builders import Day, pack, read

from gweithdy.domain.text import Language
from gweithdy.pack.document import (
    Block,
    CardBox,
    Column,
    Document,
    Item,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Row,
    SectionBlock,
    Table,
)
from gweithdy.pack.runs import Run, Runs, Tone
from gweithdy.pack.writing import written

CY = Language.CY


def words(text: str, link: str = "", tone: Tone = Tone.PLAIN) -> Runs:
    return (Run(text, CY, tone, link),)


def said(text: str, link: str = "") -> Paragraph:
    return Paragraph(language=CY, runs=words(text, link))


def listed(*items: tuple[Block, ...]) -> ListBlock:
    return ListBlock(language=CY, items=tuple(Item(language=CY, blocks=each) for each in items))


def table(*cells: tuple[Block, ...]) -> Table:
    columns = tuple(Column(words(f"Colofn {n}")) for n, _ in enumerate(cells))
    row = Row(language=CY, cells=cells)
    return Table(language=CY, caption=(), columns=columns, rows=(row,))


def rows_of(*cells: str) -> Table:
    rows = tuple(Row(language=CY, cells=((said(each),),)) for each in cells)
    return Table(language=CY, caption=(), columns=(Column(words("Colofn")),), rows=rows)


def section(*blocks: Block) -> SectionBlock:
    return SectionBlock(language=CY, heading=words("Pennawd"), anchor="cy-pennawd", blocks=blocks)


def of_blocks(*blocks: Block) -> Document:
    """A document in Welsh with one section."""
    document = pack(Day(), language="cy")
    (part,) = document.parts
    contents = replace(part.contents, entries=())
    part = replace(part, contents=contents, sections=(section(*blocks),))
    return replace(document, parts=(part,))


def place_of(reader: PdfReader, wanted: str) -> tuple[float, float]:
    """Where the words `wanted` begin, from the left and from the bottom of their page."""
    found: list[tuple[float, float]] = []

    def visit(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        if wanted in text:
            found.append((matrix[4] + place[4], matrix[5] + place[5]))

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    assert len(found) == 1, wanted
    return found[0]


def test_what_follows_in_an_item_lies_under_its_first_words_and_a_list_further_in() -> None:
    inner = listed((said("Mewnol"),))
    reader = read(of_blocks(listed((said("Cyntaf"), said("Ail"), inner), (said("Nesaf"),))))
    places = [place_of(reader, each) for each in ("Cyntaf", "Ail", "Mewnol", "Nesaf")]
    across, up = zip(*places, strict=True)
    assert across[0] == across[1] == across[3] < across[2]
    assert sorted(up, reverse=True) == list(up)
    assert reader.pages[-1].extract_text().count("•") == 3


def test_a_cell_holds_paragraphs_under_one_another_and_lists() -> None:
    quiet = Paragraph(language=CY, runs=words("Distaw"), tone=Tone.QUIET)
    cell = (said("Uchod"), quiet, listed((said("Eitem"),)))
    reader = read(of_blocks(table(cell, (), (said("Z"),))))
    above, below, item = (place_of(reader, each) for each in ("Uchod", "Distaw", "Eitem"))
    assert above[0] == below[0] < item[0]
    assert above[1] > below[1] > item[1]
    assert place_of(reader, "Z")[1] == pytest.approx(above[1])


def test_a_section_in_a_section_in_a_section_has_bookmarks() -> None:
    deep = section(said("Dwfn"))
    for n in range(4):
        deep = replace(section(deep), anchor=f"cy-{n}", heading=words(f"Haen {n}"))
    reader = read(of_blocks(deep))
    assert str(reader.outline).count("Haen") == 4
    assert "Dwfn" in reader.pages[-1].extract_text()


def links(reader: PdfReader) -> list[Any]:
    return [a.get_object() for page in reader.pages for a in page.get("/Annots") or []]


@pytest.mark.parametrize(
    "address", ["https://example.org/?a=1&b=%20\"<'", "http://example.org", "mailto:a@example.org"]
)
def test_words_lead_to_web_and_mail_addresses(address: str) -> None:
    blocks = (said("Darllen ymlaen", address), table((said("yn y gell", address),)))
    reader = read(of_blocks(*blocks, listed((said("mewn eitem", address),))))
    assert [link["/A"]["/URI"] for link in links(reader)] == [address] * 3
    assert "Darllen ymlaen" in reader.pages[-1].extract_text()


def test_words_lead_to_an_anchor_and_only_those_words() -> None:
    runs = (*words("Gweler "), *words("yma", "#cy-pennawd", Tone.STRONG), *words(" yn gyntaf"))
    reader = read(of_blocks(Paragraph(language=CY, runs=runs)))
    (link,) = links(reader)
    assert link["/Dest"][0] == reader.pages[-1].indirect_reference
    left, _, right, _ = (float(each) for each in link["/Rect"])
    assert place_of(reader, "Gweler")[0] < left < right < 150


def test_a_card_stands_in_a_section_only() -> None:
    card = CardBox(language=CY, runs=words("Cerdyn"), kinds=(), facts=())
    assert "Cerdyn" in read(of_blocks(card)).pages[-1].extract_text()
    for wrong in (listed((card,)), table((card,)), Item(language=CY, blocks=())):
        with pytest.raises(TypeError):
            written(of_blocks(wrong))


def lines_on(reader: PdfReader) -> list[list[str]]:
    """The lines of each page, without its foot."""
    pages = [page.extract_text().splitlines() for page in reader.pages]
    return [[line.strip() for line in page if "Tudalen" not in line] for page in pages]


@pytest.mark.parametrize("before", range(14, 30))
@pytest.mark.parametrize(
    "after",
    [
        said("Dilyn"),
        CardBox(language=CY, runs=words("Dilyn"), kinds=(), facts=()),
        table((said("Dilyn"),)),
        listed((said("Dilyn"),)),
        listed(*[(said("Dilyn"),)] * 9),
        rows_of("Dilyn", "gair " * 60, *["gair"] * 9),
        QuoteBlock(language=CY, runs=words("Dilyn " * 50), said_by=words("Neb")),
    ],
)
def test_a_heading_stays_with_what_follows_it(before: int, after: Block) -> None:
    inner = replace(section(after), anchor="cy-mewnol", heading=words("Is-bennawd"))
    count = Paragraph(language=CY, runs=words("Un cerdyn"), tone=Tone.QUIET)
    outer = section(*(said(f"Llinell {n}") for n in range(before)))
    last = replace(section(count, inner), anchor="cy-olaf", heading=words("Pennawd olaf"))
    pages = lines_on(read(of_blocks(outer, last)))
    places = [
        next(n for n, page in enumerate(pages) if any(each in line for line in page))
        for each in ("Pennawd olaf", "Un cerdyn", "Is-bennawd", "Dilyn")
    ]
    assert len(set(places)) == 1, places


@pytest.mark.parametrize("before", range(14, 30))
def test_one_or_two_items_of_a_list_never_stand_on_a_page_of_their_own(before: int) -> None:
    names = listed(*((said(f"Enw {n}"),) for n in range(9)))
    reader = read(of_blocks(*(said(f"Llinell {n}") for n in range(before)), names))
    many = [sum("Enw" in line for line in page) for page in lines_on(reader)]
    assert sum(many) == 9
    assert not {1, 2}.intersection(many[-1:]), many


def test_a_table_has_its_header_once_a_page_though_a_row_is_taller_than_that() -> None:
    columns = (Column(words("Cam")), Column(words("Pwy")))
    texts = ["byr", "byr", "gair " * 2500, "byr"]
    rows = tuple(Row(language=CY, cells=((said(text),), (said("Neb"),))) for text in texts)
    reader = read(of_blocks(Table(language=CY, caption=(), columns=columns, rows=rows)))
    counts = [[*page].count("Cam Pwy") + [*page].count("Cam") for page in lines_on(reader)]
    assert max(counts) == 1
    assert sum(counts) > 3
    assert "\n".join(page.extract_text() for page in reader.pages).count("gair") == 2500
