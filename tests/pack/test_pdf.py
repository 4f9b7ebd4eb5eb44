"""The PDF read back: letters, links, bookmarks, fonts, and files that are whole or not there."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from tests.pack.builders import Day, pack, read, rich_day, text_of

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Card, CardKind, Vote
from gweithdy.domain.problem import Problem
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.stop import Stopped
from gweithdy.domain.text import Language, Text, both, said
from gweithdy.pack.document import Document
from gweithdy.pack.letters import Boxed
from gweithdy.pack.runs import Thing
from gweithdy.pack.writing import boxes, write, written


@pytest.fixture(scope="module")
def rich() -> Document:
    return pack(rich_day())


@pytest.fixture(scope="module")
def reader(rich: Document) -> PdfReader:
    return read(rich)


def test_welsh_letters_can_be_read_back(reader: PdfReader) -> None:
    words = text_of(reader)
    assert "Dysgu gyda'n gilydd yn y tŷ" in words
    assert "Cerdyn ŵ 3" in words


def test_the_bookmarks_are_parts_and_their_sections(reader: PdfReader) -> None:
    parts = [entry for entry in reader.outline if isinstance(entry, Destination)]
    assert [str(part.title).partition(" ")[0] for part in parts] == ["Cymraeg", "English"]
    sections = [entry for entry in reader.outline if isinstance(entry, list)]
    count = [sum(isinstance(each, Destination) for each in section) for section in sections]
    assert count == [12, 12]


def test_bookmarks_and_contents_lead_to_the_right_pages(reader: PdfReader) -> None:
    english = next(e for e in reader.outline if isinstance(e, Destination) and e.title[0] == "E")
    page = reader.get_destination_page_number(english)
    assert page is not None
    assert 0 < page < len(reader.pages)
    contents = reader.pages[page + 2].extract_text()
    for section in ("Quotes", "Actions", "Votes"):
        number = int(contents.split(section)[1].split()[0])
        assert section in reader.pages[number - 1].extract_text()


def test_links_lead_inside_the_document(reader: PdfReader) -> None:
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots") or []]
    assert len(links) > 20
    assert {str(link["/Subtype"]) for link in links} == {"/Link"}
    first: Any = reader.pages[0]["/Annots"]
    english = next(e for e in reader.outline if isinstance(e, Destination) and e.title[0] == "E")
    page = reader.get_destination_page_number(english)
    assert page is not None
    assert first[0].get_object()["/Dest"][0] == reader.pages[page].indirect_reference


def fonts(reader: PdfReader) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            found[str(font.get_object()["/BaseFont"])] = font.get_object()
    return found


def test_all_fonts_are_embedded(reader: PdfReader) -> None:
    assert fonts(reader)
    for name, font in fonts(reader).items():
        assert "SourceSans3" in name or "DejaVu" in name, name
        assert "/FontFile2" in font["/FontDescriptor"].get_object()


def test_title_subject_and_language(reader: PdfReader) -> None:
    assert reader.metadata
    assert reader.metadata.title == "Dysgu gyda'n gilydd yn y tŷ / Learning together"
    assert reader.metadata.subject
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/Lang"] == "cy-GB"
    assert read(pack(Day(), order="en-cy")).trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]


def test_author_and_dates_are_real_and_the_same_for_the_same_version(rich: Document) -> None:
    house = both("Cyngor y Dref", "The Town Council")
    document = pack(rich_day(), organisation=house)
    told = read(document).metadata
    assert told
    assert told.author == "Cyngor y Dref / The Town Council"
    assert told.creation_date == told.modification_date == datetime(2026, 11, 21)  # noqa: DTZ001
    assert written(document) == written(document)
    assert written(rich) != written(replace(rich, made=date(2026, 11, 22)))


def test_every_page_but_a_cover_says_which_of_how_many(reader: PdfReader) -> None:
    count = len(reader.pages)
    told = [page.extract_text() for page in reader.pages]
    cover = next(n for n, text in enumerate(told) if text.startswith("Outcome pack"))
    english = told[cover + 1 :]
    assert len(english) > 5
    for text in english:
        assert f"of {count}" in text
        assert "Version 1 · 21 November 2026" in text


def test_a_name_without_consent_is_nowhere_in_the_file(reader: PdfReader) -> None:
    words = text_of(reader)
    assert "Siân Agored" in words
    assert "Cudd" not in words


def test_the_same_session_makes_the_same_bytes(rich: Document) -> None:
    assert written(rich) == written(rich)


NASTY = '<b>&amp; ŵŷ "x" </para><br/>&nope; %s {0} \\'


def test_what_people_write_is_never_read_as_markup() -> None:
    day = Day(title=both(NASTY, NASTY), purpose=both(NASTY, NASTY))
    card = day.cards(both(NASTY, NASTY))[0]
    day.add(Stakeholder, name=both(NASTY, NASTY))
    day.add(Vote, target=card.id, count=3)
    assert text_of(read(pack(day))).count("<b>&amp; ŵŷ") >= 10


def test_a_symbol_is_drawn_in_the_fallback_font() -> None:
    day = Day()
    day.cards(both("✓ ☐ ★", "→ ⬡"))
    reader = read(pack(day))
    assert "☐" in text_of(reader)
    assert any("DejaVu" in name for name in fonts(reader))


@pytest.mark.parametrize("character", ["\N{ADULT}", "漢", "\U0010ffff", "\ue000"])
def test_a_letter_of_no_font_becomes_a_box_and_is_told(character: str) -> None:
    day = Day()
    card = day.cards(said(f"Da iawn {character} ✓ {character}", "cy"))[0]
    document = pack(day)
    assert boxes(document) == [
        Boxed(character, f"Da iawn {character} ✓ {character}", Thing("card", card.id), Language.CY)
    ]
    assert "Da iawn □ ✓ □" in text_of(read(document))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda day, text: day.add(Stakeholder, name=text),
        lambda day, text: day.add(Vote, target=day.cards(text)[0].id, count=1),
        lambda day, text: day.lane(title=text) and day.cards(text),
        lambda day, text: day.add(Action, text=both("a", "b"), owner=text.cy.words),
    ],
)
def test_letters_in_figures_and_headings_are_told_too(
    spoil: Callable[[Day, Text], object],
) -> None:
    day = Day(title=both("漢", "Session"))
    spoil(day, both("漢漢", "漢漢"))
    document = pack(day)
    assert [(found.letters, found.text) for found in boxes(document)] == [
        ("漢", "漢"),
        ("漢", "漢漢"),
    ]
    assert "□□" in text_of(read(document))


def test_a_typed_box_is_no_letter_that_lacks_a_font() -> None:
    day = Day()
    day.cards(both("□", "□"))
    assert boxes(pack(day)) == []


def test_invisible_helpers_are_left_out() -> None:
    day = Day()
    day.cards(both("te\u200bst\ufe0f a\u00adb", "x"))
    assert "test ab" in text_of(read(pack(day)))


def test_a_long_word_stays_inside_the_page() -> None:
    day = rich_day()
    address = "https://example.org/" + "hir" * 60
    day.cards(both(address, address), both("gair " * 900, "word " * 900))
    day.add(Stakeholder, name=both(address, address))
    day.add(Stakeholder, name=both("hir " * 600, "long " * 600))
    document = pypdfium2.PdfDocument(written(pack(day)))
    for page in document:
        words = page.get_textpage()
        boxes = [words.get_rect(n) for n in range(words.count_rects())]
        assert all(left >= 70 and right <= 595 - 70 for left, _, right, _ in boxes)
        assert all(bottom >= 30 and top <= 842 - 40 for _, bottom, _, top in boxes)
    document.close()


def test_five_hundred_cards_flow_over_pages() -> None:
    day = Day()
    cards = day.cards(*(both(f"Cerdyn rhif {n}.", f"Card number {n}.") for n in range(500)))
    assert len(cards) == 500
    day.add(Card, lane=cards[0].lane, text=said("Un hir " * 300, "cy"), kind=CardKind.CULTURAL)
    words = text_of(read(pack(day)))
    assert all(f"Cerdyn rhif {n}." in words and f"Card number {n}." in words for n in range(500))


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(
    rich: Document, tmp_path: Path
) -> None:
    path = tmp_path / "pecyn ŵ.pdf"
    steps: list[tuple[int, int]] = []
    write(rich, path, lambda step, of: steps.append((step, of)))
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert PdfReader(BytesIO(path.read_bytes())).pages
    assert steps == sorted(steps)
    assert steps[-1][0] <= steps[-1][1]


def test_a_cancelled_export_leaves_the_old_file(rich: Document, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_text("the old pack")
    seen: list[int] = []
    with pytest.raises(Stopped):
        write(rich, path, lambda step, _: seen.append(step), lambda: len(seen) > 3)
    assert path.read_text() == "the old pack"
    assert [each.name for each in tmp_path.iterdir()] == ["pack.pdf"]


@pytest.fixture(params=[True, False], ids=["collecting", "not-collecting"])
def is_on(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether Python looks for garbage by itself: on the command line, and not in the window."""
    if request.param:
        gc.enable()
    yield request.param
    # As `conftest` has it.
    gc.disable()


