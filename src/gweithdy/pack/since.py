"""Since: the session as it was when an earlier version of the pack went out."""

from dataclasses import dataclass
from datetime import date

from gweithdy.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier `version`, the day on which it was made, and the `workshop` of then."""

    version: int
    made: date
    workshop: Workshop
