"""Edits that are taken, and can be taken back."""

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.workshop import Workshop


def living(workshop: Workshop) -> list[Entity]:
    """Everything that is not deleted, in an order that no edit moves."""
    return sorted((each for each in workshop.everything() if not each.deleted), key=lambda e: e.id)


def done(workshop: Workshop, edit: Edit) -> Edit:
    """Take the edit; what undoes it, which is tried on a copy and must lead back."""
    before = living(workshop)
    back = workshop.reverse(edit)
    workshop.take(edit)
    copy = workshop.copy()
    copy.take(back)
    assert living(copy) == before
    return back
