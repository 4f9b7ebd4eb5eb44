"""The verbs of reflection: what was learned, what surprised, what will be tried."""

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reflections import Reflection, ReflectionKind
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import keeps_words, living
from gweithdy.edits.order import moved


def add(
    workshop: Workshop, words: str, language: str, kind: ReflectionKind, source: str = ""
) -> Edit:
    """One more reflection at the end."""
    text = said(words, language)
    if not text:
        raise Problem(N_("Type the reflection first."))
    made = Reflection(
        id=new_id(),
        session=workshop.id,
        text=text,
        kind=kind,
        source=source,
        order=at_end(workshop.of(Reflection)),
    )
    return _edit(N_("Add a reflection"), workshop, created(made), made)


def change(workshop: Workshop, id: Id, **values: Value) -> Edit:
    """Other values for a reflection."""
    kept = living(workshop, Reflection, id)
    keeps_words(kept, values, "text", N_("A reflection needs words; the old words were kept."))
    return _edit(N_("Change a reflection"), workshop, updated(kept, **values), kept)


def remove(workshop: Workshop, id: Id) -> Edit:
    """Take a reflection away."""
    gone = living(workshop, Reflection, id)
    return _edit(N_("Remove a reflection"), workshop, removed(gone), gone)


def move(workshop: Workshop, id: Id, index: int) -> Edit:
    """Put a reflection before the one that now stands at `index` among the others of its kind."""
    what = living(workshop, Reflection, id)
    rows = [each for each in workshop.of(Reflection) if each.kind == what.kind]
    return _edit(N_("Move a reflection"), workshop, moved(rows, id, index), what)


def _edit(label: str, workshop: Workshop, changes: tuple[Change, ...], what: Reflection) -> Edit:
    return Edit(label, changes, workshop.id, about=what.text)
