"""Files that are dropped on a page: those of which cards can be made, and pictures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gweithdy.exchange.incoming.messages import ENDINGS
from gweithdy.domain.ids import Id
from gweithdy.ui.board.photo_door import PhotoDoor, paths_in, pictures_in
from gweithdy.ui.keystrokes import pressed


Under = Callable[[QPoint], list[Id]]
"""The cards under a point of the page: one or none."""


def take_files(
    page: QWidget, give: Callable[[Path], None], photos: PhotoDoor, under: Under
) -> None:
    """Let files be dropped anywhere on `page`.

    `give` is called with one of which cards can be made; pictures become `photos`, also those
    that are pasted. Dropped on a card, they are put beside it.
    """
    page.setAcceptDrops(True)
    page.installEventFilter(_Dropped(page, give, photos, under))


def take_no_drops(view: QAbstractScrollArea) -> None:
    """Leave what is dropped on `view` to the page around it: Qt's scenes take it and drop it."""
    view.setAcceptDrops(False)
    view.viewport().setAcceptDrops(False)


class _Dropped(QObject):
    def __init__(
        self, page: QWidget, give: Callable[[Path], None], photos: PhotoDoor, under: Under
    ) -> None:
        super().__init__(page)
        self._give, self._photos, self._under = give, photos, under

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if pressed(event, "board")[0] == "board.paste":
                self._photos.paste()
                return True
            return False
        if not isinstance(event, QDropEvent):
            return False
        cards = self._under(event.position().toPoint())
        do = self._meant(event.mimeData(), cards)
        if do is None:
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            do()
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
