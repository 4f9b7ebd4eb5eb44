"""The marks before items of lists: a bullet, or the symbol of a kind of card."""

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
_LISTS = ByChoice({CardKind.NONE: LIST, **{kind: n for n, kind in enumerate(_SYMBOLS, 2)}}, 5)


def list_of(kind: CardKind) -> int:
    """The number of the list whose items have the symbol of `kind`."""
    return _LISTS[kind]


def fill(numbering: BaseOxmlElement) -> None:
    """Put our lists in the place of all that are there."""
    for each in list(numbering):
        numbering.remove(each)
    marks = [("\u2022", "quiet"), *((_SYMBOLS[k], KIND_ROLES[k]) for k in _SYMBOLS)]
    lists = list(enumerate([*marks, (_DIAMOND, "quiet")], LIST))
    numbering.extend(_list(n, *mark) for n, mark in lists)
    numbering.extend(w("num", w("abstractNumId", val=n), numId=n) for n, _ in lists)


def _list(number: int, mark: str, role: str) -> BaseOxmlElement:
    colour = colours()[role].removeprefix("#")
    levels = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val="bullet"),
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
