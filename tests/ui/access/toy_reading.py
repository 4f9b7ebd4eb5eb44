"""A canvas with two things on it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect

from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language
from gweithdy.ui.access.reading import Reading


class ToyReading(Reading):
    """Two things; the first is current."""

    def ids(self) -> Sequence[Id]:
        return ["One", "Two"]

    def current(self) -> Id:
        return "One"

    def chosen(self) -> Collection[Id]:
        return ()

    def name(self, id: Id) -> str:
        return id

    def about(self, id: Id) -> str:
        return id

    def level(self, _id: Id) -> int:
        return 1

    def language(self, _id: Id) -> Language:
        return Language.EN

    def box(self, _id: Id) -> QRect:
        return QRect(0, 0, 9, 9)

    def in_sight(self, _id: Id) -> bool:
        return True

    def at(self, _place: QPoint) -> Id:
        return "One"

    def do(self, id: Id, deed: str) -> None:
        raise NotImplementedError

    def go_to(self, id: Id) -> None:
        raise NotImplementedError

    def choose(self, ids: Collection[Id]) -> None:
        raise NotImplementedError
