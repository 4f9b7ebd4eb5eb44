"""The boards as a file, read back with other tools: every card, no name, no formula, every ŵ."""

import csv
import re
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import openpyxl
import pytest
from PIL import Image, ImageFont
from tests.pack.builders import Day, rich_day

from gweithdy.domain.board import Board, Card, Theme
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.problem import Problem
from gweithdy.domain.restraint import Naming
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Stopped
from gweithdy.domain.tallies import tally_seen
from gweithdy.domain.text import Language, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.folder.board_file import ENDINGS, Wanted, board_file
from gweithdy.pack.pdf.board_picture import LARGEST, PIXELS
from gweithdy.pack.pdf.fonts import FALLBACK, REGULAR, SEMIBOLD
from gweithdy.pack.pdf.outlines import outline
from gweithdy.resources import asset

TODAY = date(2026, 11, 12)
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "=1+1", "+44", "-2", "@SUM(A1)", "\t=1", " =1", "'=1", "a | b", "# not a heading", "<b>x</b>",
    "[x](javascript:alert(1))", "1. no list", "ŵ Ŷ ẃ", "🙂 \U0010ffff", '"; DROP', "a\nb\n\nc",
    "*stars* _under_ `code`", "&amp; & <", "- no item", "word " * 120, "x" * 400, "\ufffe\ufdd0",
)  # fmt: skip


def made(workshop: Workshop, ending: str, language: Language = Language.EN) -> bytes:
    return board_file(Wanted(workshop, TODAY, language), ending)


def with_cards(*texts: str, language: str = "cy") -> Workshop:
    """The rich day, whose cards say these, one after the other."""
    workshop = rich_day().workshop()
    rows = [each for each in workshop.everything() if not isinstance(each, Session | Card)]
    like = workshop.of(Card)[0]
    cards = [
        replace(like, id=f"{number:036d}", text=said(words, language), order=float(number))
        for number, words in enumerate(texts)
    ]
    return Workshop(workshop.session, [*rows, *cards])


