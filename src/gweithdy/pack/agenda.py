"""The agenda as it was run: planned and actual times side by side."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.agenda import (
    BLOCK_KIND_LABELS,
    Block,
    actual_minutes,
    clock_time,
    length,
    total_minutes,
)
from gweithdy.domain.day import MARK_LABELS, Mark, day_of
from gweithdy.domain.problem import N_
from gweithdy.language.dates import clock, short_date
from gweithdy.language.durations import duration
from gweithdy.language.local_time import in_wales
from gweithdy.pack.document import Block as Said
from gweithdy.pack.document import Column, Paragraph, SectionBlock
from gweithdy.pack.runs import Runs, Tone, words_of
from gweithdy.pack.writer import PartWriter


def agenda(p: PartWriter) -> Iterable[SectionBlock]:
    """A table of the blocks: what was planned, what the day made of that, and what came to be.

    Actual times only where the day was run, other lengths where there are any.
    """
    blocks = p.workshop.of(Block)
    if not blocks:
        return []
    run = any(block.began for block in blocks)
    changed = any(block.left_out or block.replanned is not None for block in blocks)
    columns = [
        Column(p.ctr("heading of times", "Planned")),
        Column(p.tr("What happened") if run else p.tr("What")),
    ]
    if run:
        columns.insert(1, Column(p.tr("As run")))
    if changed:
        columns.insert(1, Column(p.tr(N_("Re-planned"))))
    start = p.workshop.session.start
    # Without a start the times before the first fixed one are nobody's plan.
    first = next((n for n, block in enumerate(blocks) if block.locked), len(blocks))
    plan = day_of(p.workshop).plan()
    rows = []
    for place, block in enumerate(blocks):
        timed = start is not None or place >= first
        times = [_planned(p, block, plan.get(block.id), timed=timed)]
        times += [_replanned(p, block)] if changed else []
        times += [_actual(p, block)] if run else []
        rows.append(p.row(block, *(p.cell(p.plain(each)) for each in times), _what(p, block)))
    said = [
        p.paragraph(_minutes(p, blocks), Tone.QUIET),
        p.table((), columns, rows, names=len(columns) - 1),
    ]
    return p.section(p.tr("Agenda"), "agenda", said)


def _planned(p: PartWriter, block: Block, times: tuple[int, int] | None, *, timed: bool) -> str:
    """When it was to be; how long, where nobody said when; nothing if it came on the day."""
    if times is None:
        return "–"
    if not timed:
        return duration(block.minutes, p.words)
    return "–".join(clock_time(each) for each in times)


def _replanned(p: PartWriter, block: Block) -> str:
    if block.left_out:
        return words_of(p.tr(MARK_LABELS[Mark.LEFT_OUT]))
    return duration(length(block), p.words) if block.replanned is not None else ""


def _what(p: PartWriter, block: Block) -> tuple[Said, ...]:
    lead, kind = p.named(block.lead), p.tr(BLOCK_KIND_LABELS[block.kind])
    title = p.text(block.title)
    is_told = not title or title[0].text == words_of(kind)
    beside = p.facts_beside([lead] if is_told else [kind, lead])
    return (*p.cell((*(title or kind), *beside)), *_notes(p, block))


def _notes(p: PartWriter, block: Block) -> Iterator[Paragraph]:
    """For the facilitator alone: the notes, and what people online do meanwhile."""
    if not p.options.shown.everything:
        return
    for message, text in (
        (N_("Notes: {words}"), block.notes),
        (N_("Online: {words}"), block.online),
    ):
        if words := p.text(text):
            yield p.paragraph(p.around(message, words=words), Tone.QUIET)


def _actual(p: PartWriter, block: Block) -> str:
    """When a block was, with its day where that is not the day of the session."""
    if block.began is None:
        return "–"
    began = in_wales(block.began)
    times = f"{clock(began)}–{clock(in_wales(block.ended)) if block.ended else ''}"
    if p.workshop.session.date in (None, began.date()):
        return times
    return f"{short_date(began.date(), p.language)} {times}"


def _minutes(p: PartWriter, blocks: list[Block]) -> Runs:
    minutes = [actual_minutes(block) for block in blocks]
    known = [each for each in minutes if each is not None]
    plan = duration(total_minutes(blocks), p.words)
    if not known:
        return p.tr("Planned: {planned}.", planned=plan)
    run = duration(round(sum(known)), p.words)
    return p.tr("Planned: {planned}. As run: {run}.", planned=plan, run=run)
