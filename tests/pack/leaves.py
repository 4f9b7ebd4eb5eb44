"""The words of a pack in reading order with their languages: from the tree, and from the file.

A leaf is a paragraph, a heading, a cell of words, a drawing: stretches of words, each with the
language that it is in. Two of the same language beside one another are one.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pikepdf import Dictionary, Name, Pdf
from tests.pack.structure import Node, Pages, drawn, kind_of, opened, root

from gweithdy.pack.document import (
    Block,
    CardBox,
    Document,
    Entry,
    ListBlock,
    Paragraph,
    Part,
    QuoteBlock,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure
from gweithdy.pack.pdf.lines import in_short
from gweithdy.pack.pdf.words import LONGEST_ENTRY
from gweithdy.pack.runs import Run, Runs, words_of

Leaf = tuple[tuple[str, str], ...]
"""Words and the tag of their language."""


def leaf(stretches: Iterable[tuple[str, str]]) -> Leaf:
    """Stretches with single spaces; those of spaces alone belong to any language."""
    inked = [(words, tag) for words, tag in stretches if words.strip()]
    joined = ((tag, "".join(w for w, _ in group)) for tag, group in groupby(inked, lambda x: x[1]))
    return tuple((" ".join(words.split()), tag) for tag, words in joined)


def of_document(document: Document) -> list[Leaf]:
    """Every leaf that the document asks for."""
    told = [each for part in document.parts for each in _part(part)]
    told += _blocks((document.together,)) if document.together else ()
    return [made for made in map(leaf, told) if made]


Told = list[tuple[str, str]]


def said(*several: Runs) -> Told:
    return [(run.text, run.language.tag) for runs in several for run in runs]


def _part(part: Part) -> Iterator[Told]:
    cover = part.cover
    if cover.logo:
        yield said((Run(words_of(cover.logo.alt), cover.logo.language),))
    yield said((cover.kind,))
    yield said(cover.title)
    yield said(cover.other_title)
    for fact in cover.facts:
        yield said((fact.label,))
        yield said(fact.value)
    yield said(cover.also)
    if part.summary:
        yield from _blocks((part.summary,))
    if part.contents.entries:
        yield said((part.contents.title,))
        yield from _entries(part.contents.entries)
    yield from _blocks(part.sections)


def _entries(entries: Iterable[Entry]) -> Iterator[Told]:
    for entry in entries:
        yield said(in_short(entry.heading, LONGEST_ENTRY))
        yield from _entries(entry.entries)


def _blocks(blocks: Iterable[Block]) -> Iterator[Told]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Told]:
    match block:
        case SectionBlock():
            yield said(block.heading)
            yield from _blocks(block.blocks)
        case ListBlock():
            yield from _blocks(inside for item in block.items for inside in item.blocks)
        case Table():
            yield said(block.caption)
            yield from (said(column.heading) for column in block.columns)
            yield from _blocks(b for row in block.rows for cell in row.cells for b in cell)
        case Figure():
            # What a drawing says to those who do not see it has one language.
            yield said((Run(words_of(block.alt), block.language),))
            yield said(block.caption)
        case Paragraph() | QuoteBlock() | CardBox():
            yield said(block.runs)
            yield from (said(getattr(block, name, ())) for name in BESIDE)


BESIDE = ("facts", "translation", "said_by")
"""What else a card or a quote says."""


def of_file(content: bytes) -> list[Leaf]:
    """Every leaf of a file, without bullets and the page numbers of the list of contents."""
    with opened(content) as pdf:
        return [made for made in map(leaf, _leaves(pdf, drawn(pdf), root(pdf))) if made]


def _leaves(pdf: Pdf, pages: Pages, node: Node) -> Iterator[Told]:
    if node.kind == "Figure":
        yield [(str(node.object.get("/Alt", "")), str(node.object.get("/Lang", "")))]
    elif node.kind != "Lbl" and _has_words(node):
        words = list(_stretches(pdf, pages, node))
        if "TOCI" in node.path:
            last, tag = words[-1]
            words[-1] = (last.rstrip().rstrip("0123456789"), tag)
        yield words
    else:
        for each in node.elements():
            yield from _leaves(pdf, pages, each)


def _has_words(node: Node) -> bool:
    """Whether words, or a link or another language among them, stand directly inside."""
    return any(
        isinstance(kid, int)
        or kid.get("/Type") == Name.MCR
        or ("/S" in kid and kind_of(kid) in {"Span", "Link"})
        for kid in node.kids()
    )


def _stretches(pdf: Pdf, pages: Pages, node: Node) -> Iterator[tuple[str, str]]:
    elements = {each.object.objgen: each for each in node.elements()}
    marks = iter(node.stretches(pdf))
    for kid in node.kids():
        if isinstance(kid, int) or kid.get("/Type") == Name.MCR:
            yield pages.words.get(next(marks), ""), str(node.object.get("/Lang", ""))
        elif isinstance(kid, Dictionary) and "/S" in kid:
            yield from _stretches(pdf, pages, elements[kid.objgen])
