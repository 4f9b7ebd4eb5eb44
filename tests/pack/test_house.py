"""The house that gives out a pack: on its covers in all three forms, in colours that are read."""

import re
from base64 import b64decode
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image
from tests.pack import gates
from tests.pack.builders import BLUE, RED, Day, house, of, pack, rich_day
from tests.pack.leaves import of_document, of_file
from tests.pack.structure import nodes, opened, root
from tests.pack.told import W, parsed, word_alternatives
from tests.pack.told import opened as file_in
from tests.photographs import pictured

from gweithdy.domain.actions import Action
from gweithdy.domain.attached import Attached, attached
from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.colour import contrast
from gweithdy.domain.organisation import ORGANISATION, Organisation
from gweithdy.domain.photos import Photo
from gweithdy.domain.text import Language, Text, both, said
from gweithdy.pack.document import Cover, Document
from gweithdy.pack.house import House, house_of
from gweithdy.pack.kept_back import Choice
from gweithdy.pack.layouts import Layout
from gweithdy.pack.logos import fitted, pixels
from gweithdy.pack.pdf.laid_out import laid_out
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in
from gweithdy.pack.writing import WRITERS, written
from gweithdy.resources import asset

FILES = {
    attached(png, name, "image/png"): png for png, name in ((RED, "coch.png"), (BLUE, "blue.png"))
}
COCH, GLAS = FILES


def given_out_by(**values: Any) -> House:
    return house_of(Organisation(id=ORGANISATION, **values), FILES.get)


def covers(document: Document) -> list[Cover]:
    return [part.cover for part in document.parts]


def shown(**values: Any) -> list[tuple[str, bytes, str, Language]]:
    """The logo on each cover: language of the part, its bytes, what it shows, in which language."""
    return [
        (cover.language, cover.logo.png, words_of(cover.logo.alt), cover.logo.language)
        for cover in covers(pack(Day(), house=given_out_by(**values)))
        if cover.logo
    ]


def test_each_part_shows_the_logo_in_its_language_and_says_what_it_shows() -> None:
    alt = both("Cylch coch", "A blue circle")
    assert shown(logo_cy=COCH, logo_en=GLAS, alt=alt) == [
        ("cy", RED, "Cylch coch", "cy"),
        ("en", BLUE, "A blue circle", "en"),
    ]


@pytest.mark.parametrize("slot", ["logo_cy", "logo_en"])
def test_one_logo_is_for_both(slot: str) -> None:
    assert [png for _, png, _, _ in shown(**{slot: COCH})] == [RED, RED]


def test_words_that_are_not_there_are_those_of_the_other_language_or_the_name() -> None:
    name = both("Cyngor", "Council")
    assert [(alt, tag) for _, _, alt, tag in shown(logo_cy=COCH, name=name)] == [
        ("Logo: Cyngor", "cy"),
        ("Logo: Council", "en"),
    ]
    assert [(alt, tag) for _, _, alt, tag in shown(logo_cy=COCH, alt=said("A disc", "en"))] == [
        ("A disc", "en"),
        ("A disc", "en"),
    ]
    assert [alt for _, _, alt, _ in shown(logo_cy=COCH)] == ["Logo", "Logo"]


def test_a_logo_whose_bytes_are_lost_or_no_picture_is_not_shown() -> None:
    lost = Attached("0" * 64, "x.png", 3, "image/png")
    assert shown(logo_cy=lost) == []
    bad = house_of(Organisation(id=ORGANISATION, logo_cy=COCH), lambda _: b"\x89PNG\r\n\x1a\nx")
    assert bad.logos == {}


def test_the_cover_says_who_they_are_and_leads_to_them() -> None:
    about = given_out_by(
        name=both("Cyngor", "Council"), address=both("Stryd", "Street"),
        website="www.example.org", contact="post@example.org",
    )  # fmt: skip
    english = covers(pack(Day(), house=about))[1]
    told = {fact.label.text: (words_of(fact.value), fact.value[0].link) for fact in english.facts}
    assert told["Organisation"] == ("Council", "")
    assert told["Address"] == ("Street", "")
    assert told["Website"] == ("www.example.org", "https://www.example.org")
    assert told["Contact"] == ("post@example.org", "mailto:post@example.org")


@pytest.mark.parametrize("typed", ["tŷ.cymru", "ask at the desk", "javascript:alert(1) //"])
def test_what_is_no_address_leads_nowhere(typed: str) -> None:
    document = pack(Day(), house=given_out_by(website=typed, contact=typed))
    links = {run.link for cover in covers(document) for run in runs_in(cover.facts)}
    assert links == {""}


