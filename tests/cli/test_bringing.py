"""Cards and people out of files, from the command line, on a real library file."""

from pathlib import Path
from typing import Any

import pytest
from tests.cli.runs import VISION, Run, Said, opened
from tests.exchange.incoming.samples import FILES, REPORTS

from gweithdy.cli.arguments.arriving import FORMS
from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card, Lane
from gweithdy.domain.entity import Entity
from gweithdy.domain.people import Mode, Participant
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.incoming.messages import Form


@pytest.fixture
def run(gweithdy: Run, tmp_path: Path) -> Run:
    """Run a command on the session, in a folder with files of every kind."""
    for name, data in {**FILES, **REPORTS}.items():
        (tmp_path / name).write_bytes(data)

    def one(command: str, *words: str, **told: Any) -> Said:
        return gweithdy(command, VISION, *words, **told)

    return one


def new(library: Path, before: Workshop, noun: type[Entity]) -> list[Entity]:
    known = {each.id for each in before.everything()}
    return [each for each in opened(library).of(noun) if each.id not in known]


def cards(library: Path, before: Workshop) -> list[Card]:
    return [each for each in new(library, before, Card) if isinstance(each, Card)]


def test_a_chat_becomes_cards_and_twice_adds_nothing(run: Run, library: Path) -> None:
    before = opened(library)
    said = run("cards", "--from", "meeting_saved_chat.txt")
    assert "Read as: Chat from Zoom" in said.err
    assert "Where it was said: Online" in said.err
    assert "New: 3. Already there: 0. Left out: 3." in said.err
    assert "Private message: 1" in said.err
    assert "do not read this" not in said.out
    made = cards(library, before)
    assert [each.text.as_said() for each in made] == [
        "What should the pier be used for?",
        "A ferry stop, all year\nand a café: open late",
        "A market on Sundays",
    ]
    assert {each.source for each in made} == {"online"}
    assert {each.lane for each in made} == {opened(library).of(Lane)[0].id}
    lines = [each for each in new(library, before, Arrived) if isinstance(each, Arrived)]
    assert not any(each.author for each in lines)
    assert not any("Priya" in each.line for each in lines)
    data = library.read_bytes()
    assert b"Sam Rivera" not in data
    assert b"do not read this" not in data
    again = run("cards", "--from", "meeting_saved_chat.txt")
    assert "New: 0. Already there: 3. Left out: 3." in again.err
    assert len(cards(library, before)) == 3


def test_more_of_the_same_chat_adds_only_that(run: Run, library: Path, tmp_path: Path) -> None:
    before = opened(library)
    run("cards", "--from", "zoom-2021.txt")
    more = "14:09:00\t From  Priya Nand  to  Everyone : A ramp\r\n"
    (tmp_path / "zoom-2021.txt").write_bytes(FILES["zoom-2021.txt"] + more.encode())
    assert "New: 1. Already there: 2." in run("cards", "--from", "zoom-2021.txt").err
    assert cards(library, before)[-1].text.as_said() == "A ramp"


def test_a_trial_changes_nothing(run: Run, library: Path) -> None:
    before = opened(library)
    said = run("cards", "--from", "forms.xlsx", "--dry-run")
    assert said.out.count("New\t") == 5
    assert "Nothing was changed" in said.err
    assert "Columns left out: Start time, Email, Last modified time" in said.err
    assert cards(library, before) == []


def test_names_are_kept_where_they_are_wanted(run: Run, library: Path) -> None:
    before = opened(library)
    said = run("cards", "--from", "teams-classic.txt", "--names", "keep")
    assert "Priya Nand" in said.out
    lines = [each for each in new(library, before, Arrived) if isinstance(each, Arrived)]
    assert {each.author for each in lines} == {"Noa Álvarez", "Priya Nand", "Sam Rivera (Guest)"}
    assert any(each.line.startswith("[2:05 PM] Priya Nand") for each in lines)


@pytest.mark.parametrize("language", ["", "cy", "en"])
def test_a_lane_can_be_named(run: Run, library: Path, language: str) -> None:
    before = opened(library)
    lane = before.of(Lane)[1]
    named = lane.title.get(language).upper() if language else "2"
    run("cards", "--from", "list.txt", "--lane", named, "--source", "3")
    assert {(card.lane, card.source) for card in cards(library, before)} == {(lane.id, "3")}


@pytest.mark.parametrize(
    ("typed", "source"),
    [("Table 3", "3"), ("Before the session", "before"), ("Tablet users", "Tablet users")],
)
def test_where_it_was_said_is_read_as_in_the_window(
    run: Run, library: Path, typed: str, source: str
) -> None:
    before = opened(library)
    run("cards", "--from", "list.txt", "--source", typed)
    assert {card.source for card in cards(library, before)} == {source}


@pytest.mark.parametrize("lane", ["99", "0", "²"])
def test_a_lane_that_is_not_there_is_a_mistake(run: Run, library: Path, lane: str) -> None:
    before = opened(library)
    assert "No lane" in run("cards", "--from", "list.txt", "--lane", lane, code=2).err
    assert cards(library, before) == []


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("attendance.csv", (), "People page"),
        ("teams.vtt", (), "all that was said"),
        ("forms.xlsx", ("--as", "zoom-chat"), "cannot be read as this"),
        ("library.gwdy", (), "This is no text"),
        ("nothing.txt", (), "cannot be read"),
        ("slido-not.json", ("--as", "slido"), "not valid JSON"),
    ],
)
def test_what_cannot_come_in_is_refused(
    run: Run, library: Path, tmp_path: Path, name: str, more: tuple[str, ...], said: str
) -> None:
    (tmp_path / "slido-not.json").write_text('[{"text": ')
    before = opened(library)
    assert said in run("cards", "--from", name, *more, code=2).err
    assert new(library, before, Card) == []


def test_somebody_may_say_what_it_is(run: Run) -> None:
    said = run("cards", "--from", "zoom-2021.txt", "--as", "lines")
    assert "Read as: List" in said.err
    assert "New: 3. Already there: 0. Left out: 1." in said.err


def test_the_kinds_are_those_there_are() -> None:
    assert {*FORMS, Form.TRANSCRIPT} == set(Form)


@pytest.mark.parametrize(
    ("name", "names", "left"),
    [
        ("attendance.csv", ["Álvarez, Noa", "Priya Nand", "Sam Rivera"], 1),
        ("attendance-2020.csv", ["Noa Álvarez", "Sam Rivera"], 1),
        ("participants.csv", ["Noa Álvarez", "Pri (Priya Nand)", "iPhone (2)"], 1),
    ],
)
def test_people_of_a_report_are_online(
    run: Run, library: Path, name: str, names: list[str], left: int
) -> None:
    before = opened(library)
    trial = run("people", "--from", name, "--dry-run")
    assert new(library, before, Participant) == []
    said = run("people", "--from", name)
    assert f"New: {len(names)}. Already there: 0. Left out: {left}." in said.err
    assert said.out == trial.out
    people = [each for each in new(library, before, Participant) if isinstance(each, Participant)]
    assert [each.name for each in people] == names
    assert {each.mode for each in people} == {Mode.ONLINE}
    assert not any(each.named for each in people)
    again = run("people", "--from", name)
    assert "New: 0." in again.err
    assert len(new(library, before, Participant)) == len(names)
