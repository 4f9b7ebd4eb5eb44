"""Every key is in the table, and whatever is in the table is bound, said and shown."""

import ast
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gweithdy.domain.people import Participant
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Tie
from gweithdy.domain.text import Language
from gweithdy.edits import people
from gweithdy.language.words import Words
from gweithdy.ui.app import Program
from gweithdy.ui.bound import Bound
from gweithdy.ui.commands import COMMANDS, When, groups_of, of_group
from gweithdy.ui.key_sheet import KeySheet
from gweithdy.ui.keystrokes import is_key, pressed, shown
from gweithdy.ui.pages import DAY, HOUSE, PAGES
from gweithdy.ui.people.table import PeopleTable
from gweithdy.ui.stakeholders.page import StakeholdersPage

UI = Path(__file__).resolve().parents[2] / "src" / "gweithdy" / "ui"
KNOWS_KEYS = {"commands.py", "keystrokes.py"}
RAIL = ("window.page", "window.settings")
"""What the buttons of the rail do."""

QT_OWN = {"many.stroll", "many.extend", "many.all"}
"""What lists do by themselves; a test presses these keys."""

KEY_IN_WORDS = re.compile(r"\b(Ctrl|Alt|Shift)\+|\((Insert|Delete|Enter|[A-Z])\)|\bF\d\b")


@pytest.fixture
def opened(program: Program, qtbot: QtBot) -> Program:
    """The program with a session open, its window active so that keys reach it."""
    sessions = program.desk.catalogue.of(Session)
    program.window.open_session(min(sessions, key=lambda each: str(each.date)).id)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    return program


def keys_of_pages() -> list[str]:
    return [key for id in RAIL for key in COMMANDS[id].keys]


def press(sequence: QKeySequence) -> None:
    combination = sequence[0]  # type: ignore[index]
    QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def the_sheet() -> KeySheet:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, KeySheet))


def sheet_of(program: Program, page: str, qtbot: QtBot) -> KeySheet:
    program.window.show_page(page)
    program.window.show_keys()
    sheet = the_sheet()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.rows)
    return sheet


def ids_in(sheet: KeySheet) -> list[str]:
    model, found = sheet.rows.model(), []
    for place in range(model.rowCount()):
        above = model.index(place, 0)
        rows = range(model.rowCount(above))
        found += [model.index(row, 0, above).data(Qt.ItemDataRole.UserRole) for row in rows]
    return found


def items_in(sheet: KeySheet) -> list[QTreeWidgetItem]:
    above = [sheet.rows.topLevelItem(row) for row in range(sheet.rows.topLevelItemCount())]
    return [each.child(row) for each in above if each for row in range(each.childCount())]


def everything_bound(program: Program) -> list[Bound]:
    for key in PAGES:
        program.window.show_page(key)
    board = program.window.pages["board"]
    return [
        program.window.bound,
        *(page.bound for page in program.window.pages.values()),
        board.pane.bound,  # type: ignore[attr-defined]
        board.keeping.waiting.bound,  # type: ignore[attr-defined]
    ]


def sources() -> list[tuple[str, ast.Module]]:
    paths = (path for path in UI.rglob("*.py"))
    return [(path.relative_to(UI).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths]


def test_no_key_is_known_outside_the_table() -> None:
    found = {
        (name, ast.unparse(node))
        for name, tree in sources()
        if name not in KNOWS_KEYS
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and re.match(r"Key_|StandardKey$", node.attr))
        or (isinstance(node, ast.Name) and node.id in ("QKeySequence", "QShortcut"))
        or (isinstance(node, ast.Constant) and KEY_IN_WORDS.search(str(node.value)))
    }
    docstrings = {
        (name, ast.unparse(ast.Constant(text)))
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and (text := ast.get_docstring(node, clean=False))
    }
    assert not found - docstrings


def test_every_shortcut_of_the_window_is_in_the_table(opened: Program) -> None:
    everything_bound(opened)
    table = {QKeySequence(key).toString() for each in COMMANDS.values() for key in each.keys}
    actions = [a for a in opened.window.findChildren(QAction) if a.shortcuts()]
    bound = {s.toString() for a in actions for s in a.shortcuts()}
    # Qt's own menus of text boxes.
    assert bound - {QKeySequence(key).toString() for key in ("Ctrl+X", "Ctrl+C", "Del")} <= table
    assert len(actions) > len(of_group("window")) // 2


def test_everything_in_the_table_is_used(opened: Program) -> None:
    bound = set(chain.from_iterable(each.actions for each in everything_bound(opened)))
    named = {
        node.value
        for name, tree in sources()
        if name != "commands.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
    }
    kinds = {id for id in COMMANDS if id.startswith("capture.")}
    for command in COMMANDS.values():
        if command.id in QT_OWN:
            continue
        if command.typed or command.id in RAIL:
            assert command.id in named | kinds, command.id
        else:
            assert command.id in bound, command.id


