"""Whether a pack may go out though texts lack one of its languages: asked, with a safe answer."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.pack.gaps import Gap
from gweithdy.ui import ask

MOST_NAMED = 5
"""Texts that the question names."""


class Consent(Enum):
    """What a person answers."""

    GIVEN = auto()
    TRANSLATE = auto()
    NEITHER = auto()


def ask_consent(parent: QWidget, words: Words, gaps: Sequence[Gap]) -> Consent:
    """What is to become of texts without a language; nothing is asked where there are none."""
    if not gaps:
        return Consent.GIVEN
    tr = words.tr
    welsh = [gap for gap in gaps if gap.lacking is Language.CY]
    english = [gap for gap in gaps if gap.lacking is Language.EN]
    go_on = tr("Export with {n} texts not translated", n=len(gaps))
    if not english:
        go_on = words.ntr(
            "Export with {n} text without Welsh", "Export with {n} texts without Welsh", len(gaps)
        )
    elif not welsh:
        go_on = words.ntr(
            "Export with {n} text without English",
            "Export with {n} texts without English",
            len(gaps),
        )
    answer = ask.choose(
        parent,
        tr("Not everything is in both languages yet."),
        "\n".join(_told(words, welsh, english)),
        [tr("Go to the translations"), go_on],
        tr("Cancel"),
        usual=0,
    )
    return {0: Consent.TRANSLATE, 1: Consent.GIVEN}.get(
        -1 if answer is None else answer, Consent.NEITHER
    )


def _told(words: Words, welsh: Sequence[Gap], english: Sequence[Gap]) -> list[str]:
    """How many there are, the first of them, and what the pack would say."""
    said = []
    if welsh:
        said.append(words.tr("Texts without Welsh: {n}", n=len(welsh)))
    if english:
        said.append(words.tr("Texts without English: {n}", n=len(english)))
    every = [*welsh, *english]
    said += [f"• {words.tr(gap.where)}: {_short(gap.words)}" for gap in every[:MOST_NAMED]]
    if len(every) > MOST_NAMED:
        said.append("…")
    said.append(words.tr("The pack would say how many they are, and mark each."))
    return said


def _short(said: str, most: int = 60) -> str:
    one_line = " ".join(said.split())
    return one_line if len(one_line) <= most else one_line[:most] + "…"
