"""Writing a document as a file: one interface, and behind it one writer for each kind of file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from gweithdy.domain.stop import Asked, Progress, stop_if
from gweithdy.pack.board_file.contents import Sheet
from gweithdy.pack.document import Document
from gweithdy.pack.letters import Boxed
from gweithdy.pack.reading import Readable
from gweithdy.whole_file import write_files

Writer = Callable[[Document, Progress], bytes]
"""Makes the bytes of a file, the same for the same document.

It tells its progress often: what it calls raises `Stopped` when the person asked to stop.
"""


def _pdf(document: Document, progress: Progress) -> bytes:
    # Only here, so that whoever writes no PDF does not wait for ReportLab.
    from gweithdy.pack.pdf.build import pdf_bytes

    return pdf_bytes(document, progress)


def _html(document: Document, progress: Progress) -> bytes:
    from gweithdy.pack.html.build import html_bytes
    from gweithdy.pack.pdf.build import laid_out
    from gweithdy.pack.pdf.shapes import shapes

    made = laid_out(document)
    return html_bytes(made.document, partial(shapes, sheet=made.sheet), progress, made.paper)


def _word(document: Document, progress: Progress) -> bytes:
    from gweithdy.pack.pdf.build import laid_out
    from gweithdy.pack.pdf.picture import picture
    from gweithdy.pack.word.build import docx_bytes

    made = laid_out(document)
    return docx_bytes(made.document, partial(picture, sheet=made.sheet), progress, made.paper)


def readable(document: Document, cancelled: Asked | None = None) -> Readable:
    """The PDF as it will be sent, with the words of each page for those who do not see it.

    Raises Stopped once `cancelled` says so.
    """
    from gweithdy.pack.pdf.build import readable

    return readable(document, lambda _step, _steps: stop_if(cancelled))


def readable_together(documents: Sequence[Document], cancelled: Asked | None = None) -> Readable:
    """The same of several, one after another, to be looked at: what is sent stays several files."""
    from gweithdy.pack.pdf.together import together

    return together([readable(each, cancelled) for each in documents])


WRITERS: dict[str, Writer] = {".pdf": _pdf, ".html": _html, ".docx": _word}
"""By the ending of the file."""
USUAL = ".pdf"
"""What a file with any other ending holds."""


def drawn_board(boards: Sequence[Sheet], ending: str, cancelled: Asked | None = None) -> bytes:
    """Boards as one drawing (".svg") or picture (".png"). Stopped once `cancelled` says so."""
    from gweithdy.pack.pdf.board_layout import whole

    drawing = whole(boards)
    if ending == ".svg":
        from gweithdy.pack.pdf.board_svg import svg

        return svg(drawing, cancelled)
    from gweithdy.pack.pdf.board_picture import png

    return png(drawing, cancelled)


def boxes(document: Document, ending: str = USUAL) -> list[Boxed]:
    """The texts with letters that print as boxes in such a file, since no font of ours has them.

    Pages and Word files bring no fonts: whoever opens them has their own.
    """
    from gweithdy.pack.pdf.boxes import boxes

    return boxes(document) if _writer(ending) is _pdf else []


def written(
    document: Document,
    ending: str = USUAL,
    progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> bytes:
    """The document as the bytes of a file of the kind that `ending` names.

    Raises Stopped once `cancelled` says so.
    """

    def told(step: int, steps: int) -> None:
        stop_if(cancelled)
        if progress:
            progress(step, steps)

    return _writer(ending)(document, told)


def _writer(ending: str) -> Writer:
    return WRITERS.get(ending.lower(), WRITERS[USUAL])


def write(
    document: Document,
    path: Path,
    progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> None:
    """Write the document to `path`. What was there before stays until the new file is complete.

    Problem if it cannot be written; Stopped once `cancelled` says so.
    """
    write_all({path: document}, progress, cancelled)


def write_all(
    documents: Mapping[Path, Document],
    progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> None:
    """As `write`, for several that belong together: none is in its place before all are made."""
    many = len(documents)
    files: dict[Path, bytes] = {}
    for place, (path, document) in enumerate(documents.items()):

        def told(step: int, steps: int, done: int = place) -> None:
            if progress:
                progress(done * steps + step, many * steps)

        files[path] = written(document, path.suffix, told, cancelled)
    stop_if(cancelled)
    write_files(files)
