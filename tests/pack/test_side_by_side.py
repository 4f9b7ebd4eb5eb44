"""What is short stands in two columns: read down the first one and then down the second."""

import pytest
from pypdf import PdfReader
from tests.pack.builders import read
from tests.pack.test_pdf_blocks import CY, listed, of_blocks, place_of, rows_of, said, words

from gweithdy.pack.document import Block, Column, ListBlock, Row, Table
from gweithdy.pack.pdf.sheet import USUAL

MIDDLE = USUAL.side + USUAL.width / 2


def short(*names: str) -> ListBlock:
    items = listed(*((said(name),) for name in names)).items
    return ListBlock(language=CY, items=items, short=True)


def names(n: int) -> list[str]:
    return [f"Enw {chr(97 + k // 26)}{chr(97 + k % 26)}" for k in range(n)]


def columns(reader: PdfReader, wanted: list[str]) -> list[bool]:
    """Of each of the words whether they stand in the second column."""
    return [place_of(reader, each)[0] > MIDDLE for each in wanted]


@pytest.mark.parametrize(("many", "left"), [(2, 1), (5, 3), (8, 4)])
def test_half_of_them_stand_beside_the_others_the_first_ones_left(many: int, left: int) -> None:
    reader = read(of_blocks(short(*names(many))))
    assert columns(reader, names(many)) == [n >= left for n in range(many)]
    heights = [place_of(reader, each)[1] for each in names(many)]
    assert heights[:left] == sorted(heights[:left], reverse=True)
    assert heights[left] == heights[0]


def test_an_item_of_many_words_gives_all_of_them_the_whole_width() -> None:
    reader = read(of_blocks(short("Byr", "gair " * 300, "Olaf")))
    assert columns(reader, ["Byr", "Olaf"]) == [False, False]


def pages_with(reader: PdfReader, word: str) -> list[int]:
    many = [page.extract_text().count(word) for page in reader.pages]
    return [n for n in many if n]


@pytest.mark.parametrize("before", range(20, 34))
def test_names_over_two_pages_never_leave_one_or_two_alone(before: int) -> None:
    lines = (said(f"Llinell {n}") for n in range(before))
    many = pages_with(read(of_blocks(*lines, short(*names(50)))), "Enw")
    assert sum(many) == 50
    assert min(many) > 2


def counts(letter: str, rows: int) -> Table:
    made = tuple(
        Row(language=CY, cells=((said(f"{letter}{n}"),), (said(str(n)),))) for n in range(rows)
    )
    heads = (Column(words(f"Pen {letter}")), Column(words("Pobl"), numbers=True))
    return Table(language=CY, caption=(), columns=heads, rows=made)


def test_small_tables_stand_beside_one_another() -> None:
    reader = read(of_blocks(counts("m", 2), counts("i", 3), counts("s", 8)))
    assert columns(reader, ["Pen m", "Pen i", "Pen s"]) == [False, False, True]
    assert place_of(reader, "Pen m")[1] == place_of(reader, "Pen s")[1]


@pytest.mark.parametrize("others", [(), (rows_of("a"), said("b")), (counts("h", 40),)])
def test_a_table_that_is_alone_or_long_has_the_width_to_itself(others: tuple[Block, ...]) -> None:
    reader = read(of_blocks(counts("m", 2), said("Rhwng"), *others))
    assert columns(reader, ["Pen m"]) == [False]
