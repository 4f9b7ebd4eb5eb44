"""The worklist: every text of a session, a line each, and how far its translation has come."""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.arrange import arranged, unplaced
from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import Entity, declared, declared_field, noun_name
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS, OWNED
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, Translation
from gweithdy.domain.translating import translated_fields
from gweithdy.domain.workshop import Taken, Workshop

TO_CHECK = (Translation.DRAFT, Translation.MACHINE, Translation.STALE)
"""Words that are there, and that nobody has yet called a translation of those beside them."""

_NONE: Mapping[Id, "Line"] = MappingProxyType({})

_NOT_THERE = (Translation.MISSING, Translation.SENT, Translation.MACHINE)


@dataclass(frozen=True, slots=True)
class Line:
    """One text: the `field` of the `thing` of a `noun`.

    `id` is its name among the lines, `target` the language that is translated into, and `state`
    how far that has come.
    """

    noun: str
    thing: Id
    field: str
    text: Text
    # Worked out once: a filter asks thousands of lines.
    id: Id = dataclasses.field(init=False, compare=False)
    target: Language = dataclasses.field(init=False, compare=False)
    state: Translation = dataclasses.field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", line_id(self.thing, self.field))
        object.__setattr__(self, "target", self.text.target)
        object.__setattr__(self, "state", self.text.translation or Translation.MISSING)

    @property
    def declared(self) -> Field:
        """What is declared about its field."""
        return declared_field(NOUNS[self.noun], self.field)

    @property
    def is_organisers(self) -> bool:
        """Whether the organiser wrote it; else it is what somebody said, or a name."""
        return NOUNS[self.noun] in _ORGANISERS

    @property
    def cy(self) -> str:
        return self.text.cy.words

    @property
    def en(self) -> str:
        return self.text.en.words


@dataclass(frozen=True, slots=True)
class Progress:
    """Of `all` texts `there` are in a language (not by a machine alone), and some `to_check`."""

    all: int
    there: int
    to_check: int


class Worklist:
    """The lines of a session by id, in the order in which they stand in it.

    Those of `before` of which nothing has changed are the same objects here.
    """

    def __init__(self, workshop: Workshop, before: "Worklist | None" = None) -> None:
        known = before.lines if before else {}
        lines = (line for entity in _entities(workshop) for line in _lines_of(entity, known))
        self.lines: dict[Id, Line] = {line.id: line for line in lines}
        self._to_do = Counter((line.target, line.state) for line in self.lines.values())

    def take(self, taken: Taken) -> list[Line] | None:
        """The lines with other words or states by now; None where lines come, go or move."""
        lines: list[Line] = []
        for before, now in taken.values():
            if type(now) not in _TEXTS:
                continue
            if before is None or before.deleted or now.deleted or _place(before) != _place(now):
                return None
            for line in _lines_of(now, empty=True):
                known = self.lines.get(line.id)
                if known is None and line.text:
                    return None
                # One that was just emptied stays: somebody may be about to write it anew.
                if known is not None and known.text != line.text:
                    lines.append(line)
        for line in lines:
            known = self.lines[line.id]
            self._to_do[known.target, known.state] -= 1
            self._to_do[line.target, line.state] += 1
            self.lines[line.id] = line
        return lines

    def progress(self, language: Language) -> Progress:
        """How far everything has come in `language`."""
        lacking, to_check = (
            sum(self._to_do[language, state] for state in states)
            for states in (_NOT_THERE, TO_CHECK)
        )
        return Progress(len(self.lines), len(self.lines) - lacking, to_check)


def organisers_lines(workshop: Workshop) -> list[Line]:
    """The texts that the organiser wrote."""
    return [line for n in _ORGANISERS for row in workshop.of(n) for line in _lines_of(row)]


def line_id(thing: Id, field: str) -> Id:
    """The name of a line, by the thing and its field."""
    return f"{thing}.{field}"


def _entities(workshop: Workshop) -> Iterator[Entity]:
    """In the order of the nouns; a board with its questions, themes and cards as it is read."""
    for noun in _TEXTS:
        if noun is Board:
            yield from _on_boards(workshop)
        elif noun not in _ON_BOARDS:
            yield from workshop.of(noun)


def _on_boards(workshop: Workshop) -> Iterator[Entity]:
    for board in workshop.of(Board):
        yield board
        for lane in arranged(workshop, board.id):
            yield lane.lane
            for group in lane.groups:
                if group.theme:
                    yield group.theme
                yield from group.cards
    yield from unplaced(workshop)


def _lines_of(
    entity: Entity, known: Mapping[Id, Line] = _NONE, *, empty: bool = False
) -> Iterator[Line]:
    for field in _TEXTS[type(entity)]:
        text: Text = getattr(entity, field)
        if text or empty:
            line = known.get(line_id(entity.id, field))
            is_same = line is not None and line.text is text
            yield line if line and is_same else Line(noun_name(entity), entity.id, field, text)


def _place(entity: Entity) -> list[object]:
    return [getattr(entity, field) for field in _PLACES[type(entity)]]


_ALL: tuple[type[Entity], ...] = (Session, *OWNED)

_ORGANISERS: tuple[type[Entity], ...] = (Session, Block, Board, Lane, Theme, Decision, Action)

_TEXTS = {noun: texts for noun in _ALL if (texts := translated_fields(noun))}
"""The nouns with texts that are translated, and these."""

_PLACES = {
    noun: [f.name for f in declared(noun) if f.kind is Kind.ID or f.name in ("order", "standing")]
    for noun in _TEXTS
}
"""The fields that say where one of them stands."""

_ON_BOARDS = (Lane, Theme, Card)