def test_what_the_house_says_of_itself_is_not_kept_back() -> None:
    document = pack(
        Day(place=both("post@glan.example", "")), house=house(), choose=lambda _: Choice.LEAVE_OUT
    )
    words = " ".join(run.text for run in runs_in(covers(document)[0].facts))
    assert words.count("post@glan.example") == 1


def test_the_name_can_be_another_for_one_pack() -> None:
    document = pack(Day(), house=house(), organisation=both("Bwrdd", "Board"))
    assert "Board" in {words_of(fact.value) for fact in covers(document)[1].facts}
    assert words_of(document.author) == "Bwrdd / Board"
    assert covers(document)[0].logo


@pytest.mark.parametrize("ending", WRITERS)
def test_without_a_house_nothing_is_other_than_without_one_entered(ending: str) -> None:
    plain = pack(rich_day())
    day = rich_day()
    assert written(pack(day), ending) == written(pack(day, house=given_out_by()), ending)
    assert plain.colour == ""


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_house_makes_the_same_bytes(ending: str) -> None:
    document = pack(Day(), house=house())
    assert written(document, ending) == written(document, ending)


# --- PDF ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pdf() -> Any:
    with opened(written(pack(rich_day(), house=house()))) as pdf:
        yield pdf


def test_in_the_pdf_it_is_a_figure_with_its_words_its_language_and_its_place(
    pdf: pikepdf.Pdf,
) -> None:
    for part, (tag, alt) in zip(
        root(pdf).elements(),
        (("cy-GB", "Cylch coch y Cyngor"), ("en-GB", "The Council's blue circle")),
        strict=True,
    ):
        # The first thing that is told of a part.
        sign = next(node for node in nodes(part) if node.kind not in {"Part", "Sect"})
        assert sign.kind == "Figure"
        assert (str(sign.object.Alt), str(sign.object.Lang)) == (alt, tag)
        left, low, right, high = (float(edge) for edge in sign.object.A.BBox)
        assert (right - left, high - low) == pytest.approx((170, 68))
        assert 0 < left < right < 595
        assert 0 < low < high < 842


def test_in_the_pdf_pictures_have_no_transparency_and_one_shared_is_there_once() -> None:
    for both_logos, many in ((True, 2), (False, 1)):
        content = written(pack(Day(), house=house(both_logos=both_logos)))
        with opened(content) as pdf:
            pictures = [
                each
                for each in pdf.objects
                if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
            ]
            assert len(pictures) == many
            assert all("/SMask" not in each and "/Mask" not in each for each in pictures)


def colours_used(pdf: pikepdf.Pdf, page: int) -> set[str]:
    found = set()
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
        if str(operator) in {"rg", "RG"}:
            found.add("#" + "".join(f"{round(float(n) * 255):02X}" for n in operands))
    return found


