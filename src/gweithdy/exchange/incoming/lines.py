"""Plain lists: a card for each line, without what only marks the items of a list."""

import re
from collections import Counter
from collections.abc import Sequence

from gweithdy.exchange.incoming.messages import PRIVATE, Message
from gweithdy.exchange.incoming.private import MARK

BULLET = re.compile(r"\s*(?:[-*•·–—▪◦‣○●➢✓]|\[[ xX]?\]|\(?\d{1,3}[.)])\s+(?=\S)")
MOSTLY = 0.6


def read_lines(text: str) -> list[Message]:
    """A message for each line with words in it."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [
        PRIVATE if MARK.search(line) else Message(words.strip(), body=line.strip())
        for line, words in zip(lines, unmarked(lines), strict=True)
    ]


def unmarked(lines: Sequence[str]) -> list[str]:
    """`lines` without what marks the items of a list, where most of them have it."""
    bullets = Counter(bool(BULLET.match(line)) for line in lines)
    # A single "3. " may be what somebody wrote.
    is_list = bullets[True] > MOSTLY * len(lines)
    return [BULLET.sub("", line, count=1) if is_list else line for line in lines]
