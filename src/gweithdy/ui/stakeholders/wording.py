"""A stakeholder in words: what is read out, and what the mouse is told."""

from collections.abc import Iterable

from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import GROUP_LABELS, TIE_LABELS, Stakeholder, Tie
from gweithdy.domain.text import Language
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


def tie_in_words(start: Stakeholder, end: Stakeholder, tie: Tie, words: Words) -> str:
    """A tie between these two."""
    begin, finish = (who.name.best(words.language)[0] for who in (start, end))
    return f"{begin} – {words.tr(TIE_LABELS[tie.kind])} – {finish}"


def tie_language(ends: Iterable[Stakeholder], words: Words) -> Language | None:
    """The language of the names of a tie between `ends`; None if they are in both."""
    languages = {who.name.best(words.language)[1] for who in ends}
    return languages.pop() if len(languages) == 1 else None


def keys(words: Words) -> str:
    """The keys of the grid."""
    return words.tr(
        N_("Keys that move the point: {place}. Keys that go to another: {step}."),
        place=shown(words, "grid.place"),
        step=shown(words, "grid.step"),
    )
