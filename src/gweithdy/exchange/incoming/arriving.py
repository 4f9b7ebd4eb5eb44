"""What arrives: a file or a paste, what it may be, and its messages once that is settled."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.chosen_file import read_file
from gweithdy.exchange.incoming import lines, slido, teams_chat, transcript, zoom_chat
from gweithdy.exchange.incoming.columns import table_of
from gweithdy.exchange.incoming.decoding import decoded
from gweithdy.exchange.incoming.forms import forms_table
from gweithdy.exchange.incoming.mentimeter import SHEET, mentimeter_table
from gweithdy.exchange.incoming.messages import Form, Message
from gweithdy.exchange.incoming.recognise import Fit, fits_of_rows, fits_of_text
from gweithdy.exchange.incoming.separated import separated, separator_of
from gweithdy.exchange.incoming.tables import Row, Table, messages_in
from gweithdy.exchange.incoming.workbooks import MOST_ROWS, Book, is_zipped, too_many_rows
from gweithdy.exchange.meeting_report import is_report

MOST_SHEETS = 20
SESSION_FILE = re.compile(r"\s*(?:#.*\n\s*)*gweithdy:\s*\d")
_DAY = re.compile(r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)")

TABLES: Mapping[Form, Callable[[Sequence[Row]], Table]] = {
    Form.TABLE: table_of,
    Form.FORMS: forms_table,
    Form.MENTIMETER: mentimeter_table,
}
"""The kinds that have columns."""

TEXTS: Mapping[Form, Callable[[str, date | None], list[Message]]] = {
    Form.TEAMS_CHAT: teams_chat.read_teams_chat,
    Form.ZOOM_CHAT: zoom_chat.read_zoom_chat,
    Form.TRANSCRIPT: lambda text, _: transcript.read_transcript(text),
    Form.SLIDO: lambda text, _: slido.read_slido(text),
    Form.LINES: lambda text, _: lines.read_lines(text),
}
"""The other kinds."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file or a paste. `fits` are what it may be, the likeliest first; one can say otherwise.

    It has a `text`, or the `rows` of a workbook. `day` is when it was written, or that of the
    session. `name` is that of the file, "" of a paste.
    """

    fits: tuple[Fit, ...]
    text: str = ""
    rows: tuple[Row, ...] = ()
    day: date | None = None
    name: str = ""

    def as_table(self, form: Form, *, headed: bool | None = None) -> Table | None:
        """The table in it; None where `form` has no columns. `headed`: see `table_of`."""
        if form not in TABLES:
            return None
        rows = self.rows or separated(self.text, separator_of(self.text))
        return table_of(rows, headed=headed) if form is Form.TABLE else TABLES[form](rows)

    def messages(self, form: Form, table: Table | None = None) -> list[Message]:
        """What is in it, read as `form`; `table` is as somebody since set its columns.

        Problem where it cannot be read so.
        """
        if form not in TEXTS:
            table = table or self.as_table(form)
            return messages_in(table, self.day) if table else []
        found = TEXTS[form](self.text, self.day)
        if len(found) > MOST_ROWS:
            raise too_many_rows()
        return found


def arriving_file(path: Path, day: date | None) -> Arriving:
    """What a file may hold; `day` is that of the session. Problem says why it is refused."""
    data = read_file(path)
    if not is_zipped(data):
        return arriving_text(decoded(data), _day_in(path) or day, path.name)
    rows = tuple(rows_of(Book(data)))
    if not any(rows):
        raise _nothing()
    return Arriving(tuple(fits_of_rows(rows)), rows=rows, day=day, name=path.name)


def arriving_text(text: str, day: date | None, name: str = "") -> Arriving:
    """What a text may be; `name` is that of its file."""
    if not text.strip():
        raise _nothing()
    if is_report(text):
        raise Problem(
            N_("This is a list of who was in a meeting: it can be brought in on the People page.")
        )
    if SESSION_FILE.match(text):
        raise Problem(N_("This is a session file: it can be imported on the Library page."))
    return Arriving(tuple(fits_of_text(text, name)), text, day=day, name=name)


def is_from_elsewhere(text: str) -> bool:
    """Whether what was pasted is a chat, a report or a table, not a list that somebody typed."""
    return is_report(text) or fits_of_text(text)[0].form is not Form.LINES


def rows_of(book: Book) -> list[Row]:
    """The sheet of voters, or else the first with anything in it."""
    sheets = sorted(book.sheets[:MOST_SHEETS], key=lambda sheet: sheet.name != SHEET)
    return next((rows for rows in map(book.rows, sheets) if any(rows)), [])


def _day_in(path: Path) -> date | None:
    """The day in the name of a file, or of its folder: so programs name what they save."""
    for name in (path.name, path.absolute().parent.name):
        if found := _DAY.search(name):
            try:
                return date(*(int(part) for part in found.groups()))
            except ValueError:
                continue
    return None


def _nothing() -> Problem:
    return Problem(N_("There are no words in it. Nothing was imported."))
