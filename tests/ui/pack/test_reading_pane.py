"""The pages as text: beside the pictures, at the same page, in the language of the words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.edits import people, quotes
from gweithdy.ui.context import Context
from gweithdy.ui.pack.page import PackPage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[PackPage]:
    """The page of a session with words that were said in English alone."""
    desk = context.desk
    assert desk.workshop
    desk.do(people.add(desk.workshop, "Aled Tudur"))
    desk.do(quotes.park(desk.workshop, "Aled will ring about the bus", "en"))
    page = PackPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    qtbot.waitUntil(lambda: page.preview.sheet.count > 0, timeout=20_000)
    yield page
    context.jobs.finish()


def drawn(qtbot: QtBot, page: PackPage) -> None:
    qtbot.waitUntil(lambda: not page.drawing.is_due, timeout=20_000)
    page.drawing.now()
    qtbot.waitUntil(lambda: not page.drawing.is_due, timeout=20_000)


def put_caret(page: PackPage, words: str) -> None:
    reading = page.preview.reading
    found = reading.document().find(words)
    assert not found.isNull()
    found.setPosition(found.selectionStart())
    reading.setTextCursor(found)


def locale_of(page: PackPage) -> str:
    """As a screen reader is told it."""
    said = QAccessible.queryAccessibleInterface(page.preview.reading)
    return said.attributesInterface().attributeValue(QAccessible.Attribute.Locale).name()


def test_the_switch_shows_the_words_of_the_same_page(page: PackPage) -> None:
    preview = page.preview
    preview.next.click()
    preview.next.click()
    assert preview.views.currentWidget() is preview.sheet
    preview.text.click()
    reading = preview.reading
    assert preview.views.currentWidget() is reading
    assert page.first() is reading
    assert reading.textCursor().block().text() == f"Page 3 of {preview.sheet.count}"
    preview.next.click()
    assert reading.textCursor().block().text() == f"Page 4 of {preview.sheet.count}"
    assert preview.number.text() == f"Page 4 of {preview.sheet.count}"
    preview.pages.click()
    assert preview.sheet.number == 4
    assert not preview.sheet.page.pixmap().isNull()


def test_every_page_stands_under_its_number_as_a_heading(page: PackPage) -> None:
    page.preview.text.click()
    document = page.preview.reading.document()
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    first = [each.text() for each in blocks if each.blockFormat().headingLevel() == 1]
    count = page.preview.sheet.count
    assert first == [f"Page {n} of {count}" for n in range(1, count + 1)]
    levels = {each.text(): each.blockFormat().headingLevel() for each in blocks}
    assert levels["I'w drafod eto"] == 2


def test_the_caret_says_page_and_language(page: PackPage) -> None:
    page.preview.text.click()
    put_caret(page, "will ring about the bus")
    assert locale_of(page) == "en_GB"
    number = page.preview.sheet.number
    assert number > 1
    put_caret(page, "I'w drafod eto")
    assert locale_of(page) == "cy_GB"
    page.preview.reading.moveCursor(QTextCursor.MoveOperation.Start)
    assert page.preview.number.text().startswith("Page 1 of ")


def test_hidden_names_are_hidden_here_too(page: PackPage) -> None:
    page.preview.text.click()
    words = page.preview.reading.toPlainText()
    assert "will ring about the bus" in words
    assert "Aled" not in words


def test_what_is_read_stays_when_pages_are_made_anew(
    page: PackPage, qtbot: QtBot, context: Context
) -> None:
    page.preview.text.click()
    put_caret(page, "will ring about")
    assert context.desk.workshop
    context.desk.do(quotes.park(context.desk.workshop, "One more", "en"))
    drawn(qtbot, page)
    reading = page.preview.reading
    assert "One more" in reading.toPlainText()
    rest = reading.textCursor().block().text()[reading.textCursor().positionInBlock() :]
    assert rest.startswith("will ring about")


def test_the_choice_is_kept_and_no_picture_is_made_meanwhile(
    page: PackPage, qtbot: QtBot, context: Context
) -> None:
    page.preview.text.click()
    before = page.preview.sheet.page.pixmap().cacheKey()
    page.preview.next.click()
    drawn(qtbot, page)
    assert page.preview.sheet.page.pixmap().cacheKey() == before
    again = PackPage(context)
    assert again.preview.text.isChecked()
    assert again.first() is again.preview.reading
    again.deleteLater()


def test_it_is_read_and_copied_by_key_and_never_written(page: PackPage) -> None:
    page.preview.text.click()
    reading = page.preview.reading
    reading.setFocus()
    before = reading.toPlainText()
    QTest.keyClicks(reading, "x")
    QTest.keyClick(reading, Qt.Key.Key_Delete)
    assert reading.toPlainText() == before
    reading.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(reading, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(reading, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == reading.document().firstBlock().text()


def test_the_tree_says_what_is_what(page: PackPage, context: Context) -> None:
    def told(widget: object) -> tuple[QAccessible.Role, str]:
        said = QAccessible.queryAccessibleInterface(widget)
        return said.role(), said.text(QAccessible.Text.Name)

    preview = page.preview
    assert told(preview.pages) == (QAccessible.Role.RadioButton, "Pages")
    assert told(preview.text) == (QAccessible.Role.RadioButton, "Text")
    count = preview.sheet.count
    assert told(preview.sheet.page)[1] == f"Page 1 of {count}. The button “Text” shows its words."
    preview.text.click()
    assert told(preview.reading)[1] == "Words of the pages"
    context.words.switch("cy")
    page.retranslate()
    assert preview.reading.document().firstBlock().text() == f"Tudalen 1 o {count}"
    context.words.switch("en")
