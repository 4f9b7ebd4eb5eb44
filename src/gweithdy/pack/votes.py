"""Votes as a bar chart, with the same numbers in a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Mode
from gweithdy.pack.document import Bar, BarChart, Block, Figure, Runs, words_of
from gweithdy.pack.writer import PartWriter

MOST_BARS = 15
TOLD = 3
"""How many of the first results the words for the chart name."""


@dataclass(frozen=True)
class _Result:
    label: Runs
    room: int
    online: int

    @property
    def total(self) -> int:
        return self.room + self.online


def votes(p: PartWriter) -> list[Block]:
    """Themes and cards by their votes, the most first."""
    results = _results(p)
    if not results:
        return []
    shown = results[:MOST_BARS]
    alt = p.words.tr("Bar chart of votes. Most votes: {most}.", most=_told(shown))
    bars = tuple(Bar(result.label, result.total) for result in shown)
    caption = p.tr("Votes, most first")
    if len(results) > MOST_BARS:
        caption = p.tr("Votes: the first {n} of {all}", n=MOST_BARS, all=len(results))
    figure = Figure(language=p.language, drawing=BarChart(bars), alt=alt, caption=caption)
    return p.section(p.tr("Votes"), "votes", [figure, _table(p, results)])


def _told(results: Iterable[_Result]) -> str:
    first = list(results)[:TOLD]
    return "; ".join(f"{words_of(result.label)} ({result.total})" for result in first)


def _table(p: PartWriter, results: list[_Result]) -> Block:
    columns = (
        (p.tr("Theme or card"), 4.0),
        (p.tr("Room"), 1.0),
        (p.tr("Online"), 1.0),
        (p.tr("All votes"), 1.1),
    )
    rows = [
        (r.label, p.plain(str(r.room)), p.plain(str(r.online)), p.plain(str(r.total)))
        for r in results
    ]
    return p.table(p.tr("All votes, by where they were given"), columns, rows, numbers=(1, 2, 3))


def _results(p: PartWriter) -> list[_Result]:
    given: dict[Id, list[int]] = {}
    for vote in p.workshop.of(Vote):
        counts = given.setdefault(vote.target, [0, 0])
        counts[vote.source == Mode.ONLINE] += vote.count
    results = [
        _Result(label, *given[id]) for id, label in _labels(p) if id in given and sum(given[id]) > 0
    ]
    return sorted(results, key=lambda result: -result.total)


def _labels(p: PartWriter) -> Iterable[tuple[Id, Runs]]:
    for theme in p.workshop.of(Theme):
        yield theme.id, p.theme_title(theme)
    for card in p.workshop.of(Card):
        yield card.id, p.text(card.text) or p.tr("Card without words")
