"""The kinds of file that a pack can be, by their endings, and what people are told of each."""

from dataclasses import dataclass

from gweithdy.domain.problem import N_


@dataclass(frozen=True, slots=True)
class PackKind:
    """A kind of file; all but its `media` type are catalogue texts.

    `name` is what it is called after the name of a file, `several` where files of that kind can be
    chosen, and `about` says what it is good for.
    """

    media: str
    name: str
    several: str
    about: str


PACK_KINDS = {
    ".pdf": PackKind(
        "application/pdf",
        "PDF",
        N_("PDF documents"),
        N_("The pack as a PDF, to print and to keep"),
    ),
    ".html": PackKind(
        "text/html",
        N_("web page"),
        N_("Web pages, for any screen"),
        N_("The pack as a web page, to read on any screen"),
    ),
    ".docx": PackKind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        N_("Word document"),
        N_("Word documents, to edit"),
        N_("The pack as a Word document, to work on"),
    ),
}
"""In the order in which they are offered; `pack.writing` has a writer for each."""
