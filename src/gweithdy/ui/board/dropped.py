"""Files that are dropped on a page: those of which cards can be made, and pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gweithdy.domain.arrange import home_of
from gweithdy.domain.ids import Id
from gweithdy.exchange.incoming.messages import ENDINGS
from gweithdy.ui.board.photo_door import PhotoDoor, paths_in, pictures_in
from gweithdy.ui.board.view import BoardView
from gweithdy.ui.keystrokes import pressed


@dataclass(frozen=True, slots=True)
class Beside:
    """Which card lies under a point of the screen, "" for none, and the way to it."""

    under: Callable[[QPoint], Id]
    go_to: Callable[[Id], object]


def card_under(view: BoardView, at: QPoint) -> Id:
    """The card that is drawn at a point of the screen; "" for none."""
    place = view.viewport().mapFromGlobal(at)
    if not view.isVisible() or not view.viewport().rect().contains(place):
        return ""
    id = view.board.inmost(view.mapToScene(place))
    return home_of(id) if id in view.board.cards else ""


def take_files(
    page: QWidget, give: Callable[[Path], None], photos: PhotoDoor, beside: Beside
) -> None:
    """Let files be dropped anywhere on `page`.

    `give` is called with one of which cards can be made; pictures become `photos`, also those
    that are pasted. Dropped on a card, they are put beside it.
    """
    page.setAcceptDrops(True)
    page.installEventFilter(_Dropped(page, give, photos, beside))


def take_no_drops(view: QAbstractScrollArea) -> None:
    """Leave what is dropped on `view` to the page around it: Qt's scenes take it and drop it."""
    view.setAcceptDrops(False)
    view.viewport().setAcceptDrops(False)


class _Dropped(QObject):
    def __init__(
        self, page: QWidget, give: Callable[[Path], None], photos: PhotoDoor, beside: Beside
    ) -> None:
        super().__init__(page)
        self._page, self._give, self._photos, self._beside = page, give, photos, beside

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if pressed(event, "board")[0] == "board.paste":
                self._photos.paste()
                return True
            return False
        if not isinstance(event, QDropEvent):
            return False
        card = self._beside.under(self._page.mapToGlobal(event.position().toPoint()))
        do = self._meant(event.mimeData(), [card] if card else [])
        if do is None:
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            do()
            if card and not _file_in(event.mimeData()):
                self._beside.go_to(card)
        return True

    def _meant(self, data: QMimeData, cards: list[Id]) -> Callable[[], None] | None:
        """What is to be done with what is dropped on `cards`; None for nothing."""
        if path := _file_in(data):
            return partial(self._give, path)
        if paths := pictures_in(data):
            return partial(self._photos.take_files, paths, cards)
        if data.hasImage() and not data.urls():
            return lambda: self._photos.take_image(QImage(data.imageData()), cards)
        return None


def _file_in(data: QMimeData) -> Path | None:
    paths = paths_in(data)
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None
