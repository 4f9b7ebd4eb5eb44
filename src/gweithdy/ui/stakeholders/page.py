"""The Stakeholders page: who has a stake, who is missing, in a table and on a grid."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import (
    GROUP_LABELS,
    MISSING_ROLES,
    Group,
    Stakeholder,
    Tie,
    TieKind,
    missing,
)
from gweithdy.domain.workshop import Taken, Workshop, touches
from gweithdy.edits import stakeholders as edits
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.stakeholders.columns import COLUMNS
from gweithdy.ui.stakeholders.details import Details
from gweithdy.ui.stakeholders.grid import Grid
from gweithdy.ui.stakeholders.shapes import SYMBOLS
from gweithdy.ui.widgets.add_line import AddLine
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.elided_link import ElidedLink
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, label, show_state
from gweithdy.ui.widgets.language_chip import LanguageChip
from gweithdy.ui.widgets.one_of import OneOf
from gweithdy.ui.widgets.rows import RowsTable
from gweithdy.ui.widgets.side_pane import SidePane
from gweithdy.ui.widgets.splitter import Splitter


class Shown(StrEnum):
    """What of the two is on screen."""

    TABLE = "table"
    BOTH = "both"
    GRID = "grid"


_WIDTHS = {Shown.TABLE: [1, 0], Shown.BOTH: [360, 470], Shown.GRID: [0, 1]}
"""Of table and grid; a person can pull them wider."""

LOW = 320
"""Pixels of height at 100 % below which the page does without its edges."""

_SHOWN_LABELS = {Shown.TABLE: N_("Table view"), Shown.BOTH: N_("Both"), Shown.GRID: N_("Grid")}


class StakeholdersPage(Page):
    """Selecting in the table selects on the grid, and the other way round."""

    titled = QSize(760, 0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.gaps = ElidedLink()
        self.gaps.clicked.connect(self._go_to_gap)
        self.add_line = AddLine()
        self.add_line.typed.connect(self._on_typed)
        self.language = LanguageChip(context.words, self.add_line.box)
        self.add_line.row.insertWidget(1, self.language)
        self.views = {shown: button("switch") for shown in Shown}
        self.table = RowsTable(context, COLUMNS)
        self.table.source.given.connect(self._on_given)
        self.table.selected.connect(lambda: self.show_current(self.table.current()))
        self.table.delete_asked.connect(self.remove_current)
        self.table.moved.connect(self._on_moved)
        self.grid = Grid(context)
        self.grid.picked.connect(self._on_picked)
        self._held = 0
        self.grid.placed.connect(self._on_placed)
        self.grid.delete_asked.connect(self.remove_current)
        self.details = Details(context)
        self.details.given.connect(self._on_detail)
        self.details.ties.tied.connect(self._on_tied)
        self.details.ties.untied.connect(self._on_untied)
        self.legend = label("quiet", wrap=True)
        self.legend.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.legend.setContentsMargins(8, 0, 8, 0)
        self.empty = EmptyState(self.theme, "network")
        self.empty.asked.connect(self.add_line.box.setFocus)
        self._current: Id = ""
        self.bound.bind(
            {
                "stakeholders.add": self.add_line.box.setFocus,
                "stakeholders.tie": self._go_to_ties,
                "list.remove": self.remove_current,
            }
        )
        self.bound.dress(self.details.remove, "list.remove", N_("Remove from the map"))
        self._lay_out()
        self.show_views(Shown.BOTH)
        self.retranslate()

    def first(self) -> QWidget | None:
        return self.add_line.box

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Stakeholders"))
        self.add_line.say(
            tr("Add a stakeholder"),
            tr("Name of a person, group or body, then Enter"),
            tr("Add"),
            self.words.language,
        )
        self.language.retranslate()
        for shown, made in self.views.items():
            made.setText(tr(_SHOWN_LABELS[shown]))
        self.table.setAccessibleName(tr("Stakeholders"))
        self.table.retranslate()
        self._across.say(tr(N_("Width: {part}"), part=tr("Grid")))
        self.details.retranslate()
        self.around.retranslate(tr("Details"))
        self.bound.retranslate()
        self.empty.say(
            tr("Nobody is on the map yet. Who has a say, who does the work, who feels the effect?"),
            tr("Add a stakeholder"),
        )

    def can(self, when: When) -> bool:
        return bool(self._current) if when is When.CHOSEN else super().can(when)

    def show_all(self) -> None:
        if self.workshop is not None:
            self.grid.settle()
            self._show_map(self.workshop)

    def show_changes(self, taken: Taken) -> None:
        if self.workshop and touches(taken, Stakeholder, Tie):
            self._show_map(self.workshop)

    def _show_map(self, workshop: Workshop) -> None:
        rows = workshop.of(Stakeholder)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.legend.setVisible(bool(rows))
        # The empty map has a button of its own, and one primary button is enough.
        show_state(self.add_line.add, "primary" if rows else "plain")
        self.table.show_rows(rows)
        self.grid.show_map(rows, workshop.of(Tie))
        ids = [row.id for row in rows]
        self.show_current(self._current if self._current in ids else self.table.current())
        self.gaps.say(_apart(f"▲ {self.words.tr(text)}" for text in missing(rows)))
        groups = {row.group for row in rows}
        known = [group for group in Group if group in groups]
        signs = (f"{SYMBOLS[g]} {self.words.tr(GROUP_LABELS[g])}" for g in (*known, *groups))
        self.legend.setText(_apart(dict.fromkeys(signs)))

    def write_in(self, field: str, language: str) -> None:
        self.around.open()
        super().write_in(field, language)

    def go_to(self, thing: Id) -> None:
        tie = self.workshop.find(Tie, thing) if self.workshop else None
        self.show_current(tie.start if tie else thing)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_gap(self) -> None:
        """To where the first of what is missing can be given: a role of somebody, or somebody."""
        rows = self.workshop.of(Stakeholder) if self.workshop else []
        role = MISSING_ROLES.get(next(iter(missing(rows)), ""))
        if role is None:
            self.add_line.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_current(self._current or rows[0].id)
        self.around.open()
        self.details.roles[role].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_ties(self) -> None:
        self.around.open()
        self.details.ties.kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        self.table.reveal(ids)

    def show_current(self, id: Id) -> None:
        """Select a stakeholder everywhere."""
        who = self.workshop.find(Stakeholder, id) if self.workshop else None
        self.around.fill(who is not None)
        if who is None or self.workshop is None:
            return
        self._current = id
        if self.table.current() != id:
            self.table.select(id)
        self.grid.show_current(id)
        self.details.show_stakeholder(self.workshop, who)
        self.bound.refresh()

    def show_views(self, shown: Shown) -> None:
        """Show the table, the grid or both."""
        self._shown.show(shown)
        self.table.setVisible(shown is not Shown.GRID)
        self.grid.setVisible(shown is not Shown.TABLE)
        self._across.setSizes(_WIDTHS[shown])
        self._show_columns()

    def _show_columns(self) -> None:
        beside = ("name",) if self.around.narrow else ("name", "power", "interest")
        for place, column in enumerate(COLUMNS):
            # The grid beside it shows where they stand; the rest is in the details.
            hidden = self._shown.value is Shown.BOTH and column.field not in beside
            self.table.setColumnHidden(place, hidden)
        self.table.show_sizes()

    def remove_current(self) -> None:
        """Take the selected stakeholder off the map."""
        if self.workshop and self.workshop.find(Stakeholder, self._current):
            alter(self.desk, lambda workshop: edits.remove(workshop, self._current))

    def _on_typed(self, name: str) -> None:
        language = self.language.language()
        made = alter(self.desk, lambda workshop: edits.add(workshop, name, language))
        if made:
            self.show_current(made.changes[0].id)
            self.add_line.clear()

    def is_held(self) -> bool:
        return self.grid.is_held()

    def _on_given(self, id: Id, field: str, value: Value, visit: Visit = NO_VISIT) -> None:
        alter(self.desk, lambda workshop: edits.change(workshop, id, **{field: value}), visit)

    def _on_detail(self, id: Id, field: str, value: Value) -> None:
        self._on_given(id, field, value, self.details.name.visit if field == "name" else NO_VISIT)

    def _on_picked(self, id: Id) -> None:
        # What others do while a point is dragged is not on the grid yet.
        self._held = self.desk.seen
        self.show_current(id)

    def _on_placed(self, id: Id, power: int, interest: int, typing: str) -> None:
        visit = Visit(typing, None if typing else self._held)
        alter(self.desk, lambda workshop: edits.place(workshop, id, power, interest), visit)

    def _on_moved(self, id: Id, by: int) -> None:
        place = max(0, self.table.source.row_of(id) + by)
        if id:
            alter(self.desk, lambda workshop: edits.move(workshop, id, place))

    def _on_tied(self, start: Id, end: Id, kind: TieKind) -> None:
        alter(self.desk, lambda workshop: edits.tie(workshop, start, end, kind))

    def _on_untied(self, tie: Id) -> None:
        alter(self.desk, lambda workshop: edits.untie(workshop, tie))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title)
        # Here it comes and goes without moving the map.
        top.addWidget(self.gaps, 1)
        self._shown = OneOf(self)
        self._shown.chosen.connect(self.show_views)
        for shown, made in self.views.items():
            self._shown.take(made, shown)
            top.addWidget(made)
        self._across = both = Splitter(self.context, Qt.Orientation.Horizontal)
        both.addWidget(self.table)
        both.addWidget(self.grid)
        QWidget.setTabOrder(self.table, both.handle(1))
        both.setSizes(_WIDTHS[Shown.BOTH])
        self._side = ScrolledDown(self.details)
        self.around = SidePane(self.context, both, self._side, least=860, sizes=(830, 290))
        self.around.folded.connect(self._show_columns)
        top.addWidget(self.around.opener)
        self._pages = CurrentStack()
        self._pages.addWidget(self.around)
        self._pages.addWidget(self.empty)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.add_line)
        column.addWidget(self._pages, 1)
        # Across all the width: it says what the symbols of the table mean, too.
        column.addWidget(self.legend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where the page is low the grid has all of it.
        is_low = self.room().height() < self.theme.px(LOW)
        edge = 8 if is_low else 16
        self._column.setContentsMargins(24, edge, 24, edge)
        self._column.setSpacing(4 if is_low else 8)


def _apart(texts: Iterable[str]) -> str:
    """Texts on one line; where it breaks, it breaks between them."""
    return "   ".join(text.replace(" ", "\N{NO-BREAK SPACE}") for text in texts)
