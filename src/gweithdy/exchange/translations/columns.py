"""Columns: a table of texts for translators, the same in Word and in a sheet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import TRANSLATION_LABELS, Language, Translation, tidy
from gweithdy.domain.translating import DONE, STAMP, UNIT_ID, Returned, ReturnedFile, Unit
from gweithdy.exchange.translations.outgoing import ENGLISH, WELSH, note
from gweithdy.language.words import in_both


class Column(StrEnum):
    """What a column holds."""

    ID = "id"
    CY = "cy"
    EN = "en"
    STATE = "state"
    WHERE = "where"


_HEADINGS = {
    Column.ID: N_("ID"),
    Column.CY: N_("Welsh"),
    Column.EN: N_("English"),
    Column.STATE: N_("State"),
    Column.WHERE: N_("Where it stands"),
}

_KNOWN = {
    Column.ID: ("id",),
    Column.CY: ("cymraeg", "welsh", "cy"),
    Column.EN: ("saesneg", "english", "en"),
    Column.STATE: ("cyflwr", "statws", "state", "status"),
}
"""Words by which a column is known, wherever somebody moved it."""

_ID_CELL = re.compile(rf"({UNIT_ID.pattern})(?:\.({STAMP.pattern}))?")

_WORD = re.compile(r"\w+")

_MORE_WORDS = {"final": Translation.REVIEWED, "terfynol": Translation.REVIEWED}

NO_TABLE = N_(
    "There is no table with the columns “ID”, “Cymraeg / Welsh” and “Saesneg / English” in this "
    "file. Nothing was imported."
)


def columns(target: Language) -> tuple[Column, ...]:
    """The columns in order, the words to be translated before their translation."""
    return (Column.ID, Column(target.other), Column(target), Column.STATE, Column.WHERE)


def heading(column: Column) -> str:
    """What stands above a column, in both languages."""
    message = _HEADINGS[column]
    return message if column is Column.ID else in_both(message)


def cell(unit: Unit, column: Column) -> str:
    """What stands in a column for a text."""
    match column:
        case Column.ID:
            return f"{unit.id}.{unit.stamp}"
        case Column.STATE:
            return in_both(TRANSLATION_LABELS[unit.state])
        case Column.WHERE:
            return note(unit)
        case _:
            return unit.original if column == Column(unit.source) else unit.words


def read_tables(tables: Iterable[Sequence[Sequence[str]]]) -> ReturnedFile:
    """What came back in the tables of a file; Problem if none of them is ours."""
    rows: list[Returned] = []
    found = False
    for table in tables:
        for at, row in enumerate(table):
            if places := _placed(row):
                found = True
                rows += _rows(table[at + 1 :], places)
                break
    if not found:
        raise Problem(NO_TABLE)
    return ReturnedFile(tuple(rows))


def _placed(row: Sequence[str]) -> dict[Column, int]:
    """Where the columns are; nothing if this is not the row of their headings."""
    places: dict[Column, int] = {}
    for place, words in enumerate(row):
        said = set(_WORD.findall(words.casefold()))
        for column, known in _KNOWN.items():
            if said & set(known) and len(said) < 6:
                places.setdefault(column, place)
    return places if {Column.ID, Column.CY, Column.EN} <= places.keys() else {}


def _rows(rows: Sequence[Sequence[str]], places: dict[Column, int]) -> Iterator[Returned]:
    for row in rows:
        cells = {column: row[at] for column, at in places.items() if at < len(row)}
        one = _ID_CELL.search("".join(cells.get(Column.ID, "").split()))
        if one:
            target = Language(one[5])
            yield Returned(
                one[1],
                tidy(cells.get(Column(target), "")),
                _state(cells.get(Column.STATE, "")),
                tidy(cells.get(Column(target.other), "")),
                one[6] or "",
            )
        elif any(tidy(cells.get(column, "")) for column in (Column.CY, Column.EN)):
            words = cells.get(Column.CY, "") or cells.get(Column.EN, "")
            yield Returned(tidy(cells.get(Column.ID, "")), tidy(words))


def _state(words: str) -> Translation | None:
    """What a person wrote about the words; what we wrote there says nothing of new ones."""
    said = {" ".join(part.casefold().split()) for part in words.split("/")}
    for state in DONE:
        label = TRANSLATION_LABELS[state]
        if said & {str(state), WELSH.tr(label).casefold(), ENGLISH.tr(label).casefold()}:
            return state
    return next((state for word, state in _MORE_WORDS.items() if word in said), None)
