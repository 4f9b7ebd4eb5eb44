"""Quotes and the parking lot: words kept as they were said, and what waits for later."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import name_field, order_field, ref, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class ParkedState(Choice):
    """What became of something that was parked."""

    WAITS = "waits"
    ACTION = "action"
    CARRIED = "carried"


PARKED_LABELS = labels(
    {
        ParkedState.WAITS: N_("Waits"),
        ParkedState.ACTION: N_("Became an action"),
        ParkedState.CARRIED: N_("Carried over"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Owned):
    """Words as they were said, in the language they were said; `speaker` as it may be printed.

    `speaker` is printed only with `named`, the speaker's consent. `source` is where it was said, as
    of a card, `during` the block that was on, and `origin` the card that it was taken from.
    """

    noun: ClassVar = Noun(N_("Quote"), page="board", key="quotes")

    # The pack prints a quote as it was said: no translation of it is missing there.
    text: Text = text_field(N_("Quote"))
    speaker: str = name_field()
    named: bool = False
    source: str = ""
    during: Id = ref("block")
    origin: Id = ref("card")
    order: float = order_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Owned):
    """Something to come back to. `source`, `during` and `origin` are as of a quote.

    `since` is the day of the session from which it was carried over, None if it is of this one.
    """

    noun: ClassVar = Noun(N_("Parking lot"), page="board", key="parking")

    text: Text = text_field(N_("Parking lot"), printed="parking")
    state: ParkedState = ParkedState.WAITS
    source: str = ""
    during: Id = ref("block")
    origin: Id = ref("card")
    since: date | None = None
    order: float = order_field()

    @property
    def waits(self) -> bool:
        """Whether somebody has still to say what becomes of it."""
        return self.state not in (ParkedState.ACTION, ParkedState.CARRIED)
