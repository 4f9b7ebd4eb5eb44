"""What is drawn on a page, told in words as it is drawn: so a page says what it shows, no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gweithdy.pack.document import Run, Runs
from gweithdy.pack.reading import Line, Page


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table: its cells are read as one line."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are drawn.

    level   of a heading, 0 of everything else
    row     the row of a table in which they stand, under the words of `head`
    anchor  of the list of contents: the place whose page number ends the line
    """

    runs: Runs
    level: int = 0
    row: Row | None = None
    head: Runs = ()
    anchor: str = ""


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
            lines.append(Line(_joined([_with_head(cell) for cell in cells], "; ")))
        else:
            lines += [Line(_with_number(said, pages), said.level) for said in cells]
    return tuple(line for line in lines if any(run.text.strip() for run in line.runs))


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
