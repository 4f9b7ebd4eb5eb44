"""What people write in lists of people: headings, and ways, languages and sectors, in both
languages.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from gweithdy.domain.people import (
    LANGUAGE_CHOICE_LABELS,
    MODE_LABELS,
    SECTOR_LABELS,
    LanguageChoice,
    Mode,
    Sector,
)
from gweithdy.domain.problem import N_, NC_
from gweithdy.domain.text import Language
from gweithdy.language.words import Words


class Meaning(StrEnum):
    """What a column of a list says of somebody."""

    NAME = "name"
    MAIL = "mail"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    MODE = "mode"
    TABLE = "table"
    LANGUAGE = "language"
    NOTHING = "nothing"


MEANING_LABELS = {
    Meaning.NAME: N_("Name or pseudonym"),
    Meaning.MAIL: N_("E-mail (not kept)"),
    Meaning.ORGANISATION: N_("Organisation"),
    Meaning.SECTOR: N_("Sector"),
    Meaning.MODE: N_("Takes part"),
    Meaning.TABLE: NC_("where people sit", "Table"),
    Meaning.LANGUAGE: N_("Language"),
    Meaning.NOTHING: N_("Leave out"),
}

_HEADINGS = {
    Meaning.NAME: "name, full name, first name, last name, surname, forename, participant, enw, "
    "enw llawn, enw cyntaf, cyfenw, cyfranogwr",
    Meaning.MAIL: "email, e-mail, mail, email address, e-mail address, user email, ebost, e-bost, "
    "cyfeiriad e-bost",
    Meaning.ORGANISATION: "organisation, organization, company, employer, department, sefydliad, "
    "cwmni, cyflogwr, adran, corff",
    Meaning.SECTOR: "sector",
    Meaning.MODE: "mode, takes part, attendance, attending, how, cymryd rhan, dull cymryd rhan, "
    "presenoldeb, sut",
    Meaning.TABLE: "table, table number, bwrdd, rhif bwrdd",
    Meaning.LANGUAGE: "language, language choice, preferred language, iaith, dewis iaith",
}

_MODES = {
    Mode.ROOM: "in person, in the room, in room, room, face to face, yn yr ystafell, ystafell, "
    "wyneb yn wyneb, mewn person, yn bersonol",
    Mode.ONLINE: "online, on line, remote, remotely, virtual, teams, zoom, ar-lein, ar lein, "
    "arlein, o bell, rhithiol, rhithwir",
}

_LANGUAGES = {
    LanguageChoice.CY: "welsh, cymraeg, cy, cym, w",
    LanguageChoice.EN: "english, saesneg, en, eng, e, s",
    LanguageChoice.BOTH: "both, bilingual, either, welsh and english, english and welsh, y ddwy, "
    "dwyieithog, y naill neu'r llall, cymraeg a saesneg, saesneg a chymraeg",
}


def heading(words: str) -> Meaning | None:
    """The column that begins with these words; None if it is no heading that we know."""
    plain = words.partition("(")[0]
    found: Meaning | None = _by_word(Meaning).get(_folded(plain))
    return found


def choice(meaning: Meaning, words: str) -> Mode | LanguageChoice | Sector | None:
    """What somebody meant in a column of choices; None if it is no word that we know."""
    kinds: dict[Meaning, type[StrEnum]] = {
        Meaning.MODE: Mode, Meaning.LANGUAGE: LanguageChoice, Meaning.SECTOR: Sector,
    }  # fmt: skip
    found: Mode | LanguageChoice | Sector | None = _by_word(kinds[meaning]).get(_folded(words))
    return found


@cache
def _by_word(kind: type[StrEnum]) -> dict[str, Any]:
    said: dict[type[StrEnum], tuple[Mapping[Any, str], Mapping[Any, str]]] = {
        Meaning: (_HEADINGS, MEANING_LABELS),
        Mode: (_MODES, MODE_LABELS),
        LanguageChoice: (_LANGUAGES, LANGUAGE_CHOICE_LABELS),
        Sector: ({}, SECTOR_LABELS),
    }
    written, labels = said[kind]
    known = {_folded(word): value for value, some in written.items() for word in some.split(",")}
    for language in Language:
        words = Words(language)
        known |= {_folded(words.tr(label)): value for value, label in labels.items()}
    return known


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
