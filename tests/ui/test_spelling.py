"""Spelling is looked up in the language of the words; names and a person's own words are right."""

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.capture.conftest import bar

from gweithdy.domain.board import Card
from gweithdy.domain.text import Language
from gweithdy.edits import people
from gweithdy.language.dictionaries import dictionary
from gweithdy.language.spelling import Misspelt, misspelt, suggestions
from gweithdy.ui import spelling
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.context import Context
from gweithdy.ui.spelling import MOST_LINES

__all__ = ["bar"]

CY, EN = Language.CY, Language.EN

needs_hunspell = pytest.mark.skipif(dictionary(CY) is None, reason="Hunspell is not installed")


def wrong(words: str, language: Language, known: frozenset[str] = frozenset()) -> list[str]:
    return [each.word for each in misspelt(words, language, known)]


@needs_hunspell
@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("Mae gormod o ffurflenni i'w llenwi", CY, []),
        ("Mae gormod o ffurflenniau i'w llenwi", CY, ["ffurflenniau"]),
        ("Mae’r gwasnaethau’n araf yng Nghaerdydd", CY, ["gwasnaethau’n"]),
        ("Gellir cydgynhyrchu holiaduron", CY, []),
        ("Daeth Xqwerty i'r cyfarfod", CY, []),
        ("gw. www.xyzzy.wales neu a@xyzzy.org", CY, ["gw"]),
        ("Too many forms to fill in", EN, []),
        ("We recieve to many forms", EN, ["recieve"]),
        ("Naïve talk in Cafés and a café", EN, []),
        ("The GPs' wifi at Mair's house", EN, []),
        ("It’s the organisation’s own co-design", EN, []),
        ("Mae gormod o waith", EN, ["gormod", "waith"]),
    ],
)
def test_words_are_looked_up_in_their_own_language(
    words: str, language: Language, found: list[str]
) -> None:
    assert wrong(words, language) == found


@needs_hunspell
def test_a_line_that_nobody_typed_is_not_looked_at() -> None:
    assert wrong("recieve " * 500, EN) == ["recieve"] * 500
    assert wrong("recieve " * 5_000, EN) == []


@needs_hunspell
def test_of_a_long_list_the_first_lines_are_looked_at(
    bar: CaptureBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line that is pasted costs the same, however many there are."""
    looked: list[str] = []

    def look(words: str, language: Language, known: frozenset[str]) -> list[Misspelt]:
        looked.append(words)
        return misspelt(words, language, known)

    monkeypatch.setattr(spelling, "misspelt", look)
    bar.box.setText("\n".join(["We recieve"] * (MOST_LINES + 50)))
    assert len(looked) <= 3 * MOST_LINES
    bar.box.spelling.look_again()
    assert bar.box.spelling.wrong() == ["recieve"] * MOST_LINES
    bar.box.setText("We recieve\nforms")
    bar.box.spelling.look_again()
    assert bar.box.spelling.wrong() == ["recieve"]


@needs_hunspell
def test_where_a_word_stands_is_told() -> None:
    (found,) = misspelt("We recieve them", EN)
    assert "We recieve them"[found.start : found.end] == "recieve"


@needs_hunspell
def test_known_words_are_right_mutated_too() -> None:
    assert wrong("o ddragbrosiect", CY) == ["ddragbrosiect"]
    assert wrong("o ddragbrosiect", CY, frozenset({"dragbrosiect"})) == []


@needs_hunspell
def test_better_words_are_suggested() -> None:
    assert "receive" in suggestions("recieve", EN)
    assert "gwasanaethau" in suggestions("gwasnaethau", CY)


def menu_of(bar: CaptureBar) -> QMenu:
    """The menu of the box where its caret is."""
    at = bar.box.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, bar.box.mapToGlobal(at))
    bar.box.contextMenuEvent(event)
    return bar.box.findChildren(QMenu)[-1]


@needs_hunspell
def test_a_word_is_marked_once_it_is_typed_and_can_be_replaced(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClicks(bar.box, "People recieve")
    assert bar.box.spelling.wrong() == [], "it is being typed"
    qtbot.keyClicks(bar.box, " too many letters")
    assert bar.box.spelling.wrong() == ["recieve"]
    qtbot.waitUntil(lambda: "recieve" in " ".join(bar.under.pieces))
    menu = menu_of(bar)
    next(each for each in menu.actions() if each.text() == "receive").trigger()
    menu.close()
    assert bar.box.text() == "People receive too many letters"
    assert bar.box.spelling.wrong() == []
    assert bar.keep()
    assert context.desk.workshop.of(Card)[0].text.en.words == "People receive too many letters"


@needs_hunspell
def test_a_persons_own_words_are_right_from_then_on(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClicks(bar.box, "The gweithdyapp is what people wanted")
    assert bar.box.spelling.wrong() == ["gweithdyapp"]
    caret = bar.box.textCursor()
    caret.setPosition(6)
    bar.box.setTextCursor(caret)
    menu = menu_of(bar)
    (add,) = (a for a in menu.actions() if a.text() == "Add to my words: gweithdyapp")
    add.trigger()
    menu.close()
    assert bar.box.spelling.wrong() == []
    assert context.settings.get("words_en") == "gweithdyapp"


@needs_hunspell
def test_names_of_who_takes_part_are_right(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    context.desk.do(people.add(context.desk.workshop, "Xqwert Zyxw"))
    qtbot.keyClicks(bar.box, "then xqwert asked for the forms again")
    assert bar.box.spelling.wrong() == []


@needs_hunspell
def test_it_follows_the_language_of_the_words(qtbot: QtBot, bar: CaptureBar) -> None:
    qtbot.keyClicks(bar.box, "Mae gormod o waith papur ")
    assert bar.box.spelling.wrong() == []
    bar.chip.click()
    assert "gormod" in bar.box.spelling.wrong()


@needs_hunspell
def test_codes_are_no_words(qtbot: QtBot, bar: CaptureBar) -> None:
    qtbot.keyClicks(bar.box, "/2cs @12 Too many forms ")
    assert bar.box.spelling.wrong() == []
    qtbot.waitUntil(lambda: "Will this make sense tomorrow?" in bar.under.pieces)
    assert bar.under.pieces[:3] == ("What is in the way?", "Cultural, Structural", "Table 12")


@needs_hunspell
def test_nobody_is_asked_to_mend_what_was_pasted(qtbot: QtBot, bar: CaptureBar) -> None:
    bar.box.insertPlainText("People recieve letters all the time\nand they recieve too many ")
    qtbot.waitUntil(lambda: not bar._half_typed._rest.isActive())
    assert bar.box.spelling.wrong() == ["recieve", "recieve"]
    assert not any("recieve" in piece for piece in bar.under.pieces)


def test_marking_does_not_count_as_typing(qtbot: QtBot, bar: CaptureBar) -> None:
    qtbot.keyClicks(bar.box, "People recieve too many ")
    qtbot.waitUntil(lambda: not bar._half_typed._rest.isActive())
    qtbot.wait(50)
    assert not bar._half_typed._rest.isActive()
    assert not bar._half_typed._long.isActive()
