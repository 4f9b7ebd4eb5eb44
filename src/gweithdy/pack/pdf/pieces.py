"""Runs of words as the pieces of which ReportLab makes the lines of a paragraph.

They are made here and not by its parser, which would take longer than breaking the lines: nothing
a person wrote can be read as a tag.
"""

from collections.abc import Iterator
from typing import Any

from reportlab.lib.abag import ABag
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from gweithdy.pack.pdf.elements import Element, Wording
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, pieces
from gweithdy.pack.pdf.styles import QUIET
from gweithdy.pack.runs import Run, Tone

_UNDERLINE = ("underline", None, "", "-0.125*F", 0, 1, "1")
"""As ReportLab's parser says it: kind, colour, width, place, rise, how often, gap."""


def pieces_of(wording: Wording, look: ParagraphStyle) -> tuple[list[Any], Element]:
    """The words of `wording`, and the element that the first of them are of.

    A mark stands where those of another element begin.
    """
    made: list[Any] = []
    first: Element | None = None
    speaker: Element = wording
    for place, (run, inline) in enumerate(zip(wording.runs, wording.spoken, strict=True)):
        for piece in _pieces(run, look, place):
            if first is None:
                first = speaker = inline or wording
            elif (inline or wording) is not speaker:
                speaker = inline or wording
                _put_mark(made, _mark(speaker, look))
            if made and _same(made[-1], piece):
                made[-1].text += piece.text
            else:
                made.append(piece)
    return made or [_piece("", look.fontName, look)], first or wording


def _put_mark(made: list[Any], mark: Any) -> None:
    """Put `mark` at the end, before line breaks: ReportLab breaks no word that begins with one."""
    place = len(made)
    while place and hasattr(made[place - 1], "lineBreak"):
        place -= 1
    made.insert(place, mark)


def _pieces(run: Run, look: ParagraphStyle, place: int) -> Iterator[Any]:
    colour = QUIET if run.tone is Tone.QUIET else look.textColor
    for font, words in pieces(run.text, _font(run, look)):
        for n, line in enumerate(words.split("\n")):
            if n:
                yield _piece("", font, look, lineBreak=True)
            if line and run.link:
                goes = {"link": [(place, f"#{place}")], "us_lines": [(place, *_UNDERLINE)]}
                yield _piece(line, font, look, textColor=look.accent, **goes)
            elif line:
                yield _piece(line, font, look, textColor=colour)


def _font(run: Run, look: ParagraphStyle) -> str:
    if run.tone is Tone.STRONG:
        return SEMIBOLD
    is_light = run.tone is Tone.QUIET and look.fontName == SEMIBOLD and not run.link
    return REGULAR if is_light else str(look.fontName)


def _piece(words: str, font: str, look: ParagraphStyle, **more: Any) -> Any:
    size, colour = look.fontSize, look.textColor
    given = {"fontName": font, "fontSize": size, "textColor": colour, "link": [], "us_lines": []}
    return ParaFrag(text=words, rise=0, **{**given, **more})


def _mark(speaker: Element, look: ParagraphStyle) -> Any:
    call = ABag(kind="onDraw", name="speak", label=speaker)
    return _piece("", look.fontName, look, cbDefn=call)


def _same(one: Any, other: Any) -> bool:
    """Whether both have the look of plain words of the same speaker."""
    kinds = ("cbDefn", "lineBreak")
    if any(hasattr(each, kind) for each in (one, other) for kind in kinds):
        return False
    looks = ("fontName", "textColor", "link")
    return all(getattr(one, name) == getattr(other, name) for name in looks)
