"""The verbs of the People page: apply, and undo brings back what was."""

from datetime import date

import pytest
from tests.edits.undoing import done

from gweithdy.domain.ids import new_id
from gweithdy.domain.people import Mode, Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Typed, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import people


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), date=date(2026, 1, 1)))
    for name in ("Mari", "", "P-01", ""):
        workshop.take(people.add(workshop, name or "x"))
    for person in workshop.of(Participant):
        if person.name == "x":
            workshop.take(people.change(workshop, person.id, name=""))
    return workshop


def names(workshop: Workshop) -> list[str]:
    return [person.name for person in workshop.of(Participant)]


def test_add_puts_a_person_at_the_end(workshop: Workshop) -> None:
    done(workshop, people.add(workshop, "  Siân \n Ifan ", mode=Mode.ONLINE))
    last = workshop.of(Participant)[-1]
    assert (last.name, last.mode, last.session) == ("Siân Ifan", Mode.ONLINE, workshop.id)


def test_add_needs_a_name(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        people.add(workshop, "  ")


def test_several_people_are_one_step(workshop: Workshop) -> None:
    listed = ({"name": " Ann ", "mode": Mode.ONLINE}, {"name": ""}, {"name": "Dewi"})
    edit = people.add_all(workshop, listed)
    done(workshop, edit)
    added = workshop.of(Participant)[-2:]
    assert [(p.name, p.mode) for p in added] == [("Ann", Mode.ONLINE), ("Dewi", Mode.ROOM)]
    assert edit.about == "2"
    with pytest.raises(Problem):
        people.add_all(workshop, [{"name": " "}])


def test_the_name_of_an_organisation_has_no_language(workshop: Workshop) -> None:
    ids = [person.id for person in workshop.of(Participant)]

    def typed(words: str, language: Language = Language.CY) -> list[Text]:
        edit = people.name_organisation(workshop, ids, Typed(language, words))
        done(workshop, edit)
        return [workshop.get(Participant, id).organisation for id in ids]

    assert set(typed("Newydd Housing Association")) == {
        both("Newydd Housing Association", "Newydd Housing Association")
    }
    assert {(t.cy.words, t.en.words) for t in typed("Cyngor", Language.EN)} == {("Cyngor",) * 2}
    assert {t.missing for t in typed("Cyngor Gwynedd")} == {None}
    assert set(typed("")) == {Text()}
    done(workshop, people.change(workshop, ids[0], organisation=both("Cyngor", "Council")))
    first, *others = typed("The council", Language.EN)
    assert (first.cy.words, first.en.words) == ("Cyngor", "The council")
    assert {each.cy.words for each in others} == {"The council"}


def test_change_remove_and_move(workshop: Workshop) -> None:
    first = workshop.of(Participant)[0]
    done(workshop, people.change(workshop, first.id, name="Mair", named=True))
    done(workshop, people.move(workshop, first.id, 99))
    assert names(workshop)[-1] == "Mair"
    done(workshop, people.move(workshop, first.id, 0))
    assert names(workshop)[0] == "Mair"
    done(workshop, people.remove(workshop, [first.id]))
    assert names(workshop) == ["", "P-01", ""]
    with pytest.raises(Problem, match="no longer there"):
        people.change(workshop, first.id, name="Nia")


def test_move_where_there_is_no_room_left_renumbers(workshop: Workshop) -> None:
    rows = workshop.of(Participant)
    done(workshop, people.change_all(workshop, [row.id for row in rows], order=5.0))
    last = workshop.of(Participant)[-1]
    done(workshop, people.move(workshop, last.id, 1))
    assert workshop.of(Participant)[1].id == last.id


def test_pseudonyms_take_the_first_free_numbers(workshop: Workshop) -> None:
    done(workshop, people.give_pseudonyms(workshop))
    assert names(workshop) == ["Mari", "P-02", "P-01", "P-03"]
    assert not people.give_pseudonyms(workshop)


@pytest.mark.parametrize(
    ("count", "label", "about"), [(1, "Remove a person", "Mari"), (2, "Remove several people", "2")]
)
def test_the_step_to_undo_says_who_went(
    workshop: Workshop, count: int, label: str, about: str
) -> None:
    edit = people.remove(workshop, [person.id for person in workshop.of(Participant)[:count]])
    assert (edit.label, edit.about) == (label, about)


def test_the_step_to_undo_says_whom_it_is_about_by_the_name_of_now(workshop: Workshop) -> None:
    mari = workshop.of(Participant)[0].id
    assert people.change(workshop, mari, table="3").about == "Mari"
    assert people.change(workshop, mari, name="Mair").about == "Mair"
    assert people.change(workshop, mari, name="").about == "Mari"
