"""The look of words in the PDF: strong, quiet and linked, and never read as tags."""

from typing import Any

from gweithdy.domain.text import Language
from gweithdy.pack.pdf.elements import Wording
from gweithdy.pack.pdf.fonts import FALLBACK, REGULAR, SEMIBOLD
from gweithdy.pack.pdf.pieces import pieces_of
from gweithdy.pack.pdf.sheet import USUAL
from gweithdy.pack.pdf.styles import ACCENT, INK, QUIET
from gweithdy.pack.runs import Run, Tone

CY, EN = Language.CY, Language.EN


def look(*runs: Run, name: str = "body") -> list[Any]:
    return pieces_of(Wording("P", CY, runs=runs), USUAL.style(name))[0]


def one(words: str, tone: Tone = Tone.PLAIN, name: str = "body") -> Any:
    (piece,) = look(Run(words, CY, tone), name=name)
    return piece


def test_plain_words_stand_as_they_are() -> None:
    assert (one("Dŵr").text, one("Dŵr").fontName) == ("Dŵr", REGULAR)
    assert (one("Dŵr").textColor, one("Dŵr").fontSize) == (INK, 12)
    assert one("Dŵr", name="h1").fontName == SEMIBOLD


def test_strong_words_are_bold_and_quiet_ones_have_another_colour() -> None:
    assert one("Dŵr", Tone.STRONG).fontName == SEMIBOLD
    assert one("Dŵr", Tone.QUIET).textColor == QUIET
    assert one("Dŵr", Tone.QUIET, "h1").fontName == REGULAR


def test_a_link_is_underlined_and_leads_to_its_run() -> None:
    plain, mark, piece = look(Run("a ", CY), Run("Dŵr", CY, link="#cy-part"))
    assert (plain.link, plain.us_lines) == ([], [])
    assert piece.link == [(1, "#1")]
    assert piece.us_lines[0][:2] == (1, "underline")
    assert piece.textColor == ACCENT
    assert mark.cbDefn.label.kind == "Link"


def test_runs_that_look_alike_are_one_piece_and_another_language_is_not() -> None:
    assert [piece.text for piece in look(Run("a", CY), Run("b", CY))] == ["ab"]
    pieces = look(Run("a", CY), Run("b", EN), Run("c", CY))
    assert [piece.text for piece in pieces] == ["a", "", "b", "", "c"]
    marks = [piece.cbDefn.label for piece in pieces if hasattr(piece, "cbDefn")]
    assert [(mark.kind, mark.language) for mark in marks] == [("Span", EN), ("P", CY)]


def test_no_word_begins_with_a_mark() -> None:
    """Else it would not be broken, however long it is."""
    alone = Wording("P", CY, runs=(Run("", CY), Run("w" * 300, EN)))
    words, first = pieces_of(alone, USUAL.style("body"))
    assert [piece.text for piece in words] == ["w" * 300]
    assert (first.kind, first.language) == ("Span", EN)
    after = look(Run("a\n", CY), Run("w" * 300, EN))
    kinds = ["".join(kind for kind in KINDS if hasattr(piece, kind)) for piece in after]
    assert kinds == ["", "cbDefn", "lineBreak", ""]


KINDS = ("cbDefn", "lineBreak")


def test_what_looks_like_a_tag_is_words_and_a_line_break_one() -> None:
    first, end, last = look(Run("<b>a & b</b>\nc", CY))
    assert (first.text, last.text) == ("<b>a & b</b>", "c")
    assert end.lineBreak


def test_a_symbol_has_the_font_that_draws_it() -> None:
    assert [piece.fontName for piece in look(Run("a ★", CY))] == [REGULAR, FALLBACK]
