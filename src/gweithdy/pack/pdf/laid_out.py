"""What a document says in a layout that cannot say all of it in the usual way, and on what paper.

All kinds of file are made of this, so that they say the same.
"""

from dataclasses import dataclass, replace

from gweithdy.pack.document import Document
from gweithdy.pack.layouts import Layout
from gweithdy.pack.paper import A4, BODY, Paper
from gweithdy.pack.pdf.fitted import fitted
from gweithdy.pack.pdf.sheet import LARGE, USUAL, Sheet
from gweithdy.pack.pdf.stacked import stacked

NARROWER = 0.9
"""Letters of other fonts that take as much room as ours of 1."""


@dataclass(frozen=True)
class LaidOut:
    """A document, and the sheet that its pages are."""

    document: Document
    sheet: Sheet

    @property
    def paper(self) -> Paper:
        """The same for other kinds of file, whose fonts are wider than ours."""
        if self.document.layout not in (Layout.LARGE_PRINT, Layout.SUMMARY):
            return A4
        wall = self.document.layout is Layout.SUMMARY
        plus = self.sheet.size(BODY) * NARROWER - BODY if wall else self.sheet.plus
        return Paper(
            *self.sheet.paper, self.sheet.side, self.sheet.top, self.sheet.bottom, plus, wall
        )


def laid_out(document: Document) -> LaidOut:
    """The document as its layout has it, in the colour of its house."""
    made = _laid_out(document)
    return replace(made, sheet=made.sheet.coloured(document.colour))


def _laid_out(document: Document) -> LaidOut:
    match document.layout:
        case Layout.LARGE_PRINT:
            return LaidOut(stacked(document, LARGE), LARGE)
        case Layout.SUMMARY:
            return LaidOut(*fitted(document))
        case _:
            return LaidOut(document, USUAL)
