"""Files that are dropped on a page: those of which cards can be made."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gweithdy.exchange.incoming.messages import ENDINGS


def take_files(page: QWidget, give: Callable[[Path], None]) -> None:
    """Let one file at a time be dropped anywhere on `page`; `give` is called with it."""
    page.setAcceptDrops(True)
    page.installEventFilter(_Dropped(page, give))


def take_no_drops(view: QAbstractScrollArea) -> None:
    """Leave what is dropped on `view` to the page around it: Qt's scenes take it and drop it."""
    view.setAcceptDrops(False)
    view.viewport().setAcceptDrops(False)


class _Dropped(QObject):
    def __init__(self, page: QWidget, give: Callable[[Path], None]) -> None:
        super().__init__(page)
        self._give = give

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (path := _file_in(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
                self._give(path)
            return True
        return False


def _file_in(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None
