"""What was held back from everybody: the facilitator's copy alone lists it, and why."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.board import Card
from gweithdy.domain.merging import seen
from gweithdy.domain.restraint import VERDICT_LABELS, Standing
from gweithdy.domain.rulings import Ruling
from gweithdy.language.dates import clock, long_date
from gweithdy.language.local_time import in_wales
from gweithdy.pack.document import Block, Column, Item, Row, SectionBlock, Table
from gweithdy.pack.runs import Runs
from gweithdy.pack.writer import PartWriter


def moderation(p: PartWriter) -> Iterable[SectionBlock]:
    """The cards that wait, those that were set aside, and what was decided on cards, by whom."""
    if not p.options.shown.everything or p.whole is None:
        return ()
    cards, rulings = seen(p.whole), sorted(p.whole.of(Ruling), key=_when)
    reasons = {each.card: p.text(each.reason) for each in rulings}
    parts: list[Block] = []
    for name, heading, standing in (
        ("waiting", p.tr("Waiting cards"), Standing.WAITING),
        ("aside", p.tr("Cards that were set aside"), Standing.ASIDE),
    ):
        held = [card for card in cards if card.standing == standing]
        items = (_item(p, card, reasons.get(card.id, ())) for card in held)
        parts += p.section(heading, f"moderation-{name}", p.listed(items))
    if rulings:
        table = [_table(p, rulings)]
        parts += p.section(p.tr("Decisions on cards"), "moderation-log", table)
    return p.section(p.tr("Not shown to everybody"), "moderation", parts)


def _item(p: PartWriter, card: Card, reason: Runs) -> Item:
    said = (*p.title_of(card), *p.facts_beside([p.source(card.source), reason]))
    return p.item(said, card, kinds=card.kinds)


def _table(p: PartWriter, rulings: Iterable[Ruling]) -> Table:
    columns = (
        Column(p.tr("Card")),
        Column(p.tr("Decision")),
        Column(p.tr("Why, or the words before")),
        Column(p.tr("Who and when")),
    )
    return p.table((), columns, _rows(p, rulings))


def _rows(p: PartWriter, rulings: Iterable[Ruling]) -> Iterator[Row]:
    assert p.whole
    for each in rulings:
        card = p.whole.find(Card, each.card)
        if card:
            when = p.plain(_moment(p, each)) if each.at else ()
            told = p.text(each.reason) or p.text(each.before)
            yield p.row(
                each,
                p.cell(p.title_of(card)),
                p.cell(p.tr(VERDICT_LABELS[each.verdict])),
                p.cell(told),
                p.cell(p.named(each.by) or when, when if each.by else ()),
            )


def _moment(p: PartWriter, ruling: Ruling) -> str:
    assert ruling.at
    at = in_wales(ruling.at)
    return f"{long_date(at.date(), p.language)}, {clock(at)}"


def _when(ruling: Ruling) -> str:
    return ruling.at.isoformat() if ruling.at else ""
