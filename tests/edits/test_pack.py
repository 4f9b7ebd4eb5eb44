"""Versions of a pack are counted; one that came to nothing is taken back, unless more followed."""

from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.text import both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.pack import exported, not_exported


def counted(versions: int) -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=both("Diwrnod", "A day")))
    for _ in range(versions):
        workshop.take(exported(workshop.session))
    return workshop


def test_each_export_is_the_next_version() -> None:
    assert counted(3).session.packs == 3


def test_a_version_that_came_to_nothing_is_taken_back() -> None:
    workshop = counted(2)
    workshop.take(not_exported(workshop.session, 2))
    assert workshop.session.packs == 1


def test_a_version_that_others_followed_stays_counted() -> None:
    workshop = counted(3)
    assert not_exported(workshop.session, 2).changes == ()
