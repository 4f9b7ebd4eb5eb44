"""Forty people's cards, captured, grouped, voted on, rated and parked, by keyboard and by ear.

What a reader finds at each stage stands in `states/`: names, roles and their order. A list that is
not the same any more is written beside the library of the test, to be read and, if it is right, to
take the place of the old one.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.journeys import forty_people as said
from tests.journeys.ear import Ear, Role, Told
from tests.journeys.person import CTRL, SHIFT, FakeClock, Key, Person

from gweithdy.cli import main
from gweithdy.domain.actions import Action
from gweithdy.domain.board import Card, CardKind, Lane, Theme, Vote
from gweithdy.domain.merging import seen
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.rounds import Round, RoundKind
from gweithdy.domain.session import Status
from gweithdy.domain.tallies import ratings, results
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.run.page import RunPage

STATES = Path(__file__).parent / "states"
TITLE = "Y ffordd adref"
ONCE, STREET = "Told once", "Pobl a stryd"
DOTS, MARKS = "What matters most", "Pwysig a hawdd"
TALLIES = {
    "1": (4, 2, 0, 1),
    "2": (3, 1, 2, 1),
    "3": (0, 3, 3, 1),
    "4": (2, 2, 3, 0),
    "online": (3, 4, 3, 0),
}
"""Dots for the first theme and its cards, source by source: the theme and a card end as equals."""


class Story:
    """One person at the keyboard in one language, and what a reader was told on the way."""

    def __init__(self, person: Person, language: Language, qtbot: QtBot) -> None:
        self.person, self.ear, self.qtbot = person, Ear(person), qtbot
        person.program.speak(language)
        self.tr = person.program.words.tr
        self.states: list[str] = []

    @property
    def board(self) -> BoardPage:
        page = self.person.window.pages["board"]
        assert isinstance(page, BoardPage)
        return page

    def note(self, heading: str, told: Iterable[Told]) -> None:
        """Keep what was found. Of long tables the beginning: it is in sight on every system."""
        self.states += [f"# {heading}", *map(str, told)]

    def view(self, key: str) -> None:
        """Go to a view of the board: Tab to the buttons, and the arrows between them."""
        person, board = self.person, self.board
        person.tab_to(board.buttons[board.view()])
        keys = list(board.buttons)
        steps = keys.index(key) - keys.index(board.view())
        person.press(Key.Key_Right if steps > 0 else Key.Key_Left, times=abs(steps))
        assert board.view() == key

    def choose(self, *begins: str) -> None:
        """Select the cards that begin so, in the order in which they lie."""
        self.ear.go(begins[0], Key.Key_Down)
        for each in begins[1:]:
            self.ear.go(each, Key.Key_Down, CTRL)
            self.person.press(Key.Key_Space)

    def group(self, name: str, *begins: str) -> None:
        self.choose(*begins)
        self.person.press(Key.Key_G)
        self.person.enter(name)

    def pick(self, name: str) -> None:
        """Choose the line of an open menu that is so called."""
        self.person.press(Key.Key_Down)
        while self.ear.here().name.strip() != name:
            self.person.press(Key.Key_Down)
        self.person.press(Key.Key_Return)


def plan(story: Story) -> None:
    """A new session with the usual day, which is started."""
    person = story.person
    person.tab_to(person.go("library", LibraryPage).shelf)
    person.press(Key.Key_N, CTRL)
    person.enter(TITLE)
    page = person.window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    person.tab_to(page.usual)
    person.press(Key.Key_Space)
    person.go("run", RunPage)
    person.press(Key.Key_Space)


def capture(story: Story) -> None:
    """Everything that was said, as four tables and the note-taker online type it."""
    person = story.person
    person.press(Key.Key_K, CTRL)
    for where, words in said.VISION:
        person.enter(f"/1 {where} {words}")
    for code, _, where, words in said.BARRIERS:
        person.enter(f"/2{code} {where} {words}")
    for where, words in said.HELP:
        person.enter(f"{where} /3 {words}")
    for where, words in said.QUOTES:
        person.enter(f"/q {where} {words}")
    for where, words in said.PARKED:
        person.enter(f"/p {where} {words}")
    person.press(Key.Key_Escape)
    person.go("board", BoardPage)
    story.note("captured", story.ear.inside(story.board.pane.view, Role.ListItem))


def merge(story: Story) -> None:
    """The pair of cards about the last bus becomes one card."""
    story.view("similar")
    pairs = story.board.similar.pairs
    story.qtbot.waitUntil(lambda: pairs.count() > 0, timeout=30_000)
    story.person.tab_to(pairs)
    story.ear.go("“The last bus leaves", Key.Key_Down)
    story.note("a pair", [story.ear.here()])
    story.person.press(Key.Key_J)


def group(story: Story) -> None:
    """Two themes, one inside the other, and a card that stands in both."""
    person, ear = story.person, story.ear
    story.view("board")
    person.tab_to(story.board.pane.view)
    story.group(ONCE, "Nobody tells", "Neb yn gorfod")
    story.group(STREET, "Neighbours know", "Young people")
    ear.go(f"{story.tr('Theme')}: {STREET}", Key.Key_Up)
    person.press(Key.Key_M)
    story.pick(story.tr("Inside the theme: {name}", name=ONCE))
    ear.go("Nobody tells", Key.Key_Up)
    person.press(Key.Key_A)
    story.pick(STREET)
    story.note("grouped", ear.inside(story.board.pane.view, Role.ListItem))
    person.press(Key.Key_F6)
    story.note("outline", islice(ear.inside(story.board.outline, Role.TreeItem), 30))
    person.press(Key.Key_F6)


def begin_round(story: Story, name: str) -> None:
    votes = story.board.votes
    story.person.tab_to(votes.bar.add)
    story.person.press(Key.Key_Space)
    story.person.enter(name)


def close_round(story: Story) -> None:
    """Results are kept back until then; afterwards they are read."""
    person, votes = story.person, story.board.votes
    person.tab_to(votes.bar.counting)
    person.press(Key.Key_Right)
    story.note("kept back", story.ear.inside(votes.results, Role.StaticText, Role.Cell))
    person.tab_to(votes.bar.close_button)
    person.press(Key.Key_Space)
    person.tab_to(votes.results.table)
    story.note("results", story.ear.inside(votes.results, Role.Cell, Role.StaticText))


def vote(story: Story) -> None:
    """Three dots each, two for one thing at most; table by table, online last."""
    person, ear, votes = story.person, story.ear, story.board.votes
    story.view("votes")
    begin_round(story, DOTS)
    for box, number in ((votes.details.budget, "3"), (votes.details.cap, "2")):
        person.tab_to(box)
        person.retype(number)
        person.press(Key.Key_Return)
    person.tab_to(votes.grid)
    for source, dots in TALLIES.items():
        ear.go(votes.grid.source.heading(votes.grid.source.sources.index(source) + 1),
               Key.Key_Right)  # fmt: skip
        for number in dots:
            person.enter(str(number or ""))
        if source == "4":
            # Read out wrong, and corrected.
            person.press(Key.Key_Up, times=4)
            person.enter("5")
            person.press(Key.Key_Up)
            person.enter("2")
            person.press(Key.Key_Down, times=3)
        person.press(Key.Key_Up, times=len(dots))
    story.note("counted", islice(ear.inside(votes.grid, Role.ColumnHeader, Role.Cell), 35))
    close_round(story)


def rate(story: Story) -> None:
    """Two criteria; the marks of a table and of those online."""
    person, ear, votes = story.person, story.ear, story.board.votes
    begin_round(story, MARKS)
    person.tab_to(votes.details.kind)
    person.press(Key.Key_Down)
    for key, words in (("first", "Importance"), ("second", "Ease")):
        person.tab_to(votes.details.criteria[key].boxes[Language.EN])
        person.write(words)
    for marks in (("5 5 4", "3 3 3"), ("1 5 1 5", "4 4")):
        person.tab_to(votes.grid)
        ear.go(votes.grid.source.heading(2), Key.Key_Left)
        for typed in marks:
            person.enter(typed)
        person.press(Key.Key_Up, times=len(marks))
        person.tab_to(votes.bar.criteria)
        person.press(Key.Key_Down)
    close_round(story)


def finish(story: Story) -> None:
    """One parked line becomes an action, the others go on or are removed; then the day ends."""
    person, parked = story.person, story.board.parked
    person.tab_to(person.go("run", RunPage).finish)
    person.press(Key.Key_Space)
    assert person.focus() is parked.table
    story.note("parked", story.ear.inside(parked, Role.Cell))
    story.ear.go(f"{story.tr('Text')}: Allwn ni", Key.Key_Down)
    person.press(Key.Key_X, CTRL | SHIFT)
    story.ear.go(f"{story.tr('Text')}: The car park", Key.Key_Down)
    person.press(Key.Key_Y, CTRL | SHIFT)
    story.ear.go(f"{story.tr('Text')}: Who pays", Key.Key_Up)
    person.press(Key.Key_Delete)
    story.note("emptied", story.ear.inside(parked, Role.Cell, Role.StaticText))
    person.tab_to(parked.foot.finish)
    person.press(Key.Key_Space)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the file dialogs choose; texts may go out untranslated."""
    monkeypatch.setattr(ask, "choose", lambda *_, usual=1: 1 - usual)
    monkeypatch.setattr(
        ask, "file_to_write", lambda _parent, _title, name, *_: tmp_path / f"out{name.suffix}"
    )
    return tmp_path


