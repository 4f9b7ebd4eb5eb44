"""Layouts in pages and Word files: larger letters, other paper, the same words as in the PDF."""

import re
from io import BytesIO

import docx
import pytest
from docx.document import Document as Docx
from tests.pack.builders import TODAY, pack, rich_day
from tests.pack.test_told import check_page, check_word
from tests.pack.told import parsed

from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document
from gweithdy.pack.layouts import Layout
from gweithdy.pack.pdf.build import laid_out
from gweithdy.pack.writing import written

LARGE, WALL = Layout.LARGE_PRINT, Layout.SUMMARY
PACKS = [
    pack(rich_day(), layout=LARGE),
    outcome_pack(demonstration()[0].workshop, PackOptions(layout=LARGE), TODAY),
]


def word(document: Document) -> Docx:
    return docx.Document(BytesIO(written(document, ".docx")))


def sizes(file: Docx) -> dict[str, float]:
    fonts = {style.name: getattr(style, "font", None) for style in file.styles}
    return {name: font.size.pt for name, font in fonts.items() if font is not None and font.size}


def page(document: Document) -> str:
    return written(document, ".html").decode()


@pytest.mark.parametrize("document", PACKS)
def test_large_print_says_the_same_in_every_form(document: Document) -> None:
    made = laid_out(document).document
    check_page(made)
    check_word(made)


def test_no_letter_of_a_word_file_in_large_print_is_small() -> None:
    file = word(PACKS[0])
    found = sizes(file)
    assert found["Normal"] == found["Table Text"] == 18
    # Those two hold no letters.
    assert min(size for name, size in found.items() if name not in ("Space", "Bar")) >= 16
    usual = sizes(word(pack(rich_day())))
    assert {found[name] - usual[name] for name in usual} == {6}


@pytest.mark.parametrize(("layout", "wide"), [(Layout.PARTS, 595), (LARGE, 595), (WALL, 842)])
def test_all_pages_of_a_word_file_have_the_paper_of_the_layout(layout: Layout, wide: int) -> None:
    file = word(pack(rich_day(), layout=layout))
    for section in file.sections:
        assert section.page_width is not None
        assert round(section.page_width.pt) == wide
    assert len(file.sections) == 2


@pytest.mark.parametrize("layout", [LARGE, Layout.COLUMNS])
def test_tables_of_a_word_file_fit_their_paper(layout: Layout) -> None:
    file = word(pack(rich_day(), layout=layout))
    section = file.sections[0]
    room = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    assert file.tables
    for table in file.tables:
        assert sum(column.width or 0 for column in table.columns) <= room + 20 * 635


def test_a_summary_in_word_has_no_cover_of_its_own_page_and_its_foot_on_the_first() -> None:
    file = word(pack(rich_day(), layout=WALL))
    assert "pageBreakBefore" not in file.element.xml
    assert not any(section.different_first_page_header_footer for section in file.sections)
    assert "pageBreakBefore" in word(pack(rich_day())).element.xml


def test_a_page_in_large_print_has_large_letters_on_screen_and_on_paper() -> None:
    style = page(PACKS[0])
    assert "html { font-size: 1.5rem; }" in style
    assert "html { font-size: 18pt }" in style
    usual = page(pack(rich_day()))
    assert "html { font-size" not in usual.replace("html { font-size: 12pt;", "")
    assert "(max-width: 60rem)" in style
    assert "(max-width: 60rem)" not in usual


def test_drawings_of_a_page_in_large_print_have_large_letters() -> None:
    large, usual = (
        [float(each) for each in re.findall(r'font-size="([\d.]+)"', page(document))]
        for document in (PACKS[0], pack(rich_day()))
    )
    assert min(large) == min(usual) + 6


def test_a_summary_as_a_page_is_printed_on_a3() -> None:
    style = page(pack(rich_day(), layout=WALL)).partition("</style>")[0]
    (size,) = re.findall(r"@page \{ size: ([\d.]+)pt ([\d.]+)pt \}", style)
    assert [round(float(each)) for each in size] == [842, 1191]
    assert "break-after: auto" in style


def test_both_languages_of_a_pair_are_equally_wide_on_a_page() -> None:
    made = parsed(written(pack(rich_day(), layout=Layout.COLUMNS), ".html"))
    pairs = [each for each in made.iter("table") if "pair" in each.get("class", "").split()]
    assert len(pairs) == 2
    assert "table-layout: fixed" in page(pack(rich_day(), layout=Layout.COLUMNS))
    (both,) = (each for each in made.iter("article") if each.get("class") == "both")
    assert len(list(both.iter("h1"))) == 1


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("ending", [".html", ".docx"])
def test_the_same_document_makes_the_same_bytes(layout: Layout, ending: str) -> None:
    document = pack(rich_day(), layout=layout)
    assert written(document, ending) == written(document, ending)
