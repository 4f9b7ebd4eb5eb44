"""A round of rating: a table of means with how far people differ, and a plot of two criteria."""

from collections.abc import Iterator

from gweithdy.domain.rounds import BEST, Round
from gweithdy.domain.tallies import Rated, Score, ratings, things_on
from gweithdy.domain.text import Text
from gweithdy.pack.document import Block, Blocks, Column, Table
from gweithdy.pack.figures import Figure, MapPoint, PowerInterestMap
from gweithdy.pack.letters import best
from gweithdy.pack.runs import Run, Runs, Tone, Voice
from gweithdy.pack.writer import PartWriter, thing

DISSENT_MARK = "▲"
"""Beside a mean of which people do not agree; a sentence says what it means."""

MOST_POINTS = 20
"""Points that a plot of a page can name."""


def rating(p: PartWriter, each: Round) -> Iterator[Block]:
    """The table, and where there are two criteria the plot before it."""
    rated = ratings(p.workshop, each, things_on(p.workshop, each))
    if not rated:
        return
    if len(each.criteria) > 1:
        yield _plot(p, each, rated[:MOST_POINTS])
    yield _table(p, each, rated)
    if any(score.dissent for one in rated for score in one.scores):
        told = p.tr("{mark} People do not agree: their marks lie far apart.", mark=DISSENT_MARK)
        yield p.paragraph(told, Tone.QUIET)


def _table(p: PartWriter, each: Round, rated: list[Rated]) -> Table:
    names = [p.text(words) for _, words in each.criteria]
    columns = (
        Column(p.tr("No."), numbers=True),
        Column(p.tr("Theme or card")),
        *(Column(name) for name in names),
    )
    rows = [
        p.row(
            one.of,
            p.cell(p.plain(str(number))),
            p.cell(p.title_of(one.of)),
            *(_cell(p, score) for score in one.scores),
        )
        for number, one in enumerate(rated, 1)
    ]
    caption = p.tr(
        "Means of marks from 1 to {best}, with the spread and the number of people", best=BEST
    )
    return p.table(caption, columns, rows, names=1)


def _cell(p: PartWriter, score: Score) -> Blocks:
    if not score.people:
        return ()
    mean = decimal(score.mean)
    said = f"{mean} {DISSENT_MARK}" if score.dissent else mean
    spread = f"± {decimal(score.spread)}"
    people = p.words.ntr("{n} person", "{n} people", score.people)
    return p.cell(p.plain(said), p.plain(f"{spread} · {people}"))


def decimal(number: float) -> str:
    """A mean with one figure after the point, as both languages write it."""
    return f"{number:.1f}"


def _plot(p: PartWriter, each: Round, rated: list[Rated]) -> Figure:
    (_, up), (_, across), *_ = each.criteria
    points = tuple(
        MapPoint(
            number,
            p.title_of(one.of)[:1],
            _share(one.scores[0]),
            _share(one.scores[1]),
            thing(one.of),
        )
        for number, one in enumerate(rated, 1)
        if one.scores[0].people and one.scores[1].people
    )
    nothing = Run("", p.language)
    drawing = PowerInterestMap(
        points=points,
        ties=(),
        across=_axis(p, across),
        up=_axis(p, up),
        corners=(nothing, nothing, nothing, nothing),
    )
    names = {"up": best(up, p.language)[0], "across": best(across, p.language)[0]}
    alt = p.tr(
        "Plot of the means, by their numbers in the table: {up} upwards, {across} to the right.",
        **names,
    )
    return Figure(language=p.language, drawing=drawing, alt=alt, caption=_caption(p))


def _caption(p: PartWriter) -> Runs:
    return p.tr("The numbers are those of the table below. What is worth doing stands above right.")


def _axis(p: PartWriter, words: Text) -> Run:
    said, language = best(words, p.language)
    return Run(said, language, voice=Voice.SAID)


def _share(score: Score) -> int:
    """Where a mean stands on its axis, from 0 to 100."""
    return round((score.mean - 1) / (BEST - 1) * 100)
