"""Decisions: what was agreed on the day, and by whom."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import name_field, order_field, text_field
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Owned):
    """One decision. `decided_by` is who took it, if it was not everybody in the room."""

    noun: ClassVar = Noun(N_("Decision"), page="actions", key="decisions")

    text: Text = text_field(N_("Decision"), printed="decisions")
    decided_by: str = name_field()
    order: float = order_field()