def test_nothing_is_collected_while_pages_are_drawn(rich: Document, *, is_on: bool) -> None:
    meanwhile: list[bool] = []

    def stop_at_the_fourth() -> bool:
        meanwhile.append(gc.isenabled())
        return len(meanwhile) > 3

    written(rich)
    assert gc.isenabled() is is_on
    with pytest.raises(Stopped):
        written(rich, cancelled=stop_at_the_fourth)
    assert not any(meanwhile)
    assert gc.isenabled() is is_on


def test_a_place_where_no_file_can_be_is_a_problem(rich: Document, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no such folder"):
        write(rich, tmp_path / "nowhere" / "pack.pdf")
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(Problem, match="This is a folder"):
        write(rich, tmp_path / "folder.pdf")
    with pytest.raises(Problem, match=r"could not be written.*Choose another place"):
        write(rich, tmp_path / f"{'x' * 300}.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["folder.pdf"]


def test_an_empty_workshop_makes_a_pdf() -> None:
    assert len(read(pack(Day(title=Text()))).pages) == 4


MARKS = "%fill 0; %fill 1; %fill 2; %fill 3; %fill 4; %fill 5;"


def test_words_that_look_like_drawing_commands_are_printed_as_typed() -> None:
    day = Day(title=both(MARKS, MARKS), purpose=both(MARKS, MARKS))
    lane = day.lane(title=both("%fill 4; Q", "Q"))
    board = day.entities[-2]
    day.entities[-2] = replace(board, title=both("%fill 3; Q", "Q"))  # type: ignore[call-arg]
    day.add(Card, lane=lane.id, text=both(MARKS, MARKS))
    pages = [" ".join(page.extract_text().split()) for page in read(pack(day, language="cy")).pages]
    contents, said = pages[2], " ".join(pages[1:])
    assert "%fill 3; Q 3 %fill 4; Q 3 Camau gweithredu 3" in contents
    assert said.count(MARKS) == 2 + len(pages[1:]), "purpose, card, and the foot of each page"
    assert said.count("%fill 3; Q") == said.count("%fill 4; Q") == 2, "in the list, and there"
    assert all(f"Tudalen {n} o {len(pages)}" in page for n, page in enumerate(pages[1:], 2))
