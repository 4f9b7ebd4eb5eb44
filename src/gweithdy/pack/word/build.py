"""The Word file: a document tree as paragraphs in styles, one section of pages for each part."""

from collections.abc import Iterable, Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from gweithdy.domain.stop import Progress
from gweithdy.domain.text import Language
from gweithdy.pack.document import Cover, Document, Entry, Foot, Logo, Part, SectionBlock
from gweithdy.pack.logos import fitted
from gweithdy.pack.paper import A4, Paper
from gweithdy.pack.runs import Run
from gweithdy.pack.shapes import Paint, Picture
from gweithdy.pack.word.blocks import Place, blocks, pictured
from gweithdy.pack.word.package import blank, packed
from gweithdy.pack.word.words import Ink, number, plain, tab
from gweithdy.pack.word.xml import paragraph, w

LOGO_ROOM, SMALL_LOGO = (195.0, 82.0), (130.0, 32.0)
"""Points across and up: on a cover, and beside a line of words."""


def docx_bytes(document: Document, paint: Paint, progress: Progress, paper: Paper = A4) -> bytes:
    """The pack as the bytes of a Word file; the same bytes for the same document."""
    docx = blank(document, paper)
    place = Place(Ink(docx), paint, paper)
    steps = sum(len(part.sections) for part in document.parts)
    done = 0
    for n, part in enumerate(document.parts):
        pages = docx.add_section() if n else docx.sections[0]
        end = docx.element.body[-1]
        for made in _front(part, place):
            end.addprevious(made)
        for section in part.sections:
            progress(done, steps)
            done += 1
            for made in blocks([section], place):
                end.addprevious(made)
        pages.different_first_page_header_footer = not paper.is_one
        _write_feet(pages, [part], place.ink)
    if document.together:
        pages = docx.add_section()
        end = docx.element.body[-1]
        for made in _both(document.together, place):
            end.addprevious(made)
        pages.different_first_page_header_footer = False
        _write_feet(pages, document.parts, place.ink)
    progress(steps, steps)
    return packed(docx, document.made)


def _front(part: Part, place: Place) -> Iterator[BaseOxmlElement]:
    ink = place.ink
    yield from _cover(part.cover, place)
    if part.summary:
        first, *others = blocks([part.summary], place)
        yield from (first if place.paper.is_one else _new_page(first), *others)
    if part.contents.entries:
        yield _new_page(paragraph("TOCHeading", *ink.said((part.contents.title,))))
        yield from _entries(part.contents.entries, ink, 1)


def _cover(cover: Cover, place: Place) -> Iterator[BaseOxmlElement]:
    ink = place.ink
    if cover.logo:
        yield from _under_logo(cover.logo, cover.kind, place)
    else:
        yield paragraph("PackKind", *ink.said((cover.kind,)))
    yield paragraph("Title", *ink.place(cover.anchor, *ink.said(cover.title)))
    if cover.other_title:
        yield paragraph("Subtitle", *ink.said(cover.other_title))
    for fact in cover.facts:
        yield paragraph(
            "Fact", *ink.said((fact.label,)), tab(cover.language), *ink.said(fact.value)
        )
    if cover.also:
        yield paragraph("PackAlso", *ink.said(cover.also))


def _under_logo(logo: Logo, kind: Run, place: Place) -> Iterator[BaseOxmlElement]:
    """The logo and the first words; where a part is one page, beside one another."""
    ink, room = place.ink, SMALL_LOGO if place.paper.is_one else LOGO_ROOM
    picture = Picture(logo.png, *fitted(logo.png, *room))
    sign = pictured(picture, logo.alt, logo.language, ink)
    if place.paper.is_one:
        yield paragraph("PackKindUnderLogo", *ink.said((kind,)), tab(kind.language), sign)
    else:
        yield paragraph("Logo", sign)
        yield paragraph("PackKindUnderLogo", *ink.said((kind,)))


def _entries(entries: Iterable[Entry], ink: Ink, level: int) -> Iterator[BaseOxmlElement]:
    for entry in entries:
        yield paragraph(f"Toc{min(level, 2)}", ink.linked(entry.heading, entry.anchor))
        yield from _entries(entry.entries, ink, level + 1)


def _new_page(made: BaseOxmlElement) -> BaseOxmlElement:
    made[0].append(w("pageBreakBefore"))
    return made


def _both(section: SectionBlock, place: Place) -> Iterator[BaseOxmlElement]:
    """What comes after the parts, in both languages: its heading is one of theirs."""
    words = place.ink.place(section.anchor, *place.ink.said(section.heading))
    yield paragraph("Title", *words)
    yield from blocks(section.blocks, place)


def _write_feet(pages: Section, parts: Sequence[Part], ink: Ink) -> None:
    """Title, version and page x of y at the foot of the pages, in the language of each part."""
    foot = pages.footer
    foot.is_linked_to_previous = False
    element = foot._element  # noqa: SLF001 - the library has no other way to say a field
    element.clear()
    for part in parts:
        element.append(paragraph("Footer", *ink.said((part.foot.title,))))
        element.append(paragraph("Footer", *_numbers(part.foot, ink, part.language)))


def _numbers(foot: Foot, ink: Ink, language: Language) -> Iterator[BaseOxmlElement]:
    """The version and, at the other end of the line, the page."""
    yield from ink.said((foot.version,))
    yield tab(language)
    before, _, rest = foot.page.partition("{number}")
    between, _, after = rest.partition("{count}")
    yield plain(before, language)
    yield number("PAGE", language)
    yield plain(between, language)
    yield number("NUMPAGES", language)
    if after:
        yield plain(after, language)
