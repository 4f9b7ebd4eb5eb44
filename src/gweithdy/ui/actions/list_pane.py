"""A list with a line that adds, a table edited in place and the words of one row in detail."""

import dataclasses
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.widgets.add_line import AddLine
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, panel, show_state
from gweithdy.ui.widgets.language_chip import LanguageChip
from gweithdy.ui.widgets.rows import Column, RowsTable
from gweithdy.ui.widgets.side_pane import SidePane
from gweithdy.ui.widgets.tips import tip_with_keys


@dataclasses.dataclass(frozen=True, slots=True)
class Verbs:
    """What can be done to the rows of a list."""

    add: Callable[[Workshop, str, Language], Edit]
    change: Callable[..., Edit]
    remove: Callable[[Workshop, Id], Edit]
    move: Callable[[Workshop, Id, int], Edit]


class Said(NamedTuple):
    """Catalogue texts: the `title` of a list, and of its line, its button and the empty list."""

    title: str
    prompt: str
    action: str
    hint: str


class ListPane(QWidget):
    """`selected` when another row is; the field "text" is edited in both languages below.

    `noun` is what its rows are. `grouped_by` is a choice by which the rows are put together; they
    move within their group.
    """

    said: ClassVar[Said]
    selected = Signal()

    def __init__(
        self,
        context: Context,
        noun: type[Entity],
        columns: Sequence[Column],
        verbs: Verbs,
        icon: str,
        grouped_by: str = "",
    ) -> None:
        super().__init__()
        self._context = context
        self.noun = noun
        self._verbs = verbs
        self._grouped_by = grouped_by
        self.add_line = AddLine()
        self.add_line.typed.connect(self._on_typed)
        self.language = LanguageChip(context.words, self.add_line.box)
        self.add_line.row.insertWidget(1, self.language)
        self.table = RowsTable(context, columns)
        self.table.source.given.connect(self.give)
        self.table.selected.connect(self.show_current)
        self.table.delete_asked.connect(self._on_remove)
        self.table.moved.connect(self._on_moved)
        self.empty = EmptyState(context.theme, icon)
        self.empty.asked.connect(self.add_line.box.setFocus)
        self.text = BilingualField(context, "text", lines=2)
        self.text.committed.connect(self._on_text)
        self.remove = button("quiet")
        self.remove.clicked.connect(self._on_remove)
        self.extra = QHBoxLayout()
        self._shown: Id = ""
        self._lay_out()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self._context.words
        title, prompt, action, hint = map(words.tr, self.said)
        self.add_line.say(action, prompt, action, words.language)
        self.empty.say(hint, action)
        self.language.retranslate()
        self.table.retranslate()
        self.table.setAccessibleName(title)
        self.around.retranslate(words.tr("Details"))
        self.text.set_label(N_("Words"))
        self.remove.setText(words.tr("Remove"))
        tip_with_keys(self.remove, words, words.tr("Remove"), "list.remove")

    def show_all(self) -> None:
        """Show the rows of the open session."""
        workshop = self._context.desk.workshop
        if workshop is None:
            return
        rows = sorted(workshop.of(self.noun), key=self._group)
        self._pages.turn_to(0 if rows else 1, self.add_line.box)
        self.around.fill(bool(rows), self.add_line.box)
        # The empty list has a button of its own, and one primary button is enough.
        show_state(self.add_line.add, "primary" if rows else "plain")
        self.table.show_rows(rows)
        self.show_current()

    def current(self) -> Entity | None:
        """The row that is selected."""
        workshop = self._context.desk.workshop
        return workshop.find(self.noun, self.table.current()) if workshop else None

    def show_current(self) -> None:
        """Show the words of the selected row below."""
        row = self.current()
        if row is None:
            return
        if self._shown != row.id:
            # Words still waiting to be saved belong to the row that was shown.
            self.text.commit()
        self._shown = row.id
        self.text.show_text(row.text, row.id)  # type: ignore[attr-defined]
        self.selected.emit()

    def give(self, id: Id, field: str, value: Value, visit: Visit = NO_VISIT) -> None:
        """Give a field of a row a value that a person typed or chose."""
        if id:
            alter(
                self._context.desk,
                lambda workshop: self._verbs.change(workshop, id, **{field: value}),
                visit,
            )

    def _on_text(self, text: Text) -> None:
        self.give(self._shown, "text", text, self.text.visit)

    def _group(self, row: Any) -> int:
        """The number of the group of a row."""
        if not self._grouped_by:
            return 0
        value: StrEnum = getattr(row, self._grouped_by)
        known = list(type(value))
        # What this version does not know comes last.
        return known.index(value) if value in known else len(known)

    def _on_typed(self, words: str) -> None:
        add, language = self._verbs.add, self.language.language()
        edit = alter(self._context.desk, lambda workshop: add(workshop, words, language))
        if edit:
            self.table.select(edit.changes[0].id)
            self.add_line.clear()

    def _on_remove(self) -> None:
        id = self.table.current()
        if id:
            alter(self._context.desk, lambda workshop: self._verbs.remove(workshop, id))

    def _on_moved(self, id: Id, by: int) -> None:
        workshop = self._context.desk.workshop
        row = workshop.find(self.noun, id) if workshop else None
        if row is None:
            return
        group = [
            each.id for each in self.table.source.rows if self._group(each) == self._group(row)
        ]
        index = max(0, group.index(id) + by)
        alter(self._context.desk, lambda workshop: self._verbs.move(workshop, id, index))

    def _lay_out(self) -> None:
        below = panel()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.text)
        self.extra.addStretch()
        self.extra.addWidget(self.remove)
        inside.addLayout(self.extra)
        inside.addStretch()
        self._pages = CurrentStack()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        self.around = SidePane(
            self._context,
            self._pages,
            ScrolledDown(below),
            least=400,
            sizes=(10000, 1),
            below=True,
        )
        self.add_line.row.addWidget(self.around.opener)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.add_line)
        column.addWidget(self.around, 1)
