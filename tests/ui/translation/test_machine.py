"""A translator that is installed: asked only after its words were seen and that was agreed to."""

from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import EntryPoint, EntryPoints
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.translation.test_translation_page import cards, page, progress, stands

from gweithdy.domain.text import Language, Translation, said
from gweithdy.exchange import translators
from gweithdy.exchange.translators import Suggestion
from gweithdy.ui.context import Context
from gweithdy.ui.translation.machine import MachineSheet
from gweithdy.ui.translation.page import TranslationPage

__all__ = ["page"]

GIVEN: list[list[str]] = []
"""What the plug-ins were given."""

STOPPED: list[bool] = []
"""Whether the slow one was asked to stop, each time when it had waited."""

BEGUN, GO_ON = Event(), Event()
"""The slow one has begun; and while this is not set, it waits."""


class Shouting:
    """A plug-in that sends words away."""

    id = "shouting"
    name: Mapping[str, str] = {"cy": "Gweiddi", "en": "Shouting"}
    offline = False

    def pairs(self) -> set[tuple[str, str]]:
        return {("cy", "en"), ("en", "cy")}

    def translate(
        self,
        texts: list[str],
        source: str,
        target: str,
        *,
        glossary: Mapping[str, str] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Suggestion]:
        GIVEN.append(texts)
        return [Suggestion(text.upper()) for text in texts]


class AtHome(Shouting):
    """Nothing of it leaves."""

    id = "at-home"
    name: Mapping[str, str] = {"cy": "Gartref", "en": "At home"}
    offline = True


class Failing(Shouting):
    id = "failing"

    def translate(self, texts: list[str], *_more: object, **_told: object) -> list[Suggestion]:
        raise OSError("no network")


class Slow(AtHome):
    id = "slow"

    def translate(
        self, texts: list[str], *more: str, cancelled: Callable[[], bool], **_told: object
    ) -> list[Suggestion]:
        BEGUN.set()
        GO_ON.wait(20)
        STOPPED.append(cancelled())
        return [Suggestion(text.upper()) for text in texts]


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    found = EntryPoints(
        EntryPoint(made.id, f"{__name__}:{made.__name__}", translators.GROUP)
        for made in (Shouting, AtHome, Failing, Slow)
    )
    monkeypatch.setattr(translators, "entry_points", lambda group: found.select(group=group))
    GIVEN.clear()
    STOPPED.clear()
    GO_ON.clear()
    BEGUN.clear()
    yield
    GO_ON.set()


@pytest.fixture
def sheet(page: TranslationPage, qtbot: QtBot) -> MachineSheet:
    """The sheet, open: two texts lack Welsh, one lacks English."""
    stands(page, cards(page)[2], said("More water", "en"))
    qtbot.waitUntil(page.buttons.machine.isVisible)
    page.buttons.machine.click()
    [found] = page.findChildren(MachineSheet)
    return found


def pick(sheet: MachineSheet, name: str, qtbot: QtBot) -> None:
    place = sheet.which.findText(name)
    sheet.which.setCurrentIndex(place)
    sheet.which.activated.emit(place)
    qtbot.waitUntil(lambda: bool(sheet.texts.toPlainText()))


def test_nothing_is_offered_where_none_is_installed(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translators, "entry_points", lambda **_: EntryPoints())
    page = TranslationPage(context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.context.jobs._running == [])
    assert not page.buttons.machine.isVisible()


def test_off_until_one_is_chosen_its_words_were_seen_and_that_was_agreed_to(
    page: TranslationPage, sheet: MachineSheet, qtbot: QtBot
) -> None:
    before = progress(page)
    assert sheet.told.text() == "Texts: 2. Words: 6."
    assert not sheet.send.isEnabled()
    pick(sheet, "shouting", qtbot)
    assert sheet.told.text().endswith("These words would leave this computer, for Shouting:")
    assert sheet.texts.toPlainText().splitlines() == ["The bus is late", "More water"]
    assert sheet.may.isVisible()
    assert not sheet.may.isChecked()
    assert not sheet.send.isEnabled()
    assert GIVEN == []
    sheet.may.click()
    sheet.send.click()
    qtbot.waitUntil(lambda: not page.findChildren(MachineSheet) or not sheet.isVisible())
    # What was given to it is what was shown.
    assert GIVEN == [["The bus is late", "More water"]]
    now = cards(page)
    assert (now[1].text.cy.words, now[1].text.state("cy")) == (
        "THE BUS IS LATE",
        Translation.MACHINE,
    )
    assert "Suggested: 2. Without a suggestion: 0." in page.progress.text()
    # It does not count as translated.
    assert progress(page).splitlines()[0].split(" of")[0] == before.split(" of")[0]
    page.desk.undo()
    assert not any(cards(page)[place].text.cy.words for place in (1, 2))


def test_another_choice_has_to_be_agreed_to_anew(sheet: MachineSheet, qtbot: QtBot) -> None:
    pick(sheet, "shouting", qtbot)
    sheet.may.click()
    assert sheet.send.isEnabled()
    pick(sheet, "failing", qtbot)
    assert not sheet.may.isChecked()
    assert not sheet.send.isEnabled()


def test_of_one_that_works_here_it_is_said_that_nothing_leaves(
    page: TranslationPage, sheet: MachineSheet, qtbot: QtBot
) -> None:
    sheet.language.show_value(Language.EN)
    pick(sheet, "at-home", qtbot)
    assert "Nothing leaves this computer: At home" in sheet.told.text()
    assert not sheet.may.isVisible()
    assert sheet.texts.toPlainText() == "Mae'r bws yn hwyr"
    sheet.send.click()
    qtbot.waitUntil(lambda: cards(page)[0].text.en.words == "MAE'R BWS YN HWYR")


def test_what_goes_wrong_is_told_and_changes_nothing(
    page: TranslationPage, sheet: MachineSheet, qtbot: QtBot
) -> None:
    before = cards(page)
    pick(sheet, "failing", qtbot)
    sheet.may.click()
    with qtbot.waitSignal(page.desk.refused) as told:
        sheet.send.click()
    assert told.args is not None
    [problem] = told.args
    assert "no network" in str(problem)
    assert cards(page) == before


def test_stopped_nothing_comes_of_it(
    page: TranslationPage, sheet: MachineSheet, qtbot: QtBot
) -> None:
    before = cards(page)
    pick(sheet, "slow", qtbot)
    sheet.send.click()
    assert sheet.progress.isVisible()
    assert sheet.leave.text() == "Cancel"
    assert not sheet.send.isEnabled()
    assert BEGUN.wait(20)
    sheet.leave.click()
    assert not sheet.isVisible()
    GO_ON.set()
    qtbot.waitUntil(lambda: page.context.jobs._running == [])
    assert STOPPED == [True]
    assert cards(page) == before


def test_what_was_written_meanwhile_stays(
    page: TranslationPage, sheet: MachineSheet, qtbot: QtBot
) -> None:
    pick(sheet, "slow", qtbot)
    sheet.send.click()
    late = cards(page)[1]
    stands(page, late, late.text.having("cy", "Teipiwyd"))
    GO_ON.set()
    qtbot.waitUntil(lambda: cards(page)[2].text.cy.words == "MORE WATER")
    assert cards(page)[1].text.cy.words == "Teipiwyd"
