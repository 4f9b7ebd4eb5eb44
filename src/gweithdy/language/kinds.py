"""What a thing that was found is called."""

from gweithdy.domain.board import Card
from gweithdy.domain.entity import Entity
from gweithdy.domain.released import is_released
from gweithdy.domain.restraint import STANDING_LABELS
from gweithdy.language.words import Words


def kind_in_words(words: Words, entity: Entity) -> str:
    """Its noun; of a card that not everybody may see, that it waits or was set aside."""
    kind = words.tr(type(entity).noun.label)
    if isinstance(entity, Card) and not is_released(entity):
        return f"{kind} ({words.tr(STANDING_LABELS[entity.standing])})"
    return kind
