"""Purpose, and who took part: everybody counted, named only where they agreed."""

from collections.abc import Collection, Iterable, Iterator

from gweithdy.domain.people import LANGUAGE_CHOICE_LABELS, LanguageChoice, Participant
from gweithdy.language.sorting import sort_key
from gweithdy.pack.counts import FEWEST, MODES, SECTORS, people_by
from gweithdy.pack.document import Block, Column, Item, Paragraph, Row, SectionBlock
from gweithdy.pack.options import Section
from gweithdy.pack.runs import Runs, Tone
from gweithdy.pack.writer import PartWriter, joined, thing


def purpose(p: PartWriter) -> Iterable[SectionBlock]:
    """What the session was for, unless the summary says all of it."""
    session = p.workshop.session
    if p.is_in_summary(session.purpose, Section.PURPOSE):
        return ()
    words = p.text(session.purpose)
    said = [p.paragraph(words, of=thing(session, "purpose"))] if words else []
    return p.section(p.tr("Purpose"), "purpose", said)


def took_part(p: PartWriter, groupings: Collection[str] = (MODES, SECTORS)) -> Iterator[Paragraph]:
    """How many people there were, and how many of each group."""
    everybody = p.workshop.of(Participant)
    if not everybody:
        return
    groups = people_by(everybody, small=p.options.shown.small)
    told = [each for name in groupings for each in groups.get(name, {}).items()]
    counts = "; ".join(f"{p.words.tr(label)}: {n}" for label, n in told)
    said = (*_how_many(p, len(everybody)), *p.plain(f" {counts}" if told else "", Tone.QUIET))
    yield p.paragraph(said)


def people(p: PartWriter) -> Iterable[SectionBlock]:
    """Counts by mode, language choice and sector, then the names of those who agreed."""
    everybody = p.workshop.of(Participant)
    if not everybody:
        return []
    blocks: list[Block] = [p.paragraph(_how_many(p, len(everybody)), Tone.QUIET)]
    if not p.options.shown.small:
        kept = p.tr("Groups of fewer than 5 people are not shown.")
        blocks.append(p.paragraph(kept, Tone.QUIET))
    for caption, groups in people_by(everybody, small=p.options.shown.small).items():
        columns = (Column(p.tr(caption)), Column(p.tr("People"), numbers=True))
        rows = [
            p.row(None, p.cell(p.tr(label)), p.cell(p.plain(str(n)))) for label, n in groups.items()
        ]
        blocks.append(p.table((), columns, rows))
    blocks += _everybody(p) if p.options.shown.everything else _agreed(p)
    return p.section(p.tr("Who took part"), "people", blocks)


def _how_many(p: PartWriter, n: int) -> Runs:
    if n < FEWEST and not p.options.shown.small:
        return p.tr("Fewer than 5 people took part.")
    return p.ntr("{n} person took part.", "{n} people took part.", n)


def _agreed(p: PartWriter) -> Iterator[SectionBlock]:
    listed = p.listed((_named(p, each) for each in _in_order(p)), short=True)
    return p.section(p.tr("People who agreed to be named"), "named", listed)


def _everybody(p: PartWriter) -> Iterator[SectionBlock]:
    """For the facilitator: all who have a name, and what is known of them."""
    columns = (
        Column(p.tr("Name")),
        Column(p.tr("Organisation")),
        Column(p.ctr("where people sit", "Table")),
        Column(p.tr("Language")),
        Column(p.tr("Agreed to be named")),
    )
    rows = [_told(p, each) for each in _in_order(p)]
    if rows:
        yield from p.section(p.tr("Everybody on the list"), "named", [p.table((), columns, rows)])


def _told(p: PartWriter, each: Participant) -> Row:
    asked = each.language is not LanguageChoice.NOT_ASKED
    return p.row(
        each,
        p.cell(p.named(each.name)),
        p.cell(p.name(each.organisation)),
        p.cell(p.plain(each.table)),
        p.cell(p.tr(LANGUAGE_CHOICE_LABELS[each.language]) if asked else ()),
        p.cell(p.tr("agreed") if each.named else ()),
    )


def _in_order(p: PartWriter) -> list[Participant]:
    return sorted(p.names.shown, key=lambda each: (sort_key(each.name, p.language), each.id))


def _named(p: PartWriter, participant: Participant) -> Item:
    comma = p.plain(", ")[0]
    organisation = p.name(participant.organisation)
    said = joined((p.named(participant.name), organisation), comma)
    return p.item(said, participant)
