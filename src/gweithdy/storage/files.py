"""Files: the bytes of what is attached to things, kept once each."""

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from gweithdy.domain.attached import Attached, digest_of
from gweithdy.domain.entity import fields, value_of
from gweithdy.domain.field import Kind
from gweithdy.domain.nouns import NOUNS
from gweithdy.storage.prepared import Prepared
from gweithdy.storage.rows import all_of, entities
from gweithdy.storage.tables import file

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
