"""Lists: the things of a session as rows of plain values, derived from the declarations.

A text, and what people call a choice, has a column for each language. What a thing belongs to is
said in words, and by its id at the end. Moments are local time in Wales.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from gweithdy.domain.agenda import Block, clock_time
from gweithdy.domain.board import SOURCE_LABELS, Card, Theme, Vote
from gweithdy.domain.clock import ClockState
from gweithdy.domain.day import MARK_LABELS, Day, day_of
from gweithdy.domain.entity import Entity, declared, known_by, noun_name
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import covered
from gweithdy.domain.naming import as_may_be_seen
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_
from gweithdy.domain.released import released
from gweithdy.domain.sequence import in_sequence
from gweithdy.domain.session import Series, Session
from gweithdy.domain.tallies import tally_seen, votes_seen
from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.headings import heading_of, label_of, title_of
from gweithdy.exchange.keys import LISTED, written_fields
from gweithdy.language.local_time import WALES, in_wales
from gweithdy.language.words import Words, in_both

Cell = str | int | float | date | datetime | time | None
"""What stands in a row; a moment has no zone any more."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading in both languages, and the value of a thing under it."""

    heading: str
    value: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Listing:
    """The things of one noun. `title` is a catalogue text, `key` its place in a session file."""

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def listings(workshop: Workshop, series: Series | None, now: datetime) -> Iterator[Listing]:
    """Every list that has something in it, as it stands at `now`."""
    workshop = as_may_be_seen(workshop)
    found = in_sequence(workshop)
    # What was merged stands in the row of what was made of it.
    hidden = covered(workshop)
    found[Card] = [card for card in found[Card] if card.id not in hidden]
    # What is kept back until a round is closed is in no list either.
    seen = {each.id for each in votes_seen(workshop)}
    found[Vote] = [each for each in found[Vote] if each.id in seen]
    there: dict[Id, Entity] = {each.id: each for rows in found.values() for each in rows}
    if series:
        there[series.id] = series
    there |= {card.id: card for card in workshop.of(Card) if card.id in hidden}
    yield _listing(Session, [workshop.session], there)
    for noun in LISTED:
        if found[noun] and not noun.noun.single:
            counted = _counted(noun, workshop, now)
            yield _listing(noun, found[noun], there, counted)


def _listing(
    noun: type[Entity],
    things: list[Entity],
    there: Mapping[Id, Entity],
    counted: tuple[Column, ...] = (),
) -> Listing:
    fields = [(field, heading_of(noun_name(noun), field.name)) for field in written_fields(noun)]
    said = [column for field, words in fields for column in _columns(field, words, there)]
    ids = [Column("id", lambda thing: thing.id)]
    ids += [_id_column(f, words) for f, words in fields if f.kind in (Kind.ID, Kind.IDS)]
    columns = (*said, *counted, *ids)
    rows = (
        (number, *(column.value(thing) for column in columns))
        for number, thing in enumerate(things, 1)
    )
    headings = (in_both(N_("No.")), *(column.heading for column in columns))
    return Listing(noun.noun.key, title_of(noun.noun.key), headings, tuple(rows))


def _columns(field: Field, words: str, there: Mapping[Id, Entity]) -> Iterator[Column]:
    """The columns that say a field in words."""
    name = field.name
    if field.kind in (Kind.ID, Kind.IDS):
        yield from _known_columns(field, words, there)
    elif field.kind is Kind.TEXT:
        for language in Language:
            heading = _in_language(words, language)
            yield Column(heading, partial(_in_words, name, language))
    elif field.choices:
        for language in Language:
            heading = _in_language(words, language)
            yield Column(heading, partial(_chosen, name, language))
    elif name == "source":
        yield Column(in_both(words), lambda thing: _source(getattr(thing, name)))
    else:
        yield Column(in_both(words), lambda thing: _plain(getattr(thing, name)))


def _in_language(words: str, language: Language) -> str:
    return f"{in_both(words)} ({LANGUAGE_NAMES[language]})"


