"""Where words can be kept: the lanes of every board, the quotes and the parking lot."""

from dataclasses import dataclass
from enum import StrEnum

from gweithdy.domain.board import Board, Lane, LaneKind
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words


class Shelf(StrEnum):
    """What words become: the name of the noun."""

    CARD = "card"
    QUOTE = "quote"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its name, and the `language` of that where it is somebody's words."""

    shelf: Shelf
    lane: Id = ""
    name: str = ""
    has_kinds: bool = False
    language: Language | None = None

    @property
    def key(self) -> tuple[Shelf, Id]:
        return (self.shelf, self.lane)


def places(workshop: Workshop | None, words: Words) -> list[Place]:
    """The places of a session, lanes first; one nameless lane if there is no board yet."""
    found: list[Place] = []
    if workshop:
        boards, lanes = workshop.of(Board), workshop.of(Lane)
        for board in boards:
            for lane in (each for each in lanes if each.board == board.id):
                name = lane.title.best(words.language)[0] or words.tr("Untitled")
                if board is not boards[0]:
                    title = board.title.best(words.language)[0]
                    name = f"{title}: {name}" if title else name
                has_kinds = lane.kind is LaneKind.BARRIERS
                spoken = lane.title.spoken(words.language)
                found.append(Place(Shelf.CARD, lane.id, name, has_kinds, spoken))
    if not found:
        found.append(Place(Shelf.CARD, "", words.tr("What would good look like?")))
    found.append(Place(Shelf.QUOTE, "", words.tr("Quote")))
    found.append(Place(Shelf.PARKED, "", words.tr("Parking lot")))
    return found
