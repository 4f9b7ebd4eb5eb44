"""A box for words of several lines, which takes no line that is too long to be shown."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from gweithdy.domain.problem import Problem
from gweithdy.domain.text import LONGEST_TEXT
from gweithdy.edits.checks import LONGEST, TOO_LONG


class WordsBox(QPlainTextEdit):
    """`refused` carries the Problem of what was to be pasted, and is not: it is still copied.

    Qt breaks a line of a million letters for minutes, and nothing else goes on meanwhile.
    """

    refused = Signal(object)

    def insertFromMimeData(self, source: QMimeData) -> None:
        longest = max(map(len, source.text().splitlines()), default=0)
        if longest > LONGEST_TEXT:
            self.refused.emit(Problem(TOO_LONG, most=LONGEST, n=longest))
        else:
            super().insertFromMimeData(source)
