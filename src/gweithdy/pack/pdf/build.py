"""The PDF: a document tree laid out once on A4 pages."""

from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from gweithdy.domain.stop import Progress
from gweithdy.pack.document import Document, Part, words_of
from gweithdy.pack.pdf.blocks import flowables
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.cover import draw_band
from gweithdy.pack.pdf.fonts import REGULAR, letters
from gweithdy.pack.pdf.foot import draw_foot
from gweithdy.pack.pdf.styles import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TEXT_HEIGHT, TEXT_WIDTH
from gweithdy.pack.reading import Readable

one_at_a_time = Lock()
"""ReportLab's paragraph parser is one object for the whole process."""


def pdf_bytes(document: Document, progress: Progress) -> bytes:
    """The pack as the bytes of a PDF file; the same bytes for the same document."""
    return readable(document, progress).pdf


def readable(document: Document, progress: Progress) -> Readable:
    """The same, with the words of each page as they were drawn."""
    with one_at_a_time:
        letters(REGULAR)
        return _laid_out(document, _story(document, progress), progress)


def _story(document: Document, progress: Progress) -> list[Flowable]:
    story: list[Flowable] = []
    for part in document.parts:
        progress(0, 1)
        story += [PageBreak(f"{part.language}-cover")] if story else []
        story += flowables(part)
    return story


def _laid_out(document: Document, story: list[Flowable], progress: Progress) -> Readable:
    steps = len(story)
    furthest = 0

    def on_progress(kind: str, value: int) -> None:
        nonlocal furthest
        if kind == "PROGRESS":
            # Tables that are cut at a page put their rest back on the list.
            furthest = max(furthest, min(value, steps))
            progress(furthest, steps)

    paper = BytesIO()
    template = _template(document, paper)
    template.setProgressCallBack(on_progress)
    drawn: list[PackCanvas] = []

    def canvas(*args: Any, **settings: Any) -> PackCanvas:
        drawn.append(PackCanvas(*args, made=document.made, **settings))
        return drawn[-1]

    template.build(story, canvasmaker=canvas)
    return Readable(paper.getvalue(), drawn[-1].pages())


def _template(document: Document, paper: BytesIO) -> BaseDocTemplate:
    template = BaseDocTemplate(
        paper,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
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
        template.addPageTemplates(_page_templates(part))
    return template


def _page_templates(part: Part) -> list[PageTemplate]:
    def on_cover(canvas: PackCanvas, _template: Any) -> None:
        draw_band(canvas)

    def on_page(canvas: PackCanvas, _template: Any) -> None:
        draw_foot(canvas, part.foot)

    def frame() -> Frame:
        return Frame(SIDE, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0)

    return [
        PageTemplate(f"{part.language}-cover", [frame()], onPage=on_cover),
        PageTemplate(f"{part.language}-page", [frame()], onPage=on_page),
    ]
