"""The drawing of a board as a picture."""

from contextlib import closing
from io import BytesIO

import pypdfium2
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from gweithdy.domain.boxes import Box
from gweithdy.domain.stop import Asked, stop_if
from gweithdy.pack.pages import PDFIUM
from gweithdy.pack.pdf.board_layout import PAPER, Corners, Piece, Whole
from gweithdy.pack.pdf.picture import paint
from gweithdy.pack.shapes import Disc, Label, Panel

LARGEST = 14_000.0
"""Points that a side of a page may have."""
PIXELS = 36_000_000
"""That a picture has at most: more, and many programs do not open it."""
CLEAR = 2.0
"""Pixels to the point where there is room."""


def png(drawing: Whole, cancelled: Asked | None = None) -> bytes:
    """The bytes of the picture: the whole board, as large as pictures may be."""
    fits = min(1.0, LARGEST / max(drawing.width, drawing.height))
    paper = BytesIO()
    canvas = Canvas(paper, pagesize=(drawing.width * fits, drawing.height * fits), invariant=1)
    canvas.scale(fits, fits)
    canvas.setFillColor(HexColor(PAPER))
    canvas.rect(0, 0, drawing.width, drawing.height, stroke=0, fill=1)
    for group in drawing.groups:
        stop_if(cancelled)
        for piece in group.pieces:
            _paint(canvas, piece, drawing.height)
    canvas.save()
    area = drawing.width * drawing.height * fits * fits
    return _rendered(paper.getvalue(), min(CLEAR, (PIXELS / area) ** 0.5))


def _paint(canvas: Canvas, piece: Piece, height: float) -> None:
    """Draw a piece; on a page of the PDF, up is more."""
    match piece:
        case Panel():
            x, y, wide, high = piece.box
            box = Box(x, height - y - high, wide, high)
            paint(canvas, Panel(box, piece.radius, piece.fill, piece.line))
        case Disc():
            x, y = piece.middle
            paint(canvas, Disc((x, height - y), piece.radius, piece.fill))
        case Label():
            x, y = piece.start
            paint(canvas, Label(piece.text, (x, height - y), *_rest(piece)))
        case Corners():
            path = canvas.beginPath()
            (x, y), *others = piece.points
            path.moveTo(x, height - y)
            for x, y in others:
                path.lineTo(x, height - y)
            path.close()
            canvas.setFillColor(HexColor(piece.fill))
            canvas.drawPath(path, stroke=0, fill=1)


def _rest(label: Label) -> tuple[float, float, str, bool, bool]:
    return label.width, label.size, label.colour, label.strong, label.turned


def _rendered(pdf: bytes, scale: float) -> bytes:
    with PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as opened:
        image = opened[0].render(scale=scale).to_pil().convert("RGB")
    picture = BytesIO()
    image.save(picture, "PNG", optimize=False)
    return picture.getvalue()
