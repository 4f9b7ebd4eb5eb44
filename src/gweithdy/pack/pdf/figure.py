"""A drawing with its caption, before it is known what is drawn."""

from reportlab.platypus import Flowable

from gweithdy.pack.figures import Figure
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.said import Said
from gweithdy.pack.pdf.words import paragraph


class FigureBox(Flowable):  # type: ignore[misc]
    """A drawing with its caption under it, on one page."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure = figure
        self._caption = paragraph(figure.caption, "caption")

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        self._below = self._caption.wrap(available, height)[1] + 14
        self._drawn = self.measure(available)
        self.height = self._drawn + self._below
        return self.width, self.height

    def measure(self, available: float) -> float:
        """The height of the drawing."""
        raise NotImplementedError

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        canvas.say(Said(self.figure.alt))
        canvas.saveState()
        canvas.translate(0, self._below)
        self.draw_figure(canvas)
        canvas.restoreState()
        self._caption.drawOn(canvas, 0, 8)

    def draw_figure(self, canvas: PackCanvas) -> None:
        """Draw with the lower left corner of the drawing at 0, 0."""
        raise NotImplementedError
