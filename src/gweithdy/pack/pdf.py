"""The PDF writer: a document tree laid out once on A4 pages, and its file written whole or not."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import Stopped
from gweithdy.pack.document import Document, Part
from gweithdy.pack.pdf_blocks import flowables
from gweithdy.pack.pdf_canvas import PackCanvas
from gweithdy.pack.pdf_fonts import REGULAR, letters
from gweithdy.pack.pdf_foot import draw_foot, prepared
from gweithdy.pack.pdf_styles import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TEXT_HEIGHT, TEXT_WIDTH

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]

_one_at_a_time = Lock()
"""ReportLab's paragraph parser is one object for the whole process."""


class Cancelled(Stopped):
    """The person stopped the export; no file was written."""


def pdf_bytes(
    document: Document, progress: Progress | None = None, cancelled: Asked | None = None
) -> bytes:
    """The pack as the bytes of a PDF file; the same bytes for the same document."""
    with _one_at_a_time:
        return _built(document, progress, cancelled)


def write_pdf(
    document: Document,
    path: Path,
    progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> None:
    """Write the pack to `path`. What was there before stays until the new file is complete."""
    content = pdf_bytes(document, progress, cancelled)
    _stop_if(cancelled)
    beside = path.parent / f".{path.name}.{new_id()}.part"
    try:
        _write_whole(content, beside, path)
    except OSError as error:
        raise Problem(
            N_("The pack could not be written to {path}: {reason}. Choose another place."),
            path=path,
            reason=error.strerror or str(error),
        ) from error


def _write_whole(content: bytes, beside: Path, path: Path) -> None:
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _stop_if(cancelled: Asked | None) -> None:
    if cancelled and cancelled():
        raise Cancelled


def _built(document: Document, progress: Progress | None, cancelled: Asked | None) -> bytes:
    letters(REGULAR)
    story: list[Flowable] = []
    for part in document.parts:
        cover = f"{part.language}-cover"
        story += [PageBreak(cover)] if story else []
        story += flowables(part)
        _stop_if(cancelled)
    steps = len(story)

    def on_progress(kind: str, value: int) -> None:
        _stop_if(cancelled)
        if progress and kind == "PROGRESS":
            # Tables that are cut at a page put their rest back on the list.
            progress(min(max(value, 0), steps), steps)

    paper = BytesIO()
    template = _template(document, paper)
    template.setProgressCallBack(on_progress)
    template.build(story, canvasmaker=PackCanvas)
    return paper.getvalue()


def _template(document: Document, paper: BytesIO) -> BaseDocTemplate:
    template = BaseDocTemplate(
        paper,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=document.title,
        subject=document.subject,
        author="",
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
    foot = prepared(part.foot)

    def on_page(canvas: PackCanvas, _template: Any) -> None:
        draw_foot(canvas, foot)

    def frame() -> Frame:
        return Frame(SIDE, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0)

    return [
        PageTemplate(f"{part.language}-cover", [frame()]),
        PageTemplate(f"{part.language}-page", [frame()], onPage=on_page),
    ]
