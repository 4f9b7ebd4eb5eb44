"""A stakeholder in words: what is read out, and what the mouse is told."""

from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import GROUP_LABELS, TIE_LABELS, Stakeholder, Tie
from gweithdy.language.words import Words
from gweithdy.ui.keystrokes import shown
from gweithdy.ui.stakeholders.shapes import SYMBOLS


def about(who: Stakeholder, words: Words) -> str:
    """All that the grid shows of `who`."""
    return f"{SYMBOLS[who.group]} {spoken(who, words)}"


def spoken(who: Stakeholder, words: Words) -> str:
    """The same without the shape."""
    place = words.tr(
        N_("{name}. Power: {power}. Interest: {interest}."),
        name=who.name.best(words.language)[0],
        power=who.power,
        interest=who.interest,
    )
    return f"{place} {words.tr(GROUP_LABELS[who.group])}."


def tie_in_words(start: str, tie: Tie, end: str, words: Words) -> str:
    """A tie between those with these names."""
    return f"{start} – {words.tr(TIE_LABELS[tie.kind])} – {end}"


def keys(words: Words) -> str:
    """The keys of the grid."""
    return words.tr(
        N_("Keys that move the point: {place}. Keys that go to another: {step}."),
        place=shown(words, "grid.place"),
        step=shown(words, "grid.step"),
    )
