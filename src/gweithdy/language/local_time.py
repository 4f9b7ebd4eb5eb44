"""Local time at the place of a session, whatever zone the computer is set to."""

from datetime import datetime
from zoneinfo import ZoneInfo

WALES = ZoneInfo("Europe/London")
"""Sessions happen in Wales."""


def in_wales(moment: datetime) -> datetime:
    """`moment` as people at the session saw it on the clock."""
    try:
        return moment.astimezone(WALES)
    except OverflowError:
        # The very first and last hours that there are: in Wales they lie outside of all years.
        return moment
