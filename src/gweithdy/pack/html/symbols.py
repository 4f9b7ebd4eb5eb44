"""The symbols of the kinds of cards, for those who see them: words beside them say the same."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import ByChoice
from gweithdy.pack.colours import KIND_ROLES
from gweithdy.pack.html.elements import element

_SQUARE, _TRIANGLE, _DIAMOND = "M.5 .5h9v9h-9z", "M5 0l5 10h-10z", "M5 0l5 5l-5 5l-5-5z"
_CIRCLE = "M5 0a5 5 0 0 1 0 10a5 5 0 0 1 0-10z"
_OUTLINES = ByChoice(
    {
        CardKind.CULTURAL: _CIRCLE,
        CardKind.STRUCTURAL: _SQUARE,
        CardKind.BEHAVIOURAL: _TRIANGLE,
    },
    _DIAMOND,
)


def symbol(kind: CardKind) -> Element:
    """The symbol of `kind`, as high as a letter."""
    outline = element("path", d=_OUTLINES[kind])
    look = {"viewBox": "0 0 10 10", "aria-hidden": "true", "class": f"symbol {KIND_ROLES[kind]}"}
    return element("svg", outline, **look)


def symbols(kinds: Sequence[CardKind]) -> Iterator[Element]:
    """The symbols of `kinds` beside one another; nothing for none."""
    if kinds:
        yield element("span", *map(symbol, kinds), class_="symbols")
