"""The structure of the PDF: what each piece is and which language it speaks, whatever its look."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gweithdy.domain.text import Language
from gweithdy.pack.document import DEEPEST
from gweithdy.pack.runs import Run, Runs, Thing, words_of

Attributes = dict[str, dict[str, Any]]
"""Of an element, by their owner (`Table`, `List`, `Layout`), each by its name in the file."""

ALWAYS_THERE = frozenset({"TH", "TD"})
"""Kinds without which a table would have a hole."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A stretch of the drawing commands of a page, known there by `number`."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Clickable:
    """The place of a link: the annotation of a page, by its position in the page's list."""

    page: int
    place: int


@dataclass(eq=False)
class Element:
    """A node of the structure tree, made with the story, in the order in which it is read.

    `inside` holds the elements in it and, once it has been drawn, what was drawn for it. An
    element that is `late` is put into the one around it only when its first words are drawn.
    `thing` is what it came from, or what the one around it did.
    """

    kind: str
    language: Language
    attributes: Attributes = field(default_factory=dict)
    alt: str = ""
    inside: "list[Element | Painted | Clickable]" = field(default_factory=list)
    late: "Element | None" = None
    thing: Thing | None = None

    def add(
        self,
        kind: str,
        language: Language | None = None,
        thing: Thing | None = None,
        **given: Any,
    ) -> "Element":
        """A new element at the end of this one, in its language unless told another."""
        made = Element(kind, language or self.language, thing=thing or self.thing, **given)
        self.inside.append(made)
        return made

    def say(self, kind: str, runs: Runs, thing: Thing | None = None, **given: Any) -> "Wording":
        """A new element of words at the end of this one."""
        language = _language_of(runs, self.language)
        made = Wording(kind, language, runs=runs, thing=thing or self.thing, **given)
        self.inside.append(made)
        return made

    def drawn(self, what: "Painted | Clickable") -> None:
        """Note what was drawn for this element."""
        if self.late and not self.inside:
            self.late.inside.append(self)
        self.inside.append(what)

    @property
    def is_there(self) -> bool:
        """Whether something was drawn for it, or it must be there all the same."""
        return self.kind in ALWAYS_THERE or any(map(_is_there, self.inside))

    def there(self) -> "Iterator[Element | Painted | Clickable]":
        """What is inside, without elements for which nothing was drawn."""
        return filter(_is_there, self.inside)


@dataclass(eq=False)
class Wording(Element):
    """An element of words.

    `spoken` has an element for each run that leads somewhere or speaks another language than the
    whole; None for all others.
    """

    runs: Runs = ()
    spoken: "tuple[Wording | None, ...]" = field(init=False)

    def __post_init__(self) -> None:
        self.spoken = tuple(self._inline(run) for run in self.runs)

    @property
    def words(self) -> str:
        """The plain words."""
        return words_of(self.runs)

    def _inline(self, run: Run) -> "Wording | None":
        if run.link and self.kind != "Link":
            return Wording("Link", run.language, runs=(run,), late=self)
        if run.language is not self.language:
            return Wording("Span", run.language, runs=(run,), late=self)
        return None


def heading(level: int) -> str:
    """The kind of a heading; the title of the part is of level 1, its sections begin at 2."""
    return f"H{min(level, DEEPEST)}"


def _is_there(each: Element | Painted | Clickable) -> bool:
    return not isinstance(each, Element) or each.is_there


def _language_of(runs: Runs, around: Language) -> Language:
    """The one language of all of `runs`, and where they have several that of what is around."""
    languages = {run.language for run in runs if run.text.strip()}
    return languages.pop() if len(languages) == 1 else around
