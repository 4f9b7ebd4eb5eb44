"""Purpose, and who took part: everybody counted, named only where they agreed."""

from collections import Counter
from collections.abc import Iterable

from gweithdy.domain.choice import ByChoice, C
from gweithdy.domain.people import (
    LANGUAGE_CHOICE_LABELS,
    MODE_LABELS,
    SECTOR_LABELS,
    LanguageChoice,
    Participant,
    Sector,
)
from gweithdy.language.sorting import sort_key
from gweithdy.pack.document import Block, Column, Item, Runs, SectionBlock, Table
from gweithdy.pack.writer import PartWriter, joined


def purpose(p: PartWriter) -> Iterable[SectionBlock]:
    """What the session was for."""
    session = p.workshop.session
    words = p.text(session.purpose)
    said = [p.paragraph(words, of=session)] if words else []
    return p.section(p.tr("Purpose"), "purpose", said)


def people(p: PartWriter) -> Iterable[SectionBlock]:
    """Counts by mode, language choice and sector, then the names of those who agreed."""
    everybody = p.workshop.of(Participant)
    if not everybody:
        return []
    n = len(everybody)
    blocks: list[Block] = [
        p.paragraph(p.ntr("{n} person took part.", "{n} people took part.", n)),
        _counts(p, p.tr("How people took part"), (e.mode for e in everybody), MODE_LABELS),
    ]
    # Where nothing is known of anybody, that is no result of the day.
    if any(each.language is not LanguageChoice.NOT_ASKED for each in everybody):
        caption = p.tr("Language people asked to use")
        asked = (each.language for each in everybody)
        blocks.append(_counts(p, caption, asked, LANGUAGE_CHOICE_LABELS))
    if any(each.sector is not Sector.UNKNOWN for each in everybody):
        blocks.append(_counts(p, p.tr("Sector"), (e.sector for e in everybody), SECTOR_LABELS))
    named = sorted(p.names.shown, key=lambda each: (sort_key(each.name, p.language), each.id))
    listed = p.listed(_named(p, each) for each in named)
    blocks += p.section(p.tr("People who agreed to be named"), "named", listed)
    return p.section(p.tr("Who took part"), "people", blocks)


def _counts(p: PartWriter, caption: Runs, values: Iterable[C], labels: ByChoice[C, str]) -> Table:
    # By what people call them: what this version does not know is counted with the others.
    counts = Counter(labels[value] for value in values)
    rows = [
        p.row(None, p.cell(p.tr(label)), p.cell(p.plain(str(counts[label]))))
        for label in dict.fromkeys((*labels.values(), labels.other))
        if counts[label]
    ]
    columns = (Column(caption), Column(p.tr("People"), numbers=True))
    return p.table((), columns, rows)


def _named(p: PartWriter, participant: Participant) -> Item:
    comma = p.plain(", ")[0]
    organisation = p.name(participant.organisation)
    said = joined((p.named(participant.name), organisation), comma)
    return p.item(said, participant)
