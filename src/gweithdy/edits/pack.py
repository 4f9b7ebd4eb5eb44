"""The verb of the Pack page: a pack was exported."""

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.edits.changes import updated


def exported(session: Session) -> Edit:
    """Count a pack that was written: the next one has the next version. A fact, never undone."""
    changes = updated(session, packs=session.packs + 1)
    return Edit(N_("Export the pack"), changes, session.id, fact=True)
