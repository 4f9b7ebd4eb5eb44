"""How many votes a card or a theme has."""

from collections.abc import Callable

from gweithdy.domain.board import Card, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.tallies import dots_of, standing
from gweithdy.domain.workshop import Workshop

VotesOf = Callable[[Id], int]


def votes_in(workshop: Workshop) -> VotesOf:
    """What counts the votes of each card and theme of `workshop` as they are when it is asked.

    They are those of the last round that may be seen; nothing of one that is kept back.
    """
    of_cards, of_themes = standing(workshop, Card), standing(workshop, Theme)

    def votes(id: Id) -> int:
        return dots_of(workshop, id, of_cards if workshop.find(Card, id) else of_themes)

    return votes
