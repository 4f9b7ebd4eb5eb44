"""Reflections and learning at the end of a session."""

from dataclasses import dataclass, field
from enum import StrEnum

from gweithdy.domain.entity import Owned
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class ReflectionKind(StrEnum):
    """The round of reflections."""

    LEARNED = "learned"
    SURPRISED = "surprised"
    TRY = "try"
    FEEDBACK = "feedback"


REFLECTION_LABELS = {
    ReflectionKind.LEARNED: N_("What we learned"),
    ReflectionKind.SURPRISED: N_("What surprised us"),
    ReflectionKind.TRY: N_("What we will try"),
    ReflectionKind.FEEDBACK: N_("About the session itself"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Owned):
    """One reflection. `source` as on a card: "room", "online" or a table."""

    text: Text = field(default_factory=Text)
    kind: ReflectionKind = ReflectionKind.LEARNED
    source: str = ""
    order: float = 0.0
