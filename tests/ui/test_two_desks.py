"""Two people at one library: nothing is lost, both see the same, undo is of one's own steps."""

import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QCoreApplication

from gweithdy.domain.board import Board, Card, CardKind, Lane, Theme, Vote
from gweithdy.domain.change import Change, Committed, Edit, Origin, Place
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Typed, said
from gweithdy.domain.workshop import Catalogue
from gweithdy.edits import agenda, board, running
from gweithdy.edits.sessions import new_session
from gweithdy.storage.library import Library
from gweithdy.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")

NOW = datetime(2031, 5, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library.gwdy")
    yield opened
    opened.close()


@pytest.fixture
def desks(library: Library) -> tuple[Desk, Desk]:
    """Mair's and Tom's, at the same session."""
    start = new_session("Diwrnod", "Day")
    library.write(start)
    mair, tom = Desk(library), Desk(library)
    for desk, name in ((mair, "Mair"), (tom, "Tom")):
        desk.author = name
        desk.open(start.session)
    return mair, tom


def look() -> None:
    """Let both desks take in what has arrived."""
    QCoreApplication.processEvents()


def add(desk: Desk, words: str) -> Id:
    workshop = desk.workshop
    assert workshop
    lane = workshop.of(Lane)[0].id
    edit = board.add_card(workshop, words, "en", lane, CardKind.NONE, "room", NOW)
    assert desk.do(edit)
    return edit.changes[0].id


def write(desk: Desk, id: Id, language: Language, words: str) -> None:
    assert desk.workshop
    assert desk.do(board.change_card(desk.workshop, id, text=Typed(language, words)))


def words_on(desk: Desk, id: Id) -> tuple[str, str]:
    assert desk.workshop
    text = desk.workshop.get(Card, id).text
    return text.cy.words, text.en.words


def test_what_one_does_the_other_sees_and_hears_once(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    told: list[tuple[list[Id], Origin | None]] = []
    tom.changed.connect(lambda taken, origin: told.append((list(taken), origin)))
    own: list[Origin | None] = []
    mair.changed.connect(lambda _ids, origin: own.append(origin))
    id = add(mair, "One")
    assert tom.workshop
    assert tom.workshop.find(Card, id) is None
    look()
    assert tom.workshop.find(Card, id)
    assert told == [([id], Origin.WINDOW)]
    assert own == [None]
    assert not tom.history.to_undo


def test_a_write_beside_every_desk_reaches_the_screens(
    library: Library, desks: tuple[Desk, Desk]
) -> None:
    mair, tom = desks
    assert mair.workshop
    edit = board.add_card(mair.workshop, "Phone", "en", "", CardKind.NONE, "online", NOW)
    told: list[Origin] = []
    mair.changed.connect(lambda _ids, origin: told.append(origin))
    library.write(Edit(edit.label, edit.changes, edit.session, origin=Origin.PHONE))
    look()
    assert [card.text.en.words for card in mair.workshop.of(Card)] == ["Phone"]
    assert tom.workshop
    assert tom.workshop.of(Card) == mair.workshop.of(Card)
    assert told == [Origin.PHONE]


def test_each_language_is_written_alone(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    look()
    write(tom, id, Language.CY, "Dŵr")
    # Mair has not yet seen the translation.
    write(mair, id, Language.EN, "Clean water")
    look()
    assert words_on(mair, id) == words_on(tom, id) == ("Dŵr", "Clean water")


def test_two_who_write_in_one_place_at_once_are_both_kept(
    library: Library, desks: tuple[Desk, Desk]
) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    look()
    write(tom, id, Language.EN, "Tom's water")
    write(mair, id, Language.EN, "Mair's water")
    look()
    assert words_on(mair, id) == words_on(tom, id) == ("", "Mair's water")
    assert library.versions("card", id, "text.en.words") == ["Tom's water", "Mair's water"]


def test_undo_is_of_ones_own_steps(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    first, second = add(mair, "Mair's"), add(tom, "Tom's")
    mair.undo()
    look()
    assert tom.workshop
    assert {card.id for card in tom.workshop.of(Card)} == {second}
    tom.undo()
    mair.redo()
    look()
    assert {card.id for card in tom.workshop.of(Card)} == {first}


def test_undo_leaves_what_somebody_else_has_since_changed_and_says_so(
    desks: tuple[Desk, Desk],
) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    write(mair, id, Language.EN, "Mair's water")
    look()
    write(tom, id, Language.EN, "Tom's water")
    said: list[tuple[Edit, bool]] = []
    mair.undone.connect(lambda edit, left: said.append((edit, left)))
    # Also while his edit has not yet been looked at.
    mair.undo()
    assert words_on(mair, id) == ("", "Tom's water")
    assert [left for _, left in said] == [True]
    mair.undo()
    assert mair.workshop
    assert mair.workshop.find(Card, id), "Tom has written on it: it is not Mair's to take away"
    assert not mair.history.to_undo


def test_a_part_that_is_still_ones_own_is_taken_back(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    assert mair.workshop
    mair.do(board.change_card(mair.workshop, id, kind=CardKind.CULTURAL, source="3"))
    look()
    assert tom.workshop
    tom.do(board.change_card(tom.workshop, id, source="4"))
    told: list[bool] = []
    mair.undone.connect(lambda _edit, left: told.append(left))
    mair.undo()
    card = mair.workshop.get(Card, id)
    assert (card.kind, card.source) == (CardKind.NONE, "4")
    write(mair, id, Language.EN, "Clean water")
    mair.undo()
    assert told == [True, False]


def test_a_lane_that_somebody_filled_keeps_its_board(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    assert mair.workshop
    mair.do(board.add_board(mair.workshop, said("Second", "en")))
    look()
    assert tom.workshop
    known = tom.workshop.of(Board)[0].id
    lane = next(lane for lane in tom.workshop.of(Lane) if lane.board != known)
    tom.do(board.add_card(tom.workshop, "Here", "en", lane.id, CardKind.NONE, "room", NOW))
    mair.undo()
    look()
    for workshop in (mair.workshop, tom.workshop):
        assert workshop.find(Lane, lane.id)
        assert workshop.find(Board, lane.board)
        assert len(workshop.of(Lane)) == 4


def test_what_facts_rest_on_cannot_be_undone(desks: tuple[Desk, Desk]) -> None:
    mair, _ = desks
    assert mair.workshop
    mair.do(agenda.add_usual_day(mair.workshop))
    mair.do(running.start(mair.workshop, NOW))
    mair.undo()
    blocks = mair.workshop.of(agenda.Block)
    assert len(blocks) == 8
    assert blocks[0].began == NOW


def test_a_step_undone_does_not_come_back_over_a_fact(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    assert mair.workshop
    mair.do(agenda.add_usual_day(mair.workshop))
    first = mair.workshop.of(agenda.Block)[0].id
    mair.do(agenda.remove(mair.workshop, first))
    mair.undo()
    look()
    assert tom.workshop
    tom.do(running.start(tom.workshop, NOW))
    mair.redo()
    assert mair.workshop.find(agenda.Block, first)


def test_the_name_and_what_was_seen_go_with_an_edit_unless_it_says_so_itself(
    library: Library, desks: tuple[Desk, Desk]
) -> None:
    mair, tom = desks
    written: list[Edit] = []
    library.follow(lambda committed: written.append(committed.edit))
    seen = mair.seen
    id = add(mair, "Water")
    add(tom, "Fire")
    assert mair.workshop
    mair.do(replace(board.change_card(mair.workshop, id, source="3"), author="Gwen", seen=seen))
    mair.do(board.change_card(mair.workshop, id, source="4"))
    assert [(edit.author, edit.seen) for edit in written] == [
        ("Mair", seen), ("Tom", seen), ("Gwen", seen), ("Mair", seen + 3),
    ]  # fmt: skip


def test_saved_and_undone_are_told_of_ones_own_edits_only(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    saved: list[str] = []
    mair.saved.connect(lambda edit: saved.append(edit.author))
    refused: list[Problem] = []
    mair.refused.connect(refused.append)
    add(tom, "Fire")
    look()
    assert saved == []
    add(mair, "Water")
    assert saved == ["Mair"]
    mair.undo()
    mair.redo()
    assert saved == ["Mair"] * 3
    assert refused == []


def test_half_typed_words_are_asked_for_before_undo_and_redo(desks: tuple[Desk, Desk]) -> None:
    mair, _ = desks
    first = add(mair, "Water")
    typed = iter(("Clean water", "Dirty water"))
    mair.settling.connect(lambda: write(mair, first, Language.EN, next(typed)))
    mair.undo()
    # What was just typed is the last step, so that is what goes.
    assert words_on(mair, first) == ("", "Water")
    mair.redo()
    # And here it stands in the way of the step that was undone.
    assert words_on(mair, first) == ("", "Dirty water")


def test_undo_goes_back_to_what_somebody_else_wrote_just_before(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    look()
    write(tom, id, Language.EN, "Tom's water")
    # Mair has not looked yet.
    write(mair, id, Language.EN, "Mair's water")
    mair.undo()
    assert words_on(mair, id) == ("", "Tom's water")


def test_a_step_of_which_nothing_is_left_is_told_and_gone(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    write(mair, id, Language.EN, "Mair's water")
    look()
    write(tom, id, Language.EN, "Tom's water")
    told: list[tuple[str, bool]] = []
    mair.undone.connect(lambda edit, left: told.append((edit.label, left)))
    step = mair.history.next_undo
    assert step
    mair.undo()
    assert told == [(step.edit.label, True)]
    assert mair.history.next_redo is None
    assert words_on(mair, id) == ("", "Tom's water")


def test_a_redo_of_which_nothing_is_left_is_passed_over(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    write(mair, id, Language.EN, "Mair's water")
    mair.undo()
    look()
    write(tom, id, Language.EN, "Tom's water")
    mair.redo()
    assert words_on(mair, id) == ("", "Tom's water")
    assert mair.history.next_redo is None


def sourced(desk: Desk, id: Id, source: str) -> Edit:
    assert desk.workshop
    return board.change_card(desk.workshop, id, source=source)


class Hasty:
    """A library in which Tom is always just a moment earlier, once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.first: list[Callable[[], None]] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self.library, name)

    def write(self, edit: Edit) -> int:
        while self.first:
            self.first.pop()()
        return self.library.write(edit)


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_undo_and_redo_look_again_where_somebody_was_faster(
    library: Library, desks: tuple[Desk, Desk], step: str
) -> None:
    mair, tom = desks
    id = add(mair, "Water")
    assert mair.workshop
    mair.do(board.change_card(mair.workshop, id, kind=CardKind.CULTURAL, source="3"))
    look()
    hasty = Hasty(library)
    mair._library = hasty
    refused: list[Problem] = []
    mair.refused.connect(refused.append)
    failures = mair.failures

    if step == "redo":
        mair.undo()
        look()
    hasty.first.append(lambda: tom.do(sourced(tom, id, "4")))
    (mair.undo if step == "undo" else mair.redo)()
    card = mair.workshop.get(Card, id)
    left = CardKind.NONE if step == "undo" else CardKind.CULTURAL
    assert (card.kind, card.source) == (left, "4")
    assert (refused, mair.failures) == ([], failures)


def test_whoever_is_refused_is_told_and_goes_on(library: Library, desks: tuple[Desk, Desk]) -> None:
    mair, _ = desks
    id = add(mair, "Water")
    refused: list[Problem] = []
    mair.refused.connect(refused.append)
    full = Problem("The disk is full")

    def fail(_edit: Edit) -> int:
        raise full

    mair._library, real = Mock(write=fail), library
    mair.undo()
    assert refused == [full]
    mair._library = real
    mair.undo()
    assert mair.workshop
    assert mair.workshop.find(Card, id) is None


def test_what_is_written_while_a_desk_is_set_up_is_not_missed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = library.catalogue

    def read_and_write() -> Catalogue:
        found = read()
        library.write(new_session("Diwrnod", "Day"))
        return found

    monkeypatch.setattr(library, "catalogue", read_and_write)
    desk = Desk(library)
    look()
    assert len(desk.catalogue.of(Session)) == 1


def test_what_came_with_a_session_that_is_opened_was_seen(
    library: Library, desks: tuple[Desk, Desk]
) -> None:
    mair, tom = desks
    id = add(tom, "Water")
    assert tom.workshop
    mair.close()
    mair.open(tom.workshop.id)
    # The note that Tom's card has arrived is still to be looked at.
    write(mair, id, Language.EN, "Mair's water")
    assert library.versions("card", id, "text.en.words") == ["Mair's water"]


def test_a_desk_that_left_hears_nothing_more(desks: tuple[Desk, Desk]) -> None:
    mair, tom = desks
    mair.leave_library()
    add(tom, "Water")
    look()
    assert mair.workshop
    assert mair.workshop.of(Card) == []
    assert tom.workshop
    assert len(tom.workshop.of(Card)) == 1


def test_many_threads_write_while_the_desk_works(
    library: Library, desks: tuple[Desk, Desk]
) -> None:
    mair, tom = desks
    assert mair.workshop
    session, lane = mair.workshop.id, mair.workshop.of(Lane)[0].id

    def phone(name: str) -> None:
        for n in range(25):
            workshop = library.workshop(session)
            edit = board.add_card(workshop, f"{name} {n}", "en", lane, CardKind.NONE, "online", NOW)
            library.write(edit)

    phones = [threading.Thread(target=phone, args=(f"phone {n}",)) for n in range(4)]
    for each in phones:
        each.start()
    for n in range(25):
        id = add(mair, f"Mair {n}")
        look()
        write(tom, add(tom, f"Tom {n}"), Language.CY, "…")
        if n % 5 == 0:
            mair.undo()
            assert mair.workshop.find(Card, id) is None
    for each in phones:
        each.join()
    look()
    stored = library.workshop(session)
    assert len(stored.of(Card)) == 4 * 25 + 20 + 25
    assert tom.workshop
    assert set(stored.everything()) == set(mair.workshop.everything())
    assert set(stored.everything()) == set(tom.workshop.everything())
    assert library.check() == []


class Watch:
    """Notes who last wrote in each place, and objects when an undo takes back somebody else's."""

    def __init__(self, library: Library) -> None:
        self.last: dict[Place, str] = {}
        self.undoing = ""
        self.wrong: list[Place] = []
        library.follow(self.note)

    def note(self, committed: Committed) -> None:
        for change in committed.edit.changes:
            if self.undoing and self.last.get(change.place, self.undoing) != self.undoing:
                self.wrong.append(change.place)
            self.last[change.place] = committed.edit.author


def act(rng: random.Random, desk: Desk) -> None:
    """One gesture of one person on what is on their screen."""
    workshop = desk.workshop
    assert workshop
    cards, lanes, themes = workshop.of(Card), workshop.of(Lane), workshop.of(Theme)
    card = rng.choice(cards).id if cards else ""
    what = rng.randrange(9)
    try:
        if what == 0 or not card:
            edit = board.add_card(
                workshop, str(rng.random()), "en", rng.choice(lanes).id, CardKind.NONE, "room", NOW
            )
        elif what in (1, 2):
            typed = Typed(rng.choice(list(Language)), f"{desk.author} {rng.random()}")
            edit = board.change_card(workshop, card, text=typed)
        elif what == 3:
            edit = board.move_cards(workshop, [card], rng.choice(lanes).id)
        elif what == 4:
            edit = board.remove_cards(workshop, [card])
        elif what == 5:
            edit = board.group(workshop, [card], said("Theme", "en"))
        elif what == 6 and themes:
            edit = board.ungroup(workshop, rng.choice(themes).id)
        elif what == 7:
            edit = board.set_votes(workshop, card, rng.choice(["room", "3"]), rng.randrange(9))
        else:
            edit = board.change_card(workshop, card, kind=rng.choice(list(CardKind)))
        desk.do(edit)
    except Problem:
        return


@pytest.mark.parametrize("hundred", range(3))
def test_three_hundred_random_histories(library: Library, hundred: int) -> None:
    watch = Watch(library)
    for seed in range(100 * hundred, 100 * hundred + 100):
        rng = random.Random(seed)  # noqa: S311 - a history that can be told again
        start = new_session("Diwrnod", "Day")
        library.write(start)
        desks = [Desk(library), Desk(library)]
        for desk, name in zip(desks, ("Mair", "Tom"), strict=True):
            desk.author = name
            desk.open(start.session)
        for _ in range(18):
            desk = rng.choice(desks)
            step = rng.random()
            if step < 0.2:
                watch.undoing = desk.author
                rng.choice([desk.undo, desk.redo])()
                watch.undoing = ""
            elif step < 0.4:
                look()
            else:
                act(rng, desk)
        look()
        stored = set(library.workshop(start.session).everything())
        for desk in desks:
            assert desk.workshop
            assert set(desk.workshop.everything()) == stored, seed
            desk.leave_library()
        assert watch.wrong == [], seed
    assert library.check() == []
    assert not [vote for vote in library.workshop(start.session).of(Vote) if vote.count < 0]


def test_what_an_import_writes_into_the_open_session_arrives(
    library: Library, desks: tuple[Desk, Desk]
) -> None:
    _mair, tom = desks
    id = add(tom, "Water")
    look()
    library.write(Edit("Import", (Change("card", id, "text.en.words", "Clean water"),)))
    look()
    for desk in desks:
        assert desk.workshop
        assert desk.workshop.get(Card, id).text.en.words == "Clean water"


def test_a_new_session_that_was_undone_can_be_made_again(desks: tuple[Desk, Desk]) -> None:
    mair, _tom = desks
    start = new_session("Newydd", "New")
    assert mair.do(start)
    mair.open(start.session)
    mair.undo()
    mair.close()
    mair.redo()
    assert [one.id for one in mair.catalogue.of(Session)].count(start.session) == 1
