"""Released: what may be shown to the whole room, and what may not, or not yet."""

from gweithdy.domain.board import Card
from gweithdy.domain.photos import Photo
from gweithdy.domain.workshop import Workshop


def released(workshop: Workshop, card: Card) -> bool:
    """Whether a card may be shown to everybody."""
    return not card.deleted and workshop.find(Card, card.id) is not None


def photo_released(workshop: Workshop, photo: Photo) -> bool:
    """The same of a photo: one that stands beside cards waits until one of them is released."""
    cards = [card for card in (workshop.find(Card, id) for id in photo.cards) if card]
    return not photo.deleted and (not cards or any(released(workshop, card) for card in cards))
