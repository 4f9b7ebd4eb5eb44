"""Tables: one for every noun, made from its declaration, and the change log.

The log says who, when and where once an edit, and numbers what would be said again and again:
words (nouns, fields, authors …) and things. What comes into being is one row with all its values.
"""

from typing import Any

import sqlalchemy as sa

from gweithdy.domain.entity import Entity, Owner, fields
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.nouns import NOUNS
from gweithdy.storage.columns import COUNTER, DOCUMENT, IDENTIFIER, TYPES, Moment

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _column(name: str, one: Field, owner: Owner) -> sa.Column[object]:
    # A reference to one of several nouns ("card|theme") cannot be a foreign key, and one to its own
    # noun is none: rows of one noun are written in any order.
    is_key = one.kind is Kind.ID and one.ref in NOUNS and one.ref != name
    keys = [sa.ForeignKey(f"{one.ref}.id")] if is_key else []
    nullable = one.optional or (one.kind is Kind.ID and one.name != owner.value)
    return sa.Column(one.column, TYPES[one.kind], *keys, nullable=nullable)


def _table(name: str, noun: type[Entity]) -> sa.Table:
    owner = noun.belongs_to
    columns = [_column(name, one, owner) for one in fields(noun).values()]
    id = sa.Column("id", IDENTIFIER, primary_key=True)
    table = sa.Table(name, metadata, id, *columns)
    if owner.value in table.c:
        sa.Index(None, table.c[owner.value])
    return table


TABLES: dict[str, sa.Table] = {name: _table(name, noun) for name, noun in NOUNS.items()}
"""The current values. They can be rebuilt from the log."""


def _number() -> sa.Column[int]:
    return sa.Column("number", COUNTER, primary_key=True, autoincrement=False)


word = sa.Table(
    "word", metadata, _number(), sa.Column("text", sa.Text, nullable=False, unique=True)
)
"""What the log says again and again: nouns, fields, authors, origins, labels."""

thing = sa.Table(
    "thing",
    metadata,
    _number(),
    sa.Column("noun", sa.ForeignKey(word.c.number), nullable=False),
    sa.Column("id", IDENTIFIER, nullable=False, unique=True),
)
"""Everything that ever was in one of the tables."""

device = sa.Table(
    "device",
    metadata,
    _number(),
    sa.Column("id", IDENTIFIER, nullable=False, unique=True),
    sa.Column("incarnation", IDENTIFIER, nullable=False, unique=True),
    # Unknown for one that was made up to write something anonymous.
    sa.Column("since", Moment),
)
"""Each installation that has written here; see `storage.device`."""

edit = sa.Table(
    "edit",
    metadata,
    # The order in which this library learned of the edits; other libraries have another.
    _number(),
    sa.Column("device", sa.ForeignKey(device.c.number), nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    # Microseconds, never less than any seen before: an order for the screen, not a truth.
    sa.Column("hlc", sa.BigInteger, nullable=False, index=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("author", sa.ForeignKey(word.c.number), nullable=False),
    sa.Column("origin", sa.ForeignKey(word.c.number), nullable=False),
    sa.Column("label", sa.ForeignKey(word.c.number), nullable=False),
    sa.Column("kind", sa.ForeignKey(word.c.number), nullable=False),
    sa.Column("session", sa.ForeignKey(thing.c.number)),
    sa.UniqueConstraint("device", "seq"),
)
"""Who did something, when and through what."""

change = sa.Table(
    "change",
    metadata,
    _number(),
    sa.Column("edit", sa.ForeignKey(edit.c.number), nullable=False),
    sa.Column("thing", sa.ForeignKey(thing.c.number), nullable=False, index=True),
    # None where the thing comes into being: the value then holds all its fields by path.
    sa.Column("field", sa.ForeignKey(word.c.number)),
    # SQL NULL once erased; a value that is nothing is the JSON null.
    sa.Column("value", DOCUMENT),
)
"""Every change that was ever made."""

VALUE: sa.ColumnElement[Any] = sa.type_coerce(change.c.value, sa.types.NullType()).label("value")
"""What a change gave, as it is stored: the column's own type gives up a whole query for one value
that is damaged."""

change_parent = sa.Table(
    "change_parent",
    metadata,
    sa.Column("child", sa.ForeignKey(change.c.number), primary_key=True),
    sa.Column("parent", sa.ForeignKey(change.c.number), primary_key=True, index=True),
    # The key is all there is: SQLite would keep it twice.
    sqlite_with_rowid=False,
)
"""Which changes the author had on screen. A child stands in the place of its parent in its own
field only: a change is current in every field in which it is nobody's parent."""

file = sa.Table(
    "file",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
"""The bytes of attached files, each once, by their SHA-256. They are never changed."""

alembic_version = sa.Table(
    "alembic_version",
    metadata,
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The migration these tables are at, as Alembic wants it."""
