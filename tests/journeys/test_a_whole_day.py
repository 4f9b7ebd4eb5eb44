"""A whole day by keyboard: plan it, run it, capture, group, vote, map, act, export, come back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.journeys.person import ALT, CTRL, NONE, SHIFT, FakeClock, Key, Person

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, CardKind, Lane, Theme, Vote
from gweithdy.domain.clock import Clock, ClockState
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.session import Status
from gweithdy.domain.stakeholders import Stakeholder, Tie
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.actions.page import ActionsPage
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.run.page import RunPage
from gweithdy.ui.stakeholders.page import StakeholdersPage

TITLE = {"cy": "Gwasanaethau'r dŵr a'r tŷ", "en": "Services for water and home"}
OWN_BLOCK = {"cy": "Taith o gwmpas y tŷ", "en": "A walk round the house"}

VISION = (
    "Pobl yn cael help yn eu tŷ eu hunain",
    "One phone call is enough",
    "Y gŵr a'r wraig yn cael eu clywed",
    "Neighbours know each other by name",
    "Mae pawb yn gwybod at bwy i droi",
    "The same face every week",
    "Dŵr glân a gwres ym mhob cartref",
    "People are asked what matters to them",
    "Amser i wrando ar bobl",
    "Help before things go wrong",
)
BARRIERS = (
    (Key.Key_C, "Mae gormod o ofn gwneud camgymeriad"),
    (Key.Key_S, "Every grant has another form"),
    (Key.Key_B, "Dydyn ni ddim yn ffonio'n ôl"),
    (Key.Key_C, "We think we know best already"),
    (Key.Key_S, "Mae'r ŵyl o gyfarfodydd yn llenwi'r wythnos"),
    (Key.Key_S, "Two computers that do not talk to each other"),
    (Key.Key_B, "Nobody reads what we send out"),
    (Key.Key_C, "Mae'r Gymraeg yn dod yn ail o hyd"),
    (Key.Key_0, "The buses stop at six"),
    (Key.Key_B, "Rydyn ni'n aros i rywun arall ddechrau"),
)
HELP = (
    "Un gweithiwr i bob teulu, nid saith",
    "A budget that the street decides about",
    "Cwrdd unwaith y mis yn yr ŷd uchaf",
    "Permission to try and to fail",
    "Rhannu'r hyn rydyn ni'n ei ddysgu",
    "Less counting and more listening",
    "Ffôn sy'n cael ei ateb",
    "Train the teams together",
    "Gofyn i'r bobl ifanc",
    "Stop one report each month",
)
CARDS = (*VISION, *(words for _, words in BARRIERS), *HELP)
QUOTE = "Mae gan Mam bedwar cyfrinair a dim un drws"
PARKED = "The car park on Saturdays"
NAMES = ("Bwrdd Iechyd", "Tai Gŵyr", "Street forum")
ACTIONS = tuple(f"Action number {n} for the ŷd group" for n in range(1, 6))

KINDS = {
    Key.Key_C: CardKind.CULTURAL,
    Key.Key_S: CardKind.STRUCTURAL,
    Key.Key_B: CardKind.BEHAVIOURAL,
    Key.Key_0: CardKind.NONE,
}


def plan(person: Person) -> str:
    """A new session with its title, date and blocks; its id."""
    library = person.go("library", LibraryPage)
    person.tab_to(library.shelf)
    person.press(Key.Key_N, CTRL)
    person.write(TITLE["cy"])
    person.press(Key.Key_Return)
    page = person.window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    person.tab_to(page.session.field("title").boxes[Language.EN])
    person.write(TITLE["en"])
    person.tab_to(page.session.date)
    person.retype("12/11/2026")
    person.tab_to(page.usual)
    person.press(Key.Key_Space)
    add_own_block(person, page)
    assert person.desk.workshop
    return person.desk.workshop.id


def add_own_block(person: Person, page: AgendaPage) -> None:
    """A block after the first of the usual day, moved down by two."""
    assert person.focus() is page.table
    person.press(Key.Key_N, CTRL)
    person.tab_to(page.details.title.boxes[Language.CY])
    person.write(OWN_BLOCK["cy"])
    person.press(Key.Key_Tab)
    person.write(OWN_BLOCK["en"])
    person.tab_to(page.table)
    person.press(Key.Key_Down, ALT, times=2)


def begin(person: Person, clock: FakeClock) -> None:
    """Start, pause, go on, and the next block."""
    person.go("run", RunPage)
    person.press(Key.Key_Space)
    clock.later(5)
    person.press(Key.Key_Space)
    clock.later(10)
    person.press(Key.Key_Space)
    clock.later(15)
    person.press(Key.Key_N)


def capture(person: Person) -> None:
    """Thirty cards, a quote and something for later, without leaving the box."""
    person.press(Key.Key_K, CTRL)
    person.press(Key.Key_1, ALT)
    for words in VISION:
        person.enter(words)
    person.press(Key.Key_2, ALT)
    for key, words in BARRIERS:
        person.press(key, ALT)
        person.enter(words)
    person.press(Key.Key_3, ALT)
    for words in HELP:
        person.enter(words)
    person.press(Key.Key_Q, ALT)
    person.enter(QUOTE)
    person.press(Key.Key_P, ALT)
    person.enter(PARKED)
    assert person.window.notices.text().endswith(PARKED)
    person.press(Key.Key_Escape)


def group_and_vote(person: Person) -> None:
    """Three cards of the first lane into a theme; votes for the first card and the theme."""
    page = person.go("board", BoardPage)
    view = page.pane.view
    person.tab_to(view)
    person.press(Key.Key_Down, SHIFT, times=2)
    assert len(page.pane.scene.selected_cards()) == 3
    person.press(Key.Key_G)
    person.enter("Cartref a thŷ")
    person.press(Key.Key_Up, times=10)
    # Uppermost is the question of the lane.
    person.press(Key.Key_Down)
    person.press(Key.Key_V, times=4)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    online = page.pane.details.card.votes.boxes["online"]
    person.tab_to(online)
    person.retype("7")
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)


def map_stakeholders(person: Person) -> None:
    """Three on the grid, one of them by mouse, and two ties."""
    page = person.go("stakeholders", StakeholdersPage)
    person.tab_to(page.add_line.box)
    for name in NAMES:
        person.enter(name)
    person.tab_to(page.grid)
    person.press(Key.Key_Up, times=4)
    person.press(Key.Key_Right, times=2)
    person.press(Key.Key_PageUp)
    person.press(Key.Key_Left, times=6)
    drag_first(page)
    ties = page.details.ties
    for _ in range(2):
        person.tab_to(ties.add)
        person.press(Key.Key_Space)
        person.tab_to(ties.other)
        person.press(Key.Key_Down)
    assert ties.items.count() == 2


def drag_first(page: StakeholdersPage) -> None:
    """Pull the first point as far again as the third is: to a power of 90, an interest of 70."""
    grid = page.grid
    first, _, third = (grid.points[row.id].pos() for row in page.table.source.rows)
    start, end = first.toPoint(), (third * 2 - first).toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(grid.viewport(), left, NONE, start)
    QTest.mouseMove(grid.viewport(), (start + end) / 2)
    QTest.mouseMove(grid.viewport(), end)
    QTest.mouseRelease(grid.viewport(), left, NONE, end)


def add_actions(person: Person) -> None:
    """Five actions with who does them and by when."""
    page = person.go("actions", ActionsPage)
    pane = page.action_list
    person.tab_to(pane.add_line.box)
    for words in ACTIONS:
        person.enter(words)
    person.tab_to(pane.table)
    person.press(Key.Key_Up, times=5)
    for place in range(5):
        person.press(Key.Key_Home)
        person.press(Key.Key_Right)
        person.press(Key.Key_F2)
        person.retype(f"Owner {place}")
        person.press(Key.Key_Return)
        person.press(Key.Key_Right)
        person.press(Key.Key_F2)
        person.retype(f"{place + 1}.3.2027")
        person.press(Key.Key_Return)
        person.press(Key.Key_Down)


def finish(person: Person, clock: FakeClock) -> None:
    """End the day, once what was parked goes on to the next session."""
    clock.later(60)
    page = person.go("run", RunPage)
    person.tab_to(page.finish)
    person.press(Key.Key_Space)
    # Something waits in the parking lot: it says so, and shows what.
    board = person.window.pages["board"]
    assert isinstance(board, BoardPage)
    assert person.focus() is board.parked.table
    assert "parking lot: 1." in person.window.notices.text()
    person.press(Key.Key_Y, CTRL | SHIFT)
    person.tab_to(board.parked.foot.finish)
    person.press(Key.Key_Space)


def export_pack(person: Person, qtbot: QtBot, path: Path) -> str:
    """Export by the window's button; all the words of the PDF on one line."""
    page = person.go("pack", PackPage)
    person.tab_to(page.exporting.begin)
    person.press(Key.Key_Space)
    qtbot.waitUntil(page.exporting.written.open_pack.isVisible, timeout=20_000)
    return " ".join(" ".join(each.extract_text() for each in PdfReader(path).pages).split())


