"""What a document says, paragraph by paragraph, and what files that were made from it say."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from io import BytesIO
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import html5lib

from gweithdy.pack.document import (
    Block,
    CardBox,
    Document,
    Entry,
    ListBlock,
    Logo,
    Paragraph,
    Part,
    QuoteBlock,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure
from gweithdy.pack.runs import Run, Runs
from gweithdy.pack.walking import runs_in


class Form(Enum):
    """Where the words stand."""

    PAGE = "page"
    WORD = "word"


Said = list[tuple[str, str]]
"""A paragraph: its words, cut where the language changes, each with the tag of its language."""

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NEVER = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef]")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraph(pieces: Iterable[tuple[str, str]]) -> Said:
    """Pieces put together as far as they are in one language; spaces as a reader sees them."""
    said = []
    for tag, group in groupby(pieces, lambda piece: piece[0]):
        words = "".join(text for _, text in group)
        said.append((tag, words))
    return said


def _clean(text: str) -> str:
    lines = re.sub("\r\n|[\r\v\f\x85\u2028\u2029]", "\n", text).replace("\t", " ")
    dropped = (c for c in lines if c != "\n" and (NEVER.match(c) or ord(c) % 2**16 > 0xFFFD))
    return lines.translate(dict.fromkeys(map(ord, dropped)))


def _of(*runs: Run) -> Said:
    return paragraph((run.language.tag, _clean(run.text)) for run in runs)


def _filled(paragraphs: Iterable[Said]) -> list[Said]:
    return [each for each in paragraphs if "".join(text for _, text in each).strip()]


# --- what a document says ---------------------------------------------------------------------


def told(document: Document, form: Form) -> list[Said]:
    """The paragraphs of a document as a page has them, or, as a Word file does."""
    said = [each for part in document.parts for each in _part(part, form)]
    said += _blocks((document.together,), form) if document.together else ()
    return _filled(said)


def feet(document: Document) -> list[Said]:
    """The words at the foot of the pages; of those in both languages, those of both parts."""
    parts = [_of(run) for part in document.parts for run in (part.foot.title, part.foot.version)]
    return parts * 2 if document.together else parts


def _part(part: Part, form: Form) -> Iterator[Said]:
    cover = part.cover
    for runs in ((cover.kind,), cover.title, cover.other_title):
        yield _of(*runs)
    for fact in cover.facts:
        name, value = fact.label, fact.value
        if form is Form.WORD:
            yield _of(name, Run("\u2192", name.language), *value)
        else:
            yield from (_of(name), _of(*value))
    yield _of(*cover.also)
    if part.summary:
        yield from _blocks((part.summary,), form)
    if part.contents.entries:
        yield _of(part.contents.title)
        yield from _entries(part.contents.entries)
    yield from _blocks(part.sections, form)


def _entries(entries: Iterable[Entry]) -> Iterator[Said]:
    for entry in entries:
        yield _of(*entry.heading)
        yield from _entries(entry.entries)


def _blocks(blocks: Iterable[Block], form: Form) -> Iterator[Said]:
    for block in blocks:
        yield from _block(block, form)


def _block(block: Block, form: Form) -> Iterator[Said]:
    match block:
        case SectionBlock():
            yield _of(*block.heading)
            yield from _blocks(block.blocks, form)
        case ListBlock():
            for item in block.items:
                yield from _blocks(item.blocks, form)
        case Table():
            yield from _table(block, form)
        case Figure():
            yield from _figure(block, form)
        case CardBox() if form is Form.WORD and block.facts:
            yield _of(*block.runs, Run("\n", block.language), *block.facts)
        case _:
            yield from (_of(*runs) for runs in _runs(block))


def _runs(block: Block) -> list[Runs]:
    match block:
        case Paragraph():
            return [block.runs]
        case QuoteBlock():
            return [block.runs, block.translation, block.said_by]
        case CardBox():
            return [block.runs, block.facts]
    raise TypeError(block)


def _table(block: Table, form: Form) -> Iterator[Said]:
    yield _of(*block.caption)
    yield from (_of(*column.heading) for column in block.columns)
    for row in block.rows:
        for column, cell in zip(block.columns, row.cells, strict=True):
            if column.bars and form is Form.WORD:
                # The bar is a tab, and so is the way from it to its number.
                yield _of(Run("\u2192\u2192", row.language), *runs_in(cell))
            else:
                yield from _blocks(cell, form)


def _figure(figure: Figure, form: Form) -> Iterator[Said]:
    if form is Form.PAGE:
        yield _of(*figure.alt)
    yield _of(*figure.caption)


def alternatives(document: Document) -> list[str]:
    """The words for each drawing."""
    return [
        " ".join(_clean("".join(run.text for run in block.alt)).split())
        for part in document.parts
        for block in _drawn(part)
    ]


def _drawn(part: Part) -> Iterator[Logo | Figure]:
    if part.cover.logo:
        yield part.cover.logo
    yield from _figures(part.sections)


def _figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, SectionBlock):
            yield from _figures(block.blocks)


# --- what a page says -------------------------------------------------------------------------

INLINE = {"a", "span", "strong", "br"}


def parsed(html: bytes) -> Any:
    """The page as a browser understands it; a fault in its markup fails."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(html)
    for each in page.iter():
        each.tag = each.tag.rpartition("}")[2]
    return page


