"""What is drawn on a page, told as it is drawn: so a page says what it shows and where, no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gweithdy.domain.boxes import Box, around
from gweithdy.pack.reading import Line, Page, Source, Spot
from gweithdy.pack.runs import Run, Runs, Thing, Voice


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table: its cells are read as one line."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are drawn.

    level   of a heading, 0 of everything else
    row     the row of a table in which they stand, under the words of `head`
    anchor  of the list of contents: the place whose page number ends the line
    thing   what they came from
    """

    runs: Runs
    level: int = 0
    row: Row | None = None
    head: Runs = ()
    anchor: str = ""
    thing: Thing | None = None


@dataclass(frozen=True, slots=True)
class Stood:
    """Where words stood that came from `thing`, or the frame around them, which has no words."""

    thing: Thing
    runs: Runs
    box: Box


def cut(said: Said, letters: int) -> tuple[Said, Said]:
    """What of `said` stands before the end of a page and after it: letters, spaces not counted."""
    before: list[Run] = []
    after: list[Run] = []
    for run in said.runs:
        place = _place_of(run.text, letters)
        letters -= _letters(run.text[:place])
        for part, text in ((before, run.text[:place]), (after, run.text[place:])):
            if text:
                part.append(replace(run, text=text))
    return replace(said, runs=tuple(before)), replace(said, runs=tuple(after), head=())


def lines_read(drawn: Sequence[Said], pages: Mapping[str, int]) -> Page:
    """The lines of a page; `pages` has the numbers of those that anchors are on."""
    lines: list[Line] = []
    for row, cells in groupby(drawn, lambda said: said.row):
        if row:
            told = list(cells)
            words = _joined([_with_head(cell) for cell in told], "; ")
            every = [run for cell in told for run in cell.runs]
            lines.append(Line(words, source=source(told[0].thing, every)))
        else:
            lines += [_line(said, pages) for said in cells]
    return tuple(line for line in lines if any(run.text.strip() for run in line.runs))


def spots_read(stood: Sequence[Stood]) -> tuple[Spot, ...]:
    """The places of a page; what came from one block of the document is one place."""
    spots: list[Spot] = []
    # The same thing can come from two blocks, but each has a `Thing` of its own.
    for _, pieces in groupby(stood, lambda each: id(each.thing)):
        together = list(pieces)
        found = source(together[0].thing, [run for each in together for run in each.runs])
        if found:
            spots.append(Spot(found, around(each.box for each in together)))
    return tuple(spots)


def source(thing: Thing | None, runs: Sequence[Run]) -> Source | None:
    """What `runs` came from, in the language of the first of them that a person wrote."""
    if thing is None or not runs:
        return None
    theirs = (run for run in runs if run.voice is not Voice.OURS)
    return Source(thing, next(theirs, runs[0]).language)


def _line(said: Said, pages: Mapping[str, int]) -> Line:
    return Line(_with_number(said, pages), said.level, source(said.thing, said.runs))


def _with_head(cell: Said) -> Runs:
    return _joined([cell.head, cell.runs], ": ")


def _with_number(said: Said, pages: Mapping[str, int]) -> Runs:
    if not said.anchor:
        return said.runs
    number = Run(str(pages[said.anchor]), said.runs[-1].language)
    return _joined([said.runs, (number,)], " · ")


def _joined(parts: Sequence[Runs], between: str) -> Runs:
    joined: Runs = ()
    for part in parts:
        if joined and part:
            joined += (Run(between, joined[-1].language),)
        joined += part
    return joined


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def _place_of(text: str, letters: int) -> int:
    """Where in `text` so many letters are past, with the spaces after them."""
    for place, letter in enumerate(text):
        if not letter.isspace():
            if not letters:
                return place
            letters -= 1
    return len(text)
