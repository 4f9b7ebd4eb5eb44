"""Photos beside cards: which of them belong to a card."""

from gweithdy.domain.ids import Id
from gweithdy.domain.photos import Photo
from gweithdy.domain.workshop import Workshop


def photos_beside(workshop: Workshop, card: Id) -> list[Photo]:
    """The photos that are shown beside a card, in their order."""
    return [photo for photo in workshop.of(Photo) if card in photo.cards]
