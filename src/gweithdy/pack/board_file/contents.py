"""What stands on the boards as a copy of a pack shows it: lanes, themes and cards.

It is read from the tree of a pack, so that what a pack leaves out is left out here too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gweithdy.domain.board import CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.contents import PackOptions, Section, outcome_pack
from gweithdy.pack.copies import Copy
from gweithdy.pack.document import Block, CardBox, ListBlock, Paragraph, SectionBlock
from gweithdy.pack.marks import mark
from gweithdy.pack.runs import Runs, Tone, words_of

BETWEEN = " · "
"""Between what is known of a card."""


@dataclass(frozen=True, slots=True)
class Said:
    """A card. `facts`: its kinds in words, where it was said and its votes, as far as shown.

    `language` is that of its words, which may be the other one.
    """

    id: Id
    words: str
    language: Language
    kinds: tuple[CardKind, ...]
    facts: str


class Name(NamedTuple):
    """The name of a theme, and what stands quietly beside it: its votes."""

    words: str
    aside: str

    @property
    def whole(self) -> str:
        return f"{self.words}{BETWEEN}{self.aside}" if self.aside else self.words


@dataclass(frozen=True, slots=True)
class Heap:
    """Cards under headings, the outermost first; () for those that stand loose in a lane."""

    themes: tuple[Name, ...]
    cards: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A lane. `thing` is its id."""

    thing: Id
    title: str
    heaps: tuple[Heap, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A board in one language; `thing` is its id, "" for the cards without a board."""

    thing: Id
    title: str
    language: Language
    columns: tuple[Column, ...]


def sheets(
    workshop: Workshop, language: Language, today: date, copy: Copy = Copy.PARTICIPANTS
) -> list[Sheet]:
    """Every board of the session in `language`, as this copy of a pack shows it."""
    options = PackOptions(language=str(language), sections=(Section.BOARDS,), copy=copy, draft=True)
    document = outcome_pack(workshop, options, today)
    made = [_sheet(each, language) for each in document.parts[0].sections]
    return [each for each in made if each.thing or each.columns]


def _sheet(section: SectionBlock, language: Language) -> Sheet:
    lanes = [each for each in section.blocks if _is_of(each, "lane")]
    columns = [_column(each) for each in lanes if isinstance(each, SectionBlock)]
    loose = tuple(_heaps([each for each in section.blocks if each not in lanes], ()))
    if loose:
        columns.append(Column("", "", loose))
    thing = section.thing.id if section.thing else ""
    return Sheet(thing, _said(section.heading), language, tuple(columns))


def _column(section: SectionBlock) -> Column:
    thing = section.thing.id if section.thing else ""
    return Column(thing, _said(section.heading), tuple(_heaps(section.blocks, ())))


def _heaps(blocks: Iterable[Block], themes: tuple[Name, ...]) -> Iterator[Heap]:
    """The cards of `blocks`, then those of the sections inside them, each under its heading."""
    inside = list(blocks)
    cards = tuple(card for each in inside for card in _cards(each))
    if cards:
        yield Heap(themes, cards)
    for each in inside:
        if isinstance(each, SectionBlock):
            # The one for cards without a theme is no theme.
            deeper = (*themes, _name(each.heading)) if each.thing else themes
            yield from _heaps(each.blocks, deeper)


def _cards(block: Block) -> Iterator[Said]:
    if isinstance(block, CardBox):
        yield _card(block, block.runs, block.kinds, words_of(block.facts))
    elif isinstance(block, ListBlock):
        for item in block.items:
            for inside in item.blocks:
                if isinstance(inside, Paragraph):
                    said, facts = _apart(inside.runs)
                    yield _card(item, said, item.kinds, facts)


def _card(block: Block, runs: Runs, kinds: tuple[CardKind, ...], facts: str) -> Said:
    runs = tuple(run for run in runs if run != mark(run.language))
    language = runs[0].language if runs else block.language
    id = block.thing.id if block.thing else ""
    return Said(id, words_of(runs), language, kinds, facts)


def _apart(runs: Runs) -> tuple[Runs, str]:
    """The words of a card, and what stands quietly beside them."""
    runs = tuple(run for run in runs if run != mark(run.language))
    quiet = next((n for n, run in enumerate(runs) if run.tone is Tone.QUIET), len(runs))
    facts = words_of(runs[quiet:]).replace("\u00a0", " ").strip(" ·")
    return runs[:quiet], facts


def _name(runs: Runs) -> Name:
    said, facts = _apart(runs)
    return Name(words_of(said), facts)


def _said(runs: Runs) -> str:
    """The words of a heading, without the mark of what is in the other language."""
    return words_of(tuple(run for run in runs if run != mark(run.language)))


def _is_of(block: Block, noun: str) -> bool:
    return block.thing is not None and block.thing.noun == noun
