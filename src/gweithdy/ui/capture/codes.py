"""Codes: what can be typed before the words of a card, to say what it is and where from.

`/` begins what it is, `@` where it was said: "/2cs @3 Gormod o ffurflenni"; "@bwrdd 3" and
"@Table 3", as the list of places writes it, say the same. They stand before all other words, and
whatever is no code that means something here is left as words. A sign written twice is that sign:
"//2" begins the words "/2". Welsh and English initials work on every screen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gweithdy.domain.board import CARD_KIND_LABELS, KINDS, CardKind
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.language.mutations import fold
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.ui.capture.places import Place, Shelf

LETTERS = {
    Language.EN: "csb",
    Language.CY: "dsy",
}
"""The initials of `KINDS`: cultural, diwylliannol…"""

UNSURE = {Language.EN: "u", Language.CY: "a", None: "?"}
SHELVES = {"q": Shelf.QUOTE, "p": Shelf.PARKED, "i": Shelf.PARKED}
SOURCES = {
    "o": "online", "a": "online", "online": "online", "arlein": "online", "ar-lein": "online",
    "r": "room", "y": "room", "room": "room", "ystafell": "room",
    "b": "before", "c": "before", "before": "before", "cyn": "before",
}  # fmt: skip
"""What can be typed after `@` besides the tables, which go first."""

_CODE = re.compile(r"([/@])(\S+)(\s+|$)")
_NAMES = [re.compile(rf"(@)(\S+(?: +\S+){{{more}}})(\s+|$)") for more in (3, 2, 1)]
"""Names of four words, three and two."""
_TABLE = re.compile(r"(?:bwrdd|table) ([1-9]\d?)")
_BEGUN = re.compile(r"(@)((?:bwrdd|table) +\S*)$", re.IGNORECASE)
"""The name of a table, of which the number is still to come."""
_TYPING = re.compile(r"([/@])(\S*)$")
_KIND_OF = {
    letter: kind
    for letters in LETTERS.values()
    for letter, kind in zip(letters, KINDS, strict=True)
}
_COMBINED = re.compile(r"([1-9]?)([csbdy]*)")
LEAST = 2
"""Letters from which names are looked through too: "/diw" offers "/d"."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What the codes before `words` say; None for what they do not say.

    `stray`: what begins the words and looks like a code, but says nothing here.
    """

    words: str
    place: Place | None = None
    kinds: tuple[CardKind, ...] | None = None
    source: str | None = None
    language: Language | None = None
    stray: str = field(default="", compare=False)

    def __bool__(self) -> bool:
        said = (self.place, self.kinds, self.source, self.language)
        return any(each is not None for each in said)


@dataclass(frozen=True, slots=True)
class Offer:
    """A code that can be typed, and what it means."""

    code: str
    meaning: str


class Codes:
    """The codes of a session: its `places`, and the `sources` it knows."""

    def __init__(self, places: Sequence[Place], sources: Sequence[str]) -> None:
        self._lanes = [place for place in places if place.shelf is Shelf.CARD]
        self._shelves: dict[Shelf, Place] = {place.shelf: place for place in places}
        self._sources = {_plain(source): source for source in sources}
        self._names = {
            fold(source_name(Words(language), source)): source
            for language in Language
            for source in sources
        }

    def read(self, typed: str) -> Coded:
        """The words of what was `typed`, and what the codes before them say."""
        coded = Coded(typed)
        while further := self._further(coded):
            coded = further[0]
        return replace(coded, words=self._unescaped(coded.words), stray=_stray(coded.words))

    def offers(self, before: str, words: Words) -> list[Offer]:
        """What can be meant by the code that is being typed; `before` is all before the caret."""
        coded = Coded(before)
        while (further := self._further(coded)) and further[1]:
            coded = further[0]
        typing = _BEGUN.fullmatch(coded.words) or _TYPING.fullmatch(coded.words)
        if typing is None or typing.group(2).startswith(typing.group(1)):
            return []
        sign, begun = typing.group(1), fold(typing.group(2))
        every = self._offered(words) if sign == "/" else self._offered_sources(words)
        fitting = [offer for offer in every if _fits(offer, begun)]
        return sorted(fitting, key=lambda offer: offer.code[1:] != begun)

    def _further(self, coded: Coded) -> tuple[Coded, bool] | None:
        """`coded` with what the next code says, and whether that has come to its end."""
        for each in (*_NAMES, _CODE):
            found = each.match(coded.words)
            further = self._read(coded, found[1], found[2]) if found else None
            if found and further:
                return replace(further, words=coded.words[found.end() :]), bool(found[3])
        return None

    def _read(self, coded: Coded, sign: str, code: str) -> Coded | None:
        """`coded` with what one more code says; None if it is none, or says a thing again."""
        if sign == "@":
            source = self._source(code)
            return None if source is None or coded.source else replace(coded, source=source)
        said = self._said(code.casefold())
        if said is None:
            return None
        for name in ("place", "kinds", "language"):
            if getattr(said, name) is not None and getattr(coded, name) is not None:
                return None
        return replace(
            coded,
            place=said.place or coded.place,
            kinds=said.kinds if said.kinds is not None else coded.kinds,
            language=said.language or coded.language,
        )

    def _said(self, code: str) -> Coded | None:
        """What stands after `/`: a language, a shelf, or a lane with kinds."""
        if code in set(Language):
            return Coded("", language=Language(code))
        if code in SHELVES:
            return Coded("", place=self._shelves.get(SHELVES[code]))
        unsure = next((each for each in UNSURE.values() if code.endswith(each)), "")
        found = _COMBINED.fullmatch(code.removesuffix(unsure))
        if found is None or (unsure and found[2]) or len(set(found[2])) < len(found[2]):
            return None
        kinds = (CardKind.UNSURE,) if unsure else tuple(_KIND_OF[each] for each in found[2])
        if len(set(kinds)) < len(kinds) or not (found[1] or kinds):
            return None
        if found[1] and int(found[1]) > len(self._lanes):
            return None
        if kinds and not found[1] and not any(lane.has_kinds for lane in self._lanes):
            return None
        place = self._lanes[int(found[1]) - 1] if found[1] else None
        return Coded("", place=place, kinds=kinds or None)

    def _source(self, code: str) -> str | None:
        if " " in code:
            name = fold(" ".join(code.split()))
            table = _TABLE.fullmatch(name)
            return self._names.get(name) or (table[1] if table else None)
        plain = _plain(code)
        if plain in self._sources:
            return self._sources[plain]
        if re.fullmatch(r"[1-9]\d?", code):
            return code
        return SOURCES.get(plain)

    def _unescaped(self, words: str) -> str:
        """Without the first of two signs that keep what follows from being a code."""
        found = _CODE.match(words[1:])
        if found and words[0] == found[1] and self._read(Coded(""), found[1], found[2]):
            return words[1:]
        return words

    def _offered(self, words: Words) -> Iterator[Offer]:
        for number, lane in enumerate(self._lanes[:9], 1):
            yield Offer(f"/{number}", lane.name)
        if any(lane.has_kinds for lane in self._lanes):
            for letter, kind in zip(LETTERS[words.language], KINDS, strict=True):
                yield Offer(f"/{letter}", words.tr(CARD_KIND_LABELS[kind]))
            yield Offer("/?", words.tr(CARD_KIND_LABELS[CardKind.UNSURE]))
        for letter in ("q", "i" if words.language is Language.CY else "p"):
            yield Offer(f"/{letter}", self._shelves[SHELVES[letter]].name)
        for language in Language:
            yield Offer(f"/{language}", LANGUAGE_NAMES[language])

    def _offered_sources(self, words: Words) -> Iterator[Offer]:
        letters = "ayc" if words.language is Language.CY else "orb"
        for letter in letters:
            yield Offer(f"@{letter}", source_name(words, SOURCES[letter]))
        for plain, source in self._sources.items():
            if source not in SOURCES.values():
                yield Offer(f"@{plain}", source_name(words, source))


def _fits(offer: Offer, begun: str) -> bool:
    starts = offer.code[1:].startswith(begun)
    return starts or (len(begun) >= LEAST and begun in fold(offer.meaning))


def _stray(words: str) -> str:
    """The sign and letters before `words` once they are typed; a sign written twice is meant so."""
    found = _CODE.match(words)
    if found is None or not found[3] or found[2].startswith(found[1]) or _BEGUN.fullmatch(words):
        return ""
    return found[1] + found[2]


def _plain(source: str) -> str:
    """A source as it is typed after `@`: without spaces, capitals and accents."""
    return fold("".join(source.split()))
