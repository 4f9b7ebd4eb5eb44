"""Sheets: texts for translators as CSV, which may come back as an Excel workbook."""

import csv
import io

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.translating import ReturnedFile
from gweithdy.exchange.incoming.tables import written
from gweithdy.exchange.incoming.workbooks import Book
from gweithdy.exchange.translations.columns import NO_TABLE, cell, columns, heading, read_tables
from gweithdy.exchange.translations.outgoing import Outgoing
from gweithdy.formulas import guarded, unguarded

MOST_ROWS = 200_000
"""Lines, also those inside cells, of a file with as many parts as XML may have."""


def write_sheet(out: Outgoing) -> bytes:
    """The bytes of the file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    shown = columns(out.target)
    writer.writerow(heading(column) for column in shown)
    for unit in out.units:
        writer.writerow(guarded(cell(unit, column)) for column in shown)
    # Excel takes a file without the mark for one of the computer's own alphabet: no ŵ, no ŷ.
    return file.getvalue().encode("utf-8-sig")


def read_sheet(data: bytes) -> ReturnedFile:
    """What stands in the bytes of a file; Problem if there is no such table in it."""
    text = _decoded(data)
    if text.count("\n") > MOST_ROWS:
        raise Problem(
            N_("Line {line}: the file has more parts than can be read. Nothing was imported."),
            line=MOST_ROWS,
        )
    for separator in ",;\t":
        rows = _table(text, separator)
        try:
            return read_tables([rows])
        except Problem:
            continue
    raise Problem(NO_TABLE)


def read_workbook(data: bytes) -> ReturnedFile:
    """What stands in the first sheet of a workbook; Problem if there is no such table in it."""
    book = Book(data)
    rows = book.rows(book.sheets[0]) if book.sheets else []
    return read_tables([[[unguarded(written(cell)) for cell in row] for row in rows]])


def _decoded(data: bytes) -> str:
    # What Excel calls “Unicode text” has two bytes a letter.
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(
            N_(
                "This file is not saved as UTF-8 text, so letters such as ŵ and ŷ are lost in it. "
                "In Excel, choose “CSV UTF-8” and save it again. Nothing was imported."
            )
        ) from error


def _table(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [[unguarded(cell) for cell in row] for row in reader]
    except csv.Error:
        # A cell longer than any sheet holds.
        return []
