"""A photo on a page, as large as there is room for, with its caption under it."""

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from gweithdy.pack.figures import Photograph
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Element, Wording
from gweithdy.pack.pdf.said import Said
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.words import paragraph

TALLEST, LYING = 0.62, 0.42
"""Of the page: an upright flipchart leaves room for caption and heading, of others two fit."""
GAP = 8.0
AFTER = 16.0


class PhotoFigure(Flowable):  # type: ignore[misc]
    """Picture and caption are on the same page: `element` is the picture alone."""

    def __init__(self, photo: Photograph, element: Element, caption: Wording, sheet: Sheet) -> None:
        super().__init__()
        self._photo, self._element, self._sheet = photo, element, sheet
        self._caption = paragraph(caption, sheet.style("caption"))

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        below = self._caption.wrap(available, self._sheet.height)[1] + GAP + AFTER
        share = LYING if self._photo.wide > self._photo.high else TALLEST
        room = max(min(self._sheet.height * share, self._sheet.height - below - 1), 1)
        scale = min(available / self._photo.wide, room / self._photo.high)
        self._size = self._photo.wide * scale, self._photo.high * scale
        self._below = below
        self.width, self.height = available, self._size[1] + below
        return self.width, self.height

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        wide, high = self._size
        canvas.say(Said(self._photo.alt))
        canvas.saveState()
        canvas.translate(0, self._below)
        with canvas.figure(self._element, wide, high):
            # The bytes go into the file as they are: nothing is lost, and a page is made quickly.
            canvas.drawImage(ImageReader(BytesIO(self._photo.jpeg)), 0, 0, wide, high)
        canvas.restoreState()
        self._caption.drawOn(canvas, 0, AFTER)
