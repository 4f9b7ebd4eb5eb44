"""Words, rings and choices can be seen, in the pixels of rendered widgets and in every theme."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.pixels import across, along, contrast, ground, legibility, lines, seen

from gweithdy.language.words import Words
from gweithdy.ui.pack.sheet import Sheet
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import THEMES, Theme
from gweithdy.ui.widgets.labels import button, label, panel

TEXT, STRONG_TEXT, SYMBOL = 4.5, 7.0, 3.0

WORDS = "HHHHHH"
"""Letters with straight stems: some of their pixels have the colour of the words and no less."""


def wanted(theme: str) -> float:
    """The least contrast of words."""
    return STRONG_TEXT if theme.startswith("contrast") else TEXT


@pytest.fixture(params=THEMES, autouse=True)
def theme(request: pytest.FixtureRequest, settings: Settings, qapp: QApplication) -> str:
    """The name of the theme that everything is dressed in, with text large enough to measure."""
    name: str = request.param
    settings.put("theme", name)
    settings.put("scale", 200)
    qapp.setStyle("Fusion")
    Theme(settings).apply(qapp)
    return name


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., Any]:
    """Shows a widget on a page, beside another one that can have the focus instead."""
    pages = []

    def show(made: QWidget) -> QWidget:
        page = panel()
        pages.append(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(made)
        page.setMinimumSize(500, 500)
        column.addWidget(QCheckBox())
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        column.itemAt(1).widget().setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(1)
        return made

    return show


def inside(made: QWidget) -> QRect:
    """Without the frame."""
    return made.rect().adjusted(8, 8, -8, -8)


ROLES = ("body", "title", "heading", "strong", "quiet", "field", "good", "late", "over")
CLOCK = ("clock", "clock-late", "clock-over", "lateness-good", "lateness-late")


@pytest.mark.parametrize("role", [*ROLES, *CLOCK])
def test_words_can_be_read(shown: Callable[..., Any], theme: str, role: str) -> None:
    made = label(role)
    made.setText(WORDS)
    assert legibility(seen(shown(made))) >= wanted(theme)


BUTTONS = ("plain", "primary", "quiet", "danger", "switch", "link", "chip")


@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize("role", BUTTONS)
def test_buttons_can_be_read(
    shown: Callable[..., Any], theme: str, role: str, *, checked: bool
) -> None:
    made = button(role)
    made.setText(WORDS)
    made.setCheckable(checked)
    made.setChecked(checked)
    assert legibility(seen(shown(made)), inside(made)) >= wanted(theme)


FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)


def field(kind: type[QWidget], prompt: str, words: str) -> QWidget:
    made = kind()
    if isinstance(made, QComboBox):
        made.setEditable(True)
        made.addItem(words)
        made.setCurrentIndex(0 if words else -1)
        made.lineEdit().setPlaceholderText(prompt)
    elif isinstance(made, QLineEdit):
        made.setText(words)
        made.setPlaceholderText(prompt)
    elif isinstance(made, QPlainTextEdit | QTextEdit):
        made.setPlainText(words)
        made.setPlaceholderText(prompt)
    return made


@pytest.mark.parametrize("kind", FIELDS)
def test_what_a_field_asks_for_can_be_read(
    shown: Callable[..., Any], theme: str, kind: type[QWidget]
) -> None:
    made = shown(field(kind, WORDS, ""))
    part = QRect(QPoint(12, 12), made.rect().center())
    assert legibility(seen(made), part) >= wanted(theme)


@pytest.mark.parametrize("kind", FIELDS)
def test_what_stands_in_a_field_at_rest_can_be_read(
    shown: Callable[..., Any], theme: str, kind: type[QWidget]
) -> None:
    made = field(kind, "", WORDS)
    made.setEnabled(False)
    part = QRect(QPoint(12, 12), shown(made).rect().center())
    assert legibility(seen(made), part) >= wanted(theme)


@pytest.mark.parametrize("role", ["plain", "danger", "primary"])
def test_a_button_at_rest_can_be_made_out(shown: Callable[..., Any], theme: str, role: str) -> None:
    made = button(role)
    made.setText(WORDS)
    made.setEnabled(False)
    assert legibility(seen(shown(made)), inside(made)) >= (
        TEXT if theme.startswith("contrast") else SYMBOL
    )


def test_selected_words_can_be_read(shown: Callable[..., Any], theme: str) -> None:
    made = QLineEdit(WORDS * 9)
    shown(made).setFocus()
    made.selectAll()
    part = made.rect().adjusted(24, 14, -24, -14)
    without = ground(seen(made), part)
    made.deselect()
    assert ground(seen(made), part) != without
    made.selectAll()
    assert legibility(seen(made), part) >= wanted(theme)


def check(made: QCheckBox | QRadioButton) -> QCheckBox | QRadioButton:
    made.setText(WORDS)
    return made


def copied() -> QLabel:
    made = label("copied")
    made.setText(WORDS)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    return made


RINGED: dict[str, Callable[[], QWidget]] = {
    **{role: lambda role=role: button(role) for role in BUTTONS},
    "tool": QToolButton,
    "tick": lambda: check(QCheckBox()),
    "choice": lambda: check(QRadioButton()),
    "line": QLineEdit,
    "lines": QPlainTextEdit,
    "list": QComboBox,
    "number": QSpinBox,
    "table": lambda: QTableWidget(2, 2),
    "page of a pack": lambda: Sheet(Words("en")),
    "long notice": QScrollArea,
    "copied": copied,
}


@pytest.mark.parametrize("kind", RINGED)
def test_the_focus_is_seen_by_two_pixels(
    shown: Callable[..., Any], qtbot: QtBot, kind: str
) -> None:
    made = RINGED[kind]()
    if isinstance(made, QPushButton | QToolButton):
        made.setText(WORDS)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(made)
    page = made.parentWidget()
    column, last = made.x() + made.width() - 30, made.y() + made.height()

    def ring() -> list[str]:
        return list(lines(across(seen(page), column, 0, last - made.height() // 2)))

    before = ring()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(made.hasFocus)
    assert len(ring()) == len(before) + 1


@pytest.mark.parametrize("kind", ["line", "number"])
def test_the_focus_is_seen_in_what_is_wrong_too(
    shown: Callable[..., Any], qtbot: QtBot, kind: str
) -> None:
    made = RINGED[kind]()
    made.setProperty("wrong", True)
    shown(made)

    def top() -> str:
        return seen(made).pixelColor(made.width() // 2, 1).name()

    def side() -> str:
        return seen(made).pixelColor(4, made.height() - 9).name()

    top_before, side_before = top(), side()
    assert top_before == side_before
    made.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(made.hasFocus)
    assert top() != top_before
    assert side() == side_before, "what is wrong is still marked"


@pytest.mark.parametrize("focused", [False, True])
def test_a_wrong_line_is_seen_by_its_edge(shown: Callable[..., Any], *, focused: bool) -> None:
    made = QLineEdit()
    made.setProperty("wrong", True)
    shown(made)
    if focused:
        made.setFocus(Qt.FocusReason.TabFocusReason)
    page = made.parentWidget()
    runs = along(seen(page), made.geometry().center().y(), made.x() - 6, made.x() + 20)
    before, (edge, wide), after = runs[:3]
    assert wide == 6
    assert contrast(edge, before[0]) >= SYMBOL
    assert contrast(edge, after[0]) >= SYMBOL


def table() -> QTableWidget:
    made = QTableWidget(3, 3)
    made.setShowGrid(False)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setCurrentCell(1, 1)
    return made


def tree() -> QTreeWidget:
    made = QTreeWidget()
    made.setColumnCount(3)
    made.setRootIsDecorated(False)
    made.addTopLevelItems([QTreeWidgetItem(["", "", ""]) for _ in range(3)])
    made.setCurrentItem(made.topLevelItem(1), 1)
    return made


def flat() -> QListView:
    made = QListView()
    made.setModel(QStringListModel(["", "", ""], made))
    made.setCurrentIndex(made.model().index(1, 0))
    return made


VIEWS = {"table": table, "tree": tree, "list": flat}


@pytest.mark.parametrize("kind", VIEWS)
def test_the_chosen_row_is_seen_by_more_than_its_tint(shown: Callable[..., Any], kind: str) -> None:
    view = shown(VIEWS[kind]())
    cell = view.visualRect(view.currentIndex())
    runs = across(seen(view.viewport()), cell.center().x(), cell.top() - 4, cell.bottom() + 5)
    assert len(list(lines(runs))) == 2


@pytest.mark.parametrize("kind", ["table", "tree"])
def test_the_cell_with_the_keyboard_has_a_ring(
    shown: Callable[..., Any], qtbot: QtBot, kind: str
) -> None:
    view = shown(VIEWS[kind]())
    cell = view.visualRect(view.currentIndex())

    def sides() -> list[str]:
        image, middle = seen(view.viewport()), cell.center().y()
        return list(lines(along(image, middle, cell.left() - 5, cell.right() + 6)))

    assert sides() == []
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert len(sides()) == 2


def test_the_chosen_line_of_a_menu_is_seen(qtbot: QtBot, theme: str) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    second = [menu.addAction(WORDS) for _ in range(3)][1]
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(second)
    line = menu.actionGeometry(second)
    runs = across(seen(menu), line.right() - 20, line.top() - 4, line.bottom() + 5)
    assert len(list(lines(runs))) == 2
    assert legibility(seen(menu), line.adjusted(4, 4, -4, -4)) >= wanted(theme)


def test_what_a_box_offers_is_seen(shown: Callable[..., Any], theme: str) -> None:
    made = QComboBox()
    made.addItems([WORDS] * 3)
    made.setCurrentIndex(1)
    shown(made).showPopup()
    view = made.view()
    cell = view.visualRect(view.currentIndex())
    image = seen(view.viewport())
    runs = across(image, cell.right() - 12, cell.top() - 4, cell.bottom() + 5)
    assert len(list(lines(runs))) == 2
    assert legibility(image, cell.adjusted(4, 4, -4, -4)) >= wanted(theme)
    made.hidePopup()
