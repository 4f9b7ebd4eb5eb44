"""Changes from whole entities: the base of every edit."""

from gweithdy.domain.change import Change
from gweithdy.domain.entity import Entity, Value, declared, fields, value_of, values_of
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop, noun_name


def created(entity: Entity) -> tuple[Change, ...]:
    """The changes that make `entity`: its session and every value that is not the default."""
    name = noun_name(entity)
    defaults = {path: field.default for path, field in fields(type(entity)).items()}
    made = [
        Change(name, entity.id, path, value)
        for path, value in values_of(entity).items()
        if value != defaults[path]
    ]
    # A thing whose every value is the default still has to come into being.
    return tuple(made) or (Change(name, entity.id, "deleted", False),)


def made(workshop: Workshop, entity: Entity) -> tuple[Change, ...]:
    """As `created`, for an id that is the same every time: undo may have left a deleted row."""
    before = workshop.named(noun_name(entity), entity.id)
    if before is None:
        return created(entity)
    return updated(
        before, **{one.name: getattr(entity, one.name) for one in declared(type(entity))}
    )


def updated(entity: Entity, **values: Value) -> tuple[Change, ...]:
    """The changes that give `entity` these field values; only what differs.

    A Text is given whole and cut into the parts that differ.
    """
    known = {field.path for field in declared(type(entity))}
    changes: list[Change] = []
    for name, value in values.items():
        if name not in known:
            raise AttributeError(f"{noun_name(entity)} has no field {name}")
        parts = (
            {f"{name}.{part}": getattr(value, part) for part in Text.__slots__}
            if isinstance(value, Text)
            else {name: value}
        )
        changes += [
            Change(noun_name(entity), entity.id, path, new)
            for path, new in parts.items()
            if new != value_of(entity, path)
        ]
    return tuple(changes)


def removed(entity: Entity) -> tuple[Change, ...]:
    """The change that takes `entity` away; undo brings it back."""
    return (Change(noun_name(entity), entity.id, "deleted", True),)
