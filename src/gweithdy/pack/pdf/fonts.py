"""Fonts of the PDF: the shipped text font, a fallback for symbols, and a check of every string."""

from functools import cache
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from gweithdy.domain.problem import N_, Problem
from gweithdy.resources import asset

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"
ITALIC = "SourceSans3-Italic"
FALLBACK = "DejaVuSans"

# Invisible helpers of emoji, bidirectional text and line breaking; a PDF needs none of them.
_INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0xFEFF, *range(0x200B, 0x2010)),
        *(*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
    )
)
_SHOWN = 60
_registering = Lock()


@cache
def letters(font: str) -> frozenset[int]:
    """The characters that `font` can draw; the font is ready for use afterwards."""
    with _registering:
        face = TTFont(font, str(asset("fonts", f"{font}.ttf")))
        pdfmetrics.registerFont(face)
        return frozenset(face.face.charToGlyph)


@cache
def _plain_letters(font: str) -> frozenset[str]:
    return frozenset(map(chr, letters(font)))


def pieces(text: str, font: str) -> list[tuple[str, str]]:
    """`text` cut into (font, words) pieces; a Problem where no font has a character.

    Every string goes through here before anything is drawn, so a pack has no empty boxes.
    """
    if _plain_letters(font).issuperset(text):
        return [(font, text)]
    cut: list[tuple[str, str]] = []
    for character in text.translate(_INVISIBLE):
        name = _font_for(character, font, text)
        if cut and cut[-1][0] == name:
            cut[-1] = (name, cut[-1][1] + character)
        else:
            cut.append((name, character))
    return cut


def _font_for(character: str, font: str, text: str) -> str:
    if character == "\n" or ord(character) in letters(font):
        return font
    if ord(character) in letters(FALLBACK):
        return FALLBACK
    raise Problem(
        N_(
            "The character {character} ({code}) cannot be printed. "
            "Write it in words here, then make the pack again: {text}"
        ),
        character=character,
        code=f"U+{ord(character):04X}",
        text=text if len(text) <= _SHOWN else text[:_SHOWN] + "…",
    )


def width(text: str, font: str, size: float) -> float:
    """How wide `text` is in points."""
    return sum(
        float(pdfmetrics.stringWidth(words, name, size)) for name, words in pieces(text, font)
    )
