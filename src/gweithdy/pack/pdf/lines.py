"""Words broken into a few lines, where no paragraph can do it."""

from gweithdy.pack.pdf.fonts import REGULAR, width


def lines_of(text: str, room: float, size: float, most: int) -> list[str]:
    """`text` broken into at most `most` lines of `room` points; what is left over becomes "…"."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer, REGULAR, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
    lines.append(line)
    kept = [_shortened(each, room, size) for each in lines[:most]]
    if len(lines) > most:
        kept[-1] = _shortened(kept[-1].removesuffix("…") + "…", room, size)
    return kept


def _shortened(line: str, room: float, size: float) -> str:
    while width(line, REGULAR, size) > room and len(line) > 1:
        line = line.removesuffix("…")[:-1].rstrip() + "…"
    return line
