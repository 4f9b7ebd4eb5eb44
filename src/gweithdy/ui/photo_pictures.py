"""The pictures of photos as a screen shows them, read from the library once each."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from gweithdy.domain.attached import Attached
from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import Problem
from gweithdy.ui.context import Context

MOST_KEPT = 300
"""Pictures, small ones mostly: some 100 MB where a session has the most photos."""


class PhotoPictures:
    """A picture whose bytes are lost, or are none, is a null pixmap."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._kept: dict[tuple[str, int, int], QPixmap] = {}

    def small(self, photo: Photo, room: QSize) -> QPixmap:
        """The small picture, no larger than `room`."""
        return self._of(photo.small or photo.picture, room)

    def large(self, photo: Photo, room: QSize) -> QPixmap:
        """The picture itself, no larger than `room`."""
        return self._of(photo.picture, room)

    def _of(self, attached: Attached | None, room: QSize) -> QPixmap:
        if attached is None or room.isEmpty():
            return QPixmap()
        key = (attached.digest, room.width(), room.height())
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._read(attached, room)
        return self._kept[key]

    def _read(self, attached: Attached, room: QSize) -> QPixmap:
        try:
            data = self._context.library.bytes_of(attached)
        except Problem as problem:
            self._context.desk.refused.emit(problem)
            data = None
        return pixmap_of(data, room) if data else QPixmap()


def pixmap_of(data: bytes, room: QSize) -> QPixmap:
    """The picture in the bytes of a JPEG, unpacked no larger than it is to be seen."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # Ours are JPEG; a library can come from anybody.
    reader = QImageReader(buffer, QByteArray(b"jpg"))
    size = reader.size()
    if not size.isValid():
        return QPixmap()
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
