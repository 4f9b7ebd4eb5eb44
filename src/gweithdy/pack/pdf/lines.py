"""Words broken into a few lines, where no paragraph can do it, and long ones cut short."""

import re
from bisect import bisect_right
from dataclasses import replace

from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.runs import Run, Runs

LONGEST_LINE = 400
"""Characters of which surely not all fit into a line."""
_SPACE = re.compile(r"\s+")


def lines_of(text: str, room: float, size: float, most: int) -> list[str]:
    """`text` broken into at most `most` lines of `room` points; what is left over becomes "…"."""
    text = text[: most * LONGEST_LINE]
    space = width(" ", REGULAR, size)
    lines: list[str] = [""]
    end = 0.0
    for word in text.split():
        wide = width(word, REGULAR, size)
        if lines[-1] and end + space + wide > room:
            lines.append("")
        if len(lines) > most:
            break
        end = end + space + wide if lines[-1] else wide
        lines[-1] = f"{lines[-1]} {word}".strip()
    kept = [_shortened(each, room, size) for each in lines[:most]]
    if len(lines) > most:
        kept[-1] = _shortened(kept[-1].removesuffix("…") + "…", room, size)
    return kept


def _shortened(line: str, room: float, size: float) -> str:
    if width(line, REGULAR, size) <= room:
        return line
    whole = line.removesuffix("…")
    fitting = bisect_right(
        range(len(whole)), room, key=lambda n: width(whole[:n] + "…", REGULAR, size)
    )
    return whole[: max(fitting - 1, 1)].rstrip() + "…"


def in_short(runs: Runs, most: int) -> Runs:
    """`runs` on one line, with "…" for what comes after `most` characters."""
    kept: list[Run] = []
    for run in runs:
        words = _SPACE.sub(" ", run.text)
        kept.append(replace(run, text=words if len(words) <= most else words[:most] + "…"))
        most -= len(words)
        if most < 0:
            break
    return tuple(kept)
