"""All that a document says stands in the page and in the Word file: words, order, languages."""

from collections.abc import Callable
from io import BytesIO
from itertools import zip_longest

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.pack.builders import TODAY, Day, house, pack, rich_day
from tests.pack.test_always_made import days
from tests.pack.told import (
    Form,
    alternatives,
    feet,
    page_feet,
    page_says,
    parsed,
    told,
    word_alternatives,
    word_feet,
    word_says,
)

from gweithdy.domain.board import Vote
from gweithdy.domain.text import Text, both
from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document
from gweithdy.pack.shapes import Picture
from gweithdy.pack.word.build import docx_bytes
from gweithdy.pack.writing import written

Check = Callable[[Document], None]
DEMONSTRATION = [file.workshop for file in demonstration()]


def png() -> bytes:
    """The smallest picture."""
    paper = BytesIO()
    Image.new("1", (1, 1)).save(paper, "PNG")
    return paper.getvalue()


BLANK = Picture(png(), 100, 100)


def check_page(document: Document) -> None:
    page = parsed(written(document, ".html"))
    same(page_says(page), told(document, Form.PAGE))
    same(page_feet(page), feet(document))


def check_word(document: Document, docx: bytes = b"") -> None:
    docx = docx or written(document, ".docx")
    same(word_says(docx), told(document, Form.WORD))
    same(word_feet(docx), feet(document))
    assert word_alternatives(docx) == alternatives(document)


def same(found: list[list[tuple[str, str]]], expected: list[list[tuple[str, str]]]) -> None:
    for said, wanted in zip_longest(found, expected):
        assert said == wanted


@pytest.mark.parametrize("place", range(len(DEMONSTRATION)))
@pytest.mark.parametrize("order", ["cy-en", "en-cy"])
@pytest.mark.parametrize("check", [check_page, check_word])
def test_the_demonstration_says_the_same_in_every_form(
    check: Check, order: str, place: int
) -> None:
    check(outcome_pack(DEMONSTRATION[place], PackOptions(order=order), TODAY))


@pytest.mark.parametrize("check", [check_page, check_word])
def test_a_house_says_the_same_in_every_form(check: Check) -> None:
    check(pack(rich_day(), house=house()))
    check(pack(Day(), house=house(name=Text(), alt=Text(), website="", contact="")))


@given(days(), st.sampled_from(["both", "cy", "en"]))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_session_says_the_same_in_every_form(day: Day, language: str) -> None:
    document = pack(day, language=language)
    check_page(document)
    # Pictures take most of the time, and what they show is not read here.
    check_word(document, docx_bytes(document, lambda _: BLANK, lambda *_: None))


TYPED = {
    "markup": "<script>alert(1)</script> <b>&amp;</b> ]]> --> </style> \"' <img src=x onerror=y>",
    "right to left": "Meddai \u202eoib mitra\u202c a سلام \u200f! \u2067x",
    "lines": "Un\nDau\u2028Tri\r\nPedwar",
    "unprintable": "a\x01b\ufffec\x85d\te\x0bf",
    "faces": "👩🏽\u200d🏫 ŵ ŷ Ŵ Ŷ",
    "spaces": "  dau  fwlch  ",
    "template": "{number} {count} {words} %s \\9 \0"[:-1],
}


@pytest.mark.parametrize("name", TYPED)
def test_whatever_a_person_typed_is_only_ever_words(name: str) -> None:
    typed = TYPED[name]
    for field in ("title", "purpose", "place"):
        document = pack(Day(**{field: both(typed, f"{typed} en")}))
        check_page(document)
        check_word(document)


def test_a_table_in_the_room_can_be_called_anything() -> None:
    """It heads a column of results, and on a small screen each number of that."""
    day = Day()
    card = day.cards(both("Un", "One"))[0]
    for place in ("room", "Õ\x1dM \ufdd0", "table 2", "online", "table 3"):
        day.add(Vote, target=card.id, source=place, count=4)
    document = pack(day, language="en")
    check_page(document)
    check_word(document)


def test_words_that_turn_around_end_where_they_end() -> None:
    page = parsed(written(pack(Day(purpose=both(TYPED["right to left"], "x"))), ".html"))
    (turned,) = [each for each in page.iter("span") if each.text == TYPED["right to left"]]
    assert turned.get("dir") == "auto"
