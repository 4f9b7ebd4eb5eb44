"""The drawings of the PDF as pictures."""

from contextlib import closing
from io import BytesIO

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from gweithdy.pack.figures import Figure
from gweithdy.pack.pages import PDFIUM
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, pieces
from gweithdy.pack.pdf.shapes import shapes
from gweithdy.pack.pdf.sheet import USUAL, Sheet
from gweithdy.pack.shapes import Disc, Label, Line, Panel, Picture, Shape

DOTS = 200
"""To the inch."""
COLOURS = 128
EDGE = 2.0
"""Points on each side, so that no line at the edge is cut."""


def picture(figure: Figure, sheet: Sheet = USUAL) -> Picture:
    """The drawing of `figure` as a PNG, the same bytes for the same figure."""
    drawing = shapes(figure, sheet)
    size = drawing.width + 2 * EDGE, drawing.height + 2 * EDGE
    paper = BytesIO()
    canvas = Canvas(paper, pagesize=size, invariant=1)
    canvas.translate(EDGE, EDGE)
    for shape in drawing.shapes:
        paint(canvas, shape)
    canvas.save()
    return Picture(_png(paper.getvalue()), *size)


def _png(pdf: bytes) -> bytes:
    with PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as opened:
        # A copy of its own: the picture lies in memory of the library's.
        image = opened[0].render(scale=DOTS / 72).to_pil().copy()
    png = BytesIO()
    # A few colours and the steps between them: a third of the bytes.
    image.quantize(COLOURS).save(png, "PNG", dpi=(DOTS, DOTS), optimize=True)
    return png.getvalue()


def paint(canvas: Canvas, shape: Shape) -> None:
    match shape:
        case Line():
            canvas.setStrokeColor(shape.colour)
            canvas.setLineWidth(shape.width)
            canvas.setDash([2, 3] if shape.dashed else [])
            canvas.line(*shape.start, *shape.end)
        case Panel():
            canvas.setDash([])
            canvas.setFillColor(shape.fill or shape.line)
            canvas.setStrokeColor(shape.line or shape.fill)
            ways = {"stroke": int(bool(shape.line)), "fill": int(bool(shape.fill))}
            canvas.roundRect(*shape.box, shape.radius, **ways)
        case Disc():
            canvas.setFillColor(shape.fill)
            canvas.circle(*shape.middle, shape.radius, stroke=0, fill=1)
        case Label():
            _write(canvas, shape)


def _write(canvas: Canvas, label: Label) -> None:
    canvas.saveState()
    canvas.setFillColor(label.colour)
    canvas.translate(*label.start)
    canvas.rotate(90 if label.turned else 0)
    line = canvas.beginText(0, 0)
    for font, words in pieces(label.text, SEMIBOLD if label.strong else REGULAR):
        line.setFont(font, label.size)
        line.textOut(words)
    canvas.drawText(line)
    canvas.restoreState()
