"""Word tables: texts for translators who get a document by e-mail."""

import io
from copy import deepcopy
from typing import TYPE_CHECKING

from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.domain.translating import writable
from gweithdy.exchange.translations.columns import Column, cell, columns, heading
from gweithdy.exchange.translations.outgoing import ENGLISH, WELSH, Outgoing

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Row
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

WIDTHS = {Column.ID: 28, Column.CY: 82, Column.EN: 82, Column.STATE: 30, Column.WHERE: 42}
"""Millimetres; together as wide as A4 on its side, between its margins."""

LONGEST = 255
"""Characters that Word keeps of a title among the properties of a file."""

HEAD, LOCKED = "D9E2EC", "EEEEEE"
"""Behind the headings, and behind what nobody should type in."""

HOW = (
    N_(
        "Write in the column of your language. Leave the column “ID” as it is: the program finds "
        "each text by it."
    ),
    N_(
        "Send the file back at any time, also when only a part is done. Empty cells change nothing."
    ),
)


def write_word_table(out: Outgoing) -> bytes:
    """The bytes of the file."""
    from docx import Document

    document = Document()
    _page(document)
    title = out.session.title
    document.core_properties.title = writable(title.best(out.target)[0])[:LONGEST]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = out.target.tag
    document.add_heading("", 1)
    for language in Language:
        if words := writable(title.get(language)):
            between = " / " if document.paragraphs[0].text else ""
            _said(document.paragraphs[0].add_run(between + words), language)
    for spoken in (WELSH, ENGLISH):
        run = document.add_paragraph().add_run(" ".join(map(spoken.tr, HOW)))
        _said(run, spoken.language)
    _table(document, out)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: "Document") -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    [section] = document.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin = section.bottom_margin = Mm(15)


def _table(document: "Document", out: Outgoing) -> None:
    from docx.oxml.ns import qn

    shown = columns(out.target)
    table = document.add_table(rows=1, cols=len(shown), style="Table Grid")
    table.autofit = False
    _head(table, shown)
    # Copies of one row: made one by one, a thousand take a quarter of a minute.
    pattern = _pattern(table.add_row(), out.source, shown)
    for unit in out.units:
        row = deepcopy(pattern)
        for column, run in zip(shown, row.iter(qn("w:r")), strict=True):
            run.text = cell(unit, column)
        pattern.addprevious(row)
    pattern.getparent().remove(pattern)


def _head(table: "Table", shown: tuple[Column, ...]) -> None:
    from docx.shared import Mm

    row = table.rows[0]
    _mark(row, "w:tblHeader")
    for at, (column, one) in enumerate(zip(shown, row.cells, strict=True)):
        table.columns[at].width = Mm(WIDTHS[column])
        _shade(one, HEAD)
        one.paragraphs[0].add_run(heading(column)).bold = True


def _pattern(row: "_Row", source: Language, shown: tuple[Column, ...]) -> "CT_Row":
    """A row as those of the texts look, with a run in every cell."""
    from docx.shared import Mm, Pt, RGBColor

    _mark(row, "w:cantSplit")
    for column, one in zip(shown, row.cells, strict=True):
        one.width = Mm(WIDTHS[column])
        run = one.paragraphs[0].add_run()
        if column in (Column.CY, Column.EN):
            _said(run, column)
            _will_be_said(one.paragraphs[0], column)
        if column in (Column.ID, Column(source)):
            _shade(one, LOCKED)
        if column is Column.ID:
            run.font.size, run.font.color.rgb = Pt(6), RGBColor(0x59, 0x59, 0x59)
            run.font.no_proof = True
        elif column in (Column.STATE, Column.WHERE):
            run.font.size = Pt(9)
    return row._tr  # noqa: SLF001 - python-docx itself copies no rows


def _said(run: "Run", language: str) -> None:
    """Say in which language the words of a run are, so that they are spelt and spoken so."""
    run._r.get_or_add_rPr().append(_language(language))  # noqa: SLF001 - there is no other way


def _will_be_said(paragraph: "Paragraph", language: str) -> None:
    """The same of what is typed into it: Word goes by the end of an empty paragraph."""
    from docx.oxml.parser import OxmlElement

    told = OxmlElement("w:rPr")
    told.append(_language(language))
    paragraph._p.get_or_add_pPr().append(told)  # noqa: SLF001 - as above


def _language(language: str) -> "BaseOxmlElement":
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    told = OxmlElement("w:lang")
    told.set(qn("w:val"), Language(language).tag)
    return told


def _mark(row: "_Row", name: str) -> None:
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - as above


def _shade(one: "_Cell", colour: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    one._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - as above
