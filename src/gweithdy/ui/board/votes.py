"""How many votes a card or a theme has, and how that is said on the board."""

from collections.abc import Callable

from gweithdy.domain.board import Vote, counted
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words

VotesOf = Callable[[Id], int]


def votes_in(workshop: Workshop) -> VotesOf:
    """What counts the votes of each card and theme of `workshop` as they are when it is asked."""
    return lambda id: counted(workshop.inside(Vote, id))


def ticked(votes: int, words: Words) -> str:
    """The number of votes with its sign."""
    return "✓ " + words.ntr("{n} vote", "{n} votes", votes)
