"""Changes from whole entities: the base of every edit."""

from collections.abc import Sequence

from gweithdy.domain.change import Change
from gweithdy.domain.entity import (
    Entity,
    declared,
    fields,
    noun_name,
    value_of,
    values_of,
    with_values,
)
from gweithdy.domain.field import TEXT_PARTS, Value
from gweithdy.domain.text import SaidIn, Text, Typed
from gweithdy.domain.workshop import Rows


def created(entity: Entity) -> tuple[Change, ...]:
    """The changes that make `entity`: that it is there, and every value that is not the default."""
    name = noun_name(entity)
    known = fields(type(entity))
    made = [
        Change(name, entity.id, path, value)
        for path, value in values_of(entity).items()
        if path != "deleted" and value != known[path].default
    ]
    return (Change(name, entity.id, "deleted", entity.deleted), *made)


def made(rows: Rows, entity: Entity) -> tuple[Change, ...]:
    """As `created`, for an id that is the same every time: undo may have left a deleted row."""
    before = rows.named(noun_name(entity), entity.id)
    if before is None:
        return created(entity)
    return updated(
        before, **{one.name: getattr(entity, one.name) for one in declared(type(entity))}
    )


def about(texts: Sequence[Text]) -> Text | str:
    """What an edit of several things says that it concerns: the one's words, or how many."""
    return texts[0] if len(texts) == 1 else str(len(texts))


def resolved(entity: Entity, values: dict[str, Value]) -> dict[str, Value]:
    """`values` with whole texts in the place of what was typed in, or chosen of, one language."""
    return {
        name: value.applied(getattr(entity, name)) if isinstance(value, Typed | SaidIn) else value
        for name, value in values.items()
    }


def updated(entity: Entity, **values: Value) -> tuple[Change, ...]:
    """The changes that give `entity` these field values; only what differs.

    A Text is given whole and cut into the parts that differ, or as what was `Typed` in one
    language: then the other one is not touched, whatever it holds by now.
    """
    known = {field.path for field in declared(type(entity))}
    changes: list[Change] = []
    for name, value in resolved(entity, values).items():
        if name not in known:
            raise AttributeError(f"{noun_name(entity)} has no field {name}")
        paths = [f"{name}.{part}" for part in TEXT_PARTS] if isinstance(value, Text) else [name]
        new = with_values(entity, {name: value})
        changes += [
            Change(noun_name(entity), entity.id, path, value_of(new, path))
            for path in paths
            if value_of(new, path) != value_of(entity, path)
        ]
    return tuple(changes)


def removed(entity: Entity) -> tuple[Change, ...]:
    """The change that takes `entity` away; undo brings it back."""
    return (Change(noun_name(entity), entity.id, "deleted", True),)
