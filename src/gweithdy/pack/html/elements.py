"""Elements of a page. What a person wrote is only ever text, never markup."""

import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gweithdy.domain.text import Language
from gweithdy.pack.letters import lines_typed
from gweithdy.pack.links import link_of
from gweithdy.pack.runs import Run, Runs, Tone

Inside = Element | str

_FROM_RIGHT = frozenset(("R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"))


def element(name: str, /, *inside: Inside, **attributes: str) -> Element:
    """An element; attributes are written `class_` and `aria_label`, and "" leaves one out."""
    made = Element(name, {_name(key): value for key, value in attributes.items() if value})
    last: Element | None = None
    for each in inside:
        if isinstance(each, Element):
            made.append(each)
            last = each
        elif last is None:
            made.text = (made.text or "") + each
        else:
            last.tail = (last.tail or "") + each
    return made


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def lang(language: Language, around: Language) -> str:
    """What an element says of its language: "" where that is the one around it."""
    return "" if language is around else language.tag


def said(runs: Runs, around: Language) -> Iterator[Inside]:
    """The words of `runs` inside an element in the language `around`."""
    for run in runs:
        yield from _run(run, around)


def _run(run: Run, around: Language) -> Iterator[Inside]:
    inside = list(_lines(run.text))
    about = {
        "lang": lang(run.language, around),
        "class_": "quiet" if run.tone is Tone.QUIET else "",
        # Marks that turn the direction of words end with the words that they came with.
        "dir": "auto" if _turns(run.text) else "",
    }
    if run.tone is Tone.STRONG:
        inside = [element("strong", *inside)]
    if link := link_of(run):
        yield element("a", *inside, href=link, **about)
    elif any(about.values()):
        yield element("span", *inside, **about)
    else:
        yield from inside


def _lines(text: str) -> Iterator[Inside]:
    for place, line in enumerate(lines_typed(text)):
        if place:
            yield element("br")
        yield line


def _turns(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(c) in _FROM_RIGHT for c in text)