def test_in_the_pdf_the_band_is_as_chosen_and_words_can_be_read(pdf: pikepdf.Pdf) -> None:
    cover = colours_used(pdf, 0)
    assert "#FFC20E" in cover
    on_pages = set().union(*(colours_used(pdf, n) for n in range(1, len(pdf.pages) // 2)))
    assert "#FFC20E" not in on_pages
    assert "#0F5E5A" not in cover | on_pages
    shades = {each for each in on_pages if is_yellow(each)}
    assert sorted(round(contrast(each) * 2) / 2 for each in shades) == [3.0, 4.5]


def is_yellow(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red > green > blue + 60 and blue < 30


# --- the page ----------------------------------------------------------------------------------


def test_in_the_page_it_stands_in_the_file_itself_with_words_and_language() -> None:
    page = parsed(written(pack(Day(), house=house(alt=said("Cylch coch", "cy"))), ".html"))
    first, second = page.iter("img")
    assert (first.get("alt"), first.get("lang")) == ("Cylch coch", None)
    assert (second.get("alt"), second.get("lang")) == ("Cylch coch", "cy-GB")
    kind, _, data = first.get("src").partition(",")
    assert (kind, b64decode(data)) == ("data:image/png;base64", RED)
    policy = next(m.get("content") for m in page.iter("meta") if m.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert policy.endswith("; img-src data:")


def test_a_page_without_a_logo_may_still_show_no_picture() -> None:
    page = parsed(written(pack(Day(), house=given_out_by(colour="#B3124A")), ".html"))
    assert not list(page.iter("img"))
    assert "img-src" not in str([m.get("content") for m in page.iter("meta")])


def test_in_the_page_the_colour_can_be_read_on_light_and_on_dark_paper() -> None:
    sheet = parsed(written(pack(Day(), house=house()), ".html")).find("head/style").text
    light, dark = re.findall(r":root \{ (--raised.*?) \}", sheet)[:2]
    for paper in (light, dark):
        hues = dict(re.findall(r"--(\w+): (#\w+);", paper))
        assert contrast(hues["accent"], hues["raised"]) >= 4.5
        assert contrast(hues["surface"], hues["raised"]) >= 3
    assert "#0F5E5A" not in sheet


def test_style_sheets_name_nothing_that_is_in_no_page() -> None:
    """A rule for what has another name by now would leave its colour or its room behind."""
    day = rich_day()
    day.add(Action, text=both("gair" * 8, "word" * 8))
    two = {"kind": CardKind.CULTURAL, "also": (CardKind.STRUCTURAL,)}
    day.add(Card, lane=day.lane().id, text=both("Dau fath", "Two kinds"), **two)
    one = pictured("One")
    day.add(Photo, picture=one.picture, small=one.small, wide=one.wide, high=one.high)
    pages = [
        parsed(written(pack(day, house=house(), layout=each, bytes_of=lambda _: one.jpeg), ".html"))
        for each in Layout
    ]
    there = {
        name for page in pages for each in page.iter() for name in each.get("class", "").split()
    }
    rules = "".join(path.read_text("utf-8") for path in asset("pack").glob("*.css"))
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    named = set(re.findall(r"\.([a-z][a-z-]*)(?=[^{};]*\{)", rules))
    assert len(named) > 10
    assert named - there == set()


# --- Word --------------------------------------------------------------------------------------


def test_in_word_it_is_a_picture_with_words_and_styles_have_the_colour() -> None:
    file = written(pack(rich_day(), house=house()), ".docx")
    styles = file_in(file, "word/styles.xml")
    hues = {each.get(f"{W}val") for each in styles.iter(f"{W}color")}
    assert "0F5E5A" not in hues
    (shade,) = {hue for hue in hues if hue and is_yellow(f"#{hue}")}
    assert contrast(f"#{shade}") >= 4.5
    body = file_in(file).find(f"{W}body")
    assert next(body.iter(f"{W}pStyle")).get(f"{W}val") == "Logo"


# --- sizes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "room", "expected"),
    [((300, 120), (200, 68), (170, 68)), ((900, 60), (200, 68), (200, 200 / 15))],
)
def test_a_logo_is_as_large_as_it_can_be_and_keeps_its_shape(
    size: tuple[int, int], room: tuple[float, float], expected: tuple[float, float]
) -> None:
    paper = BytesIO()
    Image.new("RGB", size).save(paper, "PNG")
    assert pixels(paper.getvalue()) == size
    assert fitted(paper.getvalue(), *room) == pytest.approx(expected)


def test_covers_of_the_document_are_the_only_place_for_logos() -> None:
    document = pack(rich_day(), house=house(name=Text()))
    assert [len(of(document, Cover, n)) for n in (0, 1)] == [1, 1]
    assert "Sefydliad" not in {fact.label.text for fact in covers(document)[0].facts}


@pytest.mark.parametrize("both_logos", [True, False])
def test_a_pack_without_charts_passes_the_gates_of_an_archive_with_its_logos(
    *, both_logos: bool
) -> None:
    document = pack(Day(), house=house(both_logos=both_logos))
    content = written(document)
    with opened(content) as pdf:
        assert "/AF" not in pdf.Root
    assert gates.ua1(content) == gates.archive(content) == gates.tree(content) == set()
    assert gates.model(content, document) == set()


@pytest.mark.parametrize("layout", Layout)
def test_in_every_layout_the_logo_is_told_and_takes_no_words_away(layout: Layout) -> None:
    day = rich_day()
    plain, document = pack(day, layout=layout), pack(day, layout=layout, house=house())
    content = written(document)
    assert gates.ua1(content) == gates.archive(content) == gates.tree(content) == set()
    made = laid_out(document).document
    assert of_file(content) == of_document(made)
    before, after = (
        [run.text for part in each.parts for run in runs_in(part.every_section)]
        for each in (laid_out(plain).document, made)
    )
    assert before == after
    with opened(content) as pdf:
        assert "#FFC20E" in colours_used(pdf, 0)


@pytest.mark.parametrize("ending", [".html", ".docx"])
@pytest.mark.parametrize("layout", Layout)
def test_other_forms_show_it_in_every_layout_too(ending: str, layout: Layout) -> None:
    file = written(pack(Day(), layout=layout, house=house()), ending)
    if ending == ".html":
        assert [each.get("alt") for each in parsed(file).iter("img")] == alternatives()
    else:
        assert word_alternatives(file) == alternatives()


def alternatives() -> list[str]:
    return ["Cylch coch y Cyngor", "The Council's blue circle"]
