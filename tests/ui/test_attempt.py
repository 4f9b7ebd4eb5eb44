"""Do and tell: done, refused with a reason, or nothing because no session is open."""

import ast
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.change import Edit
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import people
from gweithdy.ui.attempt import Visit, alter, attempt
from gweithdy.ui.context import Context

UI = Path(__file__).resolve().parents[2] / "src" / "gweithdy" / "ui"

# The door itself, the demonstration that nobody did, the pack, which raises no Problem, and
# files, whose edits are made by then.
DOORS = {"attempt.py", "desk.py", "app.py", "pack/counting.py", "library/files.py"}


def test_what_was_done_comes_back_once_it_is_on_disk(context: Context) -> None:
    done = alter(context.desk, lambda workshop: people.add(workshop, "Mari"))
    assert done
    assert context.desk.workshop
    stored = context.library.workshop(context.desk.workshop.id)
    assert [person.name for person in stored.of(Participant)] == ["Mari"]


def test_one_visit_to_a_field_is_one_step_of_undo(context: Context) -> None:
    desk = context.desk
    person = alter(desk, lambda workshop: people.add(workshop, "Mari"))
    assert person
    id = person.changes[0].id
    visit = Visit("a visit")
    for name in ("Mari H", "Mari Haf"):
        alter(desk, lambda workshop, name=name: people.change(workshop, id, name=name), visit)
    desk.undo()
    assert desk.workshop
    assert desk.workshop.get(Participant, id).name == "Mari"


def test_what_a_visit_had_seen_goes_with_the_edit(context: Context) -> None:
    desk = context.desk
    seen = desk.seen
    assert alter(desk, lambda workshop: people.add(workshop, "Mari"))
    for visit in (Visit("a visit", seen), Visit("a visit")):
        done = alter(desk, lambda workshop: people.add(workshop, "Tom"), visit)
        assert done
        assert (done.typing, done.seen) == ("a visit", visit.seen)


def test_what_could_not_be_saved_is_not_given_back(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_edit: Edit) -> int:
        raise Problem("The disk is full")

    monkeypatch.setattr(context.library, "write", full)
    assert alter(context.desk, lambda workshop: people.add(workshop, "Mari")) is None


def test_a_refusal_is_told_and_nothing_is_done(context: Context, qtbot: QtBot) -> None:
    problem = Problem("Not like this")

    def refuse() -> Edit:
        raise problem

    with qtbot.waitSignal(context.desk.refused) as told:
        assert attempt(context.desk, refuse) is None
    assert told.args == [problem]


def test_without_a_session_nothing_is_made(empty_context: Context) -> None:
    def make(workshop: Workshop) -> Edit:
        raise AssertionError(f"{workshop} is not there to make it of")

    assert alter(empty_context.desk, make) is None


def test_nobody_goes_round_the_door() -> None:
    calls = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "do"
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (node.value.id if isinstance(node.value, ast.Name) else node.value.attr).endswith(
            "desk"
        )
    }
    assert calls <= DOORS
