"""The verb of the Pack page: a pack was exported."""

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import updated


def exported(workshop: Workshop) -> Edit:
    """Count a pack that was written: the next one has the next version. A fact, never undone."""
    session = workshop.session
    changes = updated(session, packs=session.packs + 1)
    return Edit(N_("Export the pack"), changes, session.id, fact=True)
