"""Photos at the end of a pack: seen and told in all three forms, left out where not chosen."""

import re
from base64 import b64decode
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from tests.pack import gates
from tests.pack.builders import of
from tests.pack.structure import nodes, opened, root
from tests.photographs import NOON, pictured

from gweithdy.domain.attached import Attached
from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.photos import Photo
from gweithdy.domain.restraint import Standing
from gweithdy.domain.session import Session
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board, photos
from gweithdy.pack.contents import PackOptions, Section, outcome_pack
from gweithdy.pack.copies import Copy
from gweithdy.pack.document import Document, Paragraph
from gweithdy.pack.figures import Photograph
from gweithdy.pack.layouts import Layout
from gweithdy.pack.options import usual_sections
from gweithdy.pack.runs import words_of
from gweithdy.pack.withheld import withheld
from gweithdy.pack.writing import written

ONE, TWO = pictured("One"), pictured("Two")
BYTES = dict(
    pair
    for each in (ONE, TWO)
    for pair in ((each.picture, each.jpeg), (each.small, each.small_jpeg))
)


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=both("Diwrnod", "Day")))
    workshop.take(photos.add_photos(workshop, [ONE, TWO], NOON))
    first, second = workshop.of(Photo)
    line, alt = both("Dŵr\nBara", "Water\nBread"), both("Siart droi", "A flipchart")
    workshop.take(photos.change_photo(workshop, first.id, line=line, alt=alt))
    workshop.take(photos.change_photo(workshop, second.id, line=said("Gwynt", "cy")))
    return workshop


def bytes_of(attached: Attached) -> bytes | None:
    return BYTES.get(attached)


def pack(workshop: Workshop, **options: Any) -> Document:
    made = PackOptions(**{"bytes_of": bytes_of, "sections": (Section.PHOTOS,), **options})
    return outcome_pack(workshop, made, NOON.date())


def test_each_has_its_line_and_what_it_shows_in_both_languages(workshop: Workshop) -> None:
    document = pack(workshop)
    told = [
        [
            (words_of(each.caption), words_of(each.alt), each.spoken)
            for each in of(document, Photograph, n)
        ]
        for n in (0, 1)
    ]
    assert told[0] == [
        ("Llun 1: Dŵr / Bara", "Siart droi", "cy"),
        ("Llun 2: Gwynt", "Gwynt", "cy"),
    ]
    assert told[1] == [
        ("Photo 1: Water / Bread", "A flipchart", "en"),
        # Nobody has translated it: it is marked, and what is told says its language.
        ("Photo 2: Gwynt*", "Gwynt", "cy"),
    ]


def test_nothing_is_printed_of_a_photo_without_words_but_that(workshop: Workshop) -> None:
    workshop.take(photos.change_photo(workshop, workshop.of(Photo)[1].id, line=both("", "")))
    last = of(pack(workshop, language="en"), Photograph)[-1]
    assert (words_of(last.caption), words_of(last.alt)) == ("Photo 2", "Photo 2, not described yet")


def test_where_the_bytes_are_lost_the_words_stay(workshop: Workshop) -> None:
    document = pack(workshop, bytes_of=lambda _: None, language="en")
    assert of(document, Photograph) == []
    said_there = " ".join(words_of(each.runs) for each in of(document, Paragraph))
    assert "Photo 1: Water / Bread" in said_there


def test_in_the_public_copy_there_are_none_unless_chosen() -> None:
    assert Section.PHOTOS not in usual_sections(Copy.PUBLIC)
    for copy in set(Copy) - {Copy.PUBLIC}:
        assert usual_sections(copy) == tuple(Section)


def test_what_is_left_out_is_counted(workshop: Workshop) -> None:
    options = PackOptions(copy=Copy.PUBLIC, sections=usual_sections(Copy.PUBLIC))
    assert ("Photos", 2) in [(each.what, each.n) for each in withheld(workshop, options, ())]


def test_a_photo_of_cards_that_wait_waits_too(
    workshop: Workshop,
) -> None:
    workshop.take(board.start_board(workshop))
    workshop.take(board.add_card(workshop, "Held", "en", "", CardKind.NONE, "", NOON))
    (card,) = workshop.of(Card)
    photo = workshop.of(Photo)[0].id
    workshop.take(photos.change_photo(workshop, photo, cards=(card.id,)))
    assert len(of(pack(workshop), Photograph)) == 2
    waits = Change("card", card.id, "standing", Standing.WAITING)
    workshop.take(Edit("", (waits,), workshop.id))
    assert len(of(pack(workshop), Photograph)) == 1


@pytest.mark.parametrize("layout", [Layout.PARTS, Layout.LARGE_PRINT])
def test_the_pdf_shows_and_tells_them(workshop: Workshop, layout: Layout) -> None:
    document = pack(workshop, layout=layout)
    content = written(document)
    assert gates.ua1(content) == set()
    assert gates.archive(content) == set()
    assert gates.tree(content) == set()
    with opened(content) as pdf:
        told = [str(n.object.Alt) for n in nodes(root(pdf)) if n.kind == "Figure"]
        assert told == ["Siart droi", "Gwynt", "A flipchart", "Gwynt"]
        pictures = {
            bytes(each.read_raw_bytes())
            for page in pdf.pages
            for each in page.get_images().values()
        }
    # As they are, and each once though both parts show it.
    assert {ONE.jpeg, TWO.jpeg} <= pictures


def test_the_page_has_them_inside(workshop: Workshop) -> None:
    page = written(pack(workshop, language="en"), ".html").decode()
    assert "img-src data:" in page
    found = re.findall(r'<img src="data:image/jpeg;base64,([^"]+)" alt="([^"]+)"', page)
    assert [(b64decode(data), alt) for data, alt in found] == [
        (ONE.jpeg, "A flipchart"),
        (TWO.jpeg, "Gwynt"),
    ]


def test_the_word_file_has_them_inside(workshop: Workshop) -> None:
    with ZipFile(BytesIO(written(pack(workshop), ".docx"))) as packed:
        media = [packed.read(n) for n in packed.namelist() if n.startswith("word/media/")]
        told = re.findall(r'descr="([^"]+)"', packed.read("word/document.xml").decode())
    assert {ONE.jpeg, TWO.jpeg} <= set(media)
    assert told == ["Siart droi", "Gwynt", "A flipchart", "Gwynt"]
