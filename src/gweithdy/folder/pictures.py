"""Pictures: boards and the stakeholder map, as the pages that a pack has of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gweithdy.domain.stop import Asked
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.contents import PackOptions, Section, outcome
from gweithdy.pack.document import SectionBlock
from gweithdy.pack.figures import Figure, PowerInterestMap
from gweithdy.pack.pages import pictures
from gweithdy.pack.reading import Readable
from gweithdy.pack.runs import Run, words_of
from gweithdy.pack.writing import readable

DRAWN = (Section.BOARDS, Section.STAKEHOLDERS)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a picture: `number` of the thing among its kind, `page` of those it takes, from 1.

    `title` may be in the other language than the page.
    """

    kind: Section
    number: int
    page: int
    language: Language
    title: Run
    png: bytes


def drawn(workshop: Workshop, today: date, cancelled: Asked | None) -> Iterator[Picture]:
    """Every board and the stakeholder map, in Welsh and in English; Stopped once `cancelled`."""
    for language in Language:
        options = PackOptions(language=str(language), sections=DRAWN, draft=True)
        document = outcome(workshop, options, today).document
        sections = document.parts[0].sections
        if any(map(_kind, sections)):
            yield from _of_part(sections, readable(document, cancelled), language)


def _of_part(
    sections: Sequence[SectionBlock], paper: Readable, language: Language
) -> Iterator[Picture]:
    headings = [words_of(section.heading) for section in sections]
    counted = dict.fromkeys(DRAWN, 0)
    for section, numbers in zip(sections, _places(paper, headings), strict=True):
        if kind := _kind(section):
            counted[kind] += 1
            # Without the mark of what is in the other language: nothing explains it in a list.
            title = section.heading[0]
            for page, png in enumerate(pictures(paper.pdf, numbers), 1):
                yield Picture(kind, counted[kind], page, language, title, png)


def _kind(section: SectionBlock) -> Section | None:
    if section.thing and section.thing.noun == "board":
        return Section.BOARDS
    has_map = any(
        isinstance(block, Figure) and isinstance(block.drawing, PowerInterestMap)
        for block in section.blocks
    )
    return Section.STAKEHOLDERS if has_map else None


def _places(paper: Readable, headings: Sequence[str]) -> list[range]:
    """The pages of each of the sections that begin with these headings, in their order."""
    found = [
        (number, place, words_of(line.runs))
        for number, lines in enumerate(paper.pages)
        for place, line in enumerate(lines)
        if line.level
    ]
    begins: list[tuple[int, int]] = []
    for heading in headings:
        at = next((n for n, each in enumerate(found) if each[2] == heading), None)
        # One that is drawn with other words than it has begins where the one before it did.
        begins.append(found[at][:2] if at is not None else (begins or [(0, 0)])[-1])
        found = found[at + 1 :] if at is not None else found
    # Where one begins below the top of a page, the one before it ends there.
    ends = [number + (place > 0) for number, place in begins[1:]]
    last = len(paper.pages)
    return [range(begin[0], end) for begin, end in zip(begins, [*ends, last], strict=True)]
