"""The line between two parts can be pulled by keys, has a name, and stands between them for Tab."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.app import Program
from gweithdy.ui.context import Context
from gweithdy.ui.pages import PAGES
from gweithdy.ui.widgets.side_pane import SidePane
from gweithdy.ui.widgets.splitter import STEP, Splitter

Key = Qt.Key
Make = Callable[[bool], SidePane]


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Make:
    """Makes a pane with a list on either side."""
    kept: list[QWidget] = []

    def make(below: bool) -> SidePane:  # noqa: FBT001 - a yes or no is the whole matter
        whole = QWidget()
        kept.append(whole)
        pane = SidePane(
            context, QListWidget(), QListWidget(), least=500, sizes=(300, 300), below=below
        )
        QHBoxLayout(whole).addWidget(pane)
        pane.retranslate("Details")
        qtbot.addWidget(whole)
        whole.resize(700, 700)
        with qtbot.waitActive(whole):
            whole.show()
            whole.activateWindow()
        return pane

    return make


def splitter_of(pane: SidePane) -> Splitter:
    return pane.findChildren(Splitter)[0]


@pytest.mark.parametrize(
    ("below", "larger", "smaller", "beside"),
    [
        (False, Key.Key_Right, Key.Key_Left, Key.Key_Down),
        (True, Key.Key_Down, Key.Key_Up, Key.Key_Right),
    ],
)
def test_arrows_pull_the_line(
    make: Make, qtbot: QtBot, *, below: bool, larger: Qt.Key, smaller: Qt.Key, beside: Qt.Key
) -> None:
    splitter = splitter_of(make(below))
    before, line = splitter.sizes(), splitter.handle(1)
    qtbot.keyClick(line, larger)
    assert splitter.sizes() == [before[0] + STEP, before[1] - STEP]
    qtbot.keyClick(line, beside)
    assert splitter.sizes() == [before[0] + STEP, before[1] - STEP]
    qtbot.keyClick(line, smaller)
    qtbot.keyClick(line, smaller)
    assert splitter.sizes() == [before[0] - STEP, before[1] + STEP]


def test_the_width_is_kept_when_the_side_was_away(make: Make, qtbot: QtBot) -> None:
    pane = make(False)
    splitter, whole = splitter_of(pane), pane.parentWidget()
    for _ in range(3):
        qtbot.keyClick(splitter.handle(1), Key.Key_Right)
    pulled = splitter.sizes()
    whole.resize(400, 700)
    qtbot.waitUntil(lambda: pane.narrow)
    whole.resize(700, 700)
    qtbot.waitUntil(lambda: not pane.narrow)
    qtbot.waitUntil(lambda: splitter.sizes() == pulled)


def test_where_a_reader_put_the_line_is_kept_and_told(
    make: Make, qtbot: QtBot, told: list[tuple[str, str]]
) -> None:
    pane = make(False)
    splitter, whole = splitter_of(pane), pane.parentWidget()
    told.clear()
    QAccessible.queryAccessibleInterface(splitter.handle(1)).valueInterface().setCurrentValue(65)
    assert told == [("ValueChanged", "Width: Details")]
    pulled = splitter.sizes()
    whole.resize(400, 700)
    qtbot.waitUntil(lambda: pane.narrow)
    whole.resize(700, 700)
    qtbot.waitUntil(lambda: splitter.sizes() == pulled)


def test_a_key_pulls_further_where_text_is_large(
    make: Make, qtbot: QtBot, context: Context
) -> None:
    context.settings.put("scale", 120)
    splitter = splitter_of(make(False))
    before = splitter.sizes()[0]
    qtbot.keyClick(splitter.handle(1), Key.Key_Right)
    assert splitter.sizes()[0] - before == round(1.2 * STEP)


def test_tab_goes_from_one_part_over_the_line_to_the_other(make: Make, qtbot: QtBot) -> None:
    pane = make(False)
    splitter = splitter_of(pane)
    main, side = splitter.widget(0), splitter.widget(1).findChildren(QListWidget)[0]
    main.setFocus()
    qtbot.keyClick(main, Key.Key_Tab)
    assert QApplication.focusWidget() is splitter.handle(1)
    qtbot.keyClick(splitter.handle(1), Key.Key_Tab)
    assert side.hasFocus()


def test_the_line_is_seen_while_it_has_the_keyboard(make: Make, context: Context) -> None:
    line = splitter_of(make(False)).handle(1)

    def has_ring() -> bool:
        shown: QImage = line.grab().toImage()
        ring = context.theme.color("focus").rgb()
        return any(shown.pixel(x, shown.height() // 2) == ring for x in range(shown.width()))

    assert not has_ring()
    line.setFocus()
    assert has_ring()


def test_a_screen_reader_reads_and_sets_where_the_line_is(make: Make, qtbot: QtBot) -> None:
    splitter = splitter_of(make(False))
    said = QAccessible.queryAccessibleInterface(splitter.handle(1))
    assert said is not None
    place = said.valueInterface()
    assert (place.minimumValue(), place.currentValue(), place.maximumValue()) == (0, 50, 100)
    place.setCurrentValue(70)
    before, after = splitter.sizes()
    assert round(100 * before / (before + after)) == place.currentValue() == 70
    qtbot.keyClick(splitter.handle(1), Key.Key_Left)
    assert place.currentValue() < 70


def test_what_the_line_has_not_is_told_as_nothing_and_not_as_none(make: Make) -> None:
    said = QAccessible.queryAccessibleInterface(splitter_of(make(False)).handle(1))
    assert said is not None
    # Qt takes what it gets for a pointer, and None is an object.
    assert said.interface_cast(QAccessible.InterfaceType.SelectionInterface) is not None
    assert int(said.interface_cast(QAccessible.InterfaceType.SelectionInterface)) == 0


def test_every_line_of_the_program_has_a_name_and_a_role(program: Program) -> None:
    window = program.window
    window.open_session(program.desk.catalogue.of(Session)[0].id)
    for key in PAGES:
        window.show_page(key)
    splitters = window.findChildren(Splitter)
    assert len(splitters) >= 6
    for splitter in splitters:
        said = QAccessible.queryAccessibleInterface(splitter.handle(1))
        assert said is not None
        assert said.role() is QAccessible.Role.Separator
        name = said.text(QAccessible.Text.Name)
        assert name.startswith(("Width: ", "Height of the part below: "))
        assert not name.endswith(": ")
