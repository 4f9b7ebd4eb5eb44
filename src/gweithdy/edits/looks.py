"""The verbs of saved views: keep what a board is narrowed down to under a name, and let it go."""

from dataclasses import replace

from gweithdy.domain.board import Board
from gweithdy.domain.change import Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.looks import Look
from gweithdy.domain.ordering import at_end
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import check_text, living

NARROWING = (
    "words", "lane", "theme", "loose", "kind", "source", "spoken", "votes", "untranslated",
    "sorting",
)  # fmt: skip
"""The fields of a `Look` that say what is shown."""


def save_look(workshop: Workshop, board: Id, title: Text, **values: Value) -> Edit:
    """What a board is narrowed down to, under a name; one that is called so already becomes this.

    `values` are fields of a `Look`; those not given narrow nothing.
    """
    check_text(title, N_("Type a name for the view first."))
    living(workshop, Board, board)
    here = [each for each in workshop.of(Look) if each.board == board]
    plain = Look(id=new_id(), session=workshop.id, board=board, title=title, order=at_end(here))
    known = next((each for each in here if each.title.as_said() == title.as_said()), None)
    if known is None:
        changes = created(replace(plain, **values))
    else:
        kept = replace(plain, **values)
        changes = updated(known, **{name: getattr(kept, name) for name in NARROWING})
    return Edit(N_("Save a view"), changes, workshop.id, about=title)


def remove_look(workshop: Workshop, look: Id) -> Edit:
    """A saved view goes; undo brings it back."""
    found = living(workshop, Look, look)
    return Edit(N_("Remove a saved view"), removed(found), workshop.id, about=found.title)
