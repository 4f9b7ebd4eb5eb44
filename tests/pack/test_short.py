"""Nobody reads or prints a pack that is longer than it need be, or in small letters."""

from collections import Counter
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.pack.builders import TODAY

from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.reading import Readable
from gweithdy.pack.runs import words_of
from gweithdy.pack.writing import readable

MOST_PAGES = 15
"""Of a language; a plot of two criteria takes the better part of one."""
SMALLEST, BODY = 10.5, 12.0
"""Points of the smallest letters, and of those of which there are most."""


@pytest.fixture(scope="module", params=[0, 1])
def pack(request: pytest.FixtureRequest) -> Readable:
    session = list(demonstration())[request.param]
    return readable(outcome_pack(session.workshop, PackOptions(), TODAY))


def test_the_demonstration_is_short_in_each_language(pack: Readable) -> None:
    kinds = {"Pecyn canlyniadau", "Outcome pack"}
    covers = [n for n, page in enumerate(pack.pages) if words_of(page[0].runs) in kinds]
    assert len(covers) == 2
    for start, end in pairwise([*covers, len(pack.pages)]):
        assert 8 < end - start <= MOST_PAGES


def test_it_is_not_short_because_its_letters_are_small(pack: Readable) -> None:
    sizes = Counter[float]()
    document = pypdfium2.PdfDocument(pack.pdf)
    for page in document:
        text = page.get_textpage()
        for words in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], textpage=text):
            sizes[round(words.get_font_size(), 2)] += len(words.extract())
    document.close()
    assert min(sizes) >= SMALLEST
    ((size, letters),) = sizes.most_common(1)
    assert size == BODY
    assert letters > sizes.total() * 0.7
