"""A page of a PDF on the screen: as large as its pane allows, or larger and smaller than that."""

from contextlib import closing

import pypdfium2
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from gweithdy.language.words import Words
from gweithdy.pack.pages import PDFIUM
from gweithdy.pack.reading import Readable, Spot
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.pack.paper import Paper

STEP = 1.25
"""How much larger one step makes a page."""
LARGEST = 4.0
SMALLEST = 0.25
"""Pixels of the screen for a point of paper."""
MARGIN = 12
NOTCH = 120
"""What one click of a wheel tells."""


class Sheet(QScrollArea):
    """One page at a time, drawn from the very PDF that will be sent. Needs the GUI thread.

    Keys and, where a page fits, the wheel go from page to page; `turned` says that they did, or
    that the size is another.
    """

    turned = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._pdf = b""
        self._spots: tuple[tuple[Spot, ...], ...] = ()
        self._paper = (1.0, 1.0)
        self._scale: float | None = None
        self._wheel = 0
        self._is_stale = False
        self.count = 0
        self.number = 0
        self.page = Paper(words)
        self.setWidget(self.page)
        # After it is put in: that shows it, and there is no page yet.
        self.page.hide()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pack(self, pack: Readable) -> None:
        """Show the pages of `pack`; the place in it and the size stay."""
        self._pdf, self._spots = pack.pdf, pack.spots
        with PDFIUM, closing(pypdfium2.PdfDocument(self._pdf)) as document:
            self.count = len(document)
        place = self.verticalScrollBar().value()
        self._go(max(1, min(self.number, self.count)))
        self.verticalScrollBar().setValue(place)

    def step(self, by: int) -> None:
        """Go on by so many pages, or back; to the last or the first one if there are fewer."""
        wanted = max(1, min(self.number + by, self.count))
        if self.count and wanted != self.number:
            self._go(wanted)
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if by > 0 else bar.maximum())

    def resize_page(self, steps: int) -> None:
        """Larger by so many steps, or smaller."""
        if self.count:
            self._scale = max(SMALLEST, min(self.scale() * STEP**steps, LARGEST))
            self._draw()

    def fit(self) -> None:
        """As large as the pane allows for the whole page."""
        self._scale = None
        self._draw()

    def is_fitted(self) -> bool:
        """Whether the page is as large as its pane allows."""
        return self._scale is None

    def scale(self) -> float:
        """Pixels of the screen for a point of paper."""
        if self._scale is not None:
            return self._scale
        wide, high = self._paper
        room = self.maximumViewportSize() - QSize(2 * MARGIN, 2 * MARGIN)
        return max(0.05, float(min(room.width() / wide, room.height() / high)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            "pack.next": 1,
            "pack.previous": -1,
            "pack.first": -self.count,
            "pack.last": self.count,
        }
        command, place = pressed(event, "pack")
        if place and self.horizontalScrollBar().maximum():
            # An arrow: first to the rest of a page that is wider than its pane.
            super().keyPressEvent(event)
        elif command in steps:
            self.step(steps[command])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y()
        bar = self.verticalScrollBar()
        if bar.value() != (bar.minimum() if turn > 0 else bar.maximum()):
            self._wheel = 0
            super().wheelEvent(event)
            return
        self._wheel += turn
        if abs(self._wheel) >= NOTCH:
            self.step(-1 if self._wheel > 0 else 1)
            self._wheel = 0
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._scale is None:
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._draw()

    def go_to(self, number: int) -> None:
        """To the page of that number, from its top."""
        if 0 < number <= self.count and number != self.number:
            self._go(number)
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def _go(self, number: int) -> None:
        self.number = number
        self._draw()

    def _draw(self) -> None:
        if not self.count:
            return
        self._is_stale = not self.isVisible()
        if self._is_stale:
            # Whoever reads the words does not wait for a picture.
            self.turned.emit()
            return
        sharp = self.devicePixelRatioF()
        # Opened for each picture, in a thousandth of a second: nothing is left open at the end.
        with PDFIUM, closing(pypdfium2.PdfDocument(self._pdf)) as document:
            page = document[self.number - 1]
            self._paper = page.get_size()
            bitmap = page.render(scale=self.scale() * sharp, rev_byteorder=True)
            size = (bitmap.width, bitmap.height, bitmap.stride)
            image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGB888)
            # A copy: the bytes above go away with this call.
            picture = QPixmap.fromImage(image.copy())
        picture.setDevicePixelRatio(sharp)
        spots = self._spots[self.number - 1] if self._spots else ()
        self.page.show_page(picture, spots, self.scale(), self._paper[1])
        self.page.show()
        self.turned.emit()
