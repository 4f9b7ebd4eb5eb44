"""The board as a file, through the window: the name offered, progress, Cancel, and where it is."""

import csv
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.domain.restraint import Naming
from gweithdy.domain.stop import Stopped
from gweithdy.domain.text import Language, Typed, both
from gweithdy.edits import board, moderation, naming
from gweithdy.ui import ask
from gweithdy.ui.board import exporting
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the dialog chooses."""
    path = tmp_path / "bwrdd.md"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    return path


def export(page: BoardPage) -> None:
    page.written.export(page._board)


def test_the_board_is_written_and_the_line_says_where(
    page: BoardPage, context: Context, place: Path, qtbot: QtBot
) -> None:
    line = page.written
    export(page)
    assert line.progress.isVisible()
    assert line.cancel.isVisible()
    assert not line.close_line.isVisible()
    qtbot.waitUntil(line.close_line.isVisible)
    assert line.outcome.text() == "Written: bwrdd.md"
    assert line.progress.isHidden()
    assert line.cancel.isHidden()
    said = place.read_text("utf-8")
    assert all(words in said for words in ("One", "Two", "Three", "Four", "Five"))
    assert context.settings.get("export_folder") == str(place.parent)
    context.words.switch("cy")
    page.retranslate()
    assert line.outcome.text() == context.words.tr("Written: {path}", path="bwrdd.md")
    line.close_line.click()
    assert line.isHidden()


def test_the_name_offered_is_of_the_session_and_the_board_and_a_list(
    page: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[tuple[str, str]] = []
    monkeypatch.setattr(
        ask, "file_to_write", lambda _p, _t, path, kinds: offered.append((path.name, kinds))
    )
    export(page)
    ((name, kinds),) = offered
    assert name.startswith("2026-11-12-day-")
    assert name.endswith(".xlsx")
    assert [each.rpartition("(*")[2] for each in kinds.split(";;")] == [
        ".xlsx)", ".csv)", ".md)", ".svg)", ".png)",
    ]  # fmt: skip
    assert page.written.isHidden()


def test_cancel_leaves_nothing_and_a_second_export_waits_for_the_first(
    page: BoardPage, place: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def until_stopped(_wanted: object, _ending: str, stopped: Callable[[], bool]) -> bytes:
        while not stopped():
            pass
        raise Stopped

    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    monkeypatch.setattr(exporting, "board_file", until_stopped)
    export(page)
    export(page)
    assert ["The board is being written" in str(each) for each in told] == [True]
    page.written.cancel.setFocus()
    page.written.cancel.click()
    qtbot.waitUntil(page.written.close_line.isVisible)
    assert page.written.outcome.text() == "The export was stopped. Nothing was written."
    assert not page.written.cancel.hasFocus()
    assert not place.exists()


@pytest.mark.parametrize("name", ["gone/bwrdd.md", "bwrdd.docx"])
def test_a_place_or_a_kind_that_cannot_be_written_is_told(
    page: BoardPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    monkeypatch.setattr(ask, "file_to_write", lambda *_: tmp_path / name)
    export(page)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert page.written.isHidden()
    assert not (tmp_path / name).exists()


def test_what_waits_and_what_was_decided_is_written_as_a_list(
    page: BoardPage,
    context: Context,
    place: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = place.with_suffix(".csv")
    offered: list[str] = []

    def chosen(_parent: object, _title: str, _path: Path, kinds: str) -> Path:
        offered.append(kinds)
        return path

    monkeypatch.setattr(ask, "file_to_write", chosen)
    desk = context.desk
    one, two, three = [card.id for card in desk.workshop.of(Card)][:3]
    taken_out = desk.workshop.of(Card)[1].text.best("en")[0]
    now = desk.now()

    def later(minutes: int) -> datetime:
        return now + timedelta(minutes=minutes)

    desk.do(board.change_card(desk.workshop, one, source="table 4"))
    desk.do(naming.tighten(desk.workshop, page._board, Naming.ANONYMOUS))
    desk.do(moderation.set_aside(desk.workshop, [one], both("Enw", "A name"), now, "Gwen"))
    desk.do(moderation.set_aside(desk.workshop, [two], both("Ail", "Twice"), later(1), "Gwen"))
    desk.do(
        moderation.reword(desk.workshop, two, Typed(Language.EN, "Other words"), later(2), "Gwen")
    )
    page.show_view("waiting")
    page.keeping.waiting.export.click()
    qtbot.waitUntil(page.written.close_line.isVisible)
    assert "*.csv" in offered[0]
    assert "*.svg" not in offered[0], "what is set aside is no picture of the board"
    head, *rows = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert [row[head.index("id")] for row in rows] == [one, two, two]
    said = path.read_text("utf-8-sig")
    assert "A name" in said
    assert taken_out in said
    assert "Other words" in said
    assert "Gwen" in said
    assert "4" not in rows[0][8], "an anonymous board tells no table here either"
    page.show_view("board")
    path.unlink()
    page.bound.run("board.export")
    qtbot.waitUntil(path.exists)
    assert "A name" not in path.read_text("utf-8-sig")
    assert three in path.read_text("utf-8-sig")
