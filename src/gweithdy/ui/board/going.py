"""Where a thing is to be found on the Capture page: in which view, and on which board."""

from dataclasses import dataclass

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import shown_as
from gweithdy.domain.photos import Photo
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.released import is_released
from gweithdy.domain.rounds import Round
from gweithdy.domain.workshop import Workshop

_VIEWS: dict[type[Entity], str] = {
    Quote: "quotes", Parked: "parked", Round: "votes", Photo: "photos",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """The key of a view, what is to be current there, and its board; "" for what is on none."""

    view: str
    thing: Id
    board: Id = ""


def place_of(workshop: Workshop, thing: Id) -> Place:
    """Where `thing` is seen: a merged card as what was made of it, one that is held as such."""
    for noun, view in _VIEWS.items():
        if workshop.find(noun, thing):
            return Place(view, thing)
    thing = shown_as(workshop, thing)
    card = workshop.find(Card, thing)
    inside = card or workshop.find(Theme, thing)
    lane = workshop.find(Lane, inside.lane if inside else thing)
    view = "board" if card is None or is_released(card) else "waiting"
    return Place(view, thing, lane.board if lane else thing)
