"""A session to write into, and cards as people write them, for the other benchmarks."""

from datetime import UTC, datetime

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board import add_card
from gweithdy.edits.sessions import new_session
from gweithdy.storage.library import Library

LINES = (
    ("Mae'r gwasanaethau'n gweithio ar wahân, heb siarad â'i gilydd", "cy"),
    ("We ask people for the same story at every single appointment", "en"),
    ("Dim ond am flwyddyn ar y tro y mae'r arian, felly pwy all gynllunio?", "cy"),
    ("Nobody knows who decides, so nothing is ever decided", "en"),
    ("Mae pobl yn dod yn ôl am fod rhywun wedi gwrando arnyn nhw", "cy"),
)


def words(number: int) -> tuple[str, str]:
    """What a card says, and its language; no two are the same."""
    line, language = LINES[number % len(LINES)]
    return f"{line} {number}", language


def card(workshop: Workshop, number: int) -> Edit:
    """The edit of a card typed into the capture box."""
    lane = workshop.of(Lane)[number % 3].id
    return add_card(workshop, *words(number), lane, CardKind.CULTURAL, "room", datetime.now(UTC))


def session_in(library: Library) -> Workshop:
    """A new session of a library, with its first board."""
    edit = new_session("Diwrnod darganfod", "A day of discovery")
    library.write(edit)
    return library.workshop(edit.session)
