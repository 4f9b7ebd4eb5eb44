"""A program that reads the text it is given as everything it may be, so that it can be stopped.

python -m tests.exchange.incoming.reader < TEXT
"""

import sys
from contextlib import suppress
from datetime import date

from gweithdy.domain.problem import Problem
from gweithdy.exchange.incoming.arriving import arriving_text
from gweithdy.exchange.incoming.messages import Form
from gweithdy.exchange.incoming.standing import judged


def main(text: str) -> None:
    """Read it, and judge what is in it; where it cannot be read so, it is refused."""
    found = arriving_text(text, date(2026, 9, 10))
    for form in Form:
        with suppress(Problem):
            judged(found.messages(form), ())


if __name__ == "__main__":
    main(sys.stdin.buffer.read().decode())
