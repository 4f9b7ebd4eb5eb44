"""The Pack page as a person uses it: what was found, what becomes of it, and the pages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.change import Edit
from gweithdy.domain.quotes import Parked
from gweithdy.domain.text import Language, Typed, both
from gweithdy.edits import people, quotes
from gweithdy.edits.sessions import change_session
from gweithdy.language.words import Words
from gweithdy.pack.kept_back import CHOICE_LABELS, Choice
from gweithdy.pack.writing import WRITERS
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.pack.sheet import Sheet

Key = Qt.Key
WRAPPED = int(Qt.TextFlag.TextWordWrap)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[PackPage]:
    """The page of a session in which Aled, who did not agree, is named in the parking lot."""
    desk = context.desk
    assert desk.workshop
    desk.do(people.add(desk.workshop, "Aled Tudur"))
    desk.do(people.add(desk.workshop, "Bethan Puw", named=True))
    for words in ("Aled will ring Bethan Puw on 01443 123456.", "Ask Aled 🙂"):
        park(context, words)
    page = PackPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    qtbot.waitUntil(lambda: page.preview.sheet.count > 0, timeout=20_000)
    yield page
    context.jobs.finish()


def park(context: Context, words: str) -> None:
    assert context.desk.workshop
    context.desk.do(quotes.park(context.desk.workshop, words, "en"))


def lines(page: PackPage) -> list[str]:
    items = page.findings.items
    return [items.item(row).text().split("\n")[0] for row in range(items.count())]


def drawn(qtbot: QtBot, page: PackPage) -> None:
    """Wait for the pages of now."""
    qtbot.waitUntil(lambda: not page.drawing.is_due, timeout=20_000)
    page.drawing.now()
    qtbot.waitUntil(lambda: not page.drawing.is_due, timeout=20_000)


def words_of(path: Path) -> str:
    return " ".join(" ".join(each.extract_text() for each in PdfReader(path).pages).split())


def exported(qtbot: QtBot, page: PackPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    page.exporting.written.open_pack.hide()
    page.exporting.begin.click()
    qtbot.waitUntil(page.exporting.progress.isHidden, timeout=20_000)
    return words_of(path)


def test_a_pack_can_be_of_each_kind_that_there_is_a_writer_for(
    page: PackPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, _name: Path, kinds: str) -> Path:
        asked.append(kinds)
        return tmp_path / f"pack{list(WRITERS)[len(asked) - 1]}"

    monkeypatch.setattr(ask, "file_to_write", choose)
    for ending, first in ((".pdf", b"%PDF"), (".html", b"<!DOCTYPE"), (".docx", b"PK")):
        page.exporting.begin.click()
        qtbot.waitUntil(page.exporting.progress.isHidden, timeout=20_000)
        assert (tmp_path / f"pack{ending}").read_bytes().startswith(first)
    assert re.findall(r"\*(\.\w+)", asked[0]) == list(WRITERS)


def test_what_was_found_is_listed_with_its_place(page: PackPage) -> None:
    found = lines(page)
    assert found[:3] == [
        "Aled · Parking lot · a mark is printed",
        "01443 123456 · Parking lot · a mark is printed",
        "Aled · Parking lot · a mark is printed",
    ]
    assert found[3] == "Kept out of this copy · For those who took part"
    assert found[4] == "Parking lot · Printed as boxes: 🙂"
    assert found[5] == "Open the list of texts"
    assert found[6:] == ["Parking lot · No Welsh"] * 2
    assert "Names without consent and addresses: 3." in page.findings.sentence.text()
    assert "Texts with letters that no font here has: 1." in page.findings.sentence.text()


def test_the_choices_speak_the_language_of_the_screen(page: PackPage, context: Context) -> None:
    context.words.switch("cy")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    choice = page.findings.choice
    said = [choice.itemText(row) for row in range(choice.count())]
    assert said == [context.words.tr(text) for text in CHOICE_LABELS.values()]
    assert "Print it" not in said


def test_a_choice_for_one_and_for_several(
    page: PackPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pack.pdf"
    out = exported(qtbot, page, path, monkeypatch)
    assert "[name not printed] will ring Bethan Puw on [telephone number not printed]." in out
    assert "Ask [name not printed] □" in out
    items, choice = page.findings.items, page.findings.choice
    assert not choice.isEnabled()
    items.item(0).setSelected(True)
    items.item(1).setSelected(True)
    choose(page, Choice.PRINT)
    assert lines(page)[:2] == [
        "Aled · Parking lot · printed",
        "01443 123456 · Parking lot · printed",
    ]
    assert [item.text().split()[0] for item in items.selectedItems()] == ["Aled", "01443"]
    items.clearSelection()
    items.item(2).setSelected(True)
    assert choice.value() is Choice.MARK
    choose(page, Choice.LEAVE_OUT)
    out = exported(qtbot, page, path, monkeypatch)
    assert "Aled will ring Bethan Puw on 01443 123456." in out
    assert "Ask □" in out


def choose(page: PackPage, choice: Choice) -> None:
    page.findings.choice.show_value(choice)
    page.findings.choice.activated.emit(page.findings.choice.currentIndex())


def test_choices_are_kept_with_their_session_and_texts(
    page: PackPage, qtbot: QtBot, context: Context
) -> None:
    page.findings.items.item(0).setSelected(True)
    choose(page, Choice.PRINT)
    park(context, "Aled came late")
    drawn(qtbot, page)
    shown = [each for each in lines(page) if "Aled" in each]
    assert [each.rpartition(" · ")[2] for each in shown] == ["printed", *["a mark is printed"] * 2]


def test_names_that_agreed_are_kept_back_too_if_nobody_is_named(
    page: PackPage, qtbot: QtBot
) -> None:
    page.options.names.click()
    drawn(qtbot, page)
    assert any(each.startswith("Bethan Puw · ") for each in lines(page))


def test_enter_goes_to_the_text_itself(page: PackPage, qtbot: QtBot) -> None:
    assert page.workshop
    first = page.workshop.of(Parked)[0]
    with qtbot.waitSignal(page.thing_asked) as asked:
        page.findings.items.setCurrentRow(0)
        page.findings.items.setFocus()
        QTest.keyClick(page.findings.items, Key.Key_Return)
    assert asked.args == [page.workshop.id, "board", first.id, ""]


def test_a_text_of_the_session_leads_to_its_page(page: PackPage, qtbot: QtBot) -> None:
    assert page.workshop
    title = both("Dydd Aled", "A day for Aled")
    page.desk.do(change_session(page.workshop.session, title=title))
    drawn(qtbot, page)
    row = next(n for n, each in enumerate(lines(page)) if "Session" in each)
    with qtbot.waitSignal(page.thing_asked) as asked:
        page.findings.items.itemActivated.emit(page.findings.items.item(row))
    assert asked.args == [page.workshop.id, "agenda", page.workshop.id, ""]


def test_a_page_fits_its_pane_and_says_its_number(page: PackPage) -> None:
    preview = page.preview
    sheet = preview.sheet
    assert sheet.is_fitted()
    room = sheet.maximumViewportSize()
    assert sheet.page.height() <= room.height()
    assert sheet.page.height() > room.height() * 0.9
    assert preview.number.text() == f"Page 1 of {sheet.count}"
    page.resize(1100, 500)
    QApplication.processEvents()
    assert sheet.page.height() <= sheet.maximumViewportSize().height()


def test_buttons_and_keys_turn_pages(page: PackPage) -> None:
    preview, sheet = page.preview, page.preview.sheet
    assert page.first() is sheet
    assert not preview.previous.isEnabled()
    preview.next.click()
    assert sheet.number == 2
    for key, number in (
        (Key.Key_PageDown, 3),
        (Key.Key_PageUp, 2),
        (Key.Key_End, sheet.count),
        (Key.Key_PageDown, sheet.count),
        (Key.Key_Home, 1),
        (Key.Key_PageUp, 1),
    ):
        QTest.keyClick(sheet, key)
        assert sheet.number == number
        assert preview.number.text() == f"Page {number} of {sheet.count}"
    QTest.keyClick(sheet, Key.Key_End)
    assert not preview.next.isEnabled()


def test_arrows_go_to_the_rest_of_a_page_that_is_wider_than_its_pane(page: PackPage) -> None:
    sheet = page.preview.sheet
    sheet.resize_page(6)
    bar = sheet.horizontalScrollBar()
    assert bar.maximum()
    bar.setValue(0)
    QTest.keyClick(sheet, Key.Key_Right)
    assert (bar.value() > 0, sheet.number) == (True, 1)
    QTest.keyClick(sheet, Key.Key_Left)
    assert (bar.value(), sheet.number) == (0, 1)
    QTest.keyClick(sheet, Key.Key_PageDown)
    assert sheet.number == 2


def test_each_page_is_another_picture(page: PackPage) -> None:
    sheet = page.preview.sheet
    first = sheet.page.pixmap().toImage()
    sheet.step(1)
    assert sheet.page.pixmap().toImage() != first
    sheet.step(-1)
    assert sheet.page.pixmap().toImage() == first


def test_larger_smaller_and_fit(page: PackPage, qtbot: QtBot) -> None:
    preview, sheet = page.preview, page.preview.sheet
    fitted = sheet.page.width()
    preview.larger.click()
    assert sheet.page.width() > fitted
    assert not sheet.is_fitted()
    sheet.step(1)
    drawn(qtbot, page)
    assert sheet.page.width() > fitted, "the size and the place stay when pages are made anew"
    assert sheet.number == 2
    preview.smaller.click()
    preview.smaller.click()
    assert sheet.page.width() < fitted
    assert preview.percent.text().endswith("%")
    preview.fit.click()
    assert sheet.page.width() == fitted


def turn(page: PackPage, by: int) -> None:
    sheet = page.preview.sheet
    event = QWheelEvent(
        QPointF(5, 5), QPointF(sheet.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, by),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    sheet.wheelEvent(event)


def test_the_wheel_scrolls_and_then_goes_on(page: PackPage) -> None:
    sheet = page.preview.sheet
    turn(page, -60)
    assert sheet.number == 1
    turn(page, -60)
    assert sheet.number == 2, "a page that fits has nothing to scroll"
    for _ in range(4):
        page.preview.larger.click()
    sheet.verticalScrollBar().setValue(0)
    turn(page, -120)
    assert (sheet.number, sheet.verticalScrollBar().value() > 0) == (2, True)
    sheet.verticalScrollBar().setValue(0)
    turn(page, 120)
    bar = sheet.verticalScrollBar()
    assert (sheet.number, bar.value()) == (1, bar.maximum())


def test_the_last_page_leaves_the_keyboard_where_it_is(page: PackPage, qtbot: QtBot) -> None:
    drawn(qtbot, page)
    page.activateWindow()
    preview, sheet = page.preview, page.preview.sheet
    preview.next.setFocus()
    qtbot.waitUntil(preview.next.hasFocus)
    for _ in range(sheet.count + 1):
        preview.next.click()
    assert sheet.number == sheet.count
    assert preview.next.hasFocus()


def test_each_export_is_a_version_of_its_own(
    page: PackPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in (1, 2):
        path = tmp_path / f"{version}.pdf"
        assert f"Version {version} ·" in exported(qtbot, page, path, monkeypatch)


def test_another_session_shows_nothing_of_the_one_before(
    page: PackPage, qtbot: QtBot, context: Context
) -> None:
    from gweithdy.domain.ids import new_id
    from gweithdy.domain.session import Session
    from gweithdy.edits.changes import created

    other = Session(id=new_id(), title=both("Arall", "Other"))
    context.desk.do(Edit("Start", created(other), other.id))
    context.desk.open(other.id)
    assert not any("Aled" in each for each in lines(page))
    drawn(qtbot, page)
    assert not any("Aled" in each for each in lines(page))


def test_both_languages(page: PackPage, context: Context) -> None:
    context.words.switch("cy")
    page.retranslate()
    page.show_all()
    assert page.preview.number.text().startswith("Tudalen 1 o ")
    assert lines(page)[0].startswith("Aled · ")
    context.words.switch("en")


@pytest.mark.parametrize("scale", [100, 200])
def test_the_rows_of_what_was_found_are_as_high_as_all_their_words(
    qtbot: QtBot, page: PackPage, context: Context, scale: int
) -> None:
    park(context, "Aled asked why nobody at the council may decide this without a meeting first.")
    context.settings.put("scale", scale)
    page.resize(1000, 900)
    items = page.findings.items
    qtbot.waitUntil(lambda: items.count() > 4)
    inside = items.viewport().width() - 2 * items.spacing()

    def is_whole(row: int) -> bool:
        item, metrics = items.item(row), items.fontMetrics()
        least = metrics.boundingRect(QRect(0, 0, inside, 9999), WRAPPED, item.text()).height()
        # A narrower column can need one line more, and the row has a margin.
        return least <= items.visualItemRect(item).height() < least + 2.5 * metrics.lineSpacing()

    qtbot.waitUntil(lambda: all(is_whole(row) for row in range(items.count())))
    lines = [items.visualItemRect(items.item(row)).height() for row in range(items.count())]
    assert max(lines) > min(lines)


def test_there_is_no_picture_before_there_is_a_page(qtbot: QtBot) -> None:
    sheet = Sheet(Words("en"))
    qtbot.addWidget(sheet)
    sheet.show()
    assert not sheet.page.isVisible()


def test_the_findings_count_what_could_be_plainer_and_lead_to_those_texts(
    page: PackPage, context: Context, qtbot: QtBot
) -> None:
    lines = page.findings.items
    workshop = context.desk.workshop
    assert workshop
    words = Typed(Language.EN, "We utilise the DWP")
    context.desk.do(change_session(workshop.session, purpose=words))
    said = {lines.item(n).text(): lines.item(n) for n in range(lines.count())}
    line = "Open what could be plainer\nIn what you wrote 2 places could be plainer."
    with qtbot.waitSignal(page.search_asked) as asked:
        lines.itemActivated.emit(said[line])
    assert asked.args == ["translation", "plainer"]
    both_languages = "Open the list of texts\nBoth languages side by side"
    with qtbot.waitSignal(page.asked_for) as to_all:
        lines.itemActivated.emit(said[both_languages])
    assert to_all.args == ["translation"]
