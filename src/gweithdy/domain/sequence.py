"""Sequence: the order in which the things of a session stand outside it, in a file or a copy."""

from collections.abc import Mapping, Sequence

from gweithdy.domain.entity import Entity, noun_name, parent_field
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.workshop import Workshop


def in_sequence(workshop: Workshop) -> dict[type[Entity], list[Entity]]:
    """The living things of each noun by the place of their parent, then their order, then id."""
    found: dict[type[Entity], list[Entity]] = {}
    places: dict[Id, int] = {}
    for noun in OWNED:
        found[noun] = _sorted(noun, workshop.of(noun), places)
        places |= {entity.id: len(places) + i for i, entity in enumerate(found[noun])}
    return found


def _sorted(noun: type[Entity], rows: Sequence[Entity], places: Mapping[Id, int]) -> list[Entity]:
    parent = parent_field(noun)

    def place(entity: Entity) -> tuple[int, float, Id]:
        # Without a parent it comes first, as in a list that was not grouped yet.
        return (
            places.get(getattr(entity, parent), -1) if parent else 0,
            getattr(entity, "order", 0.0),
            entity.id,
        )

    return sorted(rows, key=place)


def living(workshop: Workshop) -> set[tuple[str, Id]]:
    """The nouns and ids of everything that is there and not deleted."""
    return {(noun_name(each), each.id) for each in workshop.everything() if not each.deleted}