def export_session(person: Person, qtbot: QtBot, path: Path) -> dict[str, object]:
    """Export the open session from the Library page; what the file says."""
    page = person.go("library", LibraryPage)
    person.tab_to(page.export)
    person.press(Key.Key_Space)
    qtbot.waitUntil(path.exists)
    person.program.context.jobs.finish()
    plain: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return plain


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the file dialogs choose; of a session a file is exported."""
    # Of a pack that has texts without a language: the way that is not the usual one.
    monkeypatch.setattr(ask, "choose", lambda *_, usual=1: 1 - usual)
    monkeypatch.setattr(
        ask, "file_to_write", lambda _parent, _title, name, *_: tmp_path / f"out{name.suffix}"
    )
    return tmp_path


def test_a_whole_day(
    sit_down: Callable[[], Person], clock: FakeClock, files: Path, qtbot: QtBot
) -> None:
    person = sit_down()
    session = plan(person)
    begin(person, clock)
    capture(person)
    group_and_vote(person)
    map_stakeholders(person)
    add_actions(person)
    finish(person, clock)
    words = export_pack(person, qtbot, files / "out.pdf")
    file = export_session(person, qtbot, files / "out.yaml")
    person.window.close()
    person.program.close()

    library = Library.open(files / "library.gwdy", read_only=True)
    workshop = library.workshop(session)
    library.close()
    check_plan(workshop)
    check_run(workshop, clock)
    check_board(workshop)
    check_map_and_actions(workshop)
    check_pack(words, version=1)
    check_file(file, session)

    again = sit_down()
    assert again.desk.workshop
    assert again.desk.workshop.id == session
    assert again.desk.workshop.everything() == workshop.everything()
    check_pack(export_pack(again, qtbot, files / "out.pdf"), version=2)


def check_plan(workshop: Workshop) -> None:
    about = workshop.session
    assert (about.title.cy.words, about.title.en.words) == (TITLE["cy"], TITLE["en"])
    assert about.date == date(2026, 11, 12)
    blocks = workshop.of(Block)
    assert len(blocks) == 9
    assert (blocks[3].title.cy.words, blocks[3].title.en.words) == (
        OWN_BLOCK["cy"],
        OWN_BLOCK["en"],
    )
    assert blocks[0].title.en.words == "Welcome and introductions"


def check_run(workshop: Workshop, clock: FakeClock) -> None:
    told = workshop.of(Clock)[0]
    assert told.state is ClockState.FINISHED
    assert workshop.session.status is Status.HELD
    first, second = workshop.of(Block)[:2]
    assert first.began
    assert first.ended
    assert (first.ended - first.began).total_seconds() == 30 * 60
    assert second.ended == clock.at


def check_board(workshop: Workshop) -> None:
    cards = {each.text.get(each.text.original): each for each in workshop.of(Card)}
    assert sorted(cards) == sorted(CARDS)
    lanes = [lane.id for lane in workshop.of(Lane)]
    for lane, said in zip(lanes, (VISION, [w for _, w in BARRIERS], HELP), strict=True):
        assert {cards[words].lane for words in said} == {lane}
    assert [cards[words].kind for _, words in BARRIERS] == [KINDS[key] for key, _ in BARRIERS]
    sources = [cards[words].text.original for words in CARDS]
    assert sources.count(Language.CY) == 15
    [theme] = workshop.of(Theme)
    assert theme.title.cy.words == "Cartref a thŷ"
    assert [words for words in VISION if cards[words].theme == theme.id] == list(VISION[:3])
    votes = {(vote.target, vote.source): vote.count for vote in workshop.of(Vote)}
    assert votes == {(theme.id, "room"): 4, (cards[VISION[0]].id, "online"): 7}
    assert [each.text.cy.words for each in workshop.of(Quote)] == [QUOTE]
    assert [each.text.en.words for each in workshop.of(Parked)] == [PARKED]


def check_map_and_actions(workshop: Workshop) -> None:
    who = workshop.of(Stakeholder)
    assert [each.name.get(each.name.original) for each in who] == list(NAMES)
    first, second, third = who
    assert abs(first.power - 90) <= 1
    assert abs(first.interest - 70) <= 1
    assert (second.interest, third.power, third.interest) == (20, 70, 60)
    assert {frozenset((tie.start, tie.end)) for tie in workshop.of(Tie)} == {
        frozenset((first.id, second.id)),
        frozenset((first.id, third.id)),
    }
    actions = workshop.of(Action)
    assert [each.text.en.words for each in actions] == list(ACTIONS)
    assert [each.owner for each in actions] == [f"Owner {n}" for n in range(5)]
    assert [each.due for each in actions] == [date(2027, 3, n) for n in range(1, 6)]


def check_pack(words: str, version: int) -> None:
    # What lacks the other language stands in both parts, marked.
    for said in (*CARDS, QUOTE, PARKED, *NAMES, *ACTIONS, *TITLE.values()):
        assert words.count(said) >= 2, said
    assert all(title in words for title in OWN_BLOCK.values())
    assert f"Fersiwn {version}" in words
    assert f"Version {version}" in words
    assert "Owner 4" in words
    assert "\ufffd" not in words


def check_file(file: dict[str, object], session: str) -> None:
    about = file["session"]
    assert isinstance(about, dict)
    assert about["id"] == session
    assert about["title"]["cy"] == TITLE["cy"]
    assert about["title"]["en"]["words"] == TITLE["en"]
    assert about["packs"] == 1
    cards = file["cards"]
    assert isinstance(cards, list)
    said = {words for each in cards for words in each["text"].values()}
    assert said >= set(CARDS)
    assert isinstance(file["actions"], list)
    assert len(file["actions"]) == 5
