"""The verbs of the Pack page: a pack is exported, or after all it is not."""

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.edits.changes import updated


def exported(session: Session) -> Edit:
    """Count a pack that was written: the next one has the next version. A fact, never undone."""
    changes = updated(session, packs=session.packs + 1)
    return Edit(N_("Export the pack"), changes, session.id, fact=True)


def not_exported(session: Session, version: int) -> Edit:
    """Take back that `version` was counted: nothing came of its export. A fact, never undone.

    An edit of nothing if another version has been counted since.
    """
    changes = updated(session, packs=version - 1) if session.packs == version else ()
    return Edit(N_("Export the pack"), changes, session.id, fact=True)
