"""Chats copied out of Teams, which saves none: from the classic client and from the new one.

The new client copies what it tells screen readers, in its own language. So a message is known by
its shape: a name on a line, and on the next one when it was written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gweithdy.exchange.incoming.messages import PRIVATE, Left, Message
from gweithdy.exchange.incoming.private import MARK
from gweithdy.exchange.incoming.when import CLOCK, DATE, Calendar, plain_spaces

CLASSIC = re.compile(
    rf"\[(?P<stamp>[^\]]{{0,40}}?{CLOCK})\]\s*(?P<who>[^\s:][^:]{{0,99}}?)\s*(?::\s*(?P<words>.*))?",
    re.IGNORECASE,
)
CLASSIC_REACTIONS = re.compile(r"\s+(?:[^\W\d_]+ \d+\s*)+")

STAMP = re.compile(rf"(?:{DATE},?\s+|[^\W\d]{{2,12}},?\s+)?{CLOCK}", re.IGNORECASE)
"""A line that says when, and nothing else."""

REACTED = re.compile(r"\d+ .{1,80}\.")
NUMBER = re.compile(r"\d{1,4}")
AROUND = re.compile(
    r"(?:has context menu|last read|edited|chat|meeting (?:started|ended).*|darllenwyd ddiwethaf"
    r"|sgwrs|golygwyd|today|yesterday|heddiw|ddoe"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd (?:llun|mawrth|mercher|iau|gwener"
    r"|sadwrn|sul))(?:,.{0,30})?)",
    re.IGNORECASE,
)
"""What stands between messages."""


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a message begins: its lines from `start` to before `words`."""

    start: int
    words: int
    author: str
    stamp: str
    is_previewed: bool = False
    beside: str = ""


def count_heads(text: str) -> int:
    """How many messages begin in `text` and have words: a list of times has none below them."""
    lines = _lines(text)
    heads = _classic(lines) or _new(lines)
    ends = [*(head.start for head in heads), len(lines)][1:]
    bodies = (lines[head.words : end] for head, end in zip(heads, ends, strict=True))
    return sum(bool(head.beside) or any(body) for head, body in zip(heads, bodies, strict=True))


def read_teams_chat(text: str, day: date | None) -> list[Message]:
    """The messages of a chat; `day` is that of the session, for what has only a time."""
    lines = _lines(text)
    is_classic = bool(heads := _classic(lines))
    heads = heads or _new(lines)
    begin = heads[0].start if heads else len(lines)
    found = [
        Message(line.strip(), body=line, left=Left.AROUND) for line in lines[:begin] if line.strip()
    ]
    ends = [*(head.start for head in heads), len(lines)][1:]
    said = [
        (head, [*([head.beside] if head.beside else []), *lines[head.words : end]])
        for head, end in zip(heads, ends, strict=True)
    ]
    calendar = Calendar([head.stamp for head in heads], day)
    for head, body in said if is_classic else _without_quotes(said):
        left = _without_reactions(body) if is_classic else _without_signs(body)
        found.append(_message(head, left, lines[head.words - 1], calendar))
    return found


def _lines(text: str) -> list[str]:
    return [plain_spaces(line).rstrip() for line in text.splitlines()]


def _classic(lines: Sequence[str]) -> list[_Head]:
    found = ((place, CLASSIC.fullmatch(line)) for place, line in enumerate(lines))
    return [
        _Head(place, place + 1, each["who"], each["stamp"].strip(), beside=each["words"] or "")
        for place, each in found
        if each
    ]


def _new(lines: Sequence[str]) -> list[_Head]:
    heads: list[_Head] = []
    for place in range(1, len(lines)):
        author = lines[place - 1].strip()
        if not author or len(author) > 100 or not STAMP.fullmatch(lines[place].strip()):
            continue
        above = lines[place - 2].strip().casefold() if place > 1 else ""
        name = author.casefold()
        # The line before tells a reader who cannot see what comes: its words, cut, and who.
        is_previewed = above != name and above.endswith(f" {name}")
        start = place - 2 if is_previewed else place - 1
        heads.append(_Head(start, place + 1, author, lines[place].strip(), is_previewed))
    return heads


def _without_quotes(said: Sequence[tuple[_Head, list[str]]]) -> Iterator[tuple[_Head, list[str]]]:
    """An answer begins with the message that it answers, whose head is no message of its own."""
    earlier: dict[tuple[str, str], list[str]] = {}
    answer: _Head | None = None
    for place, (head, body) in enumerate(said, 1):
        if answer and not head.is_previewed:
            quoted = earlier.get((head.author, head.stamp), [])
            yield answer, _without_quote(body, quoted)
            answer = None
            continue
        if answer:
            yield answer, []
        is_bare = not any(map(str.strip, body)) and place < len(said)
        answer = head if is_bare else None
        if not is_bare:
            earlier.setdefault((head.author, head.stamp), [line for line in body if line.strip()])
            yield head, body
    if answer:
        yield answer, []


def _without_quote(body: Sequence[str], quoted: Sequence[str]) -> list[str]:
    left = [line for line in body if line.strip()]
    for line in quoted:
        # A long quote is cut.
        if left and line.strip().startswith(left[0].strip().rstrip(".…").strip()):
            del left[0]
    return left if quoted or len(left) < 2 else left[1:]


def _without_reactions(body: Sequence[str]) -> list[str]:
    left = list(body)
    while left and (not left[-1].strip() or CLASSIC_REACTIONS.fullmatch(left[-1])):
        left.pop()
    return left


def _without_signs(body: Sequence[str]) -> list[str]:
    """Without what the new client says below the words: reactions, and where one had read to."""
    left = list(body)
    while left:
        last, others = left[-1].strip(), any(map(str.strip, left[:-1]))
        if not last or (AROUND.fullmatch(last) and others):
            left.pop()
        elif len(left) > 1 and _are_reactions(left[-2].strip(), last):
            del left[-2:]
            while left and left[-1].strip() and not any(map(str.isalnum, left[-1])):
                left.pop()
        else:
            break
    return left


def _are_reactions(told: str, number: str) -> bool:
    is_told = NUMBER.fullmatch(number) and REACTED.fullmatch(told)
    return bool(is_told) and told.split(maxsplit=1)[0] == number


def _message(head: _Head, body: Sequence[str], last: str, calendar: Calendar) -> Message:
    """`last` is the line of its head on which the words may begin."""
    said = "\n".join(line.strip() for line in body).strip()
    before = last.strip().removesuffix(head.beside).strip()
    if head.author not in before:
        before = f"{head.author}\n{before}"
    if MARK.search(before) or MARK.search(said):
        return PRIVATE
    return Message(said, before, said, head.author, head.stamp, calendar.moment(head.stamp))
