"""Votes on themes, and on single cards: a table of each, in which the numbers are bars too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import seen
from gweithdy.domain.people import Mode
from gweithdy.domain.problem import N_
from gweithdy.pack.document import Column, Row, SectionBlock, Table
from gweithdy.pack.runs import Runs
from gweithdy.pack.writer import PartWriter


@dataclass(frozen=True)
class _Result:
    of: Theme | Card
    label: Runs
    room: int
    online: int

    @property
    def total(self) -> int:
        return self.room + self.online


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
    """Themes by their votes, the most first, and after them cards."""
    tables = [table for about in _ABOUT for table in _votes_on(p, about)]
    return p.section(p.tr("Votes"), "votes", tables)


def _votes_on(p: PartWriter, about: _About) -> Iterator[Table]:
    """All results, and where they were given if that is in more than one place."""
    things = seen(p.workshop) if about.noun is Card else p.workshop.of(about.noun)
    results = _results(p, things)
    if not results:
        return
    sources = p.options.shown.sources
    places = [
        place
        for place, given in (
            (N_("Room"), any(each.room for each in results)),
            (N_("Online"), any(each.online for each in results)),
        )
        if sources and given
    ]
    # Votes that were all given in one place are headed by it.
    counted, *parts = places if len(places) == 1 else [N_("All votes"), *places]
    columns = (
        Column(p.tr(about.one)),
        Column(p.tr(counted), bars=True),
        *(Column(p.tr(place), numbers=True) for place in parts),
    )
    yield p.table(p.tr(about.most), columns, [_row(p, each, parts) for each in results])


def _row(p: PartWriter, result: _Result, parts: Sequence[str]) -> Row:
    numbers = [result.total, result.room, result.online][: 1 + len(parts)]
    return p.row(result.of, p.cell(result.label), *(p.cell(p.plain(str(n))) for n in numbers))


def _results(p: PartWriter, things: Sequence[Theme | Card]) -> list[_Result]:
    given: dict[Id, list[int]] = {}
    for vote in p.workshop.of(Vote):
        counts = given.setdefault(vote.target, [0, 0])
        counts[vote.source == Mode.ONLINE] += vote.count
    results = [
        _Result(of, p.title_of(of), *given[of.id]) for of in things if sum(given.get(of.id, ())) > 0
    ]
    return sorted(results, key=lambda result: -result.total)
