"""Choice: one of a few words. One from a newer version of the program is kept as it is."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self, TypeVar

from gweithdy.domain.problem import N_

OTHER = N_("Other")
"""What people call a choice that this version has no name for."""


class Choice(StrEnum):
    """The base of all choices: any word may stand in for one of them.

    What a newer version wrote is such a word. It is no member (nobody is offered it), and stays as
    it is when the thing is edited elsewhere, copied or exported.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str) or not value:
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


C = TypeVar("C", bound=StrEnum)
V = TypeVar("V")


class ByChoice(dict[C, V]):
    """Something for each choice, and `other` for those that this version does not know."""

    def __init__(self, known: Mapping[C, V], other: V) -> None:
        super().__init__(known)
        self.other = other

    def __missing__(self, _unknown: C) -> V:
        return self.other


def labels(known: Mapping[C, str]) -> ByChoice[C, str]:
    """What people call each choice (catalogue texts)."""
    return ByChoice(known, OTHER)
