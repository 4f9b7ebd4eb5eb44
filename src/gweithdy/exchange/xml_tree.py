"""XML trees: what an XML file holds as plain elements with their lines; nothing is fetched.

Entities cannot be declared, so none can grow, or name another file. Depth and number of parts have
bounds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.nodes import MOST_PARTS

DEEPEST = 200
"""Levels of nesting: tables inside tables in Word have some dozens."""


@dataclass(slots=True)
class Element:
    """An element without its namespace; `content` holds words and elements in their order."""

    line: int
    name: str
    attributes: dict[str, str]
    content: "list[Element | str]" = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute; "" if it is not there."""
        return self.attributes.get(name, "")

    def all(self, name: str) -> "list[Element]":
        """The elements of this name that stand directly in this one."""
        return [each for each in self.content if isinstance(each, Element) and each.name == name]

    def first(self, name: str) -> "Element | None":
        """The first of `all`."""
        return next(iter(self.all(name)), None)

    def elements(self) -> "Iterator[Element]":
        """Every element in this one, however deep, in the order of the file."""
        waiting = [iter(self.content)]
        while waiting:
            for each in waiting[-1]:
                if isinstance(each, Element):
                    yield each
                    waiting.append(iter(each.content))
                    break
            else:
                waiting.pop()


def read_xml(data: bytes) -> Element:
    """The root element in the bytes of a file; Problem names the line where it is no XML."""
    tree = _Tree("")
    tree.feed(data, is_last=True)
    assert tree.root
    return tree.root


def each_element(chunks: Iterable[bytes], name: str) -> Iterator[Element]:
    """The outermost elements called `name`, one after the other; only one is kept at a time."""
    tree = _Tree(name)
    for chunk in chunks:
        tree.feed(chunk)
        yield from tree.take()
    tree.feed(b"", is_last=True)
    yield from tree.take()


class _Tree:
    """Builds elements from the parser's events, level by level, without recursion.

    With `apart`, only elements of that name are kept, put aside as they end, and counted anew.
    """

    def __init__(self, apart: str) -> None:
        self.root: Element | None = None
        self._apart = apart
        self._done: list[Element] = []
        self._open: list[Element] = []
        self._kept_from = 0 if not apart else DEEPEST
        self._parts = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._skipped
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words

    def feed(self, data: bytes, *, is_last: bool = False) -> None:
        try:
            self._parser.Parse(data, is_last)
        except expat.ExpatError as error:
            raise Problem(
                N_("Line {line}: this is not valid XML. Nothing was imported."), line=error.lineno
            ) from error
        except (LookupError, ValueError) as error:
            # An encoding that there is not, or one of several bytes a letter.
            raise Problem(
                N_("Line {line}: save this file as UTF-8. Nothing was imported."), line=1
            ) from error

    def take(self) -> list[Element]:
        done, self._done = self._done, []
        return done

    def _doctype(self, _name: str, _system: object, _public: object, has_own: object) -> None:
        # The usual line of a TMX file names its rules, which are not fetched. Rules of its own,
        # with entities in them, no such file has.
        if has_own:
            raise self._trick()

    def _skipped(self, *_told: object) -> None:
        # Words would be lost.
        raise self._trick()

    def _trick(self) -> Problem:
        return Problem(
            N_("Line {line}: entities are not allowed in this file. Nothing was imported."),
            line=self._parser.CurrentLineNumber,
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        self._parts += 1 + len(attributes)
        if len(self._open) >= DEEPEST:
            raise Problem(
                N_("Line {line}: elements inside elements go too deep here. Nothing was imported."),
                line=line,
            )
        if self._parts > MOST_PARTS:
            raise Problem(
                N_("Line {line}: the file has more parts than can be read. Nothing was imported."),
                line=line,
            )
        told = {_local(key): value for key, value in attributes.items()}
        element = Element(line, _local(name), told)
        depth = len(self._open)
        if self._kept_from < depth:
            self._open[-1].content.append(element)
        elif element.name == self._apart:
            self._kept_from = depth
        self._open.append(element)
        self.root = self.root or element

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if self._apart and self._kept_from == len(self._open):
            self._done.append(element)
            self._kept_from, self._parts = DEEPEST, 0

    def _words(self, words: str) -> None:
        if self._kept_from < len(self._open):
            self._open[-1].content.append(words)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
