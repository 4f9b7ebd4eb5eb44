"""How closely cards lie on a board: roomy, usual or close, as a person chose; it is remembered."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from gweithdy.domain.problem import N_
from gweithdy.ui.board.layout import Measures


@dataclass(frozen=True, slots=True)
class Density:
    """Sizes in pixels at 100 %. `text` and `small` are those of letters, `pad` is inside a card.

    `beside`: notes stand at the end of the last line of words where that leaves them the room.
    `slim` is the least width of a card: with less room the board is scrolled sideways. From
    `wide` on a lane has one more column instead.
    """

    label: str
    text: int
    small: int
    pad: int
    notes: int
    gap: int
    lane_pad: int
    lane_gap: int
    head: int
    beside: bool
    slim: int
    wide: int


DENSITIES = MappingProxyType(
    {
        "roomy": Density(N_("Roomy"), 15, 13, 12, 4, 8, 12, 16, 44, False, 220, 300),
        "usual": Density(N_("Usual"), 15, 13, 6, 0, 5, 6, 10, 30, True, 180, 250),
        "close": Density(N_("Compact"), 13, 12, 4, 0, 3, 4, 8, 26, True, 150, 210),
    }
)
"""From the widest to the narrowest."""

USUAL = DENSITIES["usual"]


def density_of(name: str) -> Density:
    """The one that is remembered as `name`; the usual one for what another version wrote."""
    return DENSITIES.get(name, USUAL)


def after(name: str) -> str:
    """The name of the one that comes after `name`, round and round."""
    names = list(DENSITIES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


def shared(density: Density, lanes: int, room: float, px: Callable[[float], int]) -> Measures:
    """The sizes with which `lanes` share `room` pixels of the screen, each with as many columns.

    `px` makes pixels of the screen from those at 100 %. Neither the number of cards nor what
    is looked for has a part in it: a card more does not move the others.
    """
    gap, pad, lane_gap = px(density.gap), px(density.lane_pad), px(density.lane_gap)
    lane = (room - (lanes - 1) * lane_gap) / max(1, lanes) - 4 * pad
    columns = max(1, int((lane + gap) // (px(density.wide) + gap)))
    card = float(int((lane - (columns - 1) * gap) / columns))
    card = max(float(px(density.slim)), card)
    return Measures(card, gap, pad, lane_gap, px(density.head), columns, px(40))
