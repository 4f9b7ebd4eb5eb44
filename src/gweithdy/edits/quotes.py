"""The verbs of quotes and the parking lot: keep, change, move and remove them."""

from collections.abc import Sequence

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.day import block_now
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.text import said, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, created, removed, updated
from gweithdy.edits.checks import checked, keeps_words, living
from gweithdy.edits.order import moved

Kept = Quote | Parked

_LABELS: dict[type[Kept], tuple[str, str, str, str]] = {
    Quote: (
        N_("Add a quote"), N_("Change a quote"), N_("Move a quote"), N_("Remove a quote")
    ),
    Parked: (
        N_("Add to the parking lot"),
        N_("Change the parking lot"),
        N_("Move in the parking lot"),
        N_("Remove from the parking lot"),
    ),
}  # fmt: skip


def add(
    workshop: Workshop, noun: type[Kept], lines: Sequence[tuple[str, str]], source: str = ""
) -> Edit:
    """A quote or a parked thing for each of `lines`, which are words and their language.

    `source` is where they were said; the block that is on now is kept with them.
    """
    texts = [said(checked(words), language) for words, language in lines]
    order, during = at_end(workshop.of(noun)), block_now(workshop)
    changes: list[Change] = []
    for place, text in enumerate(texts):
        changes += created(
            noun(
                id=new_id(),
                session=workshop.id,
                text=text,
                source=tidy(source),
                during=during,
                order=order + place * STEP,
            )
        )
    return Edit(_LABELS[noun][0], tuple(changes), workshop.id, about=about(texts))


def park(workshop: Workshop, words: str, language: str) -> Edit:
    """Something to come back to."""
    return add(workshop, Parked, [(words, language)])


def change(workshop: Workshop, noun: type[Kept], id: Id, **values: Value) -> Edit:
    """Other values for some fields of a quote or a parked thing."""
    found = living(workshop, noun, id)
    keeps_words(found, values, "text", N_("It needs words; the old words were kept."))
    # What nobody can see in a name must not stand in a file that a pack is made of.
    clean = {key: tidy(each) if type(each) is str else each for key, each in values.items()}
    changes = updated(found, **clean)
    return Edit(_LABELS[noun][1], changes, workshop.id, about=found.text)


def move(workshop: Workshop, noun: type[Kept], id: Id, index: int) -> Edit:
    """To the place `index` among the others."""
    found = living(workshop, noun, id)
    changes = moved(workshop.of(noun), id, index)
    return Edit(_LABELS[noun][2], changes, workshop.id, about=found.text)


def remove(workshop: Workshop, noun: type[Kept], ids: Sequence[Id]) -> Edit:
    """They go; undo brings them back."""
    rows = [row for row in (workshop.find(noun, id) for id in ids) if row]
    changes = tuple(change for row in rows for change in removed(row))
    return Edit(_LABELS[noun][3], changes, workshop.id, about=about([each.text for each in rows]))
