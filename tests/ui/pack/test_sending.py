"""From a pack to an e-mail, and the list of who got it, through the page."""

import email
from collections.abc import Callable
from datetime import date
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.domain.sending import Sent
from gweithdy.domain.text import Language, Typed
from gweithdy.edits.pack import exported
from gweithdy.edits.sessions import change_session
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.pack import mailing
from gweithdy.ui.pack.chosen import Languages
from gweithdy.ui.pack.page import PackPage

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PackPage:
    page = PackPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    return page


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was opened in another program."""
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return opened


def saved_as(path: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "file_to_write", lambda *_, **__: path)


def export(page: PackPage, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    saved_as(path, monkeypatch)
    page.exporting.begin.click()
    qtbot.waitUntil(page.exporting.written.mail.isVisible, timeout=20_000)


def noted(page: PackPage) -> list[Sent]:
    assert page.workshop
    return page.workshop.of(Sent)


def test_a_pack_becomes_a_draft_and_is_noted(
    page: PackPage,
    tmp_path: Path,
    qtbot: QtBot,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert page.exporting.written.mail.isHidden()
    export(page, tmp_path / "pecyn.pdf", qtbot, monkeypatch)
    export(page, tmp_path / "pecyn.pdf", qtbot, monkeypatch)
    qtbot.waitUntil(page.exporting.progress.isHidden, timeout=20_000)
    saved_as(tmp_path / "draft.eml", monkeypatch)
    page.exporting.written.mail.click()
    qtbot.waitUntil(lambda: opened == [tmp_path / "draft.eml"])
    message = email.message_from_bytes(opened[0].read_bytes(), policy=default)
    (attached,) = message.iter_attachments()
    assert attached.get_payload(decode=True) == (tmp_path / "pecyn.pdf").read_bytes()
    assert "Version 2" in message.get_body(("plain",)).get_content()
    assert "drafted, to nobody yet" in page.exporting.written.outcome.text()
    # Nobody got it yet; the line is ready to note who does.
    assert noted(page) == []
    assert page.sent.isVisible()
    assert "Version 2" in page.sent.noted_with.text()
    assert "pecyn.pdf" in page.sent.noted_with.text()
    QTest.keyClicks(page.sent.add_line.box, "Bwrdd y prosiect")
    QTest.keyClick(page.sent.add_line.box, Key.Key_Return)
    (sent,) = noted(page)
    assert (sent.recipient, sent.version, sent.files) == ("Bwrdd y prosiect", 2, "pecyn.pdf")
    assert sent.date == page.desk.now().astimezone().date()
    assert page.sent.add_line.box.text() == ""


def test_a_draft_with_both_languages_is_not_called_after_one(
    page: PackPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.options.languages.show_value(Languages.EACH)
    page.options.languages.changed.emit()
    export(page, tmp_path / "pecyn.pdf", qtbot, monkeypatch)
    assert (tmp_path / "pecyn.cy.pdf").exists()
    suggested: list[Path] = []
    monkeypatch.setattr(ask, "file_to_write", lambda *given, **_: suggested.append(given[2]))
    page.exporting.written.mail.click()
    (path,) = suggested
    assert path.parent == tmp_path
    assert path.suffixes == [".eml"]
    assert "pecyn" not in path.name


def test_a_draft_and_its_name_keep_back_what_the_pack_does(
    page: PackPage,
    tmp_path: Path,
    qtbot: QtBot,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert page.workshop
    title = Typed(Language.CY, "Ffoniwch 029 2087 4000")
    page.desk.do(change_session(page.workshop.session, title=title))
    asked: list[Path] = []

    def chosen(_parent: object, _title: str, suggested: Path, _kinds: str) -> Path:
        asked.append(suggested)
        return tmp_path / f"a{suggested.suffix}"

    monkeypatch.setattr(ask, "file_to_write", chosen)
    page.options.draft.setChecked(True)
    page.exporting.begin.click()
    qtbot.waitUntil(page.exporting.written.mail.isVisible, timeout=20_000)
    page.exporting.written.mail.click()
    qtbot.waitUntil(lambda: bool(opened))
    words = opened[0].read_text(encoding="ascii")
    assert "4000" not in words
    assert "4000" not in asked[0].name
    # A draft of a pack is no version of it.
    assert "Fersiwn" not in words


def test_a_new_version_forgets_the_files_of_the_one_before(page: PackPage) -> None:
    assert page.workshop
    page.sent.went_out(page.workshop.id, page.workshop.session.packs, "old.pdf")
    assert "old.pdf" in page.sent.noted_with.text()
    page.desk.do(exported(page.workshop.session))
    assert "old.pdf" not in page.sent.noted_with.text()
    assert "Version 1" in page.sent.noted_with.text()


def test_a_draft_belongs_to_the_version_it_was_begun_for(
    page: PackPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[Path, list[Path]], None]] = []
    monkeypatch.setattr(mailing, "draft_mail", lambda *told: waiting.append(told[-1]))
    heard: list[int] = []
    page.exporting.written.mailed.connect(lambda _session, version, _files: heard.append(version))
    export(page, tmp_path / "a.pdf", qtbot, monkeypatch)
    page.exporting.written.mail.click()
    export(page, tmp_path / "b.pdf", qtbot, monkeypatch)
    qtbot.waitUntil(page.exporting.progress.isHidden, timeout=20_000)
    page.exporting.written.mail.click()
    for done in waiting:
        done(tmp_path / "draft.eml", [tmp_path / "a.pdf"])
    assert heard == [1, 2]


def test_a_draft_that_cannot_be_made_is_told(
    page: PackPage,
    tmp_path: Path,
    qtbot: QtBot,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    export(page, tmp_path / "pecyn.pdf", qtbot, monkeypatch)
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    saved_as(None, monkeypatch)
    page.exporting.written.mail.click()
    saved_as(tmp_path, monkeypatch)
    page.exporting.written.mail.click()
    qtbot.waitUntil(lambda: len(told) == 1)
    (tmp_path / "pecyn.pdf").unlink()
    saved_as(tmp_path / "draft.eml", monkeypatch)
    page.exporting.written.mail.click()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert "cannot be read" in str(told[1])
    assert not (tmp_path / "draft.eml").exists()
    assert opened == []
    assert "The pack was written" in page.exporting.written.outcome.text()


def note(page: PackPage, *names: str) -> None:
    page.who.click()
    for name in names:
        page.sent.add_line.box.setText(name)
        QTest.keyClick(page.sent.add_line.box, Key.Key_Return)


def test_a_row_is_mended_taken_out_and_brought_back(page: PackPage) -> None:
    note(page, "Mair", "Y Bwrdd")
    model = page.sent.table.source
    model.give(model.index(1, 0), "Y Bwrdd Iechyd")
    model.give(model.index(1, 1), 4)
    model.give(model.index(1, 2), date(2026, 12, 1))
    row = noted(page)[1]
    assert (row.recipient, row.version, row.date) == ("Y Bwrdd Iechyd", 4, date(2026, 12, 1))
    assert model.index(1, 2).data() == "1 Dec 2026"
    page.words.switch("cy")
    assert model.index(1, 2).data() == "1 Rhag 2026"
    page.words.switch("en")
    page.sent.table.select(row.id)
    QTest.keyClick(page.sent.table, Key.Key_Delete)
    assert [each.recipient for each in noted(page)] == ["Mair"]
    page.desk.undo()
    assert [each.recipient for each in noted(page)] == ["Mair", "Y Bwrdd Iechyd"]
    assert model.rowCount() == 2


def test_what_is_noted_is_kept(page: PackPage, library: Library) -> None:
    note(page, "Mair")
    assert page.workshop
    assert library.workshop(page.workshop.id).of(Sent) == noted(page)


def test_the_list_is_heard(page: PackPage) -> None:
    note(page, "Mair")
    table = QAccessible.queryAccessibleInterface(page.sent.table)
    assert table.text(QAccessible.Text.Name) == "Who got the pack"
    box = page.sent.add_line.box
    assert box.accessibleName() == "Who got the pack"
    assert box.accessibleDescription() == page.sent.noted_with.text()
    said = page.sent.table.source.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Mair" in said


def test_a_hit_of_the_search_leads_to_the_row(page: PackPage) -> None:
    note(page, "Mair", "Y Bwrdd")
    first = noted(page)[0]
    page.look.click()
    page.go_to(first.id)
    assert page.sent.isVisible()
    assert page.who.isChecked()
    assert page.sent.table.current() == first.id


def test_noting_who_got_it_draws_no_page_anew(page: PackPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.preview.sheet.count > 0, timeout=20_000)
    qtbot.waitUntil(lambda: not page.drawing.is_due, timeout=20_000)
    note(page, "Mair")
    assert not page.drawing.is_due


def test_two_files_go_into_one_draft(
    page: PackPage,
    tmp_path: Path,
    qtbot: QtBot,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.options.languages.show_value(Languages.EACH)
    page.options.languages.changed.emit()
    export(page, tmp_path / "pecyn.pdf", qtbot, monkeypatch)
    saved_as(tmp_path / "draft.eml", monkeypatch)
    page.exporting.written.mail.click()
    qtbot.waitUntil(lambda: opened == [tmp_path / "draft.eml"])
    message = email.message_from_bytes(opened[0].read_bytes(), policy=default)
    names = [each.get_filename() for each in message.iter_attachments()]
    assert names == ["pecyn.cy.pdf", "pecyn.en.pdf"]
    assert "pecyn.cy.pdf, pecyn.en.pdf" in page.sent.noted_with.text()
    opened.clear()
    page.exporting.written.open_pack.click()
    # The one in the language of the screen.
    assert opened == [tmp_path / "pecyn.en.pdf"]
