"""What Qt holds of a canvas is never let go of before Qt lets go."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import gc
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
from gweithdy.ui.access.canvas_list import make_readable
from tests.ui.access.toy_reading import ToyReading

app = QApplication([])
QAccessible.setActive(True)
view = QGraphicsView(QGraphicsScene())
# A reader was there from the beginning: what Qt set up first, it takes down last.
QAccessible.queryAccessibleInterface(app)
make_readable(view, ToyReading())
view.show()


def listen():
    around = QAccessible.queryAccessibleInterface(view)
    items = [around.child(0), around.child(1)]
    assert [item.text(QAccessible.Text.Name) for item in items] == ["One", "Two"]
    assert items[0].actionInterface().actionNames()
    return [QAccessible.uniqueId(each) for each in (around, *items)]


numbers = listen()
gc.collect()
assert [bool(QAccessible.accessibleInterface(number)) for number in numbers] == [True] * 3
"""

STAYS = ""

GOES = """
del view
gc.collect()
assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * 3
"""

GOES_TOO_LATE = "view.deleteLater()"


@pytest.mark.parametrize("end", [STAYS, GOES, GOES_TOO_LATE])
def test_a_program_ends_in_peace_while_a_reader_listens(end: str) -> None:
    around = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    line = [sys.executable, "-c", PROGRAM + end]
    done = subprocess.run(line, capture_output=True, text=True, check=False, env=around)
    assert done.returncode == 0, done.stderr
