"""How the states of translations look: a symbol, a word, a colour; and which a person can give."""

from collections.abc import Mapping

from gweithdy.domain.choice import ByChoice
from gweithdy.domain.text import MARKS, TRANSLATION_LABELS, Text, Translation
from gweithdy.language.words import Words

SYMBOLS = ByChoice(
    {
        Translation.MISSING: "○",
        Translation.DRAFT: "◐",
        Translation.MACHINE: "◇",
        Translation.SENT: "→",
        Translation.TRANSLATED: "●",
        Translation.REVIEWED: "✓",
        Translation.STALE: "▲",
    },
    "◌",
)

ROLES = ByChoice(
    {
        Translation.MISSING: "over",
        Translation.DRAFT: "ink",
        Translation.MACHINE: "late",
        Translation.SENT: "ink",
        Translation.TRANSLATED: "good",
        Translation.REVIEWED: "good",
        Translation.STALE: "late",
    },
    "ink",
)


def state_words(words: Words, state: Translation) -> str:
    """A state with its symbol."""
    return f"{SYMBOLS[state]} {words.tr(TRANSLATION_LABELS[state])}"


def choices(text: Text, language: str) -> Mapping[Translation, str]:
    """What a person can say of `language` as it is, and what is so now, as catalogue texts."""
    now = text.state(language)
    offered = MARKS if text.get(language) else (Translation.MISSING, Translation.SENT)
    shown = offered if now is None or now in offered else (now, *offered)
    return {state: TRANSLATION_LABELS[state] for state in shown}