@pytest.mark.parametrize("page", list(PAGES))
def test_a_key_means_one_thing_in_one_place(page: str) -> None:
    for_all = [key for each in of_group("window") if not each.typed for key in each.keys]
    at_once = [each for group in groups_of(page) for each in of_group(group) if not each.typed]
    keys = [*for_all, *(key for each in at_once for key in each.keys)]
    assert len(keys) == len(set(keys))
    for group in ("capture", "list", *groups_of(page)[1:]):
        typed = [key for each in of_group(group) for key in each.keys]
        assert len(typed) == len(set(typed))
        assert not set(typed) & set(keys), group


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("page", list(PAGES))
def test_f1_shows_everything_with_this_page_first(
    opened: Program, page: str, language: str, qtbot: QtBot
) -> None:
    opened.speak(language)
    opened.window.show_page(page)
    opened.window.centralWidget().setFocus()
    press(QKeySequence("F1"))
    sheet = the_sheet()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.rows)
    shown_ids = ids_in(sheet)
    assert sorted(shown_ids) == sorted(COMMANDS)
    own = [each.id for group in groups_of(page) for each in of_group(group)]
    assert shown_ids[: len(own)] == own
    sheet.close()


def test_the_sheet_is_read_line_by_line(opened: Program, qtbot: QtBot) -> None:
    sheet = sheet_of(opened, "agenda", qtbot)
    assert sheet.rows.accessibleName() == "Keyboard shortcuts"
    heard = []
    for _ in range(2):
        heard.append(sheet.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
        press(QKeySequence("Down"))
    assert heard == ["Add a block after the selected one: Ctrl+N", "Duplicate: Ctrl+D"]
    sheet.close()


@pytest.mark.parametrize("closing", ["Esc", "F1"])
def test_the_keyboard_goes_back_to_where_it_was(
    opened: Program, qtbot: QtBot, closing: str
) -> None:
    opened.window.show_page("people")
    page = opened.window.pages["people"]
    box: QLineEdit = page.add_box.name  # type: ignore[attr-defined]
    box.setFocus()
    box.setText("Half typ")
    press(QKeySequence("F1"))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is the_sheet().rows)
    press(QKeySequence(closing))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    assert box.text() == "Half typ"


def test_the_sheet_fits_a_small_screen_with_large_text(opened: Program, qtbot: QtBot) -> None:
    opened.settings.put("scale", 150)
    opened.window.resize(1366, 768)
    sheet = sheet_of(opened, "board", qtbot)
    assert sheet.width() <= 1366
    assert sheet.height() <= 768
    assert sheet.rows.horizontalScrollBar().maximum() == 0
    sheet.close()


def test_every_tooltip_of_a_button_names_its_key(opened: Program) -> None:
    for bound in everything_bound(opened):
        for id, (button, _) in bound.buttons.items():
            assert f"({shown(opened.words, id)})" in button.toolTip(), id
            assert button.isEnabled() == bound.actions[id].isEnabled()
    for button, key in zip(opened.window.rail.buttons.values(), keys_of_pages(), strict=True):
        assert button.toolTip().endswith(f"({key})")
        assert button.shortcut().toString() == key


def check(program: Program, id: str) -> Callable[[], object]:
    """What is different once a command of the window has been done."""
    window, desk = program.window, program.desk
    return {
        "window.keys": the_sheet_there,
        "window.capture": lambda: window.focusWidget() is window.capture.box,
        "window.undo": lambda: desk.history.next_redo is not None,
        "window.redo": lambda: desk.history.next_redo is None,
        "window.find": lambda: window.key,
        "window.settings": lambda: window.key,
        "window.search": lambda: window.key,
        "window.return": lambda: window.key,
        "window.next": lambda: window.key,
        "window.previous": lambda: window.key,
        "window.language": lambda: str(program.words.language),
        "window.full_screen": window.isFullScreen,
    }[id]


def the_sheet_there() -> bool:
    return any(isinstance(each, KeySheet) for each in QApplication.topLevelWidgets())


ELSEWHERE = (
    "window.page", "window.menu", "window.room_next", "window.room_back", "window.room_black",
)  # fmt: skip
"""What the window alone does not show: the pages of the rail, a menu, the screen for the room."""


