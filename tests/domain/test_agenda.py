"""The times of a plan: fixed starts, gaps, overruns, midnight, and what is worth a look."""

from datetime import time

from gweithdy.domain.agenda import (
    Block,
    BlockKind,
    clock_time,
    findings,
    planned,
    rest_minutes,
    total_minutes,
)
from gweithdy.domain.ids import new_id
from gweithdy.domain.text import Text, both, said


def block(minutes: int, kind: BlockKind = BlockKind.TALK, locked: time | None = None) -> Block:
    return Block(id=new_id(), session="s", minutes=minutes, kind=kind, locked=locked)


def shown(blocks: list[Block], start: time | None) -> list[tuple[str, str, int]]:
    return [
        (clock_time(each.start), clock_time(each.end), each.gap) for each in planned(blocks, start)
    ]


def test_times_follow_from_the_start() -> None:
    assert shown([block(15), block(45)], time(9, 30)) == [
        ("09:30", "09:45", 0),
        ("09:45", "10:30", 0),
    ]
    assert shown([block(15)], None) == [("09:00", "09:15", 0)]


def test_a_fixed_start_leaves_a_gap_or_is_missed() -> None:
    blocks = [block(60), block(45, BlockKind.LUNCH, time(12, 30)), block(30)]
    assert shown(blocks, time(11, 0)) == [
        ("11:00", "12:00", 0),
        ("12:30", "13:15", 30),
        ("13:15", "13:45", 0),
    ]
    late = planned(blocks, time(12, 0))
    assert [(each.start, each.gap) for each in late] == [(720, 0), (780, -30), (825, 0)]


def test_times_go_on_over_midnight() -> None:
    late = [block(90), block(30, locked=time(0, 30)), block(15)]
    assert shown(late, time(22, 30)) == [
        ("22:30", "00:00", 0),
        ("00:30", "01:00", 30),
        ("01:00", "01:15", 0),
    ]
    assert planned(late, time(22, 30))[-1].end == 25 * 60 + 15


def test_sums() -> None:
    blocks = [block(60), block(15, BlockKind.BREAK), block(45, BlockKind.LUNCH)]
    assert (total_minutes(blocks), rest_minutes(blocks)) == (120, 60)


def test_findings_name_their_blocks() -> None:
    online = said("Chat", "en")
    first = Block(id="1", session="s", title=both("Un", "One"), minutes=60, online=online)
    second = Block(id="2", session="s", title=said("Two", "en"), minutes=40, locked=time(9, 30))
    rest = Block(id="3", session="s", title=Text(), minutes=40, kind=BlockKind.BREAK)
    found = findings(planned([first, second, rest], time(9, 0)))
    assert [(one.message, one.count, [b.id for b in one.blocks]) for one in found] == [
        ("Without a break: {long}", 100, ["1", "2"]),
        ("Late for a fixed time: {long}", 30, ["2"]),
        ("Blocks with no online version: {count}", 1, ["2"]),
        ("Blocks with no Welsh text: {count}", 1, ["2"]),
    ]
