"""Session writer: a session as the text of its file, the same bytes every time."""

from collections.abc import Iterator

from gweithdy.domain.clock import Clock
from gweithdy.domain.entity import Entity, Field, Kind, Value
from gweithdy.domain.ids import Id
from gweithdy.domain.sequence import in_sequence, living
from gweithdy.domain.session import Series
from gweithdy.domain.text import Text, fingerprint
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.block_text import scalar
from gweithdy.exchange.keys import FORMAT, KEYS, written_fields
from gweithdy.exchange.scalars import raw
from gweithdy.exchange.session_reader import completed

STEP = "  "


def write_session(workshop: Workshop, series: Series | None = None) -> bytes:
    """The file that `read_session` reads the same session from."""
    session = workshop.session
    belongs = series if series and not series.deleted and series.id == session.series else None
    there = {id for _, id in living(workshop)} | ({belongs.id} if belongs else set())
    lines = [f"gweithdy: {FORMAT}"]
    if belongs:
        lines += ["", "series:", *_item(belongs, there, STEP)]
    lines += ["", "session:", *_item(session, there, STEP)]
    for noun, rows in in_sequence(workshop).items():
        if noun is Clock:
            lines += _clock(rows, there)
        elif rows:
            lines += ["", f"{KEYS[noun]}:"]
            lines += [line for row in rows for line in _listed(row, there)]
    return ("\n".join(lines) + "\n").encode()


def _clock(clocks: list[Entity], there: set[Id]) -> list[str]:
    """The one clock; its id follows from the session's."""
    lines = [line for clock in clocks[:1] for line in _fields(clock, there, STEP)]
    return ["", f"{KEYS[Clock]}:", *lines] if lines else []


def _listed(entity: Entity, there: set[Id]) -> Iterator[str]:
    first, *rest = _item(entity, there, STEP * 2)
    yield f"{STEP}- {first.lstrip()}"
    yield from rest


def _item(entity: Entity, there: set[Id], indent: str) -> list[str]:
    return [f"{indent}id: {entity.id}", *_fields(entity, there, indent)]


def _fields(entity: Entity, there: set[Id], indent: str) -> Iterator[str]:
    for field in written_fields(type(entity)):
        value = getattr(entity, field.name)
        if value == field.default or (field.kind is Kind.ID and value not in there):
            continue
        yield from _field(field, value, indent)


def _field(field: Field, value: Value, indent: str) -> Iterator[str]:
    if field.kind is Kind.TEXT:
        yield f"{indent}{field.name}:"
        for part, text in _parts(value):
            yield from scalar(f"{indent}{STEP}{part}:", text)
    elif field.kind is Kind.CHOICES:
        yield f"{indent}{field.name}:"
        yield from (f"{indent}{STEP}- {each}" for each in value)
    elif field.kind in (Kind.WORDS, Kind.TIME):
        # A time without quotes is a number of minutes to many readers of YAML.
        yield from scalar(f"{indent}{field.name}:", raw(field, value))
    else:
        yield f"{indent}{field.name}: {raw(field, value)}"


def _parts(text: Text) -> Iterator[tuple[str, str]]:
    """The parts that are not implied by the others."""
    text = completed(text)
    implied = fingerprint(text.get(text.source)) if text.cy and text.en else ""
    for part in Text.__slots__:
        words = getattr(text, part)
        if words and not (part == "basis" and words == implied):
            yield part, words
