"""The organisation as it is entered from the Pack page: once, kept, seen at once, and undone."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.pack.builders import BLUE, RED
from tests.pixels import contrast
from tests.ui.heard import Recorder

from gweithdy.domain.attached import attached
from gweithdy.domain.organisation import Organisation
from gweithdy.domain.text import Language, both
from gweithdy.edits.organisation import change, organisation
from gweithdy.exchange.logo import logo
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.pack.colour_part import judged
from gweithdy.ui.pack.organisation_sheet import OrganisationSheet
from gweithdy.ui.pack.page import PackPage

Key = Qt.Key
CY, EN = Language.CY, Language.EN


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PackPage:
    page = PackPage(context)
    qtbot.addWidget(page)
    page.resize(1300, 740)
    page.show()
    page.choose.click()
    return page


@pytest.fixture
def sheet(page: PackPage) -> OrganisationSheet:
    page.options.organisation.enter.click()
    (sheet,) = page.findChildren(OrganisationSheet)
    assert sheet.isVisible()
    return sheet


def now(context: Context) -> Organisation:
    return organisation(context.desk.catalogue)


def fill(line: QWidget, words: str) -> None:
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Key.Key_Delete)
    QTest.keyClicks(line, words)
    if isinstance(line, QLineEdit):
        QTest.keyClick(line, Key.Key_Return)


def picture(folder: Path, png: bytes, name: str) -> Path:
    (folder / name).write_bytes(png)
    return folder / name


def chosen(path: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)


def test_all_that_is_entered_is_on_disk_and_there_again(
    sheet: OrganisationSheet,
    context: Context,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for field, cy, en in (
        (sheet.name, "Cyngor", "Council"),
        (sheet.address, "Stryd y Bont", "Bridge Street"),
        (sheet.alt, "Cylch coch", "A red circle"),
    ):
        fill(field.boxes[CY], cy)
        fill(field.boxes[EN], en)
        field.commit()
    fill(sheet.website, "www.example.org")
    fill(sheet.contact, "post@example.org")
    fill(sheet.colour.line, "#b3124a")
    chosen(picture(tmp_path, RED, "coch.png"), monkeypatch)
    sheet.logos[CY].choose.click()
    qtbot.waitUntil(lambda: now(context).logo_cy is not None)
    stored = organisation(context.library.catalogue())
    assert stored == now(context)
    assert (stored.name.get("cy"), stored.alt.get("en")) == ("Cyngor", "A red circle")
    assert (stored.website, stored.contact) == ("www.example.org", "post@example.org")
    assert stored.colour == "#B3124A"
    assert stored.logo_cy == attached(logo(RED, "x"), "coch.png", "image/png")
    again = PackPage(context)
    assert again.options.options().house.about == stored
    assert again.options.options().house.logos == {CY: logo(RED, "x"), EN: logo(RED, "x")}
    again.deleteLater()


def test_it_stands_in_the_pack_that_is_exported(
    page: PackPage,
    sheet: OrganisationSheet,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for language, name in ((CY, "Cyngor"), (EN, "Council")):
        fill(sheet.name.boxes[language], name)
    sheet.name.commit()
    sheet.close_it.click()
    path = tmp_path / "pack.pdf"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    page.exporting.begin.click()
    qtbot.waitUntil(page.exporting.progress.isHidden, timeout=20_000)
    reader = PdfReader(path)
    assert reader.metadata
    assert reader.metadata.author == "Cyngor / Council"
    assert page.options.organisation.name.text() == "Council"
    page.context.jobs.finish()


def test_names_entered_in_an_earlier_version_are_taken_over(
    page: PackPage, context: Context
) -> None:
    context.settings.put("organisation_cy", "Yr Hen Gyngor")
    assert page.options.options().house.about.name == both("Yr Hen Gyngor", "")
    page.options.organisation.enter.click()
    (sheet,) = page.findChildren(OrganisationSheet)
    assert sheet.name.boxes[CY].property("text") == "Yr Hen Gyngor"
    fill(sheet.colour.line, "#123")
    assert organisation(context.library.catalogue()).name.get("cy") == "Yr Hen Gyngor"


def test_undo_brings_back_what_was(sheet: OrganisationSheet, context: Context) -> None:
    fill(sheet.colour.line, "#b3124a")
    fill(sheet.colour.line, "#123456")
    context.desk.undo()
    assert (now(context).colour, sheet.colour.line.text()) == ("#B3124A", "#B3124A")
    context.desk.undo()
    assert context.library.catalogue().of(Organisation) == []
    assert sheet.colour.line.text() == ""
    context.desk.redo()
    assert sheet.colour.line.text() == "#B3124A"


def test_a_colour_is_judged_in_words_and_a_readable_one_is_offered(
    sheet: OrganisationSheet, context: Context
) -> None:
    part = sheet.colour
    assert "green of gweithdy" in part.judged.text()
    assert part.use.isHidden()
    fill(part.line, "#FFC20E")
    assert "1.6:1" in part.judged.text()
    shade = part.use.text().split()[1]
    assert shade in part.judged.text()
    assert contrast(shade, "#FFFFFF") >= 4.5
    part.use.setFocus()
    QTest.keyClick(part.use, Key.Key_Space)
    assert now(context).colour == shade
    assert "enough for words" in part.judged.text()
    assert part.use.isHidden()


@pytest.mark.parametrize(
    ("colour", "said"),
    [("#767676", "4.5:1"), ("#777777", "4.4:1"), ("#949494", "3.0:1"), ("#959595", "2.9:1")],
)
def test_no_contrast_is_rounded_up_to_what_is_enough(colour: str, said: str) -> None:
    assert said in judged(Words("en"), colour)


def test_what_is_no_colour_stays_to_be_mended_and_nothing_changes(
    sheet: OrganisationSheet, context: Context
) -> None:
    fill(sheet.colour.line, "teal")
    assert sheet.colour.line.text() == "teal"
    assert "no colour: teal" in sheet.told.text()
    assert sheet.colour.line.property("wrong")
    assert now(context).colour == ""
    QTest.keyClick(sheet.colour.line, Key.Key_Escape)
    assert sheet.colour.line.text() == ""
    assert sheet.told.isHidden()
    assert sheet.isVisible()


def test_a_colour_can_be_picked(
    sheet: OrganisationSheet, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "colour", lambda *_: "")
    sheet.colour.pick.click()
    assert now(context).colour == ""
    monkeypatch.setattr(ask, "colour", lambda *_: "#12345A")
    QTest.keyClicks(sheet.colour.line, "tea")
    sheet.colour.pick.click()
    assert (now(context).colour, sheet.colour.line.text()) == ("#12345A", "#12345A")


@pytest.mark.parametrize("spoiled", [b"", b"<svg/>", RED[:90], bytes(9_000_000)], ids=len)
def test_a_file_that_is_no_logo_is_refused_kindly_with_nothing_changed(
    sheet: OrganisationSheet,
    context: Context,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    spoiled: bytes,
) -> None:
    chosen(picture(tmp_path, spoiled, "x.png"), monkeypatch)
    sheet.logos[EN].choose.click()
    qtbot.waitUntil(sheet.told.isVisible)
    assert "x.png" in sheet.told.text()
    assert sheet.told.text().endswith("Nothing was changed.")
    assert context.library.catalogue().of(Organisation) == []


def test_a_logo_is_seen_on_the_covers_and_can_be_taken_away(
    sheet: OrganisationSheet,
    context: Context,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    welsh, english = sheet.logos[CY], sheet.logos[EN]
    assert not colours(sheet.covers[CY]) & {"#b3124a", "#1f3fb2"}
    for box, png, name in ((welsh, RED, "coch.png"), (english, BLUE, "blue.png")):
        chosen(picture(tmp_path, png, name), monkeypatch)
        box.choose.click()
        qtbot.waitUntil(lambda box=box, name=name: box.told.text() == name)
        assert box.choose.hasFocus()
    assert "#b3124a" in colours(sheet.covers[CY])
    assert "#1f3fb2" in colours(sheet.covers[EN])
    assert english.picture.accessibleName() == "Logo on English pages: blue.png"
    english.drop.click()
    assert english.told.text() == "The same as on the other pages"
    assert "#b3124a" in colours(sheet.covers[EN])
    assert english.drop.isHidden()
    assert english.choose.hasFocus()
    context.desk.undo()
    assert english.told.text() == "blue.png"


def colours(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {image.pixelColor(*place).name() for place in places}


def test_the_small_cover_has_the_colour_as_the_real_one_has_it(sheet: OrganisationSheet) -> None:
    fill(sheet.colour.line, "#FFC20E")
    seen = colours(sheet.covers[EN])
    assert "#ffc20e" in seen
    assert sheet.colour.judged.text().split(" bars in ")[1][:7].lower() in seen


def test_it_is_taken_to_another_library_by_a_file(
    sheet: OrganisationSheet,
    context: Context,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(sheet.colour.line, "#b3124a")
    chosen(picture(tmp_path, RED, "coch.png"), monkeypatch)
    sheet.logos[CY].choose.click()
    qtbot.waitUntil(lambda: now(context).logo_cy is not None)
    before, path = now(context), tmp_path / "organisation.json"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    sheet.save.click()
    assert str(path) in sheet.told.text()
    assert json.loads(path.read_bytes())["colour"] == "#B3124A"
    sheet.logos[CY].drop.click()
    fill(sheet.colour.line, "#000000")
    chosen(path, monkeypatch)
    sheet.bring.click()
    qtbot.waitUntil(lambda: now(context) == before)
    assert sheet.colour.line.text() == "#B3124A"
    context.desk.undo()
    assert (now(context).colour, now(context).logo_cy) == ("#000000", None)


def test_a_file_that_holds_none_changes_nothing(
    sheet: OrganisationSheet,
    context: Context,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(sheet.contact, "01286")
    before = now(context)
    chosen(picture(tmp_path, b"{}", "x.json"), monkeypatch)
    sheet.bring.click()
    qtbot.waitUntil(sheet.told.isVisible)
    assert "holds no organisation: x.json" in sheet.told.text()
    assert now(context) == before


def test_it_is_seen_by_another_window_and_by_this_one_when_another_enters_it(
    page: PackPage, sheet: OrganisationSheet, context: Context, library: Library
) -> None:
    other = organisation(context.desk.catalogue)
    library.write(change(other, library.catalogue(), name=both("Bwrdd", "Board"), colour="#123456"))
    QApplication.processEvents()
    assert sheet.name.boxes[EN].property("text") == "Board"
    assert sheet.colour.line.text() == "#123456"
    assert page.options.organisation.name.text() == "Board"


def test_it_is_reached_and_filled_by_the_keyboard_alone(page: PackPage, qtbot: QtBot) -> None:
    shelf = page.desk.catalogue
    page.desk.do(change(organisation(shelf), shelf, name=both("Cyngor", "Council")))
    line = page.options.organisation.enter
    line.setFocus()
    QTest.keyClick(line, Key.Key_Return)
    (sheet,) = page.findChildren(OrganisationSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    assert QApplication.focusWidget() is sheet.name.boxes[CY]
    qtbot.wait(1)
    # The first key adds to the name, and does not take it away.
    assert not sheet.name.boxes[CY].property("selectedText")
    reached: list[QWidget] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused
        reached.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    wanted = [
        *sheet.name.boxes.values(),
        *(button for box in sheet.logos.values() for button in (box.choose,)),
        *sheet.alt.boxes.values(),
        sheet.colour.line,
        sheet.colour.pick,
        *sheet.address.boxes.values(),
        sheet.website,
        sheet.contact,
        sheet.save,
        sheet.bring,
        sheet.close_it,
    ]
    places = [reached.index(each) for each in wanted]
    start = reached.index(wanted[0])
    assert [place - start for place in places] == list(range(len(wanted)))
    QTest.keyClick(sheet, Key.Key_Escape)
    assert sheet.isHidden()


def test_everything_on_it_has_a_name(sheet: OrganisationSheet) -> None:
    for made in sheet.findChildren(QWidget):
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus and made.isVisible():
            named = made.accessibleName() or getattr(made, "text", str)()
            assert named, made
    for button in sheet.findChildren(QPushButton):
        assert button.minimumSizeHint().height() >= 24


def test_what_is_wrong_is_said_to_who_does_not_see_it(
    sheet: OrganisationSheet, heard: Recorder
) -> None:
    sheet.colour.line.setFocus()
    heard.said()
    fill(sheet.colour.line, "#FFC20E")
    assert any("1.6:1" in words for words in heard.said())


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_all_of_it_has_room_on_a_laptop(
    qtbot: QtBot, context: Context, page: PackPage, language: str, scale: int
) -> None:
    context.settings.put("scale", scale)
    context.words.switch(language)
    page.resize(QSize(1366, 768))
    page.options.organisation.enter.click()
    (sheet,) = page.findChildren(OrganisationSheet)
    fill(sheet.colour.line, "#FFC20E")
    qtbot.wait(1)
    assert sheet.width() <= 1366
    assert sheet.height() <= 768
    assert sheet._area.horizontalScrollBar().maximum() == 0
    inside = sheet._area.widget()
    assert inside
    assert inside.width() <= sheet._area.viewport().width()
    context.settings.put("scale", 100)
