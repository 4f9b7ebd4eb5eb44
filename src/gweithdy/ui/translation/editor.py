"""The text of the current line, whole: both languages side by side, their states, and hints."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, TRANSLATION_LABELS, Language, Translation
from gweithdy.domain.worklist import Line
from gweithdy.language.memory import Match
from gweithdy.language.plain import LONGEST, Hint, HintKind
from gweithdy.language.words import Words
from gweithdy.ui.announce import AtRest
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.translation.states import choices
from gweithdy.ui.translation.suggestions import Suggestions
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label, show_state

MANY = 3
"""Hints that are said in words; of more only the number."""


class SideBySide(QFrame):
    """`typed` carries what was typed in one language, `marked` a language and its state.

    `taken` carries the words of a suggestion that a person takes, `next_asked` when the keyboard
    is to go on to the next text.
    """

    typed = Signal(object)
    marked = Signal(object, object)
    taken = Signal(str)
    next_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._context = context
        self._words = context.words
        self._line: Line | None = None
        self.where = label("quiet", wrap=True)
        self.open = button("link")
        # What is missing is said by the states.
        self.text = BilingualField(context, "", lines=2, grows=True, is_name=True)
        # Where there is more height it stays below, not between the boxes and their names.
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.text.committed.connect(self.typed)
        self.changed = label("quiet", wrap=True)
        self.states = {each: ChoiceBox(context.words, TRANSLATION_LABELS) for each in Language}
        self.said = {each: label("quiet", wrap=True) for each in Language}
        self.hints = {each: label("quiet", wrap=True) for each in Language}
        self.suggestions = Suggestions(context.words)
        self.suggestions.taken.connect(self.taken)
        self._told = AtRest(self)
        for language, box in self.states.items():
            box.chosen.connect(lambda state, of=language: self.marked.emit(of, state))
            self.text.boxes[language].installEventFilter(self)
        self._lay_out()

    @property
    def line_id(self) -> Id:
        """The line that is shown; "" before there is one."""
        return self._line.id if self._line else ""

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.text.set_label(N_("Words"), seen=False)
        self.suggestions.retranslate()
        for language, box in self.states.items():
            name = LANGUAGE_NAMES[language]
            box.retranslate()
            box.call(self._words.tr("Status: {language}", language=name))
            self.said[language].setText(self._words.tr("Said in this language"))

    def show_line(self, line: Line, where: str) -> None:
        """Show a line, and where in the session it stands."""
        self._line = line
        self.where.setText(where)
        self.text.show_text(line.text, line.id)
        for language in Language:
            self._show_state(line, language)
        self.suggestions.show_now(line.text.get(line.target))

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Offer what the words of the line were translated as before."""
        if self._line is None:
            return
        self.suggestions.show_matches(matches, self._line.target)
        n = self.suggestions.n
        self._told.say(self._words.ntr("{n} suggestion", "{n} suggestions", n) if n else "")

    def show_changed(self, before: str) -> None:
        """Say that the original was changed since, and what it was `before`, if that is known."""
        line = self._line
        is_stale = line is not None and line.state is Translation.STALE
        self.changed.setVisible(is_stale)
        if line is None or not is_stale:
            return
        tr, source = self._words.tr, LANGUAGE_NAMES[line.target.other]
        said = tr("▲ These words have changed since they were translated: {name}", name=source)
        if before:
            said += "\n" + tr("It was translated from: {words}", words=before)
        self.changed.setText(said)
        show_state(self.changed, "late")

    def show_hints(self, found: dict[Language, tuple[Hint, ...]]) -> None:
        """Say what could be plainer, quietly."""
        for language, hints in found.items():
            lines = [hint_words(self._words, each) for each in hints[:MANY]]
            if len(hints) > MANY:
                lines.append(self._words.tr("Other hints: {n}", n=len(hints) - MANY))
            self.hints[language].setText("\n".join(lines))
            self.hints[language].setVisible(bool(lines))

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        # A plain Enter begins a new line here.
        if is_key and pressed(event, "translation") == ("translation.next", 1):  # type: ignore[arg-type]
            self.next_asked.emit()
            return True
        return False

    def _show_state(self, line: Line, language: Language) -> None:
        state = line.text.state(language)
        box = self.states[language]
        box.setVisible(state is not None)
        self.said[language].setVisible(state is None and bool(line.text))
        if state is not None:
            box.offer(choices(line.text, language), state)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.where, 1)
        top.addWidget(self.open)
        below = QGridLayout()
        below.setHorizontalSpacing(12)
        for place, language in enumerate(Language):
            below.addWidget(self.states[language], 0, place)
            below.addWidget(self.said[language], 0, place, Qt.AlignmentFlag.AlignVCenter)
            below.addWidget(self.hints[language], 3, place, Qt.AlignmentFlag.AlignTop)
            below.setColumnStretch(place, 1)
        below.addWidget(self.changed, 1, 0, 1, 2)
        below.addWidget(self.suggestions, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(top)
        # What comes and goes while somebody types stands below: the boxes stay where they are.
        column.addWidget(self.text)
        column.addLayout(below)
        column.addStretch()
        self.changed.hide()


def hint_words(words: Words, hint: Hint) -> str:
    """A hint as people read it."""
    match hint.kind:
        case HintKind.LONG:
            return words.tr(
                "A sentence of {n} words: up to {most} are easy to read", n=hint.n, most=LONGEST
            )
        case HintKind.JARGON:
            return words.tr(
                "Plainer than “{words}”: {plainer}", words=hint.words, plainer=hint.instead
            )
    return words.tr("Not explained anywhere: {words}", words=hint.words)
