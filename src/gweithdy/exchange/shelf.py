"""What files coming in, and memories, ask of a library."""

from typing import Protocol

from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Catalogue, Workshop


class Shelf(Protocol):
    """`storage.library.Library` is one; this room may not know it."""

    def catalogue(self) -> Catalogue: ...
    def workshop(self, session: Id) -> Workshop: ...
