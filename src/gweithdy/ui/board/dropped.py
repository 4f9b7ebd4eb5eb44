"""Files that are dropped on a page: those of which cards can be made, and pictures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gweithdy.exchange.incoming.messages import ENDINGS
from gweithdy.ui.board.photo_door import ENDINGS as PICTURES
from gweithdy.ui.board.photo_door import PhotoDoor
from gweithdy.ui.keystrokes import pressed


def take_files(page: QWidget, give: Callable[[Path], None], photos: PhotoDoor) -> None:
    """Let files be dropped anywhere on `page`.

    `give` is called with one of which cards can be made; pictures become `photos`, also those
    that are pasted.
    """
    page.setAcceptDrops(True)
    page.installEventFilter(_Dropped(page, give, photos))


def take_no_drops(view: QAbstractScrollArea) -> None:
    """Leave what is dropped on `view` to the page around it: Qt's scenes take it and drop it."""
    view.setAcceptDrops(False)
    view.viewport().setAcceptDrops(False)


class _Dropped(QObject):
    def __init__(self, page: QWidget, give: Callable[[Path], None], photos: PhotoDoor) -> None:
        super().__init__(page)
        self._give, self._photos = give, photos

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if pressed(event, "board")[0] == "board.paste":
                self._photos.paste()
                return True
            return False
        do = self._meant(event.mimeData()) if isinstance(event, QDropEvent) else None
        if do is None:
            return False
        assert isinstance(event, QDropEvent)
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            do()
        return True

    def _meant(self, data: QMimeData) -> Callable[[], None] | None:
        """What is to be done with what is dropped; None for nothing."""
        if path := _file_in(data):
            return partial(self._give, path)
        if paths := _pictures_in(data):
            return partial(self._photos.take_files, paths)
        if data.hasImage() and not data.urls():
            return lambda: self._photos.take_image(QImage(data.imageData()))
        return None


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _pictures_in(data: QMimeData) -> list[Path]:
    """The files that are dropped, if all of them are pictures."""
    paths = _paths(data)
    is_all = all(path.suffix.lower().removeprefix(".") in PICTURES for path in paths)
    return paths if is_all else []


def _file_in(data: QMimeData) -> Path | None:
    paths = _paths(data)
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None
