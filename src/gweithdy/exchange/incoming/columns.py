"""Columns: where the headings of a table are, and what each column probably says."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from gweithdy.domain.text import on_one_line
from gweithdy.exchange.incoming.tables import Row, Says, Table, is_address, written
from gweithdy.exchange.incoming.when import CLOCK, DATE
from gweithdy.exchange.incoming.workbooks import Value

LOOKED_AT = 15
"""Rows in which the headings are looked for: some sheets begin with a title."""

TOLD = {
    Says.WORDS: "text, words, card, idea, answer, answers, response, comment, comments, question, "
    "suggestion, note, said, geiriau, testun, cerdyn, syniad, ateb, atebion, ymateb, sylw, "
    "sylwadau, cwestiwn, awgrym, nodyn",
    Says.AUTHOR: "name, full name, author, who, by, participant, respondent, user, username, enw, "
    "enw llawn, awdur, pwy, gan, cyfranogwr, defnyddiwr, voter, pleidleisiwr",
    Says.WHEN: "date, time, timestamp, when, start time, completion time, created, submitted, "
    "date created, dyddiad, amser, pryd, amser dechrau, amser cwblhau, crëwyd, cyflwynwyd",
    Says.ID: "id, no, no., number, nr, #, response id, rhif, rhif ymateb",
    Says.NOTHING: "email, e-mail, email address, e-bost, ebost, cyfeiriad e-bost, score, votes, "
    "likes, last modified time, session, phone, telephone, sgôr, pleidleisiau, "
    "amser addasu diwethaf, sesiwn, ffôn",
}

_WHEN = re.compile(rf"(?:{DATE}|{CLOCK}|[,T\s])+Z?", re.IGNORECASE)
_TICKED = re.compile(r"(?:[^;]+;)+")
MOSTLY = 0.7
LONGEST_STAMP = 40
"""Letters: a pattern that may begin anew at every letter must not see a whole book."""


def table_of(rows: Sequence[Row], *, headed: bool | None = None) -> Table:
    """The table in `rows`; `headed` says whether it has headings, None lets us look."""
    place = _heading_place(rows) if headed is None else -1
    if headed:
        place = next((at for at, row in enumerate(rows) if any(row)), -1)
    below = tuple(row for row in rows[place + 1 :] if any(map(_filled, row)))
    width = max([len(rows[place]) if place >= 0 else 0, *map(len, below)])
    headings = [on_one_line(written(cell)) for cell in (rows[place] if place >= 0 else ())]
    headings += [""] * (width - len(headings))
    says = [_told(heading) for heading in headings]
    has_words = Says.WORDS in says
    for column in range(width):
        if says[column] is None or says[column] is Says.WORDS:
            cells = [row[column] for row in below if column < len(row) and _filled(row[column])]
            found = _shown_by(cells)
            is_asked = says[column] is Says.WORDS or not has_words
            says[column] = found if found is not Says.WORDS or is_asked else Says.NOTHING
    return Table(tuple(headings), below, tuple(one or Says.NOTHING for one in says))


def _heading_place(rows: Sequence[Row]) -> int:
    """The row of the headings; -1 if there is none."""
    start = [(at, row) for at, row in enumerate(rows[:LOOKED_AT]) if any(map(_filled, row))]
    for at, row in start:
        if any(_told(on_one_line(written(cell))) for cell in row) and all(map(_is_title, row)):
            return at
    if not start or len(start) == 1:
        return -1
    (at, row), (_, below) = start[0], start[1]
    names = [written(cell).strip() for cell in row]
    is_whole = len(row) > 1 and all(names) and len(set(names)) == len(names)
    differs = any(_is_title(a) and not _is_title(b) for a, b in zip(row, below, strict=False))
    asks = any(name.endswith("?") for name in names)
    return at if all(map(_is_title, row)) and is_whole and (differs or asks) else -1


def _is_title(cell: Value) -> bool:
    """Whether a cell may be a heading: words, and no answer, number, moment or address."""
    words = cell.strip() if isinstance(cell, str) else None
    if words is None:
        return cell is None
    return not words or not (is_address(words) or _is_when(words) or _is_number(words))


def _shown_by(cells: Sequence[Value]) -> Says:
    """What a column says by what stands in it."""
    if not cells:
        return Says.NOTHING
    words = [cell.strip() for cell in cells if isinstance(cell, str)]
    few = MOSTLY * len(cells)
    if sum(isinstance(cell, datetime) for cell in cells) > few:
        return Says.WHEN
    if sum(map(_is_when, words)) > few:
        return Says.WHEN
    if len(words) - sum(map(_is_number, words)) - sum(map(is_address, words)) < len(cells) - few:
        return Says.NOTHING
    return Says.CHOICES if sum(bool(_TICKED.fullmatch(e)) for e in words) > few else Says.WORDS


@cache
def _by_heading() -> dict[str, Says]:
    return {word.strip(): says for says, some in TOLD.items() for word in some.split(",")}


def _told(heading: str) -> Says | None:
    plain = heading.partition("(")[0].strip().casefold()
    return _by_heading().get(plain) if plain else None


def _is_number(words: str) -> bool:
    return bool(words) and not any(c.isalpha() for c in words)


def _is_when(words: str) -> bool:
    return len(words) <= LONGEST_STAMP and bool(_WHEN.fullmatch(words))


def _filled(cell: Value) -> bool:
    return cell is not None and cell != ""
