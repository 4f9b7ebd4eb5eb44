"""Boards with every card, by lane and theme, and the parking lot."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from gweithdy.domain.arrange import Group, LaneContents, arranged, unplaced
from gweithdy.domain.board import (
    CARD_KIND_LABELS,
    LANE_LABELS,
    Board,
    Card,
    Lane,
    Theme,
)
from gweithdy.domain.merging import originals
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import PARKED_LABELS, Parked
from gweithdy.domain.restraint import NAMING_TOLD, Naming
from gweithdy.domain.tallies import tally_seen
from gweithdy.pack.document import Block, CardBox, Item, Paragraph, SectionBlock
from gweithdy.pack.moderation import moderation
from gweithdy.pack.runs import Runs, Tone
from gweithdy.pack.writer import PartWriter, joined, thing


def boards(p: PartWriter) -> Iterator[SectionBlock]:
    """Every board as a section of its own, arranged as on the screen."""
    counts = tally_seen(p.workshop)
    for number, board in enumerate(p.workshop.of(Board), 1):
        lanes = arranged(p.workshop, board.id)
        title = p.text(board.title) or p.tr("Board")
        name = f"board-{number}"
        blocks = [b for lane in lanes for b in _lane(p, lane, f"{name}-{lane.lane.id}", counts)]
        told = [] if board.naming is Naming.NAMED else [_kept(p, board)]
        inside: list[Block] = [*told, *(blocks or (_no_cards(p),))]
        yield from p.section(title, name, inside, board)
    loose = _cards(p, unplaced(p.workshop), counts)
    yield from p.section(p.tr("Cards without a board"), "unplaced", loose)
    yield from moderation(p)


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
    for place, group in enumerate(themes):
        if not group.inside:
            inside = list(takewhile(lambda each: each.inside, themes[place + 1 :]))
            blocks += _theme(p, group, name, counts, inside)
    cards = _cards(p, loose.cards, counts)
    if themes:
        blocks += p.section(p.tr("Cards without a theme"), f"{name}-loose", cards)
    else:
        blocks += cards
    yield from p.section(lane_title(p, contents.lane), name, blocks, contents.lane)


def _theme(
    p: PartWriter, group: Group, lane: str, counts: dict[str, int], inside: Sequence[Group] = ()
) -> Iterator[SectionBlock]:
    """A theme with its cards, and after them the themes `inside` it."""
    if theme := group.theme:
        cards = [*_cards(p, group.cards, counts)]
        cards += [block for each in inside for block in _theme(p, each, lane, counts)]
        title = (*p.title_of(theme), *p.votes_beside(counts.get(theme.id, 0)))
        yield from p.section(title, f"{lane}-{theme.id}", cards or [_no_cards(p)], theme)


def _kept(p: PartWriter, board: Board) -> Paragraph:
    return p.paragraph(p.tr(NAMING_TOLD[board.naming]), Tone.QUIET)


def _no_cards(p: PartWriter) -> Paragraph:
    return p.paragraph(p.tr("No cards."), Tone.QUIET)


def _cards(p: PartWriter, cards: Sequence[Card], counts: dict[str, int]) -> Iterator[Block]:
    """Those that got votes as boxes, the most first; the others as a list, as on the screen."""
    voted = [card for card in cards if card.id in counts]
    for card in sorted(voted, key=lambda card: -counts[card.id]):
        yield _box(p, card, counts[card.id])
    yield from p.listed(_item(p, card) for card in cards if card.id not in counts)


def _box(p: PartWriter, card: Card, votes: int) -> CardBox:
    facts = (*_facts(p, card), p.ntr("{n} vote", "{n} votes", votes))
    return CardBox(
        language=p.language,
        runs=p.title_of(card),
        kinds=card.kinds,
        facts=joined(facts, p.plain(" · ")[0]),
        thing=thing(card),
    )


def _item(p: PartWriter, card: Card) -> Item:
    said = (*p.title_of(card), *p.facts_beside(_facts(p, card)))
    return p.item(said, card, kinds=card.kinds)


def _facts(p: PartWriter, card: Card) -> tuple[Runs, ...]:
    """Its kinds in words, and where it came from."""
    kinds = joined((p.tr(CARD_KIND_LABELS[kind]) for kind in card.kinds), p.plain(", ")[0])
    return kinds, p.source(card.source), *_layers(p, card)


def _layers(p: PartWriter, card: Card) -> Iterator[Runs]:
    """The other themes in which it stands, and in the facilitator's copy of how many it is made."""
    others = [p.workshop.find(Theme, id) for id in card.also_in if id != card.theme]
    names = joined((p.title_of(theme) for theme in others if theme), p.plain(", ")[0])
    if names:
        yield p.around(N_("Also in: {themes}"), themes=names)
    if card.made_of and p.options.shown.everything:
        n = len(originals(p.workshop, card))
        yield p.ntr("Made of {n} card", "Made of {n} cards", n)


def parking(p: PartWriter) -> Iterable[SectionBlock]:
    """What waits for later."""
    said = ((p.text(parked.text), parked) for parked in p.workshop.of(Parked))
    items = (p.item((*words, *_became(p, parked)), parked) for words, parked in said if words)
    return p.section(p.tr("Parking lot"), "parking", p.listed(items))


def _became(p: PartWriter, parked: Parked) -> Runs:
    """What became of it; nothing of what still waits."""
    return () if parked.waits else p.beside(p.words.tr(PARKED_LABELS[parked.state]))
