"""A file with people in it: a report of a meeting, a sheet, a list."""

from dataclasses import dataclass
from pathlib import Path

from gweithdy.domain.people import Mode
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import on_one_line
from gweithdy.exchange.chosen_file import read_file
from gweithdy.exchange.incoming.arriving import rows_of
from gweithdy.exchange.incoming.decoding import decoded
from gweithdy.exchange.incoming.messages import Form
from gweithdy.exchange.incoming.recognise import fits_of_rows, fits_of_text
from gweithdy.exchange.incoming.tables import written
from gweithdy.exchange.incoming.workbooks import MOST_ROWS, Book, is_zipped, too_many_rows
from gweithdy.exchange.meeting_report import is_report
from gweithdy.exchange.people_list import PeopleList, read_list

LONGEST = 4000
"""Letters of a line."""

TALK = (Form.TEAMS_CHAT, Form.ZOOM_CHAT, Form.TRANSCRIPT, Form.SLIDO, Form.MENTIMETER)
"""Each line of these would be taken for a name. Who answers a form may be who comes."""

ENDINGS = (".csv", ".xlsx", ".txt", ".tsv")


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The list in a file, and how people take part who are in it, where it does not say that."""

    listed: PeopleList
    mode: Mode


def read_people(path: Path) -> PeopleFile:
    """The people in a file; Problem says why it is refused. Who was in a meeting was online."""
    data = read_file(path)
    book = Book(data) if is_zipped(data) else None
    text = _text_of(book) if book else decoded(data)
    if max(map(len, text.splitlines()), default=0) > LONGEST:
        raise Problem(N_("This is no list of people: a line of it is too long. Nobody was added."))
    was_online = is_report(text)
    likeliest, *_ = fits_of_rows(rows_of(book)) if book else fits_of_text(text, path.name)
    if not was_online and likeliest.form in TALK:
        raise Problem(
            N_(
                "This is no list of people but what they said: it can be brought in on the "
                "Capture page. Nobody was added."
            )
        )
    listed = read_list(text)
    if len(listed.rows) > MOST_ROWS:
        raise too_many_rows()
    return PeopleFile(listed, Mode.ONLINE if was_online else Mode.ROOM)


def _text_of(book: Book) -> str:
    rows = next((rows for rows in map(book.rows, book.sheets[:1]) if any(rows)), [])
    cells = ((on_one_line(written(cell)) for cell in row) for row in rows)
    return "\n".join("\t".join(row) for row in cells)
