"""The agenda as it was run: planned and actual times side by side."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from gweithdy.domain.agenda import (
    BLOCK_KIND_LABELS,
    Block,
    Planned,
    actual_minutes,
    clock_time,
    planned,
    total_minutes,
)
from gweithdy.language.dates import clock
from gweithdy.language.durations import duration
from gweithdy.pack.document import Column, Row, Runs, SectionBlock, words_of
from gweithdy.pack.writer import PartWriter, joined

WALES = ZoneInfo("Europe/London")
"""Sessions happen in Wales; a pack says the same on a computer set to any other zone."""


def agenda(p: PartWriter) -> Iterable[SectionBlock]:
    """A table of the blocks; the column of actual times only where the day was run."""
    blocks = p.workshop.of(Block)
    if not blocks:
        return []
    run = any(block.began for block in blocks)
    columns = [
        Column(p.ctr("heading of times", "Planned")),
        Column(p.tr("What happened") if run else p.tr("What")),
    ]
    if run:
        columns.insert(1, Column(p.tr("As run")))
    start = p.workshop.session.start
    # Without a start the times before the first fixed one are nobody's plan.
    first = next((n for n, block in enumerate(blocks) if block.locked), len(blocks))
    rows = [
        _row(p, each, run=run, timed=start is not None or place >= first)
        for place, each in enumerate(planned(blocks, start))
    ]
    said = [p.paragraph(_minutes(p, blocks)), p.table((), columns, rows, names=len(columns) - 1)]
    return p.section(p.tr("Agenda"), "agenda", said)


def _row(p: PartWriter, each: Planned, *, run: bool, timed: bool) -> Row:
    block = each.block
    times = p.plain(f"{clock_time(each.start)}–{clock_time(each.end)}")
    plan = p.cell(times if timed else p.plain(duration(block.minutes, p.words)))
    lead, kind = p.named(block.lead), p.tr(BLOCK_KIND_LABELS[block.kind])
    title = p.text(block.title)
    is_told = not title or title[0].text == words_of(kind)
    beneath = joined([lead] if is_told else [kind, lead], p.plain(" · ")[0])
    what = p.cell(title or kind, beneath)
    actual = [p.cell(p.plain(_actual(block)))] if run else []
    return p.row(block, plan, *actual, what)


def _actual(block: Block) -> str:
    if block.began is None:
        return "–"
    return f"{_clock(block.began)}–{_clock(block.ended) if block.ended else ''}"


def _clock(moment: datetime) -> str:
    try:
        return clock(moment.astimezone(WALES))
    except OverflowError:
        # The very first and last hours that there are: in Wales they lie outside of all years.
        return clock(moment)


def _minutes(p: PartWriter, blocks: list[Block]) -> Runs:
    minutes = [actual_minutes(block) for block in blocks]
    known = [each for each in minutes if each is not None]
    plan = duration(total_minutes(blocks), p.words)
    if not known:
        return p.tr("Planned: {planned}.", planned=plan)
    run = duration(round(sum(known)), p.words)
    return p.tr("Planned: {planned}. As run: {run}.", planned=plan, run=run)
