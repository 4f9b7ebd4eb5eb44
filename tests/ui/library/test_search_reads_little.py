"""A search reads what was found, and no session."""

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.clock import utc_now
from gweithdy.domain.ids import Id
from gweithdy.domain.session import Session
from gweithdy.edits.board import add_card
from gweithdy.edits.sessions import delete_session, new_session
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.library.search import SearchResults


def session_with(context: Context, words: str) -> Id:
    """A session with one card; its id."""
    edit = new_session("Diwrnod", words)
    context.desk.do(edit)
    workshop = context.library.workshop(edit.session)
    context.desk.do(add_card(workshop, words, "cy", "", CardKind.NONE, "room", utc_now()))
    return edit.session


def test_only_what_was_found_is_read(
    empty_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = empty_context.library
    for number in range(3):
        session_with(empty_context, f"{number} trafnidiaeth")
        session_with(empty_context, f"{number} iechyd")
    cards = {
        card.id
        for session in empty_context.desk.catalogue.of(Session)
        for card in library.workshop(session.id).of(Card)
        if "trafnidiaeth" in card.text.cy.words
    }
    read: list[tuple[str, Id]] = []
    things = library.things

    def noted(wanted: list[tuple[str, Id]]) -> object:
        read.extend(wanted)
        return things(read)

    monkeypatch.setattr(library, "things", lambda wanted: noted(list(wanted)))
    monkeypatch.setattr(library, "workshop", lambda _: pytest.fail("a whole session was read"))
    results = SearchResults(empty_context)
    qtbot.addWidget(results)
    results.ask("trafnidiaeth")
    qtbot.waitUntil(lambda: results.items.count() == 6)
    assert {id for noun, id in read if noun == "card"} == cards
    assert len(read) == 6


def test_what_is_in_a_session_that_has_just_gone_is_not_shown(
    empty_context: Context, qtbot: QtBot
) -> None:
    desk: Desk = empty_context.desk
    gone, stays = (session_with(empty_context, "trafnidiaeth") for _ in range(2))
    results = SearchResults(empty_context)
    qtbot.addWidget(results)
    results.ask("trafnidiaeth")
    qtbot.waitUntil(lambda: results.items.count() == 4)
    desk.do(delete_session(desk.catalogue.get(Session, gone)))
    results.retranslate()
    assert results.items.count() == 2
    assert results.sentence.text() == "2 places found"
    with qtbot.waitSignal(results.chosen) as chosen:
        results.items.itemActivated.emit(results.items.item(0))
    assert chosen.args
    assert chosen.args[0] == stays
