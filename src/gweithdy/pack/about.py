"""About the pack: what it is, what was kept back from it, and what the symbols of cards mean."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.board import CARD_KIND_LABELS, Card, CardKind
from gweithdy.domain.problem import N_
from gweithdy.pack.document import Block, Item, SectionBlock
from gweithdy.pack.options import Section
from gweithdy.pack.runs import Runs, Tone, words_of
from gweithdy.pack.writer import PartWriter

_KIND_MEANINGS = {
    CardKind.CULTURAL: N_("habits, beliefs and how people see one another"),
    CardKind.STRUCTURAL: N_("money, rules, organisations and systems"),
    CardKind.BEHAVIOURAL: N_("what people do or do not do day to day"),
    CardKind.UNSURE: N_("nobody has decided yet which of these it is"),
}


def about(p: PartWriter) -> Iterable[SectionBlock]:
    """How the pack came to be, for readers who want to know how far to trust it."""
    has_cards = Section.BOARDS in p.options.printed()
    blocks: list[Block] = [
        p.paragraph(_record(p, has_cards=has_cards)),
        p.paragraph(_private(p)),
    ]
    if has_cards and any(card.kind is not CardKind.NONE for card in p.workshop.of(Card)):
        blocks.append(
            p.paragraph(p.tr("Cards can have a kind, shown by a symbol and a word:"), Tone.QUIET)
        )
        blocks += p.listed(_kinds(p))
    return p.section(p.tr("About this pack"), "reading", blocks)


def _record(p: PartWriter, *, has_cards: bool) -> Runs:
    if has_cards and p.whole is not p.workshop and not p.options.shown.everything:
        return p.tr(
            "This pack is a record of what people said and decided. "
            "Every card that whoever led the session let through is in it, "
            "in the words in which it was written down or let through, "
            "apart from names and addresses as said below."
        )
    if has_cards:
        return p.tr(
            "This pack is a record of what people said and decided. "
            "Every card is in it, in the words in which it was written down, "
            "apart from names and addresses as said below."
        )
    return p.tr(
        "This pack is a part of the record of what people said and decided, in the words in which "
        "it was written down, apart from names and addresses as said below."
    )


def _private(p: PartWriter) -> Runs:
    if p.options.shown.everything:
        return p.tr(
            "Nothing was kept back from this copy: it names people who did not agree to be named, "
            "and holds the facilitator's notes. Do not pass it on."
        )
    if not p.options.shown.names:
        return p.tr(
            "This copy names nobody who took part. It was searched for their names, e-mail "
            "addresses and telephone numbers. A mark in square brackets stands in the place of "
            "each that is not printed, unless it was left out without one."
        )
    return p.tr(
        "The whole pack was searched for e-mail addresses, telephone numbers and the names "
        "of people on the list who did not agree to be named. A mark in square brackets "
        "stands in the place of each that is not printed, unless it was left out without "
        "one. Everybody is counted."
    )


def _kinds(p: PartWriter) -> Iterator[Item]:
    unsure = any(CardKind.UNSURE in card.kinds for card in p.workshop.of(Card))
    for kind, meaning in _KIND_MEANINGS.items():
        if kind is CardKind.UNSURE and not unsure:
            continue
        name = words_of(p.tr(CARD_KIND_LABELS[kind]))
        said = (*p.plain(name, Tone.STRONG), *p.plain(": " + p.words.tr(meaning)))
        yield p.item(said, kinds=(kind,))
