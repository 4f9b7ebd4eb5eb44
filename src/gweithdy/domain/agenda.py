"""The agenda: blocks of a day and the arithmetic of their times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import fresh, number_field, order_field, text_field
from gweithdy.domain.problem import N_, NC_
from gweithdy.domain.text import Text


class BlockKind(Choice):
    """What happens in a block."""

    WELCOME = "welcome"
    TALK = "talk"
    DISCUSSION = "discussion"
    CAPTURE = "capture"
    VOTE = "vote"
    STAKEHOLDERS = "stakeholders"
    ACTIONS = "actions"
    REFLECTION = "reflection"
    BREAK = "break"
    LUNCH = "lunch"


BLOCK_KIND_LABELS = labels(
    {
        BlockKind.WELCOME: N_("Welcome"),
        BlockKind.TALK: N_("Talk"),
        BlockKind.DISCUSSION: N_("Discussion"),
        BlockKind.CAPTURE: N_("Capture"),
        BlockKind.VOTE: NC_("kind of block", "Vote"),
        BlockKind.STAKEHOLDERS: N_("Stakeholder map"),
        BlockKind.ACTIONS: N_("Actions"),
        BlockKind.REFLECTION: NC_("kind of block", "Reflection"),
        BlockKind.BREAK: N_("Break"),
        BlockKind.LUNCH: N_("Lunch"),
    }
)

RESTS = (BlockKind.BREAK, BlockKind.LUNCH)
LONGEST_WITHOUT_BREAK = 90
"""Minutes of work after which people need a break."""
LONGEST_BLOCK = 24 * 60
"""Minutes: a block lasts a day at most."""
SHORTEST = 5
"""Minutes below which no block is shortened, unless its plan says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Owned):
    """One block of the agenda.

    `minutes` is the planned length, which nothing that happens on the day changes; re-planning
    never makes it shorter than `least`, and may leave out what is `optional`. `locked` is a start
    time that may not move (local time). `online` says what people online do meanwhile.

    Of one day: `promised` is the start by the plan with which the day was begun (minutes after
    midnight; None for what came later), `replanned` the length that was given since, `left_out`
    that it does not happen. `began` and `ended` are facts of the run (UTC).
    """

    noun: ClassVar = Noun(N_("Agenda"), page="agenda", key="agenda", copied=True)

    title: Text = text_field(N_("Agenda"), printed="agenda")
    kind: BlockKind = BlockKind.DISCUSSION
    minutes: int = number_field(15, least=1, most=LONGEST_BLOCK)
    least: int = number_field(SHORTEST, least=1, most=LONGEST_BLOCK)
    optional: bool = False
    locked: time | None = None
    notes: Text = text_field(N_("Notes"))
    online: Text = text_field(N_("What people online do"))
    lead: str = ""
    order: float = order_field()
    promised: int | None = fresh(least=0, most=100_000)
    replanned: int | None = fresh(least=1, most=LONGEST_BLOCK)
    left_out: bool = fresh(False)
    began: datetime | None = fresh()
    ended: datetime | None = fresh()


@dataclass(frozen=True, slots=True)
class Planned:
    """When a block is to happen, in minutes after midnight (may pass 1440 on a long day).

    `gap` is the free time before a locked start; negative where the blocks before overrun it, and
    it begins that much late.
    """

    block: Block
    start: int
    end: int
    gap: int = 0


def planned(blocks: Sequence[Block], start: time | None) -> list[Planned]:
    """The computed times of `blocks` in order, from the session's `start` (09:00 if unknown)."""
    now = minutes_of(start or time(9, 0))
    times: list[Planned] = []
    for block in blocks:
        gap = 0
        if block.locked is not None:
            gap = next_time(block.locked, now) - now
            now += max(0, gap)
        times.append(Planned(block, now, now + block.minutes, gap))
        now += block.minutes
    return times


def next_time(at: time, now: int) -> int:
    """`at` in minutes after midnight of the first day; on the next day if far before `now`."""
    fixed = minutes_of(at)
    while fixed < now - 12 * 60:
        fixed += 24 * 60
    return fixed


def length(block: Block) -> int:
    """Its minutes as they are planned now: those of the plan, unless the day made them others."""
    return block.minutes if block.replanned is None else block.replanned


def of_the_day(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that happen, with the lengths of now as their minutes: the plan as it is now."""
    return [replace(block, minutes=length(block)) for block in blocks if not block.left_out]


def minutes_of(at: time) -> int:
    """Minutes after midnight."""
    return at.hour * 60 + at.minute


def clock_time(minutes: int) -> str:
    """Minutes after midnight as "09:05"; past midnight starts again at 00:00."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class AgendaFinding:
    """Something about the plan worth knowing. `message` is a catalogue text with `{count}`, or
    with `{long}` where the count is of minutes.

    It is mended in `field` of one of the `blocks`: "title.cy", "locked", "" for the block itself.
    """

    message: str
    count: int
    blocks: tuple[Block, ...] = ()
    field: str = ""


def findings(times: Sequence[Planned]) -> list[AgendaFinding]:
    """What to look at before the day: long stretches, overruns, missing versions."""
    found: list[AgendaFinding] = []
    longest = _longest_stretch(times)
    minutes = total_minutes(longest)
    if minutes > LONGEST_WITHOUT_BREAK:
        found.append(AgendaFinding(N_("Without a break: {long}"), minutes, longest))
    late = [each.block for each in times if each.gap < 0]
    if late:
        overrun = -min(each.gap for each in times)
        message = N_("Late for a fixed time: {long}")
        found.append(AgendaFinding(message, overrun, tuple(late), "locked"))
    work = [each.block for each in times if each.block.kind not in RESTS]
    for message, field, lacking in (
        (N_("Blocks with no online version: {count}"), "online", [b for b in work if not b.online]),
        (
            N_("Blocks with no Welsh text: {count}"),
            "title.cy",
            [b for b in work if b.title.lacks("cy")],
        ),
        (
            N_("Blocks with no English text: {count}"),
            "title.en",
            [b for b in work if b.title.lacks("en")],
        ),
    ):
        if lacking:
            found.append(AgendaFinding(message, len(lacking), tuple(lacking), field))
    return found


def _longest_stretch(times: Sequence[Planned]) -> tuple[Block, ...]:
    """The blocks of the longest work without a break."""
    longest: tuple[Block, ...] = ()
    stretch: tuple[Block, ...] = ()
    for each in times:
        stretch = () if each.block.kind in RESTS else (*stretch, each.block)
        longest = max(longest, stretch, key=total_minutes)
    return longest


def actual_minutes(block: Block) -> float | None:
    """How long the block really took; None until it has ended."""
    if block.began is None or block.ended is None:
        return None
    return (block.ended - block.began) / timedelta(minutes=1)


def total_minutes(blocks: Iterable[Block]) -> int:
    """Planned minutes of all `blocks` together."""
    return sum(block.minutes for block in blocks)


def rest_minutes(blocks: Iterable[Block]) -> int:
    """Planned minutes of the breaks among `blocks`."""
    return sum(block.minutes for block in blocks if block.kind in RESTS)