@pytest.fixture
def listening() -> Iterator[None]:
    """A reader is there: without one Qt does not keep what it would tell up to date."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("language", list(Language))
def test_forty_people(
    language: Language,
    sit_down: Callable[[], Person],
    clock: FakeClock,
    files: Path,
    qtbot: QtBot,
) -> None:
    story = Story(sit_down(), language, qtbot)
    for part in (plan, capture, merge, group, vote, rate, finish):
        part(story)
        clock.later(10)
    pack = story.person.go("pack", PackPage)
    story.person.tab_to(pack.exporting.begin)
    story.person.press(Key.Key_Space)
    qtbot.waitUntil(pack.exporting.written.open_pack.isVisible, timeout=60_000)
    session = story.person.desk.workshop
    assert session
    story.person.window.close()
    story.person.program.close()

    library = Library.open(files / "library.gwdy", read_only=True)
    workshop = library.workshop(session.id)
    library.close()
    check_cards(workshop)
    check_votes(workshop)
    check_the_rest(workshop)
    check_pack(files / "out.pdf")
    check_board_files(files, language, workshop.id)
    states = STATES / f"forty.{language}.txt"
    (files / states.name).write_text("\n".join(story.states) + "\n", encoding="utf-8")
    assert story.states == states.read_text(encoding="utf-8").splitlines()


def check_cards(workshop: Workshop) -> None:
    cards = {each.text.get(each.text.original): each for each in workshop.of(Card)}
    assert set(said.CARDS) <= set(cards)
    lanes = [lane.id for lane in workshop.of(Lane)]
    lane_of = [(0, each[-1]) for each in said.VISION] + [(1, each[-1]) for each in said.BARRIERS]
    lane_of += [(2, each[-1]) for each in said.HELP]
    assert [cards[words].lane for _, words in lane_of] == [lanes[n] for n, _ in lane_of]
    for _, kinds, where, words in said.BARRIERS:
        assert cards[words].kinds == kinds
        assert cards[words].source == said.PLACES[where]
    assert CardKind.UNSURE in {kind for card in cards.values() for kind in card.kinds}
    sources = Counter(cards[words].source for words in said.CARDS)
    assert sources == Counter(
        said.PLACES[each[-2]] for each in (*said.VISION, *said.BARRIERS, *said.HELP)
    )
    assert Counter(cards[words].text.original for words in said.CARDS)["cy"] == said.WELSH
    merged = next(card for card in cards.values() if card.made_of)
    assert set(merged.made_of) == {cards[each].id for each in said.ALIKE}
    assert len(seen(workshop)) == 39
    once, street = workshop.of(Theme)
    assert [each.title.get(each.title.original) for each in (once, street)] == [ONCE, STREET]
    assert street.parent == once.id
    both = cards["Nobody tells their story twice"]
    assert (both.theme, both.also_in) == (once.id, (street.id,))


def check_votes(workshop: Workshop) -> None:
    dots, marks = workshop.of(Round)
    assert (dots.budget, dots.cap, dots.closed) == (3, 2, True)
    things = [*workshop.of(Theme), *workshop.of(Card)]
    first, second, *_others = found = results(workshop, dots.id, things)
    assert [each.total for each in found] == [12, 12, 11, 3]
    assert (first.tied, second.tied) == (True, True)
    rows = list(zip(*TALLIES.values(), strict=True))
    counted = {(v.target, v.source): v.count for v in workshop.of(Vote) if v.round == dots.id}
    assert sorted(counted.values()) == sorted(n for row in rows for n in row if n)
    assert (marks.kind, marks.closed) == (RoundKind.RATING, True)
    best = ratings(workshop, marks, things)
    assert [[round(score.mean, 1) for score in each.scores] for each in best] == [
        [4.7, 3.0],
        [3.0, 4.0],
    ]
    assert best[0].scores[1].dissent


def check_the_rest(workshop: Workshop) -> None:
    assert workshop.session.status is Status.HELD
    quotes = {each.text.get(each.text.original) for each in workshop.of(Quote)}
    assert quotes == {words for _, words in said.QUOTES}
    lines = {each.text.get(each.text.original) for each in workshop.of(Parked)}
    assert lines == {"Allwn ni gael y bws gyda'r nos?", "The car park on Saturdays"}
    [action] = workshop.of(Action)
    assert action.text.cy.words == "Allwn ni gael y bws gyda'r nos?"


def check_pack(path: Path) -> None:
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    for each in (*said.CARDS, *(words for _, words in said.QUOTES), ONCE, STREET, DOTS, MARKS):
        # In the part of each language, marked in one of them; of a merged card in its layers.
        assert words.count(each) >= (1 if each in said.ALIKE else 2), each
    assert "Allwn ni gael y bws gyda'r nos?" in words
    assert "\ufffd" not in words


def check_board_files(folder: Path, language: Language, session: str) -> None:
    library = ["--library", str(folder / "library.gwdy"), "--language", str(language)]
    for ending in ("csv", "xlsx", "md"):
        out = str(folder / f"bwrdd.{ending}")
        assert main([*library, "export", session, "--out", out]) == 0
    shown = set(said.CARDS) - set(said.ALIKE)
    text = (folder / "bwrdd.csv").read_text("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    sheet = openpyxl.load_workbook(folder / "bwrdd.xlsx").worksheets[0]
    cells = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    for table in (rows, cells):
        everything = {cell for row in table for cell in row}
        assert shown <= everything
        assert len(table) == 40
    lines = (folder / "bwrdd.md").read_text("utf-8")
    assert all(each in lines for each in (*shown, ONCE, STREET))
