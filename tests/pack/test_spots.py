"""Where things stand on the pages: what is pointed at is what is printed there."""

import re
from collections.abc import Iterator
from io import BytesIO

import pypdfium2
import pytest
from tests.pack.builders import Day, pack, rich_day
from tests.pack.test_reading import long_day

from gweithdy.domain.boxes import Box
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.text import Language, both, said
from gweithdy.pack.document import Document
from gweithdy.pack.pdf import canvas
from gweithdy.pack.pdf.sheet import USUAL
from gweithdy.pack.reading import Line, Readable, Spot
from gweithdy.pack.runs import Thing, words_of
from gweithdy.pack.walking import runs_of_things
from gweithdy.pack.writing import readable, written

NEAR = 1.5
"""Points by which letters may stand out of their line."""


def letters(words: str) -> str:
    return re.sub(r"\s|[•\ufffe]", "", words)


def printed(made: Readable) -> Iterator[tuple[int, Spot, str]]:
    """Each place with its page, and the letters that are printed in it."""
    with pypdfium2.PdfDocument(BytesIO(made.pdf)) as file:
        for number, (sheet, spots) in enumerate(zip(file, made.spots, strict=True)):
            text = sheet.get_textpage()
            for spot in spots:
                x, y, width, height = spot.box
                inside = text.get_text_bounded(
                    x - NEAR, y - NEAR, x + width + NEAR, y + height + NEAR
                )
                yield number, spot, letters(inside)


def things_of(document: Document) -> dict[Thing, list[str]]:
    """The words of everything in the document that came from something."""
    found: dict[Thing, list[str]] = {}
    for run, thing in runs_of_things(document.parts):
        if thing:
            found.setdefault(thing, []).append(letters(run.text))
    return found


def is_title(line: Line) -> bool:
    return line.level == 1 and line.source is not None and line.source.thing.field == "title"


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(long_day())


@pytest.fixture(scope="module")
def made(document: Document) -> Readable:
    return readable(document)


def test_every_thing_of_the_document_has_a_place_in_each_part(
    document: Document, made: Readable
) -> None:
    covers = [n for n, page in enumerate(made.pages) if any(map(is_title, page))]
    assert len(covers) == 2
    first, second = made.spots[: covers[1]], made.spots[covers[1] :]
    for part, pages in zip(document.parts, (first, second), strict=True):
        wanted = {thing for _, thing in runs_of_things(part) if thing}
        # What stands in drawings alone is marked too.
        found = {spot.source.thing for page in pages for spot in page}
        assert wanted - found == set()
    nouns = {spot.source.thing.noun for page in made.spots for spot in page}
    assert nouns == {
        "session", "block", "board", "lane", "theme", "card", "quote", "parked", "stakeholder",
        "tie", "decision", "action", "reflection", "participant",
    }  # fmt: skip


def test_in_a_place_stand_the_words_of_its_thing_and_no_others(
    document: Document, made: Readable
) -> None:
    words = things_of(document)
    count = 0
    for _, spot, inside in printed(made):
        assert inside, spot
        rest = inside
        for run in sorted(words[spot.source.thing], key=len, reverse=True):
            rest = rest.replace(run, "", 1)
        # A paragraph that goes on over a page, the value of a bar, the number of a point.
        is_cut = any(rest in run for run in words[spot.source.thing])
        assert is_cut or rest.isdigit(), (spot, inside, rest)
        count += 1
    assert count > 300


def test_a_place_lies_on_the_paper_and_apart_from_others(made: Readable) -> None:
    paper = Box(0, 0, USUAL.paper[0], USUAL.paper[1])
    for page in made.spots:
        for spot in page:
            assert spot.box.within(paper), spot
            assert min(spot.box.width, spot.box.height) > 5
        lists = [spot for spot in page if spot.source.thing.noun in ("parked", "card", "action")]
        for n, spot in enumerate(lists):
            for other in lists[n + 1 :]:
                assert not spot.box.meets(other.box), (spot, other)


def test_what_goes_on_over_pages_is_found_on_each() -> None:
    day = rich_day()
    quote = day.add(Quote, text=said("Gair am y gwaith. " * 600, "cy"))
    made = readable(pack(day, language="cy"))
    thing = Thing("quote", quote.id)
    pages = [n for n, spot, inside in printed(made) if spot.source.thing == thing]
    assert len(pages) > 2
    assert pages == list(range(pages[0], pages[-1] + 1))
    letters_there = "".join(
        inside for _, spot, inside in printed(made) if spot.source.thing == thing
    )
    assert letters("Gair am y gwaith. " * 600) in letters_there


def test_the_language_is_that_of_the_words_and_not_of_the_part(made: Readable) -> None:
    found = {
        (words_of(line.runs), line.source.language)
        for page in made.pages
        for line in page
        if line.source
    }
    # In the Welsh part too.
    assert ("English and nothing else*", Language.EN) in found
    assert {each for words, each in found if words == "Y tŷ yn gyntaf."} == {Language.CY}
    assert any(each is Language.EN and "Ring Plymouth" in words for words, each in found)
    assert not any(each is Language.EN and "Ffonio Plymouth" in words for words, each in found)


def test_texts_of_the_session_say_which_they_are() -> None:
    day = Day(purpose=both("Diben", "Aim"), next_steps=both("Wedyn", "Then"))
    made = readable(pack(day, language="en"))
    fields = {
        words_of(line.runs): line.source.thing.field
        for page in made.pages
        for line in page
        if line.source
    }
    assert fields["Aim"] == "purpose"
    assert fields["Then"] == "next_steps"
    assert fields["Learning together"] == "title"


def test_our_own_words_come_from_nothing(made: Readable) -> None:
    ours = {"Cynnwys", "Camau gweithredu", "Agenda", "Actions", "Crynodeb", "Summary"}
    lines = [line for page in made.pages for line in page if words_of(line.runs) in ours]
    assert len(lines) > 5
    assert {line.source for line in lines} == {None}


def test_who_only_writes_the_file_notes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[object] = []
    for name in ("Stood", "lines_read", "spots_read"):
        monkeypatch.setattr(canvas, name, lambda *_: noted.append(1))
    document = pack(rich_day())
    written(document)
    assert noted == []
    readable(document)
    assert noted


def test_names_that_are_kept_back_have_a_place_all_the_same() -> None:
    day = rich_day()
    day.add(Participant, name="Eleri Gudd")
    parked = day.add(Parked, text=said("Ring Eleri Gudd", "en"))
    made = readable(pack(day, language="en"))
    (inside,) = [i for _, spot, i in printed(made) if spot.source.thing.id == parked.id]
    assert inside == "Ring[namenotprinted]"
