"""What came of a round: a table with the most first, and a plot of two criteria."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gweithdy.domain.board import Card, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.sources import in_order
from gweithdy.domain.tallies import Rated, Result, Score, ratings, results, things_on
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.ui.board.voting.plot import Plot, Point
from gweithdy.ui.board.voting.tallies import Tallies
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.rows import Column, RowsTable

DISSENT = " ▲"
"""Beside a mean of which people do not agree; a line below says what it means."""

MOST_POINTS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the results: `cells` as they are shown, and `spoken` as they are read out."""

    id: Id
    title: Text
    kind: str
    place: str
    cells: tuple[str, ...]
    spoken: tuple[str, ...]


class Results(QWidget):
    """`close_asked` asks that the round be closed, so that its results can be seen."""

    close_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.table = RowsTable(context, ())
        self.plot = Plot(context)
        self.told = label("quiet", wrap=True)
        self.empty = EmptyState(context.theme, "vote")
        self.empty.asked.connect(self.close_asked)
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.table, 3)
        row.addWidget(self.plot, 2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(across, 1)
        column.addWidget(self.told)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(inside)

    def show_results(self, workshop: Workshop, tallies: Tallies) -> None:
        """Show what came of a round; of one that is kept back only that it is."""
        tr = self._context.words.tr
        self.table.setAccessibleName(tr("Results"))
        if tallies.hidden:
            self.empty.say(
                tr("Results are kept back until the round is closed, here and in the pack."),
                tr("Close the round"),
            )
            self._stack.setCurrentIndex(0)
            return
        things = things_on(workshop, tallies.round)
        if tallies.rates and tallies.round:
            rated = ratings(workshop, tallies.round, things)
            self._show_rated(rated, [words for _, words in tallies.round.criteria])
            is_empty = not rated
        else:
            found = results(workshop, tallies.id, things)
            self._show_counted(found)
            is_empty = not found
        if is_empty:
            self.empty.say(tr("Nothing was counted yet."))
        self._stack.setCurrentIndex(0 if is_empty else 1)

    def _show_counted(self, found: Sequence[Result]) -> None:
        words = self._context.words
        given = {source for each in found for source in each.by_source}
        sources = in_order(given)
        headings = [words.tr("All votes"), *(source_name(words, each) for each in sources)]
        rows = []
        for each in found:
            counts = [each.total, *(each.by_source.get(source, 0) for source in sources)]
            cells = tuple(str(n) if n else "" for n in counts)
            place = f"{each.place} =" if each.tied else str(each.place)
            rows.append(_row(each.of, place, cells, cells))
        self._show(headings, rows)
        self.plot.hide()
        ties = any(each.tied for each in found)
        self.told.setText(words.tr("= stands beside a place that is shared.") if ties else "")

    def _show_rated(self, rated: Sequence[Rated], criteria: Sequence[Text]) -> None:
        words = self._context.words
        names = [each.best(words.language)[0] for each in criteria]
        rows = [
            _row(
                each.of,
                str(number),
                tuple(_mean(score, words) for score in each.scores),
                tuple(_mean(score, words, aloud=True) for score in each.scores),
            )
            for number, each in enumerate(rated, 1)
        ]
        self._show(names, rows, wide=True)
        points = [
            Point(number, each.scores[0].mean, each.scores[1].mean)
            for number, each in enumerate(rated[:MOST_POINTS], 1)
            if len(each.scores) > 1 and each.scores[0].people and each.scores[1].people
        ]
        self.plot.setVisible(bool(points))
        if points:
            self.plot.show_points(points, names[0], names[1])
        told = [words.tr("Mean ± spread (people).")]
        if any(score.dissent for each in rated for score in each.scores):
            told.append(
                words.tr(
                    "{mark} People do not agree: their marks lie far apart.", mark=DISSENT.strip()
                )
            )
        self.told.setText(" ".join(told))

    def _show(self, headings: Sequence[str], rows: list[Row], *, wide: bool = False) -> None:
        columns = [
            Column("place", N_("Rank"), spoken=_rank_aloud, editable=False, width=60, firm=True),
            Column("title", N_("Theme or card"), editable=False, width=200, stretch=1),
            *(
                Column(
                    "cells",
                    heading,
                    span=(0, 0),
                    shown=_nth("cells", n),
                    spoken=_nth("spoken", n),
                    editable=False,
                    width=130 if wide else 76,
                )
                for n, heading in enumerate(headings)
            ),
        ]
        source = self.table.source
        source.beginResetModel()
        source.columns, source.rows = columns, []
        source.endResetModel()
        self.table.show_rows(rows)  # type: ignore[arg-type]
        self.table.show_sizes()


def _rank_aloud(row: Row, words: Words) -> str:
    place, _, sign = row.place.partition(" ")
    # Read out, the sign would be a word that means something else.
    return words.tr(N_("{place}, shared"), place=place) if sign else place


def _nth(field: str, n: int) -> Callable[[Row, Words], str]:
    """What the n-th column after the names says."""

    def said(row: Row, _words: Words) -> str:
        cells: tuple[str, ...] = getattr(row, field)
        return cells[n]

    return said


def _row(of: Theme | Card, place: str, cells: tuple[str, ...], spoken: tuple[str, ...]) -> Row:
    title = of.text if isinstance(of, Card) else of.title
    kind = N_("Card") if isinstance(of, Card) else N_("Theme")
    return Row(of.id, title, kind, place, cells, spoken)


def _mean(score: Score, words: Words, *, aloud: bool = False) -> str:
    if not score.people:
        return ""
    said = f"{score.mean:.1f} ± {score.spread:.1f} ({score.people})"
    if not score.dissent:
        return said
    return f"{said}, {words.tr('people do not agree')}" if aloud else f"{said}{DISSENT}"
