"""Cards and people out of files of other programs, from the command line."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gweithdy.cli.finding import folded
from gweithdy.domain.board import Lane
from gweithdy.domain.clock import utc_now
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import people as people_verbs
from gweithdy.edits.arrived import known_marks, take_in
from gweithdy.exchange.incoming.arriving import Arriving, arriving_file
from gweithdy.exchange.incoming.messages import FORM_LABELS, LEFT_LABELS, Form, Left
from gweithdy.exchange.incoming.recognise import Fit
from gweithdy.exchange.incoming.standing import (
    STANDING_LABELS,
    Judged,
    Standing,
    judged,
    lines_of,
    source_of,
)
from gweithdy.exchange.incoming.tables import Says
from gweithdy.exchange.people_file import read_people
from gweithdy.exchange.people_list import STANDING_LABELS as OF_PEOPLE
from gweithdy.exchange.people_list import Standing as OfPeople
from gweithdy.exchange.people_list import people_in, standings
from gweithdy.language.sources import read_source, source_name
from gweithdy.language.words import Words

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

Asked = argparse.Namespace


def cards(library: "Library", workshop: Workshop, asked: Asked, words: Words) -> int:
    """Bring cards in, and say what becomes of each line; the exit code."""
    arriving = arriving_file(asked.file, workshop.session.date)
    fit = _fit(arriving, asked, words)
    lane = _lane(workshop, asked.lane)
    table = arriving.as_table(fit.form)
    found = judged(arriving.messages(fit.form, table), known_marks(workshop))
    for each in found:
        print(_line(each, words, named=asked.names == "keep"))
    if table:
        left = [h for h, s in zip(table.headings, table.says, strict=True) if s is Says.NOTHING]
        _say(words, N_("Columns left out: {columns}"), columns=", ".join(filter(None, left)) or "–")
    new = [each for each in found if each.standing is Standing.NEW]
    source = read_source(words, asked.source) if asked.source else source_of(fit.form)
    # Any name may be one: what was mistyped is seen here.
    _say(words, N_("Where it was said: {source}"), source=source_name(words, source))
    if new and not asked.dry_run:
        lines = lines_of(new, words.language, named=asked.names == "keep")
        edit = take_in(workshop, lines, lane, (), source, fit.form, utc_now())
        library.write(edit)
    _tell(found, words)
    if asked.dry_run:
        _say(words, N_("Nothing was changed: this was a trial."))
    return 0


def people(library: "Library", workshop: Workshop, asked: Asked, words: Words) -> int:
    """Bring people in, and say of each whether they are new; the exit code."""
    file = read_people(asked.file)
    found = people_in(file.listed.rows, file.listed.meanings)
    how = standings(found, workshop.of(Participant))
    for person, standing in zip(found, how, strict=True):
        print(words.tr(OF_PEOPLE[standing]), person.name, sep="\t")
    new = [each for each, s in zip(found, how, strict=True) if s is OfPeople.NEW]
    if new and not asked.dry_run:
        rows = [{"mode": file.mode, **each.fields, "name": each.name} for each in new]
        library.write(people_verbs.add_all(workshop, rows))
    counts = Counter(how)
    _say(words, N_("New: {new}. Already there: {known}. Left out: {left}."),
         new=len(new), known=counts[OfPeople.THERE],
         left=counts[OfPeople.TWICE] + counts[OfPeople.NAMELESS])  # fmt: skip
    if asked.dry_run:
        _say(words, N_("Nothing was changed: this was a trial."))
    return 0


def _fit(arriving: Arriving, asked: Asked, words: Words) -> Fit:
    """The kind that was asked for, or the likeliest; it is said with what speaks for it."""
    wanted = Form(asked.kind_of_file) if asked.kind_of_file else arriving.fits[0].form
    fit = next((each for each in arriving.fits if each.form is wanted), None)
    if fit is None:
        raise Problem(
            N_("A workbook cannot be read as this: {kind}. Nothing was imported."),
            kind=words.tr(FORM_LABELS[wanted]),
        )
    if wanted is Form.TRANSCRIPT:
        raise Problem(
            N_(
                "A transcript holds all that was said, and not all of it is a card. Choose lines "
                "of it in the window: on the Capture page, “More”, then “Cards from a file”."
            )
        )
    _say(words, N_("Read as: {kind}"), kind=words.tr(FORM_LABELS[fit.form]))
    for reason in fit.reasons:
        _say(words, reason.message, **reason.values)
    return fit


def _lane(workshop: Workshop, typed: str) -> Id:
    """The lane with this number, counted from 1, or the only one with this in its question."""
    lanes = workshop.of(Lane)
    if not typed:
        return ""
    if typed.isdecimal() and 1 <= int(typed) <= len(lanes):
        return lanes[int(typed) - 1].id
    wanted = folded(typed)
    fitting = [
        lane
        for lane in lanes
        if any(wanted in folded(t) for t in (lane.title.cy.words, lane.title.en.words))
    ]
    if len(fitting) != 1:
        raise Problem(
            N_("No lane has this number, or is the only one with this in its question: {typed}"),
            typed=typed,
        )
    return fitting[0].id


def _line(each: Judged, words: Words, *, named: bool) -> str:
    cells = [words.tr(STANDING_LABELS[each.standing])]
    cells.append(words.tr(LEFT_LABELS[each.left]) if each.left else "")
    said = " ".join(each.message.words.split())
    cells.append(said if len(said) <= MOST else said[: MOST - 1] + "…")
    if named:
        cells.append(each.message.author)
    return "\t".join(cells).rstrip("\t")


MOST = 100
"""Characters of a card that are shown."""


def _tell(found: Sequence[Judged], words: Words) -> None:
    counts = Counter(each.standing for each in found)
    _say(words, N_("New: {new}. Already there: {known}. Left out: {left}."),
         new=counts[Standing.NEW], known=counts[Standing.KNOWN],
         left=counts[Standing.LEFT])  # fmt: skip
    reasons = Counter(each.left for each in found if each.left)
    for left in Left:
        if reasons[left]:
            print(f"{words.tr(LEFT_LABELS[left])}: {reasons[left]}", file=sys.stderr)


def _say(words: Words, message: str, **values: object) -> None:
    print(words.tr(message, **values), file=sys.stderr)
