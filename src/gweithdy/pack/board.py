"""Boards with every card, by lane and theme, and the parking lot."""

from gweithdy.domain.board import (
    CARD_KIND_LABELS,
    LANE_LABELS,
    Board,
    Card,
    CardKind,
    Lane,
    Theme,
    Vote,
    tally,
)
from gweithdy.domain.quotes import Parked
from gweithdy.pack.document import Block, CardBox, ListBlock, Run, Runs, Tone
from gweithdy.pack.writer import PartWriter


def boards(p: PartWriter) -> list[Block]:
    """Every board as a section of its own."""
    counts = tally(p.workshop.of(Vote))
    said: list[Block] = []
    for number, board in enumerate(p.workshop.of(Board), 1):
        lanes = [lane for lane in p.workshop.of(Lane) if lane.board == board.id]
        title = p.text(board.title) or p.tr("Board")
        name = f"board-{number}"
        blocks = [b for lane in lanes for b in _lane(p, lane, f"{name}-{lane.id}", counts)]
        said += p.section(title, name, blocks)
    return said


def lane_title(p: PartWriter, lane: Lane) -> Runs:
    """The question of a lane."""
    return p.text(lane.title) or p.tr(LANE_LABELS[lane.kind])


def _lane(p: PartWriter, lane: Lane, name: str, counts: dict[str, int]) -> list[Block]:
    cards = [card for card in p.workshop.of(Card) if card.lane == lane.id]
    if not cards:
        return []
    themes = [theme for theme in p.workshop.of(Theme) if theme.lane == lane.id]
    blocks: list[Block] = [
        p.heading(2, lane_title(p, lane), name),
        p.paragraph(p.ntr("{n} card", "{n} cards", len(cards)), Tone.QUIET),
    ]
    for theme in themes:
        grouped = [card for card in cards if card.theme == theme.id]
        if grouped:
            title = (*p.theme_title(theme), *_votes_beside(p, counts.get(theme.id, 0)))
            blocks.append(p.heading(3, title, f"{name}-{theme.id}"))
            blocks += [_card(p, card, counts) for card in grouped]
    known = {theme.id for theme in themes}
    loose = [card for card in cards if card.theme not in known]
    if loose:
        if len(loose) < len(cards):
            blocks.append(p.heading(3, p.tr("Cards without a theme"), f"{name}-loose"))
        blocks += [_card(p, card, counts) for card in loose]
    return blocks


def _votes_beside(p: PartWriter, votes: int) -> Runs:
    if not votes:
        return ()
    return (Run(" · " + p.words.ntr("{n} vote", "{n} votes", votes), p.language, Tone.QUIET),)


def _card(p: PartWriter, card: Card, counts: dict[str, int]) -> CardBox:
    votes = counts.get(card.id, 0)
    facts = (
        p.words.tr(CARD_KIND_LABELS[card.kind]) if card.kind is not CardKind.NONE else "",
        p.source(card.source),
        p.words.ntr("{n} vote", "{n} votes", votes) if votes else "",
    )
    return CardBox(
        language=p.language,
        runs=p.text(card.text) or p.tr("Card without words"),
        kind=card.kind,
        facts=p.plain(" · ".join(filter(None, facts))),
    )


def parking(p: PartWriter) -> list[Block]:
    """What waits for later."""
    items = tuple(p.text(parked.text) for parked in p.workshop.of(Parked) if parked.text)
    listed = [ListBlock(language=p.language, items=items)] if items else []
    return p.section(p.tr("Parking lot"), "parking", listed)
