"""The Stakeholders page: who has a stake, who is missing, in a table and on a grid."""

import dataclasses
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stakeholders import (
    GROUP_LABELS,
    ROLE_LABELS,
    SUPPORT_LABELS,
    Stakeholder,
    Tie,
    TieKind,
    missing,
)
from gweithdy.edits import stakeholders as edits
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.stakeholders.details import Details
from gweithdy.ui.stakeholders.grid import Grid
from gweithdy.ui.stakeholders.shapes import SYMBOLS
from gweithdy.ui.widgets.add_line import AddLine
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.rows import Column, RowsTable


class Shown(StrEnum):
    """What of the two is on screen."""

    TABLE = "table"
    BOTH = "both"
    GRID = "grid"


_SHOWN_LABELS = {Shown.TABLE: N_("Table view"), Shown.BOTH: N_("Both"), Shown.GRID: N_("Grid")}


def _group(who: Stakeholder, words: Words) -> str:
    return f"{SYMBOLS[who.group]} {words.tr(GROUP_LABELS[who.group])}"


def _name(who: Stakeholder, words: Words) -> str:
    return f"{SYMBOLS[who.group]}  {who.name.best(words.language)[0]}"


def _roles(who: Stakeholder, words: Words) -> str:
    return ", ".join(words.tr(ROLE_LABELS[role]) for role in who.roles)


COLUMNS = (
    Column("name", N_("Name"), shown=_name, width=150, stretch=2),
    Column("group", N_("Group"), labels=GROUP_LABELS, shown=_group, width=100, stretch=1),
    Column("power", N_("Power"), span=(0, 100), width=50),
    Column("interest", N_("Interest"), span=(0, 100), width=50),
    Column("support", N_("Support"), labels=SUPPORT_LABELS, width=84),
    Column("roles", N_("Roles"), shown=_roles, editable=False, width=84, stretch=1),
)


class StakeholdersPage(Page):
    """Selecting in the table selects on the grid, and the other way round."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = label("title")
        self.gaps = label("late", wrap=True)
        self.add_line = AddLine()
        self.add_line.typed.connect(self._on_typed)
        self.views = {shown: button("switch") for shown in Shown}
        self.table = RowsTable(context, COLUMNS)
        self.table.source.given.connect(self._on_given)
        self.table.selected.connect(lambda: self.show_current(self.table.current()))
        self.table.delete_asked.connect(self.remove_current)
        self.table.moved.connect(self._on_moved)
        self.table.add_asked.connect(self.add_line.box.setFocus)
        self.grid = Grid(context)
        self.grid.picked.connect(self.show_current)
        self.grid.placed.connect(self._on_placed)
        self.grid.delete_asked.connect(self.remove_current)
        self.details = Details(self.words)
        self.details.given.connect(lambda field, value: self._on_given(self._current, field, value))
        self.details.ties.tied.connect(self._on_tied)
        self.details.ties.untied.connect(self._on_untied)
        self.empty = EmptyState(self.theme, "network")
        self.empty.asked.connect(self.add_line.box.setFocus)
        self._current: Id = ""
        self._lay_out()
        self.show_views(Shown.BOTH)
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Stakeholders"))
        self.add_line.say(
            tr("Name of a person, group or body, then Enter"), tr("Add"), self.words.language
        )
        for shown, made in self.views.items():
            made.setText(tr(_SHOWN_LABELS[shown]))
        self.table.setAccessibleName(tr("Stakeholders"))
        self.table.retranslate()
        self.details.retranslate()
        self.empty.say(
            tr("Nobody is on the map yet. Who has a say, who does the work, who feels the effect?"),
            tr("Add a stakeholder"),
        )

    def show_all(self) -> None:
        if self.workshop is None:
            return
        rows = self.workshop.of(Stakeholder)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.table.show_rows(rows)
        self.grid.show_all(rows, self.workshop.of(Tie))
        ids = [row.id for row in rows]
        self.show_current(self._current if self._current in ids else self.table.current())
        self.gaps.setText("   ".join(f"▲ {self.words.tr(text)}" for text in missing(rows)))
        self.gaps.setVisible(bool(self.gaps.text()))

    def show_current(self, id: Id) -> None:
        """Select a stakeholder everywhere."""
        who = self.workshop.find(Stakeholder, id) if self.workshop else None
        self._side.setVisible(who is not None)
        if who is None or self.workshop is None:
            return
        self._current = id
        if self.table.current() != id:
            self.table.select(id)
        self.grid.show_current(id)
        self.details.show_stakeholder(self.workshop, who)

    def show_views(self, shown: Shown) -> None:
        """Show the table, the grid or both."""
        self.views[shown].setChecked(True)
        self.table.setVisible(shown is not Shown.GRID)
        self.grid.setVisible(shown is not Shown.TABLE)
        for place, column in enumerate(COLUMNS):
            # Beside the grid there is room for the figures only; the rest is in the details.
            self.table.setColumnHidden(
                place, shown is Shown.BOTH and column.field not in ("name", "power", "interest")
            )
        self.table.show_sizes()

    def remove_current(self) -> None:
        """Take the selected stakeholder off the map."""
        if self.workshop and self.workshop.find(Stakeholder, self._current):
            self._do(edits.remove(self.workshop, self._current))

    def _do(self, edit: Edit) -> bool:
        return self.desk.do(edit)

    def _on_typed(self, words: str) -> None:
        if self.workshop is None:
            return
        edit = edits.add(self.workshop, words, self.words.language)
        if self._do(edit):
            self._current = edit.changes[0].id
            self.show_current(self._current)
            self.add_line.clear()

    def _on_given(self, id: Id, field: str, value: Value) -> None:
        if self.workshop is None or not id:
            return
        try:
            edit = edits.change(self.workshop, id, **{field: value})
        except Problem as problem:
            self.desk.refused.emit(problem)
            return
        if field == "name":
            edit = dataclasses.replace(edit, typing=self.details.name.typing)
        self._do(edit)

    def _on_placed(self, id: Id, power: int, interest: int) -> None:
        if self.workshop:
            self._do(edits.place(self.workshop, id, power, interest))

    def _on_moved(self, id: Id, by: int) -> None:
        if self.workshop and id:
            place = self.table.source.row_of(id)
            self._do(edits.move(self.workshop, id, place + by))

    def _on_tied(self, other: Id, kind: TieKind) -> None:
        if self.workshop is None:
            return
        try:
            self._do(edits.tie(self.workshop, self._current, other, kind))
        except Problem as problem:
            self.desk.refused.emit(problem)

    def _on_untied(self, tie: Id) -> None:
        if self.workshop:
            self._do(edits.untie(self.workshop, tie))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch()
        group = QButtonGroup(self)
        for shown, made in self.views.items():
            _make_switch(made, group)
            made.clicked.connect(lambda _=False, s=shown: self.show_views(s))
            top.addWidget(made)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.table)
        both.addWidget(self.grid)
        both.setSizes([340, 460])
        both.setChildrenCollapsible(False)
        self._side = QScrollArea()
        self._side.setWidget(self.details)
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFixedWidth(self.theme.px(300))
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(both, 1)
        across.addWidget(self._side)
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(across, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(whole)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.add_line)
        column.addWidget(self.gaps)
        column.addWidget(self._pages, 1)


def _make_switch(made: QPushButton, group: QButtonGroup) -> None:
    made.setCheckable(True)
    group.addButton(made)
