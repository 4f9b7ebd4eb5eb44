"""Packs from the command line: what is missing or kept back is told, then the file is written."""

import re
import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

from gweithdy.cli.finding import folded
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.pack.contents import PackOptions, outcome
from gweithdy.pack.gaps import gaps
from gweithdy.pack.kept_back import PRIVATE_LABELS, Choice, Choose
from gweithdy.pack.writing import boxes, write

LACKING = {
    Language.CY: N_("No Welsh yet: {where}: {text}"),
    Language.EN: N_("No English yet: {where}: {text}"),
}


CHOSEN = {
    Choice.MARK: N_("Not printed: {what} ({kind}; {where}: {text})"),
    Choice.LEAVE_OUT: N_("Left out: {what} ({kind}; {where}: {text})"),
    Choice.PRINT: N_("Printed: {what} ({kind}; {where}: {text})"),
}


def write_pack(workshop: Workshop, path: Path, words: Words, options: PackOptions) -> None:
    """Write the pack of a session to `path`; first say what it lacks and what it keeps back."""
    today = date.today()  # noqa: DTZ011 - the date where the person is
    made = outcome(workshop, options, today)
    for gap in gaps(workshop, options.language):
        _say(words, LACKING[gap.lacking], where=words.tr(gap.where), text=gap.words)
    for found in made.found:
        kind, where = words.tr(PRIVATE_LABELS[found.kind]), _where(words, found.where)
        message = CHOSEN[options.choose(found)]
        _say(words, message, what=found.words, kind=kind, where=where, text=found.text)
    for box in boxes(made.document, path.suffix):
        message = N_("Printed as boxes, for want of a font: {letters} ({where}: {text})")
        where = _where(words, box.where)
        _say(words, message, letters=" ".join(box.letters), where=where, text=box.text)
    write(made.document, path)
    _say(words, N_("Written: {path}"), path=path)


def chosen(otherwise: Choice, printed: Collection[str]) -> Choose:
    """What becomes of what is found: what was allowed by name is printed, all else `otherwise`."""
    allowed = {folded(words) for words in printed}
    return lambda found: Choice.PRINT if folded(found.words) in allowed else otherwise


def _where(words: Words, where: str) -> str:
    return words.tr(where or N_("Session"))


def _say(words: Words, message: str, **values: object) -> None:
    print(words.tr(message, **values), file=sys.stderr)


def file_name(place: int, session: Session) -> str:
    """A plain name for the pack of a demonstration session."""
    title = folded(session.title.best(Language.EN)[0])
    return f"{place}-{re.sub('[^a-z0-9]+', '-', title).strip('-')}.pdf"
