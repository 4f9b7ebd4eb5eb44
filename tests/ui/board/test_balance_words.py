"""The balance in sentences: how much, how much lately, and who is still to be heard."""

from datetime import UTC, datetime, timedelta

import pytest

from gweithdy.domain.balance import Balance
from gweithdy.domain.board import Board, CardKind
from gweithdy.domain.ids import new_id
from gweithdy.domain.people import LanguageChoice, Mode, Participant
from gweithdy.domain.restraint import Naming
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.naming import tighten
from gweithdy.language.words import Words
from gweithdy.ui.board.balance_words import read_aloud

NOW = datetime(2026, 11, 12, 10, tzinfo=UTC)


def day(*people: tuple[str, Mode, LanguageChoice]) -> Workshop:
    session = Session(id=new_id())
    rows = [
        Participant(id=new_id(), session=session.id, table=table, mode=mode, language=language)
        for table, mode, language in people
    ]
    made = Workshop(session, rows)
    made.take(board.start_board(made))
    return made


def said_on(workshop: Workshop, *cards: tuple[str, str, int]) -> str:
    """What is read aloud after cards from a source, in a language, so many minutes ago."""
    for source, language, minutes in cards:
        at = NOW - timedelta(minutes=minutes)
        workshop.take(board.add_card(workshop, "Bws", language, "", CardKind.NONE, source, at))
    balance = Balance(workshop, workshop.of(Board)[0].id)
    return read_aloud(balance, NOW, Words("en"))


ROOM = ("2", Mode.ROOM, LanguageChoice.NOT_ASKED)
WELSH = ("10", Mode.ROOM, LanguageChoice.CY)
ONLINE = ("", Mode.ONLINE, LanguageChoice.EN)
NOBODY = "Nothing has been written down on this board yet."


@pytest.mark.parametrize(
    ("cards", "told"),
    [
        ((), NOBODY),
        ((("2", "cy", 1),), "1 card has been written down so far."),
        (
            (("2", "cy", 10), ("2", "cy", 11)),
            "2 cards have been written down so far. 1 card in the last ten minutes.",
        ),
        ((("2", "cy", 11),), "1 card has been written down so far. None in the last ten minutes."),
    ],
)
def test_how_much_was_said_and_how_much_lately(
    cards: tuple[tuple[str, str, int], ...], told: str
) -> None:
    assert said_on(day(), *cards) == told


def test_who_is_still_to_be_heard_is_said() -> None:
    assert said_on(day(WELSH, ROOM, ONLINE)) == (
        f"{NOBODY} Tables that have not been heard yet: 2, 10. "
        "We have not heard yet from those online. "
        "Nothing has been said in Welsh yet, and 1 person asked to use it. "
        "Nothing has been said in English yet, and 1 person asked to use it."
    )
    told = said_on(day(WELSH, ROOM, ONLINE), ("10", "cy", 1), ("2", "en", 1))
    assert told.endswith("written down so far. We have not heard yet from those online.")


def test_that_every_table_was_heard_is_said_where_it_is_known() -> None:
    heard = (("2", "cy", 1), ("10", "cy", 1))
    assert said_on(day(WELSH, ROOM), *heard).endswith("Every table has been heard.")
    assert "Every table" not in said_on(day(), *heard), "nobody was listed at any"
    kept = day(WELSH, ROOM)
    kept.take(tighten(kept, kept.of(Board)[0].id, Naming.ANONYMOUS))
    assert "table" not in said_on(kept, *heard)
