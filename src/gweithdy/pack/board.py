"""Boards with every card, by lane and theme, and the parking lot."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.arrange import Group, LaneContents, arranged, unplaced
from gweithdy.domain.board import (
    CARD_KIND_LABELS,
    LANE_LABELS,
    Board,
    Card,
    CardKind,
    Lane,
    Vote,
    tally,
)
from gweithdy.domain.quotes import Parked
from gweithdy.pack.document import Block, CardBox, Paragraph, Run, Runs, SectionBlock, Tone
from gweithdy.pack.writer import PartWriter, joined, thing


def boards(p: PartWriter) -> Iterator[SectionBlock]:
    """Every board as a section of its own, arranged as on the screen."""
    counts = tally(p.workshop.of(Vote))
    for number, board in enumerate(p.workshop.of(Board), 1):
        lanes = arranged(p.workshop, board.id)
        title = p.text(board.title) or p.tr("Board")
        name = f"board-{number}"
        blocks = [b for lane in lanes for b in _lane(p, lane, f"{name}-{lane.lane.id}", counts)]
        yield from p.section(title, name, blocks or [_no_cards(p)], board)
    loose = [_card(p, card, counts) for card in unplaced(p.workshop)]
    yield from p.section(p.tr("Cards without a board"), "unplaced", loose)


def lane_title(p: PartWriter, lane: Lane) -> Runs:
    """The question of a lane."""
    return p.text(lane.title) or p.tr(LANE_LABELS[lane.kind])


def _lane(
    p: PartWriter, contents: LaneContents, name: str, counts: dict[str, int]
) -> Iterator[SectionBlock]:
    n = contents.count
    how_many = p.paragraph(p.ntr("{n} card", "{n} cards", n), Tone.QUIET)
    blocks: list[Block] = [how_many if n else _no_cards(p)]
    *themes, loose = contents.groups
    for group in themes:
        blocks += _theme(p, group, name, counts)
    cards = [_card(p, card, counts) for card in loose.cards]
    if themes:
        blocks += p.section(p.tr("Cards without a theme"), f"{name}-loose", cards)
    else:
        blocks += cards
    yield from p.section(lane_title(p, contents.lane), name, blocks, contents.lane)


def _theme(
    p: PartWriter, group: Group, lane: str, counts: dict[str, int]
) -> Iterator[SectionBlock]:
    if theme := group.theme:
        cards = [_card(p, card, counts) for card in group.cards]
        title = (*p.theme_title(theme), *_votes_beside(p, counts.get(theme.id, 0)))
        yield from p.section(title, f"{lane}-{theme.id}", cards or [_no_cards(p)], theme)


def _no_cards(p: PartWriter) -> Paragraph:
    return p.paragraph(p.tr("No cards."), Tone.QUIET)


def _votes_beside(p: PartWriter, votes: int) -> Runs:
    if not votes:
        return ()
    return (Run(" · " + p.words.ntr("{n} vote", "{n} votes", votes), p.language, Tone.QUIET),)


def _card(p: PartWriter, card: Card, counts: dict[str, int]) -> CardBox:
    votes = counts.get(card.id, 0)
    facts = (
        p.tr(CARD_KIND_LABELS[card.kind]) if card.kind is not CardKind.NONE else (),
        p.source(card.source),
        p.ntr("{n} vote", "{n} votes", votes) if votes else (),
    )
    return CardBox(
        language=p.language,
        runs=p.text(card.text) or p.tr("Card without words"),
        kind=card.kind,
        facts=joined(facts, p.plain(" · ")[0]),
        thing=thing(card),
    )


def parking(p: PartWriter) -> Iterable[SectionBlock]:
    """What waits for later."""
    said = ((p.text(parked.text), parked) for parked in p.workshop.of(Parked))
    items = (p.item(words, parked) for words, parked in said if words)
    return p.section(p.tr("Parking lot"), "parking", p.listed(items))
