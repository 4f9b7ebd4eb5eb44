"""What was said, line by line, and the one edit that keeps all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from gweithdy.domain.board import CardKind, of_kinds
from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board, quotes
from gweithdy.ui.capture.places import Place, Shelf


@dataclass(frozen=True, slots=True)
class Said:
    """Where words go, and what they are there."""

    place: Place
    kinds: tuple[CardKind, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one card, quote or parked line."""

    words: str
    language: Language
    said: Said


def kept(workshop: Workshop, lines: Sequence[Line], now: datetime, noted_by: str) -> Edit:
    """The edit that keeps `lines`, written down by `noted_by`, in their order."""
    edits: list[Edit] = []
    # What goes into one lane comes after what the lines before it put there.
    so_far = workshop.copy()
    for said, together in groupby(lines, key=lambda line: line.said):
        edits.append(_kept(so_far, said, list(together), now, noted_by))
        so_far.take(edits[-1])
    if len(edits) == 1:
        return edits[0]
    changes = tuple(change for edit in edits for change in edit.changes)
    return Edit(N_("Add several cards"), changes, workshop.id, about=str(len(lines)))


def _kept(
    workshop: Workshop, said: Said, lines: Sequence[Line], now: datetime, noted_by: str
) -> Edit:
    plain = [(line.words, str(line.language)) for line in lines]
    match said.place.shelf:
        case Shelf.QUOTE:
            return quotes.add(workshop, Quote, plain, said.source)
        case Shelf.PARKED:
            return quotes.add(workshop, Parked, plain, said.source)
    kind, also = of_kinds(said.kinds).values()
    lane, source = said.place.lane, said.source
    return board.add_cards(workshop, plain, lane, kind, source, now, also=also, noted_by=noted_by)
