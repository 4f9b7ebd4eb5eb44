"""Files: the bytes of what is attached to things, kept once each."""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from gweithdy.domain.attached import Attached, digest_of
from gweithdy.domain.entity import Owner, fields, value_of
from gweithdy.domain.field import Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.storage.prepared import Prepared
from gweithdy.storage.rows import all_of, entities
from gweithdy.storage.tables import TABLES, file
from gweithdy.storage.values import UNREADABLE

_keep = Prepared(insert(file).on_conflict_do_nothing())


def keep(connection: sa.Connection, files: Iterable[bytes]) -> None:
    """Have these bytes in the library, unless they are there already."""
    _keep.run(connection, [{"digest": digest_of(data), "data": data} for data in files])


def bytes_of(connection: sa.Connection, attached: Attached) -> bytes | None:
    """The bytes of a file; None if they are not there, or are others than those once attached."""
    query = sa.select(file.c.data).where(file.c.digest == attached.digest)
    data: Any = connection.scalar(query)
    # A damaged column can hold something else than bytes.
    is_whole = isinstance(data, bytes) and digest_of(data) == attached.digest
    return data if is_whole else None


def lacking(connection: sa.Connection) -> Iterator[Attached]:
    """The attached files whose bytes are not there, or damaged."""
    for name, noun in NOUNS.items():
        paths = [path for path, one in fields(noun).items() if one.kind is Kind.FILE]
        if not paths:
            continue
        for each in entities(name, connection.execute(all_of(name)), []):
            for attached in (value_of(each, path) for path in paths):
                if attached and bytes_of(connection, attached) is None:
                    yield attached


def of_sessions(connection: sa.Connection, sessions: Collection[Id]) -> set[str]:
    """The digests of the files that are attached to what belongs to these sessions."""
    return {
        digest
        for name, column in _columns(Owner.SESSION)
        for digest in _digests(connection, column, TABLES[name].c.session.in_(sessions))
    }


def forget(connection: sa.Connection, digests: Collection[str]) -> None:
    """Take these files out of the library, but those that something is still attached to."""
    kept = {
        digest
        for owner in Owner
        for _, column in _columns(owner)
        for digest in _digests(connection, column, sa.true())
    }
    for digest in set(digests) - kept:
        connection.execute(sa.delete(file).where(file.c.digest == digest))


def _columns(owner: Owner) -> Iterator[tuple[str, sa.Column[Any]]]:
    for name, noun in NOUNS.items():
        for one in fields(noun).values() if noun.belongs_to is owner else ():
            if one.kind is Kind.FILE:
                yield name, TABLES[name].c[one.column]


def _digests(
    connection: sa.Connection, column: sa.Column[Any], where: sa.ColumnElement[bool]
) -> Iterator[str]:
    """Those in a column; what is damaged in it names none."""
    stored: sa.ColumnElement[Any] = sa.type_coerce(column, sa.types.NullType())
    for value in connection.scalars(sa.select(stored).where(where)):
        with suppress(*UNREADABLE):
            yield json.loads(value)["digest"]
