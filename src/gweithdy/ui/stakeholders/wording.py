"""A stakeholder in words: what is read out, and what the mouse is told."""

from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import GROUP_LABELS, Stakeholder
from gweithdy.language.words import Words
from gweithdy.ui.keystrokes import shown
from gweithdy.ui.stakeholders.shapes import SYMBOLS


def about(who: Stakeholder, words: Words) -> str:
    """All that the grid shows of `who`."""
    place = words.tr(
        N_("{name}. Power: {power}. Interest: {interest}."),
        name=who.name.best(words.language)[0],
        power=who.power,
        interest=who.interest,
    )
    return f"{SYMBOLS[who.group]} {place} {words.tr(GROUP_LABELS[who.group])}."


def keys(words: Words) -> str:
    """The keys of the grid."""
    return words.tr(
        N_("Keys that move the point: {place}. Keys that go to another: {step}."),
        place=shown(words, "grid.place"),
        step=shown(words, "grid.step"),
    )
