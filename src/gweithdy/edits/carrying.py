"""The verb that carries what is parked over to the next session, and what must come first."""

import datetime as dt
from collections.abc import Sequence

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.quotes import Parked, ParkedState
from gweithdy.domain.session import Series, Session, Status
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits.changes import about, created, updated
from gweithdy.edits.checks import living
from gweithdy.edits.first_board import first_board


def waiting(workshop: Workshop) -> list[Parked]:
    """What is parked and has not gone anywhere yet."""
    return [each for each in workshop.of(Parked) if each.waits]


def refuse_waiting(workshop: Workshop) -> None:
    """Problem while something waits in the parking lot: no session ends with it forgotten."""
    many = len(waiting(workshop))
    if many:
        raise Problem(
            N_(
                "Still in the parking lot: {count}. Make an action of each, carry it over to the "
                "next session or remove it; then finish the day."
            ),
            count=many,
        )


def next_session(catalogue: Catalogue, session: Session) -> Session | None:
    """The session of the same series that comes next: it is planned, and not before this one."""
    if not session.series:
        return None
    day = session.date or dt.date.min
    others = [
        each
        for each in catalogue.of(Session)
        if each.series == session.series
        and each.id != session.id
        and each.status is Status.PLANNED
        and (each.date is None or each.date >= day)
    ]
    return min(others, key=lambda each: (each.date or dt.date.max, each.id), default=None)


def carry_over(workshop: Workshop, catalogue: Catalogue, ids: Sequence[Id], today: dt.date) -> Edit:
    """The lines go into the parking lot of the next session, and are marked here.

    Where there is no next session one is made, in the same series; a session of none begins one.
    It is an edit of the library, since it is about two sessions.
    """
    lines = [living(workshop, Parked, id) for id in ids]
    lines = [line for line in lines if line.waits]
    if not lines:
        raise Problem(N_("Nothing waits among what is chosen."))
    here = workshop.session
    there = next_session(catalogue, here)
    # First, since the first change says to which page a step belongs.
    changes = [one for line in lines for one in updated(line, state=ParkedState.CARRIED)]
    if there is None:
        series = here.series
        if not catalogue.find(Series, series):
            made = Series(id=new_id(), title=here.title)
            changes += [*created(made), *updated(here, series=made.id)]
            series = made.id
        there = Session(id=new_id(), title=here.title, series=series, languages=here.languages)
        changes += [*created(there), *first_board(there.id)]
    for place, line in enumerate(lines):
        changes += created(
            Parked(
                id=new_id(),
                session=there.id,
                text=line.text,
                source=line.source,
                since=line.since or here.date or today,
                # After what is there: nobody has that session open here to be asked.
                order=_LATE + place * STEP,
            )
        )
    label = N_("Carry over to the next session")
    return Edit(label, tuple(changes), about=about([line.text for line in lines]))


_LATE = STEP * 10_000
