"""Searching all sessions, and what was found: a line for each, which leads to its page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gweithdy.domain.entity import Entity, declared
from gweithdy.domain.field import Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Asked
from gweithdy.domain.text import Language, Text
from gweithdy.language.finding import places
from gweithdy.language.kinds import kind_in_words
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.access.tables import cells_speak
from gweithdy.ui.announce import AtRest
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.library.found_lines import ASKED, HEADING, SHOWN, FoundLines
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.tips import tip

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

PAUSE = 50
"""Milliseconds without a key after which the search starts."""

MOST = 100
"""Places that are listed."""

IN_SIGHT = 40
"""Lines, about, that a large screen shows at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, and the session that it is in."""

    session: Id
    noun: str
    entity: Entity


class Line(NamedTuple):
    """What a line says: the title of its session, and what was found in it."""

    session: str
    shown: str
    language: Language | None


class SearchResults(QWidget):
    """The list of what was found. `chosen` carries the session and the page of a line."""

    chosen = Signal(str, str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = context.words
        self._asked = ""
        self._found: list[Found] | None = None
        self._is_searching = self._is_cut = False
        self.sentence: QLabel = label("quiet", wrap=True)
        self.items = QListWidget()
        cells_speak(self.items)
        self.items.setFocusPolicy(CLICK_OR_TAB)
        self._lines = FoundLines(context.theme)
        self.items.setItemDelegate(self._lines)
        # What is in sight is there after each key; the rest is laid out when there is time.
        self.items.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.items.setBatchSize(IN_SIGHT)
        self.items.itemActivated.connect(self._on_activated)
        self._told = AtRest(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self.items, 1)

    def ask(self, words: str) -> None:
        """Search for `words` as soon as typing rests."""
        self._asked = words.strip()
        self._told.stop()
        self._pause.start()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.items.setAccessibleName(self._words.tr("What was found"))
        self._show()

    def _search(self) -> None:
        if self._is_searching or not self._asked:
            return
        asked, library = self._asked, self._context.library
        self._is_searching = True

        def work(job: Job) -> list[Found]:
            return found_in(library, asked, job.cancelled)

        def ended() -> None:
            self._is_searching = False
            if self._asked != asked:
                self._pause.start()

        answers = Answers(failed=self._on_failed, done=self._on_found, ended=ended)
        self._context.jobs.start(self, work, answers)

    def _on_found(self, found: list[Found]) -> None:
        self._is_cut = len(found) > MOST
        self._found = self._grouped(found[:MOST])
        self._show()
        if not self._pause.isActive():
            self._told.say(self.sentence.text())

    def _on_failed(self, problem: Problem) -> None:
        # What was found before belongs to other words.
        self._found = None
        self._show()
        self._context.desk.refused.emit(problem)

    def _show(self) -> None:
        words = self._words
        lines = [(self._line(found), found) for found in self._found or [] if self._is_there(found)]
        if lines:
            many = words.ntr("{n} place found", "{n} places found", len(lines))
            more = words.tr("More than {n} places found. These fit best.", n=MOST)
            self.sentence.setText(more if self._is_cut else many)
        elif self._found is not None:
            self.sentence.setText(words.tr("Nothing found. Fewer letters find more."))
        else:
            self.sentence.clear()
        self.items.clear()
        before = ""
        for line, found in lines:
            # A reader hears each line whole; the eye finds the session once above its lines.
            item = QListWidgetItem(f"{line.session} › {line.shown}")
            item.setToolTip(tip(item.text()))
            item.setData(LANGUAGE, line.language)
            item.setData(Qt.ItemDataRole.UserRole, found)
            item.setData(HEADING, "" if found.session == before else line.session)
            item.setData(SHOWN, line.shown)
            item.setData(ASKED, self._asked)
            self.items.addItem(item)
            before = found.session

    def _is_there(self, found: Found) -> bool:
        return self._context.desk.catalogue.find(Session, found.session) is not None

    def _grouped(self, found: list[Found]) -> list[Found]:
        """What is in one session together: the open one first, else the one with the best hit."""
        workshop = self._context.desk.workshop
        here = workshop.id if workshop else ""
        sessions = dict.fromkeys([here, *(each.session for each in found)])
        return [each for session in sessions for each in found if each.session == session]

    def _line(self, found: Found) -> Line:
        """What leads to `found`, and the language of the words that were found."""
        words = self._words
        session = self._context.desk.catalogue.get(Session, found.session)
        title = session.title.best(words.language)[0] or words.tr("Untitled")
        kind = kind_in_words(words, found.entity)
        said, language = words_of(found.entity, words.language, self._asked)
        return Line(title, f"{kind}: {said}", language)

    def _on_activated(self, item: QListWidgetItem) -> None:
        found: Found = item.data(Qt.ItemDataRole.UserRole)
        self.chosen.emit(found.session, NOUNS[found.noun].noun.page, found.entity.id)


def found_in(library: "Library", words: str, stopped: Asked) -> list[Found]:
    """What `library` finds for `words`, with the things themselves. Runs in a job."""
    hits = [
        hit
        for hit in library.search(words, limit=MOST + 1, stopped=stopped)
        if NOUNS[hit.noun].noun.label and hit.session
    ]
    things = library.things((hit.noun, hit.id) for hit in hits)
    # Between the search and now one may have been deleted.
    return [Found(hit.session, hit.noun, things[hit.id]) for hit in hits if hit.id in things]


def words_of(entity: Entity, language: str, asked: str) -> tuple[str, Language | None]:
    """The words of `entity` that hold what was `asked` for, else its first, on one line.

    With their language; None for names.
    """
    written: list[tuple[str, Language | None]] = []
    for field in declared(type(entity)):
        value = getattr(entity, field.path)
        if field.kind is Kind.TEXT:
            assert isinstance(value, Text)
            other = Language(language).other
            written += [value.best(language), (value.get(other), other)]
        elif field.kind is Kind.WORDS:
            written.append((value, None))
    lines = [(" ".join(words.split()), said_in) for words, said_in in written if words]
    holding = (line for line in lines if places(line[0], asked))
    return next(holding, lines[0] if lines else ("", None))
