"""The structure of a PDF read back from the file: its elements, and what was drawn for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

Key = tuple[int, int]
"""A page, counted from 0, and the number of a marked stretch on it."""


@dataclass
class Pages:
    """What the pages draw: the words of each marked stretch, and what is wrong with the marks."""

    words: dict[Key, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@dataclass
class Node:
    """An element of the file, with its path from the root by kinds."""

    object: Any
    kind: str
    path: tuple[str, ...]
    parent: Any

    def kids(self) -> list[Any]:
        """What is inside, as the file has it."""
        return kids(self.object)

    def elements(self) -> "list[Node]":
        """The elements directly inside."""
        return [
            Node(kid, kind_of(kid), (*self.path, self.kind), self.object)
            for kid in self.kids()
            if isinstance(kid, Dictionary) and "/S" in kid
        ]

    def stretches(self, pdf: Pdf) -> list[Key]:
        """The marked stretches directly inside."""
        found: list[Key] = []
        for kid in self.kids():
            if isinstance(kid, int):
                found.append((page_number(pdf, self.object.Pg), kid))
            elif kid.get("/Type") == Name.MCR:
                found.append((page_number(pdf, kid.Pg), int(kid.MCID)))
        return found

    def annotations(self) -> list[Any]:
        """The annotations directly inside."""
        inside = [kid for kid in self.kids() if isinstance(kid, Dictionary)]
        return [kid.Obj for kid in inside if kid.get("/Type") == Name.OBJR]


def kids(element: Any) -> list[Any]:
    inside = element.get("/K", Array())
    return list(inside) if isinstance(inside, Array) else [inside]


def kind_of(element: Any) -> str:
    return str(element.S)[1:]


def page_number(pdf: Pdf, page: Any) -> int:
    return [each.obj.objgen for each in pdf.pages].index(page.objgen)


def opened(content: bytes) -> Pdf:
    return pikepdf.open(BytesIO(content))


def saved(pdf: Pdf) -> bytes:
    paper = BytesIO()
    pdf.save(paper, deterministic_id=True)
    return paper.getvalue()


def root(pdf: Pdf) -> Node:
    top = pdf.Root.StructTreeRoot.K
    return Node(top, kind_of(top), (), pdf.Root.StructTreeRoot)


def nodes(node: Node) -> Iterator[Node]:
    """An element and all inside, in reading order."""
    yield node
    for each in node.elements():
        yield from nodes(each)


PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
SHOWING = {"Tj", "TJ", "'", '"'}


def drawn(pdf: Pdf) -> Pages:
    """What all pages draw."""
    pages = Pages()
    fonts: Fonts = {}
    for number, page in enumerate(pdf.pages):
        for name, font in page.Resources.Font.items():
            fonts[name] = fonts.get(name) or _letters(font)
        _draw(number, page, pages, fonts)
    return pages


Fonts = dict[str, dict[int, str]]
"""By the name of the font, which letter each of its codes stands for."""


def _draw(number: int, page: Any, pages: Pages, fonts: Fonts) -> None:
    marks: list[int | None] = []
    around_text = 0
    font: dict[int, str] = {}
    for operands, command in pikepdf.parse_content_stream(page):
        operator = str(command)
        if operator in {"BMC", "BDC"}:
            pages.faults += _begun(number, operands, marks, pages)
        elif operator == "EMC":
            marks.pop()
        elif operator == "BT":
            around_text = len(marks)
        elif operator == "ET" and around_text != len(marks):
            pages.faults.append("text-nesting")
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in PAINTING | SHOWING and not marks:
            pages.faults.append("unmarked")
        elif operator in SHOWING and marks[-1] is not None:
            pages.words[number, marks[-1]] += _shown(operands, font)


def _begun(page: int, operands: Any, marks: list[int | None], pages: Pages) -> Iterator[str]:
    """Begin what is marked; yields what is wrong with that."""
    if marks:
        yield "tag-in-artifact"
    mark = _number(operands)
    if mark is not None and (page, mark) in pages.words:
        yield "number-twice"
    if mark is not None:
        pages.words[page, mark] = ""
    marks.append(mark)


def _number(operands: Any) -> int | None:
    last = operands[-1]
    return int(last.MCID) if isinstance(last, Dictionary) and "/MCID" in last else None


def _shown(operands: Any, font: dict[int, str]) -> str:
    return "".join(font.get(code, "\ufffd") for code in bytes(operands[-1]))


_PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>\n")


def _letters(font: Any) -> dict[int, str]:
    """The letter that each code of a font stands for."""
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in pairs}