@pytest.mark.parametrize(
    ("id", "key"),
    [
        (each.id, key)
        for each in of_group("window")
        if not each.typed and each.id not in ELSEWHERE
        for key in each.keys
    ],
)
def test_each_key_of_the_window_does_it(opened: Program, id: str, key: str) -> None:
    opened.window.show_page("people")
    page = opened.window.pages["people"]
    page.table.setFocus()  # type: ignore[attr-defined]
    assert opened.desk.workshop
    opened.desk.do(people.add(opened.desk.workshop, "Newydd"))
    if id == "window.redo":
        opened.desk.undo()
    look = check(opened, id)
    before = look()
    press(QKeySequence(key))
    assert look() != before
    for each in QApplication.topLevelWidgets():
        if isinstance(each, KeySheet):
            each.close()


def test_each_number_goes_to_its_page(opened: Program) -> None:
    for spec, key in zip((*DAY, *HOUSE), keys_of_pages(), strict=True):
        press(QKeySequence(key))
        assert opened.window.key == spec.key


def test_what_cannot_be_done_rests(program: Program) -> None:
    window = program.window
    assert not window.bound.actions["window.undo"].isEnabled()
    assert not window.bound.actions["window.capture"].isEnabled()
    window.open_session(program.desk.catalogue.of(Session)[0].id)
    assert window.bound.actions["window.capture"].isEnabled()
    assert program.desk.workshop
    program.desk.do(people.add(program.desk.workshop, "Newydd"))
    assert window.bound.actions["window.undo"].isEnabled()
    program.desk.undo()
    assert window.bound.actions["window.redo"].isEnabled()
    assert not window.bound.actions["window.undo"].isEnabled()


def test_a_command_that_rests_does_nothing(opened: Program) -> None:
    page = opened.window.pages["agenda"]
    page.table.setCurrentIndex(page.table.source.index(-1, -1))  # type: ignore[attr-defined]
    before = opened.desk.history.next_undo
    page.bound.run("agenda.duplicate")
    assert opened.desk.history.next_undo is before
    assert not page.bound.buttons["agenda.duplicate"][0].isEnabled()


def test_people_can_be_removed_only_when_chosen(opened: Program) -> None:
    opened.window.show_page("people")
    page = opened.window.pages["people"]
    page.table.clearSelection()  # type: ignore[attr-defined]
    assert not page.can(When.CHOSEN)
    assert opened.desk.workshop
    before = len(opened.desk.workshop.of(Participant))
    page.bound.run("list.remove")
    assert len(opened.desk.workshop.of(Participant)) == before


def event(key: Qt.Key, *held: Qt.KeyboardModifier) -> QKeyEvent:
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= each
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers)


def test_both_enter_keys_and_either_way_to_a_sign_are_the_same() -> None:
    keypad, ctrl = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ControlModifier
    assert pressed(event(Qt.Key.Key_Enter, keypad), "capture") == ("capture.keep", 0)
    assert pressed(event(Qt.Key.Key_Enter, keypad, ctrl), "capture") == ("capture.whole", 0)
    assert is_key(event(Qt.Key.Key_Plus, ctrl), "cards.larger")
    assert is_key(event(Qt.Key.Key_Plus, ctrl, Qt.KeyboardModifier.ShiftModifier), "cards.larger")
    assert pressed(event(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier), "cards") == ("", 0)
    assert pressed(event(Qt.Key.Key_Right), "cards") == ("cards.walk", 1)


def test_letters_of_windows_that_alt_and_the_keypad_write_are_no_commands() -> None:
    alt, keypad = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
    for key in (Qt.Key.Key_0, Qt.Key.Key_2, Qt.Key.Key_6):
        assert pressed(event(key, alt, keypad), "capture") == ("", 0)
        assert pressed(event(key, alt), "capture")[0]


def test_what_a_key_without_ctrl_does_another_key_does_too() -> None:
    short = [each for each in COMMANDS.values() if each.short]
    assert {each.id for each in short} >= {"run.next", "cards.vote", "cards.group", "cards.move"}
    assert all(each.keys for each in short)


def test_no_key_of_one_letter_is_always_on() -> None:
    """WCAG 2.1.4: a letter, figure or sign alone can be turned off."""
    keys = [key for each in COMMANDS.values() for key in each.keys]
    assert [key for key in keys if len(key) == 1] == []
    # Screen readers listen to it, and many keyboards have not got it.
    assert "Ins" not in keys


def test_the_sheet_leaves_out_keys_that_are_turned_off(opened: Program, qtbot: QtBot) -> None:
    for on, said in ((1, "Into a new theme: Ctrl+G / G"), (0, "Into a new theme: Ctrl+G")):
        opened.settings.put("short_keys", on)
        sheet = sheet_of(opened, "board", qtbot)
        heard = [item.data(0, Qt.ItemDataRole.AccessibleTextRole) for item in items_in(sheet)]
        assert said in heard
        sheet.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_several_rows_are_chosen_by_keys(opened: Program) -> None:
    opened.window.show_page("people")
    table: PeopleTable = opened.window.pages["people"].table  # type: ignore[attr-defined]
    table.setFocus()
    first, second, third, fourth, *_ = [row.id for row in table.source.rows]
    table.select(first)
    for key, chosen in (
        ("Shift+Down", [first, second]),
        ("Ctrl+Down", [first, second]),
        ("Ctrl+Down", [first, second]),
        ("Space", [first, second, fourth]),
        ("Ctrl+Up", [first, second, fourth]),
        ("Space", [first, second, third, fourth]),
        ("Space", [first, second, fourth]),
        ("Ctrl+A", [row.id for row in table.source.rows]),
    ):
        press(QKeySequence(key))
        assert table.chosen() == chosen, key


