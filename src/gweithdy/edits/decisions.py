"""The verbs of decisions: what was agreed, and by whom."""

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.decisions import Decision
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import keeps_words, living
from gweithdy.edits.order import moved


def add(workshop: Workshop, words: str, language: str, **values: Value) -> Edit:
    """One more decision at the end."""
    text = said(words, language)
    if not text:
        raise Problem(N_("Type what was decided first."))
    decision = Decision(
        id=new_id(),
        session=workshop.id,
        text=text,
        order=at_end(workshop.of(Decision)),
        **values,
    )
    return _edit(N_("Add a decision"), workshop, created(decision), decision)


def change(workshop: Workshop, id: Id, **values: Value) -> Edit:
    """Other values for a decision."""
    decision = living(workshop, Decision, id)
    keeps_words(decision, values, "text", N_("A decision needs words; the old words were kept."))
    return _edit(N_("Change a decision"), workshop, updated(decision, **values), decision)


def remove(workshop: Workshop, id: Id) -> Edit:
    """Take a decision away."""
    decision = living(workshop, Decision, id)
    return _edit(N_("Remove a decision"), workshop, removed(decision), decision)


def move(workshop: Workshop, id: Id, index: int) -> Edit:
    """Put a decision before the one that now stands at `index` among the others."""
    decision = living(workshop, Decision, id)
    changes = moved(workshop.of(Decision), id, index)
    return _edit(N_("Move a decision"), workshop, changes, decision)


def _edit(label: str, workshop: Workshop, changes: tuple[Change, ...], decision: Decision) -> Edit:
    return Edit(label, changes, workshop.id, about=decision.text)
