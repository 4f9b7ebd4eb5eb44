"""The boards of a session as one file: a list, Markdown, or a picture of the whole."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gweithdy.domain.board import CARD_KIND_LABELS, SOURCE_LABELS, Card
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import as_may_be_seen
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import Asked, stop_if
from gweithdy.domain.tallies import tally_seen
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.csv_list import csv_bytes
from gweithdy.exchange.lists import Cell, Listing
from gweithdy.exchange.workbook import xlsx_bytes
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words, in_both
from gweithdy.pack.board_file.contents import BETWEEN, Said, Sheet, sheets
from gweithdy.pack.board_file.markdown import markdown
from gweithdy.pack.writing import drawn_board


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: one board or, with "", all of them; as `workshop` stands.

    `language` is that of Markdown and of pictures; lists have both.
    """

    workshop: Workshop
    today: date
    language: Language
    board: Id = ""

    def sheets(self, language: Language) -> list[Sheet]:
        """The boards in one language; Problem if there is none."""
        found = sheets(self.workshop, language, self.today)
        chosen = [each for each in found if self.board in ("", each.thing)]
        if not chosen:
            raise Problem(N_("There is no board in this session yet. Nothing was written."))
        return chosen


Make = Callable[[Wanted, Asked | None], bytes]


def board_file(wanted: Wanted, ending: str, cancelled: Asked | None = None) -> bytes:
    """The bytes of the file; its ending is one of `ENDINGS`. Stopped once `cancelled` says so."""
    made = _MAKERS[ending](wanted, cancelled)
    stop_if(cancelled)
    return made


def _csv(wanted: Wanted, _cancelled: Asked | None) -> bytes:
    return csv_bytes(listing(wanted))


def _xlsx(wanted: Wanted, _cancelled: Asked | None) -> bytes:
    return xlsx_bytes([listing(wanted)], wanted.today)


def _markdown(wanted: Wanted, _cancelled: Asked | None) -> bytes:
    return markdown(wanted.sheets(wanted.language))


def _svg(wanted: Wanted, cancelled: Asked | None) -> bytes:
    return drawn_board(wanted.sheets(wanted.language), ".svg", cancelled)


def _png(wanted: Wanted, cancelled: Asked | None) -> bytes:
    return drawn_board(wanted.sheets(wanted.language), ".png", cancelled)


_MAKERS: dict[str, Make] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".md": _markdown,
    ".svg": _svg,
    ".png": _png,
}
ENDINGS = tuple(_MAKERS)
"""Of the files that boards can be written to."""


def listing(wanted: Wanted) -> Listing:
    """A row for each card, with what a copy of the pack shows of it."""
    both = {language: wanted.sheets(language) for language in Language}
    places = {language: dict(_places(sheets)) for language, sheets in both.items()}
    seen = as_may_be_seen(wanted.workshop)
    votes = tally_seen(seen)
    rows: list[tuple[Cell, ...]] = []
    for id, here in places[Language.CY].items():
        there = places[Language.EN].get(id, here)
        pair = {Language.CY: here, Language.EN: there}
        said = {each: pair[each].said for each in Language}
        card = seen.get(Card, id)
        rows.append(
            (
                len(rows) + 1,
                *(getattr(pair[each], what) for what in _HEADINGS_OF_PLACES for each in Language),
                *(_words(said[each], each) for each in Language),
                *(_kinds(said[each], each) for each in Language),
                _source(card, said),
                votes.get(id),
                id,
            )
        )
    return Listing("cards", N_("Cards"), _headings(), tuple(rows))


@dataclass(frozen=True, slots=True)
class _Place:
    """A card with the names of where it stands, in one language."""

    board: str
    lane: str
    theme: str
    said: Said


_HEADINGS_OF_PLACES = {"board": N_("Board"), "lane": N_("Question"), "theme": N_("Theme")}


def _places(boards: Sequence[Sheet]) -> Iterator[tuple[Id, _Place]]:
    for board in boards:
        for column in board.columns:
            for heap in column.heaps:
                for card in heap.cards:
                    theme = " › ".join(each.words for each in heap.themes)
                    yield card.id, _Place(board.title, column.title, theme, card)


def _headings() -> tuple[str, ...]:
    def twice(message: str) -> Iterator[str]:
        return (f"{in_both(message)} ({LANGUAGE_NAMES[each]})" for each in Language)

    places = (heading for message in _HEADINGS_OF_PLACES.values() for heading in twice(message))
    return (
        in_both(N_("No.")),
        *places,
        *twice(N_("Words")),
        *twice(N_("Kind")),
        in_both(N_("Where it was said")),
        in_both(N_("Votes")),
        "id",
    )


def _words(said: Said, language: Language) -> str | None:
    return said.words if said.language is language else None


def _kinds(said: Said, language: Language) -> str | None:
    return "; ".join(Words(language).tr(CARD_KIND_LABELS[kind]) for kind in said.kinds) or None


def _source(card: Card, said: dict[Language, Said]) -> str | None:
    """Where a card was said; with its name in both languages if it has one in each.

    Not where a copy of the pack keeps it back: people call a place as they like, also by a name.
    """
    if not card.source or not any(_tells(each, card.source) for each in said.values()):
        return None
    return " / ".join(dict.fromkeys(_named(card.source, each) for each in Language))


def _tells(said: Said, source: str) -> bool:
    """Whether one of the facts of a card is this source."""
    facts = {" ".join(fact.split()) for fact in said.facts.split(BETWEEN.strip())}
    return not facts.isdisjoint(_named(source, each) for each in Language)


def _named(source: str, language: Language) -> str:
    """A source as the pack calls it: on the screen the room has a shorter name."""
    words = Words(language)
    return (
        words.tr(SOURCE_LABELS[source]) if source in SOURCE_LABELS else source_name(words, source)
    )
