"""A switch of the language draws once what is in sight, and the rest when it is next shown."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from gweithdy.domain.session import Session
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.people.page import PeoplePage

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


@pytest.mark.parametrize("languages", [["cy"], ["cy", "en"], ["cy", "en", "cy"]])
def test_each_switch_draws_once(
    program: "Program", monkeypatch: pytest.MonkeyPatch, languages: list[str]
) -> None:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    program.window.show_page("board")
    QApplication.processEvents()
    drawn: list[str] = []
    for name in ("retranslate", "show_all"):
        real = getattr(BoardPage, name)
        monkeypatch.setattr(
            BoardPage, name, lambda page, n=name, r=real: (drawn.append(n), r(page))
        )
    for language in languages:
        drawn.clear()
        program.speak(language)
        QApplication.processEvents()
        assert sorted(drawn) == ["retranslate", "show_all"]


def test_a_page_out_of_sight_speaks_when_it_is_next_shown(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    for key in ("people", "board"):
        program.window.show_page(key)
    people = program.window.pages["people"]
    assert isinstance(people, PeoplePage)
    before = people.title.text()
    spoken: list[int] = []
    real = PeoplePage.retranslate
    monkeypatch.setattr(PeoplePage, "retranslate", lambda page: (spoken.append(1), real(page)))
    program.speak("cy")
    program.speak("en")
    program.speak("cy")
    QApplication.processEvents()
    assert spoken == []
    program.window.show_page("people")
    assert spoken == [1]
    assert people.title.text() != before
