"""Prepared: statements of the writer, compiled once and run by the driver itself.

Every captured card waits for these: asking SQLAlchemy each time costs ten times what SQLite does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

_DIALECT = sqlite.dialect()

Values = Mapping[str, Any]
"""What stands in the places of a statement, by name."""


class Prepared:
    """A statement whose places are filled by name; their values are kept as its columns say.

    Errors are those of the driver. Rows come as the driver has them: only for columns of numbers
    and plain words.
    """

    def __init__(self, statement: sa.Select[Any] | sa.Insert | sa.Update) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        assert isinstance(compiled, sa.sql.compiler.SQLCompiler)
        self._text = compiled.string
        self._places = [
            (name, compiled.binds[name].type.dialect_impl(_DIALECT).bind_processor(_DIALECT))
            for name in compiled.positiontup or ()
        ]

    def all(self, connection: sa.Connection, values: Values) -> list[tuple[Any, ...]]:
        """The rows that a query finds."""
        cursor = _driver(connection).execute(self._text, self._placed(values))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    def run(self, connection: sa.Connection, rows: Iterable[Values]) -> None:
        """Carry out an INSERT or UPDATE for each of `rows`, as one statement."""
        _driver(connection).executemany(self._text, map(self._placed, rows))

    def _placed(self, values: Values) -> list[Any]:
        return [kept(values[name]) if kept else values[name] for name, kept in self._places]


def among(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """Whether `column` is one of the list `:name`: one place for it, however long it is."""
    each = sa.func.json_each(sa.bindparam(name, type_=sa.JSON())).table_valued("value")
    return column.in_(sa.select(each.c.value))


def _driver(connection: sa.Connection) -> Any:
    return connection.connection.driver_connection
