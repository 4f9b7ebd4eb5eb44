"""The Translation page."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.text import (
    Language,
    SaidIn,
    Text,
    Translation,
    Typed,
    fingerprint,
)
from gweithdy.domain.worklist import Line, Worklist, line_id
from gweithdy.domain.workshop import Taken
from gweithdy.edits import worklist
from gweithdy.language.memory import Match
from gweithdy.ui.attempt import Visit, alter
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.idle import Idle
from gweithdy.ui.page import Page
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.settling import settle
from gweithdy.ui.theme import Theme
from gweithdy.ui.translation.buttons import Buttons
from gweithdy.ui.translation.editor import SideBySide
from gweithdy.ui.translation.filter import LineFilter, Query, Which, page_of
from gweithdy.ui.translation.filter_bar import FilterBar
from gweithdy.ui.translation.place import place_of
from gweithdy.ui.translation.plainer import Plainer
from gweithdy.ui.translation.progress import Progress
from gweithdy.ui.translation.suggesting import Suggesting
from gweithdy.ui.translation.table import LinesTable
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import label
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
        self._plainer = Plainer()
        self._filter = LineFilter(self._plainer)
        self._idle = Idle(self)
        self.title = label("title")
        self.progress = Progress(context.words)
        self.filter = FilterBar(context)
        self.table = LinesTable(context, self.bound)
        self.empty = EmptyState(context.theme, "languages")
        self.editor = SideBySide(context)
        self.suggesting = Suggesting(self, context, self._texts)
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
        self.buttons.retranslate()
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
        self.buttons.look_for_translators()
        self.suggesting.begin(self.workshop.id)
        if self._session != self.workshop.id:
            self._session = self.workshop.id
            self.progress.forget()
            self.filter.show_query(Query())
            self._gather(besides=set())
            return
        # Only another look or language: what was just written stays in sight.
        self._gather(besides={line.id for line in self.table.lines.rows})

    def show_changes(self, taken: Taken) -> None:
        if self._worklist is None:
            return
        changed = self._worklist.take(taken)
        if changed is None:
            # What was just written stays in sight, whether it fits what is looked for or not.
            self._gather(besides={line.id for line in self.table.lines.rows})
            return
        self._plainer.take(changed)
        hidden = [line for line in changed if not self.table.lines.replace(line)]
        if self._filter.only(hidden, self.filter.query(), set()):
            self._show_lines({line.id for line in self.table.lines.rows})
        if changed:
            self.buttons.show_refused()
            self.progress.show_counts(self._worklist)
            self._show_line()

    def look_for(self, what: str) -> None:
        self.filter.show_query(Query(which=Which(what)))
        # A list without any row has nothing to go to.
        first = self.table if self.table.lines.rows else self.filter.which
        first.setFocus(Qt.FocusReason.OtherFocusReason)

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
            focused: QWidget | None = self.window().focusWidget()
            was_writing = bool(focused and self.editor.text.isAncestorOf(focused))
            self._bring(found[0].id)
            line = self.table.line()
            if was_writing and line:
                # The caret stood in a box of another line: not in the original of this one.
                self.editor.text.go_to(line.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The rail says where one is.
        self.title.setVisible(self.height() >= self.theme.px(LOW))

    def _gather(self, besides: set[Id]) -> None:
        if self.workshop is None:
            return
        self._worklist = Worklist(self.workshop, self._worklist)
        self._plainer.look_at(self._worklist.lines.values())
        self.filter.show_places(self._worklist.lines.values())
        self._show_lines(besides)
        self.buttons.show_refused()
        self.progress.show_counts(self._worklist)
        self._idle.begin(self._filter.ahead(list(self._worklist.lines.values())))

    def _show_lines(self, besides: set[Id]) -> None:
        if self._worklist is None:
            return
        lines = self._filter.only(self._worklist.lines.values(), self.filter.query(), besides)
        self.table.show_lines(lines)
        self._pages.turn_to(0 if lines else 1, self.filter.text)
        self.around.fill(bool(lines), self.filter.text)
        self.filter.show_found(len(lines))
        self._say_empty()
        self._show_line()

    def _show_line(self) -> None:
        self._settle()
        line = self.table.line()
        if line is None or self.workshop is None or self._is_settling:
            self.bound.refresh()
            return
        self.editor.show_line(line, place_of(line, self.workshop, self.words))
        self.editor.show_changed(self._written_from(line))
        self.editor.show_hints(self._plainer.of(line))
        if self.suggesting.ask(line):
            self.editor.show_matches(())
        self.bound.refresh()

    def _settle(self) -> None:
        """Words still waiting to be saved belong to the line that was shown."""
        if self.editor.line_id != self.table.current() and not self._is_settling:
            self._is_settling = True
            self.editor.text.commit()
            # What was saved came back here meanwhile.
            self._is_settling = False

    def _texts(self) -> list[Text]:
        return [line.text for line in self._worklist.lines.values()] if self._worklist else []

    def _show_matches(self, id: Id, matches: list[Match]) -> None:
        if id == self.editor.line_id:
            self.editor.show_matches(matches)

    def _take_suggestion(self, words: str) -> None:
        """In the place of what stands there; what was just typed is kept first, for undo."""
        focused: QWidget | None = self.window().focusWidget()
        in_table = focused is not None and self.table.isAncestorOf(focused)
        if focused is not None and self.isAncestorOf(focused):
            settle(focused)
        self.editor.text.commit()
        line = self.table.line()
        # What could not be kept stays in its box: it is somebody's work.
        if line is None or line.id != self.editor.line_id or not self.editor.text.is_kept:
            return
        is_taken = alter(self.desk, partial(worklist.take, line=line, words=words))
        if is_taken and not (in_table or focused is self.table):
            self.editor.text.go_to(line.target)

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
            return
        language = Language(field)
        for line in self._line_of(id):
            if isinstance(value, Text):
                make = partial(worklist.put_back, line=line, language=language, before=value)
            else:
                make = partial(worklist.write, line=line, given=Typed(language, str(value)))
            alter(self.desk, make, visit)

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

    def _write_whole(self) -> None:
        """Whoever asks for the whole text has come to write the translation."""
        line = self.table.line()
        if line:
            self.editor.text.go_to(line.target)

    def _go_across(self) -> None:
        """From the list to where the translation is written whole, or back."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self.editor.isAncestorOf(focused):
            self.around.shut()
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self.around.narrow:
            self.around.open()
        self._write_whole()

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
        editor.typed.connect(self._on_typed)
        editor.marked.connect(self._on_state)
        editor.taken.connect(self._take_suggestion)
        self.suggesting.found.connect(self._show_matches)
        for stepped in (self.desk.undone, self.desk.redone):
            stepped.connect(self.progress.forget)
        editor.next_asked.connect(self._next)
        self.around.opener.clicked.connect(self._write_whole)
        self.bound.bind(
            {
                "translation.open": self._open,
                "translation.whole": self._go_across,
                "translation.take": lambda: editor.suggestions.take(0),
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
        self.buttons = Buttons(
            self.context,
            self.suggesting,
            lambda: self.table.lines.rows,
            self.progress.tell,
            self.around.opener,
        )
        top.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.filter)
        column.addWidget(self.around, 1)
