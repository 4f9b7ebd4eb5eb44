"""The Word file: real styles, heads of tables, links that arrive, and nothing of the computer."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from PIL import Image
from tests.pack.builders import TODAY, Day, headings, of, pack, rich_day
from tests.pack.told import WP, W, opened, style_of

from gweithdy.domain.board import CardKind
from gweithdy.domain.text import Language, both
from gweithdy.pack.document import CardBox, Column, Document, Item, Paragraph, Row, Table
from gweithdy.pack.runs import Run, words_of
from gweithdy.pack.walking import blocks_in
from gweithdy.pack.word.numbering import list_of
from gweithdy.pack.word.styles import LOOKS, TEXT_WIDTH
from gweithdy.pack.word.table import column_widths
from gweithdy.pack.writing import written

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(rich_day(), organisation=both("Tŷ'r Cyngor", "The Council House"))


@pytest.fixture(scope="module")
def file(document: Document) -> bytes:
    return written(document, ".docx")


@pytest.fixture(scope="module")
def body(file: bytes) -> Any:
    return opened(file)


def styles_of(body: Any) -> list[tuple[str, str]]:
    """Each paragraph: the id of its style, and the words."""
    return [
        (style_of(each), "".join(text.text or "" for text in each.iter(f"{W}t")))
        for each in body.iter(f"{W}p")
    ]


def test_headings_have_the_levels_of_the_tree(document: Document, body: Any) -> None:
    found = [each for each in styles_of(body) if re.fullmatch(r"Title|Heading\d", each[0])]
    expected = []
    for number, part in enumerate(document.parts):
        expected.append(("Title", words_of(part.cover.title)))
        expected += [(f"Heading{n}", words_of(s.heading)) for n, s in headings(document, number)]
    assert found == expected


def test_every_style_is_there_and_called_as_word_calls_it(file: bytes, body: Any) -> None:
    known = {each.get(f"{W}styleId") for each in opened(file, "word/styles.xml").iter(f"{W}style")}
    kinds = ("pStyle", "rStyle", "tblStyle")
    used = {each.get(f"{W}val") for kind in kinds for each in body.iter(W + kind)}
    assert used <= known
    names = [style.name for style in docx.Document(BytesIO(file)).styles]
    theirs = ["Heading 1", "Heading 4", "Title", "List Bullet", "Quote", "Caption", "toc 1"]
    assert set(theirs) <= set(names)


def test_no_words_are_smaller_than_they_may_be() -> None:
    small = {look.name for look in LOOKS if look.size < 12}
    assert small == {"Space", "footer"}
    assert next(look for look in LOOKS if look.name == "footer").size >= 10.5


def test_tables_say_where_their_heads_are(document: Document, body: Any) -> None:
    tables = [table for n in range(2) for table in of(document, Table, n)]
    for table, made in zip(tables, body.iter(f"{W}tbl"), strict=True):
        first, *rows = made.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert not [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in [first, *rows])
        crossing = [cell.find(f".//{W}bookmarkStart") for cell in first.findall(f"{W}tc")]
        names = [n for n, mark in enumerate(crossing) if mark is not None]
        assert names == [table.names]
        assert crossing[table.names].get(f"{W}name").startswith("Title_")
        look = made.find(f"{W}tblPr/{W}tblLook")
        assert look.get(f"{W}firstRow") == "1"
        assert look.get(f"{W}firstColumn") == str(int(table.names == 0))
        assert made.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_a_small_table_stays_on_one_page(body: Any) -> None:
    for made in body.iter(f"{W}tbl"):
        *rows, last = made.findall(f"{W}tr")[1:]
        kept = [row.find(f".//{W}keepNext") is not None for row in rows]
        assert set(kept) <= {len(rows) < 10}
        assert last.find(f".//{W}keepNext") is None


def test_links_lead_to_places_that_are_there(body: Any) -> None:
    marks = list(body.iter(f"{W}bookmarkStart"))
    names, ids = ([each.get(W + key) for each in marks] for key in ("name", "id"))
    assert max(Counter(names).values()) == max(Counter(ids).values()) == 1
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    assert sorted(ids) == sorted(each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd"))
    links = [each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")]
    assert len(links) > 30
    assert set(links) <= set(names)


def test_words_lead_out_only_where_words_may_lead() -> None:
    document = pack(Day())
    runs = (
        Run("mail", Language.CY, link="mailto:a@b.cy"),
        Run("act", Language.CY, link="javascript:alert(1)"),
    )
    (part, *_) = document.parts
    leading = replace(document, parts=(replace(part, cover=replace(part.cover, also=runs)),))
    file = written(leading, ".docx")
    targets = [r.get("Target") for r in opened(file, "word/_rels/document.xml.rels")]
    assert "mailto:a@b.cy" in targets
    assert not [target for target in targets if "javascript" in target]
    (link,) = [each for each in opened(file).iter(f"{W}hyperlink") if not each.get(f"{W}anchor")]
    assert "".join(link.itertext()) == "mail"


def test_spaces_at_the_ends_of_words_are_kept(body: Any) -> None:
    """Word drops them where it is not told: what stands in two runs would be glued together."""
    said = [each for each in body.iter(f"{W}t") if each.text and each.text != each.text.strip()]
    assert said
    assert {each.get(SPACE) for each in said} == {"preserve"}


def test_nothing_asks_to_be_brought_up_to_date(file: bytes, body: Any) -> None:
    assert not [each for each in body.iter() if each.tag in (f"{W}fldSimple", f"{W}fldChar")]
    assert "updateFields" not in ZipFile(BytesIO(file)).read("word/settings.xml").decode()
    for number in (1, 2):
        foot = opened(file, f"word/footer{number}.xml")
        fields = [each.get(f"{W}instr").strip() for each in foot.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


def test_each_part_has_its_own_foot_and_none_on_its_cover(file: bytes) -> None:
    welsh, english = docx.Document(BytesIO(file)).sections
    assert [p.text for p in welsh.footer.paragraphs] == [
        "Dysgu gyda'n gilydd yn y tŷ",
        "Fersiwn 1 · 21 Tachwedd 2026\tTudalen  o ",
    ]
    for pages in (welsh, english):
        assert pages.different_first_page_header_footer
        assert not pages.footer.is_linked_to_previous
        assert [p.text for p in pages.first_page_footer.paragraphs if p.text] == []
        assert round(pages.page_width.mm) == 210


def test_pictures_have_200_dots_to_the_inch_and_fit_the_page(file: bytes, body: Any) -> None:
    inside = ZipFile(BytesIO(file))
    pictures = sorted(name for name in inside.namelist() if "/media/" in name)
    sizes = list(body.iter(f"{WP}extent"))
    assert len(pictures) == len(sizes) == 2
    for name, size in zip(pictures, sizes, strict=True):
        inches = int(size.get("cx")) / 914400
        assert inches * 1440 <= TEXT_WIDTH + 20
        assert Image.open(inside.open(name)).width / inches == pytest.approx(200, abs=1)


def test_cards_have_the_mark_of_their_kind(document: Document, file: bytes, body: Any) -> None:
    marks = {
        each.get(f"{W}abstractNumId"): each.find(f".//{W}lvlText").get(f"{W}val")
        for each in opened(file, "word/numbering.xml").iter(f"{W}abstractNum")
    }
    cards = [p for p in body.iter(f"{W}p") if style_of(p) in ("Card", "ListBullet")]
    numbers = [card.find(f"{W}pPr/{W}numPr/{W}numId") for card in cards]
    found = [marks[number.get(f"{W}val")] if number is not None else "" for number in numbers]
    said = [each for each in blocks_in(document) if isinstance(each, CardBox | Item)]
    signs = {"cultural": "●", "structural": "■", "behavioural": "▲", "unsure": "◆"}
    assert found == ["".join(signs[kind.value] for kind in each.kinds) for each in said]
    assert {"●", "■", "▲", "◆", ""} == set(found)
    assert marks[str(list_of((CardKind("of a newer version"),)))] == "◆"
    assert marks[str(list_of((CardKind.STRUCTURAL, CardKind.CULTURAL)))] == "●■"


def test_the_file_says_what_it_is_and_nothing_of_the_computer(file: bytes) -> None:
    about = docx.Document(BytesIO(file)).core_properties
    assert about.title == "Dysgu gyda'n gilydd yn y tŷ / Learning together"
    assert about.author == about.last_modified_by == "Tŷ'r Cyngor / The Council House"
    assert about.language == "cy-GB"
    assert about.created is not None
    assert about.created.date() == about.modified.date() == TODAY
    inside = ZipFile(BytesIO(file))
    assert {each.date_time[:3] for each in inside.infolist()} == {TODAY.timetuple()[:3]}
    assert {each.create_system for each in inside.infolist()} == {0}
    assert not [n for n in inside.namelist() if re.search("thumbnail|custom|app.xml|theme", n)]
    everything = b"".join(map(inside.read, inside.namelist()))
    for strange in (b"python-docx", b"Macintosh", b"rsid", b"en-US", b"docId"):
        assert strange not in everything


def test_the_same_document_has_the_same_bytes(document: Document, file: bytes) -> None:
    assert written(document, ".docx") == file


@pytest.mark.parametrize("year", [1, 1979, 2107, 9999])
def test_any_day_can_be_the_day_of_the_file(year: int) -> None:
    document = replace(pack(Day()), made=date(year, 1, 1))
    assert docx.Document(BytesIO(written(document, ".docx"))).paragraphs


# --- columns ----------------------------------------------------------------------------------


def table(*columns: str) -> Table:
    """A table of one row under heads of one letter."""

    def runs(words: str) -> tuple[Run, ...]:
        return (Run(words, Language.CY),)

    cells = tuple((Paragraph(language=Language.CY, runs=runs(each)),) for each in columns)
    return Table(
        language=Language.CY,
        caption=(),
        columns=tuple(Column(runs("x")) for _ in columns),
        rows=(Row(language=Language.CY, cells=cells),),
    )


@pytest.mark.parametrize(
    "columns",
    [("a",), ("a", "b " * 400), ("w" * 900, "b"), ("w" * 900,) * 9, ("gair " * 90,) * 7, ("",) * 3],
)
def test_columns_fit_the_page(columns: tuple[str, ...]) -> None:
    widths = column_widths(table(*columns))
    assert len(widths) == len(columns)
    assert min(widths) > 0
    assert sum(widths) <= TEXT_WIDTH + len(widths)


def test_a_column_is_as_wide_as_its_words_and_the_longest_takes_the_rest() -> None:
    short, long = column_widths(table("12", "gair " * 100))
    assert short < 1000
    assert short + long == pytest.approx(TEXT_WIDTH, abs=2)
    assert sum(column_widths(table("12", "gair"))) < TEXT_WIDTH / 3
