"""Word reader: the tables of a document as text, with every tracked change accepted."""

import re
from collections.abc import Iterator

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.translating import ReturnedFile
from gweithdy.exchange.translations.columns import read_tables
from gweithdy.exchange.xml_tree import Element, read_xml
from gweithdy.exchange.zipped import member

NO_WORD = N_("This is not a Word document (.docx) that can be read. Nothing was imported.")

GONE = ("del", "moveFrom", "Fallback", "tbl", "instrText", "delText", "pPr", "rPr", "tcPr")
"""What holds no words of a cell: what was taken out, or stands there a second time."""

SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}

FIRST_PART = "/officeDocument"

_WIDTH = re.compile("[1-9][0-9]?")


def read_word_table(data: bytes) -> ReturnedFile:
    """What stands in the bytes of a document; Problem if there is no such table in it."""
    root = read_xml(member(data, _main_part(data), NO_WORD))
    return read_tables([list(_rows(each)) for each in root.elements() if each.name == "tbl"])


def _main_part(data: bytes) -> str:
    """The name of the part with the text: Word on the web calls it otherwise."""
    for each in read_xml(member(data, "_rels/.rels", NO_WORD)).all("Relationship"):
        if each.get("Type").endswith(FIRST_PART):
            return each.get("Target").lstrip("/")
    raise Problem(NO_WORD)


def _rows(table: Element) -> Iterator[list[str]]:
    for row in _direct(table, "tr"):
        told = row.first("trPr")
        if told and told.first("del"):
            continue
        cells: list[str] = []
        for one in _direct(row, "tc"):
            cells += [_text(one), *[""] * (_span(one) - 1)]
        yield cells


def _direct(element: Element, name: str) -> Iterator[Element]:
    """The parts of this name, also those in a content control."""
    for each in element.content:
        if not isinstance(each, Element) or each.name in GONE:
            continue
        if each.name == name:
            yield each
        elif each.name in ("sdt", "sdtContent", "customXml"):
            yield from _direct(each, name)


def _span(one: Element) -> int:
    """How many columns a cell is wide."""
    told = one.first("tcPr")
    span = told.first("gridSpan") if told else None
    width = span.get("val") if span else ""
    return int(width) if _WIDTH.fullmatch(width) else 1


def _text(one: Element) -> str:
    """The words of a cell; a line for each paragraph whose end was not taken out."""
    found: list[str] = []
    waiting: list[Element | str] = [one]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            found.append(each)
        elif each.name == "t":
            found += [words for words in each.content if isinstance(words, str)]
        elif each.name in SIGNS:
            found.append(SIGNS[each.name])
        elif each.name not in GONE or each is one:
            inside = [child for child in each.content if isinstance(child, Element)]
            end: list[Element | str] = [] if each.name != "p" or _is_joined(each) else ["\n"]
            waiting += [*end, *reversed(inside)]
    return "".join(found)


def _is_joined(paragraph: Element) -> bool:
    """Whether the end of a paragraph was taken out, so that the next one goes on with it."""
    told = paragraph.first("pPr")
    mark = told.first("rPr") if told else None
    return bool(mark and mark.first("del"))
