"""The verbs of the Actions page: what will be done, by whom, by when."""

from gweithdy.domain.actions import Action
from gweithdy.domain.change import Change, Edit
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
    """One more action at the end."""
    text = said(words, language)
    if not text:
        raise Problem(N_("Type what will be done first."))
    action = Action(
        id=new_id(),
        session=workshop.id,
        text=text,
        order=at_end(workshop.of(Action)),
        **values,
    )
    return _edit(N_("Add an action"), workshop, created(action), action)


def change(workshop: Workshop, id: Id, **values: Value) -> Edit:
    """Other values for an action."""
    action = living(workshop, Action, id)
    keeps_words(action, values, "text", N_("An action needs words; the old words were kept."))
    return _edit(N_("Change an action"), workshop, updated(action, **values), action)


def remove(workshop: Workshop, id: Id) -> Edit:
    """Take an action away."""
    action = living(workshop, Action, id)
    return _edit(N_("Remove an action"), workshop, removed(action), action)


def move(workshop: Workshop, id: Id, index: int) -> Edit:
    """Put an action before the one that now stands at `index` among the others."""
    action = living(workshop, Action, id)
    changes = moved(workshop.of(Action), id, index)
    return _edit(N_("Move an action"), workshop, changes, action)


def _edit(label: str, workshop: Workshop, changes: tuple[Change, ...], action: Action) -> Edit:
    return Edit(label, changes, workshop.id, about=action.text)
