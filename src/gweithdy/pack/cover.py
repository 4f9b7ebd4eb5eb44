"""The cover of a part, the foot of its pages, and how to read the pack."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.board import CARD_KIND_LABELS, Card, CardKind
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.language.dates import long_date, plain_date
from gweithdy.pack.document import (
    Block,
    Cover,
    Foot,
    Item,
    Run,
    Runs,
    SectionBlock,
    Tone,
    Voice,
    words_of,
)
from gweithdy.pack.letters import best, has_ink
from gweithdy.pack.writer import PartWriter, thing


def cover(p: PartWriter) -> Cover:
    """Title in both languages, date, place, the house that gives it out, version."""
    session = p.workshop.session
    mine, other = best(session.title, p.language)[0], session.title.get(p.language.other)
    other_title = (
        (Run(other, p.language.other, voice=Voice.SAID),)
        if has_ink(other) and other != mine
        else ()
    )
    facts = (
        (p.tr("Date"), p.plain(long_date(session.date, p.language)) if session.date else ()),
        (p.tr("Place"), p.text(session.place)),
        (p.tr("Organisation"), p.text(p.options.organisation)),
        (p.tr("Version"), p.plain(_version(p))),
    )
    return Cover(
        language=p.language,
        kind=p.tr("Outcome pack")[0],
        title=p.text(session.title) or p.tr("Session without a title"),
        other_title=other_title,
        facts=tuple((label[0], value) for label, value in facts if value),
        anchor=f"{p.language}-part",
        also=_also(p),
        thing=thing(session),
    )


def _version(p: PartWriter) -> str:
    return f"{p.version} · {plain_date(p.today, p.language)}"


def _also(p: PartWriter) -> Runs:
    if len(p.options.languages()) == 1:
        return ()
    other = p.language.other
    sentence = (
        p.words.tr("This document is also available in Welsh: go to the Welsh part")
        if other is Language.CY
        else p.words.tr("This document is also available in English: go to the English part")
    )
    return (Run(sentence, p.language, link=f"#{other}-part"),)


def foot(p: PartWriter) -> Foot:
    """What stands at the foot of every page of the part."""
    session = p.workshop.session
    title = (p.text(session.title) or p.tr("Outcome pack"))[0]
    version = p.words.tr("Version {version}", version=_version(p))
    # The numbers are known only when the whole document has been laid out.
    page = p.words.tr("Page {number} of {count}")
    return Foot(title, Run(version, p.language), page)


_KIND_MEANINGS = {
    CardKind.CULTURAL: N_("habits, beliefs and how people see one another"),
    CardKind.STRUCTURAL: N_("money, rules, organisations and systems"),
    CardKind.BEHAVIOURAL: N_("what people do or do not do day to day"),
}


def reading(p: PartWriter) -> Iterable[SectionBlock]:
    """How to read the pack."""
    cards = p.workshop.of(Card)
    blocks: list[Block] = [
        p.paragraph(
            p.tr(
                "This pack is a record of what people said and decided. "
                "Every card is in it, in the words in which it was written down, "
                "apart from names and addresses as said below."
            )
        ),
        p.paragraph(p.tr("A mark in square brackets shows a text that is not in this language.")),
        p.paragraph(
            p.tr(
                "The whole pack was searched for e-mail addresses, telephone numbers and the names "
                "of people on the list who did not agree to be named. A mark in square brackets "
                "stands in the place of each that is not printed, unless it was left out without "
                "one. Everybody is counted."
            )
        ),
    ]
    if any(card.kind is not CardKind.NONE for card in cards):
        blocks.append(p.paragraph(p.tr("Cards can have a kind, shown by a symbol and a word:")))
        blocks += p.listed(_kinds(p))
    return p.section(p.tr("How to read this pack"), "reading", blocks)


def _kinds(p: PartWriter) -> Iterator[Item]:
    for kind, meaning in _KIND_MEANINGS.items():
        name = words_of(p.tr(CARD_KIND_LABELS[kind]))
        said = (*p.plain(name, Tone.STRONG), *p.plain(": " + p.words.tr(meaning)))
        yield p.item(said, symbol=kind)