def test_a_key_opens_the_menu_of_a_box(opened: Program) -> None:
    opened.window.show_page("agenda")
    page = opened.window.pages["agenda"]
    page.session.set_open(True)  # type: ignore[attr-defined]
    page.session.field("title").boxes[Language.CY].setFocus()  # type: ignore[attr-defined]
    press(QKeySequence("Shift+F10"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "It was said in this language" in [each.text() for each in menu.actions()]
    menu.close()


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("window.page", "Ctrl+1 – Ctrl+9"),
        ("window.redo", "Ctrl+Y / Ctrl+Shift+Z"),
        ("window.next", "Ctrl+Page Down"),
        ("cards.extend", "Shift+← → ↑ ↓"),
        ("cards.larger", "Ctrl++ / Ctrl+="),
        ("list.remove", "Delete"),
        ("run.go", "Ctrl+Shift+P"),
        ("cards.pick", "Space bar"),
    ],
)
def test_keys_as_people_read_them(id: str, said: str) -> None:
    assert shown(Words("en"), id) == said


def test_the_keys_of_a_page_work_wherever_the_keyboard_is_in_the_window(opened: Program) -> None:
    window = opened.window
    for page, add in (
        ("agenda", "agenda.add"),
        ("people", "people.add"),
        ("library", "library.new"),
    ):
        window.show_page(page)
        done = QSignalSpy(window.pages[page].bound.actions[add].triggered)
        window.rail.buttons[page].setFocus()
        press(QKeySequence("Ctrl+N"))
        window.show_capture()
        assert window.capture.isAncestorOf(QApplication.focusWidget())
        press(QKeySequence("Ctrl+N"))
        assert done.count() == 2
        assert window.pages[page].isAncestorOf(QApplication.focusWidget())


def test_the_keys_of_a_page_that_is_not_in_sight_do_nothing(opened: Program) -> None:
    window = opened.window
    done: list[str] = []
    for page, add in (("people", "people.add"), ("agenda", "agenda.add")):
        window.show_page(page)
        window.pages[page].bound.actions[add].triggered.connect(lambda *_, p=page: done.append(p))
    press(QKeySequence("Ctrl+N"))
    assert done == ["agenda"]


def test_a_tie_is_made_and_removed_by_keys_that_the_sheet_names(
    opened: Program, qtbot: QtBot
) -> None:
    sheet = sheet_of(opened, "stakeholders", qtbot)
    said = [each.data(0, Qt.ItemDataRole.AccessibleTextRole) for each in items_in(sheet)]
    sheet.close()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert "Tie the selected stakeholder to another: Ctrl+T" in said
    assert "Remove the tie: Delete" in said
    page = opened.window.pages["stakeholders"]
    workshop = opened.desk.workshop
    assert isinstance(page, StakeholdersPage)
    assert workshop
    before = len(workshop.of(Tie))
    opened.window.rail.buttons["stakeholders"].setFocus()
    press(QKeySequence("Ctrl+T"))
    assert page.details.ties.kind.hasFocus()
    for key in ("Tab", "Tab", "Space"):
        press(QKeySequence(key))
    assert len(workshop.of(Tie)) == before + 1
    page.details.ties.items.setFocus()
    page.details.ties.items.setCurrentRow(0)
    press(QKeySequence("Del"))
    assert len(workshop.of(Tie)) == before


def test_from_the_capture_box_its_keys_come_first_and_once(opened: Program, qtbot: QtBot) -> None:
    """The line under the box says that F1 shows all keys: its own stood two screens below."""
    plain = ids_in(sheet_of(opened, "board", qtbot))
    the_sheet().close()
    opened.window.capture.focus_box()
    qtbot.waitUntil(opened.window.capture.box.hasFocus)
    opened.window.show_keys()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in sheets_open()))
    [sheet] = [each for each in sheets_open() if each.isVisible()]
    boxed = [id for id in ids_in(sheet) if id.startswith("capture.")]
    assert ids_in(sheet)[: len(boxed)] == boxed
    assert sorted(ids_in(sheet)) == sorted(plain)
    sheet.close()


def sheets_open() -> list[KeySheet]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, KeySheet)]
