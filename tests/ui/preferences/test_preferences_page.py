"""The Settings page: choices are kept at once; backups are made, shown and restored."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.edits.sessions import change_session
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.preferences.page import PreferencesPage
from gweithdy.ui.preferences.screen import Look, Size, Typeface


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PreferencesPage:
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def test_choices_are_kept_at_once(page: PreferencesPage, qtbot: QtBot, qapp: QApplication) -> None:
    screen, settings = page.screen_section, page.context.settings
    for box, value in (
        (screen.look, Look.DARK),
        (screen.text_size, Size.S150),
        (screen.typeface, Typeface.ATKINSON),
    ):
        box.show_value(value)
        box.chosen.emit(value)
    assert settings.get("theme") == "dark"
    assert settings.get("scale") == 150
    qtbot.waitUntil(lambda: qapp.font().family() == "Atkinson Hyperlegible Next")
    screen.author.setText("  Mari   Puw ")
    screen.author.editingFinished.emit()
    assert settings.get("author") == "Mari Puw"


def test_looks_that_are_walked_over_by_keys_are_not_put_on(
    page: PreferencesPage, qtbot: QtBot
) -> None:
    worn: list[tuple[str, int]] = []
    theme, settings = page.theme, page.context.settings
    theme.changed.connect(lambda: worn.append((theme.name, theme.px(100))))
    settings.put("theme", "light")
    page.show_all()
    worn.clear()
    for _ in range(2):
        qtbot.keyClick(page.screen_section.look, Qt.Key.Key_Down)
    qtbot.keyClick(page.screen_section.text_size, Qt.Key.Key_Down)
    # On disk at once: nothing is lost if the window closes now.
    assert (settings.get("theme"), settings.get("scale")) == ("contrast_dark", 110)
    assert worn == []
    qtbot.waitUntil(lambda: bool(worn))
    assert worn == [("contrast_dark", 110)]


def test_the_language_is_asked_of_the_program(page: PreferencesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.language_asked) as asked:
        page.screen_section.language.chosen.emit(Language.CY)
    assert asked.args == ["cy"]


def test_a_setting_written_by_hand_does_no_harm(page: PreferencesPage) -> None:
    page.context.settings.put("theme", "neon")
    page.context.settings.put("scale", 117)
    page.show_all()
    assert page.screen_section.look.value() is Look.SYSTEM
    assert page.screen_section.text_size.value() is Size.S100


def test_back_up_and_check(page: PreferencesPage, qtbot: QtBot) -> None:
    section = page.library_section
    section.back_up.click()
    qtbot.waitUntil(lambda: section.backups.count() == 1)
    assert "asked for" in section.backups.item(0).text()
    assert section.outcome.text().startswith("✓")
    section.check.click()
    qtbot.waitUntil(lambda: section.outcome.text() == "✓ The library is sound.")
    page.words.switch("cy")
    page.retranslate()
    page.show_all()
    assert section.outcome.text() != "✓ The library is sound."


def test_restore_asks_first(
    page: PreferencesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = page.library_section
    assert not section.restore.isEnabled()
    section.back_up.click()
    qtbot.waitUntil(lambda: section.backups.count() == 1)
    section.backups.setCurrentRow(0)
    asked: list[Path] = []
    page.restore_asked.connect(asked.append)
    monkeypatch.setattr(ask, "decide", lambda *_: False)
    section.restore.click()
    assert asked == []
    monkeypatch.setattr(ask, "decide", lambda *_: True)
    section.restore.click()
    assert asked == [page.context.library.backups()[0].path]


def test_words_of_the_page_are_there_in_both_languages(page: PreferencesPage) -> None:
    english = page.title.text()
    page.words.switch("cy")
    page.retranslate()
    assert page.title.text() != english
    assert Words("cy").tr("Settings") == page.title.text()


LAST_AUTHOR = (
    "SELECT text FROM edit JOIN word ON word.number = author ORDER BY edit.number DESC LIMIT 1"
)


def test_changes_are_signed_with_the_name_of_now(page: PreferencesPage, library: Library) -> None:
    page.desk.author = "Mari Puw"
    session = page.desk.catalogue.of(Session)[0]
    page.desk.do(change_session(session, online_link="https://example.org"))
    with closing(sqlite3.connect(library.path)) as file:
        last = file.execute(LAST_AUTHOR).fetchone()
    assert last == ("Mari Puw",)


def test_keys_without_ctrl_are_turned_off_at_once_and_named(page: PreferencesPage) -> None:
    section, settings = page.keys_section, page.context.settings
    assert section.short.isChecked()
    section.short.click()
    assert settings.get("short_keys") == 0
    page.show_all()
    assert not section.short.isChecked()
    section.short.click()
    assert settings.get("short_keys") == 1
    said = section.short.accessibleDescription()
    assert all(f" {key}," in said or f" {key}." in said for key in ("Space bar", "N", "V", "M"))
