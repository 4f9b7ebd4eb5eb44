"""The capture box of a board that keeps no places: it says so, offers none and stores none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gweithdy.domain.board import Board, Card
from gweithdy.domain.restraint import NAMING_TOLD, Naming
from gweithdy.edits.naming import tighten
from gweithdy.storage.library import Library
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.context import Context

NOT_KEPT = "Where it was said is not kept: this board is anonymous"


@pytest.fixture
def anonymous(context: Context, bar: CaptureBar) -> CaptureBar:
    desk = context.desk
    desk.author = "Sioned"
    desk.do(tighten(desk.workshop, desk.workshop.of(Board)[0].id, Naming.ANONYMOUS))
    return bar


def test_it_is_said_beside_the_box_and_under_it(anonymous: CaptureBar) -> None:
    assert anonymous.source_place.currentWidget() is anonymous.source_place.told
    assert anonymous.source_place.told.text() == "Anonymous"
    assert NAMING_TOLD[Naming.ANONYMOUS] in anonymous.under.pieces
    assert not any("@" in piece for piece in anonymous.under.pieces)


def test_the_box_stays_where_it_was(context: Context, bar: CaptureBar) -> None:
    before = bar.box.geometry()
    desk = context.desk
    desk.do(tighten(desk.workshop, desk.workshop.of(Board)[0].id, Naming.ANONYMOUS))
    assert bar.box.geometry() == before


def test_by_table_says_that_names_are_not_kept(context: Context, bar: CaptureBar) -> None:
    desk = context.desk
    desk.do(tighten(desk.workshop, desk.workshop.of(Board)[0].id, Naming.TABLE))
    assert NAMING_TOLD[Naming.TABLE] in bar.under.pieces
    assert bar.source_place.currentWidget() is bar.source


def test_a_code_for_a_table_is_not_offered_not_kept_and_not_in_the_words(
    context: Context, anonymous: CaptureBar
) -> None:
    QTest.keyClicks(anonymous.box, "@")
    assert anonymous.offers() == []
    QTest.keyClicks(anonymous.box, "3 Gormod o ffurflenni")
    assert NOT_KEPT in anonymous.under.pieces
    QTest.keyClick(anonymous.box, Qt.Key.Key_Return)
    (card,) = context.desk.workshop.of(Card)
    assert card.text.as_said() == "Gormod o ffurflenni"
    assert (card.source, card.noted_by) == ("", "")


def test_a_chord_for_a_place_does_nothing_and_types_nothing(anonymous: CaptureBar) -> None:
    before = anonymous.source.source()
    QTest.keyClick(anonymous.box, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(anonymous.box, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert anonymous.source.source() == before
    assert anonymous.box.hasFocus()
    assert anonymous.box.text() == ""


def test_the_log_does_not_know_who_wrote_it(anonymous: CaptureBar, library: Library) -> None:
    authors: list[str] = []
    stop = library.follow(lambda committed: authors.append(committed.edit.author))
    QTest.keyClicks(anonymous.box, "Gormod o ffurflenni")
    QTest.keyClick(anonymous.box, Qt.Key.Key_Return)
    stop()
    assert authors == [""]