def _in_words(name: str, language: Language, thing: Entity) -> str | None:
    text: Text = getattr(thing, name)
    return text.get(language) or None


def _chosen(name: str, language: Language, thing: Entity) -> str | None:
    value: StrEnum | tuple[StrEnum, ...] = getattr(thing, name)
    choices = value if isinstance(value, tuple) else (value,)
    return "; ".join(Words(language).tr(label_of(each)) for each in choices) or None


def _source(source: str) -> str | None:
    """What people call a source, or a table as they call it."""
    return in_both(SOURCE_LABELS[source]) if source in SOURCE_LABELS else source or None


def _plain(value: Any) -> Cell:
    """A value as a cell has it; nothing for what says nothing."""
    if isinstance(value, datetime):
        return in_wales(value).replace(tzinfo=None)
    if value is None or value == "" or isinstance(value, bool | int | float | date | time):
        return None if value == "" else value
    # A file is known by its name.
    return str(getattr(value, "name", value))


def _known_columns(field: Field, words: str, there: Mapping[Id, Entity]) -> Iterator[Column]:
    """What people know the things by that a field names: a text in both languages, or a name."""
    named = (NOUNS.get(each) for each in field.ref.split("|"))
    is_text = any(one.kind is Kind.TEXT for noun in named if noun for one in declared(noun))
    for language in Language if is_text else (None,):
        heading = _in_language(words, language) if language else in_both(words)
        yield Column(heading, partial(_known, field, language or Language.CY, there))


def _known(
    field: Field, language: Language, there: Mapping[Id, Entity], thing: Entity
) -> str | None:
    known = (known_by(there[id]) for id in _ids(thing, field) if id in there)
    said = (each.get(language) if isinstance(each, Text) else each for each in known)
    return "; ".join(said) or None


def _ids(thing: Entity, field: Field) -> tuple[Id, ...]:
    value = getattr(thing, field.name)
    return value if isinstance(value, tuple) else (value,)


def _id_column(field: Field, words: str) -> Column:
    return Column(
        f"{in_both(words)} (id)",
        lambda thing: "; ".join(filter(None, _ids(thing, field))) or None,
    )


def _counted(noun: type[Entity], workshop: Workshop, now: datetime) -> tuple[Column, ...]:
    """What is worked out about the things of a noun: times of the plan, sums of votes."""
    if noun is Block:
        return tuple(_times(workshop.session.date, day_of(workshop), now.astimezone(WALES)))
    if noun in (Card, Theme):
        votes = tally_seen(released(workshop))
        return (Column(in_both(N_("Votes")), lambda thing: votes.get(thing.id)),)
    return ()


def _times(first: date | None, day: Day, now: datetime) -> Iterator[Column]:
    """When blocks were to be, and, once the day began, where they stand and will be."""
    plan = day.plan()
    for place, heading in enumerate((N_("Planned start"), N_("Planned end"))):
        yield Column(in_both(heading), partial(_by_the_plan, first, plan, place))
    if day.clock.state is ClockState.IDLE:
        return
    for language in Language:
        heading = _in_language(N_("Where it stands"), language)
        yield Column(heading, partial(_mark, day, Words(language)))
    if day.going:
        expected = {each.block.id: begins for each, begins in day.expected(now)}
        yield Column(
            in_both(N_("Expected start")),
            lambda block: _moment(first, expected.get(block.id)),
        )


def _by_the_plan(
    first: date | None, plan: Mapping[Id, tuple[int, int]], place: int, block: Block
) -> Cell:
    return _moment(first, plan[block.id][place] if block.id in plan else None)


def _mark(day: Day, words: Words, block: Block) -> str:
    return words.tr(MARK_LABELS[day.mark(block.id)])


def _moment(first: date | None, minutes: float | None) -> Cell:
    """Minutes after midnight of the `first` day as a moment; without a day, as on a clock."""
    if minutes is None:
        return None
    if first is None:
        return clock_time(int(minutes))
    try:
        return datetime.combine(first, time()) + timedelta(minutes=int(minutes))
    except OverflowError:
        return clock_time(int(minutes))
