"""What was decided, and by whom."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.decisions import Decision
from gweithdy.pack.document import ListBlock, SectionBlock
from gweithdy.pack.options import Section
from gweithdy.pack.writer import PartWriter

MOST_IN_SUMMARY = 4


def decisions(p: PartWriter) -> Iterable[SectionBlock]:
    """All decisions, unless none was taken or the summary says all of them."""
    taken = decided(p)
    if Section.SUMMARY in p.options.printed() and len(taken) <= MOST_IN_SUMMARY:
        return ()
    return p.section(p.tr("Decisions"), "decisions", decision_list(p, taken))


def decided(p: PartWriter) -> list[Decision]:
    """The decisions, but for those of which no words are there."""
    return [each for each in p.workshop.of(Decision) if p.text(each.text)]


def decision_list(p: PartWriter, taken: Iterable[Decision]) -> Iterator[ListBlock]:
    """Decisions, each with who took it quietly beside it."""
    return p.listed(
        p.item((*p.text(each.text), *p.facts_beside([p.named(each.decided_by)])), each)
        for each in taken
    )
