"""Word tables for translators: what Word makes of them, and what is no such document."""

import io
import random
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from tests.exchange.sent_out import DEMOS, out, purpose

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, said
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.translations.word_reader import read_word_table
from gweithdy.exchange.translations.word_table import write_word_table
from gweithdy.language.words import Words


def opened(there: Workshop) -> tuple["docx.document.Document", Table]:
    document = docx.Document(io.BytesIO(write_word_table(out(there, Language.EN))))
    [table] = document.tables
    return document, table


def saved(document: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def words_of(document: "docx.document.Document") -> list[str]:
    return [row.words for row in read_word_table(saved(document)).rows]


def test_a_word_table_says_its_languages_and_repeats_its_head() -> None:
    document, table = opened(DEMOS[0])
    assert [cell.text for cell in table.rows[0].cells][:3] == [
        "ID", "Cymraeg / Welsh", "Saesneg / English",
    ]  # fmt: skip
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    for row in table.rows[1:]:
        cells = row.cells
        for at, tag in ((1, "cy-GB"), (2, "en-GB")):
            mark = cells[at].paragraphs[0]._p.pPr.find(qn("w:rPr"))
            assert mark.find(qn("w:lang")).get(qn("w:val")) == tag
            for run in cells[at].paragraphs[0].runs:
                assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == tag
        for at in (0, 1):
            assert cells[at]._tc.tcPr.find(qn("w:shd")) is not None
        assert cells[2]._tc.tcPr.find(qn("w:shd")) is None
    assert document.paragraphs[0].text == (
        "Gweledigaeth ar gyfer gwasanaethau cyhoeddus / A vision for public services"
    )


def test_tracked_changes_are_accepted() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    cell = table.rows[2].cells[2]
    cell._tc.replace(
        cell.paragraphs[0]._p,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:pPr><w:rPr><w:del w:id='9'/></w:rPr></w:pPr>"
            "<w:r><w:t xml:space='preserve'>Wat</w:t></w:r>"
            "<w:del w:id='1'><w:r><w:delText>gone</w:delText><w:br/></w:r></w:del>"
            "<w:ins w:id='2'><w:r><w:t>er</w:t></w:r></w:ins>"
            "<w:moveFrom w:id='3'><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
            "<w:moveTo w:id='4'><w:r><w:tab/><w:t>clean</w:t><w:br/></w:r></w:moveTo>"
            "<w:hyperlink><w:r><w:t>here</w:t></w:r></w:hyperlink>"
            "<w:r><x:AlternateContent xmlns:x='urn:x'><x:Choice><w:t>!</w:t></x:Choice>"
            "<x:Fallback><w:t>!</w:t></x:Fallback></x:AlternateContent></w:r></w:p>"
        ),
    )
    cell.add_paragraph(" now")
    cell.add_paragraph("and then")
    assert words_of(document) == ["A day", "Water clean\nhere! now\nand then"]


def test_a_row_that_was_taken_out_is_no_row() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    row = table.rows[2]._tr
    row.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} w:id='1'/>"))
    assert words_of(document) == ["A day"]


def test_rows_and_cells_may_stand_in_content_controls_and_be_moved() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    row = table.rows[2]._tr
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    table.rows[0]._tr.addnext(control)
    control[0].append(row)
    assert words_of(document) == ["Water", "A day"]


def test_a_cell_over_two_columns_moves_no_other() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    table.rows[1].cells[3].merge(table.rows[1].cells[4])
    assert words_of(document) == ["A day", "Water"]


def test_a_heading_over_two_columns_moves_no_other() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    head, *rows = [row._tr for row in table.rows]
    head.tc_lst[0].grid_span = 2
    for row in rows:
        row.tc_lst[0].addnext(parse_xml(f"<w:tc {nsdecls('w')}><w:p/></w:tc>"))
    assert words_of(document) == ["A day", "Water"]


def test_other_tables_and_parts_are_passed_over() -> None:
    document, table = opened(purpose(said("Dŵr", "cy")))
    table.rows[2].cells[2].text = "Water"
    inner = table.rows[2].cells[2].add_table(1, 1)
    inner.rows[0].cells[0].text = "A note of mine"
    document.add_table(2, 2).rows[0].cells[0].text = "Hours"
    assert words_of(document) == ["A day", "Water"]


def with_part(data: bytes, change: Callable[[str], str]) -> bytes:
    """A Word document with another text in it."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            inside = old.read(name)
            is_text = name == "word/document.xml"
            new.writestr(name, change(inside.decode()).encode() if is_text else inside)
    return file.getvalue()


def test_what_is_no_word_document_is_refused() -> None:
    def zipped(**members: bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return file.getvalue()

    whole = write_word_table(out(DEMOS[0], Language.EN))
    document = docx.Document()
    document.add_table(1, 2)
    rels = (
        b"<r><Relationship Type='x/officeDocument' Target='%s'/></r>",
        b"<r/>",
    )
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'
    bomb = b"<w>" + b" " * 50_000_000 + b"</w>"

    def beside(more: str) -> bytes:
        """The whole document with so much more in the part with its text."""
        return with_part(whole, lambda text: text.replace("<w:body>", f"{more}<w:body>"))

    assert read_word_table(beside("<!-- well -->")).rows
    noise = random.Random(1).randbytes(8_500_000)  # noqa: S311 - what cannot be packed
    crowded = io.BytesIO(whole)
    with zipfile.ZipFile(crowded, "a") as archive:
        for number in range(2000):
            archive.writestr(f"f{number}", b"")
    cases = [
        b"", b"PK", b"\xd0\xcf\x11\xe0" + b"\0" * 600, whole[:2000], whole[:-400],
        zipped(a=b"b"), zipped(**{"_rels/.rels": rels[1]}),
        zipped(**{"_rels/.rels": rels[0] % b"w.xml"}),
        zipped(**{"_rels/.rels": rels[0] % b"w.xml", "w.xml": bomb}),
        crowded.getvalue(), beside(" " * 10_000_000),
        beside(f"<!--{noise.hex()}-->"),
        zipped(**{"_rels/.rels": rels[0] % b"w.xml", "w.xml": entity}),
        zipped(**{"_rels/.rels": rels[0] % b"../../etc/passwd"}),
        saved(document),
    ]  # fmt: skip
    for data in cases:
        with pytest.raises(Problem) as caught:
            read_word_table(data)
        assert "Nothing was imported." in Words("en").problem(caught.value)


def test_a_title_may_be_longer_than_a_property_of_a_file() -> None:
    session = Session(id=new_id(), title=said("gair " * 60, "cy"))
    document, table = opened(Workshop(session))
    assert table.rows[1].cells[1].text == document.paragraphs[0].text == session.title.cy.words
    assert document.core_properties.title == session.title.cy.words[:255]
