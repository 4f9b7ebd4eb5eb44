"""Packs from the command line: what is missing or kept back is told, then the file is written."""

import argparse
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gweithdy.cli.finding import folded
from gweithdy.cli.speech import say
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.organisation import organisation
from gweithdy.exchange.file_names import plain_name
from gweithdy.language.words import Words
from gweithdy.pack.contents import PackOptions, outcome
from gweithdy.pack.copies import Copy
from gweithdy.pack.document import Document
from gweithdy.pack.files import files_of
from gweithdy.pack.gaps import Gap, missing
from gweithdy.pack.house import House, house_of
from gweithdy.pack.kept_back import PRIVATE_LABELS, Choice, Choose
from gweithdy.pack.layouts import Layout
from gweithdy.pack.options import sections_of, usual_sections
from gweithdy.pack.since import Since
from gweithdy.pack.withheld import withheld
from gweithdy.pack.writing import boxes, write_all

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

LACKING = {
    Language.CY: N_("No Welsh yet: {where}: {text}"),
    Language.EN: N_("No English yet: {where}: {text}"),
}


CHOSEN = {
    Choice.MARK: N_("Not printed: {what} ({kind}; {where}: {text})"),
    Choice.LEAVE_OUT: N_("Left out: {what} ({kind}; {where}: {text})"),
    Choice.PRINT: N_("Printed: {what} ({kind}; {where}: {text})"),
}


def options_of(asked: argparse.Namespace) -> PackOptions:
    """What the pack is to be; Problem for what there is not, or not together."""
    if asked.copy == Copy.PUBLIC and asked.private == Choice.PRINT:
        raise Problem(
            N_("A copy for everybody does not print all names and addresses; --print allows one.")
        )
    if asked.layout == Layout.SUMMARY and (asked.sections or asked.since is not None):
        raise Problem(
            N_("A summary for the wall always has the same sections: leave out {options}."),
            options="--sections, --since",
        )
    names = asked.sections.split(",") if asked.sections else usual_sections(Copy(asked.copy))
    return PackOptions(
        order=asked.order,
        language=asked.pack_language,
        sections=sections_of(name.strip() for name in names),
        choose=chosen(Choice(asked.private), asked.print),
        organisation=both(asked.organisation_cy, asked.organisation_en),
        draft=asked.draft,
        copy=Copy(asked.copy),
        layout=Layout(asked.layout),
    )


def house_in(library: "Library") -> House:
    """The house that the library belongs to, as its packs show it."""
    return house_of(organisation(library.catalogue()), library.bytes_of)


def since(library: "Library", session: Session, version: int) -> Since:
    """The session as it was in that version of its pack; Problem if none was counted here."""
    known = library.packed(session.id)
    if version not in known:
        raise Problem(
            N_("No version {version} of this pack was made from this library. Known: {known}"),
            version=version,
            known=", ".join(map(str, known)) or "–",
        )
    packed = known[version]
    then = library.workshop_then(session.id, packed.edit)
    return Since(version, packed.at.astimezone().date(), then)


def write_packs(
    workshop: Workshop, path: Path, words: Words, options: PackOptions, *, untranslated: bool
) -> None:
    """Write the pack to `path`; if each language has its own document, beside it under its tag.

    First say what it lacks and keeps back. Problem, and nothing is written, if texts lack a
    language in a pack that is no draft, and nobody said that it may go out `untranslated`.
    """
    packs = files_of(path, options)
    told_of = [(file, told(workshop, words, one, file.suffix)) for file, one in packs.items()]
    if not (untranslated or options.draft):
        check_translated([gap for _, (_, lacking) in told_of for gap in lacking])
    write_all({file: document for file, (document, _) in told_of})
    for file in packs:
        _say(words, N_("Written: {path}"), path=file)


def check_translated(lacking: Sequence[Gap]) -> None:
    """Problem if there are texts without one of the languages: whether they go out is a choice."""
    if lacking:
        welsh = sum(gap.lacking is Language.CY for gap in lacking)
        raise Problem(
            N_(
                "Texts without Welsh: {welsh}. Texts without English: {english}. They are listed "
                "above. Nothing was written. Translate them first, or write the pack with "
                "--untranslated: it then says how many they are, and marks each."
            ),
            welsh=welsh,
            english=len(lacking) - welsh,
        )


def told(
    workshop: Workshop, words: Words, options: PackOptions, ending: str
) -> tuple[Document, list[Gap]]:
    """The pack of a session, and its texts without a language.

    Said are these, what it keeps back, and what cannot be drawn in such a file.
    """
    today = date.today()  # noqa: DTZ011 - the date where the person is
    made = outcome(workshop, options, today)
    lacking = missing(workshop, options, made.document)
    for gap in lacking:
        _say(words, LACKING[gap.lacking], where=words.tr(gap.where), text=gap.words)
    for found in made.found:
        kind, where = words.tr(PRIVATE_LABELS[found.kind]), _where(words, found.where)
        message = CHOSEN[options.becomes(found)]
        _say(words, message, what=found.words, kind=kind, where=where, text=found.text)
    kept = withheld(workshop, options, made.found)
    if kept:
        things = "; ".join(f"{words.tr(each.what)}: {each.n}" for each in kept)
        _say(words, N_("Kept out of this copy: {things}"), things=things)
    for box in boxes(made.document, ending):
        message = N_("Printed as boxes, for want of a font: {letters} ({where}: {text})")
        where = _where(words, box.where)
        _say(words, message, letters=" ".join(box.letters), where=where, text=box.text)
    return made.document, lacking


def chosen(otherwise: Choice, printed: Collection[str]) -> Choose:
    """What becomes of what is found: what was allowed by name is printed, all else `otherwise`."""
    allowed = {folded(words) for words in printed}
    return lambda found: Choice.PRINT if folded(found.words) in allowed else otherwise


def _where(words: Words, where: str) -> str:
    return words.tr(where or N_("Session"))


def _say(words: Words, message: str, **values: object) -> None:
    say(words.tr(message, **values))


def file_name(place: int, session: Session) -> str:
    """A plain name for the pack of a demonstration session."""
    return f"{place}-{plain_name(session.title.best(Language.EN)[0], 'pack')}.pdf"
