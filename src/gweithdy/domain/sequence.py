"""Sequence: the order in which the things of a session stand outside it, in a file or a copy."""

from collections.abc import Mapping, Sequence

from gweithdy.domain.entity import Entity, declared, noun_name
from gweithdy.domain.field import Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.workshop import Workshop


def parent_field(noun: type[Entity]) -> str:
    """The field that says inside what a thing stands: "lane" of a card, "" for a board.

    A thing without an order of its own (a vote) stands where the thing stands that it is about.
    """
    fields = [one for one in declared(noun) if one.kind is Kind.ID and one.name != "session"]
    ordered = any(one.name == "order" for one in declared(noun))
    inside = [one.name for one in fields if one.name == one.ref or not ordered]
    return inside[0] if inside else ""


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
