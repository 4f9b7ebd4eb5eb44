"""The page: a document tree as one file that needs no other and runs nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, repeat
from xml.etree.ElementTree import Element, tostring

from gweithdy.domain.board import CardKind
from gweithdy.domain.problem import N_
from gweithdy.domain.stop import Progress
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.pack.document import Cover, Document, Entry, Part, SectionBlock
from gweithdy.pack.figures import Photograph
from gweithdy.pack.html.blocks import Place, blocks
from gweithdy.pack.html.elements import element, lang, said
from gweithdy.pack.html.logo import logo
from gweithdy.pack.html.style import style
from gweithdy.pack.html.symbols import symbol
from gweithdy.pack.letters import one_line
from gweithdy.pack.paper import A4, Paper
from gweithdy.pack.runs import words_of
from gweithdy.pack.shapes import Draw
from gweithdy.pack.walking import blocks_in

Advance = Callable[[], None]
"""Tells that a section is about to be written; here the work stops if it was asked to."""

NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may load and run for the page, whatever stands in it."""
PICTURES_IN_IT = f"{NOTHING_ELSE}; img-src data:"
"""The same for a page with a picture, which stands in it too."""


def html_bytes(document: Document, draw: Draw, progress: Progress, paper: Paper = A4) -> bytes:
    """The pack as the bytes of an HTML file; the same bytes for the same document."""
    steps = sum(len(part.sections) for part in document.parts)
    done = count()

    def advance() -> None:
        progress(next(done), steps)

    parts = [_part(part, document, draw, advance) for part in document.parts]
    if document.together:
        parts.append(_both(document.together, document, draw))
    advance()
    body = element("body", *map(_skip, document.parts, repeat(document)), element("main", *parts))
    page = element("html", _head(document, paper), body, lang=document.language.tag)
    markup: str = tostring(page, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{markup}\n".encode()


def _head(document: Document, paper: Paper) -> Element:
    told = {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "author": one_line(words_of(document.author)),
        "description": document.subject,
        "generator": "gweithdy",
    }
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", **{"http-equiv": "Content-Security-Policy", "content": _allowed(document)}),
        *(element("meta", name=name, content=value) for name, value in told.items() if value),
        element("title", one_line(words_of(document.title))),
        element("style", style(document, paper)),
    )


def _allowed(document: Document) -> str:
    has_logo = any(part.cover.logo for part in document.parts)
    has_picture = has_logo or any(isinstance(each, Photograph) for each in blocks_in(document))
    return PICTURES_IN_IT if has_picture else NOTHING_ELSE


def _skip(part: Part, document: Document) -> Element:
    """A link past cover and contents, seen only when the keyboard comes to it."""
    words = Words(part.language).tr(N_("Skip to the main content"))
    first = next((each.anchor for each in part.every_section), part.cover.anchor)
    language = lang(part.language, document.language)
    return element("a", words, href=f"#{first}", class_="skip", lang=language)


def _part(part: Part, document: Document, draw: Draw, advance: Advance) -> Element:
    start = Place(part.language, part.cover.anchor, 1, draw, count(1))
    summary = blocks([part.summary], start) if part.summary else ()
    sections: list[Element] = []
    for section in part.sections:
        advance()
        sections += blocks([section], start)
    return element(
        "article",
        _cover(part.cover),
        *summary,
        *_contents(part),
        *sections,
        _foot([part]),
        lang=lang(part.language, document.language),
        class_=str(part.language),
        aria_labelledby=part.cover.anchor,
    )


def _both(section: SectionBlock, document: Document, draw: Draw) -> Element:
    """What comes after the parts, in both languages."""
    start = Place(section.language, section.anchor, 0, draw, count(1))
    return element(
        "article",
        *blocks([section], start),
        _foot(document.parts),
        lang=lang(section.language, document.language),
        class_=section.anchor,
        aria_labelledby=section.anchor,
    )


def _cover(cover: Cover) -> Element:
    around = cover.language
    facts = (
        element(
            "div",
            element("dt", *said((fact.label,), around)),
            element("dd", *said(fact.value, around)),
        )
        for fact in cover.facts
    )
    inside = [
        *([logo(cover.logo, around)] if cover.logo else ()),
        element("p", *map(symbol, _SYMBOLS), class_="symbols", aria_hidden="true"),
        element("p", *said((cover.kind,), around), class_="what"),
        element("h1", *said(cover.title, around), id=cover.anchor),
    ]
    if cover.other_title:
        inside.append(element("p", *said(cover.other_title, around), class_="other"))
    if cover.facts:
        inside.append(element("dl", *facts))
    if cover.also:
        inside.append(element("p", *said(cover.also, around)))
    return element("header", *inside)


_SYMBOLS = (CardKind.CULTURAL, CardKind.STRUCTURAL, CardKind.BEHAVIOURAL)


def _contents(part: Part) -> Iterator[Element]:
    if not part.contents.entries:
        return
    name = f"{part.cover.anchor}-contents"
    title = element("h2", *said((part.contents.title,), part.language), id=name)
    entries = _entries(part.contents.entries, part.language)
    yield element("nav", title, *entries, aria_labelledby=name)


def _entries(entries: Iterable[Entry], around: Language) -> Iterator[Element]:
    """A list of links, and of the lists under them."""
    items = []
    for entry in entries:
        link = element("a", *said(entry.heading, around), href=f"#{entry.anchor}")
        items.append(element("li", link, *_entries(entry.entries, around)))
    if items:
        yield element("ol", *items, role="list")


def _foot(parts: Sequence[Part]) -> Element:
    """What stands at the foot of each page of paper: on a screen there is one."""
    words = ((run,) for part in parts for run in (part.foot.title, part.foot.version))
    told = (element("p", *said(runs, parts[0].language)) for runs in words)
    return element("footer", *told)
