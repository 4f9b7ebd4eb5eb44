"""How long something takes, as people say it."""

from gweithdy.language.words import Words


def duration(minutes: int, words: Words) -> str:
    """Whole minutes as "45 min", "4 h" or "4 h 10 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.tr("{minutes} min", minutes=rest)
    if not rest:
        return words.tr("{hours} h", hours=hours)
    return words.tr("{hours} h {minutes} min", hours=hours, minutes=rest)
