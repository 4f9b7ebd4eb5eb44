"""The export with all that can be asked before it, and what is said after it."""

import errno
import json
from collections.abc import Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.ui.heard import Recorder

from gweithdy import whole_file
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Typed, both
from gweithdy.edits import quotes
from gweithdy.edits.sessions import change_session
from gweithdy.language.words import Words
from gweithdy.pack import checking
from gweithdy.pack.checking import Checked, checked
from gweithdy.pack.gaps import Gap
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.pack.chosen import Languages
from gweithdy.ui.pack.consent import Consent, ask_consent
from gweithdy.ui.pack.page import PackPage

Asked = list[list[str]]
REAL_CHOOSE, REAL_EXEC = ask.choose, QDialog.exec


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[PackPage]:
    """The page of a session whose words are in both languages."""
    page = PackPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    yield page
    context.jobs.finish()


@pytest.fixture
def told(page: PackPage) -> list[Problem]:
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    return told


def park(page: PackPage, words: str, language: str) -> None:
    assert page.workshop
    page.desk.do(quotes.park(page.workshop, words, language))


def export(page: PackPage, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(ask, "file_to_write", lambda *_, **__: path)
    page.exporting.begin.click()
    ended(page, qtbot)


def ended(page: PackPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.exporting._job is None, timeout=20_000)


def choose(page: PackPage, languages: Languages) -> None:
    page.options.languages.show_value(languages)
    page.options.languages.changed.emit()


def versions(page: PackPage) -> int:
    assert page.workshop
    return page.workshop.session.packs


def test_with_all_texts_in_both_languages_nothing_is_asked(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, consents: Asked
) -> None:
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    assert consents == []
    assert (tmp_path / "a.pdf").exists()


def test_texts_without_a_language_are_asked_about(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, consents: Asked
) -> None:
    park(page, "English alone", "en")
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    assert consents == [["Go to the translations", "Export with 1 text without Welsh"]]
    park(page, "Cymraeg yn unig", "cy")
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    assert consents[-1][1] == "Export with 2 texts not translated"
    choose(page, Languages.CY)
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    assert consents[-1][1] == "Export with 1 text without Welsh"
    assert versions(page) == 3


@pytest.mark.parametrize("answer", [0, None])
def test_whoever_does_not_consent_writes_nothing(
    page: PackPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    answer: int | None,
) -> None:
    park(page, "English alone", "en")
    monkeypatch.setattr(ask, "choose", lambda *_, **__: answer)
    asked: list[str] = []
    page.asked_for.connect(asked.append)
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    assert list(tmp_path.glob("a.*")) == []
    assert versions(page) == 0
    assert asked == (["translation"] if answer == 0 else [])
    assert page.exporting.begin.isEnabled()


def test_a_draft_asks_nothing_and_is_no_version(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, consents: Asked
) -> None:
    park(page, "English alone", "en")
    page.options.draft.click()
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    assert consents == []
    assert versions(page) == 0
    assert (tmp_path / "a.pdf").exists()


def press(key: Qt.Key) -> list[str]:
    """Press a key in the question that is about to be asked; what it says, its default first."""
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend((box.defaultButton().text(), box.text(), box.informativeText()))
        QTest.keyClick(box, key)

    QTimer.singleShot(200, answer)
    return said


@pytest.mark.parametrize(
    ("key", "answer"),
    [(Qt.Key.Key_Return, Consent.TRANSLATE), (Qt.Key.Key_Escape, Consent.NEITHER)],
)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_question_is_safe_by_key(
    page: PackPage,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
    answer: Consent,
    language: str,
) -> None:
    monkeypatch.setattr(ask, "choose", REAL_CHOOSE)
    monkeypatch.setattr(QDialog, "exec", REAL_EXEC)
    gaps = [Gap("parked", "", "text", "Parking lot", "w" * 99, Language.CY)] * 7
    said = press(key)
    words = Words(language)
    assert ask_consent(page, words, gaps) is answer
    assert said[0] == words.tr("Go to the translations")
    assert said[2].count("www…") == 5
    assert words.tr("The pack would say how many they are, and mark each.") in said[2]


def test_a_second_click_while_it_is_asked_what_is_missing_is_no_fault(
    page: PackPage,
    tmp_path: Path,
    told: list[Problem],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(ask, "file_to_write", lambda *_, **__: tmp_path / "pack.pdf")
    page.exporting.begin.click()
    page.exporting.begin.click()
    ended(page, qtbot)
    assert told == []
    assert versions(page) == 1


def test_each_language_in_a_file_of_its_own(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(page, Languages.EACH)
    for ending in (".pdf", ".html", ".docx"):
        export(page, tmp_path / f"pack{ending}", monkeypatch, qtbot)
        assert not (tmp_path / f"pack{ending}").exists()
        assert all((tmp_path / f"pack.{each}{ending}").stat().st_size for each in Language)
    assert versions(page) == 1, "six files are one version"
    assert "pack.cy.docx" in page.exporting.written.outcome.text()
    assert "pack.en.docx" in page.exporting.written.outcome.text()
    assert "pack.en.html" in (tmp_path / "pack.cy.html").read_text("utf-8")


@pytest.mark.parametrize("there", ["pack.cy.pdf", "pack.en.pdf"])
def test_neither_of_two_files_is_replaced_unasked(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, there: str
) -> None:
    asked: list[str] = []

    def decide(_parent: object, question: str, detail: str, *_: str) -> bool:
        asked.append(f"{question} {detail}")
        return len(asked) > 1

    monkeypatch.setattr(ask, "decide", decide)
    (tmp_path / there).write_text("precious")
    choose(page, Languages.EACH)
    export(page, tmp_path / "pack.pdf", monkeypatch, qtbot)
    assert asked == [f"Replace 1 file? {there}"]
    assert [each.name for each in tmp_path.glob("pack*")] == [there]
    assert (tmp_path / there).read_text() == "precious"
    export(page, tmp_path / "pack.pdf", monkeypatch, qtbot)
    assert (tmp_path / there).read_bytes().startswith(b"%PDF")


def test_a_full_disk_leaves_both_files_as_they_were(
    page: PackPage,
    told: list[Problem],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(ask, "decide", lambda *_: True)
    for language in Language:
        (tmp_path / f"pack.{language}.pdf").write_text("precious")
    written: list[int] = []

    def full(_handle: int) -> None:
        written.append(1)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole_file, "to_disk", full)
    choose(page, Languages.EACH)
    export(page, tmp_path / "pack.pdf", monkeypatch, qtbot)
    assert "the disk is full" in str(told[0])
    assert {each.read_text() for each in tmp_path.glob("pack.*")} == {"precious"}
    assert list(tmp_path.glob(".*.part")) == []
    assert versions(page) == 0
    assert page.exporting.written.open_pack.isHidden()


def test_closing_meanwhile_writes_nothing_and_waits_for_nobody(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(page, Languages.EACH)
    asked: list[Path] = []

    def chosen(*_: object, **__: object) -> Path:
        asked.append(tmp_path / "pack.pdf")
        return asked[0]

    monkeypatch.setattr(ask, "file_to_write", chosen)
    page.exporting.begin.click()
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    page.context.jobs.finish()
    assert list(tmp_path.glob("pack*")) == []
    assert versions(page) == 0
    assert list(tmp_path.glob(".*.part")) == []


def test_what_went_out_is_checked_and_what_is_left_to_judge_is_said(
    page: PackPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    heard: Recorder,
) -> None:
    verdict = page.exporting.written.verdict
    assert verdict.result.isHidden()
    page.who.click()
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    qtbot.waitUntil(lambda: not verdict._is_running, timeout=20_000)
    by = checking.checker()
    assert by.startswith("page-validation ")
    assert verdict.result.text() == f"Checked: PDF/UA-1. No faults found ({by})."
    assert verdict.result.text() in heard.said()
    assert page.exporting.written.outcome.text().endswith(verdict.result.text())
    assert "For a person to judge: whether the words for drawings" in verdict.judge_it.text()
    page.words.switch("cy")
    page.retranslate()
    assert by in verdict.result.text()
    page.words.switch("en")
    page.retranslate()
    export(page, tmp_path / "a.html", monkeypatch, qtbot)
    assert verdict.result.isHidden()
    assert verdict.judge_it.isVisible()


def test_the_files_that_were_written_are_checked_and_no_others(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    verdict = page.exporting.written.verdict
    with pikepdf.open(BytesIO((tmp_path / "a.pdf").read_bytes())) as pdf:
        del pdf.Root.MarkInfo
        del pdf.Root.Lang
        pdf.save(tmp_path / "b.pdf")
    verdict.judge((tmp_path / "a.pdf", tmp_path / "b.pdf"))
    qtbot.waitUntil(lambda: not verdict._is_running, timeout=20_000)
    first, *more = verdict.result.text().splitlines()
    assert "faults found (page-validation" in first
    assert more[0].startswith("• ")


def test_another_export_before_the_check_has_begun_is_no_fault(
    page: PackPage,
    told: list[Problem],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    verdict, jobs = page.exporting.written.verdict, page.context.jobs
    waiting: list[partial[None]] = []
    start = jobs.start
    monkeypatch.setattr(jobs, "start", lambda *given: waiting.append(partial(start, *given)))
    verdict.judge((tmp_path / "a.pdf",))
    verdict.forget()
    waiting[0]()
    jobs.finish(20_000)
    assert told == []
    assert verdict.result.isHidden()


def test_where_nothing_checks_nothing_false_is_said(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def gone(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(checking, "version", gone)
    export(page, tmp_path / "a.pdf", monkeypatch, qtbot)
    verdict = page.exporting.written.verdict
    qtbot.waitUntil(lambda: not verdict._is_running, timeout=20_000)
    assert verdict.result.text() == (
        "Not checked on this computer: no checker of PDF/UA-1 is installed."
    )


def test_what_is_no_pdf_is_a_finding() -> None:
    found = checked(b"nothing")
    assert isinstance(found, Checked)
    assert found.findings


def test_another_module_of_that_name_checks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "import_module", lambda _name: json)
    assert checked(b"") is None


def test_a_version_since_is_in_the_file_too(
    page: PackPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert page.workshop
    page.desk.do(change_session(page.workshop.session, purpose=both("Pam", "Why")))
    export(page, tmp_path / "a.html", monkeypatch, qtbot)
    # What was exported just now is known at once.
    assert page.options.since.box.count() == 2
    session = page.desk.catalogue.get(Session, page.workshop.id)
    page.desk.do(change_session(session, purpose=Typed(Language.EN, "To mend it")))
    page.options.since.box.setCurrentIndex(1)
    page.options.since.box.activated.emit(1)
    export(page, tmp_path / "b.html", monkeypatch, qtbot)
    assert "Changed since version 1 of" in (tmp_path / "b.html").read_text("utf-8")
