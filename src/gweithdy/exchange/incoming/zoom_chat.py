"""Chats from Zoom: saved in a meeting (now, and as in 2021), with a recording, or copied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from gweithdy.exchange.incoming.messages import PRIVATE, Left, Message
from gweithdy.exchange.incoming.private import EVERYBODY, MARK, is_private
from gweithdy.exchange.incoming.when import CLOCK, Calendar, plain_spaces

_STAMP = rf"(?P<stamp>{CLOCK})"
_ANY = r"[^\W\d]{1,14}(?: [^\W\d]{1,14})?"
_FROM, _TO = "(?:From|O|Oddi wrth|Gan)", "(?:to|i|at)"
_WHO = r"(?P<who>\S.{0,80}?)"
_WHOM = rf"(?P<whom>{EVERYBODY.pattern}[^:]{{0,30}}?|\S.{{0,80}}?{MARK.pattern})"

HEADS = tuple(
    re.compile(pattern + r"(?=\s|$)", re.IGNORECASE)
    for pattern in (
        # The two spaces round a name keep one with a " to " in it whole. In the words of any
        # language: what is not known to be for everybody is private then.
        rf"{_STAMP}\s+{_ANY}\s\s(?P<who>\S.{{0,99}}?)\s\s{_ANY}\s\s(?P<whom>\S.{{0,99}}?)\s?:",
        rf"{_STAMP}\s+{_FROM}\s+{_WHO}\s+{_TO}\s+(?P<whom>\S.{{0,99}}?)\s*:",
        rf"{_STAMP}\s+{_FROM}\s+{_WHO}\s*:",
        r"(?P<elapsed>\d{1,2}:\d{2}:\d{2})\t\s*(?P<who>[^\t]{1,99}?)\s*:(?=\t)",
        # As it is copied out of the window, without or with its time behind.
        rf"{_FROM}\s+{_WHO}\s+{_TO}\s+{_WHOM}\s*:",
        rf"{_WHO}\s+{_TO}\s+{_WHOM}\s+{_STAMP}$",
        rf"{_WHO}\s+{_TO}\s+(?P<whom>\S.{{0,80}}?{MARK.pattern})\s*:?$",
    )
)
"""Patterns of how a message begins; its words may follow on the same line."""

REACTION = re.compile(r"(?:Reacted to|Removed a .{1,12} reaction from|Adweithiodd i) ", re.I)
REPLY = re.compile(r"(?:Replying to|Yn ateb(?: i)?|Ymateb i) [\"“].*[\"”]\s*", re.IGNORECASE)
LONGEST_HEAD = 300
CUT = "\N{HORIZONTAL ELLIPSIS}"
"""Stands where a line was cut, so that nothing is taken for its end."""


@dataclass(slots=True)
class _Found:
    """A head, the words beside it, and the lines below it."""

    match: re.Match[str]
    beside: str
    lines: list[str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return (self.match.groupdict().get(name) or "").strip()


def is_head(line: str) -> bool:
    """Whether a message begins with this line."""
    return _head(line) is not None


def read_zoom_chat(text: str, day: date | None) -> list[Message]:
    """The messages of a chat; `day` is when the meeting was, for the file has only times."""
    found: list[_Found] = []
    before: list[Message] = []
    for line in text.splitlines():
        if match := _head(line):
            found.append(_Found(match, plain_spaces(line.rstrip())[match.end() :].strip()))
        elif found:
            found[-1].lines.append(line)
        elif line.strip():
            before.append(Message(line.strip(), body=line, left=Left.AROUND))
    calendar = Calendar([], day)
    return [*before, *(message for each in found for message in _messages(each, calendar))]


def _head(line: str) -> re.Match[str] | None:
    # A head is short; the words behind it may be a whole book.
    start = plain_spaces(line[:LONGEST_HEAD].rstrip())
    if len(line) > LONGEST_HEAD:
        start += CUT
    return next((found for head in HEADS if (found := head.match(start))), None)


def _messages(found: _Found, calendar: Calendar) -> Iterator[Message]:
    if is_private(found.get("whom")) or MARK.search(found.get("who")):
        yield PRIVATE
        return
    lines = [line.removeprefix("\t") for line in found.lines]
    lines.insert(0, found.beside)
    # The head of a private message that was damaged: what stands below may be private.
    cut = next((place for place, line in enumerate(lines) if MARK.search(line)), len(lines))
    yield _message(found, lines[:cut], calendar)
    if cut < len(lines):
        yield PRIVATE


def _message(found: _Found, lines: Sequence[str], calendar: Calendar) -> Message:
    body = "\n".join(lines).strip()
    words = REPLY.sub("", body, count=1).strip() if REPLY.match(body) else body
    stamp = found.get("elapsed") or found.get("stamp")
    # Of a recording the time since it began, not that of a clock.
    at = calendar.moment(found.get("stamp")) if found.get("stamp") else None
    left = Left.REACTION if REACTION.match(body) else None
    return Message(words, found.match.group().strip(), body, found.get("who"), stamp, at, left=left)
