"""The filter for what could be plainer, and the way to it from the Pack page."""

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.translation.test_translation_page import (
    cards,
    look_for,
    page,
    shown_words,
    stands,
)

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Typed, said
from gweithdy.edits.changes import created
from gweithdy.edits.sessions import change_session
from gweithdy.ui.attempt import NO_VISIT
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.translation import plainer
from gweithdy.ui.translation.filter import Which
from gweithdy.ui.translation.page import TranslationPage

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

__all__ = ["page"]


def write(page: TranslationPage, **fields: Typed) -> None:
    assert page.workshop
    page.desk.do(change_session(page.workshop.session, **fields))


def test_only_what_the_organiser_wrote_and_has_hints_is_found(page: TranslationPage) -> None:
    look_for(page, which=Which.PLAINER)
    assert shown_words(page) == []
    stands(page, cards(page)[1], said("We utilise the bus", "en"))
    write(page, purpose=Typed(Language.EN, "We utilise the bus"))
    assert shown_words(page) == ["We utilise the bus"]
    assert [line.field for line in page.table.lines.rows] == ["purpose"]


def test_an_abbreviation_explained_elsewhere_is_none(page: TranslationPage) -> None:
    write(page, purpose=Typed(Language.EN, "Ask the DWP"))
    look_for(page, which=Which.PLAINER)
    assert shown_words(page) == ["Ask the DWP"]
    write(page, next_steps=Typed(Language.EN, "The Department for Work and Pensions (DWP) comes"))
    page.filter.changed.emit()
    assert shown_words(page) == []
    write(page, next_steps=Typed(Language.EN, "They come"))
    page.filter.changed.emit()
    assert shown_words(page) == ["Ask the DWP"]


def test_what_was_just_made_plainer_stays_in_sight(page: TranslationPage) -> None:
    write(page, purpose=Typed(Language.EN, "We utilise the bus"))
    look_for(page, which=Which.PLAINER)
    page.table.lines.given.emit(page.table.lines.rows[0].id, "en", "We use the bus", NO_VISIT)
    assert shown_words(page) == ["We use the bus"]
    page.filter.changed.emit()
    assert shown_words(page) == []


def test_the_same_words_are_looked_at_once_and_what_people_said_never(
    page: TranslationPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    hints = plainer.hints
    monkeypatch.setattr(
        plainer, "hints", lambda words, *more: looked.append(words) or hints(words, *more)
    )
    workshop = page.workshop
    assert workshop
    lane = cards(page)[0].lane
    many = [
        Card(id=new_id(), session=workshop.id, lane=lane, text=said(f"We utilise it {n}", "en"))
        for n in range(3000)
    ]
    page.desk.do(Edit("Start", tuple(c for each in many for c in created(each)), workshop.id))
    write(page, purpose=Typed(Language.EN, "We utilise the bus"))
    look_for(page, which=Which.PLAINER)
    assert shown_words(page) == ["We utilise the bus"]
    look_for(page)
    look_for(page, which=Which.PLAINER)
    assert len(looked) == len(set(looked)) < 12


def test_from_the_pack_one_comes_to_what_could_be_plainer(program: "Program", qtbot: QtBot) -> None:
    first = min(program.desk.catalogue.of(Session), key=lambda each: str(each.date))
    window = program.window
    window.open_session(first.id, "pack")
    session = program.desk.workshop
    assert session
    program.desk.do(change_session(session.session, purpose=Typed(Language.EN, "We utilise it")))
    pack = window.pages["pack"]
    assert isinstance(pack, PackPage)
    items = pack.findings.items

    def line() -> int:
        said_there = [items.item(n).text() for n in range(items.count())]
        return next((n for n, each in enumerate(said_there) if "could be plainer." in each), -1)

    qtbot.waitUntil(lambda: line() >= 0)
    items.itemClicked.emit(items.item(line()))
    assert window.key == "translation"
    page = window.pages["translation"]
    assert isinstance(page, TranslationPage)
    assert page.filter.which.value() is Which.PLAINER
    assert "We utilise it" in [row.en for row in page.table.lines.rows]
    assert len(page.table.lines.rows) < 20
    assert all(any(page._plainer.of(row).values()) for row in page.table.lines.rows)
    assert window.focusWidget() is page.table
    # All texts are a choice away.
    page.filter.which.show_value(Which.ANY)
    assert len(page.table.lines.rows) > 100
