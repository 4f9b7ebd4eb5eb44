"""The drawing of a board as SVG: letters are outlines, so that ŵ is seen wherever it is opened."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from gweithdy.domain.stop import Asked, stop_if
from gweithdy.pack.letters import one_line
from gweithdy.pack.pdf.board_layout import PAPER, Corners, Group, Piece, Whole
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, advance, pieces
from gweithdy.pack.pdf.outlines import outline
from gweithdy.pack.shapes import Disc, Label, Panel


def svg(drawing: Whole, cancelled: Asked | None = None) -> bytes:
    """The bytes of the file. Readers find the words of each card beside its outlines."""
    known: dict[tuple[str, str], str] = {}
    body = [part for group in drawing.groups for part in _group(group, known, cancelled)]
    wide, high = _n(drawing.width), _n(drawing.height)
    defined = "".join(
        f'<path id="{name}" d="{outline(font, letter)}"/>' for (font, letter), name in known.items()
    )
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt" ',
            f'viewBox="0 0 {wide} {high}" role="document">',
            f"<title>{_words(drawing.title)}</title><defs>{defined}</defs>",
            f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>\n',
            *body,
            "</svg>\n",
        )
    ).encode("utf-8", "replace")


def _group(
    group: Group, known: dict[tuple[str, str], str], cancelled: Asked | None
) -> Iterator[str]:
    stop_if(cancelled)
    language = f' lang="{group.language}"' if group.language else ""
    yield f'<g role="img"{language} aria-label={quoteattr(one_line(group.said))}>'
    for piece in group.pieces:
        yield _drawn(piece, known)
    yield "</g>\n"


def _drawn(piece: Piece, known: dict[tuple[str, str], str]) -> str:
    match piece:
        case Panel():
            x, y, wide, high = map(_n, piece.box)
            line = f' stroke="{piece.line}"' if piece.line else ""
            return (
                f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="{_n(piece.radius)}" '
                f'fill="{piece.fill}"{line}/>'
            )
        case Disc():
            x, y = map(_n, piece.middle)
            return f'<circle cx="{x}" cy="{y}" r="{_n(piece.radius)}" fill="{piece.fill}"/>'
        case Corners():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in piece.points)
            return f'<polygon points="{points}" fill="{piece.fill}"/>'
        case Label():
            return _letters(piece, known)


def _letters(label: Label, known: dict[tuple[str, str], str]) -> str:
    """A line of words; each kind of letter is drawn once, and then used."""
    x, y = label.start
    used, at = [], 0.0
    for font, words in pieces(label.text, SEMIBOLD if label.strong else REGULAR):
        for letter in words:
            # Spaces, and signs that leave no ink.
            if outline(font, letter):
                name = known.setdefault((font, letter), f"l{len(known)}")
                used.append(f'<use href="#{name}" x="{round(at)}"/>')
            at += advance(font, letter)
    size = _n(label.size / 1000, 5)
    place = f"translate({_n(x)} {_n(y)}) scale({size})"
    return f'<g transform="{place}" fill="{label.colour}">{"".join(used)}</g>'


def _words(text: str) -> str:
    return escape(one_line(text))


def _n(value: float, places: int = 1) -> str:
    return f"{value:.{places}f}".rstrip("0").rstrip(".")
