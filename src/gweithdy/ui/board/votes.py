"""How many votes a card or a theme has."""

from collections.abc import Callable

from gweithdy.domain.arrange import home_of
from gweithdy.domain.board import Vote, counted
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop

VotesOf = Callable[[Id], int]


def votes_in(workshop: Workshop) -> VotesOf:
    """What counts the votes of each card and theme of `workshop` as they are when it is asked."""
    return lambda id: counted(workshop.inside(Vote, home_of(id)))
