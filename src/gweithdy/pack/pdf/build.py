"""The PDF: a document tree laid out once on pages."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from gweithdy.domain.stop import Progress
from gweithdy.pack.document import Document, Foot, Part
from gweithdy.pack.layouts import Layout
from gweithdy.pack.pdf.attached import attachments
from gweithdy.pack.pdf.blocks import flowables, flowables_of_both, on_the_wall
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.cover import draw_band
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.finish import finished
from gweithdy.pack.pdf.fonts import REGULAR, letters
from gweithdy.pack.pdf.foot import draw_feet
from gweithdy.pack.pdf.laid_out import LaidOut
from gweithdy.pack.pdf.laid_out import laid_out as as_laid_out
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.reading import Readable
from gweithdy.pack.runs import words_of

BOTH = "both"
"""The name of the pages that speak both languages."""
one_at_a_time = Lock()
"""ReportLab's paragraph parser is one object for the whole process."""


def pdf_bytes(document: Document, progress: Progress) -> bytes:
    """The pack as the bytes of a PDF file; the same bytes for the same document."""
    return _drawn(document, progress, read=False)[0]


def readable(document: Document, progress: Progress) -> Readable:
    """The same, with the words of each page as they were drawn, and where they stand."""
    pdf, canvas = _drawn(document, progress, read=True)
    return Readable(pdf, canvas.pages(), canvas.spots())


def laid_out(document: Document) -> LaidOut:
    """The document as its layout has it, for other kinds of file too."""
    with one_at_a_time:
        letters(REGULAR)
        return as_laid_out(document)


def _drawn(document: Document, progress: Progress, *, read: bool) -> tuple[bytes, PackCanvas]:
    with one_at_a_time, _uncollected():
        letters(REGULAR)
        made = as_laid_out(document)
        root = Element("Document", document.language)
        drawn, canvas = _paged(made, _story(made, root, progress), progress, read=read)
        # What is attached are tables, however the pages show them.
        return finished(drawn, root, made.document, attachments(document)), canvas


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a search for garbage meanwhile: a sixth of the time, and nearly all is in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # In the window it stays off: there the GUI thread collects.
        if was_on:
            gc.enable()


def _story(made: LaidOut, root: Element, progress: Progress) -> list[Flowable]:
    document, sheet = made.document, made.sheet
    flow = on_the_wall if document.layout is Layout.SUMMARY else flowables
    story: list[Flowable] = []
    for part in document.parts:
        progress(0, 1)
        story += [PageBreak(f"{part.language}-cover")] if story else []
        story += flow(part, root.add("Part", part.language), sheet)
    if document.together:
        part_of_both = root.add("Part", document.together.language)
        story += [PageBreak(BOTH), *flowables_of_both(document.together, part_of_both, sheet)]
    return story


def _paged(
    made: LaidOut, story: list[Flowable], progress: Progress, *, read: bool
) -> tuple[bytes, PackCanvas]:
    steps = len(story)
    furthest = 0

    def on_progress(kind: str, value: int) -> None:
        nonlocal furthest
        if kind == "PROGRESS":
            # Tables that are cut at a page put their rest back on the list.
            furthest = max(furthest, min(value, steps))
            progress(furthest, steps)

    paper = BytesIO()
    template = _template(made, paper)
    template.setProgressCallBack(on_progress)
    drawn: list[PackCanvas] = []

    def canvas(*args: Any, **settings: Any) -> PackCanvas:
        drawn.append(PackCanvas(*args, made=made.document.made, read=read, **settings))
        return drawn[-1]

    template.build(story, canvasmaker=canvas)
    return paper.getvalue(), drawn[-1]


def _template(made: LaidOut, paper: BytesIO) -> BaseDocTemplate:
    document, sheet = made.document, made.sheet
    template = BaseDocTemplate(
        paper,
        pagesize=sheet.paper,
        title=words_of(document.title),
        subject=document.subject,
        author=words_of(document.author),
        creator="gweithdy",
        lang=document.language.tag,
        displayDocTitle=True,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
    )
    for part in document.parts:
        template.addPageTemplates(_page_templates(part, made))
    template.addPageTemplates(_page(BOTH, [part.foot for part in document.parts], sheet))
    return template


def _page_templates(part: Part, made: LaidOut) -> list[PageTemplate]:
    sheet = made.sheet

    def on_cover(canvas: PackCanvas, _template: Any) -> None:
        draw_band(canvas, sheet)
        if made.document.layout is Layout.SUMMARY:
            # The title is at the head of the page already.
            untitled = replace(part.foot, title=replace(part.foot.title, text=""))
            draw_feet(canvas, [untitled], sheet)

    return [
        PageTemplate(f"{part.language}-cover", [_frame(sheet)], onPage=on_cover),
        _page(f"{part.language}-page", [part.foot], sheet),
    ]


def _page(name: str, feet: Sequence[Foot], sheet: Sheet) -> PageTemplate:
    """A page with a foot in each language that it speaks."""

    def on_page(canvas: PackCanvas, _template: Any) -> None:
        draw_feet(canvas, feet, sheet)

    return PageTemplate(name, [_frame(sheet)], onPage=on_page)


def _frame(sheet: Sheet) -> Frame:
    return Frame(sheet.side, sheet.bottom, sheet.width, sheet.height, 0, 0, 0, 0)
