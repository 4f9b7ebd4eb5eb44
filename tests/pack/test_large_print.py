"""Large print: no small letter, no broken word, nothing left out, and it passes every gate."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from tests.pack import gates
from tests.pack.builders import TODAY, Day, of, pack, read, rich_day, text_of
from tests.pack.leaves import of_document, of_file
from tests.pack.random_documents import Chance
from tests.pack.structure import opened
from tests.pack.test_reading import long_day

from gweithdy.domain.actions import Action, ActionState
from gweithdy.domain.board import Card, Vote
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import both
from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, Section, outcome_pack
from gweithdy.pack.document import Document, Item, Table
from gweithdy.pack.figures import Figure
from gweithdy.pack.layouts import Layout
from gweithdy.pack.pdf.column_widths import fits
from gweithdy.pack.pdf.laid_out import laid_out
from gweithdy.pack.pdf.shapes import shapes
from gweithdy.pack.pdf.sheet import LARGE
from gweithdy.pack.shapes import Label
from gweithdy.pack.walking import blocks_in
from gweithdy.pack.writing import written

BODY, LEAST = 18.0, 16.0
"""Points of the letters of what is read, and of what stands at the foot or on a drawing."""
PACKS = [
    *(
        outcome_pack(session.workshop, PackOptions(layout=Layout.LARGE_PRINT), TODAY)
        for session in demonstration()
    ),
    pack(rich_day(), layout=Layout.LARGE_PRINT),
    pack(long_day(), layout=Layout.LARGE_PRINT, order="en-cy"),
    pack(Day(title=both("", "")), layout=Layout.LARGE_PRINT),
]


@pytest.mark.parametrize("document", PACKS)
def test_it_passes_every_gate(document: Document) -> None:
    content = written(document)
    assert gates.ua1(content) == set()
    assert gates.archive(content) == set()
    assert gates.tree(content) == set()
    assert of_file(content) == of_document(laid_out(document).document)
    assert written(document) == content


def test_whatever_a_document_holds_its_file_says_the_same() -> None:
    for seed in range(30):
        document = replace(Chance(seed).document(), layout=Layout.LARGE_PRINT)
        content = written(document)
        assert of_file(content) == of_document(laid_out(document).document), seed
        assert gates.tree(content) | gates.ua1(content) == set(), seed


@pytest.mark.parametrize("document", PACKS)
def test_no_letter_is_small(document: Document) -> None:
    with opened(written(document)) as pdf:
        sizes = Counter(
            float(operands[1])
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page, "Tf")
            if str(operator) == "Tf"
        )
    assert min(sizes) >= LEAST
    assert sizes.most_common(1)[0][0] >= BODY


@pytest.mark.parametrize("document", PACKS)
def test_drawings_of_pages_and_word_files_have_large_letters_too(document: Document) -> None:
    for figure in (block for block in blocks_in(document) if isinstance(block, Figure)):
        letters = [each for each in shapes(figure, LARGE).shapes if isinstance(each, Label)]
        assert min(label.size for label in letters) >= LEAST


def test_nothing_stands_outside_the_page() -> None:
    day = rich_day()
    address = "https://example.org/" + "hir" * 60
    day.cards(both(address, address), both("gair " * 900, "word " * 900))
    day.add(Action, text=both(address, "word " * 300), owner=address)
    day.add(Stakeholder, name=both("hir " * 600, "long " * 600))
    document = pypdfium2.PdfDocument(written(pack(day, layout=Layout.LARGE_PRINT)))
    for page in document:
        words = page.get_textpage()
        boxes = [words.get_rect(n) for n in range(words.count_rects())]
        assert all(left >= LARGE.side - 2 for left, *_ in boxes)
        # Each line ends with a space that nobody sees.
        assert all(right <= LARGE.paper[0] - LARGE.side + 4 for _, _, right, _ in boxes)
        assert all(bottom >= 18 for _, bottom, _, _ in boxes)
    document.close()


def tables(document: Document, part: int = 0) -> list[Table]:
    return [block for block in blocks_in(document.parts[part]) if isinstance(block, Table)]


@pytest.mark.parametrize("document", PACKS)
def test_the_tables_that_are_left_have_room_for_their_words(document: Document) -> None:
    made = laid_out(document).document
    for part in range(2):
        assert all(fits(table, LARGE) for table in tables(made, part))
    assert len(tables(made, 0)) == len(tables(made, 1))


def test_what_does_not_fit_in_one_language_is_a_list_in_both() -> None:
    day = Day()
    given = {"owner": "Lowri Gwilym", "due": date(2026, 12, 1), "state": ActionState.COMPLETED}
    day.add(Action, text=both("Mynd i weld pob cyngor " * 5, "Go"), **given)
    day.add(Action, text=both("Mynd", "Go"), **given)
    document = pack(day, layout=Layout.LARGE_PRINT, sections=(Section.ACTIONS,))
    assert [fits(tables(document, part)[0], LARGE) for part in range(2)] == [False, True]
    made = laid_out(document).document
    assert [tables(made, part) for part in range(2)] == [[], []]
    assert [len(of(made, Item, part)) for part in range(2)] == [2, 2]


def test_other_layouts_keep_their_tables() -> None:
    document = pack(rich_day())
    assert laid_out(document).document is document


def test_what_is_attached_are_the_tables_though_the_pages_have_lists() -> None:
    day = rich_day()
    lane = day.lane()
    card = day.add(Card, lane=lane.id, text=both("Cerdyn", "Card"))
    for n in range(12):
        day.add(Vote, target=card.id, source=f"{n}", count=3)
    large, usual = (pack(day, layout=layout) for layout in (Layout.LARGE_PRINT, Layout.PARTS))
    with opened(written(large)) as one, opened(written(usual)) as other:
        attached = [dict(each.attachments.items()) for each in (one, other)]
        assert attached[0].keys() == attached[1].keys() != set()
        for name, file in attached[0].items():
            assert file.get_file().read_bytes() == attached[1][name].get_file().read_bytes()
    assert len(tables(laid_out(large).document)) < len(tables(large))


def test_a_big_session_is_made() -> None:
    day = Day()
    day.cards(*(both(f"Cerdyn rhif {n}. " * 5, f"Card number {n}. " * 5) for n in range(600)))
    for n in range(60):
        name = both(f"Rhanddeiliad {n}", f"Stakeholder {n}")
        day.add(Stakeholder, name=name, power=n, interest=100 - n)
    words = text_of(read(pack(day, layout=Layout.LARGE_PRINT)))
    assert all(f"Cerdyn rhif {n}." in words and f"Card number {n}." in words for n in range(600))
    assert all(f"Rhanddeiliad {n}" in words and f"Stakeholder {n}" in words for n in range(60))
