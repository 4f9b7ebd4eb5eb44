"""Where something was said: named, read back as people type it, and offered at once."""

import pytest

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.edits import board
from gweithdy.language.sources import known_sources, read_source, source_name
from gweithdy.language.words import Words
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.context import Context


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    "source",
    ["room", "online", "before", "imported", "1", "12", "A", "Bwrdd Iechyd", "Table of 9"],
)
def test_what_is_shown_is_read_back(language: str, source: str) -> None:
    words = Words(language)
    assert read_source(words, source_name(words, source)) == source


@pytest.mark.parametrize(
    ("language", "typed", "source"),
    [
        ("en", "table 7", "7"),
        ("en", "7", "7"),
        ("en", "Tablet users", "Tablet users"),
        ("en", "Table", "Table"),
        ("en", "Table  12", "12"),
        ("en", "ONLINE", "online"),
        ("cy", "bwrdd 7", "7"),
        ("cy", "Bwrdd Iechyd", "Bwrdd Iechyd"),
        ("cy", "Bwrdd Iechyd Hywel Dda", "Bwrdd Iechyd Hywel Dda"),
        ("cy", "  ", "room"),
    ],
)
def test_names_that_begin_like_a_table_stay_whole(language: str, typed: str, source: str) -> None:
    assert read_source(Words(language), typed) == source


def offered(box: object) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]  # type: ignore[attr-defined]


def test_a_new_source_is_offered_at_once(context: Context, qtbot: object) -> None:
    desk = context.desk
    assert desk.workshop
    desk.do(board.start_board(desk.workshop))
    page, bar = BoardPage(context), CaptureBar(context)
    for widget in (page, bar):
        qtbot.addWidget(widget)  # type: ignore[attr-defined]
        widget.show()
    page.filter.source.setCurrentIndex(2)
    before = page.filter.query().source
    lane = desk.workshop.of(Lane)[0].id
    edit = board.add_card(
        desk.workshop, "One", "en", lane, CardKind.NONE, "Bwrdd Iechyd", desk.now()
    )
    assert desk.do(edit)
    assert desk.workshop.of(Card)[0].source == "Bwrdd Iechyd"
    assert "Bwrdd Iechyd" in offered(page.filter.source)
    assert "Bwrdd Iechyd" in offered(bar.source)
    assert page.filter.query().source == before, "what is looked for stays"


def test_what_was_imported_can_be_found_where_there_is_any(context: Context) -> None:
    desk = context.desk
    desk.do(board.start_board(desk.workshop))
    assert known_sources(desk.workshop)[-1] == "before"
    lane = desk.workshop.of(Lane)[0].id
    desk.do(board.add_card(desk.workshop, "One", "en", lane, CardKind.NONE, "imported", desk.now()))
    assert known_sources(desk.workshop)[-2:] == ["before", "imported"]
