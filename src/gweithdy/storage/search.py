"""Search: an index of all words beside the library, which follows the change log.

It is only a cache in a file of its own: it can be thrown away, and capture never waits for it.
"""

import json
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import sqlalchemy as sa

from gweithdy.domain.entity import Entity, fields, noun_name, value_of
from gweithdy.domain.field import Field
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.language.mutations import radicals, words_in
from gweithdy.storage import tables
from gweithdy.storage.engine import connect
from gweithdy.storage.rows import among_ids, entities
from gweithdy.storage.tables import change, edit, thing

FORMAT = 3
"""Raise it when entries are made differently; older indexes are then made anew."""

AT_ONCE = 2000
"""Changes that are taken in together."""

LONG_ENOUGH = 4
"""Letters from which a radical may begin a longer word: "rhwystr" finds "rwystrau"."""

HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")

TABLES_OF_INDEX = f"""
PRAGMA user_version={FORMAT};
CREATE TABLE mark(number INTEGER, hlc INTEGER);
CREATE TABLE place(number INTEGER PRIMARY KEY, noun TEXT, id TEXT UNIQUE, session TEXT);
CREATE VIRTUAL TABLE entry USING fts5(words, tokenize='unicode61', detail='none', prefix='3 4 5');
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; `session` is "" for a series."""

    session: Id
    noun: str
    id: Id


class SearchIndex:
    """The index of one library; in memory if there is no `file`. Any thread may use it."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._one_at_a_time = Lock()
        self._connection: sqlite3.Connection | None = None

    def find(
        self,
        library: sa.Connection,
        words: str,
        limit: int,
        hidden: Collection[Id],
        session: Id = "",
    ) -> list[Hit]:
        """The best hits for `words`, but none of the `hidden` sessions.

        The words themselves come first, mutated or not, then longer ones; of these what was written
        last. Counting how often each stands somewhere took most of the time, and cards are
        short.
        """
        queries = fts_queries(words)
        if not queries:
            return []
        with self._one_at_a_time:
            index = self._caught_up(library)
            hits: dict[Hit, None] = {}
            for query in queries:
                for row in index.execute(_FOUND, (query,)):
                    if row[0] not in hidden and (session in ("", row[0])):
                        hits[Hit(*row)] = None
                    if len(hits) == limit:
                        return list(hits)
        return list(hits)

    def catch_up(self, library: sa.Connection) -> None:
        """Take in what was written since the last time."""
        with self._one_at_a_time:
            self._caught_up(library)

    def clear(self) -> None:
        """Forget all words; the next search takes in what there is then."""
        with self._one_at_a_time:
            _clear(self._opened())

    def close(self) -> None:
        """Put the index away."""
        if self._connection:
            self._connection.close()

    def _caught_up(self, library: sa.Connection) -> sqlite3.Connection:
        try:
            index = self._opened()
            self._follow(index, library)
        except sqlite3.DatabaseError:
            # A damaged cache, or a full disk: memory serves as well until the next start.
            self.close()
            if self._file:
                with suppress(OSError):
                    self._file.unlink(missing_ok=True)
            self._file, self._connection = None, None
            index = self._opened()
            self._follow(index, library)
        return index

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            target = str(self._file) if self._file else ":memory:"
            self._connection = connect(target, ("journal_mode=MEMORY", "synchronous=OFF"))
        if self._connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            _clear(self._connection)
        return self._connection

    def _follow(self, index: sqlite3.Connection, library: sa.Connection) -> None:
        last = library.execute(_NEWEST).one_or_none()
        mark = index.execute("SELECT number, hlc FROM mark").fetchone() or (0, 0)
        if last is None:
            # A new library in the place of one that was indexed.
            if mark[0]:
                _clear(index)
            return
        if tuple(last) == mark:
            return
        if mark[0] and library.execute(_AT_MARK, {"mark": mark[0]}).one_or_none() != mark:
            # Another library lies in the place of the one that was indexed.
            _clear(index)
            mark = (0, 0)
        # Piece by piece: who stops it, or kills the program, loses no more than one.
        for upto in (*range(mark[0] + AT_ONCE, last[0], AT_ONCE), last[0]):
            index.execute("BEGIN")
            with index:
                _take_in(index, library, mark[0], upto)
                mark = library.execute(_UP_TO, {"upto": upto}).one()
                index.execute("DELETE FROM mark")
                index.execute("INSERT INTO mark VALUES (?, ?)", tuple(mark))


_TIMED = sa.select(change.c.number, edit.c.hlc).join(edit, edit.c.number == change.c.edit)
_NEWEST = _TIMED.order_by(change.c.number.desc()).limit(1)
_UP_TO = _NEWEST.where(change.c.number <= sa.bindparam("upto"))
_AT_MARK = _TIMED.where(change.c.number == sa.bindparam("mark"))
_CHANGED = (
    sa.select(tables.word.c.text, thing.c.id)
    .join(thing, thing.c.noun == tables.word.c.number)
    .join(change, change.c.thing == thing.c.number)
    .where(change.c.number > sa.bindparam("mark"), change.c.number <= sa.bindparam("upto"))
    .distinct()
)
_FOUND = (
    "SELECT session, noun, id FROM entry JOIN place ON place.number = entry.rowid "
    "WHERE entry MATCH ? ORDER BY entry.rowid DESC"
)
_PLACES = "SELECT number FROM place WHERE id IN (SELECT value FROM json_each(?))"


def _take_in(index: sqlite3.Connection, library: sa.Connection, since: int, upto: int) -> None:
    rows: dict[str, list[Id]] = {}
    for noun, id in library.execute(_CHANGED, {"mark": since, "upto": upto}):
        rows.setdefault(noun, []).append(id)
    for noun, ids in rows.items():
        if indexed(noun):
            found = library.execute(among_ids(noun), {"ids": ids})
            _put(index, noun, ids, entities(noun, found, []))


def _put(index: sqlite3.Connection, noun: str, ids: list[Id], found: list[Entity]) -> None:
    """Let the index have the words of now: those of `found`, and none of others of `ids`."""
    known = index.execute(_PLACES, (json.dumps(ids),)).fetchall()
    index.executemany("DELETE FROM entry WHERE rowid = ?", known)
    index.executemany("DELETE FROM place WHERE number = ?", known)
    (last,) = index.execute("SELECT coalesce(max(number), 0) FROM place").fetchone()
    living = list(enumerate((entity for entity in found if not entity.deleted), last + 1))
    places = [
        (number, noun, one.id, one.id if noun == "session" else getattr(one, "session", ""))
        for number, one in living
    ]
    index.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", places)
    words = [(number, " ".join(terms(one))) for number, one in living]
    index.executemany("INSERT INTO entry(rowid, words) VALUES (?, ?)", words)


def _clear(index: sqlite3.Connection) -> None:
    for table in ("mark", "place", "entry"):
        index.execute(f"DROP TABLE IF EXISTS {table}")
    index.executescript(TABLES_OF_INDEX)


def indexed(noun: str) -> list[Field]:
    """The fields of a noun that hold people's words."""
    return [one for one in fields(NOUNS[noun]).values() if one.searched]


