"""The key sheet: everything in the table of commands, the present page first."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.problem import N_
from gweithdy.ui.commands import Command
from gweithdy.ui.context import Context
from gweithdy.ui.key_list import key_groups, keys_of
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.labels import button, label

WIDTH, HEIGHT = 720, 640
"""Pixels at 100 %; never more than the window has."""


class KeySheet(QDialog):
    """A list to read, one line a command; Esc or F1 puts it away.

    `boxed`: the keyboard was in the capture box, whose keys are asked for then.
    """

    def __init__(
        self, window: QWidget, context: Context, page: str, *, boxed: bool = False
    ) -> None:
        super().__init__(window)
        self._words = context.words
        self._theme = context.theme
        self._short = bool(context.settings.get("short_keys"))
        tr = context.words.tr
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Keyboard shortcuts")))
        note = label("quiet", wrap=True)
        here = N_("The keys of this page come first. Esc closes the list.")
        box = N_("The keys of the capture box come first. Esc closes the list.")
        note.setText(tr(box if boxed else here))
        close = button("plain")
        close.setText(tr("Close"))
        close.clicked.connect(self.close)
        self.rows = self._list()
        self._fill(page, boxed=boxed)
        head = QHBoxLayout()
        head.addWidget(note, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        room = window.size() - QSize(48, 48)
        self.resize(QSize(context.theme.px(WIDTH), context.theme.px(HEIGHT)).boundedTo(room))
        self.rows.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.keys"):
            self.close()
        else:
            super().keyPressEvent(event)

    def _list(self) -> QTreeWidget:
        rows = QTreeWidget()
        rows.setAccessibleName(self._words.tr(N_("Keyboard shortcuts")))
        rows.setColumnCount(2)
        rows.setHeaderHidden(True)
        rows.setRootIsDecorated(False)
        rows.setItemsExpandable(False)
        rows.setIndentation(0)
        rows.setWordWrap(True)
        rows.header().setStretchLastSection(True)
        rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        return rows

    def _fill(self, page: str, *, boxed: bool) -> None:
        for heading, commands in key_groups(self._words, page, boxed=boxed):
            above = QTreeWidgetItem([heading])
            above.setFont(0, self._theme.font(weight=QFont.Weight.DemiBold))
            above.setSizeHint(0, QSize(0, self._theme.px(44)))
            above.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            self.rows.addTopLevelItem(above)
            above.setFirstColumnSpanned(True)
            above.setExpanded(True)
            for command in commands:
                above.addChild(self._row(command))
        self.rows.setCurrentIndex(self.rows.model().index(0, 0, self.rows.model().index(0, 0)))
        self.rows.scrollToTop()

    def _row(self, command: Command) -> QTreeWidgetItem:
        tr = self._words.tr
        keys = keys_of(self._words, command, short=self._short)
        row = QTreeWidgetItem([keys, tr(command.text)])
        row.setData(0, Qt.ItemDataRole.UserRole, command.id)
        row.setForeground(0, self._theme.color("quiet"))
        # The row is heard as one: what it does, then how.
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{tr(command.text)}: {keys}")
        return row
