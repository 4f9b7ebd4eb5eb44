"""Boards with every card, by lane and theme, and the parking lot."""

from collections.abc import Iterable, Iterator

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
from gweithdy.pack.document import Block, CardBox, Run, Runs, SectionBlock, Tone
from gweithdy.pack.writer import PartWriter, thing


def boards(p: PartWriter) -> Iterator[SectionBlock]:
    """Every board as a section of its own."""
    counts = tally(p.workshop.of(Vote))
    for number, board in enumerate(p.workshop.of(Board), 1):
        lanes = [lane for lane in p.workshop.of(Lane) if lane.board == board.id]
        title = p.text(board.title) or p.tr("Board")
        name = f"board-{number}"
        blocks = [b for lane in lanes for b in _lane(p, lane, f"{name}-{lane.id}", counts)]
        yield from p.section(title, name, blocks, board)


def lane_title(p: PartWriter, lane: Lane) -> Runs:
    """The question of a lane."""
    return p.text(lane.title) or p.tr(LANE_LABELS[lane.kind])


def _lane(p: PartWriter, lane: Lane, name: str, counts: dict[str, int]) -> Iterator[SectionBlock]:
    cards = [card for card in p.workshop.of(Card) if card.lane == lane.id]
    if not cards:
        return
    themes = [theme for theme in p.workshop.of(Theme) if theme.lane == lane.id]
    blocks: list[Block] = [p.paragraph(p.ntr("{n} card", "{n} cards", len(cards)), Tone.QUIET)]
    for theme in themes:
        grouped = [_card(p, card, counts) for card in cards if card.theme == theme.id]
        title = (*p.theme_title(theme), *_votes_beside(p, counts.get(theme.id, 0)))
        blocks += p.section(title, f"{name}-{theme.id}", grouped, theme)
    known = {theme.id for theme in themes}
    loose = [_card(p, card, counts) for card in cards if card.theme not in known]
    if len(loose) < len(cards):
        blocks += p.section(p.tr("Cards without a theme"), f"{name}-loose", loose)
    else:
        blocks += loose
    yield from p.section(lane_title(p, lane), name, blocks, lane)


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
        thing=thing(card),
    )


def parking(p: PartWriter) -> Iterable[SectionBlock]:
    """What waits for later."""
    items = (p.item(p.text(parked.text), parked) for parked in p.workshop.of(Parked) if parked.text)
    return p.section(p.tr("Parking lot"), "parking", p.listed(items))
