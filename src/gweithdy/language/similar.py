"""Similar cards: those that seem to say the same in the same language. A suggestion only.

Cards that share a rare word are compared, by how much their words weigh that they share (a word
of every other card weighs little) and by how alike they are as written, slips of the pen included.
The words are compared as the dictionary has them: without mutations, capitals, accents, endings.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import log, sqrt

from rapidfuzz import fuzz

from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.domain.stop import stop_if
from gweithdy.domain.text import Language
from gweithdy.language.detection import COMMON
from gweithdy.language.dictionaries import dictionary
from gweithdy.language.mutations import CLITIC, WORD, fold, radicals

ENOUGH = 0.5
"""How alike two cards are, from 0 to 1, that are suggested."""

RAREST = 4
"""Words of a card by which others are found: its rarest."""

MANY = 80
"""Cards that share a word which says nothing about them any more."""

SHOWN = 200
"""Suggestions at a time, the likeliest first."""

_ENDINGS = {
    Language.EN: ("ing", "ies", "ed", "es", "s"),
    Language.CY: ("iadau", "iau", "au", "oedd", "ion"),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """Two cards that seem to say the same, and the `words` of the first that both have."""

    one: Id
    other: Id
    words: tuple[str, ...]
    language: Language
    score: float


@dataclass(frozen=True, slots=True)
class _Said:
    """A card in one language: its words by what they are in the dictionary."""

    card: Card
    words: dict[str, str]
    line: str


def alike(
    cards: Sequence[Card], stopped: Callable[[], bool] = lambda: False, most: int = SHOWN
) -> list[Alike]:
    """The likeliest `most` pairs of `cards`, but for those that somebody has called different."""
    apart = {frozenset((card.id, other)) for card in cards for other in card.unlike}
    found: dict[frozenset[Id], Alike] = {}
    for language in Language:
        for each in _in(language, cards, stopped):
            pair = frozenset((each.one, each.other))
            if pair not in apart and (pair not in found or found[pair].score < each.score):
                found[pair] = each
    return sorted(found.values(), key=lambda each: -each.score)[:most]


def _in(language: Language, cards: Sequence[Card], stopped: Callable[[], bool]) -> Iterator[Alike]:
    said = []
    for place, card in enumerate(cards):
        if place % 100 == 0:
            stop_if(stopped)
        if words := card.text.get(language):
            said.append(_said(card, words, language))
    have = Counter(key for each in said for key in each.words)
    weights = {key: log(1 + len(said) / n) for key, n in have.items()}
    for count, (one, other) in enumerate(_candidates(said, have)):
        if count % 2000 == 0:
            stop_if(stopped)
        both = [key for key in one.words if key in other.words]
        score = _score(one, other, both, weights)
        if score >= ENOUGH:
            shared = tuple(one.words[key] for key in sorted(both, key=lambda key: -weights[key]))
            yield Alike(one.card.id, other.card.id, shared, language, score)


def _score(one: _Said, other: _Said, both: Sequence[str], weights: dict[str, float]) -> float:
    """1 where all words are shared; one shared word among several others is little."""
    lengths = [sqrt(sum(weights[key] ** 2 for key in each.words)) for each in (one, other)]
    weighed = sum(weights[key] ** 2 for key in both) / (lengths[0] * lengths[1])
    written = fuzz.token_sort_ratio(one.line, other.line) / 100
    # Alike as written alone: short words of one letter's difference can mean something else.
    return weighed if weighed >= written else (weighed + 2 * written) / 3


def _candidates(said: Sequence[_Said], have: Counter[str]) -> Iterator[tuple[_Said, _Said]]:
    """The pairs that share one of the rarest words of either, or all of their words."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(said):
        rarest = sorted(each.words, key=lambda key: (have[key], key))[:RAREST]
        for key in (*rarest, "\n".join(sorted(each.words))):
            places.setdefault(key, []).append(place)
    pairs = {
        pair
        for here in places.values()
        if 1 < len(here) <= MANY
        for pair in combinations(dict.fromkeys(here), 2)
    }
    for one, other in sorted(pairs):
        yield said[one], said[other]


def _said(card: Card, words: str, language: Language) -> _Said:
    found: dict[str, str] = {}
    for word in WORD.findall(CLITIC.sub(" ", words)):
        if key := _key(word, language):
            found.setdefault(key, word)
    return _Said(card, found, " ".join(found))


@lru_cache(maxsize=50_000)
def _key(word: str, language: Language) -> str:
    """What a word is in the dictionary; "" for those that every sentence has."""
    folded = fold(word)
    if len(folded) < 3 or folded in COMMON[language]:
        return ""
    known = dictionary(language)
    stems = known.stem(word) or known.stem(folded) if known else ()
    if stems:
        return fold(min(stems, key=len))
    # Unknown words and names, and where there is no dictionary.
    radical = radicals(folded)[-1] if language is Language.CY else folded
    ending = next((e for e in _ENDINGS[language] if radical.endswith(e)), "")
    return radical.removesuffix(ending) if len(radical) - len(ending) > 3 else radical
