"""What was refused of a file that came back: a person looks at each line, and takes it or not."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.translation.test_translation_page import cards, page, stands

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, Translation, said
from gweithdy.domain.translating import Returned, ReturnedFile, unit_of, units
from gweithdy.edits.returned import overruled
from gweithdy.edits.translations import bring_back
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.exchange.translations.sheet import write_sheet
from gweithdy.ui import ask
from gweithdy.ui.translation.page import TranslationPage
from gweithdy.ui.translation.returned import BackSheet

__all__ = ["page"]

TAKEN, DRAFT, MACHINE = Translation.TRANSLATED, Translation.DRAFT, Translation.MACHINE


@pytest.fixture
def back(
    page: TranslationPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> BackSheet:
    """The sheet of a file in Welsh, before anything was taken.

    One line can be taken, one has another original by now, and for one somebody wrote meanwhile.
    """
    stands(page, cards(page)[2], said("Clean water", "en"))
    path = tmp_path / "allan.csv"
    assert page.workshop
    out = Outgoing(page.workshop.session, Language.CY, units(page.workshop, Language.CY))
    [head, *rows] = csv.reader(StringIO(write_sheet(out).decode("utf-8-sig")))
    told = {"The bus is late": "Bws", "Clean water": "Dŵr glân", "Grant forms": "Ffurflenni"}
    written = StringIO()
    csv.writer(written).writerows(
        [head, *([*row[:2], told.get(row[1], ""), *row[3:]] for row in rows)]
    )
    path.write_text(written.getvalue(), encoding="utf-8-sig")
    now = cards(page)
    stands(page, now[2], replace(now[2].text, en=replace(now[2].text.en, words="Cleaner water")))
    stands(page, now[3], now[3].text.having("cy", "Teipiwyd"))
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)
    page.buttons.back.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(BackSheet)))
    [sheet] = page.findChildren(BackSheet)
    return sheet


def choose(sheet: BackSheet, words: str) -> None:
    """The line that came back with these words."""
    [row] = [row for row in sheet.table.source.rows if row.words.as_said() == words]
    sheet.table.select(row.id)


def outcomes(sheet: BackSheet) -> dict[str, str]:
    return {row.words.as_said(): row.outcome for row in sheet.table.source.rows}


def text_of(page: TranslationPage, place: int) -> tuple[str, object]:
    text = cards(page)[place].text
    return text.cy.words, text.state("cy")


def test_of_a_refused_line_all_is_told(back: BackSheet) -> None:
    assert outcomes(back) == {"Bws": "To be taken", "Dŵr glân": "Refused", "Ffurflenni": "Refused"}
    choose(back, "Ffurflenni")
    assert back.whole.text().splitlines() == [
        "Why: Other words have been written here since this was sent.",
        "Original (English): Grant forms",
        "What stands here (Cymraeg): Teipiwyd",
        "What came back (Cymraeg): Ffurflenni",
    ]


def test_where_the_original_changed_it_is_told_what_was_translated(back: BackSheet) -> None:
    choose(back, "Dŵr glân")
    assert back.whole.text().splitlines() == [
        "Why: The original has changed since this was sent.",
        "Original (English): Cleaner water",
        "Original in the file (English): Clean water",
        "What came back (Cymraeg): Dŵr glân",
    ]


def test_what_is_told_of_the_file_is_what_has_happened_by_now(back: BackSheet) -> None:
    assert back.told.text() == "To be taken: 1. Refused: 2."
    choose(back, "Ffurflenni")
    back.one.click()
    assert back.told.text() == "To be taken: 1. Taken: 1. Refused: 1."
    back.undo.click()
    assert back.told.text() == "To be taken: 1. Refused: 2."
    back.one.click()
    back.take.click()
    assert back.told.text() == "Taken: 2. Refused: 1."
    assert outcomes(back) == {"Bws": "Taken", "Dŵr glân": "Refused", "Ffurflenni": "Taken"}


def test_what_could_not_be_written_is_still_to_be_taken(
    page: TranslationPage, back: BackSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Problem("The disk is full.")

    with monkeypatch.context() as there:
        there.setattr(page.context.library, "write", full)
        back.take.click()
    assert outcomes(back)["Bws"] == "To be taken"
    back.take.click()
    assert text_of(page, 1) == ("Bws", TAKEN)
    assert outcomes(back)["Bws"] == "Taken"


def test_nothing_is_taken_by_itself(page: TranslationPage, back: BackSheet) -> None:
    before = cards(page)
    back.leave.click()
    assert cards(page) == before
    assert page.buttons.refused.isVisible()
    assert page.buttons.refused.text() == "Refused: 2…"


@pytest.mark.parametrize("way", ["click", "key"])
def test_a_person_takes_one_line_and_undoes_it(
    page: TranslationPage, back: BackSheet, qtbot: QtBot, way: str
) -> None:
    choose(back, "Ffurflenni")
    if way == "click":
        qtbot.mouseClick(back.one, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(back.table, Qt.Key.Key_Return)
    # The original is the same: it is the translation that came back.
    assert text_of(page, 3) == ("Ffurflenni", TAKEN)
    assert text_of(page, 1) == ("", Translation.MISSING)
    assert outcomes(back)["Ffurflenni"] == "Taken"
    assert not back.one.isEnabled()
    back.undo.click()
    assert text_of(page, 3) == ("Teipiwyd", DRAFT)
    assert outcomes(back)["Ffurflenni"] == "Refused"
    assert back.one.isEnabled()
    assert not back.undo.isEnabled()


def test_what_was_written_from_other_words_is_taken_as_a_draft(
    page: TranslationPage, back: BackSheet
) -> None:
    choose(back, "Dŵr glân")
    back.one.click()
    assert text_of(page, 2) == ("Dŵr glân", DRAFT)
    assert cards(page)[2].text.en.words == "Cleaner water"


def test_the_rest_is_taken_at_once_and_what_was_refused_stays_to_be_looked_at(
    page: TranslationPage, back: BackSheet
) -> None:
    choose(back, "Ffurflenni")
    back.one.click()
    back.take.click()
    assert back.isVisible()
    assert not back.take.isVisible()
    assert text_of(page, 1) == ("Bws", TAKEN)
    # What a person took is not taken back by that.
    assert text_of(page, 3) == ("Ffurflenni", TAKEN)
    # Undo here is for lines taken one by one.
    assert not back.undo.isEnabled()
    back.leave.click()
    assert page.buttons.refused.text() == "Refused: 1…"
    page.buttons.refused.click()
    again = page.findChildren(BackSheet)[-1]
    assert outcomes(again) == {"Dŵr glân": "Refused"}
    assert not again.take.isVisible()
    again.table.select("0")
    again.one.click()
    again.leave.click()
    assert not page.buttons.refused.isVisible()
    # Taken back, it is to be looked at again.
    page.desk.undo()
    assert page.buttons.refused.isVisible()


def test_what_became_of_a_file_is_not_told_any_more_once_it_is_undone(
    page: TranslationPage, back: BackSheet
) -> None:
    back.take.click()
    back.leave.click()
    assert "Taken: 1." in page.progress.text()
    page.desk.undo()
    assert "Taken" not in page.progress.text()
    assert "texts" in page.progress.text()


def test_the_list_is_saved_as_text(
    back: BackSheet,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "list.txt"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    choose(back, "Dŵr glân")
    back.one.click()
    back.save.click()
    qtbot.waitUntil(lambda: "Written" in back.hint.text())
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "Card",
        "Why: Other words have been written here since this was sent.",
        "Original (English): Grant forms",
        "What stands here (Cymraeg): Teipiwyd",
        "What came back (Cymraeg): Ffurflenni",
    ]


def returned(card: Card, words: str, **what: object) -> Returned:
    row = Returned(f"card.{card.id}.text.cy", words)
    return row._replace(**what)  # type: ignore[arg-type]


def test_too_long_or_without_a_place_it_cannot_be_taken(
    page: TranslationPage, qtbot: QtBot
) -> None:
    late, water, _ = cards(page)[1:]
    assert page.workshop
    [long, other] = (
        returned(late, "a" * 5001, original="The bus is late"),
        returned(water, "Water", original="Dŵr"),
    )
    arrival = bring_back(page.workshop, ReturnedFile((long, other)))
    assert [each.reason for each in arrival.refused] == ["long", "turned"]
    sheet = BackSheet(page, page.context, "file", (), arrival.refused)
    qtbot.addWidget(sheet)
    sheet.open()
    before = cards(page)
    for place in ("0", "1"):
        sheet.table.select(place)
        assert not sheet.one.isEnabled()
        qtbot.keyClick(sheet.table, Qt.Key.Key_Return)
    assert cards(page) == before
    sheet.reject()


@pytest.mark.parametrize(
    ("what", "state"),
    [
        ({"original": "The bus is late"}, TAKEN),
        ({"original": "The bus is late", "state": DRAFT}, DRAFT),
        ({"original": "The bus is late", "state": MACHINE}, MACHINE),
        ({"original": "The train is late"}, DRAFT),
        ({"original": "The train is late", "state": Translation.REVIEWED}, DRAFT),
        ({"original": "The train is late", "state": MACHINE}, MACHINE),
        ({}, DRAFT),
    ],
)
def test_what_a_person_takes_says_no_more_than_is_sure(
    page: TranslationPage, what: dict[str, object], state: Translation
) -> None:
    late = cards(page)[1]
    stands(page, late, late.text.having("cy", "Teipiwyd"))
    assert page.workshop
    found = overruled(page.workshop, returned(late, "Mae'r bws yn hwyr", **what))
    assert found.state is state
    assert found.unit == unit_of(page.workshop, found.unit.id)


def test_letters_that_were_lost_make_a_draft(page: TranslationPage) -> None:
    late = cards(page)[1]
    assert page.workshop
    found = overruled(page.workshop, returned(late, "D?r glân", original="The bus is late"))
    assert found.state is DRAFT
