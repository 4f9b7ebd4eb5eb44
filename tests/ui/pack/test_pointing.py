"""A click on a page, or Enter in its words, goes to what stands there."""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.heard import Recorder

from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.edits import quotes
from gweithdy.language.dates import plain_date
from gweithdy.pack.reading import Spot
from gweithdy.ui.context import Context
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.pack.source import page_of, path_of

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

Asked = list[tuple[str, ...]]
PARKED = "Aled will ring about the bus."


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[PackPage]:
    """A page whose parking lot has words said in English, some of them over a page's end."""
    for words in (PARKED, "on and on " * 500, "The last word"):
        assert context.desk.workshop
        context.desk.do(quotes.park(context.desk.workshop, words, "en"))
    page = PackPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    qtbot.waitUntil(lambda: page.preview.sheet.count > 0, timeout=20_000)
    yield page
    context.jobs.finish()


@pytest.fixture
def asked(page: PackPage) -> Asked:
    """Where the page asked to go."""
    asked: Asked = []
    page.thing_asked.connect(lambda *where: asked.append(where))
    return asked


def point_of(page: PackPage, words: str) -> QPoint:
    """Turn to the page where `words` are printed; the pixel in the middle of them, by the file."""
    sheet = page.preview.sheet
    with pypdfium2.PdfDocument(sheet._pdf) as file:
        for number, paper in enumerate(file, 1):
            text = paper.get_textpage()
            start = text.get_text_range().find(words)
            if start < 0:
                continue
            sheet.go_to(number)
            left, low, right, top = text.get_charbox(start + len(words) // 2)
            x, y = (left + right) / 2, (low + top) / 2
            # One pixel of the picture is the line around it.
            return QPoint(
                round(1 + x * sheet.scale()), round(1 + (paper.get_height() - y) * sheet.scale())
            )
    raise LookupError(words)


def click(page: PackPage, words: str) -> None:
    QTest.mouseClick(page.preview.sheet.page, Qt.MouseButton.LeftButton, pos=point_of(page, words))


def parked(page: PackPage, words: str = PARKED) -> Parked:
    assert page.workshop
    return next(each for each in page.workshop.of(Parked) if each.text.en.words == words)


def lead_to(page: PackPage, words: str = PARKED) -> Asked:
    return [(page._shown, "board", parked(page, words).id, "text.en")]


@pytest.mark.parametrize("steps", [0, 3, -2])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_click_on_words_goes_to_them(
    page: PackPage, asked: Asked, context: Context, scale: int, steps: int
) -> None:
    context.settings.put("scale", scale)
    sheet = page.preview.sheet
    sheet.resize_page(steps)
    click(page, "ring about")
    assert asked == lead_to(page)


def test_what_goes_on_over_pages_is_clicked_on_each(page: PackPage, asked: Asked) -> None:
    assert page.workshop
    long = page.workshop.of(Parked)[1]
    sheet = page.preview.sheet
    with pypdfium2.PdfDocument(sheet._pdf) as file:
        texts = [each.get_textpage().get_text_range() for each in file]
    many = [n for n, text in enumerate(texts, 1) if "on and on on" in text.replace("\r\n", " ")]
    assert len(many) > 2
    for number in many:
        sheet.go_to(number)
        (spot,) = [each for each in sheet._spots[number - 1] if each.source.thing.id == long.id]
        place = sheet.page.place(spot).center().toPoint()
        QTest.mouseClick(sheet.page, Qt.MouseButton.LeftButton, pos=place)
    assert asked == [(page._shown, "board", long.id, "text.en")] * len(many)


def test_between_things_a_click_goes_nowhere(page: PackPage, asked: Asked) -> None:
    point = point_of(page, "ring about")
    sheet = page.preview.sheet
    QTest.mouseClick(sheet.page, Qt.MouseButton.LeftButton, pos=QPoint(5, point.y()))
    QTest.mouseClick(sheet.page, Qt.MouseButton.RightButton, pos=point)
    # Pressed here and let go elsewhere: somebody thought better of it.
    QTest.mousePress(sheet.page, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(sheet.page, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert asked == []
    assert QApplication.focusWidget() is None or not page.findings.items.hasFocus()


def test_what_is_pointed_at_shows_it(page: PackPage, context: Context) -> None:
    paper = page.preview.sheet.page
    point = point_of(page, "ring about")
    before = paper.grab().toImage()
    QTest.mouseMove(paper, QPoint(4, 4))
    assert paper.cursor().shape() is Qt.CursorShape.ArrowCursor
    QTest.mouseMove(paper, point)
    assert paper.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert paper.toolTip() == "Capture · Parking lot"
    assert paper.grab().toImage() != before
    context.words.switch("cy")
    QTest.mouseMove(paper, QPoint(4, 4))
    assert paper.toolTip() == ""
    assert paper.grab().toImage() == before
    QTest.mouseMove(paper, point)
    assert paper.toolTip() == context.words.tr("Capture") + " · " + context.words.tr("Parking lot")
    context.words.switch("en")


def test_the_outline_follows_the_page(page: PackPage) -> None:
    paper = page.preview.sheet.page
    point = point_of(page, "ring about")
    QTest.mouseMove(paper, QPoint(4, 4))
    QTest.mouseMove(paper, point)
    assert paper.toolTip()
    page.preview.sheet.step(1)
    assert paper.toolTip() == ""


def test_what_went_meanwhile_is_told(page: PackPage, asked: Asked) -> None:
    point = point_of(page, "ring about")
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    assert page.workshop
    page.desk.do(quotes.remove(page.workshop, Parked, [parked(page).id]))
    QTest.mouseClick(page.preview.sheet.page, Qt.MouseButton.LeftButton, pos=point)
    assert asked == []
    assert [str(each) for each in told] == ["This is no longer there."]


def put_caret(page: PackPage, words: str) -> None:
    reading = page.preview.reading
    found = reading.document().find(words)
    assert not found.isNull()
    found.setPosition(found.selectionStart())
    reading.setTextCursor(found)


def test_enter_in_the_words_goes_there_too(page: PackPage, asked: Asked) -> None:
    page.preview.text.click()
    reading, there = page.preview.reading, page.preview.go_there
    put_caret(page, PARKED)
    assert there.isVisible()
    assert there.isEnabled()
    assert there.accessibleDescription() == "Capture · Parking lot"
    QTest.keyClick(reading, Qt.Key.Key_Return)
    QTest.keyClick(reading, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    there.click()
    assert asked == lead_to(page) * 3
    page.preview.pages.click()
    assert there.isHidden()


def test_words_of_our_own_lead_nowhere(page: PackPage, asked: Asked, heard: Recorder) -> None:
    page.preview.text.click()
    page.preview.reading.moveCursor(QTextCursor.MoveOperation.Start)
    assert not page.preview.go_there.isEnabled()
    heard.said()
    QTest.keyClick(page.preview.reading, Qt.Key.Key_Return)
    assert asked == []
    assert heard.said() == ["These words are the pack's own: they have no source."]


def spots_of(program: "Program", session: str, qtbot: QtBot) -> list[Spot]:
    """The places of a session's pages, once they are made."""
    program.window.open_session(session, "pack")
    page = program.window.pages["pack"]
    assert isinstance(page, PackPage)
    qtbot.waitUntil(
        lambda: page.looked is not None and page.looked.session == session, timeout=20_000
    )
    return list(itertools.chain.from_iterable(page.preview.sheet._spots))


def words_in(widget: object) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()  # type: ignore[attr-defined]


def test_everything_that_the_demonstration_prints_is_reached(
    program: "Program", qtbot: QtBot
) -> None:
    """Through the real window: the page shows it, and the caret is in its words."""
    window, desk = program.window, program.context.desk
    reached: set[tuple[str, str, str]] = set()
    for session in [each.id for each in desk.catalogue.of(Session)]:
        for spot in spots_of(program, session, qtbot):
            thing, language = spot.source.thing, spot.source.language
            if (thing.noun, thing.field, language) in reached:
                continue
            reached.add((thing.noun, thing.field, language))
            window.show_page("pack")
            window.pages["pack"].preview.asked.emit(spot.source)
            assert window.key == page_of(thing), thing
            focused = window.focusWidget()
            assert window.pages[window.key].isAncestorOf(focused), thing
            if path := path_of(spot.source):
                entity = desk.workshop.named(thing.noun, thing.id)
                name, dot, _ = path.partition(".")
                value = getattr(entity, name)
                shown = (
                    value.get(language)
                    if dot
                    else plain_date(value, program.context.words.language)
                )
                assert words_in(focused) == shown, thing
    assert {("session", "date", each) for each in Language} <= reached
    assert len(reached) > 25
