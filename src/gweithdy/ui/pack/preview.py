"""The pack as pages on the screen, drawn from the very PDF that will be sent."""

from threading import Lock

import pypdfium2
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from gweithdy.language.words import Words
from gweithdy.ui.theme import Theme

_PDFIUM = Lock()
"""PDFium may be used by one thread at a time."""

POINTS_ACROSS = 595
"""Width of an A4 page in points."""


def drawn_pages(pdf: bytes, width: int) -> list[QImage]:
    """Every page of `pdf` as a picture `width` pixels wide. Safe outside the GUI thread."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_drawn(page, width) for page in document]
        finally:
            document.close()


def _drawn(page: pypdfium2.PdfPage, width: int) -> QImage:
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
    image = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGB888,
    )
    # A copy: the bytes above go away with this call.
    return image.copy()


class Preview(QScrollArea):
    """Pages under one another, with their numbers."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self.pages: list[QLabel] = []
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setSpacing(16)
        self._column.setContentsMargins(16, 16, 16, 16)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def page_width(self) -> int:
        """Pixels across which a page is to be drawn, sharp on this screen."""
        return round((self.viewport().width() - 48) * self.devicePixelRatioF())

    def show_pages(self, images: list[QImage]) -> None:
        """Show these pages; the place to which one had scrolled stays."""
        place = self.verticalScrollBar().value()
        for number, image in enumerate(images, 1):
            if number > len(self.pages):
                sheet = QLabel()
                sheet.setStyleSheet("border: 1px solid palette(mid);")
                self.pages.append(sheet)
                self._column.addWidget(sheet, alignment=Qt.AlignmentFlag.AlignHCenter)
            self._fill(self.pages[number - 1], image, number, len(images))
        for sheet in self.pages[len(images) :]:
            self._column.removeWidget(sheet)
            sheet.deleteLater()
        del self.pages[len(images) :]
        self.verticalScrollBar().setValue(place)

    def _fill(self, sheet: QLabel, image: QImage, number: int, count: int) -> None:
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        sheet.setPixmap(picture)
        sheet.setFixedSize(picture.deviceIndependentSize().toSize() + QSize(2, 2))
        name = self._words.tr("Page {number} of {count}", number=number, count=count)
        sheet.setAccessibleName(name)
        sheet.setToolTip(name)
