"""A list of people that was pasted: from a sheet, a mail, a report of a meeting, or just lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gweithdy.domain.field import Value
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import both, on_one_line
from gweithdy.exchange.meeting_report import plain_name
from gweithdy.exchange.people_words import Meaning, choice, heading

ADDRESS = re.compile(r"[^\s<>@,;]+@[^\s<>@,;]+")
ADDRESSED = re.compile(rf"\s*\"?([^<>\t\"]*?)\"?\s*<({ADDRESS.pattern})>\s*[;,]?\s*")
NEXT_ADDRESSED = re.compile(rf"(?<=>)\s*[;,]\s*(?=[^\n]*<{ADDRESS.pattern}>)")

LOOKED_AT = 15
"""Lines in which the headings are looked for: reports of meetings begin with a summary."""

CHOICES = (Meaning.MODE, Meaning.LANGUAGE, Meaning.SECTOR)

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The cells of a list, and what each column seems to mean."""

    rows: tuple[Row, ...]
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on a list: `fields` are those of a `Participant` without the name."""

    name: str
    mail: str = ""
    fields: dict[str, Value] = field(default_factory=dict)


class Standing(StrEnum):
    """Whether somebody on a list would be new."""

    NEW = "new"
    THERE = "there"
    TWICE = "twice"
    NAMELESS = "nameless"


STANDING_LABELS = {
    Standing.NEW: N_("New"),
    Standing.THERE: N_("Already there"),
    Standing.TWICE: N_("Twice in the list"),
    Standing.NAMELESS: N_("No name"),
}


def read_list(text: str) -> PeopleList:
    """The list in `text`; Problem if there is none."""
    rows = _rows(text)
    place = next((at for at, row in enumerate(rows[:LOOKED_AT]) if _is_heading(row)), -1)
    headings = [heading(cell) for cell in rows[place]] if place >= 0 else []
    rows = rows[place + 1 :]
    if place >= 0 and () in rows:
        # Under the people a report goes on with something else.
        rows = rows[: rows.index(())]
    rows = [row for row in rows if any(row)]
    if not rows:
        raise Problem(N_("There is no name in the text that was pasted. Nothing was added."))
    width = max(len(headings), *map(len, rows))
    whole = tuple(row + ("",) * (width - len(row)) for row in rows)
    if headings:
        known = [each or Meaning.NOTHING for each in headings]
        return PeopleList(whole, (*known, *[Meaning.NOTHING] * (width - len(known))))
    return PeopleList(whole, _guessed(whole, width))


def people_in(rows: Iterable[Row], meanings: Sequence[Meaning]) -> list[Listed]:
    """Everybody in `rows`, whose columns mean this; first and last names become one."""
    return [_person(list(zip(meanings, row, strict=True))) for row in rows]


def standings(people: Sequence[Listed], known: Iterable[Participant]) -> list[Standing]:
    """Who of `people` is among the `known`, or higher up in the list: the same name or address."""
    names = {_key(person.name) for person in known}
    seen: set[str] = set()
    found: list[Standing] = []
    for person in people:
        keys = {key for key in (_key(person.name), _key(person.mail)) if key}
        if not person.name:
            found.append(Standing.NAMELESS)
        elif _key(person.name) in names:
            found.append(Standing.THERE)
        else:
            found.append(Standing.TWICE if keys & seen else Standing.NEW)
        seen |= keys
    return found


def _rows(text: str) -> list[Row]:
    lines = [line.lstrip("\ufeff") for line in NEXT_ADDRESSED.sub("\n", text).splitlines()]
    filled = [line for line in lines if line.strip()]
    if filled and all(ADDRESSED.fullmatch(line) for line in filled):
        return [_tidied(found.groups()) for found in map(ADDRESSED.fullmatch, filled) if found]
    separator = _separator(filled)
    rows = [_cells(line, separator) if line.strip() else () for line in lines]
    if len(filled) == 1 and separator in (";", ",") and _are_people(rows[lines.index(filled[0])]):
        return [(name,) for name in rows[lines.index(filled[0])] if name]
    return rows


def _separator(lines: Sequence[str]) -> str:
    if any("\t" in line for line in lines):
        return "\t"
    return next((one for one in ";," if 2 * sum(one in line for line in lines) > len(lines)), "")


def _cells(line: str, separator: str) -> Row:
    if not separator:
        return _tidied([line])
    # A sheet that is wider than its list.
    line = line.rstrip(separator + " ")
    try:
        cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True))
    except csv.Error:
        # Longer than any cell may be: no sheet wrote that.
        cells = line.split(separator)
    return _tidied(part for cell in cells for part in _parts(cell))


def _parts(cell: str) -> tuple[str, ...]:
    found = ADDRESSED.fullmatch(cell)
    return found.groups() if found else (cell,)


def _tidied(cells: Iterable[str]) -> Row:
    return tuple(on_one_line(cell) for cell in cells)


def _are_people(row: Row) -> bool:
    """Whether one line holds several people, not one person with an organisation."""
    is_about_one = any(_kind_of(cell) is not Meaning.NOTHING for cell in row)
    return len(row) > 2 and not is_about_one


def _is_heading(row: Row) -> bool:
    meanings = [heading(cell) for cell in row]
    return Meaning.NAME in meanings and not any(ADDRESS.fullmatch(cell) for cell in row)


def _guessed(rows: Sequence[Row], width: int) -> tuple[Meaning, ...]:
    """What columns without a heading mean, by what most of their cells hold."""
    left = [Meaning.NAME, Meaning.ORGANISATION]
    meanings: list[Meaning] = []
    for place in range(width):
        kinds = Counter(_kind_of(row[place]) for row in rows if row[place])
        unknown = kinds.pop(Meaning.NOTHING, 0)
        meaning = Meaning.NOTHING
        if kinds and 2 * unknown <= unknown + kinds.total():
            [(meaning, _)] = kinds.most_common(1)
        elif unknown and left:
            meaning = left.pop(0)
        meanings.append(Meaning.NOTHING if meaning in meanings else meaning)
    return tuple(meanings)


def _kind_of(cell: str) -> Meaning:
    if ADDRESS.fullmatch(cell):
        return Meaning.MAIL
    return next((each for each in CHOICES if choice(each, cell)), Meaning.NOTHING)


def _person(cells: list[tuple[Meaning, str]]) -> Listed:
    said = {meaning: " ".join(cell for m, cell in cells if m is meaning) for meaning, _ in cells}
    values: dict[str, Value] = {}
    for meaning in CHOICES:
        if meaning in said and (meant := choice(meaning, said[meaning])):
            values[meaning.value] = meant
    if table := said.get(Meaning.TABLE, "").strip():
        values["table"] = table
    if organisation := said.get(Meaning.ORGANISATION, "").strip():
        values["organisation"] = both(organisation, organisation)
    mail = said.get(Meaning.MAIL, "").strip()
    name = plain_name(said.get(Meaning.NAME, "")) or mail.partition("@")[0]
    return Listed(name, mail, values)


def _key(words: str) -> str:
    """What tells names apart: some programs write "Álvarez, Noa", others "Noa Álvarez"."""
    last, comma, first = words.partition(",")
    turned = f"{first} {last}" if comma and first.strip() and "," not in first else words
    return " ".join(turned.casefold().split())
