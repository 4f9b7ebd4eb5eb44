"""The list of the places where words can be kept."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal

from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.capture.places import Place, Shelf, places
from gweithdy.ui.widgets.source_box import QuietBox

MOST = 28
"""Wide letters of a question that are shown; the list shows it whole."""


class WhereBox(QuietBox):
    """The places where words can be kept; `changed` carries the Place."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(18)
        self._places: list[Place] = []
        self.currentIndexChanged.connect(lambda: self.changed.emit(self.place()))

    def place(self) -> Place:
        """The chosen place."""
        return self._places[max(0, self.currentIndex())]

    def places(self) -> list[Place]:
        """All that can be chosen."""
        return self._places

    def show_places(self, workshop: Workshop | None, words: Words) -> None:
        """Show the places of a session; the chosen one stays chosen if it is still there."""
        found = places(workshop, words)
        if found == self._places:
            return
        key = self.place().key if self._places else None
        with QSignalBlocker(self):
            self._places = found
            self.clear()
            for row, place in enumerate(found):
                self.addItem(place.name)
                self.setItemData(row, place.name, Qt.ItemDataRole.ToolTipRole)
            keys = [place.key for place in found]
            self.setCurrentIndex(keys.index(key) if key in keys else 0)
            speak_choices(self, [place.language for place in found])
            letters = self.fontMetrics().horizontalAdvance("X")
            widest = max(self.fontMetrics().horizontalAdvance(place.name) for place in found)
            self.setMinimumContentsLength(min(MOST, -(-widest // letters)))
        self.changed.emit(self.place())

    def choose_lane(self, index: int) -> None:
        """Choose the lane with this number, counted from 0."""
        lanes = [place for place in self._places if place.shelf is Shelf.CARD]
        if index < len(lanes):
            self.choose(lanes[index].key)

    def choose(self, key: tuple[Shelf, Id]) -> None:
        """Choose the place with this key."""
        self.setCurrentIndex([place.key for place in self._places].index(key))
