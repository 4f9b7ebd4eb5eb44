"""Counting votes: a number for each source, and all of them together."""

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from gweithdy.domain.board import Vote
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import N_
from gweithdy.domain.rounds import NO_ROUND, Round
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board import set_votes
from gweithdy.edits.votes import MOST_VOTES, round_of
from gweithdy.language.sources import source_name
from gweithdy.ui.attempt import Visit, alter
from gweithdy.ui.board.voting.tallies import sources_of
from gweithdy.ui.context import Context
from gweithdy.ui.tab_order import put_as_seen
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.number_box import NumberBox

WIDE = 88
"""Pixels at 100 % of a box, with room for the largest number, its arrows and a sign."""


class VotesBox(QWidget):
    """Spin boxes for one card or theme; what is typed replaces what was counted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._target: Id = ""
        self._round: Id = NO_ROUND
        self._title = Text()
        self._typing = new_id()
        self._caption = label("field")
        self.boxes: dict[str, NumberBox] = {}
        self._names: dict[str, QLabel] = {}
        self._form = QFormLayout()
        # Where the name of a table is long its box stands under it, and is never squashed.
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addLayout(self._form)

    def show_votes(self, workshop: Workshop, target: Id) -> None:
        """Show the votes of `target` in the round of now, with a box for each table."""
        in_round = round_of(workshop, target)
        if in_round != self._round:
            for box in tuple(self.boxes.values()):
                box.commit()
        self._round = in_round
        found = workshop.find(Round, in_round)
        self._title = found.title if found else Text()
        votes = [each for each in workshop.inside(Vote, target) if each.round == in_round]
        if target != self._target:
            # What was typed belongs to the one that was shown.
            for box in tuple(self.boxes.values()):
                box.commit()
            self._typing = new_id()
        self._target = target
        counts = {vote.source: vote.count for vote in votes}
        wanted = list(dict.fromkeys([*sources_of(workshop), *counts]))
        # What is still to be kept in a box waits there for its own card.
        wanted += [s for s, box in self.boxes.items() if s not in wanted and box.unsaved()]
        for source in [s for s in self.boxes if s not in wanted]:
            self._drop(source)
        is_as_before = list(self.boxes) == wanted
        for source in wanted:
            box = self.boxes.get(source) or self._add(source)
            box.show_value(counts.get(source, 0), target)
        if not is_as_before:
            put_as_seen(self.parentWidget() or self)
        self._total = sum(counts.values())
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self._context.words
        many = words.ntr("{n} vote", "{n} votes", self._total if self._target else 0)
        title = self._title.best(words.language)[0]
        said = words.tr(N_("Votes: {many}"), many=many)
        self._caption.setText(f"{said} · {title}" if title else said)
        for source, box in self.boxes.items():
            name = source_name(words, source)
            self._names[source].setText(name)
            box.retranslate()
            box.setAccessibleName(words.tr(N_("Votes from: {name}"), name=name))

    def _add(self, source: str) -> NumberBox:
        box = NumberBox(self._context, 0, MOST_VOTES)
        box.given.connect(lambda count, s=source: self._on_count(s, count))
        box.refused.connect(self._context.desk.refused)
        box.setMinimumWidth(self._context.theme.px(WIDE))
        name = label("body")
        name.setBuddy(box)
        self._form.addRow(name, box)
        self.boxes[source] = box
        self._names[source] = name
        return box

    def _drop(self, source: str) -> None:
        box, name = self.boxes.pop(source), self._names.pop(source)
        self._form.takeRow(box)
        for each in (box, name):
            each.hide()
            # Not at once: it may be this very box that has just told of its number.
            each.deleteLater()

    def _on_count(self, source: str, count: int) -> None:
        target, in_round = self._target, self._round
        alter(
            self._context.desk,
            lambda workshop: set_votes(workshop, target, source, count, in_round),
            Visit(f"{self._typing}:{target}:{source}"),
        )
