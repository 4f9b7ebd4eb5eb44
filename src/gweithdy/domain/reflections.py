"""Reflections and learning at the end of a session."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import order_field, text_field
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class ReflectionKind(Choice):
    """The round of reflections."""

    LEARNED = "learned"
    SURPRISED = "surprised"
    TRY = "try"
    FEEDBACK = "feedback"


REFLECTION_LABELS = labels(
    {
        ReflectionKind.LEARNED: N_("What we learned"),
        ReflectionKind.SURPRISED: N_("What surprised us"),
        ReflectionKind.TRY: N_("What we will try"),
        ReflectionKind.FEEDBACK: N_("About the session itself"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Owned):
    """One reflection. `source` as on a card: "room", "online" or a table."""

    noun: ClassVar = Noun(N_("Reflection"), page="actions", key="reflections")

    text: Text = text_field(N_("Reflection"), printed="reflections")
    kind: ReflectionKind = ReflectionKind.LEARNED
    source: str = ""
    order: float = order_field()
