"""The verbs of the Stakeholders page: apply, and undo brings back what was."""

from datetime import date

import pytest
from tests.edits.undoing import done

from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Group, Role, Stakeholder, Support, Tie, TieKind
from gweithdy.domain.text import Text, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import stakeholders as edits

FUNDS, WORKS_WITH = TieKind.FUNDS, TieKind.WORKS_WITH


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), date=date(2026, 1, 1)))
    for name in ("council", "health board", "charity"):
        workshop.take(edits.add(workshop, name, "en"))
    ids = [who.id for who in workshop.of(Stakeholder)]
    workshop.take(edits.tie(workshop, ids[0], ids[1], FUNDS))
    workshop.take(edits.tie(workshop, ids[1], ids[2], WORKS_WITH))
    return workshop


def ids(workshop: Workshop) -> list[Id]:
    return [who.id for who in workshop.of(Stakeholder)]


def names(workshop: Workshop) -> list[str]:
    return [who.name.en.words for who in workshop.of(Stakeholder)]


def test_add_puts_a_stakeholder_at_the_end_in_the_middle_of_the_grid(workshop: Workshop) -> None:
    done(workshop, edits.add(workshop, " Tîm digidol ", "cy", group=Group.INSIDE))
    last = workshop.of(Stakeholder)[-1]
    assert last.name == said("Tîm digidol", "cy")
    assert (last.power, last.interest, last.group) == (50, 50, Group.INSIDE)
    assert last.session == workshop.id


def test_add_needs_a_name(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        edits.add(workshop, " \x00 ", "en")


def test_change_gives_other_values(workshop: Workshop) -> None:
    who = ids(workshop)[0]
    roles = (Role.SPONSOR, Role.FUNDS)
    done(workshop, edits.change(workshop, who, support=Support.FOR, roles=roles, power=0))
    found = workshop.get(Stakeholder, who)
    assert (found.support, found.roles, found.power) == (Support.FOR, roles, 0)
    assert not edits.change(workshop, who, support=Support.FOR)


@pytest.mark.parametrize("field", ["power", "interest"])
@pytest.mark.parametrize("value", [-1, 101])
def test_scales_end_at_0_and_100(workshop: Workshop, field: str, value: int) -> None:
    with pytest.raises(Problem):
        edits.change(workshop, ids(workshop)[0], **{field: value})


def test_a_name_stays(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        edits.change(workshop, ids(workshop)[0], name=Text())


def test_place_is_one_edit_and_stays_on_the_grid(workshop: Workshop) -> None:
    who = ids(workshop)[0]
    edit = edits.place(workshop, who, 130, -4)
    done(workshop, edit)
    found = workshop.get(Stakeholder, who)
    assert (found.power, found.interest) == (100, 0)
    assert not edits.place(workshop, who, 100, 0)


def test_remove_takes_the_ties_along(workshop: Workshop) -> None:
    done(workshop, edits.remove(workshop, ids(workshop)[1]))
    assert names(workshop) == ["council", "charity"]
    assert workshop.of(Tie) == []


@pytest.mark.parametrize(("index", "order"), [(0, "cab"), (1, "acb"), (2, "abc")])
def test_move(workshop: Workshop, index: int, order: str) -> None:
    first, second, third = names(workshop)
    letters = {"a": first, "b": second, "c": third}
    done(workshop, edits.move(workshop, ids(workshop)[2], index))
    assert names(workshop) == [letters[each] for each in order]


def test_ties_of_both_directions_are_found(workshop: Workshop) -> None:
    assert len(edits.ties_of(workshop, ids(workshop)[1])) == 2
    assert len(edits.ties_of(workshop, ids(workshop)[2])) == 1


def test_no_tie_with_one_who_is_gone(workshop: Workshop) -> None:
    a, _, c = [who.id for who in workshop.of(Stakeholder)]
    workshop.take(edits.remove(workshop, c))
    for start, end in ((a, c), (c, a)):
        with pytest.raises(Problem):
            edits.tie(workshop, start, end, FUNDS)


def test_tie_and_untie(workshop: Workshop) -> None:
    a, b, _ = ids(workshop)
    done(workshop, edits.tie(workshop, b, a, FUNDS))
    tie = workshop.of(Tie)[-1]
    assert (tie.start, tie.end, tie.kind) == (b, a, FUNDS)
    done(workshop, edits.untie(workshop, tie.id))
    assert len(workshop.of(Tie)) == 2


def test_nobody_is_tied_to_themselves(workshop: Workshop) -> None:
    a = ids(workshop)[0]
    with pytest.raises(Problem):
        edits.tie(workshop, a, a, FUNDS)


def test_a_tie_is_there_once(workshop: Workshop) -> None:
    a, b, c = ids(workshop)
    for start, end, kind in ((a, b, FUNDS), (b, c, WORKS_WITH), (c, b, WORKS_WITH)):
        with pytest.raises(Problem):
            edits.tie(workshop, start, end, kind)


def test_a_tie_can_change_its_kind_but_not_into_another(workshop: Workshop) -> None:
    a, b, _ = ids(workshop)
    tie = workshop.of(Tie)[0]
    done(workshop, edits.change_tie(workshop, tie.id, TieKind.INFLUENCES))
    assert workshop.get(Tie, tie.id).kind is TieKind.INFLUENCES
    assert not edits.change_tie(workshop, tie.id, TieKind.INFLUENCES)
    workshop.take(edits.tie(workshop, a, b, FUNDS))
    with pytest.raises(Problem):
        edits.change_tie(workshop, tie.id, FUNDS)
