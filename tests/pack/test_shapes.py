"""Drawings as shapes and as pictures: what the PDF draws, for pages and Word files."""

from io import BytesIO
from math import dist

import pypdfium2
import pytest
from PIL import Image
from tests.pack.builders import of, pack, rich_day

from gweithdy.pack.colours import colours
from gweithdy.pack.document import Document
from gweithdy.pack.figures import Figure, PowerInterestMap
from gweithdy.pack.pages import PDFIUM
from gweithdy.pack.pdf.blocks import drawn
from gweithdy.pack.pdf.build import one_at_a_time
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.picture import EDGE, picture
from gweithdy.pack.pdf.power_map import MapFigure
from gweithdy.pack.pdf.shapes import shapes
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.runs import words_of
from gweithdy.pack.shapes import Disc, Label, Line


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(rich_day(), language="cy")


@pytest.fixture(scope="module")
def map_(document: Document) -> Figure:
    (found,) = [f for f in of(document, Figure) if isinstance(f.drawing, PowerInterestMap)]
    return found


def test_a_map_has_every_point_tie_and_number_on_its_sheet(map_: Figure) -> None:
    drawing = shapes(map_)
    assert isinstance(map_.drawing, PowerInterestMap)
    discs = [shape for shape in drawing.shapes if isinstance(shape, Disc)]
    assert len(discs) == len(map_.drawing.points) == 22
    lines = [shape for shape in drawing.shapes if isinstance(shape, Line)]
    assert len(lines) > len(map_.drawing.ties) == 21
    said = [shape.text for shape in drawing.shapes if isinstance(shape, Label)]
    assert {str(n) for n in range(1, 23)} <= set(said)
    for disc in discs:
        assert 0 < disc.middle[0] - disc.radius < disc.middle[0] + disc.radius < drawing.width
        assert 0 < disc.middle[1] - disc.radius < disc.middle[1] + disc.radius < drawing.height
    assert {disc.fill for disc in discs} == {colours()["accent"]}


def test_the_name_of_the_upright_axis_runs_upwards_beside_it(map_: Figure) -> None:
    drawing = shapes(map_)
    (turned,) = [each for each in drawing.shapes if isinstance(each, Label) and each.turned]
    assert isinstance(map_.drawing, PowerInterestMap)
    assert turned.text == map_.drawing.up.text
    assert turned.start[0] < 24
    assert 0 < turned.start[1] + turned.width < drawing.height
    arrows = [s for s in drawing.shapes if isinstance(s, Line) and s.start[0] == s.end[0] < 24]
    assert [arrow.end[1] > arrow.start[1] >= turned.width for arrow in arrows] == [True]


def test_points_stand_where_their_numbers_say(map_: Figure) -> None:
    assert isinstance(map_.drawing, PowerInterestMap)
    discs = [shape for shape in shapes(map_).shapes if isinstance(shape, Disc)]
    points = map_.drawing.points
    low, high = (
        min(range(22), key=lambda n: points[n].power),
        max(range(22), key=lambda n: points[n].power),
    )
    assert discs[low].middle[1] < discs[high].middle[1] - 100


def test_a_picture_shows_the_shapes(document: Document) -> None:
    for figure in of(document, Figure):
        made, drawing = picture(figure), shapes(figure)
        assert (made.width, made.height) == (drawing.width + 2 * EDGE, drawing.height + 2 * EDGE)
        image = Image.open(BytesIO(made.png)).convert("RGB")
        counted = {found: n for n, found in image.getcolors(2**16) or []}
        accent = tuple(bytes.fromhex(colours()["accent"][1:]))
        assert sum(n for found, n in counted.items() if dist(found, accent) < 5) > 1000
        assert counted[(255, 255, 255)] > image.width * image.height / 2
        assert picture(figure).png == made.png


def test_words_for_the_label_are_those_of_the_tree(map_: Figure) -> None:
    assert isinstance(map_.drawing, PowerInterestMap)
    said = " ".join(s.text for s in shapes(map_).shapes if isinstance(s, Label))
    assert sum(words_of(point.label) in said for point in map_.drawing.points) > 15


def test_nothing_else_is_laid_out_meanwhile(map_: Figure, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []

    def noting(figure: Figure, under: Element, sheet: Sheet) -> MapFigure:
        held.append(one_at_a_time.locked())
        return drawn(figure, under, sheet)

    monkeypatch.setattr("gweithdy.pack.pdf.shapes.drawn", noting)
    shapes(map_)
    assert held == [True]
    assert not one_at_a_time.locked()


def test_pdfium_is_asked_by_one_at_a_time(map_: Figure, monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview on the screen draws with it too, in another thread."""
    real, held = pypdfium2.PdfDocument, list[bool]()

    def opened(pdf: bytes) -> pypdfium2.PdfDocument:
        held.append(PDFIUM.locked())
        return real(pdf)

    monkeypatch.setattr(pypdfium2, "PdfDocument", opened)
    picture(map_)
    assert held == [True]
    assert not PDFIUM.locked()
