"""Bars in a table of the PDF: as long as their numbers say, each with its number at its end."""

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.pack.builders import Day, pack

from gweithdy.domain.board import Card, Vote
from gweithdy.domain.text import both
from gweithdy.pack.writing import written

Place = tuple[float, float, float, float]
"""Left, bottom, right and top."""
VOTES = (400, 200, 50, 7)
LONG = 1
"""Which of the cards has words for several lines."""


@pytest.fixture(scope="module")
def page() -> Iterator[pypdfium2.PdfPage]:
    day = Day()
    lane = day.lane()
    for n, count in enumerate(VOTES):
        label = f"Cerdyn {n} " * (30 if n == LONG else 1)
        card = day.add(Card, lane=lane.id, text=both(label, label))
        day.add(Vote, target=card.id, source="room", count=count)
    document = pypdfium2.PdfDocument(written(pack(day, language="cy")))
    yield document[2]
    document.close()


def bars(page: pypdfium2.PdfPage) -> list[Place]:
    """What is filled and lies in the right half, but is no line."""
    drawn = (shape.get_bounds() for shape in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]))
    return [at for at in drawn if at[0] > page.get_width() / 2 and 5 < at[3] - at[1] < 16]


def place_of(page: pypdfium2.PdfPage, words: str) -> Place:
    text = page.get_textpage()
    start, count = text.search(words, match_whole_word=True).get_next()
    boxes = [text.get_charbox(start + n) for n in range(count)]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_bars_begin_on_one_line_and_are_as_long_as_their_numbers(page: pypdfium2.PdfPage) -> None:
    found = bars(page)
    assert {round(left, 2) for left, *_ in found} == {round(found[0][0], 2)}
    long = [right - left for left, _, right, _ in found]
    assert [each / long[0] for each in long] == pytest.approx([1, 1 / 2, 1 / 8, 7 / 400], abs=0.01)
    assert long[0] > 90


def test_a_number_stands_at_the_end_of_its_bar_inside_the_page(page: pypdfium2.PdfPage) -> None:
    for bar, number in zip(bars(page), VOTES, strict=True):
        left, bottom, right, top = place_of(page, str(number))
        assert bar[2] < left < bar[2] + 10
        assert bar[1] < bottom < top < bar[3]
        assert right < page.get_width() - 70


def test_a_bar_stands_at_the_first_line_of_its_words(page: pypdfium2.PdfPage) -> None:
    for n, bar in enumerate(bars(page)):
        _, bottom, _, top = place_of(page, f"Cerdyn {n}")
        assert bar[1] < (bottom + top) / 2 < bar[3]
    tops = [bar[3] for bar in bars(page)]
    assert tops == sorted(tops, reverse=True)
    assert tops[LONG] - tops[LONG + 1] > 3 * (tops[0] - tops[LONG])
