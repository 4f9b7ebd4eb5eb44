"""The command line: the same jobs without a screen. Qt is loaded only for the window."""

import os
import sys
from collections.abc import Sequence

from gweithdy.cli.arguments.parser import parsed
from gweithdy.cli.speech import language_of
from gweithdy.domain.problem import Problem
from gweithdy.language.words import Words


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; 0, 2 for a person's mistake, 1 for a fault of ours."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    words = Words(language_of(arguments))
    asked = parsed(arguments, words)
    try:
        code: int = asked.command(asked, words)
        sys.stdout.flush()
    except Problem as problem:
        print(words.problem(problem), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read along has seen enough. Python would complain once more while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _speak_utf8() -> None:
    # A Windows code page or a Latin-1 terminal has no ŵ and no ŷ.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
