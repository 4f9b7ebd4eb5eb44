"""The photos of a session as a list of small pictures with their lines."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from gweithdy.domain.ids import Id
from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import N_
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.photo_pictures import PhotoPictures
from gweithdy.ui.widgets.still import CLICK_OR_TAB

ACROSS, DOWN = 176, 132
"""Pixels of a small picture at 100 %."""
ID = Qt.ItemDataRole.UserRole


class PhotoList(QListWidget):
    """`chosen` when another one is current; `edit_asked`, `remove_asked` and `move_asked` by key.

    What is asked is asked for the one that is current; `move_asked` carries -1 or 1.
    """

    chosen = Signal()
    edit_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, context: Context, pictures: PhotoPictures) -> None:
        super().__init__()
        self._context, self._pictures = context, pictures
        self._photos: list[Photo] = []
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setSpacing(8)
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())
        self.itemDoubleClicked.connect(lambda _: self.edit_asked.emit())

    def current(self) -> Id:
        """The id of the current photo, or ""."""
        item: QListWidgetItem | None = self.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these; the one that is current stays so, else the one that took its place."""
        before, place, scrolled = self.current(), self.currentRow(), self._scrolled()
        px, words = self._context.theme.px, self._context.words
        room = QSize(px(ACROSS), px(DOWN))
        self.setIconSize(room)
        lines = 3 * self.fontMetrics().lineSpacing()
        cell = QSize(room.width() + px(16), room.height() + lines + px(8))
        blocked = self.blockSignals(True)
        self.clear()
        for number, photo in enumerate(photos, 1):
            said = " ".join(photo.line.best(words.language)[0].split())
            name = words.tr(N_("Photo {number}"), number=number)
            item = QListWidgetItem(_icon(self._pictures.small(photo, room)), said or name)
            item.setData(ID, photo.id)
            item.setSizeHint(cell)
            shows = " ".join(photo.alt.best(words.language)[0].split())
            told = (name, said, shows if shows != said else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, told)))
            self.addItem(item)
        ids = [photo.id for photo in photos]
        row = ids.index(before) if before in ids else min(max(place, 0), len(ids) - 1)
        self.setCurrentRow(row)
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(blocked)
        if self.current() != before:
            self.chosen.emit()

    def select(self, id: Id) -> None:
        """Make this photo current, in sight."""
        for row in range(self.count()):
            if self.item(row).data(ID) == id:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command, place = pressed(event, "list")
        if command and not self.current():
            event.accept()
        elif command == "list.edit":
            self.edit_asked.emit()
        elif command == "list.remove":
            self.remove_asked.emit()
        elif command == "list.move":
            self.move_asked.emit((-1, 1)[place])
        else:
            super().keyPressEvent(event)

    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()


def _icon(picture: QPixmap) -> QIcon:
    """The picture as it is, also where it is chosen: a frame says that."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
