"""Merged cards: which cards stand in one that was made of them, and what that leaves to be seen.

The one place that knows it: a card that is `made_of` others stands for them, and has their votes.
They are kept as they were, and are neither shown nor counted beside it.
"""

from collections.abc import Iterable, Iterator

from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop


def covered(workshop: Workshop) -> frozenset[Id]:
    """The ids of the cards for which another one stands, however far up."""
    made = {card.id: card.made_of for card in workshop.of(Card) if card.made_of}
    below = {id for ids in made.values() for id in ids}
    # From the top down: cards that name each other in a ring would else be lost to sight.
    wanted = [id for id in made if id not in below]
    found: set[Id] = set()
    while wanted:
        new = [id for id in made.get(wanted.pop(), ()) if id not in found]
        found.update(new)
        wanted += new
    return frozenset(found)


def seen(workshop: Workshop) -> list[Card]:
    """The cards that a board shows: each that no other one stands for."""
    hidden = covered(workshop)
    return [card for card in workshop.of(Card) if card.id not in hidden]


def shown_as(workshop: Workshop, id: Id) -> Id:
    """The card that a board shows in the place of this one: itself, or what was made of it."""
    hidden = covered(workshop)
    ways = [id]
    for each in ways:
        if each not in hidden:
            return each
        # It grows meanwhile; cards that name each other in a ring are gone through once.
        ways += [up.id for up in workshop.of(Card) if each in up.made_of and up.id not in ways]
    return id


def as_said(workshop: Workshop) -> list[Card]:
    """The cards as they were said: the originals, and not those that were made of them."""
    return [card for card in workshop.of(Card) if not parts(workshop, card)]


def parts(workshop: Workshop, card: Card) -> list[Card]:
    """The cards of which `card` was made, one level down; [] for one that was said as it is."""
    return [part for part in (workshop.find(Card, id) for id in card.made_of) if part]


def originals(workshop: Workshop, card: Card) -> list[Card]:
    """All that was said that went into `card`: itself if it was not merged."""
    return [each for each in _down(workshop, card, set()) if not parts(workshop, each)]


def within(workshop: Workshop, cards: Iterable[Card]) -> list[Card]:
    """`cards` with everything of which they were made, however far down, each once."""
    known: set[Id] = set()
    return [each for card in cards for each in _down(workshop, card, known)]


def _down(workshop: Workshop, card: Card, known: set[Id]) -> Iterator[Card]:
    # Two laptops can each have merged into the other's card: a ring must end.
    if card.id not in known:
        known.add(card.id)
        yield card
        for part in parts(workshop, card):
            yield from _down(workshop, part, known)
