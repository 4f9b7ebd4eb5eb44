"""A card of several kinds has the symbol of each, in the order of their words, in every file."""

from typing import Any

import pytest
from tests.pack.builders import Day, pack, read
from tests.pack.told import parsed

from gweithdy.domain.board import Card, CardKind, Vote
from gweithdy.domain.text import both
from gweithdy.pack.document import Document
from gweithdy.pack.pdf import symbols
from gweithdy.pack.writing import written

STRUCTURAL, CULTURAL = CardKind.STRUCTURAL, CardKind.CULTURAL


@pytest.fixture
def document() -> Document:
    """One with votes first; a card of one kind, one of none and one of two in a list."""
    day = Day()
    lane = day.lane()
    plain: dict[str, Any] = {"lane": lane.id, "text": both("Ffurflenni", "Forms")}
    day.add(Card, kind=CULTURAL, **plain)
    day.add(Card, **plain)
    several = [day.add(Card, kind=STRUCTURAL, also=(CULTURAL,), **plain) for _ in range(2)]
    day.add(Vote, target=several[0].id, count=3)
    return pack(day, language="en")


def test_the_pdf_draws_each_beside_the_other_and_within_the_words(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[CardKind, float, float]] = []
    draw = symbols.draw_kind

    def noted(canvas: Any, kind: CardKind, x: float, y: float, size: float) -> None:
        drawn.append((kind, x, size))
        draw(canvas, kind, x, y, size)

    monkeypatch.setattr(symbols, "draw_kind", noted)
    read(document)
    # Those of the cover are larger; the last are those that the pack explains.
    cards = [each for each in drawn if each[2] < 12][:5]
    boxed, alone, listed = cards[:2], cards[2], cards[3:]
    assert [kind for kind, *_ in cards] == [STRUCTURAL, CULTURAL, CULTURAL, STRUCTURAL, CULTURAL]
    for (_, first, size), (_, second, _) in (boxed, listed):
        assert first >= 0
        assert second >= first + size
    # All words of a list begin in one place, and the last symbol stands before it.
    assert alone[1] == listed[1][1]


def test_the_page_shows_each_before_the_words(document: Document) -> None:
    page = parsed(written(document, ".html"))
    shown = [
        [symbol.get("class").split()[1] for symbol in each.iter("svg")]
        for each in page.find(".//h2[@id='en-board-1']/..").iter("li")
    ]
    assert shown == [["structural", "cultural"], ["cultural"], [], ["structural", "cultural"]]
    [wide] = [each for each in page.iter("ul") if each.get("class") == "several-kinds"]
    assert len(wide) == 3
