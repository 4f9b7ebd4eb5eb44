"""Nothing moves for its looks: there is nothing that reduced motion would have to stop."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation
from PySide6.QtWidgets import QProgressBar, QTreeView

from gweithdy.ui.board.exporting import BoardExport
from gweithdy.ui.jobs import Answers
from gweithdy.ui.preferences.outcome import OutcomeLine

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

from gweithdy.ui.context import Context
from gweithdy.ui.pages import PAGES


def test_bars_wait_where_they_begin(context: Context) -> None:
    """A bar without an end would run to and fro."""
    line = OutcomeLine(context.words)
    line.follow(context.jobs.start(line, lambda _: None, Answers(print)))
    assert (line.progress.value(), line.progress.minimum(), line.progress.maximum()) == (0, 0, 1)
    context.jobs.finish()


def test_the_bar_of_a_board_that_is_written_waits_too(context: Context) -> None:
    line = BoardExport(context)
    line.start(lambda _: Path("board.xlsx"), "")
    assert (line.progress.value(), line.progress.minimum(), line.progress.maximum()) == (0, 0, 1)
    context.jobs.finish()


def test_no_page_has_anything_that_moves_by_itself(program: "Program") -> None:
    for key in PAGES:
        program.window.show_page(key)
    for page in program.window.pages.values():
        assert not page.findChildren(QAbstractAnimation)
        assert not any(bar.maximum() == 0 for bar in page.findChildren(QProgressBar))
        assert not any(tree.isAnimated() for tree in page.findChildren(QTreeView))
