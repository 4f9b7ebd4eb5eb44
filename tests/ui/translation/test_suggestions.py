"""What was translated before stands beside the text, and a person takes it or leaves it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.ui.translation.test_translation_page import cards, cell_of, page, stands

from gweithdy.domain.board import Board, Card, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Translation, both, said
from gweithdy.edits.changes import created
from gweithdy.exchange.translations.tmx import write_tmx
from gweithdy.language.memory import Pair
from gweithdy.ui import ask
from gweithdy.ui.translation.filling import FillSheet
from gweithdy.ui.translation.page import TranslationPage

__all__ = ["page"]

DRAFT, MISSING = Translation.DRAFT, Translation.MISSING


def translated(words: str, into: str) -> Text:
    return said(words, "en").translated("cy", into, Translation.TRANSLATED)


def choose(page: TranslationPage, card: Card) -> None:
    page.table.select(f"{card.id}.text")


def offered(page: TranslationPage) -> list[str]:
    """What a person can take, as they see it."""
    suggestions = page.editor.suggestions
    rows = [row for row in suggestions._rows if row.target.isVisible()]
    return [row.words.text() for row in rows]


def add_session(page: TranslationPage, *texts: Text) -> None:
    """Another session of the library, with cards."""
    desk = page.desk
    session = Session(
        id=new_id(), series=desk.catalogue.of(Session)[0].series, title=both("Arall", "Other")
    )
    wall = Board(id=new_id(), session=session.id, title=both("Mur", "Board"))
    lane = Lane(id=new_id(), session=session.id, board=wall.id, title=both("Pam?", "Why?"))
    some = [Card(id=new_id(), session=session.id, lane=lane.id, text=text) for text in texts]
    changes = tuple(change for each in (session, wall, lane, *some) for change in created(each))
    desk.do(Edit("Start", changes, session.id))


def test_the_same_and_nearly_the_same_words_are_offered_the_nearest_first(
    page: TranslationPage, qtbot: QtBot
) -> None:
    first, late, water, forms = cards(page)
    stands(page, first, translated("The train is late", "Mae'r trên yn hwyr"))
    stands(page, water, translated("The bus is late", "Mae'r bws yn hwyr"))
    stands(page, forms, translated("Something else altogether", "Rhywbeth arall"))
    choose(page, late)
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr", "Mae'r trên yn hwyr"])
    same, near = page.editor.suggestions._rows[:2]
    assert same.near.text() == "The same words were translated before"
    assert not same.original.isVisible()
    assert near.near.text() == "Similar words were translated before"
    assert near.original.text() == "The train is late"
    # Under each language its words.
    boxes = page.editor.text.boxes
    for row in (same, near):
        left, right = (
            boxes[each].mapTo(page.editor, boxes[each].rect().topLeft()).x() for each in Language
        )
        assert row.target.mapTo(page.editor, row.target.rect().topLeft()).x() < right
        assert row.source.mapTo(page.editor, row.source.rect().topLeft()).x() > left + 100


def test_what_is_approved_only_shows_another_wording_of_the_same_words(
    page: TranslationPage, qtbot: QtBot
) -> None:
    first, _, water, forms = cards(page)
    stands(page, first, translated("The train is late", "Mae'r trên yn hwyr"))
    stands(page, water, translated("The bus is late", "Mae'r bws yn hwyr"))
    stands(page, forms, translated("The bus is late", "Y bws yn hwyr"))
    choose(page, cards(page)[2])
    qtbot.waitUntil(lambda: offered(page) == ["Y bws yn hwyr"])


def test_other_sessions_are_looked_in_once_and_again_when_one_comes(
    page: TranslationPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = cards(page)[1]
    choose(page, late)
    read: list[str] = []
    library = page.context.library
    workshop = library.workshop
    monkeypatch.setattr(library, "workshop", lambda id: read.append(id) or workshop(id))
    add_session(page, translated("The bus is late", "Mae'r bws yn hwyr"))
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    assert len(read) == 1
    stands(page, cards(page)[2], translated("Clean water", "Dŵr glân"))
    choose(page, cards(page)[0])
    choose(page, late)
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    assert len(read) == 1


@pytest.mark.parametrize("way", ["click", "key"])
def test_a_suggestion_is_taken_as_a_draft_and_undone_in_one_step(
    page: TranslationPage, qtbot: QtBot, way: str
) -> None:
    late = cards(page)[1]
    stands(page, cards(page)[2], translated("The bus is late", "Mae'r bws yn hwyr"))
    choose(page, late)
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    if way == "key":
        page.bound.run("translation.take")
    else:
        qtbot.mouseClick(page.editor.suggestions._rows[0].take, Qt.MouseButton.LeftButton)
    now = cards(page)[1].text
    assert (now.cy.words, now.state("cy")) == ("Mae'r bws yn hwyr", DRAFT)
    assert now.en == late.text.en
    box = page.editor.text.boxes[Language.CY]
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "Mae'r bws yn hwyr"
    # It stays where it is, and cannot be taken twice.
    assert not page.editor.suggestions._rows[0].take.isEnabled()
    assert page.editor.suggestions._rows[0].take.text() == "Taken"
    page.desk.undo()
    assert cards(page)[1].text == late.text
    assert page.editor.suggestions._rows[0].take.isEnabled()


def test_half_typed_words_come_back_by_undo(page: TranslationPage, qtbot: QtBot) -> None:
    late = cards(page)[1]
    stands(page, cards(page)[2], translated("The bus is late", "Mae'r bws yn hwyr"))
    choose(page, late)
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    box = page.editor.text.boxes[Language.CY]
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "Hanner")
    page.bound.run("translation.take")
    assert cards(page)[1].text.cy.words == "Mae'r bws yn hwyr"
    assert box.hasFocus()
    page.desk.undo()
    assert cards(page)[1].text.cy.words == "Hanner"
    page.desk.undo()
    assert cards(page)[1].text == late.text


def test_half_typed_words_of_a_cell_come_back_by_undo(page: TranslationPage, qtbot: QtBot) -> None:
    late = cards(page)[1]
    stands(page, cards(page)[2], translated("The bus is late", "Mae'r bws yn hwyr"))
    cell = cell_of(page, late, Language.CY)
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    cell.setFocus()
    qtbot.keyClicks(cell, "Hanner")
    page.bound.run("translation.take")
    assert cards(page)[1].text.cy.words == "Mae'r bws yn hwyr"
    assert page.table.indexWidget(page.table.currentIndex()) is None
    page.desk.undo()
    assert cards(page)[1].text.cy.words == "Hanner"


def test_words_that_cannot_be_kept_are_not_replaced(page: TranslationPage, qtbot: QtBot) -> None:
    late = cards(page)[1]
    stands(page, cards(page)[2], translated("The bus is late", "Mae'r bws yn hwyr"))
    choose(page, late)
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    box = page.editor.text.boxes[Language.CY]
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("a" * 5001)
    with qtbot.waitSignal(page.desk.refused):
        page.bound.run("translation.take")
    assert box.toPlainText() == "a" * 5001
    assert cards(page)[1].text == late.text
    box.setPlainText("")
    page.editor.text.commit()


def fill_sheet(page: TranslationPage, qtbot: QtBot) -> FillSheet:
    page.buttons.fill.click()
    [sheet] = page.findChildren(FillSheet)
    qtbot.waitUntil(lambda: "Texts without" in sheet.told.text())
    return sheet


def test_missing_texts_are_filled_with_the_very_same_words_at_once(
    page: TranslationPage, qtbot: QtBot
) -> None:
    first, _, water, forms = cards(page)
    stands(page, water, translated("The bus is late", "Mae'r bws yn hwyr"))
    # Nearly the same is for a person to look at; what is at a translator's is left there.
    stands(page, first, said("The bus is late.", "en"))
    stands(page, forms, said("The bus is late", "en").marked("cy", Translation.SENT))
    before = [card.text for card in cards(page)]
    sheet = fill_sheet(page, qtbot)
    assert (
        sheet.told.text()
        == "Texts without a translation: 2. The same words were translated before: 1."
    )
    assert sheet.fill.text() == "Fill in 1 text"
    assert [card.text for card in cards(page)] == before
    sheet.fill.click()
    now = [card.text for card in cards(page)]
    assert (now[1].cy.words, now[1].state("cy")) == ("Mae'r bws yn hwyr", DRAFT)
    assert [now[0], *now[2:]] == [before[0], *before[2:]]
    assert page.progress.text().splitlines()[-1] == "Filled in: 1. Left: 1."
    page.desk.undo()
    assert [card.text for card in cards(page)] == before


def test_what_was_written_meanwhile_is_not_filled_over(page: TranslationPage, qtbot: QtBot) -> None:
    late, water = cards(page)[1:3]
    stands(page, water, translated("The bus is late", "Mae'r bws yn hwyr"))
    sheet = fill_sheet(page, qtbot)
    stands(page, late, late.text.having("cy", "Teipiwyd"))
    sheet.fill.click()
    assert cards(page)[1].text.cy.words == "Teipiwyd"


def test_a_memory_file_is_used_until_it_is_left_out(
    page: TranslationPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cof.tmx"
    path.write_bytes(write_tmx([Pair("Mae'r bws yn hwyr", "The bus is late")]))
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)
    choose(page, cards(page)[1])
    sheet = fill_sheet(page, qtbot)
    # One text lacks English, and the session itself has no such pair.
    assert not sheet.fill.isEnabled()
    sheet.choose.click()
    qtbot.waitUntil(lambda: sheet.fill.text() == "Fill in 2 texts")
    assert sheet.of_file.text() == "Used besides: cof.tmx. Pairs of texts: 1."
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    sheet.without.click()
    qtbot.waitUntil(lambda: not sheet.fill.isEnabled() and "before: 0" in sheet.told.text())
    sheet.leave.click()
    qtbot.waitUntil(lambda: offered(page) == [])
    assert page.context.settings.get("export_folder") == ""


def test_a_file_that_is_no_memory_is_told_and_leaves_the_page_as_it_was(
    page: TranslationPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "cof.tmx"
    path.write_bytes(b"<tmx/>")
    with qtbot.waitSignal(page.desk.refused):
        page.suggesting.take_file(path)
    assert page.suggesting.file is None


def many_cards(page: TranslationPage, n: int, text: Callable[[int], Text]) -> None:
    workshop = page.workshop
    assert workshop
    lane = cards(page)[0].lane
    some = (
        Card(id=new_id(), session=workshop.id, lane=lane, text=text(place), order=10.0 + place)
        for place in range(n)
    )
    changes = tuple(change for each in some for change in created(each))
    page.desk.do(Edit("Start", changes, workshop.id))


def test_nothing_is_looked_up_while_a_key_goes_through_thousands_of_texts(
    page: TranslationPage, qtbot: QtBot
) -> None:
    many_cards(page, 3000, lambda n: translated(f"Text number {n}", f"Testun rhif {n}"))
    looked: list[str] = []
    page.suggesting.found.connect(lambda id, _: looked.append(id))
    rows = page.table.lines.rows[10:40]
    for row in rows:
        page.table.select(row.id)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: rows[-1].id in looked)
    assert len(looked) < len(rows) / 2


def test_a_language_switched_speaks_of_suggestions_in_it(
    page: TranslationPage, qtbot: QtBot
) -> None:
    stands(page, cards(page)[2], translated("The bus is late", "Mae'r bws yn hwyr"))
    choose(page, cards(page)[1])
    qtbot.waitUntil(lambda: offered(page) == ["Mae'r bws yn hwyr"])
    row = page.editor.suggestions._rows[0]
    assert row.words.locale().name() == "cy_GB"
    assert row.take.accessibleName() == "Take it: Mae'r bws yn hwyr"
    page.retranslate()
    assert offered(page) == ["Mae'r bws yn hwyr"]
