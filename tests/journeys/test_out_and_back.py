"""Texts go out to a translator and come back through the window: seen first, undone at once."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.person import CTRL, Key, Person

from gweithdy.domain.text import Language, Translation
from gweithdy.ui import ask
from gweithdy.ui.translation.page import TranslationPage
from gweithdy.ui.translation.returned import BackSheet
from gweithdy.ui.translation.sending import FileKind, SendSheet


@pytest.fixture
def person(at_held: Person) -> Person:
    return at_held


def sheet_of(kind: type[SendSheet] | type[BackSheet], qtbot: QtBot) -> SendSheet | BackSheet:
    def there() -> list[SendSheet | BackSheet]:
        found = QApplication.topLevelWidgets()
        return [each for each in found if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=20_000)
    return there()[0]


@pytest.mark.parametrize("language", list(Language))
def test_a_word_table_goes_out_and_comes_back(
    person: Person,
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "allan.docx"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)
    person.program.speak(language)
    page = person.go("translation", TranslationPage)
    missing = [line for line in person.lines().values() if line.text.lacks(Language.CY)]
    person.tab_to(page.buttons.send)
    person.press(Key.Key_Space)
    sheet = sheet_of(SendSheet, qtbot)
    assert isinstance(sheet, SendSheet)
    assert sheet.into is Language.CY
    ids = {f"{unit.thing}.{unit.field}" for unit in sheet.units()}
    sheet.format.show_value(FileKind.WORD)
    sheet.write.click()
    qtbot.waitUntil(lambda: person.lines()[missing[0].id].state is Translation.SENT, timeout=20_000)
    assert f"Written: {path}" in page.progress.text() or language is Language.CY
    assert page.focus_search() is True
    changed = translated(path)
    assert changed == len(ids)
    before = person.lines()
    person.tab_to(page.buttons.back)
    person.press(Key.Key_Space)
    back = sheet_of(BackSheet, qtbot)
    assert isinstance(back, BackSheet)
    # Nothing is changed by looking.
    assert person.lines() == before
    taken = [row for row in back.table.source.rows if row.outcome == "To be taken"]
    assert len(taken) == changed
    assert str(changed) in back.take.text()
    back.take.click()
    assert str(changed) in page.progress.text().splitlines()[-1]
    now = person.lines()
    assert {now[id].cy for id in ids} == {"Cyfieithiad"}
    assert all(now[id].text.en == before[id].text.en for id in ids)
    qtbot.waitUntil(lambda: person.focus() is page.buttons.back)
    person.press(Key.Key_Z, CTRL)
    assert person.lines() == before


def translated(path: Path) -> int:
    """A translator writes into every row; how many there are."""
    document = Document(str(path))
    rows = [row for table in document.tables for row in table.rows[1:]]
    written = 0
    for row in rows:
        cells = row.cells
        if "." in cells[0].text:
            cells[2].text = "Cyfieithiad"
            written += 1
    document.save(str(path))
    return written


def test_what_was_written_meanwhile_is_refused_with_its_reason(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "allan.csv"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)
    page = person.go("translation", TranslationPage)
    page.buttons.send.click()
    sheet = sheet_of(SendSheet, qtbot)
    assert isinstance(sheet, SendSheet)
    sheet.mark.setChecked(False)
    sheet.format.show_value(FileKind.SHEET)
    before = person.lines()
    sheet.write.click()
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert person.lines() == before
    line = next(
        line for line in before.values() if line.state is Translation.MISSING and line.cy == ""
    )
    path.write_bytes(path.read_bytes().replace(line.en.encode(), b"Another original"))
    path.write_text(filled(path), encoding="utf-8-sig")
    page.buttons.back.click()
    back = sheet_of(BackSheet, qtbot)
    assert isinstance(back, BackSheet)
    first = back.table.source.rows[0]
    assert first.outcome == "Refused"
    assert "original" in first.why
    # The reason in full, also where the cell cuts it short.
    assert first.why in back.whole.text()
    back.leave.click()
    assert person.lines() == before


def filled(path: Path) -> str:
    """The sheet with words in the column of the translation."""
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(StringIO(text), csv.Sniffer().sniff(text.splitlines()[0], ",;\t")))
    out = StringIO()
    write = csv.writer(out)
    for row in rows:
        if len(row) > 2 and "." in row[0]:
            row[2] = "Cyfieithiad"
        write.writerow(row)
    return out.getvalue()
