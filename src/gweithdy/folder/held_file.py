"""What is held back on a board as a list for whoever leads: what waits, and each decision."""

from collections.abc import Iterator
from datetime import datetime

from gweithdy.domain.board import Card, Lane
from gweithdy.domain.naming import as_named
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.released import held
from gweithdy.domain.restraint import STANDING_LABELS, VERDICT_LABELS, Standing
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.csv_list import csv_bytes
from gweithdy.exchange.lists import Cell, Listing
from gweithdy.exchange.workbook import xlsx_bytes
from gweithdy.folder.board_file import Wanted
from gweithdy.language.local_time import in_wales
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words, in_both

ENDINGS = (".xlsx", ".csv")


def held_file(wanted: Wanted, ending: str) -> bytes:
    """The bytes of the file; its ending is one of `ENDINGS`."""
    made = held_listing(wanted)
    return xlsx_bytes([made], wanted.today) if ending == ".xlsx" else csv_bytes(made)


def held_listing(wanted: Wanted) -> Listing:
    """The cards that wait, then what was decided on cards, in the order in which it was.

    Problem if there is neither. It is for nobody but whoever leads the session: what was set aside
    stands in it, with the words that were taken out. Who spoke is told as the board tells it.
    """
    workshop = wanted.workshop
    lanes = [lane.id for lane in workshop.inside(Lane, wanted.board)]
    rows = [_row(workshop, card) for card in held(workshop, Standing.WAITING, lanes)]
    cards = {card.id: card for lane in lanes for card in workshop.inside(Card, lane)}
    rulings = [each for each in workshop.of(Ruling) if each.card in cards]
    rulings.sort(key=lambda each: each.at.isoformat() if each.at else "")
    rows += [_row(workshop, cards[each.card], each) for each in rulings]
    if not rows:
        raise Problem(N_("No card waits, and none was set aside."))
    headings = (*_headings(), "id")
    return Listing("rulings", N_("Cards that wait or were set aside"), headings, tuple(rows))


def _headings() -> Iterator[str]:
    yield in_both(N_("Moderation"))
    yield in_both(N_("Decision"))
    for message in (N_("Words"), N_("Words before"), N_("Reason")):
        yield from (f"{in_both(message)} ({LANGUAGE_NAMES[each]})" for each in Language)
    for message in (N_("Question"), N_("Where it was said"), N_("Written down")):
        yield in_both(message)
    for message in (N_("When"), N_("Who decided")):
        yield in_both(message)


def _row(workshop: Workshop, card: Card, ruling: Ruling | None = None) -> tuple[Cell, ...]:
    shown, lane = as_named(workshop, card), workshop.find(Lane, card.lane)
    return (
        in_both(STANDING_LABELS[card.standing]),
        in_both(VERDICT_LABELS[ruling.verdict]) if ruling else None,
        *_each(shown.text),
        *_each(ruling.before if ruling else Text()),
        *_each(ruling.reason if ruling else Text()),
        " / ".join(dict.fromkeys(filter(None, _each(lane.title)))) if lane else None,
        _source(shown),
        _moment(shown.captured),
        _moment(ruling.at if ruling else None),
        ruling.by or None if ruling else None,
        card.id,
    )


def _each(text: Text) -> list[str | None]:
    return [text.get(language) or None for language in Language]


def _source(card: Card) -> str | None:
    names = (source_name(Words(each), card.source) for each in Language if card.source)
    return " / ".join(dict.fromkeys(names)) or None


def _moment(at: datetime | None) -> datetime | None:
    return in_wales(at).replace(tzinfo=None) if at else None
