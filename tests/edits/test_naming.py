"""A board keeps less of who spoke, and never more again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.edits.undoing import done

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Board, Card, CardKind, Lane, Theme
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.naming import Goes, all_as_named, as_may_be_seen, as_named, what_goes
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Quote
from gweithdy.domain.restraint import Naming
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, both
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits import board, moderation
from gweithdy.edits.arrived import Line, known_marks, take_in
from gweithdy.edits.bring_in import bring_in
from gweithdy.edits.kept_from import quote_cards
from gweithdy.edits.naming import tighten
from gweithdy.exchange.session_file import write_session

NOW = datetime(2026, 11, 12, 10, tzinfo=UTC)
NONE = CardKind.NONE


@pytest.fixture
def workshop() -> Workshop:
    """A board with a card of table 3, noted by Sioned, said by Mair; and one from a chat."""
    made = Workshop(Session(id=new_id(), title=both("Diwrnod", "Day")))
    made.take(board.start_board(made))
    mair = Participant(id="mair", session=made.id, name="Mair", named=True)
    made.take(
        Edit(
            "",
            tuple(
                Change("participant", "mair", field, getattr(mair, field))
                for field in ("session", "name", "named")
            ),
            made.id,
        )
    )
    made.take(said(made, "Bws"))
    made.take(board.change_card(made, made.of(Card)[0].id, said_by="mair"))
    made.take(chat(made))
    return made


def said(workshop: Workshop, words: str, lane: str = "") -> Edit:
    return board.add_cards(
        workshop, [(words, "cy")], lane or first(workshop).id, NONE, "3", NOW, noted_by="Sioned"
    )


def chat(workshop: Workshop, mark: str = "m") -> Edit:
    line = Line("Market", "en", mark, "14:06 Sam: Market", "Sam")
    return take_in(workshop, [line], first(workshop).id, (), "online", "zoom-chat", NOW)


def first(workshop: Workshop) -> Lane:
    return workshop.of(Lane)[0]


def on(workshop: Workshop) -> str:
    return workshop.of(Board)[0].id


def told(workshop: Workshop) -> list[tuple[str, str, str]]:
    return [(card.source, card.noted_by, card.said_by) for card in workshop.of(Card)]


def test_what_will_go_is_counted_and_goes_and_undo_brings_it_back(workshop: Workshop) -> None:
    before = told(workshop)
    assert what_goes(workshop, on(workshop), Naming.TABLE) == Goes(0, 2)
    assert what_goes(workshop, on(workshop), Naming.ANONYMOUS) == Goes(2, 2)
    assert what_goes(workshop, on(workshop), Naming.NAMED) == Goes()
    back = done(workshop, tighten(workshop, on(workshop), Naming.ANONYMOUS))
    assert told(workshop) == [("", "", "")] * 2
    (line,) = workshop.of(Arrived)
    assert (line.line, line.author, line.mark) == ("", "", "m")
    assert known_marks(workshop) == {"m"}, "the same chat adds nothing twice"
    assert what_goes(workshop, on(workshop), Naming.ANONYMOUS) == Goes()
    workshop.take(back)
    assert told(workshop) == before


def test_by_table_keeps_tables(workshop: Workshop) -> None:
    workshop.take(tighten(workshop, on(workshop), Naming.TABLE))
    workshop.take(said(workshop, "Eto"))
    assert {card.source for card in workshop.of(Card)} == {"3", "online"}
    assert not any(card.noted_by or card.said_by for card in workshop.of(Card))


@pytest.mark.parametrize("to", [Naming.NAMED, Naming.TABLE])
def test_it_is_never_loosened(workshop: Workshop, to: Naming) -> None:
    workshop.take(tighten(workshop, on(workshop), Naming.ANONYMOUS))
    with pytest.raises(Problem):
        tighten(workshop, on(workshop), to)
    assert not tighten(workshop, on(workshop), Naming.ANONYMOUS)


def test_from_then_on_nothing_is_stored(workshop: Workshop) -> None:
    workshop.take(tighten(workshop, on(workshop), Naming.ANONYMOUS))
    edits = [said(workshop, "Newydd"), chat(workshop, "n")]
    for edit in edits:
        assert edit.nameless
        values = [change.value for change in edit.changes]
        assert not {"3", "online", "Sioned", "Sam", "14:06 Sam: Market"} & {
            value for value in values if isinstance(value, str)
        }
    card = workshop.of(Card)[0].id
    for values in ({"source": "3"}, {"said_by": "mair"}, {"noted_by": "Sioned"}):
        with pytest.raises(Problem):
            board.change_card(workshop, card, **values)


def test_a_card_leaves_what_its_board_hides_behind(workshop: Workshop) -> None:
    workshop.take(board.add_board(workshop, both("Arall", "Other")))
    other = next(lane for lane in workshop.of(Lane) if lane.board != on(workshop))
    card = workshop.of(Card)[0].id
    # From a board with names to an anonymous one, and back.
    workshop.take(tighten(workshop, other.board, Naming.ANONYMOUS))
    done(workshop, board.move_cards(workshop, [card], other.id))
    workshop.take(board.move_cards(workshop, [card], first(workshop).id))
    found = workshop.get(Card, card)
    assert (found.source, found.said_by, found.noted_by) == ("", "", "")


def test_what_another_laptop_wrote_beside_it_is_held_back(workshop: Workshop) -> None:
    beside = said(workshop, "Ar y llaw arall")
    workshop.take(tighten(workshop, on(workshop), Naming.ANONYMOUS))
    workshop.take(beside)
    written = workshop.of(Card)[-1]
    assert written.source == "3"
    assert as_named(workshop, written).source == ""
    assert told(as_may_be_seen(workshop)) == [("", "", "")] * 3


def test_what_another_laptop_wrote_is_in_no_file_and_in_no_merged_card(workshop: Workshop) -> None:
    two = [said(workshop, words) for words in ("Bws hwyr", "Mae'r bws yn hwyr")]
    workshop.take(tighten(workshop, on(workshop), Naming.ANONYMOUS))
    for each in two:
        workshop.take(each)
    written = write_session(workshop)
    for told_there in (b"source:", b"Sioned"):
        assert told_there in write_session(loose(workshop)), "so it would be written"
        assert told_there not in written
    pair = [card.id for card in workshop.of(Card)[-2:]]
    workshop.take(board.merge_cards(workshop, pair))
    merged = next(card for card in workshop.of(Card) if card.made_of)
    assert (merged.source, merged.said_by, merged.noted_by) == ("", "", "")


def loose(workshop: Workshop) -> Workshop:
    """The same session with a board that keeps everything."""
    copy = workshop.copy()
    copy.take(Edit("", (Change("board", on(copy), "naming", Naming.NAMED),), copy.id))
    return copy


def test_a_quote_names_nobody_once_the_board_does_not(workshop: Workshop) -> None:
    workshop.take(quote_cards(workshop, [workshop.of(Card)[0].id]))
    assert workshop.of(Quote)[0].speaker == "Mair"
    done(workshop, tighten(workshop, on(workshop), Naming.TABLE))
    quote = workshop.of(Quote)[0]
    assert (quote.speaker, quote.source) == ("", "3")


def test_a_file_cannot_loosen_it(workshop: Workshop) -> None:
    loose = workshop.copy()
    workshop.take(tighten(workshop, on(workshop), Naming.ANONYMOUS))
    gone = workshop.copy()
    edit = bring_in(loose, None, Catalogue([]), gone)
    gone.take(edit)
    assert gone.of(Board)[0].naming is Naming.ANONYMOUS
    assert told(gone) == [("", "", "")] * 2


def test_what_a_newer_version_calls_otherwise_hides_everything(workshop: Workshop) -> None:
    change = Change("board", on(workshop), "naming", Naming("sealed"))
    workshop.take(Edit("", (change,), workshop.id))
    assert told(as_may_be_seen(workshop)) == [("", "", "")] * 2
    with pytest.raises(Problem):
        tighten(workshop, on(workshop), Naming.ANONYMOUS)


def test_cards_of_a_removed_board_stay_anonymous(workshop: Workshop) -> None:
    beside = said(workshop, "Ar y llaw arall")
    workshop.take(tighten(workshop, on(workshop), Naming.ANONYMOUS))
    workshop.take(moderation.set_aside(workshop, [workshop.of(Card)[0].id], _why(), NOW, ""))
    workshop.take(board.remove_board(workshop, on(workshop)))
    assert workshop.of(Card) == []
    workshop.take(beside)
    workshop.take(board.start_board(workshop))
    assert [as_named(workshop, card).source for card in workshop.of(Card)] == [""]


def _why() -> Text:
    return both("Enw", "A name")


def test_into_a_theme_of_another_board_a_card_takes_nothing_that_is_not_kept_there(
    workshop: Workshop,
) -> None:
    workshop.take(board.add_board(workshop, both("Arall", "Other")))
    other = workshop.of(Board)[-1].id
    workshop.take(tighten(workshop, other, Naming.ANONYMOUS))
    lane = workshop.inside(Lane, other)[0].id
    workshop.take(said(workshop, "Trên", lane))
    (there,) = workshop.inside(Card, lane)
    workshop.take(board.group(workshop, [there.id], both("Thema", "Theme")))
    theme = workshop.of(Theme)[0].id
    card = next(each.id for each in workshop.of(Card) if each.source == "3")
    workshop.take(board.also_in(workshop, [card], theme))
    moved = workshop.get(Card, card)
    assert (moved.lane, moved.source, moved.noted_by) == (lane, "", "")


@pytest.mark.parametrize("field", ["said_by", "noted_by", "source"])
@pytest.mark.parametrize("naming", Naming)
def test_one_card_of_many_that_says_too_much_is_shown_without_it(
    field: str, naming: Naming
) -> None:
    plain = Card(id="a", session="s", text=both("Bws", "Bus"))
    telling = replace(plain, id="b", **{field: "3"})
    shown = all_as_named((plain, telling), naming)
    kept = naming is Naming.NAMED or (naming is Naming.TABLE and field == "source")
    assert shown == ((plain, telling) if kept else (plain, replace(telling, **{field: ""})))


@pytest.mark.parametrize("by", ["move", "theme"])
def test_a_card_that_leaves_an_anonymous_board_takes_nothing_along(
    workshop: Workshop, by: str
) -> None:
    """Another laptop wrote where and by whom while the board was tightened here."""
    workshop.take(tighten(workshop, first(workshop).board, Naming.ANONYMOUS))
    workshop.take(board.add_board(workshop, both("Arall", "Another")))
    there = workshop.inside(Lane, workshop.of(Board)[1].id)[0]
    card, *_ = workshop.of(Card)
    late = {"source": "3", "noted_by": "Sioned", "said_by": "mair"}
    beside = tuple(Change("card", card.id, field, value) for field, value in late.items())
    workshop.take(Edit("Merge", beside, workshop.id))
    if by == "move":
        workshop.take(board.move_cards(workshop, [card.id], there.id, ""))
    else:
        workshop.take(board.group(workshop, [card.id], both("Thema", "Theme")))
        workshop.take(board.move_theme(workshop, workshop.of(Theme)[0].id, there.id))
    found = workshop.get(Card, card.id)
    assert found.lane == there.id
    assert (found.source, found.noted_by, found.said_by) == ("", "", "")
