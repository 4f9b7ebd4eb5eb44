"""Purpose, and who took part: everybody counted, named only where they agreed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from gweithdy.domain.people import (
    LANGUAGE_CHOICE_LABELS,
    MODE_LABELS,
    SECTOR_LABELS,
    Participant,
)
from gweithdy.language.sorting import sort_key
from gweithdy.pack.document import Block, ListBlock, Runs, Table
from gweithdy.pack.writer import PartWriter, joined

Choice = TypeVar("Choice", bound=StrEnum)


def purpose(p: PartWriter) -> list[Block]:
    """What the session was for."""
    words = p.text(p.workshop.session.purpose)
    return p.section(p.tr("Purpose"), "purpose", [p.paragraph(words)] if words else [])


def people(p: PartWriter) -> list[Block]:
    """Counts by mode, language choice and sector, then the names of those who agreed."""
    everybody = p.workshop.of(Participant)
    if not everybody:
        return []
    n = len(everybody)
    blocks: list[Block] = [
        p.paragraph(p.ntr("{n} person took part.", "{n} people took part.", n)),
        _counts(p, p.tr("How people took part"), (e.mode for e in everybody), MODE_LABELS),
        _counts(
            p,
            p.tr("Language people asked to use"),
            (e.language for e in everybody),
            LANGUAGE_CHOICE_LABELS,
        ),
        _counts(p, p.tr("Sector"), (e.sector for e in everybody), SECTOR_LABELS),
    ]
    named = p.names.shown
    if named:
        named.sort(key=lambda each: (sort_key(each.name, p.language), each.id))
        blocks.append(p.heading(2, p.tr("People who agreed to be named"), "named"))
        blocks.append(
            ListBlock(language=p.language, items=tuple(_named(p, each) for each in named))
        )
    return p.section(p.tr("Who took part"), "people", blocks)


def _counts(
    p: PartWriter, caption: Runs, values: Iterable[Choice], labels: Mapping[Choice, str]
) -> Table:
    counts = Counter(values)
    rows = [
        (p.tr(label), p.plain(str(counts[value])))
        for value, label in labels.items()
        if counts[value]
    ]
    columns = ((caption, 3.0), (p.tr("People"), 1.0))
    return p.table((), columns, rows, numbers=(1,), share=0.62)


def _named(p: PartWriter, participant: Participant) -> Runs:
    comma = p.plain(", ")[0]
    return joined((p.plain(participant.name), p.text(participant.organisation)), comma)
