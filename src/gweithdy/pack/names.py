"""Names: who may be named in a pack, and where others are named in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gweithdy.domain.people import Participant
from gweithdy.domain.text import Language
from gweithdy.language.mutations import fold, radicals
from gweithdy.pack.addresses import UNSEEN

Span = tuple[int, int]
"""Where something stands in words: from, and up to but not including."""

SHORTEST = 3
"""Letters of a name that is looked for among other words: "A" must not empty "A council"."""
TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "athro", "yr"),
        *("sir", "syr", "dame", "lady", "lord", "arglwydd", "arglwyddes", "cllr", "councillor"),
        *("cyng", "cynghorydd", "rev", "revd", "parch", "parchedig", "canon"),
    )
)
"""They stand before a name and are no part of it."""
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")
_BETWEEN = re.compile(r"[\s.'’ʼ-]+")
_ASIDE = re.compile(r"[(\[][^)\]]*[)\]]?")
"""What lists say beside a name: "Mair Puw (Cyngor)"."""
_PART = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Name:
    """A whole name or a part of one, as folded words. `cased`: it counts only with a capital."""

    words: tuple[str, ...]
    may_be_printed: bool
    cased: bool


class Names:
    """The names of participants who did not agree to be named; with `names` off, everybody's.

    With `everybody` all may be printed, whether they agreed or not.

    A name is found whole, and by its first and its last part alone. Capitals, accents, apostrophes
    and, in Welsh words, a mutated first letter do not hide it. The longest name counts: *Mair
    Jones*, who agreed, is printed, though *Mair* is not.
    """

    def __init__(
        self, participants: Iterable[Participant], *, names: bool, everybody: bool = False
    ) -> None:
        listed = [each for each in participants if each.name.strip()]
        self.shown = [each for each in listed if everybody or (each.named and names)]
        """Participants whose names are printed."""
        agreed = {_folded(each.name) for each in self.shown}
        kept = [UNSEEN.sub("", each.name) for each in listed if _folded(each.name) not in agreed]
        known = [_Name(words, True, len(words) == 1) for words in sorted(agreed)]
        for name in kept:
            known += _kept_back(name)
        self._alone = {fold(name.strip()) for name in kept}
        self._longest = max((len(one.words) for one in known), default=1)
        self._known: dict[str, list[_Name]] = {}
        # Of names of the same length, that of somebody who agreed comes first.
        for one in sorted(known, key=lambda each: -len(each.words)):
            if sum(map(len, one.words)) >= SHORTEST:
                self._known.setdefault(one.words[0], []).append(one)

    def found(self, text: str, language: Language, *, naming: bool = False) -> list[Span]:
        """Where `text` has names that are kept back.

        `naming` words name somebody: who is responsible, who leads, who said something.
        """
        if fold(text.strip()) in self._alone:
            return [(0, len(text))]
        words = list(_WORD.finditer(text))
        spans: list[Span] = []
        place = 0
        while place < len(words):
            name = self._name_at(
                text, words[place : place + self._longest], language, naming=naming
            )
            if name is None:
                place += 1
                continue
            first, place = place, place + len(name.words)
            if not name.may_be_printed:
                spans.append((words[first].start(), words[place - 1].end()))
        return list(_joined(text, spans))

    def _name_at(
        self, text: str, words: list[re.Match[str]], language: Language, *, naming: bool
    ) -> _Name | None:
        first = words[0].group()
        has_capital = naming or not first[0].islower()
        starts = radicals(first) if language is Language.CY and has_capital else (fold(first),)
        for start in starts:
            for name in self._known.get(start, ()):
                if (has_capital or not name.cased) and _follow(text, words, name.words):
                    return name
        return None


def _kept_back(name: str) -> Iterator[_Name]:
    """What is looked for of a name: all of it, and its first and last part alone."""
    name = _ASIDE.sub(" ", name).strip(" ,;") or name
    words = _folded(name)
    yield _Name(words, may_be_printed=False, cased=len(words) == 1 and not name[:1].islower())
    parts = [part.strip(".,;()") for part in name.split()]
    proper = [part for part in parts if part and fold(part) not in TITLES]
    # "Tenant 3" is no name of which a part could be somebody's.
    if len(parts) < 2 or not all(map(_PART.fullmatch, proper)):
        return
    for part in dict.fromkeys(proper[:1] + proper[-1:]):
        if len(part) >= SHORTEST and part[0].isupper():
            yield _Name(_folded(part), may_be_printed=False, cased=True)


def _folded(name: str) -> tuple[str, ...]:
    name = UNSEEN.sub("", name)
    return tuple(map(fold, _WORD.findall(name))) or (fold(name.strip()),)


def _follow(text: str, found: list[re.Match[str]], wanted: tuple[str, ...]) -> bool:
    """Whether the words of a name, the first of which is there, follow one another."""
    if len(found) < len(wanted):
        return False
    return all(
        fold(now.group()) == want and _BETWEEN.fullmatch(text, before.end(), now.start())
        for before, now, want in zip(found, found[1:], wanted[1:], strict=False)
    )


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """Spans with nothing but space between them as one: the two parts of one name."""
    waiting: Span | None = None
    for start, end in spans:
        if waiting and not text[waiting[1] : start].strip():
            waiting = (waiting[0], end)
            continue
        if waiting:
            yield waiting
        waiting = (start, end)
    if waiting:
        yield waiting
