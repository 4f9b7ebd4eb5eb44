"""Quotes and the parking lot: words kept as they were said, and what waits for later."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import name_field, order_field, text_field
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Owned):
    """Words as they were said, in the language they were said; `speaker` as it may be printed.

    `speaker` is printed only with `named`, the speaker's consent.
    """

    noun: ClassVar = Noun(N_("Quote"), page="board", key="quotes")

    # The pack prints a quote as it was said: no translation of it is missing there.
    text: Text = text_field(N_("Quote"))
    speaker: str = name_field()
    named: bool = False
    order: float = order_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Owned):
    """Something to come back to."""

    noun: ClassVar = Noun(N_("Parking lot"), page="board", key="parking")

    text: Text = text_field(N_("Parking lot"), printed="parking")
    order: float = order_field()