def table(workshop: Workshop) -> list[dict[str, str]]:
    paper = made(workshop, ".csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(paper, newline="")))


def test_a_row_for_every_card_in_both_languages() -> None:
    workshop = rich_day().workshop()
    rows = table(workshop)
    assert sorted(row["id"] for row in rows) == sorted(card.id for card in workshop.of(Card))
    for row in rows:
        card = workshop.get(Card, row["id"])
        assert row["Geiriau / Words (Cymraeg)"] == card.text.cy.words
        assert row["Geiriau / Words (English)"] == card.text.en.words
        theme = workshop.find(Theme, card.theme)
        assert row["Thema / Theme (English)"] == (theme.title.en.words if theme else "")
    votes = {row["Geiriau / Words (Cymraeg)"]: row["Pleidleisiau / Votes"] for row in rows}
    assert votes["Dim ond Cymraeg"] == "2"


def test_every_card_says_where_it_was_said_as_the_pack_calls_it() -> None:
    workshop = with_cards("one", "two", "three")
    said_at = dict(zip(workshop.of(Card), ("room", "online", "3"), strict=True))
    others = [each for each in workshop.everything() if not isinstance(each, Session | Card)]
    cards = [replace(card, source=source) for card, source in said_at.items()]
    told = table(Workshop(workshop.session, [*others, *cards]))
    assert [row["Lle cafodd ei ddweud / Where it was said"] for row in told] == [
        "Yn yr ystafell / In the room",
        "Ar-lein / Online",
        "Bwrdd 3 / Table 3",
    ]


def test_the_workbook_says_the_same() -> None:
    workshop = rich_day().workshop()
    sheet = openpyxl.load_workbook(BytesIO(made(workshop, ".xlsx"))).worksheets[0]
    rows = [tuple("" if v is None else str(v) for v in row) for row in sheet.values]
    told = [tuple(each.values()) for each in table(workshop)]
    assert rows[1:] == told


@pytest.mark.parametrize("words", HOSTILE[:7])
def test_no_cell_is_a_formula(words: str) -> None:
    workshop = with_cards(words)
    (row,) = table(workshop)
    assert row["Geiriau / Words (Cymraeg)"].startswith("'")
    sheet = openpyxl.load_workbook(BytesIO(made(workshop, ".xlsx"))).worksheets[0]
    cell = sheet.cell(2, [each.value for each in sheet[1]].index("Geiriau / Words (Cymraeg)") + 1)
    assert cell.data_type == "s"


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_without_consent_stay_out(ending: str) -> None:
    workshop = with_cards("Dafydd Cudd said so", "Ring 029 2087 6543", "dafydd@example.org", "x")
    named = [replace(each, noted_by="Nia Nodwr") for each in workshop.of(Card)]
    workshop = Workshop(
        workshop.session,
        [*(e for e in workshop.everything() if not isinstance(e, Session | Card)), *named],
    )
    data = made(workshop, ending)
    if ending == ".xlsx":
        data = str(list(openpyxl.load_workbook(BytesIO(data)).worksheets[0].values)).encode()
    for private in (b"Cudd", b"2087", b"example.org", b"Nodwr"):
        assert private not in data


def test_markdown_has_a_heading_for_each_lane_and_theme_and_an_item_for_each_card() -> None:
    lines = made(rich_day().workshop(), ".md").decode().split("\n")
    assert lines[0] == "# Three questions"
    assert "## What is in the way?" in lines
    assert "### Money · 11 votes" in lines
    assert "- Card number 1 (Cultural · Online)" in lines
    assert "- Dim ond Cymraeg (2 votes)" in lines
    assert sum(line.startswith("- ") for line in lines) == 7


def test_in_markdown_words_stay_words() -> None:
    paper = made(with_cards(*HOSTILE), ".md").decode()
    items = re.findall(r"^- ", paper, re.MULTILINE)
    # One line of people's words never begins a block of its own, nor hides in a tag.
    assert len(items) == len(HOSTILE)
    assert not re.search(r"^\s*(#(?!#? ?\S)|>|\d+[.)])", paper, re.MULTILINE)
    assert "<b>" not in paper
    assert r"\# not a heading" in paper
    assert r"1\. no list" in paper


def drawn(data: bytes) -> Element:
    return fromstring(data)


def test_svg_shows_every_letter_without_any_font() -> None:
    workshop = with_cards(*HOSTILE, "Y tŷ a’r ŵyl: Ŵ Ŷ ẁ ẃ ẅ ỳ")
    page = drawn(made(workshop, ".svg", Language.CY))
    assert not list(page.iter(f"{SVG}text"))
    paths = {each.get("id"): each.get("d") for each in page.iter(f"{SVG}path")}
    used = {each.get("href", "")[1:] for each in page.iter(f"{SVG}use")}
    assert used == set(paths)
    assert all(paths.values())
    assert all(
        re.fullmatch(r"([ML]-?\d+ -?\d+|C(-?\d+ -?\d+ ?){3}|Z)+", d or "") for d in paths.values()
    )
    names = [each.get("aria-label") for each in page.iter(f"{SVG}g") if each.get("role") == "img"]
    assert any("Y tŷ a’r ŵyl: Ŵ Ŷ ẁ ẃ ẅ ỳ" in (name or "") for name in names)


@pytest.mark.parametrize("font", [REGULAR, SEMIBOLD, FALLBACK])
@pytest.mark.parametrize("letter", "ŵŶTgâ.")
def test_an_outline_is_that_of_its_letter(font: str, letter: str) -> None:
    numbers = [int(n) for n in re.findall(r"-?\d+", outline(font, letter))]
    drawn_in = (min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))
    other = ImageFont.truetype(str(asset("fonts", f"{font}.ttf")), 1000)
    # In words it counts the room around a letter too.
    left, top, right, bottom = other.getbbox(letter, anchor="ls")
    assert drawn_in[1::2] == pytest.approx((top, bottom), abs=16)
    assert left - 1 <= drawn_in[0] < drawn_in[2] <= right + 1


