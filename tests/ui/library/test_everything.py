"""A folder with everything, through the window: what it holds is said, progress, Cancel, place."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Stopped
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.library import everything
from gweithdy.ui.library.page import LibraryPage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> LibraryPage:
    page = LibraryPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    (session,) = context.desk.catalogue.of(Session)
    page.shelf.select(session.id)
    return page


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What was asked and told before the place was chosen."""
    asked: list[str] = []

    def choose(_parent: object, question: str, detail: str, ways: list[str], *_: str) -> int:
        asked.extend((question, detail))
        return ways.index("A folder with everything")

    monkeypatch.setattr(ask, "choose", choose)
    monkeypatch.setattr(ask, "folder_to_write_in", lambda *_: tmp_path)
    return asked


def test_a_folder_is_written_and_opened(
    page: LibraryPage,
    asked: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    for number in ("", "-2"):
        page.export.click()
        line = page.everything
        assert line.progress.isVisible()
        qtbot.waitUntil(line.open_folder.isVisible, timeout=30_000)
        assert line.progress.isHidden()
        assert line.cancel.isHidden()
        place = tmp_path / f"2026-11-12-day{number}"
        assert (place / "index.html").is_file()
        assert place.name in line.outcome.text()
        line.open_folder.click()
        assert Path(opened[-1]) == place
    assert "did not agree to be named" in asked[1]
    assert page.context.settings.get("export_folder") == str(tmp_path)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("leave", ["choose", "folder_to_write_in"])
def test_nothing_is_written_unless_it_was_wanted(
    page: LibraryPage,
    tmp_path: Path,
    leave: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ask, leave, lambda *_: None)
    before = sorted(tmp_path.iterdir())
    page.export.click()
    assert page._everything is None or page.everything.isHidden()
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.usefixtures("asked")
def test_cancel_ends_it_and_leaves_nothing(
    page: LibraryPage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def until_stopped(_moment: object, _path: Path, _report: object, stopped: Any) -> None:
        while not stopped():
            pass
        raise Stopped

    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(everything, "export_everything", until_stopped)
        page.export.click()
        page.export.click()
        assert ["A folder is being written" in str(each) for each in told] == [True]
        page.everything.cancel.setFocus()
        page.everything.cancel.click()
        qtbot.waitUntil(page.everything.cancel.isHidden)
    assert "Nothing was written" in page.everything.outcome.text()
    assert page.everything.open_folder.isHidden()
    assert not list(tmp_path.glob("2026*"))
    page.export.click()
    qtbot.waitUntil(page.everything.open_folder.isVisible, timeout=30_000)


@pytest.mark.usefixtures("asked")
def test_a_place_that_takes_nothing_is_told(
    page: LibraryPage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    monkeypatch.setattr(ask, "folder_to_write_in", lambda *_: tmp_path / "gone")
    page.export.click()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "no such folder" in str(told[0])
    assert page.everything.isHidden()


def test_it_speaks_the_language_of_the_screen(page: LibraryPage) -> None:
    line = page.everything
    page.words.switch("cy")
    page.retranslate()
    assert line.cancel.text() == page.words.tr("Cancel") != "Cancel"
    assert line.progress.accessibleName() == page.words.tr("Progress of the export")
