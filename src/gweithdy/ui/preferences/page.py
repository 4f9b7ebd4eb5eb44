"""The Settings page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gweithdy.domain.workshop import Taken
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.preferences.about import AboutSection
from gweithdy.ui.preferences.keys import KeysSection
from gweithdy.ui.preferences.library import LibrarySection
from gweithdy.ui.preferences.screen import ScreenSection

BESIDE = 800
"""Pixels of width at 100 % from which two sheets have room side by side."""


class PreferencesPage(Page):
    """Sheets of settings; what they change of the program, the program does."""

    needs_session = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.screen_section = ScreenSection(context)
        self.library_section = LibrarySection(context)
        self.keys_section = KeysSection(context)
        self.about_section = AboutSection(context)
        self.screen_section.language_asked.connect(self.language_asked)
        self.library_section.restore_asked.connect(self.restore_asked)
        self.library_section.elsewhere_asked.connect(self.elsewhere_asked)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 8, 24, 24)
        grid.setSpacing(16)
        grid.setRowStretch(4, 1)
        self._grid = grid
        self._arrange()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        self.title.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self.title)
        column.addWidget(area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.words.tr("Settings"))
        self.screen_section.retranslate()
        self.library_section.retranslate()
        self.keys_section.retranslate()
        self.about_section.retranslate()

    def show_all(self) -> None:
        self._arrange()
        self.screen_section.show_values()
        self.library_section.show_values()
        self.keys_section.show_values()

    def show_changes(self, taken: Taken) -> None:
        """No noun is shown here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two sheets side by side; large text takes the whole width for each."""
        beside = self.room().width() >= self.theme.px(BESIDE)
        self._grid.addWidget(self.screen_section, 0, 0)
        self._grid.addWidget(self.library_section, 0 if beside else 1, 1 if beside else 0)
        for row, whole in ((2, self.keys_section), (3, self.about_section)):
            self._grid.addWidget(whole, row, 0, 1, 2 if beside else 1)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3 if beside else 0)
