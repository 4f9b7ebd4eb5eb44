"""What the line under the box says."""

from collections.abc import Sequence

from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Workshop
from gweithdy.language.sense import FEW, count, unexplained
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.pack.plain import explained
from gweithdy.ui.capture.codes import Coded, Offer
from gweithdy.ui.keystrokes import shown, shown_first
from gweithdy.ui.widgets.card_kinds import kinds_in_words

LONGEST = 28
"""Letters of what a code means that are shown."""


def keys_said(words: Words, lanes: int, *, kinds: bool, places: bool = True) -> list[str]:
    """The keys that work in the box of a session with so many lanes; `kinds` if one has them.

    `places`: whether it is kept where something was said.
    """
    tr = words.tr
    chords = ("capture.cultural", "capture.structural", "capture.behavioural")
    source = shown(words, "capture.source")
    return [
        tr(N_("{keys}: keep"), keys=shown(words, "capture.keep")),
        tr(N_("/ question, kind, language")),
        *([tr(N_("@ where it was said"))] if places else []),
        # Before those that it tells too: in a narrow window the last ones are cut.
        tr(N_("{keys}: all keys"), keys=shown(words, "window.keys")),
        tr(N_("{keys}: question"), keys=shown_first(words, "capture.lane", lanes)),
        *([tr(N_("{keys}: kind"), keys=shown(words, *chords))] if kinds else []),
        *([tr(N_("{keys}: where it was said"), keys=source)] if places else []),
        tr(N_("{keys}: new line"), keys=shown(words, "capture.line")),
    ]


def way_in(words: Words) -> list[str]:
    """The key that brings the keyboard to the box."""
    return [
        words.tr(N_("{keys}: write what is said"), keys=shown(words, "window.capture")),
        words.tr(N_("{keys}: all keys"), keys=shown(words, "window.keys")),
    ]


def offered(offers: Sequence[Offer], words: Words, *, tersely: bool = False) -> list[str]:
    """The codes that can follow; the key takes the first.

    `tersely`: without the meaning of numbers, which stand in the boxes beside, and of languages.
    """
    said = [
        offer.code if tersely and _says_itself(offer) else f"{offer.code} {_short(offer.meaning)}"
        for offer in offers
    ]
    return [f"{shown(words, 'capture.complete')}: {said[0]}", *said[1:]]


def _says_itself(offer: Offer) -> bool:
    return offer.code[1:].isdigit() or offer.code[1:] in set(Language)


def meaning(coded: Coded, words: Words) -> list[str]:
    """What codes mean, and which is none."""
    source, language = coded.source, coded.language
    none = N_("{code} is no code: it stays with the words")
    return [
        *([coded.place.name] if coded.place else []),
        *([kinds_in_words(coded.kinds, words)] if coded.kinds else []),
        *([source_name(words, source)] if source is not None else []),
        *([LANGUAGE_NAMES[language]] if language else []),
        *([words.tr(none, code=coded.stray)] if coded.stray else []),
    ]


def not_kept(words: Words) -> str:
    """Why a code or a key for where something was said does nothing."""
    return words.tr(N_("Where it was said is not kept: this board is anonymous"))


def from_now_on(words: Words) -> str:
    """What the key that keeps does with codes that have no words after them."""
    return words.tr(N_("{keys}: from now on"), keys=shown(words, "capture.keep"))


def doubts(said: str, language: Language, workshop: Workshop, words: Words) -> list[str]:
    """Why a card may make no sense to somebody who was not there; [] if nothing speaks for it."""
    found = []
    if count(said) < FEW:
        found.append(words.tr(N_("Only a few words")))
    unknown = unexplained(said)
    if unknown:
        unknown = [each for each in unknown if each not in explained(workshop, language)]
    if unknown:
        named = ", ".join(unknown)
        found.append(words.tr("Not explained anywhere: {words}", words=named))
    return [words.tr(N_("Will this make sense tomorrow?")), *found] if found else []


def unknown(wrong: Sequence[str], words: Words) -> list[str]:
    """Words that the dictionary has not got, and the key to better ones."""
    if not wrong:
        return []
    named, keys = ", ".join(dict.fromkeys(wrong)), shown(words, "window.menu")
    said = words.tr(N_("Not in the dictionary: {words}"), words=named)
    return [said, words.tr(N_("{keys}: suggestions"), keys=keys)]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
