"""The drawings of the pack: a point stands where power and interest say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations
from math import dist

import pytest
from tests.pack.builders import Day, read, text_of
from tests.pack.builders import pack as document_of

from gweithdy.domain.board import Card, Vote
from gweithdy.domain.stakeholders import Stakeholder, Tie
from gweithdy.domain.text import Language, both
from gweithdy.pack.document import Foot
from gweithdy.pack.figures import Figure, MapPoint, PowerInterestMap
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.fonts import width
from gweithdy.pack.pdf.foot import draw_feet
from gweithdy.pack.pdf.power_map import MapFigure
from gweithdy.pack.pdf.sheet import USUAL
from gweithdy.pack.pdf.styles import INK
from gweithdy.pack.runs import Run

WIDE = 480.0


@dataclass
class Pen:
    """A canvas that keeps what is drawn: words with their place, boxes, circles and lines."""

    said: dict[str, tuple[float, float]] = field(default_factory=dict)
    ends: dict[str, float] = field(default_factory=dict)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    circles: list[tuple[float, float]] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    colours: dict[str, object] = field(default_factory=dict)
    colour: object = None

    def setFillColor(self, colour: object) -> None:  # noqa: N802 - ReportLab's name
        self.colour = colour

    def words(self, x: float, y: float, text: str, font: str, size: float) -> float:
        self.colours[text] = self.colour
        self.said[text], self.ends[text] = (x, y), x + width(text, font, size)
        return self.ends[text]

    def rect(self, x: float, y: float, wide: float, high: float, **_: int) -> None:
        self.boxes.append((x, y, wide, high))

    def circle(self, x: float, y: float, _radius: float, **_paint: int) -> None:
        self.circles.append((x, y))

    def line(self, *ends: float) -> None:
        x, y, u, v = ends
        self.lines.append((x, y, u, v))

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_args, **_options: None


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text, Language.EN),)


def drawn(drawing: PowerInterestMap) -> Pen:
    figure = Figure(language=Language.EN, drawing=drawing, alt=runs("alt"), caption=runs("Votes"))
    part = Element("Part", Language.EN)
    element, caption = part.add("Figure"), part.say("Caption", figure.caption)
    made, pen = MapFigure(figure, element, caption, USUAL), Pen()
    made.wrap(WIDE, 700)
    made.draw_figure(pen)  # type: ignore[arg-type]
    return pen


def grid(*places: tuple[int, int], ties: tuple[tuple[int, int], ...] = ()) -> Pen:
    """The map of points, each `power` and `interest`."""
    points = tuple(
        MapPoint(n, runs(f"Body {n}"), power, interest)
        for n, (power, interest) in enumerate(places, 1)
    )
    corner = (Run("A", Language.EN), Run("B", Language.EN), Run("C", Language.EN))
    across, up = Run("Interest", Language.EN), Run("Power", Language.EN)
    drawing = PowerInterestMap(points, ties, across, up, (*corner, Run("D", Language.EN)))
    return drawn(drawing)


def test_a_point_stands_where_its_power_and_interest_say() -> None:
    places = ((0, 0), (100, 100), (50, 50), (100, 0), (0, 100))
    low, high, middle, powerful, interested = grid(*places).circles
    assert low[0] < middle[0] < high[0]
    assert low[1] < middle[1] < high[1]
    assert middle == pytest.approx(((low[0] + high[0]) / 2, (low[1] + high[1]) / 2))
    assert powerful == pytest.approx((low[0], high[1]))
    assert interested == pytest.approx((high[0], low[1]))


def test_points_of_the_same_place_stand_beside_one_another() -> None:
    pen = grid(*[(50, 50)] * 12)
    assert all(dist(a, b) >= 16 for a, b in combinations(pen.circles, 2))
    assert all(dist(at, (WIDE / 2, WIDE / 2)) < WIDE / 4 for at in pen.circles)


def test_a_cross_divides_the_map_into_four() -> None:
    pen = grid((50, 50))
    middle = pen.circles[0]
    (across,) = (line for line in pen.lines if line[1] == line[3] > WIDE / 4)
    (up,) = (line for line in pen.lines if line[0] == line[2] > WIDE / 4)
    assert across[1] == pytest.approx(middle[1])
    assert up[0] == pytest.approx(middle[0])
    assert (across[0] + across[2]) / 2 == pytest.approx(middle[0])
    assert (up[1] + up[3]) / 2 == pytest.approx(middle[1])


def test_points_and_their_words_are_inside_the_drawing() -> None:
    pen = grid((0, 0), (100, 100), (0, 100), (100, 0))
    for x, y in (*pen.circles, *pen.said.values()):
        assert 0 <= x <= WIDE
        assert y >= 0
    assert all(end <= WIDE for end in pen.ends.values())


def test_a_number_stands_in_its_point_and_the_name_beside_it() -> None:
    pen = grid((30, 30), (80, 60))
    for n, (x, y) in enumerate(pen.circles, 1):
        left, base = pen.said[str(n)]
        assert (left + pen.ends[str(n)]) / 2 == pytest.approx(x)
        assert y - 6 < base < y
        name = pen.said[f"Body {n}"]
        assert abs(name[1] - y) < 20
        assert min(abs(name[0] - x), abs(pen.ends[f"Body {n}"] - x)) < 25


def test_a_number_can_be_read_on_its_point_and_a_name_on_paper() -> None:
    pen = grid((30, 30), (80, 60))
    assert {pen.colours[number] for number in "12"} == {"white"}
    assert {pen.colours[name] for name in ("Body 1", "Body 2", "Interest", "Power")} == {INK}


def test_an_arrow_begins_after_the_words_of_its_axis() -> None:
    pen = grid((50, 50))
    (start, *_), *_ = (
        line for line in pen.lines if line[1] == line[3] == pen.said["Interest"][1] + 4
    )
    assert start > pen.ends["Interest"]


def test_a_tie_runs_from_point_to_point() -> None:
    pen = grid((20, 20), (80, 80), (50, 50), ties=((1, 0),))
    assert (*pen.circles[1], *pen.circles[0]) in pen.lines
    assert (*pen.circles[1], *pen.circles[2]) not in pen.lines


def test_the_words_of_the_corners_stand_in_their_corners() -> None:
    pen = grid((50, 50))
    (a, b), (c, d) = (pen.said["A"], pen.said["B"]), (pen.said["C"], pen.said["D"])
    assert 24 < a[0] == c[0] < WIDE / 4 < WIDE * 3 / 4 < b[0]
    assert b[0] == pytest.approx(d[0], abs=3)
    assert a[1] == b[1] > c[1] == d[1]


def test_chart_map_and_captions_are_in_the_pdf() -> None:
    day = Day()
    lane = day.lane()
    card = day.add(Card, lane=lane.id, text=both("Cerdyn", "Card"))
    day.add(Vote, target=card.id, source="room", count=37)
    bodies = [day.add(Stakeholder, name=both(f"Corff {n}", f"Body {n}")) for n in range(2)]
    day.add(Tie, start=bodies[0].id, end=bodies[1].id)
    words = text_of(read(document_of(day, language="en")))
    # In the summary, in the chart, and at the card.
    assert words.count("37") == 3
    assert "Votes on single cards, most first" in words
    assert words.count("Body 1") >= 2


def test_the_foot_says_title_version_and_page_under_a_level_line() -> None:
    pen, later = Pen(), list[Callable[[Pen], None]]()
    pen.getPageNumber, pen.later, pen.page_count = lambda: 2, later.append, 9  # type: ignore[attr-defined]
    title, version = Run("Our day", Language.EN), Run("Version 1", Language.EN)
    draw_feet(pen, [Foot(title, version, "Page {number} of {count}")], USUAL)  # type: ignore[arg-type]
    for fill in later:
        fill(pen)
    ((left, low, right, high),) = pen.lines
    assert low == high > pen.said["Page 2 of 9"][1]
    assert pen.said["Our day"][0] == left
    assert pen.ends["Page 2 of 9"] == pytest.approx(right)
    assert pen.ends["Our day"] < pen.said["Version 1"][0]
    assert pen.ends["Version 1"] < pen.said["Page 2 of 9"][0]


def test_where_two_parts_share_a_page_their_feet_stand_one_under_the_other() -> None:
    pen, later = Pen(), list[Callable[[Pen], None]]()
    pen.getPageNumber, pen.later, pen.page_count = lambda: 2, later.append, 9  # type: ignore[attr-defined]
    feet = [
        Foot(Run(f"Title {n}", Language.EN), Run(f"Version {n}", Language.EN), f"{n}: {{number}}")
        for n in range(2)
    ]
    draw_feet(pen, feet, USUAL)  # type: ignore[arg-type]
    for fill in later:
        fill(pen)
    first, second = (pen.said[f"Title {n}"][1] for n in range(2))
    assert first - second >= 10.5  # the size of their letters
    assert second > 0
