"""How many statements an edit takes: as many for a thousand cards as for ten."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from tests.storage.day import Day

from gweithdy.domain.change import Change, Edit
from gweithdy.storage import prepared
from gweithdy.storage.library import Library


class Counting:
    """The driver's connection; `asked` is what it was asked."""

    def __init__(self, driver: Any, asked: list[str]) -> None:
        self._driver = driver
        self._asked = asked

    def execute(self, text: str, *values: Any) -> Any:
        self._asked.append(text)
        return self._driver.execute(text, *values)

    def executemany(self, text: str, rows: Any) -> Any:
        self._asked.append(text)
        return self._driver.executemany(text, rows)


@contextmanager
def statements(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The statements that the writer carries out inside."""
    asked: list[str] = []
    driver, engine = prepared._driver, library._writing

    def note(_connection: Any, _cursor: Any, text: str, *_: Any) -> None:
        asked.append(text)

    sa.event.listen(engine, "before_cursor_execute", note)
    with monkeypatch.context() as patch:
        patch.setattr(prepared, "_driver", lambda one: Counting(driver(one), asked))
        yield asked
    sa.event.remove(engine, "before_cursor_execute", note)


def sheet(day: Day, cards: int) -> Edit:
    changes = [day.card(f"cerdyn {number}").changes for number in range(cards)]
    return Edit("Add several cards", sum(changes, ()), day.session)


def test_an_import_takes_no_more_statements_than_a_few_cards(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The words of the log (label, origin …) are numbered at their first time.
    day.library.write(sheet(day, 2))
    with statements(day.library, monkeypatch) as few:
        day.library.write(sheet(day, 2))
    with statements(day.library, monkeypatch) as many:
        day.library.write(sheet(day, 1000))
    assert many == few
    texts = " ".join(many)
    for table in ("card", "thing", "edit", "change"):
        assert texts.count(f"INSERT INTO {table} ") == 1
    assert len(day.library.search("cerdyn", limit=2000)) == 1004


def test_changing_many_cards_takes_no_more_statements_than_changing_two(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = sheet(day, 900)
    day.library.write(edit)
    ids = list(dict.fromkeys(change.id for change in edit.changes))
    counts = []
    for some, source in ((ids[:2], "3"), (ids[2:], "3"), (ids[:2], "4"), (ids[2:], "4")):
        # What is asked for the first time after opening is not remembered yet.
        day.reopen()
        changes = tuple(Change("card", id, "source", source) for id in some)
        with statements(day.library, monkeypatch) as asked:
            day.library.write(Edit("Change", changes, day.session))
        counts.append(len(asked))
    assert len(set(counts[2:])) == 1
    assert day.library.check() == []


def test_typing_on_asks_the_log_nothing(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    id = day.capture("un")
    with statements(day.library, monkeypatch) as asked:
        day.rewrite(id, "un cerdyn")
        day.rewrite(id, "un cerdyn mwy")
    assert [text for text in asked if text.startswith("SELECT") and "FROM change" in text] == []
