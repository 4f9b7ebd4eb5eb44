"""Session writer: a session as the text of its file, the same bytes every time."""

from collections.abc import Iterator

from gweithdy.domain.entity import Entity
from gweithdy.domain.field import Field, Kind, Value
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import as_may_be_seen
from gweithdy.domain.sequence import in_sequence, living
from gweithdy.domain.session import Series
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.block_text import scalar
from gweithdy.exchange.keys import FORMAT, LISTED, written_fields
from gweithdy.exchange.scalars import FILE_KEYS, raw
from gweithdy.exchange.texts import write_text

STEP = "  "


def write_session(workshop: Workshop, series: Series | None = None) -> bytes:
    """The file that `read_session` reads the same session from."""
    workshop = as_may_be_seen(workshop)
    session = workshop.session
    belongs = series if series and not series.deleted and series.id == session.series else None
    there = {id for _, id in living(workshop)} | ({belongs.id} if belongs else set())
    lines = [f"gweithdy: {FORMAT}", *_newer(workshop)]
    if belongs:
        lines += ["", "series:", *_item(belongs, there, STEP)]
    lines += ["", "session:", *_item(session, there, STEP)]
    sequence = in_sequence(workshop)
    for noun in LISTED:
        key, rows = noun.noun.key, sequence[noun]
        if noun.noun.single:
            lines += _single(key, rows, there)
        elif rows:
            lines += ["", f"{key}:"]
            lines += [line for row in rows for line in _listed(row, there)]
    return ("\n".join(lines) + "\n").encode()


def _newer(workshop: Workshop) -> Iterator[str]:
    """The choices that only a newer version knows: else they would be taken for slips."""
    words = {
        str(each)
        for row in workshop.everything()
        if not row.deleted
        for field in written_fields(type(row))
        if field.choices
        for each in _several(getattr(row, field.name))
        if each not in list(field.choices)
    }
    if words:
        yield "newer:"
        for word in sorted(words):
            yield from scalar(f"{STEP}-", word)


def _several(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def _single(key: str, rows: list[Entity], there: set[Id]) -> list[str]:
    """The one thing of its noun; its id follows from the session's."""
    lines = [line for row in rows[:1] for line in _fields(row, there, STEP)]
    return ["", f"{key}:", *lines] if lines else []


def _listed(entity: Entity, there: set[Id]) -> Iterator[str]:
    first, *rest = _item(entity, there, STEP * 2)
    yield f"{STEP}- {first.lstrip()}"
    yield from rest


def _item(entity: Entity, there: set[Id], indent: str) -> list[str]:
    return [f"{indent}id: {entity.id}", *_fields(entity, there, indent)]


def _fields(entity: Entity, there: set[Id], indent: str) -> Iterator[str]:
    for field in written_fields(type(entity)):
        value = getattr(entity, field.name)
        if field.kind is Kind.IDS:
            value = tuple(each for each in value if each in there)
        if value == field.default or (field.kind is Kind.ID and value not in there):
            continue
        yield from _field(field, value, indent)


def _field(field: Field, value: Value, indent: str) -> Iterator[str]:
    if field.kind is Kind.TEXT:
        yield f"{indent}{field.name}:"
        yield from write_text(value, indent + STEP)
    elif field.kind is Kind.FILE:
        yield f"{indent}{field.name}:"
        for key in FILE_KEYS:
            told = getattr(value, key)
            if isinstance(told, int):
                yield f"{indent}{STEP}{key}: {told}"
            else:
                yield from scalar(f"{indent}{STEP}{key}:", told)
    elif field.kind in (Kind.CHOICES, Kind.IDS):
        yield f"{indent}{field.name}:"
        for each in value:
            yield from (
                scalar(f"{indent}{STEP}-", str(each))
                if field.choices
                else (f"{indent}{STEP}- {each}",)
            )
    elif field.kind in (Kind.WORDS, Kind.LINK, Kind.TIME, Kind.CHOICE):
        # A time without quotes is a number of minutes to many readers of YAML.
        yield from scalar(f"{indent}{field.name}:", raw(field, value))
    else:
        yield f"{indent}{field.name}: {raw(field, value)}"
