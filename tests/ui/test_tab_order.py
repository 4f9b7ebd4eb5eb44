"""Tab, a screen reader and the eye go through the window in one order; one step to a page."""

from collections.abc import Callable, Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui import ask
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.pages import PAGES

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

Key = Qt.Key


@pytest.fixture
def held(program: "Program") -> Iterator["Program"]:
    """With the session open that has something of everything, in a window without scrolling."""
    QAccessible.setActive(True)
    first = min(program.desk.catalogue.of(Session), key=lambda each: str(each.date))
    program.window.open_session(first.id)
    program.window.resize(1366, 2400)
    yield program
    QAccessible.setActive(False)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def stops(program: "Program") -> list[QWidget]:
    """Everything that Tab comes to, from the rail on."""
    program.window.rail.buttons[program.window.key].setFocus()
    found = [focus()]
    while True:
        QTest.keyClick(focus(), Key.Key_Tab)
        if focus() in found:
            return found
        found.append(focus())


def told(part: QAccessibleInterface) -> Iterator[QWidget]:
    """The widgets in the order in which a screen reader goes through them."""
    widget = part.object()
    if isinstance(widget, QWidget):
        yield widget
    for place in range(part.childCount()):
        child = part.child(place)
        if child is not None and isinstance(child.object(), QWidget):
            yield from told(child)


def goes_back(before: QWidget, after: QWidget, window: QWidget) -> bool:
    """Whether the step goes left on the same line, or up without going right."""
    one, other = (
        each.rect().translated(each.mapTo(window, QPoint(0, 0))) for each in (before, after)
    )
    is_below, is_above = other.top() >= one.bottom(), other.bottom() <= one.top()
    is_left = other.left() < one.left()
    return is_left and not is_below if not is_above else other.left() < one.right()


def test_one_order_for_keys_readers_and_eyes(held: "Program") -> None:
    window = held.window
    for key in PAGES:
        window.show_page(key)
        window.show_capture()
        QApplication.processEvents()
        found = stops(held)
        whole = QAccessible.queryAccessibleInterface(window)
        assert whole
        assert found == [widget for widget in told(whole) if widget in found], key
        back = [step for step in pairwise(found) if goes_back(*step, window)]
        # From the bottom of the rail Tab goes on to the top.
        assert [step for step in back if not window.rail.isAncestorOf(step[0])] == [], key


def test_rail_then_top_then_page_then_capture(held: "Program") -> None:
    window = held.window
    for key in PAGES:
        window.show_page(key)
        window.show_capture()
        parts = [window.rail, window.switch, window.pages[key], window.capture]
        where = [
            n for stop in stops(held) for n, part in enumerate(parts) if part.isAncestorOf(stop)
        ]
        assert set(where) == {0, 1, 2, 3}
        assert where == sorted(where)


def test_what_is_made_later_has_its_place_too(held: "Program") -> None:
    held.window.show_page("library")
    page = held.window.pages["library"]
    assert isinstance(page, LibraryPage)
    page.bound.run("library.new")
    found = stops(held)
    box = page.new_line.box
    assert found.index(box) < found.index(page.search) < found.index(page.shelf)


@pytest.fixture
def steps(qapp: QApplication) -> Iterator[Callable[[], list[QWidget | None]]]:
    """Where the focus went since it was last asked."""
    gone: list[QWidget | None] = []

    def note(_before: QWidget | None, now: QWidget | None) -> None:
        gone.append(now)

    def taken() -> list[QWidget | None]:
        qapp.processEvents()
        found = list(gone)
        gone.clear()
        return found

    qapp.focusChanged.connect(note)
    yield taken
    qapp.focusChanged.disconnect(note)


@pytest.mark.parametrize("begun", ["in the page", "in the rail", "while capturing"])
def test_to_a_page_the_focus_goes_in_one_step(
    held: "Program", steps: Callable[[], list[QWidget | None]], begun: str
) -> None:
    window = held.window
    for key, way in product(PAGES, ("key", "click", "code")):
        other = "people" if key != "people" else "board"
        window.show_page(other)
        if begun == "in the rail":
            window.rail.buttons[other].setFocus()
        elif begun == "while capturing":
            window.show_capture()
        made = window.rail.buttons[key]
        steps()
        if way == "key":
            QTest.keySequence(focus(), made.shortcut())
        elif way == "click":
            QTest.mouseClick(made, Qt.MouseButton.LeftButton)
        else:
            window.show_page(key)
        gone = steps()
        page = window.pages[key]
        assert window.key == key
        assert gone == [page.focusWidget()], (key, way, gone)
        assert page.isAncestorOf(focus()) or focus() is page


def test_the_export_leaves_the_focus_where_it_was(
    held: "Program",
    steps: Callable[[], list[QWidget | None]],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held.window.show_page("pack")
    page = held.window.pages["pack"]
    assert isinstance(page, PackPage)
    monkeypatch.setattr(ask, "file_to_write", lambda *_: tmp_path / "pack.pdf")
    monkeypatch.setattr(ask, "choose", lambda *_, **__: 1)
    page.exporting.begin.setFocus()
    steps()
    QTest.keyClick(page.exporting.begin, Key.Key_Return)
    refused: list[object] = []
    held.desk.refused.connect(refused.append)

    def is_refused() -> bool:
        QTest.keyClick(page.exporting.begin, Key.Key_Return)
        return bool(refused)

    # While it is counted what lacks a language, a key more is nothing; while it is written, a word.
    qtbot.waitUntil(is_refused)
    qtbot.waitUntil(page.exporting.written.open_pack.isVisible, timeout=20_000)
    qtbot.waitUntil(page.exporting.progress.isHidden)
    assert steps() == []
    assert focus() is page.exporting.begin
    assert page.exporting.written.outcome.text().startswith("The pack was written")


def test_stopped_by_key_it_is_back_where_it_was_begun(
    held: "Program", qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.window.show_page("pack")
    page = held.window.pages["pack"]
    assert isinstance(page, PackPage)
    monkeypatch.setattr(ask, "file_to_write", lambda *_: tmp_path / "pack.pdf")
    monkeypatch.setattr(ask, "choose", lambda *_, **__: 1)
    page.exporting.begin.click()
    page.exporting.cancel.setFocus()
    QTest.keyClick(page.exporting.cancel, Key.Key_Return)
    qtbot.waitUntil(page.exporting.cancel.isHidden, timeout=20_000)
    assert focus() is page.exporting.begin


def test_a_view_that_was_chosen_leads_into_what_it_shows(held: "Program") -> None:
    """Of a group Tab comes to the chosen button, so each needs its place in the order."""
    held.window.show_page("pack")
    page = held.window.pages["pack"]
    assert isinstance(page, PackPage)
    page.choose.click()
    page.choose.setFocus()
    QTest.keyClick(focus(), Key.Key_Tab)
    assert page.options.isAncestorOf(focus())
    QTest.keyClick(focus(), Key.Key_Backtab)
    assert focus() is page.choose
