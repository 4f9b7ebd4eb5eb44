"""The names of the views of a page in one row; those without room open from a button after them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.wrapping_row import GAP, WrappingRow, wanted

STAYS = "stays"
"""The property of a tab that has something to say, such as how many wait: it goes last."""


class TabsRow(WrappingRow):
    """`first`, then as many of `tabs` as there is room for, and `right` at the right edge.

    `others` leads to the rest, and bears the name of the one that is shown. What is at the right
    keeps its room while it is hidden, if its policy says so: no tab comes or goes with the view.
    """

    def __init__(
        self,
        words: Words,
        first: Sequence[QWidget],
        tabs: Sequence[QPushButton],
        right: Sequence[QWidget],
    ) -> None:
        self._words = words
        self._tabs = tabs
        self.others = button("switch")
        self.others.setCheckable(True)
        self.others.setProperty("leads", True)
        super().__init__((*first, *tabs, self.others), right)
        self.choices = QMenu(self.others)
        self.choices.aboutToShow.connect(self._list)
        self.others.setMenu(self.choices)
        # A click leaves the keyboard in the view, whose keys would be dead after Esc.
        self.others.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for tab in tabs:
            tab.toggled.connect(self._arrange)

    def folded(self) -> list[QPushButton]:
        """The tabs that have no room now."""
        return self._without_room(self.width())

    def _shown_in(self, width: int) -> list[QWidget]:
        folded = self._without_room(width)
        return [
            each
            for each in (*self._left, *self._right)
            if (bool(folded) if each is self.others else each not in folded)
            and (each in self._tabs or each is self.others or not each.isHidden())
        ]

    def _arrange(self) -> None:
        folded = self._without_room(self.width())
        for tab in self._tabs:
            tab.setVisible(tab not in folded)
        self.others.setVisible(bool(folded))
        if folded:
            self._name_others(folded)
        super()._arrange()

    def _name_others(self, folded: list[QPushButton]) -> None:
        shown = next((tab for tab in folded if tab.isChecked()), None)
        many = self._words.ntr("{n} more", "{n} more", len(folded))
        self.others.setText(shown.text() if shown else many)
        self.others.setChecked(shown is not None)
        said = self._words.tr(N_("Other views"))
        self.others.setToolTip(said)
        self.others.setAccessibleDescription(said)
        # As wide for each of them: the tabs before it stay where they are.
        self.others.setMinimumWidth(self._room_of_others(folded))

    def _without_room(self, width: int) -> list[QPushButton]:
        """Which tabs go: the last first."""
        right = [
            e for e in self._right if not e.isHidden() or e.sizePolicy().retainSizeWhenHidden()
        ]
        besides = [e for e in self._left if e not in self._tabs and e is not self.others]
        fixed = [e for e in besides if not e.isHidden()] + right
        left = width + GAP - sum(wanted(each).width() + GAP for each in fixed)
        last = list(reversed(self._tabs))
        going = sorted(last, key=lambda tab: bool(tab.property(STAYS)))
        for many in range(len(going) + 1):
            gone = going[:many]
            taken = sum(wanted(tab).width() + GAP for tab in going[many:])
            if taken + (self._room_of_others(gone) + GAP if gone else 0) <= left:
                break
        return [tab for tab in self._tabs if tab in gone]

    def _room_of_others(self, folded: Sequence[QPushButton]) -> int:
        # The arrow at its end is about as wide as a line is high.
        widest = max(wanted(tab).width() for tab in folded)
        return widest + self.others.fontMetrics().height()

    def _list(self) -> None:
        self.choices.clear()
        for tab in self.folded():
            action = self.choices.addAction(tab.text())
            action.setCheckable(True)
            action.setChecked(tab.isChecked())
            action.triggered.connect(partial(QPushButton.click, tab))
