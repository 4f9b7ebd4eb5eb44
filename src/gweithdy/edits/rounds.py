"""The verbs of rounds: begin one, change its rules, close it, take it away."""

from gweithdy.domain.board import Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.rounds import Round, RoundKind
from gweithdy.domain.text import Text, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import check_text, keeps_words, living

_NO_NAME = N_("Type a name for the round first.")

IMPORTANCE = both("Pwysigrwydd", "Importance")
EASE = both("Rhwyddineb", "Ease")
"""The criteria of a rating, until somebody writes others."""


def add_round(workshop: Workshop, title: Text, kind: RoundKind = RoundKind.VOTES) -> Edit:
    """One more round, after those there are; `kind` is what people do in it."""
    check_text(title, _NO_NAME)
    order = at_end(workshop.of(Round))
    first, second = (IMPORTANCE, EASE) if kind is RoundKind.RATING else (Text(), Text())
    made = Round(
        id=new_id(),
        session=workshop.id,
        title=title,
        kind=kind,
        first=first,
        second=second,
        order=order,
    )
    return Edit(N_("Add a round"), created(made), workshop.id, about=title)


def change_round(workshop: Workshop, in_round: Id, **values: Value) -> Edit:
    """Other rules, or another name, for a round."""
    found = living(workshop, Round, in_round)
    keeps_words(found, values, "title", _NO_NAME)
    is_other = "kind" in values and values["kind"] is not found.kind
    if is_other and any(each.round == in_round and each.count for each in workshop.of(Vote)):
        raise Problem(
            N_("Something was counted in this round already. Add another round for the other way.")
        )
    changes = updated(found, **values)
    return Edit(N_("Change a round"), changes, workshop.id, about=found.title)


def close_round(workshop: Workshop, in_round: Id, closed: bool = True) -> Edit:  # noqa: FBT001, FBT002
    """A round is over, and its results may be seen; or it goes on."""
    found = living(workshop, Round, in_round)
    label = N_("Close a round") if closed else N_("Open a round again")
    return Edit(label, updated(found, closed=closed), workshop.id, about=found.title)


def remove_round(workshop: Workshop, in_round: Id) -> Edit:
    """A round goes with what was counted in it; undo brings all of it back."""
    found = living(workshop, Round, in_round)
    votes = [each for each in workshop.of(Vote) if each.round == in_round]
    changes = (*removed(found), *(change for each in votes for change in removed(each)))
    return Edit(N_("Remove a round"), changes, workshop.id, about=found.title)
