"""What a library holds that this version cannot read, or does not know, in the window."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gweithdy.domain.board import Board
from gweithdy.domain.entity import fields
from gweithdy.domain.field import Kind
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.people import Participant, Sector
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.edits import people
from gweithdy.exchange.session_file import read_session, write_session
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.pdf.build import pdf_bytes
from gweithdy.ui.app import Program
from gweithdy.ui.pages import DAY

UNKNOWN = {Kind.CHOICE: "of_tomorrow", Kind.CHOICES: '["of_tomorrow"]'}


@pytest.fixture
def newer(demonstration_library: Path, tmp_path: Path) -> Path:
    """A library in which every choice is one of a newer version."""
    path = tmp_path / "library.gwdy"
    shutil.copy(demonstration_library, path)
    with closing(sqlite3.connect(path)) as raw, raw:
        for noun, table in chosen():
            raw.execute(f'UPDATE "{noun}" SET "{table}" = ?', (UNKNOWN[kind_of(noun, table)],))  # noqa: S608
    return path


def chosen() -> Iterator[tuple[str, str]]:
    for name, noun in NOUNS.items():
        yield from ((name, one.column) for one in fields(noun).values() if one.choices)


def kind_of(noun: str, column: str) -> Kind:
    return next(one.kind for one in fields(NOUNS[noun]).values() if one.column == column)


@pytest.mark.usefixtures("newer")
def test_choices_of_a_newer_version_are_shown_as_other_on_every_page(
    start: Callable[[], Program],
) -> None:
    program = start()
    for session in program.desk.catalogue.of(Session):
        program.window.open_session(session.id)
        assert program.desk.workshop
        for noun in (Board, Participant, Stakeholder):
            assert program.desk.workshop.of(noun)
        for key in [spec.key for spec in DAY]:
            program.window.show_page(key)
            page = program.window.pages[key]
            for thing in program.desk.workshop.everything():
                if thing.noun.page == key and not thing.deleted:
                    page.go_to(thing.id)
        program.speak("cy")
        program.speak("en")
    assert program.window.notices.text() == ""


@pytest.mark.usefixtures("newer")
def test_what_is_known_to_a_newer_version_only_is_in_every_file(
    start: Callable[[], Program],
) -> None:
    program = start()
    session = program.desk.catalogue.of(Session)[0]
    workshop = program.library.workshop(session.id)
    person = workshop.of(Participant)[0]
    program.library.write(people.change(workshop, person.id, table="9"))
    workshop = program.library.workshop(session.id)
    assert workshop.get(Participant, person.id).sector == Sector("of_tomorrow")
    written = write_session(workshop)
    assert b"sector: of_tomorrow" in written
    again = read_session(written)
    assert write_session(again.workshop, again.series) == written
    pack = outcome_pack(workshop, PackOptions(), date(2026, 11, 21))
    assert "Other" in repr(pack)
    assert pdf_bytes(pack, lambda _step, _steps: None).startswith(b"%PDF")


def test_a_damaged_value_is_told_in_the_window_and_wipes_nothing(
    start: Callable[[], Program], demonstration_library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "library.gwdy"
    shutil.copy(demonstration_library, path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE card SET captured = 'noon'")
    program = start()
    assert program.window.notices.text() == ""
    for session in program.desk.catalogue.of(Session):
        program.window.open_session(session.id)
        assert program.window.notices.text().startswith("Damaged values here: ")
    program.window.show_page("board")
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT DISTINCT captured FROM card").fetchall() == [("noon",)]
