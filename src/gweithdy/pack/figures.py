"""Figures of the document tree: drawings described by their data, with the same said in words."""

from dataclasses import dataclass

from gweithdy.domain.text import Language
from gweithdy.pack.document import Block
from gweithdy.pack.runs import Run, Runs, Thing


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A stakeholder on the map: its number in the table, and where it stands (0 to 100)."""

    number: int
    label: Runs
    power: int
    interest: int
    thing: Thing | None = None


@dataclass(frozen=True, slots=True)
class PowerInterestMap:
    """Stakeholders by interest (across) and power (up), with the ties between them.

    `corners`: the words for high power and low interest, both high, both low, and low power and
    high interest. `ties` are pairs of places in `points`.
    """

    points: tuple[MapPoint, ...]
    ties: tuple[tuple[int, int], ...]
    across: Run
    up: Run
    corners: tuple[Run, Run, Run, Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Photograph(Block):
    """A photo as a JPEG of so many pixels across and down.

    `alt` says in one language what it shows, `caption` what somebody typed about it.
    """

    jpeg: bytes
    wide: int
    high: int
    alt: Runs
    caption: Runs

    @property
    def spoken(self) -> Language:
        """The language of `alt`."""
        return self.alt[0].language if self.alt else self.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A drawing; `alt` says the same in words, in the language of the figure."""

    drawing: PowerInterestMap
    alt: Runs
    caption: Runs
