"""The parking lot emptied, without which no day is finished."""

from gweithdy.domain.quotes import Parked
from gweithdy.edits.carrying import waiting
from gweithdy.edits.kept_from import act_on
from gweithdy.ui.desk import Desk


def empty_parking_lot(desk: Desk) -> None:
    """Make an action of each line that waits in the open session."""
    workshop = desk.workshop
    assert workshop
    lines = [each.id for each in waiting(workshop)]
    if lines:
        desk.do(act_on(workshop, Parked, lines))
