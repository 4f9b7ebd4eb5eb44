"""Numbers: short for what the log says again and again, and the reason why it stays small."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa

from gweithdy.domain.ids import Id
from gweithdy.storage.tables import thing, word

T = TypeVar("T")

AT_ONCE = 400
"""Values in one query: SQLite takes 999, older PostgreSQL drivers have limits too."""

REMEMBERED = 20_000

_words = sa.select(word.c.text, word.c.number).where(
    word.c.text.in_(sa.bindparam("texts", expanding=True))
)
_things = sa.select(thing.c.id, thing.c.number).where(
    thing.c.id.in_(sa.bindparam("ids", expanding=True))
)
_new_word = sa.insert(word)
_new_thing = sa.insert(thing)


class Numbers:
    """The numbers of words and things, as far as this writer has met them."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._things: dict[Id, int] = {}

    def clear(self) -> None:
        """Forget all: the numbers may never have been written."""
        self._words.clear()
        self._things.clear()

    def make_room(self) -> None:
        """Forget things where they are many. Not within an edit: it leans on what it has named."""
        if len(self._things) > REMEMBERED:
            self._things.clear()

    def words(
        self, connection: sa.Connection, texts: Iterable[str], last: int
    ) -> tuple[dict[str, int], int]:
        """The number of each of `texts`, and the last number given: new ones count on from it."""
        unknown = sorted(set(texts) - self._words.keys())
        for some in batches(unknown):
            self._words |= dict(connection.execute(_words, {"texts": some}).all())
        new = [text for text in unknown if text not in self._words]
        if new:
            numbered = {text: last + place for place, text in enumerate(new, 1)}
            rows = [{"number": number, "text": text} for text, number in numbered.items()]
            connection.execute(_new_word, rows)
            self._words |= numbered
        return self._words, last + len(new)

    def things(self, connection: sa.Connection, ids: Iterable[Id]) -> dict[Id, int]:
        """The numbers of things that were in the log before."""
        for some in batches([id for id in ids if id not in self._things]):
            self._things |= dict(connection.execute(_things, {"ids": some}).all())
        return self._things

    def new_things(
        self, connection: sa.Connection, nouns: Sequence[tuple[Id, int]], last: int
    ) -> int:
        """Number new things, given as ids with the numbers of their nouns; the last number."""
        numbered = [(last + place, noun, id) for place, (id, noun) in enumerate(nouns, 1)]
        if numbered:
            rows = [{"number": number, "noun": noun, "id": id} for number, noun, id in numbered]
            connection.execute(_new_thing, rows)
            self._things |= {id: number for number, _, id in numbered}
        return last + len(numbered)


def batches(values: Iterable[T]) -> Iterable[list[T]]:
    """`values` in pieces that fit into one query."""
    rest = iter(values)
    while some := list(islice(rest, AT_ONCE)):
        yield some
