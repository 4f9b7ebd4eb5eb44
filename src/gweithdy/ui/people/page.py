"""The People page."""

from collections import Counter
from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.people import LANGUAGE_CHOICE_LABELS, MODE_LABELS, Mode, Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import SaidIn, Typed
from gweithdy.domain.workshop import Taken, touches
from gweithdy.edits import people
from gweithdy.exchange.people_list import Listed, PeopleList, read_list
from gweithdy.language.sorting import sort_key
from gweithdy.ui import ask
from gweithdy.ui.attempt import Visit, alter
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.people.add_box import AddBox
from gweithdy.ui.people.details import Details
from gweithdy.ui.people.from_file import ask_for_people
from gweithdy.ui.people.list_sheet import ListSheet
from gweithdy.ui.people.table import PeopleTable
from gweithdy.ui.scrolling import ScrollingColumn
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, label


class PeoplePage(Page):
    """Everybody in one table; beside it the details of those who are chosen."""

    titled = QSize(0, 420)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.counts = label("quiet", wrap=True)
        self.add_box = AddBox(context.words)
        self.table = PeopleTable(context)
        self.empty = EmptyState(context.theme, "users")
        self.stack = CurrentStack()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.in_alphabet = QCheckBox()
        self.pseudonyms = button()
        self.consent = label("quiet", wrap=True)
        self.details = Details(context)
        self.organisation = self.details.organisation
        self._side = ScrollingColumn(self.details)
        self.sheet: ListSheet | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("People"))
        self.in_alphabet.setText(tr("Alphabetical order"))
        self.pseudonyms.setText(tr("Give pseudonyms"))
        self.pseudonyms.setToolTip(tr("Everybody without a name gets a number: P-01, P-02…"))
        self.consent.setText(
            tr("Names are printed only where somebody agreed to be named. Everybody is counted.")
        )
        self.details.retranslate()
        self.empty.say(
            tr("Nobody is on the list yet. Type a name, or paste a list: a line for each person."),
            tr("Add a person"),
        )
        self.add_box.retranslate()
        self.table.retranslate()
        self.bound.retranslate()

    def can(self, when: When) -> bool:
        return bool(self.table.chosen()) if when is When.CHOSEN else super().can(when)

    def go_to(self, thing: Id) -> None:
        self.table.select(thing)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        self.table.reveal(ids)

    def show_all(self) -> None:
        self._show_people()
        self._show_details()

    def show_changes(self, taken: Taken) -> None:
        if touches(taken, Participant):
            self.show_all()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.in_alphabet)
        below.addWidget(self.consent, 1)
        below.addWidget(self.pseudonyms)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.stack, 1)
        both.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.counts)
        column.addWidget(self.add_box)
        column.addLayout(both, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.add_box.named.connect(self._on_name)
        self.add_box.pasted.connect(self._on_lines)
        self.add_box.file_asked.connect(self._on_file)
        self.empty.asked.connect(self._go_to_add)
        self.in_alphabet.toggled.connect(self.show_all)
        self.pseudonyms.clicked.connect(self._on_pseudonyms)
        self.organisation.committed.connect(self._on_organisation)
        self.details.given.connect(self._on_details)
        self.theme.changed.connect(self._show_width)
        self._show_width()
        table = self.table
        table.selected.connect(self._show_details)
        table.source.given.connect(self._on_given)
        table.moved.connect(self._on_moved)
        table.delete_asked.connect(self._on_remove)
        table.paste_asked.connect(lambda: self._on_lines(QGuiApplication.clipboard().text()))
        self.bound.bind({"people.add": self._go_to_add, "list.remove": self._on_remove})
        self.bound.dress(self.details.remove, "list.remove")

    def _people(self) -> list[Participant]:
        rows = self.workshop.of(Participant) if self.workshop else []
        if self.in_alphabet.isChecked():
            rows.sort(key=lambda person: sort_key(person.name, self.words.language))
        return rows

    def _show_people(self) -> None:
        rows = self._people()
        self.table.show_rows(rows)
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        self.pseudonyms.setEnabled(any(not person.name for person in rows))
        self._show_counts(rows)

    def _show_counts(self, rows: list[Participant]) -> None:
        tr = self.words.tr
        modes = Counter(person.mode for person in rows)
        languages = Counter(person.language for person in rows)
        pairs = [(tr(text), modes[mode]) for mode, text in MODE_LABELS.items()]
        pairs += [(tr(text), languages[each]) for each, text in LANGUAGE_CHOICE_LABELS.items()]
        all_of_them = self.words.ntr("{n} person", "{n} people", len(rows))
        counted = (f"{name}: {count}" for name, count in pairs if count)
        self.counts.setText(" · ".join((all_of_them, *counted)))

    def _show_details(self) -> None:
        chosen = self.table.chosen() if self.workshop else []
        found = [self.workshop.find(Participant, id) for id in chosen] if self.workshop else []
        people_shown = [person for person in found if person]
        self.details.show_people(people_shown)
        self._side.setVisible(bool(people_shown))
        self.bound.refresh()

    def _show_width(self) -> None:
        self.details.setFixedWidth(self.theme.px(240))
        self._side.updateGeometry()

    def _on_name(self, name: str) -> None:
        mode = self.add_box.chosen_mode()
        edit = alter(self.desk, lambda workshop: people.add(workshop, name, mode=mode))
        if edit:
            # Not clear(): Ctrl+Z would bring the name back instead of undoing the person.
            self.add_box.name.setText("")
            self.table.select(edit.changes[0].id)

    def _on_lines(self, lines: str) -> None:
        try:
            listed = read_list(lines)
        except Problem as problem:
            self.desk.refused.emit(problem)
            return
        self._show_list(listed, self.add_box.chosen_mode())

    def _on_file(self) -> None:
        ask_for_people(self, self.context, self._show_list)

    def _show_list(self, listed: PeopleList, mode: Mode, file: str = "") -> None:
        """Show who is on a list, who take part in this way where it says nothing else.

        `file` is the name of what it was in, "" of a paste.
        """
        if self.workshop is None:
            return
        sheet = ListSheet(self, self.context, listed, self.workshop.of(Participant), file)
        sheet.agreed.connect(lambda people: self._on_agreed(sheet, people, mode))
        self.sheet = sheet
        ask.lay_over(sheet)

    def _on_agreed(self, sheet: ListSheet, listed: list[Listed], mode: Mode) -> None:
        fields = [{"mode": mode, **each.fields, "name": each.name} for each in listed]
        edit = alter(self.desk, lambda workshop: people.add_all(workshop, fields))
        if edit:
            sheet.accept()
            self.table.select(edit.changes[0].id)

    def _on_given(self, person: Id, field: str, value: Value, visit: Visit) -> None:
        chosen = self.table.chosen()
        # What is given in one of several selected rows is for all of them; a name is one's own.
        wanted = chosen if person in chosen and field != "name" else [person]
        if isinstance(value, Typed):
            alter(self.desk, lambda w: people.name_organisation(w, wanted, value), visit)
        elif len(wanted) == 1:
            alter(self.desk, lambda w: people.change(w, person, **{field: value}), visit)
        else:
            alter(self.desk, lambda w: people.change_all(w, wanted, **{field: value}))

    def _on_details(self, field: str, value: Value) -> None:
        shown = self.details.ids()
        alter(self.desk, lambda w: people.change_all(w, shown, **{field: value}))

    def _on_organisation(self, text: Typed | SaidIn) -> None:
        visit = self.organisation.visit
        for person in self.details.ids()[:1]:
            alter(self.desk, partial(people.change, person=person, organisation=text), visit)

    def _on_moved(self, person: Id, step: int) -> None:
        if self.in_alphabet.isChecked():
            self.desk.refused.emit(
                Problem(N_("The list is in alphabetical order. Switch that off to move people."))
            )
            return
        place = self.table.source.row_of(person) + step
        if 0 <= place < len(self.table.source.rows):
            alter(self.desk, lambda workshop: people.move(workshop, person, place))

    def _on_remove(self) -> None:
        chosen = self.table.chosen()
        if not chosen:
            return
        place = self.table.currentIndex().row()
        alter(self.desk, lambda workshop: people.remove(workshop, chosen))
        rows = self.table.source.rows
        if rows:
            self.table.select(rows[min(place, len(rows) - 1)].id)

    def _on_pseudonyms(self) -> None:
        alter(self.desk, people.give_pseudonyms)

    def _go_to_add(self) -> None:
        self.add_box.name.setFocus()
