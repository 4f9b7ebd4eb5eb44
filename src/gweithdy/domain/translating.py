"""Translating: the texts of a session that can be translated, and what comes back of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gweithdy.domain.entity import (
    Entity,
    declared,
    declared_field,
    known_by,
    noun_name,
    parent_field,
)
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS, OWNED
from gweithdy.domain.sequence import in_sequence
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Translation, fingerprint
from gweithdy.domain.workshop import Workshop

UNIT_ID = re.compile(r"([a-z]+)\.([0-9a-f-]{36})\.([a-z_]+)\.(cy|en)")
"""The form of a unit's id; the groups are noun, id, field and target language."""

STAMP = re.compile(r"([0-9a-f]{8})\.([0-9a-f]{8})")
"""The form of a stamp: the fingerprints of the original and of the translation."""

DONE = (Translation.TRANSLATED, Translation.REVIEWED)
"""The states in which a translation needs no more work."""

_IN_NO_FILE = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to be translated into `target`: a `field` of the thing with this noun and id.

    `inside` is what people call the things that it stands in, the outermost first.
    """

    noun: str
    thing: Id
    field: str
    target: Language
    text: Text
    inside: tuple[Text | str, ...] = ()

    @property
    def id(self) -> str:
        """The same for the same text and language as long as it is there."""
        return f"{self.noun}.{self.thing}.{self.field}.{self.target}"

    @property
    def source(self) -> Language:
        return self.target.other

    @property
    def original(self) -> str:
        """The words to be translated, without what no XML file can hold."""
        return writable(self.text.get(self.source))

    @property
    def words(self) -> str:
        """The translation as it stands; "" if there is none."""
        return writable(self.text.get(self.target))

    @property
    def state(self) -> Translation:
        """How far the translation has come."""
        return self.text.state(self.target) or Translation.MISSING

    @property
    def basis(self) -> str:
        """The fingerprint of the original as it stands."""
        return fingerprint(self.text.get(self.source))

    @property
    def stamp(self) -> str:
        """What stood in both languages when this went out; see `STAMP`."""
        return f"{self.basis}.{fingerprint(self.text.get(self.target))}"

    @property
    def declared(self) -> Field:
        """What is declared about its field."""
        return declared_field(NOUNS[self.noun], self.field)


class Returned(NamedTuple):
    """A line of a file that came back from a translator.

    `state` is what the file says of these words, None if it says nothing. `original` are the words
    that the file has as the original, None if it has none. `stamp` is "" where it was lost.
    """

    id: str
    words: str
    state: Translation | None = None
    original: str | None = None
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """What a file that came back holds; `session` is "" where it does not say of which it is."""

    rows: tuple[Returned, ...]
    session: Id = ""


def units(workshop: Workshop, target: Language) -> list[Unit]:
    """Every text of a session that can be translated into `target`, in the order of reading."""
    return [
        Unit(noun_name(row), row.id, field, target, text, inside(workshop, row))
        for row, field, text in texts(workshop)
        if text.state(target)
    ]


def texts(workshop: Workshop) -> Iterator[tuple[Entity, str, Text]]:
    """Every text that is translated: what it belongs to, its field, and itself."""
    rows: list[Entity] = [workshop.session]
    for some in in_sequence(workshop).values():
        rows += some
    for row in rows:
        for field in translated_fields(type(row)):
            yield row, field, getattr(row, field)


def due(some: Iterable[Unit]) -> list[Unit]:
    """Those that a pack needs and that nobody has translated yet, or that have gone stale."""
    return [unit for unit in some if unit.declared.printed and unit.state not in DONE]


def missing_units(workshop: Workshop) -> list[Unit]:
    """The texts without words in a language, but for those that are at a translator's."""
    every = (unit for each in Language for unit in units(workshop, each))
    return [unit for unit in every if unit.state is Translation.MISSING]


def words_in(some: Iterable[Unit]) -> int:
    """How many words their originals have: translators charge by them."""
    return sum(len(unit.original.split()) for unit in some)


def unit_of(workshop: Workshop, id: str) -> Unit | None:
    """The unit with this id; None if there is no such text, or it is no translation."""
    found = UNIT_ID.fullmatch(id)
    noun = NOUNS.get(found[1]) if found else None
    if not found or not noun or found[3] not in translated_fields(noun):
        return None
    row = workshop.find(noun, found[2]) if noun in (Session, *OWNED) else None
    if row is None or not getattr(row, found[3]).state(found[4]):
        return None
    return Unit(found[1], row.id, found[3], Language(found[4]), getattr(row, found[3]))


def inside(workshop: Workshop, row: Entity) -> tuple[Text | str, ...]:
    """What people call the things that `row` stands in, the outermost first."""
    names = (known_by(each) for each in _parents(workshop, row))
    return tuple(name for name in reversed(list(names)) if name)


def translated_fields(noun: type[Entity]) -> list[str]:
    """The names of the fields of `noun` that are translated."""
    return [one.name for one in declared(noun) if one.kind is Kind.TEXT and one.translated]


def writable(words: str) -> str:
    """`words` without the two characters that neither XML nor Word can hold."""
    return _IN_NO_FILE.sub("", words).strip()


def _parents(workshop: Workshop, row: Entity) -> Iterator[Entity]:
    seen = {row.id}
    while field := parent_field(type(row)):
        kind = declared_field(type(row), field).ref
        if kind not in NOUNS or NOUNS[kind] not in OWNED:
            return
        above = workshop.find(NOUNS[kind], getattr(row, field))
        if above is None or above.id in seen:
            return
        seen.add(above.id)
        yield above
        row = above
