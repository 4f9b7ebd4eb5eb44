"""Looks: ways of looking at a board that people saved: what is found on it, and in which order."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import number_field, order_field, ref, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class Sorting(Choice):
    """The order in which the cards of a lane or a theme are shown; only GIVEN is theirs."""

    GIVEN = "given"
    TIME = "time"
    VOTES = "votes"
    WORDS = "words"
    TABLE = "table"


SORTING_LABELS = labels(
    {
        Sorting.GIVEN: N_("In their order"),
        Sorting.TIME: N_("Newest first"),
        Sorting.VOTES: N_("Most votes first"),
        Sorting.WORDS: N_("By their words"),
        Sorting.TABLE: N_("By table"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Owned):
    """What a board is narrowed down to under a name; fields that are empty narrow nothing.

    `kind`: NONE finds every kind. `spoken`: the language in which the words were said. `loose`:
    only cards without a theme. `votes`: at least so many. `untranslated`: only what is in one
    language alone.
    """

    noun: ClassVar = Noun(N_("Saved view"), page="board", key="views", copied=True)

    board: Id = ref("board")
    title: Text = text_field(N_("Saved view"), searched=False)
    words: str = ""
    lane: Id = ref("lane")
    theme: Id = ref("theme")
    loose: bool = False
    kind: CardKind = CardKind.NONE
    source: str = ""
    spoken: str = ""
    votes: int = number_field(0, least=0, most=1_000_000)
    untranslated: bool = False
    sorting: Sorting = Sorting.GIVEN
    order: float = order_field()
