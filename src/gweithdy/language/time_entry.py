"""Times of day as people type them: "09:30", "9.30", "0930", "930", "9", "2pm", "2.30 yp"."""

import re
from datetime import time

from gweithdy.domain.problem import N_, Problem

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.,h ]\s*(?P<minute>\d{2})|(?P<more>\d{2}))?h?"
    r"\s*(?P<half>[ap]\.?m\.?|y\.?[bhp]\.?)?$",
    re.IGNORECASE,
)
_MORNING, _AFTERNOON = ("am", "yb"), ("pm", "yp", "yh")
"""Before noon and after, in English and in Welsh (y bore, y prynhawn, yr hwyr)."""


def read_time(typed: str) -> time | None:
    """The time that was typed, None for nothing. Raises Problem where it is not a time."""
    typed = " ".join(typed.split())
    if not typed:
        return None
    found = _TIME.match(typed)
    if found is None:
        raise _not_a_time(typed)
    half = (found["half"] or "").replace(".", "").casefold()
    try:
        return time(_hour(int(found["hour"]), half), int(found["minute"] or found["more"] or 0))
    except ValueError:
        raise _not_a_time(typed) from None


def _hour(hour: int, half: str) -> int:
    if half and not 1 <= hour <= 12:
        raise ValueError
    if half in _MORNING:
        return hour % 12
    return hour % 12 + 12 if half in _AFTERNOON else hour


def _not_a_time(typed: str) -> Problem:
    return Problem(
        N_(
            "“{text}” is not a time. Write for example 9:30 or 14:00. Until then the old time "
            "stands; Esc brings it back."
        ),
        text=typed,
    )
