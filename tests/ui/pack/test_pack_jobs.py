"""The Pack page stays usable whatever comes of its jobs, and says what came of them."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Stopped
from gweithdy.pack.reading import Readable
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.pack import page as pack_page
from gweithdy.ui.pack.page import PackPage


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file dialog says that the pack goes."""
    path = tmp_path / "pack.pdf"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    return path


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PackPage:
    page = PackPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def told(page: PackPage) -> list[Problem]:
    """What the notice bar would say."""
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    return told


def fault(*_: Any, **__: Any) -> None:
    raise ZeroDivisionError("nought")


def is_idle(page: PackPage) -> bool:
    return page.progress.isHidden() and page.cancel.isHidden()


def test_a_fault_in_the_export_leaves_the_page_usable(
    page: PackPage,
    path: Path,
    told: list[Problem],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(pack_page, "write", fault)
        page.export.click()
        assert not is_idle(page)
        qtbot.waitUntil(lambda: bool(told))
        assert is_idle(page)
        page.context.jobs.finish()
    assert [str(problem).endswith("Details: nought") for problem in told] == [True]
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert page.outcome.isHidden()
    page.export.click()
    qtbot.waitUntil(page.open_pack.isVisible, timeout=20_000)
    assert is_idle(page)
    assert path.exists()


def test_a_fault_in_the_preview_leaves_the_page_usable(
    page: PackPage, told: list[Problem], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(pack_page, "readable", fault)
        page._draw()
        qtbot.waitUntil(lambda: bool(told))
        page.context.jobs.finish()
    assert len(raised) == len(told) == 1
    page._draw()
    qtbot.waitUntil(lambda: page.preview.sheet.count > 0, timeout=20_000)


def test_a_fault_while_showing_the_preview_leaves_the_next_one_possible(
    page: PackPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(page.preview, "show_pack", fault)
        patch.setattr(pack_page, "readable", lambda *_: Readable(b"", ()))
        page._draw()
        qtbot.waitUntil(lambda: bool(raised))
        patch.setattr(page.preview, "show_pack", lambda pack: shown.append(len(pack.pages)))
        page._draw()
        qtbot.waitUntil(lambda: shown == [0])


def test_a_stopped_export_leaves_the_page_usable_and_says_so(
    page: PackPage, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def until_stopped(_document: object, _path: Path, _report: object, stopped: Any) -> None:
        while not stopped():
            pass
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(pack_page, "write", until_stopped)
        page.export.click()
        page.cancel.click()
        qtbot.waitUntil(lambda: is_idle(page))
    said = "The export was stopped. No file was written."
    assert page.outcome.text() == said
    assert page.open_pack.isHidden()
    page.retranslate()
    assert page.outcome.text() == said
    page.export.click()
    qtbot.waitUntil(page.open_pack.isVisible, timeout=20_000)
    assert path.exists()


def test_a_pack_that_cannot_be_written_is_said(
    page: PackPage, path: Path, told: list[Problem], qtbot: QtBot
) -> None:
    path.mkdir()
    page.export.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "This is a folder" in str(told[0])
    assert "Nothing was written" in str(told[0])
    assert is_idle(page)


def test_a_pack_counts_though_its_session_was_put_back_meanwhile(
    page: PackPage, path: Path, qtbot: QtBot
) -> None:
    assert page.workshop
    session = page.workshop.session
    page.export.click()
    page.desk.close()
    qtbot.waitUntil(lambda: is_idle(page), timeout=20_000)
    assert path.exists()
    assert page.desk.catalogue.get(Session, session.id).packs == session.packs + 1
