"""All lists as one Excel workbook, a sheet each: the same bytes for the same lists and day."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from gweithdy.exchange.lists import Cell, Listing
from gweithdy.formulas import is_formula
from gweithdy.language.words import in_both

LONGEST = 32_767
"""Letters of a cell; Excel takes no more."""
FIRST_YEAR = 1901
"""Excel counts no days before 1900, and those of that year wrongly."""
NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""No XML can hold these."""
LONGEST_NAME = 31
"""Letters of the name of a sheet."""
BETWEEN = " · "
"""Between the Welsh and the English of one: a stroke may not stand in it."""
NOT_IN_NAMES = re.compile(r"[][*?:/\\]")
ROOMY, NARROW = 44, 11
"""Widths of columns in letters."""
FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", time: "hh:mm"}


def xlsx_bytes(lists: Iterable[Listing], made: date) -> bytes:
    """The bytes of the workbook; words are always words, never a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in lists:
        _fill(book.create_sheet(_sheet_name(each.title)), each)
    paper = BytesIO()
    book.save(paper)
    return _same_every_time(paper.getvalue(), made)


def _sheet_name(title: str) -> str:
    name = NOT_IN_NAMES.sub("-", in_both(title, BETWEEN))
    # With no English left it is still told apart by its Welsh.
    return name if len(name) <= LONGEST_NAME else name.partition(BETWEEN)[0][:LONGEST_NAME]


def _fill(sheet: Any, listing: Listing) -> None:
    for at, heading in enumerate(listing.headings, 1):
        cell = sheet.cell(1, at)
        _put(cell, heading)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        longest = max((len(str(row[at - 1])) for row in listing.rows if row[at - 1]), default=0)
        sheet.column_dimensions[get_column_letter(at)].width = min(ROOMY, max(NARROW, longest + 2))
    for down, row in enumerate(listing.rows, 2):
        for at, value in enumerate(row, 1):
            _put(sheet.cell(down, at), value)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: Any, value: Cell) -> None:
    if isinstance(value, date) and value.year < FIRST_YEAR:
        value = value.isoformat()
    if isinstance(value, str):
        words = NOT_ALLOWED.sub("", value)
        cell.value = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
        # "=…" would be a formula, "#N/A" an error.
        cell.data_type = "s"
        cell.quotePrefix = is_formula(words)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif value is not None:
        cell.value = value
        cell.number_format = FORMATS.get(type(value), "General")
        cell.alignment = Alignment(vertical="top")


def _same_every_time(data: bytes, made: date) -> bytes:
    """The workbook without the moment and the machine that wrote it."""
    day = datetime(made.year, made.month, made.day)  # noqa: DTZ001 - written as it is
    told = DocumentProperties(creator="gweithdy", created=day, modified=day)
    paper = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(paper, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = tostring(told.to_tree()) if name == ARC_CORE else old.read(name)
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            # As on every system, whichever this is.
            entry.create_system = 3
            new.writestr(entry, content)
    return paper.getvalue()
