"""Letters as outlines: what a font draws, for files that bring no fonts."""

import ctypes
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from gweithdy.pack.pages import PDFIUM
from gweithdy.resources import asset

_WAYS = {pdfium.FPDF_SEGMENT_MOVETO: "M", pdfium.FPDF_SEGMENT_LINETO: "L"}


@lru_cache(maxsize=4096)
def outline(font: str, letter: str) -> str:
    """The path of `letter` for SVG, a thousand to the size of the letters, downwards."""
    # It is asked for by its number as a character: PDFium finds what the font draws for it.
    with PDFIUM:
        return "".join(_segments(_loaded(font), ord(letter)))


@lru_cache(maxsize=8)
def _loaded(font: str) -> Any:
    data = asset("fonts", f"{font}.ttf").read_bytes()
    # It stays open as long as the program runs, as the fonts of the pack do.
    paper = pdfium.FPDF_CreateNewDocument()
    held = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    return pdfium.FPDFText_LoadFont(paper, held, len(data), pdfium.FPDF_FONT_TRUETYPE, 1)


def _segments(font: Any, character: int) -> Iterator[str]:
    path = pdfium.FPDFFont_GetGlyphPath(font, character, 1000.0)
    if not path:
        return
    x, y, curve = ctypes.c_float(), ctypes.c_float(), 0
    for place in range(pdfium.FPDFGlyphPath_CountGlyphSegments(path)):
        segment = pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, place)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = f"{round(x.value * 1000)} {round(-y.value * 1000)}"
        way = _WAYS.get(pdfium.FPDFPathSegment_GetType(segment))
        if way is None:
            # Curves come as three points.
            way, curve = ("C" if curve == 0 else " "), (curve + 1) % 3
        yield way + point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield "Z"
