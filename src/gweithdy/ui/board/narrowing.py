"""The choices by which a board is narrowed down, besides words: a row that opens under the line."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import CARD_KIND_LABELS, CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES
from gweithdy.domain.workshop import Workshop
from gweithdy.language.sources import known_sources, source_name
from gweithdy.language.words import Words
from gweithdy.ui.board.filter import Query
from gweithdy.ui.widgets.source_box import QuietBox
from gweithdy.ui.widgets.wrapping_row import WrappingRow

LOOSE = "-"
"""Stands for cards without a theme among the ids of themes."""

LETTERS = 8
"""For so many there is room in each list, at the least."""

VOTES = (0, 1, 3, 5, 10)
"""At least so many votes."""


class Narrowing(QWidget):
    """`changed` when a person chose something else."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.lane, self.theme, self.kind = QuietBox(LETTERS), QuietBox(LETTERS), QuietBox(LETTERS)
        self.source, self.language = QuietBox(LETTERS), QuietBox(LETTERS)
        self.votes = QuietBox(LETTERS)
        self.untranslated = QCheckBox()
        self._sources: list[str] = []
        self._boxes = (
            self.lane, self.theme, self.kind, self.source, self.language, self.votes,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrappingRow((*self._boxes, self.untranslated)))
        for box in self._boxes:
            box.currentIndexChanged.connect(self.changed)
        self.untranslated.toggled.connect(self.changed)
        self._fill(self.kind, list(CardKind))
        self._fill(self.language, ["", *LANGUAGE_NAMES])
        self._fill(self.votes, VOTES)
        self.show_places(())
        self.show_sources(None)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        for box, called, everything in (
            (self.lane, N_("Lane"), N_("All lanes")),
            (self.theme, N_("Theme"), N_("All themes")),
            (self.kind, N_("Kind of barrier"), N_("All kinds")),
            (self.source, N_("Where it was said"), N_("Everywhere")),
            (self.language, N_("Language"), N_("Both languages")),
            (self.votes, N_("Votes"), N_("Any votes")),
        ):
            box.call(tr(called))
            box.setItemText(0, tr(everything))
            # What a list says before anything is chosen in it is never cut.
            letter = box.fontMetrics().horizontalAdvance("X")
            needed = ceil(box.fontMetrics().horizontalAdvance(tr(everything)) / letter)
            box.setMinimumContentsLength(max(LETTERS, needed))
        self.untranslated.setText(tr("Translation needed"))
        for row, kind in enumerate(CardKind):
            if row:
                self.kind.setItemText(row, tr(CARD_KIND_LABELS[kind]))
        for row, source in enumerate(self._sources, 1):
            self.source.setItemText(row, source_name(self._words, source))
        for row, name in enumerate(LANGUAGE_NAMES.values(), 1):
            self.language.setItemText(row, name)
        for row, least in enumerate(VOTES):
            if row:
                said = self._words.ntr("{n} vote or more", "{n} votes or more", least)
                self.votes.setItemText(row, said)

    def show_sources(self, workshop: Workshop | None) -> None:
        """Offer the sources of a session; what is looked for stays, if it is still there."""
        self._sources = known_sources(workshop)
        self._fill(self.source, ["", *self._sources])
        self.retranslate()

    def offers(self, source: str) -> bool:
        """Whether cards from `source` can be looked for."""
        return not source or source in self._sources

    def show_places(self, lanes: Sequence[LaneContents]) -> None:
        """Offer these lanes and their themes; what is looked for stays, if it is still there."""
        language, untitled = self._words.language, self._words.tr("Untitled")
        themes = [group.theme for lane in lanes for group in lane.groups if group.theme]
        titled = {lane.lane.id: lane.lane.title for lane in lanes}
        called = {theme.id: theme.title for theme in themes}
        self._fill(self.lane, ["", *titled])
        self._fill(self.theme, ["", LOOSE, *called])
        for box, titles, first in ((self.lane, titled, 1), (self.theme, called, 2)):
            for row, title in enumerate(titles.values(), first):
                box.setItemText(row, title.best(language)[0] or untitled)
        self.theme.setItemText(1, self._words.tr("No theme"))
        self.lane.setItemText(0, self._words.tr("All lanes"))
        self.theme.setItemText(0, self._words.tr("All themes"))

    def query(self) -> Query:
        """What is looked for besides words."""
        theme, kind = str(self.theme.currentData() or ""), self.kind.currentData()
        return Query(
            lane=str(self.lane.currentData() or ""),
            theme="" if theme == LOOSE else theme,
            loose=theme == LOOSE,
            kind=None if kind in (None, CardKind.NONE) else CardKind(kind),
            source=str(self.source.currentData() or ""),
            spoken=str(self.language.currentData() or ""),
            votes=int(self.votes.currentData() or 0),
            untranslated=self.untranslated.isChecked(),
        )

    def show_query(self, query: Query) -> None:
        """Choose what `query` looks for; what is no longer there is not looked for."""
        self._choose(self.lane, query.lane)
        self._choose(self.theme, LOOSE if query.loose else query.theme)
        self._choose(self.kind, query.kind or CardKind.NONE)
        self._choose(self.source, query.source)
        self._choose(self.language, query.spoken)
        self._choose(self.votes, max(least for least in VOTES if least <= query.votes))
        self.untranslated.setChecked(query.untranslated)

    def _choose(self, box: QuietBox, wanted: Id | int) -> None:
        box.setCurrentIndex(max(0, box.findData(wanted)))

    def _fill(self, box: QuietBox, values: Sequence[Any]) -> None:
        """Let `box` offer `values`; a screen reader is told of each line that goes and comes."""
        if values == [box.itemData(row) for row in range(box.count())]:
            return
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for value in values:
                box.addItem("", value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
