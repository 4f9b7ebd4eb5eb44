"""Arrived: the line of a chat, a form or a list that a card was made from."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import ref
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(Owned):
    """What a card was made from, as it stood; it is never edited.

    `line` has no name in it unless somebody chose to keep names; only then there is an `author`.
    `format` is the kind of file ("zoom-chat"). By its `mark` the same line is known when it comes
    again, also where its card was since changed, merged or removed; nobody is named in it.
    """

    noun: ClassVar = Noun(N_("As it arrived"), page="board", key="arrived")

    card: Id = ref("card")
    line: str = ""
    author: str = ""
    format: str = ""
    mark: str = ""
