"""The marks before items of lists: a bullet, or the symbols of the kinds of a card."""

from collections.abc import Sequence
from itertools import combinations

from docx.oxml.xmlchemy import BaseOxmlElement

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import ByChoice
from gweithdy.pack.colours import KIND_ROLES, colours
from gweithdy.pack.word.xml import w

LIST = 1
"""The list of plain bullets."""
_SYMBOLS = {
    CardKind.CULTURAL: "\u25cf",
    CardKind.STRUCTURAL: "\u25a0",
    CardKind.BEHAVIOURAL: "\u25b2",
}
_DIAMOND = "\u25c6"
_ALONE = ByChoice({kind: n for n, kind in enumerate(_SYMBOLS, 2)}, 5)
_SEVERAL = [several for n in (2, 3) for several in combinations(_SYMBOLS, n)]
_TOGETHER = {frozenset(several): n for n, several in enumerate(_SEVERAL, 6)}


def list_of(kinds: Sequence[CardKind]) -> int:
    """The number of the list whose items have the symbols of `kinds`."""
    return _TOGETHER.get(frozenset(kinds), _ALONE[kinds[0]]) if kinds else LIST


def fill(numbering: BaseOxmlElement) -> None:
    """Put our lists in the place of all that are there."""
    for each in list(numbering):
        numbering.remove(each)
    marks = [("\u2022", "quiet"), *((_SYMBOLS[k], KIND_ROLES[k]) for k in _SYMBOLS)]
    # A mark has one colour.
    several = (("".join(_SYMBOLS[kind] for kind in kinds), "ink") for kinds in _SEVERAL)
    lists = list(enumerate([*marks, (_DIAMOND, "quiet"), *several], LIST))
    numbering.extend(_list(n, *mark) for n, mark in lists)
    numbering.extend(w("num", w("abstractNumId", val=n), numId=n) for n, _ in lists)


def _list(number: int, mark: str, role: str) -> BaseOxmlElement:
    colour = colours()[role].removeprefix("#")
    levels = (
        w(
            "lvl",
            w("start", val=1),
            # Of a bullet some programs show the first letter alone.
            w("numFmt", val="bullet" if len(mark) == 1 else "none"),
            w("lvlText", val=mark),
            w("lvlJc", val="left"),
            # Without room of its own: each style says how far its paragraphs are moved in.
            w("rPr", w("b", val=0), w("i", val=0), w("color", val=colour)),
            ilvl=level,
        )
        for level in range(2)
    )
    return w(
        "abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number
    )
