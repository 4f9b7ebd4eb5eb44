"""The cover of a part, and the foot of its pages."""

from dataclasses import replace
from urllib.parse import quote

from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.language.dates import long_date, plain_date
from gweithdy.pack.copies import COPY_LABELS, Copy
from gweithdy.pack.document import Cover, Fact, Foot
from gweithdy.pack.given_out import about_house, logo
from gweithdy.pack.layouts import Layout
from gweithdy.pack.letters import best, has_ink
from gweithdy.pack.links import BESIDE
from gweithdy.pack.runs import Run, Runs, Voice
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
    # A summary for the wall has no room for a cover: it says day and place itself.
    is_page = p.options.layout is not Layout.SUMMARY
    day = p.plain(long_date(session.date, p.language)) if session.date else ()
    facts = (
        (p.tr("Date"), day, thing(session, "date")),
        (p.tr("Place"), p.text(session.place), thing(session, "place")),
        (p.tr("Online link"), _link(p), thing(session, "online_link")),
        *((label, value, None) for label, value in about_house(p)),
        (p.tr("Version"), p.plain(_version(p)), None),
        (p.tr("This copy"), _copy(p), None),
    )
    return Cover(
        language=p.language,
        logo=logo(p),
        kind=p.tr("Outcome pack")[0],
        title=p.text(session.title) or p.tr("Session without a title"),
        other_title=other_title,
        facts=tuple(Fact(label[0], value, of) for label, value, of in facts if value and is_page),
        anchor=f"{p.language}-part",
        also=_also(p),
        thing=thing(session, "title"),
    )


def _link(p: PartWriter) -> Runs:
    """Where people online meet: for the facilitator alone."""
    link = p.workshop.session.online_link if p.options.shown.everything else ""
    return (Run(link, p.language, voice=Voice.SAID),) if has_ink(link) else ()


def _copy(p: PartWriter) -> Runs:
    """For whom it is, unless it is for those who took part, as most are."""
    kind = p.options.copy
    return p.tr(COPY_LABELS[kind]) if kind is not Copy.PARTICIPANTS else ()


def _version(p: PartWriter) -> str:
    number = str(p.workshop.session.packs + 1)
    version = p.words.tr("{version} (draft)", version=number) if p.options.draft else number
    return f"{version} · {plain_date(p.today, p.language)}"


def _also(p: PartWriter) -> Runs:
    if len(p.options.languages()) == 1:
        return _twin(p)
    other = p.language.other
    if p.options.layout is Layout.SUMMARY:
        sentence = (
            p.words.tr("This page is also available in Welsh")
            if other is Language.CY
            else p.words.tr("This page is also available in English")
        )
        return (Run(sentence, p.language, link=f"#{other}-part"),)
    sentence = (
        p.words.tr("This document is also available in Welsh: go to the Welsh part")
        if other is Language.CY
        else p.words.tr("This document is also available in English: go to the English part")
    )
    return (Run(sentence, p.language, link=f"#{other}-part"),)


def _twin(p: PartWriter) -> Runs:
    """The other document, by the name of its file: two documents that lie side by side."""
    if not p.options.twin:
        return ()
    sentence = (
        N_("This document is also available in Welsh: {file}")
        if p.language.other is Language.CY
        else N_("This document is also available in English: {file}")
    )
    # Web pages lie together on a site; other files may be anywhere by the time they are opened.
    is_page = p.options.twin.lower().endswith(".html")
    there = f"{BESIDE}{quote(p.options.twin)}" if is_page else ""
    return tuple(replace(run, link=there) for run in p.tr(sentence, file=p.options.twin))


def foot(p: PartWriter) -> Foot:
    """What stands at the foot of every page of the part."""
    session = p.workshop.session
    title = (p.text(session.title) or p.tr("Outcome pack"))[0]
    version = p.words.tr("Version {version}", version=_version(p))
    # The numbers are known only when the whole document has been laid out.
    page = p.words.tr("Page {number} of {count}")
    return Foot(title, Run(version, p.language), page)
