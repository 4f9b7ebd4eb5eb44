"""The verbs of the list of who got which version of the pack."""

from datetime import date

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.sending import Sent
from gweithdy.domain.text import tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import checked, living


def note(workshop: Workshop, recipient: str, version: int, day: date | None, files: str) -> Edit:
    """Note that `recipient` got a version of the pack."""
    if not tidy(recipient):
        raise Problem(N_("Type who got the pack first."))
    sent = Sent(
        id=new_id(),
        session=workshop.id,
        version=version,
        recipient=checked(recipient),
        date=day,
        files=tidy(files),
        order=at_end(workshop.of(Sent)),
    )
    return _edit(N_("Note who got the pack"), workshop, created(sent), sent)


def change(workshop: Workshop, id: Id, **values: Value) -> Edit:
    """Other values for a line of the list."""
    sent = living(workshop, Sent, id)
    if not tidy(values.get("recipient", sent.recipient)):
        raise Problem(N_("The list says who got the pack; the old name was kept."))
    values |= {name: tidy(values[name]) for name in ("recipient", "files") if name in values}
    return _edit(N_("Change who got the pack"), workshop, updated(sent, **values), sent)


def remove(workshop: Workshop, id: Id) -> Edit:
    """Take a line out of the list."""
    sent = living(workshop, Sent, id)
    return _edit(N_("Remove from who got the pack"), workshop, removed(sent), sent)


def _edit(label: str, workshop: Workshop, changes: tuple[Change, ...], sent: Sent) -> Edit:
    return Edit(label, changes, workshop.id, about=sent.recipient)
