"""Every text on every page goes through the catalogue: in a made-up language all of it shows."""

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages import pofile
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QGraphicsView,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTreeView,
    QWidget,
)

from gweithdy.domain.entity import Entity, fields, value_of
from gweithdy.domain.field import Kind
from gweithdy.domain.session import Session
from gweithdy.language import dates, words
from gweithdy.ui.app import Program
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.keystrokes import shown
from gweithdy.ui.pages import PAGES

POT = Path(__file__).parents[2] / "i18n" / "gweithdy.pot"
NAMES = ("Cymraeg", "English", "gweithdy", "Source Sans 3", "Atkinson Hyperlegible Next")
# What is printed on a key is the same in every language: "(Enter)", "(Alt+C, Alt+S)".
KEY = "|".join(sorted((re.escape(shown(words.Words("en"), id)) for id in COMMANDS), reverse=True))
KEYS = re.compile(
    rf"\((?:{KEY})(?:, (?:{KEY}))*\)|\bCtrl\+\d\b|^\t?(?:{KEY})(?:(?:, | / | – )(?:{KEY}))*$"
)
SHOWN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


@cache
def to_be_translated() -> frozenset[tuple[str | None, str]]:
    """All texts that are marked for the catalogue, each with its context."""
    with POT.open("rb") as file:
        found = pofile.read_po(file)
    return frozenset((m.context, m.id[0] if m.pluralizable else m.id) for m in found if m.id)


class Marked(gettext.NullTranslations):
    """Wraps every text of the catalogue, so that what is not wrapped was never looked up.

    Nor is what was looked up but never marked: no catalogue will ever have it.
    """

    def gettext(self, message: str) -> str:
        return self._wrapped(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._wrapped(msgid1 if n == 1 else msgid2, msgid1)

    def pgettext(self, context: str, message: str) -> str:
        return self._wrapped(message, message, context)

    def _wrapped(self, shown: str, message: str, context: str | None = None) -> str:
        is_sign = not any(map(str.isalpha, message))
        return f"⟦{shown}⟧" if is_sign or (context, message) in to_be_translated() else shown


@pytest.fixture(autouse=True)
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalogue of every language is the made-up one."""
    monkeypatch.setattr(words, "catalogue", lambda _language: Marked())


@pytest.fixture
def opened(program: Program) -> Program:
    """The program with the session open that has been held: it has something of everything."""
    sessions = program.desk.catalogue.of(Session)
    program.window.open_session(min(sessions, key=lambda s: str(s.date)).id)
    return program


def of_the_person(program: Program) -> list[str]:
    """Everything that a person wrote, dates as they are shown, and places; longest first."""
    assert program.desk.workshop
    entities = [*program.desk.workshop.everything(), *program.desk.catalogue.everything()]
    found = {str(program.library.path), str(program.library.path.parent)}
    for entity in entities:
        found |= set(_written(entity))
    days = {value for e in entities for value in _days(e)} | {program.desk.now().date()}
    for day in days:
        for show in (dates.long_date, dates.plain_date, dates.short_date):
            found.add(show(day, program.words.language))
    return sorted(found, key=len, reverse=True)


def _written(entity: Entity) -> Iterator[str]:
    for path, field in fields(type(entity)).items():
        value = value_of(entity, path)
        if field.kind is Kind.WORDS and value:
            yield from (value, " ".join(value.split()), *value.splitlines())


def _days(entity: Entity) -> Iterator[object]:
    for path, field in fields(type(entity)).items():
        value = value_of(entity, path)
        if field.kind is Kind.DATE and value:
            yield value


def texts(root: QWidget) -> Iterator[tuple[QObject, str]]:
    """Every text that a person may see or hear, with the widget that has it."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.objectName().startswith("qt_") or _is_inside_calendar(widget):
            continue
        for text in _texts_of(widget):
            yield widget, text
    for action in root.findChildren(QAction):
        if not (action.objectName().startswith("_q_") or _is_inside_calendar(action)):
            yield action, action.text()


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.windowTitle(), widget.whatsThis())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QAbstractSpinBox():
            yield widget.specialValueText()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QGraphicsView() if widget.scene():
            yield from (item.toolTip() for item in widget.scene().items())
        case QAbstractItemView() if widget.model():
            yield from _texts_in(widget.model())
            yield from _headings(widget)


def _texts_in(model: QAbstractItemModel) -> Iterator[str]:
    # A list model hides its one column.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            for role in SHOWN:
                yield str(model.index(row, column).data(role) or "")


def _headings(view: QAbstractItemView) -> Iterator[str]:
    if not isinstance(view, QTableView | QTreeView):
        return
    model = view.model()
    for column in range(model.columnCount()):
        for role in SHOWN:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def _is_inside_calendar(thing: QObject) -> bool:
    # The names of months and days there are Qt's own, in the language of the locale.
    parent: QObject | None = thing
    while parent is not None:
        if isinstance(parent, QCalendarWidget):
            return True
        parent = parent.parent()
    return False


def left_over(text: str, known: list[str]) -> str:
    """The letters of `text` that neither the catalogue nor a person wrote."""
    while "⟦" in text:
        shorter = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
        if shorter == text:
            # A text that was cut short has lost its end.
            shorter = re.sub(r"⟦[^⟦⟧]*(…|$)", "", text)
            if shorter == text:
                break
        text = shorter
    text = KEYS.sub("", text)
    if not any(c.isalpha() for c in text):
        return ""
    # What a person wrote may hold the name of a language.
    for words_of_person in sorted((*NAMES, *known), key=len, reverse=True):
        text = text.replace(words_of_person, "")
    return "".join(c for c in text if c.isalpha())


@pytest.mark.parametrize("key", list(PAGES))
def test_every_text_is_in_the_catalogue(opened: Program, key: str, qapp: QApplication) -> None:
    opened.window.show_page(key)
    opened.window.show_capture()
    qapp.processEvents()
    known = of_the_person(opened)
    bad = {
        (type(widget).__name__, text)
        for widget, text in texts(opened.window)
        if left_over(text, known)
    }
    assert not bad, "\n".join(f"{kind}: {text!r}" for kind, text in sorted(bad))


@pytest.mark.parametrize("key", list(PAGES))
def test_every_control_has_a_name(opened: Program, key: str) -> None:
    opened.window.show_page(key)
    page = opened.window.pages[key]
    buddies = {label.buddy() for label in page.findChildren(QLabel)}
    nameless = [
        widget
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
        for widget in page.findChildren(kind)
        if widget.isVisibleTo(page)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        and not widget.accessibleName()
        and widget not in buddies
    ]
    assert not nameless


def test_left_over_finds_what_was_never_looked_up() -> None:
    assert left_over("⟦Saved⟧: Mari", ["Mari"]) == ""
    assert left_over("⟦Saved⟧: Mari", []) == "Mari"
    assert left_over("⟦Saved at ⟦now⟧⟧ · (Ctrl+Z)", []) == ""
