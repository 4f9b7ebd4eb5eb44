"""Cards of several kinds, of none that is known yet, and of somebody who agreed to be named."""

import pytest

from gweithdy.domain.arrange import Group, LaneContents
from gweithdy.domain.board import KINDS, Card, CardKind, Lane
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.edits import board, people
from gweithdy.edits.board import add_cards, change_card
from gweithdy.ui.board.card_details import CardDetails
from gweithdy.ui.board.filter import CardFilter, Query
from gweithdy.ui.board.notes import notes_of
from gweithdy.ui.context import Context


@pytest.fixture
def card(context: Context) -> Card:
    """A card of two kinds."""
    desk = context.desk
    desk.do(board.start_board(desk.workshop))
    lane = desk.workshop.of(Lane)[1].id
    lines = [("Too many forms to fill in", "en")]
    structural = (CardKind.STRUCTURAL,)
    desk.do(
        add_cards(
            desk.workshop, lines, lane, CardKind.CULTURAL, "3", desk.now(),
            also=structural, noted_by="Mair",
        )
    )  # fmt: skip
    return desk.workshop.of(Card)[0]


def test_all_kinds_of_a_card_are_said(context: Context, card: Card) -> None:
    assert notes_of(card, 0, context.words.language, context.words)[0] == "Cultural, Structural"


@pytest.mark.parametrize("kind", [*KINDS, CardKind.UNSURE, CardKind.NONE])
def test_a_filter_finds_each_kind_of_a_card(context: Context, card: Card, kind: CardKind) -> None:
    lane = context.desk.workshop.of(Lane)[1]
    contents = [LaneContents(lane, (Group(None, (card,)),))]
    found = CardFilter().only(contents, Query(kind=kind))[0].count
    assert found == (kind in (CardKind.CULTURAL, CardKind.STRUCTURAL))


def test_details_show_and_change_several_kinds(context: Context, card: Card, qtbot: object) -> None:
    details = CardDetails(context)
    qtbot.addWidget(details)  # type: ignore[attr-defined]
    details.show_card(context.desk.workshop, card)
    assert details.kind.kinds() == (CardKind.CULTURAL, CardKind.STRUCTURAL)
    assert "Noted by: Mair" in details.history.text()
    row = next(r for r in range(details.kind.count()) if details.kind.itemText(r) == "Unsure")
    details.kind.setCurrentIndex(row)
    details.kind.activated.emit(row)
    assert context.desk.workshop.get(Card, card.id).kinds == (CardKind.UNSURE,)


def test_only_who_agreed_can_be_named_and_no_longer_than_they_agree(
    context: Context, card: Card, qtbot: object
) -> None:
    desk = context.desk
    desk.do(people.add(desk.workshop, "Alys"))
    alys = desk.workshop.of(Participant)[0].id
    with pytest.raises(Problem):
        change_card(desk.workshop, card.id, said_by=alys)
    details = CardDetails(context)
    qtbot.addWidget(details)  # type: ignore[attr-defined]
    details.show_card(desk.workshop, card)
    assert not details.author.isVisibleTo(details)
    desk.do(people.change(desk.workshop, alys, named=True))
    details.show_card(desk.workshop, card)
    assert details.author.isVisibleTo(details)
    details.author.activated.emit(1)
    assert desk.workshop.get(Card, card.id).said_by == alys
    desk.do(people.change(desk.workshop, alys, named=False))
    assert desk.workshop.get(Card, card.id).said_by == ""
    desk.undo()
    assert desk.workshop.get(Card, card.id).said_by == alys
    desk.do(people.remove(desk.workshop, [alys]))
    assert desk.workshop.get(Card, card.id).said_by == ""
