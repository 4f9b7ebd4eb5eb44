"""Packs from the command line: what is missing is told first, then the file is written."""

import re
import sys
from datetime import date
from pathlib import Path

from gweithdy.cli.finding import folded
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.gaps import gaps
from gweithdy.pack.writing import write

LACKING = {
    Language.CY: N_("No Welsh yet: {where}: {text}"),
    Language.EN: N_("No English yet: {where}: {text}"),
}


def write_pack(workshop: Workshop, path: Path, words: Words, order: str, language: str) -> None:
    """Write the pack of a session to `path`."""
    for gap in gaps(workshop, language):
        message = words.tr(LACKING[gap.lacking], where=words.tr(gap.where), text=gap.words)
        print(message, file=sys.stderr)
    options = PackOptions(order=order, language=language)
    today = date.today()  # noqa: DTZ011 - the date where the person is
    write(outcome_pack(workshop, options, today=today), path)
    print(words.tr("Written: {path}", path=path), file=sys.stderr)


def file_name(place: int, session: Session) -> str:
    """A plain name for the pack of a demonstration session."""
    title = folded(session.title.best(Language.EN)[0])
    return f"{place}-{re.sub('[^a-z0-9]+', '-', title).strip('-')}.pdf"
