"""Fonts of the PDF: the shipped text font, a fallback for symbols, and a box for all the rest."""

from functools import cache, lru_cache
from threading import Lock

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from gweithdy.pack.letters import INVISIBLE
from gweithdy.pack.pdf.to_unicode import to_unicode
from gweithdy.resources import asset

# What ReportLab writes itself is read as wrong letters, or none, and no checker lets it pass.
ttfonts.makeToUnicodeCMap = to_unicode

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"
ITALIC = "SourceSans3-Italic"
FALLBACK = "DejaVuSans"

BOX = "\u25a1"
"""Stands for a letter that no shipped font has."""

_LINE_ENDS = dict.fromkeys(map(ord, "\n\x0b\x0c\x85\u2028\u2029"), "\n")
_PRINTED = {**INVISIBLE, **_LINE_ENDS, ord("\t"): " "}
_registering = Lock()


@cache
def letters(font: str) -> frozenset[int]:
    """The characters that `font` can draw; the font is ready for use afterwards."""
    with _registering:
        face = TTFont(font, str(asset("fonts", f"{font}.ttf")))
        # Asked for at every word, first of the font itself: an error each time if it has none.
        face.ascent, face.descent = face.face.ascent, face.face.descent
        pdfmetrics.registerFont(face)
        return frozenset(face.face.charToGlyph)


@cache
def _plain_letters(font: str) -> frozenset[str]:
    return frozenset(map(chr, letters(font)))


def pieces(text: str, font: str) -> list[tuple[str, str]]:
    """`text` cut into (font, words) pieces; a box stands for each letter that no font has.

    Every string goes through here before anything is drawn.
    """
    if _plain_letters(font).issuperset(text):
        return [(font, text)]
    cut: list[tuple[str, str]] = []
    for character in text.translate(_PRINTED):
        name, drawn = _drawn(character, font)
        if cut and cut[-1][0] == name:
            cut[-1] = (name, cut[-1][1] + drawn)
        else:
            cut.append((name, drawn))
    return cut


def boxed(text: str) -> str:
    """The letters of `text` that no font has, each once, in their order."""
    if _plain_letters(REGULAR).issuperset(text):
        return ""
    letters = dict.fromkeys(text.translate(_PRINTED))
    return "".join(each for each in letters if each != BOX == _drawn(each, REGULAR)[1])


def _drawn(character: str, font: str) -> tuple[str, str]:
    if character == "\n" or ord(character) in letters(font):
        return font, character
    if character.isspace():
        return font, " "
    return FALLBACK, character if ord(character) in letters(FALLBACK) else BOX


def advance(font: str, letter: str) -> float:
    """How far on the next letter stands, in thousandths of the size; `font` has been asked for."""
    face = pdfmetrics.getFont(font).face
    return float(face.charWidths.get(ord(letter), face.defaultWidth))


@lru_cache(maxsize=8192)
def width(text: str, font: str, size: float) -> float:
    """How wide `text` is in points."""
    return sum(
        float(pdfmetrics.stringWidth(words, name, size)) for name, words in pieces(text, font)
    )
