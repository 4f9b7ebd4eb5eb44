"""Sheets: texts for translators as CSV, as Excel and LibreOffice write and read it."""

import csv
import io
import re

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.translating import ReturnedFile
from gweithdy.exchange.translations.columns import NO_TABLE, cell, columns, heading, read_tables
from gweithdy.exchange.translations.outgoing import Outgoing

_FORMULA = re.compile("'*[\\s\ufeff\u200b]*[=+\\-@\t\r＝＋－＠]")
"""What a program for sheets would work out, also after spaces; and what looks as if guarded."""


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
    for separator in ",;\t":
        rows = _table(text, separator)
        try:
            return read_tables([rows])
        except Problem:
            continue
    raise Problem(NO_TABLE)


def guarded(words: str) -> str:
    """`words` so that no program takes them for a formula; `unguarded` undoes it exactly."""
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(words: str) -> str:
    """`words` as they were before `guarded`."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words[1:]) else words


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
