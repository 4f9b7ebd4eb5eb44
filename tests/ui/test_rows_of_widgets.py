"""No row keeps what Qt made of a widget in it after the widget went elsewhere.

PySide makes an entry for each thing in a row that is put into another filled, and keeps it when Qt
frees the thing. Whatever Python makes later at that address ends the process as it goes.
"""

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QSpacerItem, QWidgetItem

from gweithdy.domain.session import Session
from gweithdy.ui.pages import PAGES

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

SIZES = ((1366, 768), (640, 480), (1366, 768))


def address(thing: object) -> int:
    return int(shiboken6.getCppPointer(thing)[0])


def known() -> set[int]:
    """Where PySide believes that something stands in a row."""
    every = shiboken6.getAllValidWrappers()
    return {address(each) for each in every if type(each) in (QWidgetItem, QSpacerItem)}


def there() -> set[int]:
    """Where something does."""
    rows = {each for each in shiboken6.getAllValidWrappers() if isinstance(each, QLayout)}
    rows |= {each.layout() for each in QApplication.allWidgets()} - {None}
    inside = [row.itemAt(n) for row in rows if shiboken6.isValid(row) for n in range(row.count())]
    return {address(each) for each in inside if isinstance(each, QLayoutItem)}


@pytest.mark.parametrize("language", ["cy", "en"])
def test_nothing_is_kept_of_what_left_its_row(program: "Program", language: str) -> None:
    window, desk = program.window, program.desk
    window.open_session(desk.catalogue.of(Session)[0].id)
    window.language_asked.emit(language)
    for key in PAGES:
        window.show_page(key)
        for size in SIZES:
            window.resize(*size)
            QApplication.processEvents()
    assert known() - there() == set()
