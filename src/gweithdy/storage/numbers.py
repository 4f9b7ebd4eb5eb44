"""Numbers: short for what the log says again and again, and the reason why it stays small."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from gweithdy.domain.ids import Id
from gweithdy.storage.prepared import Prepared, among
from gweithdy.storage.tables import thing, word

REMEMBERED = 20_000

_words = Prepared(sa.select(word.c.text, word.c.number).where(among(word.c.text, "texts")))
_things = Prepared(sa.select(thing.c.id, thing.c.number).where(among(thing.c.id, "ids")))
_new_word = Prepared(sa.insert(word))
_new_thing = Prepared(sa.insert(thing))


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
        if unknown:
            self._words.update(_words.all(connection, {"texts": unknown}))
        new = [text for text in unknown if text not in self._words]
        if new:
            numbered = {text: last + place for place, text in enumerate(new, 1)}
            rows = [{"number": number, "text": text} for text, number in numbered.items()]
            _new_word.run(connection, rows)
            self._words |= numbered
        return self._words, last + len(new)

    def things(self, connection: sa.Connection, ids: Iterable[Id]) -> dict[Id, int]:
        """The numbers of things that were in the log before."""
        unknown = [id for id in ids if id not in self._things]
        if unknown:
            self._things.update(_things.all(connection, {"ids": unknown}))
        return self._things

    def new_things(
        self, connection: sa.Connection, nouns: Sequence[tuple[Id, int]], last: int
    ) -> int:
        """Number new things, given as ids with the numbers of their nouns; the last number."""
        numbered = [(last + place, noun, id) for place, (id, noun) in enumerate(nouns, 1)]
        if numbered:
            rows = [{"number": number, "noun": noun, "id": id} for number, noun, id in numbered]
            _new_thing.run(connection, rows)
            self._things |= {id: number for number, _, id in numbered}
        return last + len(numbered)
