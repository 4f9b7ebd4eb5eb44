"""Detection: in which of the two languages something was probably written. A suggestion only.

Each word has a vote: a word that only one of the two dictionaries has votes for it. Where there are
not both of them, and for what neither has, the look of the word votes.
"""

import re
import unicodedata
from functools import lru_cache

from gweithdy.domain.text import Language
from gweithdy.language.dictionaries import has

_WELSH_WORDS = """
y yr yn ac ei eu ein eich fy dy mae oes yw ydy ydyn ydym oedd bydd byddai fydd fyddai roedd
nad nid ddim dim dyw sy sydd wedi wrth gan gyda heb hyd trwy drwy dros rhwng rhag tan mewn
ar o i am at hefyd ond neu os pan pam beth pwy sut ble faint pob bob pawb rhai hyn hwn hon
hynny mwy llai iawn rhaid angen gallu gallwn allwn cael gael gwneud wneud dod mynd bod fod
nhw ni chi chwi fi fe hi ef rydym rydyn maen mwyn oherwydd achos er gwell gormod
un dau dwy pobl bobl popeth bopeth arian amser gwaith gwasanaeth wasanaeth
"""
_ENGLISH_WORDS = """
the of and to in is are was were be been being that this these those it its with for from
by at as or if but not no they them their we us our you your he she his her who what when
where why how which there here have has had do does did can could will would should must
more most less very too only just about into over than then so because between all any
some each every other people need needs make get on an don't can't isn't it's we're i'm
"""
_WELSH = frozenset(_WELSH_WORDS.split())
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
COMMON = {Language.CY: _WELSH, Language.EN: _ENGLISH}
"""Words of which every text of a language is full."""

# Words of both languages, or too short to tell: they must not tip the balance.
_BOTH = frozenset(("a", "i", "o", "at", "am", "on", "do", "her", "his", "by", "hi", "are"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENCLITIC = re.compile(r"[^\W\d_]['’](?:r|n|i|u|w|ch|th)$")
_WELSH_LETTERS = frozenset("ŵŷ")
_ROOF = frozenset("âêîôûŵŷ")
_PATTERNS = (
    (
        re.compile(r"dd|wy|^ll|[^aeiou]w[^aeiouhrw]|^ff|^rh|ngh|^mh|^nh|ae[tdnr]|eu$|au$|iad|wr$"),
        0.8,
    ),
    (
        re.compile(r"(?:aeth|iaeth|[^t]ion|oedd|adau|ydd|yn|wch|wyd|ir|io|nau|iau|fa|rwydd|wyr)$"),
        0.6,
    ),
    (re.compile(r"[kqxvz]|tion|ough|igh|sh|ck|ee|ea|oo|wh|th[ei]|ff[io]c|ing$|ed$|ly$"), -0.8),
    (
        re.compile(
            r"^(?:cy|gy|hy|dy|ty|ly|my|ny|by|pry?|bry|cen|gym|chy)[^aeiou]|ll[^aeiouy\\W]|yf|yd|ych|dd$"
        ),
        0.6,
    ),
    (
        re.compile(
            r"(?:ment|ness|able|ers|es|ity|ies|ous|ive|ence|ance|[^a]s|y|ial|all?|ure|ade)$"
        ),
        -0.6,
    ),
    (re.compile(r"[^aeiouwy]e$|ght|[aeiou]nch|j"), -0.6),
)


def guess(words: str) -> Language | None:
    """The language of `words`; None where it cannot be told ("Staff", "Data", a name)."""
    text = unicodedata.normalize("NFC", words)
    score = 0.0
    for place, found in enumerate(_WORD.finditer(text)):
        word = found.group()
        # A capital inside the sentence marks a name, which says little about the language.
        weight = 0.25 if place and word[:1].isupper() and not _after_stop(text, found) else 1.0
        score += weight * _vote(word.replace("’", "'"))
    if abs(score) < 0.5:
        return None
    return Language.CY if score > 0 else Language.EN


@lru_cache(maxsize=20_000)
def _vote(typed: str) -> float:
    """Above 0 for Welsh, below for English."""
    word = typed.casefold()
    if word in _BOTH:
        return 0.0
    if word in _WELSH or _ENCLITIC.search(word):
        return 1.2
    if word in _ENGLISH or "'" in word:
        return -1.2
    if _WELSH_LETTERS & set(word):
        return 2.0
    in_welsh, in_english = (has(language, typed) for language in Language)
    # What one of them has not got says nothing where the other is missing.
    if in_welsh is not None and in_english is not None:
        if in_welsh != in_english:
            return (0.6 + len(word) / 8) * (1 if in_welsh else -1)
        if in_welsh:
            return 0.0
    score = 0.9 if _ROOF & set(word) else 0.0
    for pattern, weight in _PATTERNS:
        score += weight if pattern.search(word) else 0.0
    return score


def _after_stop(text: str, found: re.Match[str]) -> bool:
    return text[: found.start()].rstrip(" ")[-1:] in ".!?:;\n-•"
