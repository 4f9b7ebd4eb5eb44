"""A search ends whatever comes of it, and the next one works."""

from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.ui.context import Context
from gweithdy.ui.library import search
from gweithdy.ui.library.search import Found, SearchResults


@pytest.fixture
def results(qtbot: QtBot, context: Context) -> SearchResults:
    results = SearchResults(context)
    qtbot.addWidget(results)
    results.show()
    return results


def test_after_a_fault_one_can_search_again(
    results: SearchResults, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Problem] = []
    context.desk.refused.connect(told.append)

    def fault(*_: Any) -> list[Found]:
        raise ZeroDivisionError("nought")

    results.ask("day")
    qtbot.waitUntil(lambda: results.items.count() == 1)
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(search, "found_in", fault)
        results.ask("words")
        qtbot.waitUntil(lambda: bool(told))
        context.jobs.finish()
    assert len(raised) == len(told) == 1
    # Nothing is shown as found for words that were not searched for.
    assert results.items.count() == 0
    assert results.sentence.text() == ""
    results.ask("day")
    qtbot.waitUntil(lambda: results.items.count() == 1)


def test_what_was_typed_during_a_search_that_fails_is_searched_next(
    results: SearchResults, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, typed = list[str](), Event()

    def found_in(_library: object, words: str, _stopped: object) -> list[Found]:
        asked.append(words)
        if words == "first":
            typed.wait()
            raise Problem("No.")
        return []

    monkeypatch.setattr(search, "found_in", found_in)
    results.ask("first")
    qtbot.waitUntil(lambda: asked == ["first"])
    results.ask("second")
    # The pause after typing is over while the first search still runs.
    results._pause.stop()
    results._search()
    typed.set()
    qtbot.waitUntil(lambda: asked == ["first", "second"])
    qtbot.waitUntil(lambda: results.sentence.text().startswith("Nothing found"))
