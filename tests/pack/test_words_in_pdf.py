"""Words in the PDF: all of them are there, and page numbers stand on the line of their heading."""

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from tests.pack.builders import TODAY, headings, of, pack, read, rich_day, text_of

from gweithdy.pack.document import Document
from gweithdy.pack.figures import Figure
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in
from gweithdy.pack.writing import written

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(rich_day(), language="en")


@pytest.fixture(scope="module")
def file(document: Document) -> Iterator[pypdfium2.PdfDocument]:
    opened = pypdfium2.PdfDocument(written(document))
    yield opened
    opened.close()


def lines_of(page: pypdfium2.PdfPage) -> list[tuple[str, Box]]:
    """The words of a page with their boxes, as the file has them."""
    words = page.get_textpage()
    boxes = [words.get_rect(n) for n in range(words.count_rects())]
    return [(words.get_text_bounded(*box), box) for box in boxes]


def test_all_words_of_the_tree_are_in_the_file(document: Document) -> None:
    words = text_of(read(document))
    for part in document.parts:
        # A paragraph that goes on over a page has its foot inside it.
        page = re.sub("{.*?}", r"\\d+", part.foot.page)
        foot = rf"{page}\s*{re.escape(part.foot.version.text)}\s*{re.escape(part.foot.title.text)} "
        words = re.sub(foot, "", words)
    # They stand for a drawing where it cannot be seen.
    unseen = [run for figure in of(document, Figure) for run in figure.alt]
    said = {" ".join(run.text.split()) for run in runs_in(document) if run not in unseen}
    assert len(said) > 100
    assert [each for each in said if each not in words] == []


def test_a_page_number_stands_at_the_end_of_the_line_of_its_heading(
    document: Document, file: pypdfium2.PdfDocument
) -> None:
    page = next(page for page in file if "Contents" in page.get_textpage().get_text_range())
    found = lines_of(page)
    # Under the list the same words stand as headings.
    entries = {words.strip(): box for words, box in reversed(found)}
    numbers = [box for words, box in found if words.strip().isdigit()]
    ends: set[int] = set()
    for name in (words_of(section.heading) for level, section in headings(document) if level == 1):
        _, bottom, end, top = entries[name]
        after = (b for b in numbers if b[1] < (bottom + top) / 2 < b[3] and b[0] > end + 30)
        # The list has two columns, each with its numbers under one another at its end.
        ends.add(round(min(b[2] for b in after)))
    assert len(ends) == 2


def test_the_file_shows_its_title_and_says_the_day_on_which_it_was_made(document: Document) -> None:
    reader = read(document)
    root: Any = reader.trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata
    assert reader.metadata["/CreationDate"] == f"D:{TODAY:%Y%m%d}"
