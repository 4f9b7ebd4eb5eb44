"""Quotes and the parking lot: words kept as they were said, and what waits for later."""

from dataclasses import dataclass, field

from gweithdy.domain.entity import Owned
from gweithdy.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Owned):
    """Words as they were said, in the language they were said; `speaker` as it may be printed.

    `speaker` is printed only with `named`, the speaker's consent.
    """

    text: Text = field(default_factory=Text)
    speaker: str = ""
    named: bool = False
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Owned):
    """Something to come back to."""

    text: Text = field(default_factory=Text)
    order: float = 0.0
