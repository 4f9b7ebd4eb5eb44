"""Spelling: the words that the dictionary of their language has not got."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from gweithdy.domain.text import Language
from gweithdy.language.dictionaries import dictionary
from gweithdy.language.mutations import fold, radicals

MOST = 6
"""Suggestions for a word."""

LONGEST = 10_000
"""Characters of one line: what is longer was pasted and is cut up first, and is not looked at."""

_RUN = re.compile(r"\S+")
_LINK = re.compile(r"://|@|www\.|\S\.(?:wales|cymru|uk|org|com)")
"""What a link has somewhere in it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNED = re.compile(r"['’]s?$")
_STOP = '.!?:;\n\u2028-•("“‘'


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A word, and where it begins."""

    word: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.word)


def misspelt(words: str, language: Language, known: Collection[str] = ()) -> list[Misspelt]:
    """The words that are not in the dictionary; `known` are folded words that are right.

    Names are let be: words with a capital inside of a sentence, and abbreviations. So is a line
    longer than any that is typed.
    """
    if len(words) > LONGEST or not dictionary(language):
        return []
    return list(_misspelt(words, language, known))


def suggestions(word: str, language: Language) -> list[str]:
    """Words that may have been meant."""
    of = dictionary(language)
    return list(of.suggest(word.replace("’", "'")))[:MOST] if of else []


def _misspelt(words: str, language: Language, known: Collection[str]) -> Iterator[Misspelt]:
    of = dictionary(language)
    links = [run.span() for run in _RUN.finditer(words) if _LINK.search(run.group())]
    for found in _WORD.finditer(words):
        word, start = found.group(), found.start()
        if any(begin <= start < end for begin, end in links) or _is_name(words, found):
            continue
        plain = word.replace("’", "'")
        bare = _OWNED.sub("", plain)
        is_known = any(fold(each) in known for each in (plain, bare))
        is_known |= language is Language.CY and any(each in known for each in radicals(plain))
        if language is Language.EN:
            # Its dictionary writes "cafe" and "naive".
            bare = fold(bare)
        if of and not is_known and not (of.spell(plain) or of.spell(bare)):
            yield Misspelt(word, start)


def _is_name(words: str, found: re.Match[str]) -> bool:
    word = found.group()
    if len(word) == 1 or any(letter.isupper() for letter in word[1:]):
        return True
    before = words[: found.start()].rstrip(" ")
    return word[0].isupper() and bool(before) and before[-1] not in _STOP
