"""The summary: what somebody with one minute reads, and nothing else of the pack."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gweithdy.domain.arrange import arranged
from gweithdy.domain.board import Card, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import seen
from gweithdy.domain.tallies import tally_seen
from gweithdy.domain.text import Text
from gweithdy.pack.actions import action_list, to_do
from gweithdy.pack.decisions import MOST_IN_SUMMARY, decided, decision_list
from gweithdy.pack.document import Block, Item, SectionBlock
from gweithdy.pack.options import Section
from gweithdy.pack.people import took_part
from gweithdy.pack.runs import Runs
from gweithdy.pack.writer import PartWriter, thing

MOST_FINDINGS = 3
MOST_ACTIONS = 6
MOST_AGREED = 7
"""Decisions and actions together: there is one page for all."""


def summary(p: PartWriter) -> Iterable[SectionBlock]:
    """Purpose, who was there, what got most votes, decisions, actions, what happens next."""
    then = _told(p, "next_steps", Section.NEXT)
    blocks: list[Block] = [
        *_told(p, "purpose", Section.PURPOSE),
        *took_part(p),
        *_findings(p),
        *_decisions(p),
        *_actions(p),
        *p.section(p.tr("What happens next"), "summary-next", then),
    ]
    return p.section(p.tr("Summary"), "summary", blocks)


def _told(p: PartWriter, field: str, section: Section) -> Iterator[Block]:
    """A text of the session, or the way to it where it is long."""
    session = p.workshop.session
    text: Text = getattr(session, field)
    words = p.text(text)
    if words and p.is_in_summary(text, section):
        yield p.paragraph(words, of=thing(session, field))
    elif words:
        yield p.paragraph(p.leading_to(section, p.tr("Told at length further on")))


def _findings(p: PartWriter) -> Iterable[SectionBlock]:
    heading, items = ranked(p)
    return p.section(heading, "summary-findings", p.listed(items[:MOST_FINDINGS]))


def ranked(p: PartWriter) -> tuple[Runs, list[Item]]:
    """Themes with most votes, or else cards; where nobody voted, themes with most cards.

    What they are called, and each with how many it has beside it.
    """
    themes, cards = p.workshop.of(Theme), seen(p.workshop)
    votes = tally_seen(p.workshop)
    groups = [group for lane in arranged(p.workshop) for group in lane.groups]
    sizes = {group.theme.id: len(group.cards) for group in groups if group.theme}
    kinds = (
        (p.tr("Themes with most votes"), _most(themes, votes), p.votes_beside),
        (p.tr("Cards with most votes"), _most(cards, votes), p.votes_beside),
        (p.tr("Themes with most cards"), _most(themes, sizes), p.cards_beside),
    )
    heading, most, beside = next((each for each in kinds if each[1]), kinds[0])
    return heading, [p.item((*p.title_of(each), *beside(n)), each) for each, n in most]


def _most(
    things: Sequence[Theme | Card], counts: Mapping[Id, int]
) -> list[tuple[Theme | Card, int]]:
    counted = [(each, counts.get(each.id, 0)) for each in things]
    return [(each, n) for each, n in sorted(counted, key=lambda each: -each[1]) if n > 0]


def _decisions(p: PartWriter) -> Iterable[SectionBlock]:
    """The first that were taken; the heading says of how many."""
    every = decided(p)
    shown = every[:MOST_IN_SUMMARY]
    heading = (*p.tr("Decisions"), *_of_all(p, len(shown), len(every)))
    return p.section(heading, "summary-decisions", decision_list(p, shown))


def _actions(p: PartWriter) -> Iterable[SectionBlock]:
    """The first of what is still to be done; the heading says of how much."""
    every = to_do(p)
    shown = every[: min(MOST_ACTIONS, MOST_AGREED - len(decided(p)[:MOST_IN_SUMMARY]))]
    heading = (*p.tr("Actions"), *_of_all(p, len(shown), len(every)))
    return p.section(heading, "summary-actions", action_list(p, shown))


def _of_all(p: PartWriter, shown: int, every: int) -> Runs:
    return p.beside(p.words.tr("{n} of {all}", n=shown, all=every)) if shown < every else ()
