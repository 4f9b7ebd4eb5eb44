"""Bad files, other libraries and a full disk: the person is told, and nothing is lost."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot
from tests.journeys.person import ALT, CTRL, Key, Person

from gweithdy.domain.board import Card
from gweithdy.domain.session import Session
from gweithdy.exchange.session_file import write_session
from gweithdy.storage.engine import pragma
from gweithdy.storage.library import Library
from gweithdy.ui import app, ask
from gweithdy.ui.library.page import LibraryPage

HEAD = "gweithdy: 1\nsession:\n  id: day\n  title: {cy: Diwrnod}\n"  # lines 1 to 4

# file, line, what the notice must name
BAD: dict[str, tuple[bytes, int, str]] = {
    "no yaml": (f"{HEAD}people: [\n".encode(), 6, "YAML"),
    "unknown key": (f"{HEAD}  datte: 2026-11-21\n".encode(), 5, "datte"),
    "wrong type": (f"{HEAD}people: Mari\n".encode(), 5, "people"),
    "id twice": (f"{HEAD}lanes:\n  - id: a\n  - id: a\n".encode(), 7, "a"),
    "no date": (f"{HEAD}  date: 2026-02-30\n".encode(), 5, "date"),
    "alias": (b"gweithdy: &a 1\nsession: *a\n", 1, "&"),
    "rubbish": (b"\x89PNG\r\n" + b"\xff\x00" * 500, 0, ""),
    "seventeen megabytes": (HEAD.encode() + b"# rubbish\n" * 1_800_000, 0, ""),
}


def everything(person: Person) -> list[bytes]:
    """Every session of the library as the bytes of its export, and what the shelf holds."""
    library = person.program.library
    sessions = library.catalogue().of(Session)
    return [
        repr(library.catalogue().everything()).encode(),
        *(write_session(library.workshop(session.id)) for session in sessions),
    ]


@pytest.mark.parametrize(("content", "line", "part"), BAD.values(), ids=BAD)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_bad_file_is_refused_with_its_line_and_changes_nothing(
    person: Person,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    content: bytes,
    line: int,
    part: str,
) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes(content)
    monkeypatch.setattr(ask, "file_to_open", lambda *_: file)
    page = person.go("library", LibraryPage)
    person.program.speak(language)
    before = everything(person)
    person.tab_to(page.import_file)
    person.press(Key.Key_Space)
    qtbot.waitUntil(lambda: bool(person.window.notices.text()), timeout=10_000)
    notice = person.window.notices.text()
    if line:
        assert str(line) in notice
    assert part in notice
    nothing = "Nothing was imported." in notice
    assert nothing == (language == "en")
    assert everything(person) == before
    assert person.desk.history.next_undo is None


def test_a_newer_library_is_refused_in_words_and_not_touched(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.window.close()
    person.program.close()
    path = person.program.library.path
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version=99")
        file.commit()
    before = path.read_bytes()
    told = start_again(path, tmp_path, monkeypatch)
    assert "newer gweithdy" in told
    assert path.read_bytes() == before


def test_a_second_program_is_told_who_has_the_library_open(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = start_again(person.program.library.path, tmp_path, monkeypatch)
    assert "already open" in told
    assert "Process: " in told
    # The window of the other one was in front.
    person = Person(person.program)
    person.press(Key.Key_K, CTRL)
    person.enter("Still at work")
    assert "Still at work" in person.window.notices.text()


def start_again(library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Start the program as a person does; what it says over its window."""
    told: list[str] = []
    monkeypatch.setattr(ask, "tell", lambda _parent, message, _close: told.append(message))
    monkeypatch.setattr(app, "user_config_path", lambda *_, **__: folder / "other")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert app.run(library, "en") == 2
    [message] = told
    return message


def test_on_a_full_disk_the_words_stay_and_enter_saves_them_later(person: Person) -> None:
    library, bar = person.program.library, person.window.capture
    person.press(Key.Key_K, CTRL)
    person.press(Key.Key_1, ALT)
    limit(library, 2)
    long = "Geiriau hir y tŷ. " * 200
    kept = 0
    bar.box.setText(long)
    person.press(Key.Key_Return)
    while not bar.box.text():
        kept += 1
        bar.box.setText(long)
        person.press(Key.Key_Return)
    assert "disk is full" in person.window.notices.text()
    assert bar.box.text() == long
    assert person.focus() is bar.box
    assert count(person, long) == kept
    limit(library, 100_000)
    person.press(Key.Key_Return)
    assert bar.box.text() == ""
    assert person.window.notices.text().startswith("Saved at")
    assert count(person, long) == kept + 1
    assert library.check() == []


def limit(library: Library, pages: int) -> None:
    """Let the database grow by no more than `pages`, as on a full disk."""

    def limit(connection: sa.Connection) -> None:
        most = pragma(connection, "page_count") + pages
        connection.exec_driver_sql(f"PRAGMA max_page_count={most}")

    library._writer.run(limit)


def count(person: Person, words: str) -> int:
    """How many cards on disk say `words`."""
    assert person.desk.workshop
    cards = person.program.library.workshop(person.desk.workshop.id).of(Card)
    return sum(card.text.cy.words == words.strip() for card in cards)
