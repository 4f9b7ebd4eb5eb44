"""The summary for the wall: what came of the day, read in passing from two metres away."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from gweithdy.domain.text import Text
from gweithdy.language.dates import long_date
from gweithdy.pack.actions import action_list, to_do
from gweithdy.pack.counts import MODES
from gweithdy.pack.decisions import decided, decision_list
from gweithdy.pack.document import Block, Blocks, SectionBlock, Versions
from gweithdy.pack.options import Section
from gweithdy.pack.people import took_part
from gweithdy.pack.runs import Tone
from gweithdy.pack.summary import ranked
from gweithdy.pack.writer import PartWriter, joined, thing

T = TypeVar("T")

MOST = 8
"""Themes or actions that anybody reads on a wall."""


def poster(p: PartWriter) -> Iterable[SectionBlock]:
    """Purpose, who was there, what got most votes, decisions, actions, and what happens next.

    What may not have room can also be told more briefly, and says that there is more in the pack.
    """
    session = p.workshop.session
    blocks = [
        *_when_and_where(p),
        *_text(p, session.purpose),
        *took_part(p, (MODES,)),
        *_findings(p),
        *_decisions(p),
        *_actions(p),
        *p.section(p.tr("What happens next"), "summary-next", _text(p, session.next_steps)),
    ]
    return p.section(p.tr("Summary"), Section.SUMMARY, blocks)


def _when_and_where(p: PartWriter) -> Iterator[Block]:
    session = p.workshop.session
    day = p.plain(long_date(session.date, p.language)) if session.date else ()
    said = joined([day, p.text(session.place)], p.plain(" · ")[0])
    if said:
        yield p.paragraph(said, Tone.QUIET)


def _text(p: PartWriter, text: Text) -> Iterator[Block]:
    """A text of the session, or that it is in the pack."""
    words = p.text(text)
    if words:
        session = p.workshop.session
        whole, brief = p.paragraph(words, of=session), _elsewhere(p)
        yield Versions(language=p.language, told=((whole,), (brief,)), thing=thing(session))


def _findings(p: PartWriter) -> Iterable[SectionBlock]:
    heading, items = ranked(p)
    return p.section(heading, "summary-findings", _as_many(p, items, p.listed))


def _decisions(p: PartWriter) -> Iterable[SectionBlock]:
    shown = _as_many(p, decided(p), partial(decision_list, p))
    return p.section(p.tr("Decisions"), "summary-decisions", shown)


def _actions(p: PartWriter) -> Iterable[SectionBlock]:
    shown = _as_many(p, to_do(p), partial(action_list, p))
    return p.section(p.tr("Actions"), "summary-actions", shown)


def _as_many(
    p: PartWriter, things: Sequence[T], told: Callable[[Sequence[T]], Iterable[Block]]
) -> Iterator[Block]:
    """As many of `things` as there is room for, and how many more there are."""
    if things:
        versions = tuple(
            (*told(things[:n]), *_more(p, len(things) - n))
            for n in range(min(len(things), MOST), 0, -1)
        )
        yield Versions(language=p.language, told=(*versions, (_elsewhere(p),)))


def _more(p: PartWriter, n: int) -> Blocks:
    said = p.ntr("And {n} more in the outcome pack.", "And {n} more in the outcome pack.", n)
    return (p.paragraph(said),) if n else ()


def _elsewhere(p: PartWriter) -> Block:
    return p.paragraph(p.tr("This is in the outcome pack."))
