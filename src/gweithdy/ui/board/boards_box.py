"""Which board is shown: the boards of a session in a list."""

from PySide6.QtCore import Signal

from gweithdy.domain.board import Board
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.widgets.source_box import QuietBox


class BoardsBox(QuietBox):
    """`chosen` carries the board that a person chose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(14)
        self._ids: list[Id] = []
        self.activated.connect(lambda row: self.chosen.emit(self._ids[row]))

    def has_several(self) -> bool:
        """Whether there is anything to choose."""
        return len(self._ids) > 1

    def show_boards(self, workshop: Workshop, wanted: Id, language: str) -> Id:
        """Offer the boards of now; the one that is shown, which is `wanted` if it is there."""
        boards = workshop.of(Board)
        self._ids = [each.id for each in boards]
        shown = wanted if wanted in self._ids else next(iter(self._ids), "")
        titles = [each.title.best(language)[0] for each in boards]
        # A screen reader is told of each title that goes and comes.
        if titles != [self.itemText(row) for row in range(self.count())]:
            self.clear()
            self.addItems(titles)
        if shown:
            self.setCurrentIndex(self._ids.index(shown))
        speak_choices(self, [each.title.spoken(language) for each in boards])
        return shown
