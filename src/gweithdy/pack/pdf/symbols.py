"""The symbols of the three kinds, and of one that is not known."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import ByChoice
from gweithdy.pack.pdf.styles import KIND_COLOURS

_TRIANGLE = ((0, 0), (2, 0), (1, 2))
_DIAMOND = ((1, 0), (2, 1), (1, 2), (0, 1))
_CORNERS = ByChoice({CardKind.BEHAVIOURAL: _TRIANGLE}, _DIAMOND)
"""From the lower left, in halves of the sides of a square."""

STEP = 4 / 3
"""From one symbol to the next beside it, in their sizes."""


def draw_kinds(canvas: Canvas, kinds: Sequence[CardKind], x: float, y: float, size: float) -> None:
    """The symbols of kinds beside one another, the first as `draw_kind` draws it."""
    for place, kind in enumerate(kinds):
        draw_kind(canvas, kind, x + place * STEP * size, y, size)


def width_of(kinds: Sequence[CardKind], size: float) -> float:
    """How wide that is; 0 for none."""
    return size + further_in(len(kinds), size) if kinds else 0.0


def further_in(kinds: int, size: float) -> float:
    """How much wider than one symbol so many are."""
    return STEP * size * max(0, kinds - 1)


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
        first, *others = (
            (x + across * size / 2, y + up * size / 2) for across, up in _CORNERS[kind]
        )
        path = canvas.beginPath()
        path.moveTo(*first)
        for corner in others:
            path.lineTo(*corner)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
