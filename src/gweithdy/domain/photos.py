"""Photos: pictures of flipcharts and walls, each with a line that somebody typed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gweithdy.domain.attached import Attached, attached
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import number_field, order_field, refs, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text

LONGEST_SIDE = 2560
"""Pixels: handwriting across a whole flipchart can still be read."""
MEDIA = "image/jpeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Owned):
    """A picture that belongs to the session, and to the `cards` it is shown beside, if any.

    `line` is what somebody typed about it, `alt` says what it shows to those who do not see it.
    `picture` and `small` are JPEG files of our own making, `wide` and `high` the pixels of the
    first. `taken` is when it was put here (UTC). Who did that is not kept: it could say at which
    table of an anonymous board a flipchart stood.
    """

    noun: ClassVar = Noun(N_("Photo"), page="board", key="photos")

    line: Text = text_field(N_("Line of a photo"), printed="photos")
    alt: Text = text_field(N_("What a photo shows"), printed="photos")
    cards: tuple[Id, ...] = refs("card")
    picture: Attached | None = None
    small: Attached | None = None
    wide: int = number_field(0, least=0, most=LONGEST_SIDE)
    high: int = number_field(0, least=0, most=LONGEST_SIDE)
    taken: datetime | None = None
    order: float = order_field()


@dataclass(frozen=True, slots=True)
class Pictured:
    """A photo as it is kept, and small, as JPEG; `wide` and `high` are pixels of the first."""

    jpeg: bytes
    small_jpeg: bytes
    wide: int
    high: int
    name: str

    @property
    def picture(self) -> Attached:
        """What a field says about the picture."""
        return attached(self.jpeg, self.name, MEDIA)

    @property
    def small(self) -> Attached:
        """What a field says about the small one."""
        return attached(self.small_jpeg, self.name, MEDIA)

    @property
    def files(self) -> tuple[bytes, bytes]:
        """The bytes of both."""
        return self.jpeg, self.small_jpeg
