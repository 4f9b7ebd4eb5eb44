"""The same pack as PDF, as web page and for Word: one version, and one e-mail."""

import email
from collections.abc import Iterator
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from gweithdy.domain.text import both
from gweithdy.edits.sessions import change_session
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.pack.page import PackPage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[PackPage]:
    page = PackPage(context)
    qtbot.addWidget(page)
    page.show()
    yield page
    context.jobs.finish()


def export(page: PackPage, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "file_to_write", lambda *_, **__: path)
    page.exporting.begin.click()
    qtbot.waitUntil(lambda: page.exporting._job is None, timeout=20_000)


def versions(page: PackPage) -> int:
    assert page.workshop
    return page.workshop.session.packs


def attached(
    page: PackPage, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str | None], str]:
    """The files of the e-mail that is drafted to `path`, and what it says."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(ask, "file_to_write", lambda *_, **__: path)
    page.exporting.written.mail.click()
    qtbot.waitUntil(lambda: bool(opened))
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    body = message.get_body(("plain",))
    assert body
    return [each.get_filename() for each in message.iter_attachments()], body.get_content()


def test_another_form_of_what_was_written_is_the_same_version_and_goes_along(
    page: PackPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["pack.pdf", "pack.html", "pack.docx"]
    for name in names:
        export(page, tmp_path / name, qtbot, monkeypatch)
    assert versions(page) == 1
    assert "Version 1 ·" in (tmp_path / "pack.html").read_text("utf-8")
    files, said = attached(page, tmp_path / "a.eml", qtbot, monkeypatch)
    assert files == names
    assert "Version 1" in said
    assert page.exporting.written.outcome.text().endswith("a.eml")
    (tmp_path / "pack.html").unlink()
    files, _ = attached(page, tmp_path / "b.eml", qtbot, monkeypatch)
    assert files == ["pack.pdf", "pack.docx"], "one was moved"


def test_a_form_that_says_something_else_is_a_new_version_alone(
    page: PackPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(page, tmp_path / "a.pdf", qtbot, monkeypatch)
    session = page.workshop and page.workshop.session
    assert session
    page.desk.do(change_session(session, title=both("Teitl arall", "Another title")))
    export(page, tmp_path / "b.html", qtbot, monkeypatch)
    assert versions(page) == 2
    assert "Version 2 ·" in (tmp_path / "b.html").read_text("utf-8")
    files, said = attached(page, tmp_path / "a.eml", qtbot, monkeypatch)
    assert (files, "Version 2" in said) == (["b.html"], True)


def test_a_draft_is_no_form_of_a_version(
    page: PackPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(page, tmp_path / "a.pdf", qtbot, monkeypatch)
    page.options.draft.click()
    export(page, tmp_path / "b.html", qtbot, monkeypatch)
    files, _ = attached(page, tmp_path / "a.eml", qtbot, monkeypatch)
    assert (files, versions(page)) == (["b.html"], 1)
    page.options.draft.click()
    export(page, tmp_path / "c.html", qtbot, monkeypatch)
    assert "Version 1 ·" in (tmp_path / "c.html").read_text("utf-8")
    assert versions(page) == 1
