"""Rounds: each time that people vote on cards and themes, or rate them, with rules of its own."""

from dataclasses import dataclass
from typing import ClassVar

from gweithdy.domain.board import Card, Theme
from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import fresh, number_field, order_field, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text

NO_ROUND: Id = ""
"""Votes without a round: those from before there were rounds, and of who needs none."""

BEST = 5
"""The marks of a rating go from 1 to this."""


class RoundKind(Choice):
    """What people do in a round."""

    VOTES = "votes"
    RATING = "rating"


ROUND_KIND_LABELS = labels(
    {RoundKind.VOTES: N_("Dots are counted"), RoundKind.RATING: N_("Marks from 1 to 5 are given")}
)


class RoundOn(Choice):
    """What a round is about."""

    BOTH = "both"
    THEMES = "themes"
    CARDS = "cards"


ROUND_ON_LABELS = labels(
    {
        RoundOn.BOTH: N_("Themes and cards"),
        RoundOn.THEMES: N_("Themes"),
        RoundOn.CARDS: N_("Cards"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Owned):
    """One round of votes or of rating.

    `budget` is how many dots each person has and `cap` how many of them may go to one thing; 0 is
    any number. `first`, `second` and `third` are the criteria of a rating; those without words are
    not asked. Its results are kept back until it is `closed`, unless they are to be `seen`.
    """

    noun: ClassVar = Noun(N_("Round of votes"), page="board", key="rounds", copied=True)

    title: Text = text_field(N_("Round of votes"), printed="votes")
    kind: RoundKind = RoundKind.VOTES
    about: RoundOn = RoundOn.BOTH
    budget: int = number_field(0, least=0, most=99)
    cap: int = number_field(0, least=0, most=99)
    first: Text = text_field(N_("Criterion"), printed="votes")
    second: Text = text_field(N_("Criterion"), printed="votes")
    third: Text = text_field(N_("Criterion"), printed="votes")
    closed: bool = fresh(default=False)
    seen: bool = False
    order: float = order_field()

    @property
    def hidden(self) -> bool:
        """Whether its results are kept back."""
        return not (self.closed or self.seen)

    @property
    def criteria(self) -> tuple[tuple[int, Text], ...]:
        """The criteria that have words, each with its number from 1."""
        every = (self.first, self.second, self.third)
        return tuple((n, words) for n, words in enumerate(every, 1) if words)

    def is_on(self, noun: type[Theme] | type[Card]) -> bool:
        """Whether things of this noun are voted on."""
        other = RoundOn.CARDS if noun is Theme else RoundOn.THEMES
        return self.about is not other