def terms(entity: Entity) -> Iterator[str]:
    """Every word of `entity`, with the words it may be a mutation of."""
    for one in indexed(noun_name(entity)):
        text = value_of(entity, one.path)
        for word in (*words_in(text), *_joined(text)):
            yield from radicals(word)


def fts_queries(words: str) -> list[str]:
    """What finds all of `words`: as they are, then in any form, then with any ending."""
    asked = [radicals(word) for word in words_in(HYPHEN.sub("", words))]
    very = [[f'"{first}"'] for first, *_ in asked]
    forms = [[f'"{each}"' for each in found] for found in asked]
    longer = [
        [_term(first, LONG_ENOUGH - 1), *(_term(other, LONG_ENOUGH) for other in others)]
        for first, *others in asked
    ]
    ways = [very, forms, longer] if asked else []
    return list(dict.fromkeys(" AND ".join(map(_any_of, way)) for way in ways))


def _any_of(wanted: list[str]) -> str:
    return f"({' OR '.join(wanted)})"


def _joined(text: str) -> list[str]:
    """The words of `text` written with a hyphen, without it: both spellings are found."""
    return words_in(HYPHEN.sub("", text)) if HYPHEN.search(text) else []


def _term(word: str, long_enough: int) -> str:
    return f'"{word}"*' if len(word) >= long_enough else f'"{word}"'
