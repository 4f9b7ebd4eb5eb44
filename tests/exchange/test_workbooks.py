"""A sheet for translators that somebody saved as a workbook."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.exchange.incoming.samples import packed
from tests.exchange.sent_out import out, purpose

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import bring_back
from gweithdy.exchange.translations.files import read_translations
from gweithdy.exchange.translations.sheet import read_workbook, write_sheet


def book(path: Path, rows: list[list[str]]) -> Path:
    """The rows as another program saves them."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def sheet_rows(workshop: Workshop) -> list[list[str]]:
    data = write_sheet(out(workshop, Language.EN))
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_sheet_saved_as_a_workbook_comes_back(tmp_path: Path) -> None:
    here = purpose(said("=1+1\nŵ ŷ", "cy"))
    [head, *rows] = sheet_rows(here)
    filled = [[*row[:2], "'=2\nwater  \u2028", *row[3:]] for row in rows]
    found = bring_back(
        here, read_translations(book(tmp_path / "a.xlsx", [[], ["For Siân"], head, *filled]))
    )
    assert {each.words for each in found.taken} == {"=2\nwater"}
    assert (len(found.taken), found.refused) == (2, ())


def test_cells_are_read_by_their_places_and_in_all_their_runs() -> None:
    id = f"session.{new_id()}.purpose.en"
    shared = (
        "<si><t>ID</t></si><si><t>Welsh</t></si><si><t>English</t></si>"
        "<si><r><t>One_x000D_\ntw</t></r><r><rPr><b/></rPr><t>o</t></r><rPh><t>no</t></rPh></si>"
    )
    rows = (
        '<row><c t="s" r="A1"><v>0</v></c><c t="s"><v>2</v></c><c t="s" r="AB1"><v>1</v></c></row>'
        f'<row><c r="B2" t="s"><v>3</v></c><c t="inlineStr" r="A2"><is><t>{id}</t></is></c>'
        '<c r="AB2" t="s"><v>99</v></c></row>'
    )
    [row] = read_workbook(packed(rows, shared)).rows
    assert (row.id, row.words, row.original) == (id, "One\ntwo", "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        packed(""),
        packed("<row><c><v>7</v></c></row>"),
        packed('<!DOCTYPE a [<!ENTITY b "c">]>&b;'),
        packed(" " * 40_000_000),
    ],
)
def test_a_workbook_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(Problem, match="Nothing was imported"):
        read_workbook(data)
