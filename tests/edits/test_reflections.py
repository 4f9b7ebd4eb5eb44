"""The verbs of reflection: apply, and undo brings back what was."""

from datetime import date

import pytest
from tests.edits.undoing import done

from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.reflections import Reflection, ReflectionKind
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import reflections

LEARNED, TRY = ReflectionKind.LEARNED, ReflectionKind.TRY


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), date=date(2026, 1, 1)))
    for words, kind in (("a", LEARNED), ("x", TRY), ("b", LEARNED), ("y", TRY)):
        workshop.take(reflections.add(workshop, words, "en", kind))
    return workshop


def words(workshop: Workshop, kind: ReflectionKind) -> str:
    return "".join(each.text.en.words for each in workshop.of(Reflection) if each.kind is kind)


def id_of(workshop: Workshop, words: str) -> Id:
    return next(each.id for each in workshop.of(Reflection) if each.text.en.words == words)


def test_add_keeps_kind_and_source(workshop: Workshop) -> None:
    done(workshop, reflections.add(workshop, "c", "en", LEARNED, "online"))
    last = workshop.of(Reflection)[-1]
    assert (last.text, last.kind, last.source) == (said("c", "en"), LEARNED, "online")


def test_add_needs_words(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        reflections.add(workshop, " ", "en", LEARNED)


def test_change_gives_other_values(workshop: Workshop) -> None:
    id = id_of(workshop, "a")
    done(workshop, reflections.change(workshop, id, kind=TRY, source="3"))
    assert (words(workshop, LEARNED), words(workshop, TRY)) == ("b", "axy")
    with pytest.raises(Problem):
        reflections.change(workshop, id, text=Text())


def test_remove(workshop: Workshop) -> None:
    done(workshop, reflections.remove(workshop, id_of(workshop, "x")))
    assert words(workshop, TRY) == "y"


def test_move_is_among_those_of_the_same_kind(workshop: Workshop) -> None:
    done(workshop, reflections.move(workshop, id_of(workshop, "b"), 0))
    assert (words(workshop, LEARNED), words(workshop, TRY)) == ("ba", "xy")
    done(workshop, reflections.move(workshop, id_of(workshop, "x"), 1))
    assert (words(workshop, LEARNED), words(workshop, TRY)) == ("ba", "yx")
    assert not reflections.move(workshop, id_of(workshop, "x"), 5)
