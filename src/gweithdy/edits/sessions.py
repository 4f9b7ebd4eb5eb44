"""The verbs of sessions and series: new, duplicate, from a template, bring in, change, delete."""

from dataclasses import replace

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.nouns import COPIED, OWNED
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.bring_in import bring_in
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import keeps_words
from gweithdy.edits.copies import afresh, copied
from gweithdy.edits.first_board import first_board

__all__ = [
    "bring_in",
    "change_series",
    "change_session",
    "delete_series",
    "delete_session",
    "duplicate",
    "from_template",
    "move_to_series",
    "new_series",
    "new_session",
    "restore_session",
]


def new_session(title_cy: str, title_en: str, series: Id = "", **values: Value) -> Edit:
    """A session with a first board; the Edit's `session` is its id."""
    session = Session(id=new_id(), title=_title(title_cy, title_en), series=series, **values)
    changes = (*created(session), *first_board(session.id))
    return _edit(N_("New session"), session, changes)


def change_session(session: Session, **values: Value) -> Edit:
    """Other values for the session's own fields."""
    keeps_words(session, values, "title", NO_TITLE)
    return _edit(N_("Change the session"), session, updated(session, **values))


def duplicate(workshop: Workshop, title_cy: str, title_en: str) -> Edit:
    """A new session with the same plan, people and questions, on a date still to be set."""
    copy = copied(workshop, new_id(), COPIED)
    session = replace(afresh(copy.session), title=_title(title_cy, title_en))
    rows = [afresh(each) for each in _owned(copy)]
    return _edit(N_("Duplicate a session"), session, _made(session, rows))


def from_template(template: Workshop, title_cy: str, title_en: str, series: Id = "") -> Edit:
    """A new session with everything that is in a template."""
    copy = copied(template, new_id(), OWNED)
    session = replace(copy.session, title=_title(title_cy, title_en), series=series)
    return _edit(N_("New session from a template"), session, _made(session, _owned(copy)))


def delete_session(session: Session) -> Edit:
    """Take the session out of the library; undo brings it back with everything in it."""
    # An edit of the library, so that it can be undone whichever session is open.
    return replace(_edit(N_("Delete the session"), session, removed(session)), session="")


def restore_session(session: Session) -> Edit:
    """Take the session out of the bin, with everything in it."""
    changes = updated(session, deleted=False)
    return replace(_edit(N_("Restore the session"), session, changes), session="")


def move_to_series(session: Session, series: Id) -> Edit:
    """Let the session belong to another series, or to none ("")."""
    # It is done in the library, and undone there, whichever session is open.
    changes = updated(session, series=series)
    return replace(_edit(N_("Move to another series"), session, changes), session="")


def new_series(title_cy: str, title_en: str, **values: Value) -> Edit:
    """A series for sessions to come."""
    series = Series(id=new_id(), title=_title(title_cy, title_en), **values)
    return Edit(N_("New series"), created(series), about=series.title)


def change_series(series: Series, **values: Value) -> Edit:
    """Other values for a series."""
    keeps_words(series, values, "title", NO_TITLE)
    return Edit(N_("Change the series"), updated(series, **values), about=series.title)


def delete_series(series: Series) -> Edit:
    """Take a series away; its sessions stay."""
    return Edit(N_("Delete the series"), removed(series), about=series.title)


NO_TITLE = N_("Type a title in Welsh or English first.")


def _title(cy: str, en: str) -> Text:
    title = Text().having("cy", cy).having("en", en)
    if not title:
        raise Problem(NO_TITLE)
    return title


def _edit(label: str, session: Session, changes: tuple[Change, ...]) -> Edit:
    return Edit(label, changes, session.id, about=session.title)


def _owned(workshop: Workshop) -> list[Entity]:
    return [row for row in workshop.everything() if not isinstance(row, Session)]


def _made(session: Session, rows: list[Entity]) -> tuple[Change, ...]:
    return tuple(change for each in (session, *rows) for change in created(each))
