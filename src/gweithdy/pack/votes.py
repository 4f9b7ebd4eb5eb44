"""Votes on themes, and on single cards: a table of each, in which the numbers are bars too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gweithdy.domain.board import SOURCE_LABELS, Card, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import seen
from gweithdy.domain.problem import N_
from gweithdy.domain.rounds import NO_ROUND, Round, RoundKind
from gweithdy.domain.sources import in_order
from gweithdy.domain.tallies import Result, results
from gweithdy.pack.document import Block, Column, Row, SectionBlock, Table
from gweithdy.pack.ratings import rating
from gweithdy.pack.runs import Runs, Tone
from gweithdy.pack.writer import PartWriter, thing

MOST_SOURCES = 5
"""Columns beside that of all votes; where more places voted, the tables are one column."""

LONGEST_HEAD = 80
"""Characters of a table's name over a column: the head of a table cannot go on on the next page."""


@dataclass(frozen=True)
class _About:
    """What was voted on, in the words of a table (catalogue texts)."""

    noun: type[Theme] | type[Card]
    one: str
    most: str


_ABOUT = (
    _About(Theme, N_("Theme"), N_("Votes on themes, most first")),
    _About(Card, N_("Card"), N_("Votes on single cards, most first")),
)


def votes(p: PartWriter) -> Iterable[SectionBlock]:
    """Every round that may be seen, one after the other, and what was counted without a round.

    Themes by their votes, the most first, and after them cards.
    """
    seen = [each for each in p.workshop.of(Round) if not each.hidden]
    loose = list(_tables(p, NO_ROUND))
    blocks: list[Block] = []
    for number, each in enumerate(seen, 1):
        title = p.text(each.title) or p.tr("Round of votes")
        if told := list(_round(p, each)):
            blocks += p.section(title, f"votes-{number}", (*_rules(p, each), *told), each)
    if blocks and loose:
        # With a heading of their own, so that nobody takes them for those of the last round.
        blocks += p.section(p.tr("Votes without a round"), "votes-0", loose)
    return p.section(p.tr("Votes"), "votes", blocks or loose)


def _round(p: PartWriter, each: Round) -> Iterator[Block]:
    if each.kind is RoundKind.RATING:
        yield from rating(p, each)
    else:
        yield from _tables(p, each.id)


def _rules(p: PartWriter, each: Round) -> Iterator[Block]:
    """How many dots people had."""
    if each.kind is RoundKind.VOTES and each.budget:
        said = p.ntr("{n} dot for each person", "{n} dots for each person", each.budget)
        yield p.paragraph(said, Tone.QUIET)


def _tables(p: PartWriter, in_round: Id) -> Iterator[Table]:
    for about in _ABOUT:
        yield from _votes_on(p, about, in_round)


def _votes_on(p: PartWriter, about: _About, in_round: Id) -> Iterator[Table]:
    """All results, and where they were given if that is in more than one place."""
    things = seen(p.workshop) if about.noun is Card else p.workshop.of(about.noun)
    found = results(p.workshop, in_round, things)
    if not found:
        return
    places = _places(p, found)
    # Votes that were all given in one place are headed by it.
    headings = [p.tr("All votes"), *(heading for heading, _ in places)]
    if len(places) == 1:
        headings, places = [places[0][0]], []
    has_ties = any(each.tied for each in found)
    # A table's name was typed with the votes for these.
    voted_on = thing(found[0].of)
    columns = (
        Column(p.tr(about.one)),
        Column(headings[0], bars=True, thing=voted_on),
        *(Column(heading, numbers=True, thing=voted_on) for heading in headings[1:]),
        Column(p.tr("Rank")),
    )
    sources = [inside for _, inside in places]
    rows = [_row(p, each, sources, has_ties=has_ties) for each in found]
    yield p.table(p.tr(about.most), columns, rows)


def _row(p: PartWriter, result: Result, places: Sequence[Sequence[str]], *, has_ties: bool) -> Row:
    numbers = [
        result.total,
        *(sum(result.by_source.get(source, 0) for source in inside) for inside in places),
    ]
    # Where nobody shares a place the order of the rows says it.
    place = place_in_words(p, result.place, tied=result.tied) if has_ties else ()
    return p.row(
        result.of,
        p.cell(p.title_of(result.of)),
        *(p.cell(p.plain(str(n))) for n in numbers),
        p.cell(place),
    )


def place_in_words(p: PartWriter, place: int, *, tied: bool) -> Runs:
    """ "2", or "2 =" where others share it."""
    return p.plain(f"{place} =" if tied else str(place))


def _places(p: PartWriter, found: Sequence[Result]) -> list[tuple[Runs, list[str]]]:
    """Where votes came from: a heading, and the sources under it; none where that is kept back."""
    given = {source for each in found for source in each.by_source}
    if not p.options.shown.sources or not given:
        return []
    named = {"room": p.tr("Room"), "online": p.tr("Online")}
    apart = in_order(given)
    if len(apart) <= MOST_SOURCES and all(len(each) <= LONGEST_HEAD for each in apart):
        return [(named.get(each) or p.source(each), [each]) for each in apart]
    elsewhere = [each for each in apart if each in SOURCE_LABELS and each != "room"]
    return [
        (p.tr("Room"), [each for each in apart if each not in elsewhere]),
        *((named.get(each) or p.source(each), [each]) for each in elsewhere),
    ]
