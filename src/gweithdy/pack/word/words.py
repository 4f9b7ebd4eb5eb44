"""Words in a Word file: runs that say their language, places that links lead to, and fields."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from gweithdy.domain.text import Language
from gweithdy.pack.letters import lines_typed
from gweithdy.pack.links import link_of
from gweithdy.pack.runs import Run, Runs, Tone
from gweithdy.pack.word.xml import w

_TONES = {Tone.PLAIN: "", Tone.STRONG: "Strong", Tone.QUIET: "Quiet"}


@dataclass(frozen=True)
class Ink:
    """Writes the words of one file, and knows its links and the places to which they lead."""

    docx: Docx
    _names: dict[str, str] = field(default_factory=dict)
    _crossings: "count[int]" = field(default_factory=lambda: count(1))

    def said(self, runs: Runs) -> Iterator[BaseOxmlElement]:
        """The words of `runs`."""
        for run in runs:
            link = link_of(run)
            if link.startswith("#"):
                yield w("hyperlink", _written(run, "Hyperlink"), anchor=self._name(link[1:]))
            elif link:
                yield self._leading_out(run, link)
            else:
                yield _written(run, _TONES[run.tone])

    def place(self, anchor: str, *inside: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """What is inside, as a place to which links to `anchor` lead."""
        name = self._name(anchor)
        number = name.removeprefix(_PLACE)
        yield w("bookmarkStart", id=number, name=name)
        yield from inside
        yield w("bookmarkEnd", id=number)

    def crossing(self, *inside: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """What is inside, marked as where the row and the column of a table's heads cross."""
        number = next(self._crossings)
        # A name that screen readers know; numbers of their own, far from those of places.
        yield w("bookmarkStart", id=_CROSSINGS + number, name=f"Title_{number}")
        yield from inside
        yield w("bookmarkEnd", id=_CROSSINGS + number)

    def linked(self, runs: Runs, anchor: str) -> BaseOxmlElement:
        """`runs` as one link to `anchor`."""
        name = self._name(anchor)
        return w("hyperlink", *(_written(run, _TONES[run.tone]) for run in runs), anchor=name)

    def _leading_out(self, run: Run, link: str) -> BaseOxmlElement:
        target = self.docx.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made = w("hyperlink", _written(run, "Hyperlink"))
        made.set(qn("r:id"), target)
        return made

    def _name(self, anchor: str) -> str:
        # Word takes letters, digits and at most 40 of them.
        return self._names.setdefault(anchor, f"{_PLACE}{len(self._names) + 1}")


_PLACE = "place"
_CROSSINGS = 1_000_000


def _written(run: Run, look: str) -> BaseOxmlElement:
    made = w("r", _looks(run.language, look))
    for place, line in enumerate(lines_typed(run.text)):
        if place:
            made.append(w("br"))
        made.append(_text(line))
    return made


def _looks(language: Language, look: str = "") -> BaseOxmlElement:
    style = [w("rStyle", val=look)] if look else []
    return w("rPr", *style, w("lang", val=language.tag))


def _text(words: str) -> BaseOxmlElement:
    made = w("t")
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made


def plain(words: str, language: Language) -> BaseOxmlElement:
    """Words of ours that are in no run."""
    return w("r", _looks(language), _text(words))


def tab(language: Language, look: str = "") -> BaseOxmlElement:
    """The way to the next tab stop; one in a `look` with a ground is seen as a bar."""
    return w("r", _looks(language, look), w("tab"))


def line_break(language: Language) -> BaseOxmlElement:
    """A new line in the same paragraph."""
    return w("r", _looks(language), w("br"))


def number(name: str, language: Language) -> BaseOxmlElement:
    """A number that Word counts itself: "PAGE" or "NUMPAGES"."""
    return w("fldSimple", plain("1", language), instr=f" {name} ")
