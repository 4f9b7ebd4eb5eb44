"""Rows are kept in order from one edit to the next, as if they had been sorted anew."""

from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.board import Card, Lane, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Workshop, after, together, touches

SESSION = "11111111-1111-4111-8111-111111111111"
IDS = st.sampled_from("abcdef")
VALUES = st.one_of(
    st.tuples(st.just("order"), st.sampled_from([0.0, 1.0, 1.5, 2.0, -3.0])),
    st.tuples(st.just("lane"), st.sampled_from(["", "x", "y"])),
    st.tuples(st.just("deleted"), st.booleans()),
    st.tuples(st.just("source"), st.sampled_from(["room", "3"])),
)


def sorted_anew(rows: list[Entity]) -> list[Entity]:
    here = [each for each in rows if isinstance(each, Card) and not each.deleted]
    return sorted(here, key=lambda card: (card.order, card.id))  # type: ignore[attr-defined]


@given(st.lists(st.tuples(IDS, VALUES), max_size=40))
def test_whatever_happens_the_order_is_that_of_sorting(steps: list[tuple[str, tuple]]) -> None:
    workshop = Workshop(Session(id=SESSION), [Card(id="a", session=SESSION, lane="x")])
    for id, (field, value) in steps:
        made = (Change("card", id, "session", SESSION), Change("card", id, field, value))
        copy = workshop.copy()
        before = copy.of(Card), copy.inside(Card, "x")
        workshop.take(Edit("Change", made, SESSION))
        assert (copy.of(Card), copy.inside(Card, "x")) == before, "a copy goes its own way"
        wanted = sorted_anew(workshop.everything())
        assert workshop.of(Card) == wanted
        for lane in ("", "x", "y"):
            assert workshop.inside(Card, lane) == tuple(c for c in wanted if c.lane == lane)  # type: ignore[attr-defined]
        assert set(workshop.parents(Card)) == {card.lane for card in wanted}  # type: ignore[attr-defined]


def test_a_copy_goes_its_own_way_though_nobody_has_asked_it_yet() -> None:
    cards = [Card(id=id, session=SESSION, lane=id) for id in "xy"]
    workshop = Workshop(Session(id=SESSION), cards)
    copy = workshop.copy()
    workshop.take(Edit("Move", (Change("card", "x", "lane", "y"),), SESSION))
    assert [card.id for card in workshop.inside(Card, "y")] == ["x", "y"]
    assert copy.inside(Card, "x") == (cards[0],)
    assert copy.inside(Card, "y") == (cards[1],)


def test_what_did_not_change_is_the_same_tuple() -> None:
    cards = [Card(id=id, session=SESSION, lane=id) for id in "xy"]
    workshop = Workshop(Session(id=SESSION), cards)
    x, y = workshop.inside(Card, "x"), workshop.inside(Card, "y")
    workshop.take(Edit("Change", (Change("card", "x", "source", "3"),), SESSION))
    assert workshop.inside(Card, "y") is y
    assert workshop.inside(Card, "x") != x
    assert workshop.inside(Card, "nowhere") == ()


def test_votes_stand_inside_what_they_are_for() -> None:
    votes = [Vote(id=str(n), session=SESSION, target="c", count=n) for n in range(3)]
    workshop = Workshop(Session(id=SESSION), votes)
    assert workshop.inside(Vote, "c") == tuple(votes)


def test_what_was_taken_says_what_was_there_and_what_is() -> None:
    card = Card(id="a", session=SESSION, source="room")
    workshop = Workshop(Session(id=SESSION), [card])
    first = workshop.take(Edit("Change", (Change("card", "a", "source", "3"),), SESSION))
    made = (Change("lane", "l", "session", SESSION), Change("card", "a", "source", "4"))
    second = workshop.take(Edit("Change", made, SESSION))
    now = workshop.get(Card, "a")
    assert first["a"][0] is card
    both = together(first, second)
    assert both == {"a": (card, now), "l": (None, workshop.get(Lane, "l"))}
    assert first["a"][1] is not now, "what was told before stays as it was told"
    assert touches(both, Card)
    assert touches(first, Lane, Card)
    assert not touches(first, Lane)
    assert after(both, Card) == [now]
