"""The Word file as a package: no more in it than is ours, and the same bytes each time."""

from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Docx
from docx.shared import Pt

from gweithdy.domain.text import Language
from gweithdy.pack.document import Document
from gweithdy.pack.letters import one_line
from gweithdy.pack.paper import A4, Paper
from gweithdy.pack.runs import words_of
from gweithdy.pack.word import numbering, styles
from gweithdy.pack.word.xml import w

_OURS = ("styles", "numbering", "settings", "core-properties", "officeDocument")
"""The last words of the kinds of relations that we keep."""


def blank(document: Document, paper: Paper = A4) -> Docx:
    """A file without words, with our styles, lists, properties and pages."""
    made = docx.Document()
    for relations in (made.part.rels, made.part.package.rels):
        # The library begins with a file that somebody made on their own computer.
        for key in [k for k, r in relations.items() if r.reltype.rsplit("/", 1)[-1] not in _OURS]:
            relations.pop(key)
    styles.fill(made.styles.element, document, paper)
    numbering.fill(made.part.numbering_part.element)
    _settle(made, document.language, paper)
    _describe(made, document)
    return made


def _settle(made: Docx, language: Language, paper: Paper) -> None:
    """Settings of the file, and the size of its pages."""
    settings = made.settings.element
    for each in list(settings):
        settings.remove(each)
    modern = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    settings.extend(
        (
            w("zoom", percent=100),
            w("defaultTabStop", val=720),
            w("characterSpacingControl", val="doNotCompress"),
            w("compat", modern),
            w("themeFontLang", val=language.tag),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )
    pages = made.sections[0]
    pages._sectPr.attrib.clear()  # noqa: SLF001 - marks of whoever saved the first file
    pages.page_width, pages.page_height = Pt(paper.width), Pt(paper.height)
    pages.left_margin = pages.right_margin = Pt(paper.side)
    pages.top_margin, pages.bottom_margin = Pt(paper.top), Pt(paper.bottom)
    pages.header_distance = pages.footer_distance = Pt(36)


def _describe(made: Docx, document: Document) -> None:
    """What the file says of itself: nothing of the computer, and a day instead of a moment."""
    day = datetime.combine(document.made, time(), UTC)
    about = made.core_properties
    about.title = one_line(words_of(document.title))[:LONGEST]
    about.subject = document.subject
    about.author = about.last_modified_by = one_line(words_of(document.author))[:LONGEST]
    about.language = document.language.tag
    about.comments = about.keywords = about.category = ""
    about.created = about.modified = day
    about.revision = 1


LONGEST = 255
"""What a property may hold."""


def packed(made: Docx, day: date) -> bytes:
    """The file as bytes; everything in it is dated `day`."""
    first, last = BytesIO(), BytesIO()
    made.save(first)
    moment = (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0)
    with ZipFile(first) as before, ZipFile(last, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            told = ZipInfo(name, moment)
            # As if made on the same system everywhere.
            told.create_system, told.compress_type = 0, ZIP_DEFLATED
            after.writestr(told, before.read(name))
    return last.getvalue()
