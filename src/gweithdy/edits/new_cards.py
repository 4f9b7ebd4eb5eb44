"""What a board makes of new cards: what it keeps of who said them, and whether they wait."""

from gweithdy.domain.board import Board, Lane
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import hidden_fields, naming_of
from gweithdy.domain.restraint import Holding, Standing
from gweithdy.domain.text import tidy
from gweithdy.domain.workshop import Workshop

ELSEWHERE = ("online", "imported")
"""Sources of cards that nobody in the room wrote down."""


def fields_of_new(
    workshop: Workshop, lane: Id, source: str, noted_by: str = "", *, arriving: bool = False
) -> dict[str, Value]:
    """`source`, `noted_by` and `standing` as the board of `lane` keeps them.

    `arriving`: out of a file, or in another way past everybody in the room.
    """
    source = tidy(source)
    standing = standing_of_new(workshop, lane, arriving=arriving or source in ELSEWHERE)
    said: dict[str, Value] = {"source": source, "noted_by": tidy(noted_by), "standing": standing}
    hidden = hidden_fields(naming_of(workshop, lane))
    return {name: hidden.get(name, value) for name, value in said.items()}


def standing_of_new(workshop: Workshop, lane: Id, *, arriving: bool) -> Standing:
    """Whether a new card of `lane` waits."""
    found = workshop.find(Lane, lane)
    board = workshop.find(Board, found.board) if found else None
    holding = board.holding if board else Holding.NOTHING
    # One that is not known here may hold everything.
    is_held = holding is not Holding.NOTHING and (holding is not Holding.ARRIVING or arriving)
    return Standing.WAITING if is_held else Standing.RELEASED
