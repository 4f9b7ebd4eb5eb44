"""The verbs of the agenda: apply, and undo brings back what was."""

from datetime import UTC, datetime, time

import pytest
from tests.edits.undoing import done

from gweithdy.domain.agenda import Block, BlockKind, findings, planned, total_minutes
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import agenda, running

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), start=time(10, 0)))
    for name in ("a", "b", "c"):
        workshop.take(agenda.add(workshop, title=said(name, "en"), minutes=30))
    return workshop


def names(workshop: Workshop) -> str:
    return "".join(block.title.en.words for block in workshop.of(Block))


def ids(workshop: Workshop) -> list[str]:
    return [block.id for block in workshop.of(Block)]


def test_a_block_comes_after_the_selected_one_or_at_the_end(workshop: Workshop) -> None:
    done(workshop, agenda.add(workshop, ids(workshop)[0], title=said("x", "en")))
    done(workshop, agenda.add(workshop, "gone", title=said("y", "en")))
    assert names(workshop) == "axbcy"


def test_a_duplicate_is_not_fixed_and_has_not_happened(workshop: Workshop) -> None:
    first = ids(workshop)[0]
    done(workshop, agenda.change(workshop, first, locked=time(10, 0), lead=" Mari \n Jones "))
    workshop.take(running.start(workshop, NOON))
    done(workshop, agenda.duplicate(workshop, first))
    assert names(workshop) == "aabc"
    copy = workshop.of(Block)[1]
    assert (copy.locked, copy.began, copy.lead, copy.minutes) == (None, None, "Mari Jones", 30)


@pytest.mark.parametrize(
    ("place", "index", "order"), [(0, 2, "bca"), (2, 0, "cab"), (1, 1, "abc"), (0, 99, "bca")]
)
def test_moving(workshop: Workshop, place: int, index: int, order: str) -> None:
    done(workshop, agenda.move(workshop, ids(workshop)[place], index))
    assert names(workshop) == order


def test_moving_between_two_neighbours_again_and_again(workshop: Workshop) -> None:
    for _ in range(80):
        done(workshop, agenda.move(workshop, ids(workshop)[2], 1))
    done(workshop, agenda.add(workshop, ids(workshop)[0], title=said("x", "en")))
    assert names(workshop) == "axbc"


def test_deleting(workshop: Workshop) -> None:
    gone = ids(workshop)[1]
    done(workshop, agenda.remove(workshop, gone))
    assert names(workshop) == "ac"
    with pytest.raises(Problem):
        agenda.change(workshop, gone, minutes=5)


def test_the_block_that_is_on_is_not_deleted(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, NOON))
    with pytest.raises(Problem, match="on now"):
        agenda.remove(workshop, ids(workshop)[0])


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_lengths_that_cannot_be_are_refused(workshop: Workshop, minutes: int) -> None:
    with pytest.raises(Problem):
        agenda.change(workshop, ids(workshop)[0], minutes=minutes)


def test_the_usual_day_is_whole_in_both_languages(workshop: Workshop) -> None:
    for id in ids(workshop):
        workshop.take(agenda.remove(workshop, id))
    done(workshop, agenda.add_usual_day(workshop))
    blocks = workshop.of(Block)
    assert [block.kind for block in blocks] == [
        BlockKind.WELCOME,
        BlockKind.TALK,
        BlockKind.BREAK,
        BlockKind.CAPTURE,
        BlockKind.LUNCH,
        BlockKind.VOTE,
        BlockKind.ACTIONS,
        BlockKind.REFLECTION,
    ]
    assert total_minutes(blocks) == 300
    assert all(block.title.get(language) for block in blocks for language in Language)
    assert findings(planned(blocks, time(10, 0))) == []
