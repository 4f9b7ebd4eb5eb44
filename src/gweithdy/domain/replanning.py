"""Re-planning: how what is still to come can end in time, and whether it can."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from fractions import Fraction

from gweithdy.domain.agenda import RESTS, Block, length, next_time
from gweithdy.domain.ids import Id


class Way(StrEnum):
    """What may give."""

    SHORTEN = "shorten"
    LEAVE_OUT = "leave_out"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Replan:
    """Other lengths of some blocks, and those that do not happen.

    With them the last block ends at `end` (minutes after midnight); `late` are the whole minutes by
    which that is still after the end that was asked for: 0 where it fits.
    """

    lengths: Mapping[Id, int] = field(default_factory=dict)
    left_out: frozenset[Id] = frozenset()
    end: float = 0.0
    late: int = 0

    def __bool__(self) -> bool:
        return bool(self.lengths or self.left_out)


def begins(blocks: Iterable[Block], free: float) -> Iterator[tuple[Block, float]]:
    """When each of `blocks` begins if nothing holds anybody up from `free` on.

    The one arithmetic of a day: what has a fixed start waits for it, and after it begins at once.
    """
    for block in blocks:
        if block.locked is not None:
            free = max(free, float(next_time(block.locked, int(free))))
        yield block, free
        free += length(block)


def end_of(blocks: Iterable[Block], free: float) -> float:
    """When the last of `blocks` ends; `free` without any."""
    return max((at + length(block) for block, at in begins(blocks, free)), default=free)


def replanned(blocks: Sequence[Block], free: float, end: float, way: Way) -> Replan:
    """The least that has to give so that each fixed start is met and the last block ends at `end`.

    A stretch up to a fixed start gives what it overruns, and no more: time that is free before the
    fixed start is used first. All its blocks give their share of what they have above their least;
    where that is not enough, or not allowed, what is optional is left out, from the back. Breaks
    and lunch keep their length, and no fixed start moves.
    """
    lengths: dict[Id, int] = {}
    left_out: set[Id] = set()
    begin = free
    for stretch, then in _stretches(blocks):
        until = end if then is None else float(next_time(then, int(begin)))
        kept = _enough_left_out(stretch, begin, until, way)
        left_out |= {block.id for block in stretch} - {block.id for block in kept}
        over = end_of(kept, begin) - until
        if way is not Way.LEAVE_OUT:
            lengths |= _shortened(kept, int(over))
        begin = end_of([_with(block, lengths) for block in kept], begin)
    return Replan(lengths, frozenset(left_out), begin, max(0, int(begin - end)))


def spare(block: Block) -> int:
    """Minutes that a block can do without."""
    return 0 if block.kind in RESTS else max(0, length(block) - block.least)


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[Sequence[Block], time | None]]:
    """The blocks up to each fixed start, with that start; None after the last of them."""
    first = 0
    for place, block in enumerate(blocks):
        if block.locked is not None and place > first:
            yield blocks[first:place], block.locked
            first = place
    if blocks:
        yield blocks[first:], None


def _enough_left_out(
    stretch: Sequence[Block], begin: float, until: float, way: Way
) -> Sequence[Block]:
    """`stretch` without as many of its optional blocks as have to go; all of them if need be."""
    if way is Way.SHORTEN:
        return stretch
    optional = [block.id for block in reversed(stretch) if block.optional and not block.locked]
    for many in range(len(optional) + 1):
        kept = [block for block in stretch if block.id not in optional[:many]]
        can_give = sum(map(spare, kept)) if way is Way.BOTH else 0
        if end_of(kept, begin) - until - can_give < 1:
            return kept
    return [block for block in stretch if block.id not in optional]


def _shortened(blocks: Sequence[Block], over: int) -> dict[Id, int]:
    """The lengths of those that get shorter, so that `over` minutes go, or all that can."""
    spares = {block.id: spare(block) for block in blocks}
    most = sum(spares.values())
    over = min(over, most)
    if over < 1:
        return {}
    shares = {id: Fraction(over * can, most) for id, can in spares.items()}
    cuts = {id: int(share) for id, share in shares.items()}
    # Whole minutes: those that lost most by rounding down give the rest.
    lost = sorted(shares, key=lambda id: cuts[id] - shares[id])
    for id in lost[: over - sum(cuts.values())]:
        cuts[id] += 1
    return {block.id: length(block) - cuts[block.id] for block in blocks if cuts[block.id]}


def _with(block: Block, lengths: Mapping[Id, int]) -> Block:
    return replace(block, replanned=lengths[block.id]) if block.id in lengths else block
