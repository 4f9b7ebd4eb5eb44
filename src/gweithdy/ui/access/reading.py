"""What a canvas tells of the things that are drawn on it, so that they can be read as a list."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done with an item: the `id` of a command, what it does, and its keys."""

    id: str
    name: str
    keys: tuple[str, ...] = ()


class Reading(ABC):
    """The things on a canvas in the order in which they are read; each has an id.

    Only `ids` are asked for all of them; the rest for one thing at a time, and of one that is no
    longer there too: then there is nothing to say.
    """

    many_at_once = False
    """Whether several can be selected."""

    @abstractmethod
    def ids(self) -> Sequence[Id]:
        """Everything that is drawn or would be if one scrolled there, in the order of reading."""

    @abstractmethod
    def current(self) -> Id:
        """Where the keyboard is; "" if nowhere."""

    @abstractmethod
    def chosen(self) -> Collection[Id]:
        """What is selected."""

    @abstractmethod
    def name(self, id: Id) -> str:
        """What it says, and what stands with it."""

    @abstractmethod
    def about(self, id: Id) -> str:
        """Where it stands among the others, in words."""

    @abstractmethod
    def level(self, id: Id) -> int:
        """How deep it lies in what; 1 is the outermost."""

    @abstractmethod
    def box(self, id: Id) -> QRect:
        """Where it lies, in pixels of the viewport, in sight or not."""

    @abstractmethod
    def in_sight(self, id: Id) -> bool:
        """Whether any of it can be seen without scrolling."""

    @abstractmethod
    def at(self, place: QPoint) -> Id:
        """What lies at a pixel of the viewport, the innermost; "" if nothing does."""

    def can_be_current(self, id: Id) -> bool:
        """Whether the keyboard can go there."""
        return bool(id)

    def can_be_chosen(self, id: Id) -> bool:
        """Whether it can be selected."""
        return False

    @abstractmethod
    def language(self, id: Id) -> Language:
        """The language of what it says."""

    def deeds(self, id: Id) -> Sequence[Deed]:
        """What can be done with it, the usual thing first."""
        return ()

    @abstractmethod
    def do(self, id: Id, deed: str) -> None:
        """Do a deed with it, as by its key."""

    @abstractmethod
    def go_to(self, id: Id) -> None:
        """Let the keyboard be there, and nothing else be selected."""

    @abstractmethod
    def choose(self, ids: Collection[Id]) -> None:
        """Let these be selected and nothing else; asked of what can be selected alone."""
