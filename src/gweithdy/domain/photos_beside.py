"""Photos beside cards: which of them belong to a card."""

from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import within
from gweithdy.domain.photos import Photo
from gweithdy.domain.workshop import Workshop


def photos_beside(workshop: Workshop, card: Id) -> list[Photo]:
    """The photos that are shown beside a card, or one of those of which it was made; in order."""
    found = workshop.find(Card, card)
    cards = {each.id for each in within(workshop, [found])} if found else {card}
    return [photo for photo in workshop.of(Photo) if not cards.isdisjoint(photo.cards)]
