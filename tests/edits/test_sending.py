"""The list of who got the pack: apply, undo, and what it refuses."""

from dataclasses import replace
from datetime import date

import pytest
from tests.edits.undoing import done

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.sending import Sent
from gweithdy.domain.session import Session
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import sending
from gweithdy.edits.sessions import duplicate

DAY = date(2026, 11, 23)


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), packs=2))
    workshop.take(sending.note(workshop, " Tîm Arloesi\n", 1, DAY, "pecyn.pdf"))
    return workshop


def edited(workshop: Workshop, edit: Edit) -> Sent | None:
    done(workshop, edit)
    return workshop.find(Sent, edit.changes[0].id)


def test_who_got_it_is_noted_after_those_before(workshop: Workshop) -> None:
    (first,) = workshop.of(Sent)
    assert (first.recipient, first.version, first.date) == ("Tîm Arloesi", 1, DAY)
    second = edited(workshop, sending.note(workshop, "Pawb", 2, None, " a.pdf, a.docx "))
    assert second
    assert (second.version, second.files) == (2, "a.pdf, a.docx")
    assert workshop.of(Sent) == [first, second]


def test_a_line_can_be_mended_and_taken_out(workshop: Workshop) -> None:
    (first,) = workshop.of(Sent)
    edit = sending.change(workshop, first.id, recipient=" Y Bwrdd ", version=2, date=None)
    assert edited(workshop, edit) == replace(first, recipient="Y Bwrdd", version=2, date=None)
    assert edited(workshop, sending.remove(workshop, first.id)) is None


@pytest.mark.parametrize("nobody", ["", " \n ", "\x00"])
def test_a_line_says_who(workshop: Workshop, nobody: str) -> None:
    (first,) = workshop.of(Sent)
    with pytest.raises(Problem):
        sending.note(workshop, nobody, 1, None, "")
    with pytest.raises(Problem):
        sending.change(workshop, first.id, recipient=nobody)
    workshop.take(sending.remove(workshop, first.id))
    with pytest.raises(Problem):
        sending.change(workshop, first.id, version=1)


def test_a_duplicate_of_the_session_was_sent_to_nobody(workshop: Workshop) -> None:
    copy = duplicate(workshop, "Copi", "Copy")
    assert "sent" not in {change.entity for change in copy.changes}