def test_svg_holds_the_whole_board_and_nothing_lies_over_the_edge() -> None:
    workshop = with_cards(*(f"Cerdyn {n} am yr ŵyl" for n in range(600)))
    page = drawn(made(workshop, ".svg"))
    wide, high = (float(v) for v in page.get("viewBox", "").split()[2:])
    boxes = [
        [float(each.get(k, "0")) for k in ("x", "y", "width", "height")]
        for each in page.iter(f"{SVG}rect")
        if each.get("rx") == "5"
    ]
    assert len(boxes) == 600
    for x, y, w, h in boxes:
        assert 0 <= x <= x + w <= wide
        assert 0 <= y <= y + h <= high
    ordered = sorted(boxes)
    for before, after in pairwise(ordered):
        assert before[0] != after[0] or before[1] + before[3] <= after[1], "no card on another"


def test_png_is_a_picture_of_bounded_size() -> None:
    small = Image.open(BytesIO(made(rich_day().workshop(), ".png")))
    small.load()
    assert len(list(small.convert("RGB").resize((200, 200)).getcolors(10**6) or ())) > 20
    large = Image.open(BytesIO(made(with_cards(*(f"Cerdyn {n}" for n in range(2000))), ".png")))
    large.load()
    assert large.width * large.height <= PIXELS * 1.01
    assert max(large.size) <= 2 * LARGEST
    assert 1 < large.width / large.height < 2.5


@pytest.mark.parametrize("ending", ENDINGS)
def test_stopped_nothing_comes(ending: str) -> None:
    with pytest.raises(Stopped):
        board_file(Wanted(rich_day().workshop(), TODAY, Language.CY), ending, lambda: True)


def test_one_board_of_several_and_none_at_all() -> None:
    workshop = rich_day().workshop()
    other = Board(id="b" * 36, session=workshop.id, title=both("Arall", "Other"), order=9e9)
    rows = [each for each in workshop.everything() if not isinstance(each, Session)]
    two = Workshop(workshop.session, [*rows, other])
    alone = board_file(Wanted(two, TODAY, Language.EN, other.id), ".md").decode()
    assert alone.startswith("# Other")
    assert "Three questions" not in alone
    with pytest.raises(Problem):
        made(Workshop(workshop.session), ".png")


def test_a_table_is_not_told_by_the_number_of_votes() -> None:
    """Two laptops can leave a table on a card of a board that keeps none."""
    workshop = rich_day().workshop()
    card = next(each for each in workshop.of(Card) if tally_seen(workshop).get(each.id))
    number = str(tally_seen(workshop)[card.id])
    here = workshop.of(Board)[0]
    beside = (
        Change("card", card.id, "source", number),
        Change("board", here.id, "naming", Naming.ANONYMOUS),
    )
    workshop.take(Edit("Merge", beside, workshop.id))
    row = next(row for row in table(workshop) if row["id"] == card.id)
    assert row["Pleidleisiau / Votes"] == number
    assert not row["Lle cafodd ei ddweud / Where it was said"]


def test_a_place_with_a_name_of_its_own_is_told_and_one_with_a_kept_back_name_is_not() -> None:
    workshop = rich_day().workshop()
    first, second, *_ = workshop.of(Card)
    sources = ((first.id, "Yr ardd gefn"), (second.id, "Dafydd Cudd"))
    changes = tuple(Change("card", id, "source", source) for id, source in sources)
    workshop.take(Edit("Change", changes, workshop.id))
    told = {row["id"]: row["Lle cafodd ei ddweud / Where it was said"] for row in table(workshop)}
    assert told[first.id] == "Yr ardd gefn"
    assert "Cudd" not in told[second.id]


def test_lines_are_numbered_from_one() -> None:
    rows = table(rich_day().workshop())
    assert [row["Rhif / No."] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]


@pytest.mark.parametrize("ending", [".csv", ".md", ".svg"])
def test_a_card_that_has_no_place_on_any_board_is_in_the_file(ending: str) -> None:
    """Its question went on one laptop while it was written on another."""
    day = Day()
    day.add(Board, title=both("Bwrdd", "Board"))
    day.add(Card, text=both("Heb le", "Nowhere"))
    assert "Nowhere" in made(day.workshop(), ending).decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_board_without_any_question_is_a_file_too(ending: str) -> None:
    day = Day()
    day.add(Board, title=both("Bwrdd", "Board"))
    assert made(day.workshop(), ending)
