"""The three symbols of kinds."""

from reportlab.pdfgen.canvas import Canvas

from gweithdy.domain.board import CardKind
from gweithdy.pack.pdf.styles import KIND_COLOURS


def draw_kind(canvas: Canvas, kind: CardKind, x: float, y: float, size: float) -> None:
    """The symbol of a kind in a square of `size` whose lower left corner is at x, y."""
    if kind is CardKind.NONE:
        return
    canvas.saveState()
    canvas.setFillColor(KIND_COLOURS[kind])
    if kind is CardKind.CULTURAL:
        canvas.circle(x + size / 2, y + size / 2, size / 2, stroke=0, fill=1)
    elif kind is CardKind.STRUCTURAL:
        inset = size * 0.06
        canvas.rect(x + inset, y + inset, size - 2 * inset, size - 2 * inset, stroke=0, fill=1)
    else:
        path = canvas.beginPath()
        path.moveTo(x, y)
        path.lineTo(x + size, y)
        path.lineTo(x + size / 2, y + size)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
