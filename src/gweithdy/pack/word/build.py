"""The Word file: a document tree as paragraphs in styles, one section of pages for each part."""

from collections.abc import Iterable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from gweithdy.domain.stop import Progress
from gweithdy.domain.text import Language
from gweithdy.pack.document import Cover, Document, Entry, Foot, Part
from gweithdy.pack.shapes import Paint
from gweithdy.pack.word.blocks import Place, blocks
from gweithdy.pack.word.package import blank, packed
from gweithdy.pack.word.words import Ink, number, plain, tab
from gweithdy.pack.word.xml import paragraph, w


def docx_bytes(document: Document, paint: Paint, progress: Progress) -> bytes:
    """The pack as the bytes of a Word file; the same bytes for the same document."""
    docx = blank(document)
    place = Place(Ink(docx), paint)
    steps = sum(len(part.sections) for part in document.parts)
    done = 0
    for n, part in enumerate(document.parts):
        pages = docx.add_section() if n else docx.sections[0]
        end = docx.element.body[-1]
        for made in _front(part, place.ink):
            end.addprevious(made)
        for section in part.sections:
            progress(done, steps)
            done += 1
            for made in blocks([section], place):
                end.addprevious(made)
        _write_foot(pages, part, place.ink)
    progress(steps, steps)
    return packed(docx, document.made)


def _front(part: Part, ink: Ink) -> Iterator[BaseOxmlElement]:
    yield from _cover(part.cover, ink)
    yield _new_page(paragraph("TOCHeading", *ink.said((part.contents.title,))))
    yield from _entries(part.contents.entries, ink, 1)


def _cover(cover: Cover, ink: Ink) -> Iterator[BaseOxmlElement]:
    yield paragraph("PackKind", *ink.said((cover.kind,)))
    yield paragraph("Title", *ink.place(cover.anchor, *ink.said(cover.title)))
    if cover.other_title:
        yield paragraph("Subtitle", *ink.said(cover.other_title))
    for name, value in cover.facts:
        yield paragraph("Fact", *ink.said((name,)), tab(cover.language), *ink.said(value))
    if cover.also:
        yield paragraph("PackAlso", *ink.said(cover.also))


def _entries(entries: Iterable[Entry], ink: Ink, level: int) -> Iterator[BaseOxmlElement]:
    for entry in entries:
        yield paragraph(f"Toc{min(level, 2)}", ink.linked(entry.heading, entry.anchor))
        yield from _entries(entry.entries, ink, level + 1)


def _new_page(made: BaseOxmlElement) -> BaseOxmlElement:
    made[0].append(w("pageBreakBefore"))
    return made


def _write_foot(pages: Section, part: Part, ink: Ink) -> None:
    """Title, version and page x of y on all pages but the cover."""
    pages.different_first_page_header_footer = True
    foot = pages.footer
    foot.is_linked_to_previous = False
    element = foot._element  # noqa: SLF001 - the library has no other way to say a field
    element.clear()
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