def page_says(page: Any) -> list[Said]:
    """The paragraphs of a page but its feet, and the links past what one knows already."""
    return [each for name, each in _walked(page.find(".//main"), page.get("lang")) if name != FOOT]


def page_feet(page: Any) -> list[Said]:
    """The words at the foot of the parts of a page."""
    return [each for name, each in _walked(page.find(".//main"), page.get("lang")) if name == FOOT]


FOOT = "footer"


def _walked(main: Any, language: str) -> list[tuple[str, Said]]:
    found: list[tuple[str, Said]] = []
    waiting: list[tuple[str, str]] = []

    def end(where: str) -> None:
        said = paragraph(piece for piece in waiting if piece[1])
        found.extend((where, each) for each in _filled([said]))
        waiting.clear()

    def walk(element: Any, language: str, where: str) -> None:
        name = element.tag
        if name == "svg":
            return
        language, where = element.get("lang", language), FOOT if name == FOOT else where
        if name not in INLINE:
            end(where)
        waiting.append((language, "\n" if name == "br" else element.text or ""))
        for inside in element:
            walk(inside, language, where)
            waiting.append((language, inside.tail or ""))
        if name not in INLINE:
            end(where)

    walk(main, language, "")
    return found


# --- what a Word file says --------------------------------------------------------------------


def opened(docx: bytes, name: str = "word/document.xml") -> Any:
    """One of the files inside a Word file."""
    return ET.fromstring(ZipFile(BytesIO(docx)).read(name))


def word_says(docx: bytes) -> list[Said]:
    """The paragraphs of a Word file; the tab after a fact's name is an arrow."""
    return _filled(paragraph(_pieces(each)) for each in opened(docx).iter(f"{W}p"))


def word_feet(docx: bytes) -> list[Said]:
    """The words at the foot of the pages, without the tab and the counted numbers after it."""
    names = sorted(name for name in ZipFile(BytesIO(docx)).namelist() if "/footer" in name)
    said = [paragraph(_pieces(p)) for name in names for p in opened(docx, name).iter(f"{W}p")]
    return _filled(
        paragraph((tag, words.partition("\u2192")[0]) for tag, words in each) for each in said
    )


def word_alternatives(docx: bytes) -> list[str]:
    """The words for each picture."""
    return [each.get("descr") for each in opened(docx).iter(f"{WP}docPr")]


def style_of(paragraph: Any) -> str:
    """The id of its style; "" of the one that ends the pages of a part."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _pieces(element: Any) -> Iterator[tuple[str, str]]:
    signs = {"br": "\n", "tab": "\u2192"}
    for run in element.iter(f"{W}r"):
        language = run.find(f"{W}rPr/{W}lang")
        tag = "none" if language is None else language.get(f"{W}val")
        for piece in run:
            name = piece.tag.removeprefix(W)
            # A break with a type is one of pages.
            if name == "t" or (name in signs and not piece.get(f"{W}type")):
                yield tag, signs.get(name) or piece.text or ""
