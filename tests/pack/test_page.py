"""The page: how it is built, that nothing in it can act, and that everybody can read it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import dist
from typing import Any

import pytest
from tests.pack.builders import Day, headings, of, pack, rich_day
from tests.pack.told import parsed
from tests.pixels import contrast

from gweithdy.domain.board import Vote
from gweithdy.domain.text import Language, both
from gweithdy.pack.document import Document, Table
from gweithdy.pack.figures import Figure
from gweithdy.pack.html.elements import said
from gweithdy.pack.runs import Run
from gweithdy.pack.writing import written


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(rich_day())


@pytest.fixture(scope="module")
def page(document: Document) -> Any:
    return parsed(written(document, ".html"))


def ids(page: Any) -> dict[str, Any]:
    found = [each for each in page.iter() if each.get("id")]
    assert len({each.get("id") for each in found}) == len(found)
    return {each.get("id"): each for each in found}


def test_headings_go_down_one_step_at_a_time_as_in_the_tree(document: Document, page: Any) -> None:
    for number, article in enumerate(page.iter("article")):
        listed = {each for nav in article.iter("nav") for each in nav.iter()}
        heads = [each for each in article.iter() if re.fullmatch("h[1-6]", each.tag)]
        levels = [int(each.tag[1]) for each in heads if each not in listed]
        assert [each.tag for each in heads if each in listed] == ["h2"]
        assert levels == [1, *(level + 1 for level, _ in headings(document, number))]
        assert all(low - high <= 1 for high, low in pairwise(levels))


def test_every_link_and_every_name_leads_to_something_on_the_page(page: Any) -> None:
    known = ids(page)
    links = [each.get("href") for each in page.iter("a")]
    assert len(links) > 30
    assert [link for link in links if link.removeprefix("#") not in known] == []
    names = [each.get("aria-labelledby") for each in page.iter()]
    assert [name for name in names if name and name not in known] == []


def test_both_parts_lead_to_one_another_and_past_what_is_before_them(page: Any) -> None:
    welsh, english = page.iter("article")
    assert [each.get("href") for each in welsh.find("header").iter("a")] == ["#en-part"]
    assert [each.get("href") for each in english.find("header").iter("a")] == ["#cy-part"]
    skips = page.findall("body/a")
    assert [(each.get("href"), each.get("lang")) for each in skips] == [
        ("#cy-summary", None),
        ("#en-summary", "en-GB"),
    ]


def test_a_language_is_said_where_it_changes_and_only_there(page: Any) -> None:
    def walk(element: Any, around: str) -> Iterator[str]:
        mine = element.get("lang")
        assert mine != around, element.tag
        for each in element:
            yield from walk(each, mine or around)
        yield mine or around

    assert set(walk(page, "")) == {"cy-GB", "en-GB"}


def test_every_cell_has_its_heads(document: Document, page: Any) -> None:
    tables = [table for n in range(2) for table in of(document, Table, n)]
    for table, made in zip(tables, page.iter("table"), strict=True):
        assert made.find("caption") is not None or made.get("aria-labelledby")
        assert [each.get("scope") for each in made.findall("thead/tr/th")] == ["col"] * len(
            table.columns
        )
        for row in made.findall("tbody/tr"):
            kinds = [(each.tag, each.get("scope")) for each in row]
            assert kinds.pop(table.names) == ("th", "row")
            assert set(kinds) <= {("td", None)}


def test_tables_fit_telephones_and_short_ones_stay_on_a_page(document: Document, page: Any) -> None:
    tables = [table for n in range(2) for table in of(document, Table, n)]
    looks = [set((each.get("class") or "").split()) for each in page.iter("table")]
    for table, look in zip(tables, looks, strict=True):
        assert ("wide" in look) is (len(table.columns) > 2)
        assert ("short" in look) is (len(table.rows) <= 10)
    assert {"wide", "short"} in looks
    for made in page.iter("table"):
        named = "wide" in (made.get("class") or "")
        assert all(bool(cell.get("data-head")) is named for cell in made.iter("td"))


def test_drawings_are_pictures_with_words_and_all_other_signs_are_silent(page: Any) -> None:
    known = ids(page)
    drawn = [each for each in page.iter() if each.get("role") == "img"]
    assert [each.tag for each in drawn] == ["svg"] * 2
    for each in drawn:
        assert "".join(known[each.get("aria-labelledby")].itertext()).strip()
    inside = {each for picture in drawn for each in picture.iter("svg")}
    silent = [each.get("aria-hidden") for each in page.iter("svg") if each not in inside]
    assert set(silent) == {"true"}
    assert len(silent) > 10


def test_the_map_has_a_point_and_a_name_for_each_stakeholder(page: Any) -> None:
    drawn = next(each for each in page.iter("svg") if each.get("role") == "img")
    assert len(drawn.findall("circle")) == 22
    said = "".join(drawn.itertext())
    assert [n for n in range(1, 23) if str(n) not in said] == []


def test_the_map_stands_upright_and_its_lines_end_at_its_points(
    document: Document, page: Any
) -> None:
    drawn = next(each for each in page.iter("svg") if each.get("role") == "img")
    (points,) = (f.drawing.points for f in of(document, Figure) if hasattr(f.drawing, "points"))
    discs = [(float(each.get("cx")), float(each.get("cy"))) for each in drawn.findall("circle")]
    # High power is at the top, where y is small.
    strongest, weakest = (of_all(range(22), key=lambda n: points[n].power) for of_all in (max, min))
    assert discs[strongest][1] < discs[weakest][1] - 100
    for n, (x, y) in enumerate(discs, 1):
        numbers = [each for each in drawn.findall("text") if each.text == str(n)]
        assert [abs(float(each.get("y")) - y) < 5 for each in numbers] == [True], x
    ends = [
        (float(each.get("x" + end)), float(each.get("y" + end)))
        for each in drawn.findall("line")
        for end in "12"
    ]
    arriving = [end for end in ends if min(dist(end, disc) for disc in discs) < 0.01]
    # The ends of 21 ties; a line to a name that stands apart begins at its point too.
    assert len(arriving) >= 42


def test_bars_are_as_long_as_their_numbers() -> None:
    day = Day()
    for count, card in zip((11, 2), day.cards(both("Un", "One"), both("Dau", "Two")), strict=True):
        day.add(Vote, target=card.id, count=count)
    page = parsed(written(pack(day), ".html"))
    cells = [each for each in page.iter("td") if each.get("class") == "bar"]
    bars = [(float(c.find("svg").get("width")[:-1]), int(c.find("p").text)) for c in cells[:2]]
    assert [n for _, n in bars] == [11, 2]
    assert bars[0][0] / bars[1][0] == pytest.approx(11 / 2, rel=0.01)


def test_nothing_on_the_page_can_act_or_call_out(page: Any) -> None:
    kinds = {each.tag for each in page.iter()}
    assert not kinds & {"script", "iframe", "object", "embed", "form", "img", "link", "base"}
    named = {name for each in page.iter() for name in each.attrib}
    assert not [name for name in named if name.startswith("on") or name in ("src", "style")]
    (policy,) = [each for each in page.iter("meta") if each.get("http-equiv")]
    assert policy.get("http-equiv") == "Content-Security-Policy"
    assert "default-src 'none'" in policy.get("content")
    assert "url(" not in page.find(".//style").text
    assert "@import" not in page.find(".//style").text


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", " x", "file:///x"]
)
def test_words_lead_only_where_words_may_lead(link: str) -> None:
    assert list(said((Run("words", Language.CY, link=link),), Language.CY)) == ["words"]


def test_a_title_cannot_leave_the_foot_of_the_page() -> None:
    title = 'x" } </style><script>alert(1)</script> \\'
    page = parsed(written(pack(Day(title=both(title, title))), ".html"))
    assert not list(page.iter("script"))
    style = page.find(".//style").text
    feet = re.findall(r'@bottom-left \{ content: "((?:[ \w]|\\[0-9a-f]+ )*)" \}', style)
    said = [re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), foot) for foot in feet]
    assert said == [title, title]


def test_the_same_document_has_the_same_bytes(document: Document) -> None:
    assert written(document, ".html") == written(document, ".html")


# --- colours ----------------------------------------------------------------------------------

TEXT = ("ink", "quiet", "accent")
SIGNS = ("cultural", "structural", "behavioural", "accent", "quiet")
GROUNDS = ("raised", "paper")


def themes(page: Any) -> list[dict[str, str]]:
    """The colours of the light and of the dark page, as the style sheet says them."""
    roots = re.findall(r":root \{([^}]*#[^}]*)\}", page.find(".//style").text)
    return [dict(re.findall(r"--(\w+): (#\w{6})", root)) for root in roots]


def test_words_and_signs_stand_out_on_light_and_on_dark_pages(page: Any) -> None:
    light, dark = themes(page)
    for colours in (light, dark):
        for ground in GROUNDS:
            assert min(contrast(colours[role], colours[ground]) for role in TEXT) >= 4.5
            assert min(contrast(colours[role], colours[ground]) for role in SIGNS) >= 3
    assert contrast(light["raised"], "#000000") > 15
    assert contrast(dark["raised"], "#FFFFFF") > 12


def test_every_colour_of_the_style_sheet_is_one_that_was_measured(page: Any) -> None:
    style = page.find(".//style").text
    used = set(re.findall(r"[\s:](?:color|fill): var\(--(\w+)\)", style))
    assert used <= {*TEXT, *SIGNS}
    assert set(re.findall(r"background: var\(--(\w+)\)", style)) <= set(GROUNDS)
    plain = set(re.findall(r"(?<!-)color: (#\w+)", style))
    # On paper, which is white.
    assert all(contrast(each, "#FFFFFF") >= 4.5 for each in plain)


def test_a_card_of_a_kind_has_its_symbol_and_its_word(page: Any) -> None:
    board = page.find(".//h2[@id='en-board-1']/..")
    items = [each for each in board.iter("li") if each.find(".//svg") is not None]
    said = {each.find(".//svg").get("class").split()[1]: "".join(each.itertext()) for each in items}
    assert sorted(said) == ["behavioural", "cultural", "quiet", "structural"]
    assert "\u00a0· Unsure" in said.pop("quiet")
    assert all(f"\u00a0· {kind.capitalize()}" in words for kind, words in said.items())
