"""What stands small with a card or a theme: kinds, votes, where it was said, what is missing."""

from gweithdy.domain.arrange import host_of
from gweithdy.domain.board import THEME_ROLE_LABELS, Card, Lane, Theme, ThemeRole
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.ui.widgets.card_kinds import kinds_in_words

BETWEEN = "  ·  "
MISSING = N_("Translation needed")
UNTRANSLATED = "○"
"""The sign of what is said in one language only: words for it would stand on most cards."""

SIGN = "\u2003 "
"""Room for the sign of a kind."""


def notes_of(
    card: Card, votes: int, language: Language, words: Words, *, aloud: bool = False
) -> list[str]:
    """The notes of a card of which the words are shown in `language`; without signs if `aloud`."""
    notes = []
    if card.kinds:
        notes.append(kinds_in_words(card.kinds, words))
    if votes:
        notes.append(votes_in_words(votes, words) if aloud else ticked(votes, words))
    if card.source:
        notes.append(source_name(words, card.source))
    notes += marks_of(card, words, aloud=aloud)
    if language != words.language:
        notes.append(LANGUAGE_NAMES[language])
    if card.text.missing:
        notes.append(words.tr(MISSING) if aloud else UNTRANSLATED)
    return notes


def marks_of(card: Card, words: Words, *, aloud: bool = False) -> list[str]:
    """That it stands in several themes, here as a guest or not, and that it was made of several."""
    marks = []
    if card.also_in:
        many = words.ntr("In {n} theme", "In {n} themes", 1 + len(card.also_in))
        # A reader would say what the sign is called.
        marks.append(f"↗ {many}" if host_of(card.id) and not aloud else many)
    if card.made_of:
        marks.append(words.ntr("Made of {n} card", "Made of {n} cards", len(card.made_of)))
    return marks


def notes_line(card: Card, notes: list[str]) -> str:
    """The notes as they are drawn, with room for the signs of its kinds."""
    return SIGN * len(card.kinds) + BETWEEN.join(notes) if notes else ""


def spoken_card(card: Card, votes: int, words: Words) -> str:
    """A card as a screen reader says it."""
    said, language = card.text.best(words.language)
    return ", ".join([said, *notes_of(card, votes, language, words, aloud=True)])


def spoken_theme(
    theme: Theme, cards: int, votes: int, words: Words, *, closed: bool = False
) -> str:
    """A theme with so many cards as a screen reader says it."""
    title = theme.title.best(words.language)[0] or words.tr("Untitled")
    notes = [
        words.ntr("{n} card", "{n} cards", cards),
        *([words.tr(N_("Closed"))] if closed else []),
        *([words.tr(THEME_ROLE_LABELS[theme.role])] if theme.role != ThemeRole.NONE else []),
        *([votes_in_words(votes, words)] if votes else []),
    ]
    return ", ".join([f"{words.tr('Theme')}: {title}", *notes])


def spoken_lane(lane: Lane, cards: int, words: Words) -> str:
    """A lane with so many cards as a screen reader says it."""
    title = lane.title.best(words.language)[0] or words.tr("Untitled")
    return f"{words.tr('Lane')}: {title}, {words.ntr('{n} card', '{n} cards', cards)}"


def votes_in_words(votes: int, words: Words) -> str:
    """The number of votes."""
    return words.ntr("{n} vote", "{n} votes", votes)


def ticked(votes: int, words: Words) -> str:
    """The number of votes with its sign."""
    return "✓ " + votes_in_words(votes, words)
