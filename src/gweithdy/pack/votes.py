"""Votes as a bar chart, with the same numbers in a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Mode
from gweithdy.domain.problem import N_
from gweithdy.pack.document import Column, Runs, SectionBlock, Table
from gweithdy.pack.figures import Bar, BarChart, Figure
from gweithdy.pack.writer import PartWriter, joined, thing

MOST_BARS = 15
TOLD = 3
"""How many of the first results the words for the chart name."""


@dataclass(frozen=True)
class _Result:
    of: Theme | Card
    label: Runs
    room: int
    online: int

    @property
    def total(self) -> int:
        return self.room + self.online


def votes(p: PartWriter) -> Iterable[SectionBlock]:
    """Themes and cards by their votes, the most first."""
    results = _results(p)
    if not results:
        return ()
    shown = results[:MOST_BARS]
    alt = p.around(N_("Bar chart of votes. Most votes: {most}."), most=_told(p, shown))
    bars = tuple(Bar(result.label, result.total, thing(result.of)) for result in shown)
    caption = p.tr("Votes, most first")
    if len(results) > MOST_BARS:
        caption = p.tr("Votes: the first {n} of {all}", n=MOST_BARS, all=len(results))
    figure = Figure(language=p.language, drawing=BarChart(bars), alt=alt, caption=caption)
    return p.section(p.tr("Votes"), "votes", [figure, _table(p, results)])


def _told(p: PartWriter, results: list[_Result]) -> Runs:
    first = ((*result.label, *p.plain(f" ({result.total})")) for result in results[:TOLD])
    return joined(first, p.plain("; ")[0])


def _table(p: PartWriter, results: list[_Result]) -> Table:
    columns = (
        Column(p.tr("Theme or card")),
        Column(p.tr("Room"), numbers=True),
        Column(p.tr("Online"), numbers=True),
        Column(p.tr("All votes"), numbers=True),
    )
    rows = [
        p.row(
            r.of, p.cell(r.label), *(p.cell(p.plain(str(n))) for n in (r.room, r.online, r.total))
        )
        for r in results
    ]
    return p.table(p.tr("All votes, by where they were given"), columns, rows)


def _results(p: PartWriter) -> list[_Result]:
    given: dict[Id, list[int]] = {}
    for vote in p.workshop.of(Vote):
        counts = given.setdefault(vote.target, [0, 0])
        counts[vote.source == Mode.ONLINE] += vote.count
    results = [
        _Result(of, label, *given[of.id])
        for of, label in _labels(p)
        if sum(given.get(of.id, ())) > 0
    ]
    return sorted(results, key=lambda result: -result.total)


def _labels(p: PartWriter) -> Iterable[tuple[Theme | Card, Runs]]:
    for theme in p.workshop.of(Theme):
        yield theme, p.theme_title(theme)
    for card in p.workshop.of(Card):
        yield card, p.text(card.text) or p.tr("Card without words")
