"""What the board shows, all of it, is in the pack: under the same heads and in the same order."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from tests.builders import workshops
from tests.pack.builders import TODAY, Day, headings, of, pack, read, text_of

from gweithdy.domain import merging
from gweithdy.domain.arrange import arranged
from gweithdy.domain.board import Board, Card, Lane, Theme, Vote
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.released import released
from gweithdy.domain.session import Series
from gweithdy.domain.tallies import tally_seen
from gweithdy.domain.text import Language, both
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.copies import Copy
from gweithdy.pack.document import Block, CardBox, Document, Item, Paragraph, SectionBlock
from gweithdy.pack.pdf.cards import GAP, PADDING, card_rows
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.sheet import USUAL
from gweithdy.pack.runs import Run, Runs, words_of
from gweithdy.pack.walking import blocks_in, runs_in

ON_BOARDS = ("board", "lane", "theme", "card")


def shown(workshop: Workshop) -> list[Id]:
    """What is on the boards of the screen, in reading order; of cards, the most votes first."""
    seen: list[Entity] = []
    for board in workshop.of(Board):
        seen.append(board)
        for lane in arranged(workshop, board.id):
            seen.append(lane.lane)
            for group in lane.groups:
                cards = most_first(workshop, group.cards)
                seen += [group.theme, *cards] if group.theme else cards
    return [each.id for each in seen]


def most_first(workshop: Workshop, cards: Iterable[Card]) -> list[Card]:
    counts = tally_seen(workshop)
    return sorted(cards, key=lambda card: -counts.get(card.id, 0))


def printed(document: Document, part: int) -> list[Id]:
    """What of boards has a place of its own in the pack, in reading order."""
    kinds: tuple[type[Block], ...] = (CardBox, Item, SectionBlock)
    sections = document.parts[part].sections
    blocks = (block for block in blocks_in(sections) if isinstance(block, kinds))
    return [b.thing.id for b in blocks if b.thing and b.thing.noun in ON_BOARDS]


@given(workshops(most=6))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_what_the_board_shows_is_in_the_pack(made: tuple[Workshop, Series | None]) -> None:
    workshop, _ = made
    document = outcome_pack(workshop, PackOptions(), TODAY)
    on_screen = shown(workshop)
    known = merging.seen(released(workshop))
    nowhere = [card for card in known if card.id not in set(on_screen)]
    last = [card.id for card in most_first(workshop, nowhere)]
    for part in range(2):
        assert printed(document, part) == [*on_screen, *last]


GONE = "there is no such thing"


@pytest.mark.parametrize("lane", ["", GONE, "gone lane", "no board"])
@pytest.mark.parametrize("theme", ["", GONE, "elsewhere", "no lane"])
@pytest.mark.parametrize("nowhere", ["", GONE])
def test_no_card_is_lost(lane: str, theme: str, nowhere: str) -> None:
    day = Day()
    stray = day.add(Lane, board=nowhere)
    gone = day.add(Lane, board=day.lane().board, deleted=True)
    other = day.lane()
    lanes = {"gone lane": gone.id, "no board": stray.id}
    themes = {
        "elsewhere": day.add(Theme, lane=other.id, title=both("Arall", "Other")).id,
        "no lane": day.add(Theme, lane=nowhere and gone.id, title=both("Coll", "Lost")).id,
    }
    card = day.add(
        Card,
        lane=lanes.get(lane, lane),
        theme=themes.get(theme, theme),
        text=both("Dyma fi", "Here I am"),
    )
    for part in range(2):
        assert printed(pack(day), part).count(card.id) == 1


@pytest.mark.parametrize("boards", [0, 1])
def test_a_card_is_printed_even_where_there_is_no_lane_at_all(boards: int) -> None:
    day = Day()
    for _ in range(boards):
        day.add(Board, title=both("Gwag", "Empty"))
    card = day.add(Card, text=both("Dyma fi", "Here I am"))
    assert printed(pack(day), 0).count(card.id) == 1


def test_votes_stand_beside_a_theme_that_has_some() -> None:
    day = Day()
    lane = day.lane()
    for name, count in (("Arian", 3), ("Amser", 0)):
        theme = day.add(Theme, lane=lane.id, title=both(name, name))
        if count:
            day.add(Vote, target=theme.id, source="room", count=count)
    titles = [words_of(s.heading) for _, s in headings(pack(day, language="en"))]
    assert {"Arian · 3 votes", "Amser"} <= set(titles)


def test_cards_before_and_after_a_long_one_are_in_the_pdf() -> None:
    day = Day()
    day.cards(*(both(each, each) for each in ("Cyntaf", "hir " * 90, "Canol", "Olaf")))
    words = text_of(read(pack(day, language="cy")))
    assert words.index("Cyntaf") < words.index("hir hir") < words.index("Canol")
    assert words.index("Canol") < words.index("Olaf")


def test_a_lane_says_how_many_cards_it_has_or_that_it_has_none() -> None:
    day = Day()
    day.cards(both("a", "a"), both("b", "b"))
    day.lane()
    said = [words_of(p.runs) for p in of(pack(day, language="en"), Paragraph)]
    assert [words for words in said if words.endswith(("cards", "cards."))] == [
        "2 cards", "No cards.",
    ]  # fmt: skip


def test_cards_with_votes_stand_out_and_come_first_the_others_run_on() -> None:
    day = Day()
    for card, votes in zip(day.cards(*(both(x, x) for x in "abcde")), (0, 2, 0, 5, 2), strict=True):
        day.add(Vote, target=card.id, count=votes)
    document = pack(day, language="en")
    assert [words_of(box.runs) for box in of(document, CardBox)] == ["d", "b", "e"]
    assert [words_of(box.facts) for box in of(document, CardBox)] == ["5 votes", *["2 votes"] * 2]
    inside = blocks_in(document.parts[0].sections)
    items = [each for each in inside if isinstance(each, Item) and each.thing]
    assert [words_of(tuple(runs_in(item))) for item in items] == ["a", "c"]


def runs(words: str) -> Runs:
    return (Run(words, Language.EN),)


def test_facts_stand_beside_the_words_of_a_card_where_there_is_room_and_else_under_them() -> None:
    short, long = (
        CardBox(language=Language.EN, runs=runs("Card"), kinds=(), facts=runs(facts))
        for facts in ("Online", "Online " * 20)
    )
    low, high = card_rows([short, long], Element("Part", Language.EN), USUAL)
    line = 2 * PADDING + GAP + 16
    assert low.wrap(450, 700)[1] == line
    assert high.wrap(450, 700)[1] > line + 16


def test_where_else_a_card_stands_is_said_beside_it() -> None:
    day = Day()
    lane = day.lane()
    one, two = (day.add(Theme, lane=lane.id, title=both(name, name)) for name in ("Un", "Dau"))
    day.add(Card, lane=lane.id, theme=one.id, also_in=(two.id,), text=both("Bws", "Bus"))
    for copy in Copy:
        items = [each for each in of(pack(day, language="en", copy=copy), Item) if each.thing]
        said = ["".join(run.text for run in runs_in(item)) for item in items]
        assert [each for each in said if "Bus" in each] == ["Bus\u00a0· Also in: Dau"]
