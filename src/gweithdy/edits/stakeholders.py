"""The verbs of the Stakeholders page: who has a stake, where they stand, and their ties."""

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stakeholders import TOP, Stakeholder, Tie, TieKind
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import keeps_words, living
from gweithdy.edits.order import moved


def add(workshop: Workshop, name: str, language: str, **values: Value) -> Edit:
    """One more stakeholder, in the middle of the grid."""
    text = said(name, language)
    if not text:
        raise Problem(N_("Type the name of a person, group or body first."))
    made = Stakeholder(
        id=new_id(),
        session=workshop.id,
        name=text,
        order=at_end(workshop.of(Stakeholder)),
        **values,
    )
    return _edit(N_("Add a stakeholder"), workshop, created(made), made)


def change(workshop: Workshop, id: Id, **values: Value) -> Edit:
    """Other values for a stakeholder."""
    for scale in ("power", "interest"):
        if not 0 <= values.get(scale, 0) <= TOP:
            raise Problem(N_("Power and interest go from 0 to 100. Nothing was changed."))
    who = living(workshop, Stakeholder, id)
    keeps_words(who, values, "name", N_("A stakeholder needs a name; the old name was kept."))
    return _edit(N_("Change a stakeholder"), workshop, updated(who, **values), who)


def place(workshop: Workshop, id: Id, power: int, interest: int) -> Edit:
    """Put a stakeholder at a place of the grid; what lies outside comes to its edge."""
    who = living(workshop, Stakeholder, id)
    power, interest = (max(0, min(TOP, value)) for value in (power, interest))
    changes = updated(who, power=power, interest=interest)
    return _edit(N_("Place a stakeholder"), workshop, changes, who)


def remove(workshop: Workshop, id: Id) -> Edit:
    """Take a stakeholder off the map, and its ties with it."""
    who = living(workshop, Stakeholder, id)
    changes: list[Change] = list(removed(who))
    for tie in ties_of(workshop, id):
        changes += removed(tie)
    return _edit(N_("Remove a stakeholder"), workshop, tuple(changes), who)


def move(workshop: Workshop, id: Id, index: int) -> Edit:
    """Put a stakeholder before the one that now stands at `index` among the others."""
    who = living(workshop, Stakeholder, id)
    changes = moved(workshop.of(Stakeholder), id, index)
    return _edit(N_("Move a stakeholder"), workshop, changes, who)


def tie(workshop: Workshop, start: Id, end: Id, kind: TieKind) -> Edit:
    """A tie from one stakeholder to another."""
    who, _ = (living(workshop, Stakeholder, each) for each in (start, end))
    _check_tie(workshop, start, end, kind)
    made = Tie(
        id=new_id(),
        session=workshop.id,
        start=start,
        end=end,
        kind=kind,
        order=at_end(workshop.of(Tie)),
    )
    return _edit(N_("Add a tie"), workshop, created(made), who)


def change_tie(workshop: Workshop, id: Id, kind: TieKind) -> Edit:
    """Another kind for a tie."""
    kept = living(workshop, Tie, id)
    if kind is not kept.kind:
        _check_tie(workshop, kept.start, kept.end, kind)
    who = workshop.get(Stakeholder, kept.start)
    return _edit(N_("Change a tie"), workshop, updated(kept, kind=kind), who)


def _check_tie(workshop: Workshop, start: Id, end: Id, kind: TieKind) -> None:
    if start == end:
        raise Problem(N_("A tie needs two different stakeholders."))
    same = {(start, end)}
    if kind is TieKind.WORKS_WITH:
        same.add((end, start))
    if any((each.start, each.end) in same for each in workshop.of(Tie) if each.kind == kind):
        raise Problem(N_("This tie is on the map already."))


def untie(workshop: Workshop, id: Id) -> Edit:
    """Take a tie off the map."""
    gone = living(workshop, Tie, id)
    return _edit(N_("Remove a tie"), workshop, removed(gone), workshop.get(Stakeholder, gone.start))


def ties_of(workshop: Workshop, id: Id) -> list[Tie]:
    """The ties from or to a stakeholder."""
    return [each for each in workshop.of(Tie) if id in (each.start, each.end)]


def _edit(label: str, workshop: Workshop, changes: tuple[Change, ...], who: Stakeholder) -> Edit:
    return Edit(label, changes, workshop.id, about=who.name)
