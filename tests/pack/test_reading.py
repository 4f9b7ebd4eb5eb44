"""The words of each page beside its picture: all that stands there, and nothing else."""

import re
from io import BytesIO
from itertools import takewhile

import pypdfium2
import pytest
from tests.pack.builders import Day, pack, rich_day

from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.text import Language, said
from gweithdy.pack.document import Document
from gweithdy.pack.figures import Figure
from gweithdy.pack.kept_back import Choice
from gweithdy.pack.pdf.said import Row, Said, cut, lines_read
from gweithdy.pack.reading import Page, Readable
from gweithdy.pack.runs import Run, Thing, words_of
from gweithdy.pack.walking import blocks_in, runs_in
from gweithdy.pack.writing import readable, written


def long_day() -> Day:
    """As rich as a day can be, with words and rows that go on over pages."""
    day = rich_day()
    day.add(Quote, text=said("Gair am y gwaith. " * 600, "cy"), speaker="Siân Agored", named=True)
    for n in range(60):
        day.add(Parked, text=said(f"Peth {n} i'w drafod eto. " * (1 + n % 7), "cy"))
    return day


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(long_day())


@pytest.fixture(scope="module")
def made(document: Document) -> Readable:
    return readable(document)


def letters(words: str) -> str:
    return re.sub(r"\s|•", "", words)


def text(page: Page) -> str:
    return "\n".join(words_of(line.runs) for line in page)


def test_the_pdf_is_the_one_that_is_written(document: Document, made: Readable) -> None:
    assert made.pdf == written(document)


def test_each_page_has_the_words_that_are_printed_on_it(document: Document, made: Readable) -> None:
    drawings = {words_of(each.alt) for each in blocks_in(document) if isinstance(each, Figure)}
    with pypdfium2.PdfDocument(BytesIO(made.pdf)) as file:
        assert len(file) == len(made.pages) > 20
        for page, sheet in zip(made.pages, file, strict=True):
            printed = letters(sheet.get_textpage().get_text_range())
            for line in page:
                if words_of(line.runs) in drawings:
                    continue
                for run in line.runs:
                    assert letters(run.text) in printed or run.text in ("; ", ": ", " · ")


def test_all_words_of_the_tree_are_read(document: Document, made: Readable) -> None:
    whole = letters("".join(text(page) for page in made.pages))
    # The foot of a page says what the page and the cover say.
    feet = [run for part in document.parts for run in (part.foot.title, part.foot.version)]
    drawn = [
        run
        for each in blocks_in(document)
        if isinstance(each, Figure)
        for run in runs_in(each.drawing)
    ]
    wanted = {run.text for run in runs_in(document.parts) if run not in (*feet, *drawn)}
    assert len(wanted) > 150
    assert [each for each in wanted if letters(each) not in whole] == []


def test_what_is_printed_is_read_in_the_same_order(made: Readable) -> None:
    whole = letters("".join(text(page) for page in made.pages))
    assert letters("Gair am y gwaith. " * 600) in whole
    for n in range(60):
        assert letters(f"Peth {n} i'w drafod eto. " * (1 + n % 7)) in whole
    places = [whole.index(f"Peth{n}i'w") for n in range(60)]
    assert places == sorted(places)


def test_headings_have_their_levels(made: Readable) -> None:
    headings = {
        words_of(line.runs): line.level for page in made.pages for line in page if line.level
    }
    assert headings["Cynnwys"] == 1
    assert headings["Beth sydd yn y ffordd?"] == 2
    assert headings["Arian · 11 pleidlais"] == 3
    assert headings["Learning together"] == 1


def test_each_run_knows_its_language(made: Readable) -> None:
    spoken = {
        (words_of(line.runs), run.language)
        for page in made.pages
        for line in page
        for run in line.runs
    }
    assert ("Start small.", Language.EN) in spoken
    assert ("Y tŷ yn gyntaf.", Language.CY) in spoken
    both = [
        line for page in made.pages for line in page if "English and nothing" in words_of(line.runs)
    ]
    assert [run.language for run in both[0].runs] == [Language.EN, Language.CY]


def test_a_value_is_read_after_the_head_of_its_column(made: Readable) -> None:
    lines = [words_of(line.runs) for page in made.pages for line in page]
    assert "Cam gweithredu: Ffonio Plymouth; Pwy sy'n gyfrifol: Siân Agored" in lines
    assert "Lleoliad: Pontypridd" in lines


def test_the_list_of_contents_says_the_numbers_of_pages(made: Readable) -> None:
    contents = next(page for page in made.pages if words_of(page[0].runs) == "Contents")
    listed = takewhile(lambda line: not line.level, contents[1:])
    entries = [words_of(line.runs).rpartition(" · ") for line in listed]
    assert len(entries) > 10
    for title, _, number in entries:
        there = made.pages[int(number) - 1]
        assert title in [words_of(line.runs) for line in there if line.level]


@pytest.mark.parametrize("choice", [Choice.MARK, Choice.LEAVE_OUT])
def test_names_that_are_kept_back_are_not_read(choice: Choice) -> None:
    day = rich_day()
    day.add(Participant, name="Eleri Gudd")
    day.add(Parked, text=said("Ring Eleri Gudd on 01443 123456", "en"))
    day.add(Quote, text=said("Eleri Gudd a ddywedodd hyn", "cy"), speaker="Eleri Gudd")
    kept = readable(pack(day, choose=lambda _found: choice))
    words = " ".join(text(page) for page in kept.pages)
    assert "Gudd" not in words
    assert "01443" not in words
    shown = readable(pack(day, choose=lambda _found: Choice.PRINT))
    assert "Eleri Gudd" in " ".join(text(page) for page in shown.pages)


def test_a_cut_counts_letters_and_no_spaces() -> None:
    runs = (Run("ab c", Language.CY), Run(" de", Language.EN))
    before, after = cut(Said(runs, head=(Run("Pen", Language.CY),)), 4)
    assert (words_of(before.runs), words_of(after.runs)) == ("ab c d", "e")
    assert (before.runs[0].language, after.runs[0].language) == (Language.CY, Language.EN)
    assert (words_of(before.head), after.head) == ("Pen", ())


def test_a_row_leads_to_what_its_first_cell_came_from_and_what_is_blank_is_no_line() -> None:
    row, card, theme = Row(), Thing("card", "1"), Thing("theme", "2")
    drawn = [
        Said((Run("Bws", Language.CY),), row=row, thing=card),
        Said((Run("3", Language.CY),), row=row, thing=theme),
        Said((Run(" ", Language.CY),)),
    ]
    (line,) = lines_read(drawn, {})
    assert words_of(line.runs) == "Bws; 3"
    assert line.source is not None
    assert line.source.thing is card
