"""Memory: how the same words, or words like them, were translated before."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from heapq import nlargest
from typing import NamedTuple

from gweithdy.domain.text import Language, Text, Translation
from gweithdy.domain.translating import texts, writable
from gweithdy.domain.workshop import Workshop

NEAR = 0.7
"""From here on a match is near enough to help; translators' tools use the same."""

_LOOKED_AT = 30
"""Pairs that share the most telling words with what is looked for: these are compared in full."""

_COMMON = 3000
"""Pairs with a word, from which on the word tells too little to look them all up."""

_WORD = re.compile(r"\w+")

_NO_MATCH = (Translation.MACHINE, Translation.STALE, Translation.SENT, Translation.MISSING)


class Pair(NamedTuple):
    """The same words in both languages."""

    cy: str
    en: str

    def get(self, language: str) -> str:
        return self.cy if language == Language.CY else self.en


class Match(NamedTuple):
    """An earlier translation of `original`; `score` is 1.0 if those were the very same words."""

    original: str
    words: str
    score: float


class Memory:
    """Pairs of words, to be looked up from one language: `source`."""

    def __init__(self, pairs: Iterable[Pair], source: Language) -> None:
        self._source = source
        # Pairs that come first win: a person's own before those of a file.
        self._pairs = list(dict.fromkeys(pair for pair in pairs if pair.cy and pair.en))
        self._exact: dict[str, Pair] = {}
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for place, pair in enumerate(self._pairs):
            self._exact.setdefault(pair.get(source), pair)
            for word in set(_words(pair.get(source))):
                self._having[word].append(place)

    def __len__(self) -> int:
        return len(self._pairs)

    def exact(self, words: str) -> str:
        """How the very same words were translated; "" if they never were."""
        pair = self._exact.get(words)
        return pair.get(self._source.other) if pair else ""

    def find(self, words: str, most: int = 3) -> list[Match]:
        """The matches of `words` that are near enough, the best first."""
        found: dict[str, Match] = {}
        for place in self._candidates(words):
            pair = self._pairs[place]
            match = self._match(pair, _likeness(words, pair.get(self._source)))
            if match.score >= NEAR and match.words not in found:
                found[match.words] = match
        if pair_now := self._exact.get(words):
            # Words that are nothing but signs have no word to be found by.
            match = self._match(pair_now, 1.0)
            found[match.words] = match
        return sorted(found.values(), key=lambda each: -each.score)[:most]

    def _match(self, pair: Pair, score: float) -> Match:
        return Match(pair.get(self._source), pair.get(self._source.other), score)

    def _candidates(self, words: str) -> list[int]:
        weights: defaultdict[int, float] = defaultdict(float)
        for word in set(_words(words)):
            places = self._having.get(word, [])
            if len(places) <= _COMMON:
                for place in places:
                    weights[place] += 1 + math.log(len(self._pairs) / len(places))
        return nlargest(_LOOKED_AT, weights, key=weights.__getitem__)


@dataclass(frozen=True, slots=True)
class Memories:
    """Memories by the language that is looked up: what was translated here comes first."""

    here: Mapping[Language, Memory] = field(default_factory=dict)
    elsewhere: Mapping[Language, Memory] = field(default_factory=dict)

    def exact(self, words: str, source: Language) -> str:
        """As `Memory.exact`."""
        found = (memory.exact(words) for memory in self._of(source))
        return next(filter(None, found), "")

    def find(self, words: str, source: Language, most: int = 3) -> list[Match]:
        """As `Memory.find`."""
        found: dict[str, Match] = {}
        for memory in self._of(source):
            for match in memory.find(words, most):
                known = found.get(match.words)
                if known is None or known.score < match.score:
                    found[match.words] = match
        return sorted(found.values(), key=lambda each: -each.score)[:most]

    def _of(self, source: Language) -> list[Memory]:
        return [each[source] for each in (self.here, self.elsewhere) if source in each]


def both_ways(pairs: Iterable[Pair]) -> dict[Language, Memory]:
    """Memories of `pairs`, to be looked up from either language."""
    found = list(pairs)
    return {each: Memory(found, each) for each in Language}


def pairs_of(workshop: Workshop) -> list[Pair]:
    """What people translated in a session, what was approved first; nothing from a machine."""
    return pairs_in(text for _, _, text in texts(workshop))


def pairs_in(some: Iterable[Text]) -> list[Pair]:
    """As `pairs_of`, of `some` texts."""
    found: list[tuple[int, Pair]] = []
    for text in some:
        state = text.translation
        if state and state not in _NO_MATCH:
            pair = Pair(writable(text.cy.words), writable(text.en.words))
            found.append((_RANK.index(state) if state in _RANK else len(_RANK), pair))
    return [pair for _, pair in sorted(found, key=lambda each: each[0])]


_RANK = (Translation.REVIEWED, Translation.TRANSLATED)


def _likeness(one: str, other: str) -> float:
    """From 0 to 1, and 1.0 only for the very same words."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    # The cheap bounds first: comparing in full takes the square of the length.
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return 0.0
    return min(matcher.ratio(), 0.99)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
