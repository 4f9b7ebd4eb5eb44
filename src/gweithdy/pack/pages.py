"""Pages of a PDF as pictures, without a screen."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from threading import Lock

import pypdfium2

PDFIUM = Lock()
"""PDFium is for one thread at a time; the screen draws with it too."""

SCALE = 2.0
"""Pixels for a point of paper: 144 for an inch."""


def pictures(pdf: bytes, numbers: Sequence[int]) -> Iterator[bytes]:
    """The pages with these numbers, from 0, as PNG files; the same bytes for the same PDF."""
    for number in numbers:
        with PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as document:
            drawn = document[number].render(scale=SCALE)
            picture = drawn.to_pil().convert("RGB")
        paper = BytesIO()
        picture.save(paper, "PNG", optimize=False)
        yield paper.getvalue()
