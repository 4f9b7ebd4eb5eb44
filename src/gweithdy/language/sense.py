"""Sense: whether words will mean something to somebody who was not in the room."""

import re

from gweithdy.language.plain import abbreviations, abbreviations_explained

FEW = 4
"""Words below which a card may say too little."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def count(words: str) -> int:
    """How many words these are."""
    return len(_WORD.findall(words))


def unexplained(words: str) -> list[str]:
    """The abbreviations that these words do not explain themselves."""
    return [each for each in abbreviations(words) if each not in abbreviations_explained(words)]
