"""The Translation page."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.text import LANGUAGE_NAMES, Language, SaidIn, Translation, Typed, fingerprint
from gweithdy.domain.worklist import Line, Worklist, line_id
from gweithdy.domain.workshop import Taken
from gweithdy.edits import worklist
from gweithdy.language.plain import Hint, hints
from gweithdy.pack.plain import explained
from gweithdy.ui.attempt import Visit, alter
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.idle import Idle
from gweithdy.ui.page import Page
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.theme import Theme
from gweithdy.ui.translation.editor import SideBySide
from gweithdy.ui.translation.files import send_out, take_back
from gweithdy.ui.translation.filter import LineFilter, Query, page_of
from gweithdy.ui.translation.filter_bar import FilterBar
from gweithdy.ui.translation.place import place_of
from gweithdy.ui.translation.table import LinesTable
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.side_pane import SidePane

BELOW = 260
"""Pixels of height at 100 % of the text in full."""

LOW = 560
"""Pixels of height at 100 % from which the page has its title."""


class _Below(ScrolledDown):
    """As high whatever text it shows: the table does not change with each line."""

    def __init__(self, inside: QWidget, theme: Theme) -> None:
        super().__init__(inside)
        self._theme = theme

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(BELOW))


class TranslationPage(Page):
    """Every text in one table; below it the one that is chosen, whole."""

    shows_everything = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._worklist: Worklist | None = None
        self._session: Id = ""
        self._is_settling = False
        self._filter = LineFilter()
        self._idle = Idle(self)
        self.title = label("title")
        self.progress = label("quiet", wrap=True)
        # Qt asks for more than its longest word, and at half a screen that is too much.
        self.progress.setMinimumWidth(100)
        self.filter = FilterBar(context)
        self.table = LinesTable(context, self.bound)
        self.empty = EmptyState(context.theme, "languages")
        self.editor = SideBySide(context)
        self.send, self.back = button(), button()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Translation"))
        self.filter.retranslate()
        self.table.retranslate()
        self.editor.retranslate()
        self.around.retranslate(tr("Whole text"))
        self.send.setText(tr("Send out…"))
        self.back.setText(tr("Bring back…"))
        self._say_empty()
        self.bound.retranslate()

    def first(self) -> QWidget | None:
        return self.table

    def can(self, when: When) -> bool:
        # Not the rows themselves: there may be thousands of them.
        has_some = self.table.selectionModel().hasSelection()
        return has_some if when is When.CHOSEN else super().can(when)

    def show_all(self) -> None:
        if self.workshop is None:
            return
        if self._session != self.workshop.id:
            self._session = self.workshop.id
            self.filter.show_query(Query())
        self._gather(besides=set())

    def show_changes(self, taken: Taken) -> None:
        if self._worklist is None:
            return
        changed = self._worklist.take(taken)
        if changed is None:
            # What was just written stays in sight, whether it fits what is looked for or not.
            self._gather(besides={line.id for line in self.table.lines.rows})
            return
        hidden = [line for line in changed if not self.table.lines.replace(line)]
        if self._filter.only(hidden, self.filter.query(), set()):
            self._show_lines({line.id for line in self.table.lines.rows})
        if changed:
            self._show_progress()
            self._show_line()

    def focus_search(self) -> bool:
        self.filter.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.text.selectAll()
        return True

    def go_to(self, thing: Id) -> None:
        """To the first text of a thing, or to a line."""
        self.reveal({thing})
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_in(self, field: str, language: str) -> None:
        line = self.table.line()
        if line:
            self._bring(line_id(line.thing, field))
            self.table.write_in(Language(language))

    def reveal(self, ids: Collection[Id]) -> None:
        lines = self._worklist.lines.values() if self._worklist else ()
        found = [line for line in lines if line.thing in ids or line.id in ids]
        current = self.table.current()
        if found and all(line.id != current for line in found):
            self._bring(found[0].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The rail says where one is.
        self.title.setVisible(self.height() >= self.theme.px(LOW))

    def _gather(self, besides: set[Id]) -> None:
        if self.workshop is None:
            return
        self._worklist = Worklist(self.workshop, self._worklist)
        self.filter.show_places(self._worklist.lines.values())
        self._show_lines(besides)
        self._show_progress()
        self._idle.begin(self._filter.ahead(list(self._worklist.lines.values())))

    def _show_lines(self, besides: set[Id]) -> None:
        if self._worklist is None:
            return
        lines = self._filter.only(self._worklist.lines.values(), self.filter.query(), besides)
        self.table.show_lines(lines)
        self._pages.turn_to(0 if lines else 1, self.filter.text)
        self.around.fill(bool(lines))
        self.filter.show_found(len(lines))
        self._say_empty()
        self._show_line()

    def _show_progress(self) -> None:
        if self._worklist:
            # A line ends between the languages, not inside what is said of one.
            parts = (self._progress(each).replace(" ", "\xa0") for each in Language)
            self.progress.setText(" · ".join(parts))

    def _progress(self, language: Language) -> str:
        assert self._worklist
        done = self._worklist.progress(language)
        ntr, name = self.words.ntr, LANGUAGE_NAMES[language]
        there = ntr("{there} of {n} text", "{there} of {n} texts", done.all, there=done.there)
        to_check = ntr("{n} to check", "{n} to check", done.to_check) if done.to_check else ""
        return f"{name}: " + ", ".join(filter(None, (there, to_check)))

    def _show_line(self) -> None:
        self._settle()
        line = self.table.line()
        if line is None or self.workshop is None or self._is_settling:
            self.bound.refresh()
            return
        self.editor.show_line(line, place_of(line, self.workshop, self.words))
        self.editor.show_changed(self._written_from(line))
        self.editor.show_hints(self._hints(line))
        self.bound.refresh()

    def _settle(self) -> None:
        """Words still waiting to be saved belong to the line that was shown."""
        if self.editor.line_id != self.table.current() and not self._is_settling:
            self._is_settling = True
            self.editor.text.commit()
            # What was saved came back here meanwhile.
            self._is_settling = False

    def _hints(self, line: Line) -> dict[Language, tuple[Hint, ...]]:
        assert self.workshop
        found: dict[Language, tuple[Hint, ...]] = {}
        for each in Language:
            words = line.text.get(each) if line.is_organisers else ""
            found[each] = hints(words, each, explained(self.workshop, each)) if words else ()
        return found

    def _written_from(self, line: Line) -> str:
        """The original as it was when it was translated, if the library still knows it."""
        if line.state is not Translation.STALE:
            return ""
        basis = line.text.of(line.target).basis
        path = f"{line.field}.{line.target.other}.words"
        earlier = self.context.library.earlier(line.noun, line.thing, path)
        return next((each for each in earlier if fingerprint(each) == basis), "")

    def _bring(self, id: Id) -> None:
        """Choose a line, also one that was not looked for."""
        if self.table.lines.row_of(id) < 0 and self._worklist and id in self._worklist.lines:
            self._show_lines({line.id for line in self.table.lines.rows} | {id})
        self.table.select(id)

    def _on_given(self, id: Id, field: str, value: object, visit: Visit) -> None:
        if isinstance(value, Translation):
            chosen = self.table.chosen_lines()
            # What is given in one of several selected rows is for all of them.
            wanted = chosen if any(line.id == id for line in chosen) else self._line_of(id)
            self._mark(wanted, value)
        else:
            for line in self._line_of(id):
                typed = Typed(Language(field), str(value))
                alter(self.desk, partial(worklist.write, line=line, given=typed), visit)

    def _line_of(self, id: Id) -> list[Line]:
        line = self._worklist.lines.get(id) if self._worklist else None
        return [line] if line else []

    def _on_typed(self, given: Typed | SaidIn) -> None:
        for line in self._line_of(self.editor.line_id):
            alter(
                self.desk, partial(worklist.write, line=line, given=given), self.editor.text.visit
            )

    def _on_state(self, language: Language, state: Translation) -> None:
        self._mark(self._line_of(self.editor.line_id), state, language)

    def _mark(
        self, lines: Sequence[Line], state: Translation, language: Language | None = None
    ) -> None:
        self.editor.text.commit()
        alter(self.desk, lambda workshop: worklist.mark(workshop, lines, state, language))
        # What was refused shows what is so again.
        self._show_line()

    def _mark_chosen(self, state: Translation) -> None:
        self._mark(self.table.chosen_lines(), state)

    def _open(self) -> None:
        line = self.table.line()
        if line:
            path = f"{line.field}.{line.target}"
            self.thing_asked.emit(self._session, page_of(line), line.thing, path)

    def _next(self) -> None:
        self.editor.text.commit()
        if self.table.go_on():
            line = self.table.line()
            if line:
                self.editor.text.go_to(line.target)

    def _say_empty(self) -> None:
        tr = self.words.tr
        if self.filter.query():
            self.empty.say(tr("No text is like that."), tr("Show all texts"))
        else:
            self.empty.say(tr("Nothing is written yet. What you plan and capture comes here."))

    def _connect(self) -> None:
        table, editor = self.table, self.editor
        self.filter.changed.connect(lambda: self._show_lines(set()))
        self.filter.left.connect(lambda: table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.empty.asked.connect(lambda: self.filter.show_query(Query()))
        table.source.given.connect(self._on_given)
        table.selected.connect(self._show_line)
        table.marked.connect(self._mark_chosen)
        self.send.clicked.connect(lambda: send_out(self, self.context, table.lines.rows))
        self.back.clicked.connect(lambda: take_back(self, self.context))
        editor.typed.connect(self._on_typed)
        editor.marked.connect(self._on_state)
        editor.next_asked.connect(self._next)
        self.bound.bind(
            {
                "translation.open": self._open,
                "translation.translated": partial(self._mark_chosen, Translation.TRANSLATED),
                "translation.reviewed": partial(self._mark_chosen, Translation.REVIEWED),
            }
        )
        self.bound.dress(editor.open, "translation.open")

    def _lay_out(self) -> None:
        self._pages = CurrentStack()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        self.around = SidePane(
            self.context,
            self._pages,
            _Below(self.editor, self.theme),
            least=430,
            sizes=(10000, 1),
            below=True,
        )
        top = QHBoxLayout()
        self.title.setContentsMargins(0, 0, 16, 0)
        top.addWidget(self.title)
        top.addWidget(self.progress, 1)
        for made in (self.send, self.back, self.around.opener):
            top.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.filter)
        column.addWidget(self.around, 1)
