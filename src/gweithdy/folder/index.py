"""The page that lists what is in the folder, in Welsh and then in English."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from html import escape
from urllib.parse import quote

from gweithdy.domain.day import Day, day_of
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.dates import clock, long_date
from gweithdy.language.local_time import in_wales
from gweithdy.language.words import Words


class Group(StrEnum):
    """What belongs together on the page, in its order."""

    PACK = "pack"
    LISTS = "lists"
    PICTURES = "pictures"
    SESSION = "session"


GROUP_LABELS = {
    Group.PACK: N_("The outcome pack"),
    Group.LISTS: N_("Lists"),
    Group.PICTURES: N_("Pictures"),
    Group.SESSION: N_("The whole session"),
}

PERSONAL = N_(
    "This folder is for whoever organises the session. The session file and the lists hold "
    "everything as it was written down: also names of people who did not agree to be named, and "
    "addresses and telephone numbers wherever somebody wrote them. Keep the folder to yourself."
)
FOR_SENDING = N_(
    "For sending there is the pack. There, and in the pictures, names without consent, e-mail "
    "addresses and telephone numbers are kept back. The pack here is a draft and counts as no "
    "version."
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A person's words in the place of a value, and their language."""

    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class Filed:
    """A file of the folder: what it is (a catalogue text with its values), and its language."""

    path: str
    group: Group
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    language: Language | None = None


def index_page(workshop: Workshop, filed: Sequence[Filed], now: datetime) -> bytes:
    """The page as UTF-8, in one file, without scripts; the same bytes for the same folder."""
    parts = [_part(workshop, filed, now, Words(language)) for language in Language]
    title = " / ".join(_titles(workshop.session.title))
    links = " | ".join(
        f'<a href="#{each}" lang="{each}" hreflang="{each}">{LANGUAGE_NAMES[each]}</a>'
        for each in Language
    )
    page = (
        f'<!DOCTYPE html>\n<html lang="{Language.CY}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Iaith / Language">{links}</nav>\n<main>\n{"".join(parts)}</main>\n'
        "</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


STYLE = """\
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
.mind { border-left: 0.25rem solid; padding-left: 1rem; }
.kind { white-space: nowrap; }
li { margin: 0.25rem 0; }
section + section { border-top: 1px solid; margin-top: 3rem; padding-top: 1rem; }
"""


def _titles(title: Text) -> list[str]:
    said = (title.get(language) for language in Language)
    return list(dict.fromkeys(" ".join(words.split()) for words in said if words)) or ["gweithdy"]


def _part(workshop: Workshop, filed: Sequence[Filed], now: datetime, words: Words) -> str:
    at = words.language
    groups = "".join(line for group in Group for line in _group(group, filed, words))
    return (
        f'<section lang="{at}" id="{at}" aria-labelledby="{at}-title">\n'
        f'<h1 id="{at}-title">{_title(workshop.session.title, words)}</h1>\n'
        f"<p>{_when(workshop, now, words)}</p>\n"
        f'<div class="mind">\n<p><strong>{escape(words.tr(PERSONAL))}</strong></p>\n'
        f"<p>{escape(words.tr(FOR_SENDING))}</p>\n</div>\n{groups}</section>\n"
    )


def _title(title: Text, words: Words) -> str:
    said, language = title.best(words.language)
    return _spoken(Spoken(said, language), words) if said else escape(words.tr("Untitled"))


def _when(workshop: Workshop, now: datetime, words: Words) -> str:
    """The day of the export; while the session runs also the minute, and what is on."""
    at = in_wales(now)
    day = day_of(workshop)
    date = escape(long_date(at.date(), words.language))
    if not day.going:
        return escape(words.tr("Exported on {date}.")).format(date=date)
    message = N_("Exported in the middle of the session: {date}, {time}. On now: {block}.")
    said = _now_on(day, words)
    return escape(words.tr(message)).format(date=date, time=clock(at), block=said)


def _now_on(day: Day, words: Words) -> str:
    if day.present is None:
        return "–"
    title, language = day.present.block.title.best(words.language)
    return _spoken(Spoken(title or "–", language), words)


def _group(group: Group, filed: Sequence[Filed], words: Words) -> Iterator[str]:
    inside = [each for each in filed if each.group is group]
    if inside:
        yield f"<h2>{escape(words.tr(GROUP_LABELS[group]))}</h2>\n<ul>\n"
        for each in inside:
            ending = each.path.rpartition(".")[2].upper()
            language = f' hreflang="{each.language}"' if each.language else ""
            yield (
                f'<li><a href="{quote(each.path)}"{language}>{_said(each, words)}</a> '
                f'<span class="kind">({ending})</span></li>\n'
            )
        yield "</ul>\n"


def _said(filed: Filed, words: Words) -> str:
    """What a file is; a person's words in it say their language."""
    message = escape(words.tr(filed.message), quote=False)
    return message.format(**{name: _value(each, words) for name, each in filed.values.items()})


def _value(value: object, words: Words) -> str:
    return _spoken(value, words) if isinstance(value, Spoken) else escape(words.tr(str(value)))


def _spoken(spoken: Spoken, words: Words) -> str:
    inside = escape(" ".join(spoken.words.split()))
    if spoken.language is words.language:
        return inside
    return f'<span lang="{spoken.language}">{inside}</span>'
