"""The Settings page."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.preferences.about import AboutSection
from gweithdy.ui.preferences.library import LibrarySection
from gweithdy.ui.preferences.screen import ScreenSection
from gweithdy.ui.widgets.labels import label


class PreferencesPage(Page):
    """`language_asked` and `restore_asked` are for the program, which does both."""

    needs_session = False
    language_asked = Signal(str)
    restore_asked = Signal(Path)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = label("title")
        self.screen_section = ScreenSection(context)
        self.library_section = LibrarySection(context)
        self.about_section = AboutSection(context)
        self.screen_section.language_asked.connect(self.language_asked)
        self.library_section.restore_asked.connect(self.restore_asked)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 8, 24, 24)
        grid.setSpacing(16)
        grid.addWidget(self.screen_section, 0, 0)
        grid.addWidget(self.library_section, 0, 1)
        grid.addWidget(self.about_section, 1, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(2, 1)
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
        self.about_section.retranslate()

    def show_all(self) -> None:
        self.screen_section.show_values()
        self.library_section.show_values()

    def show_changes(self, ids: frozenset[Id]) -> None:
        """No noun is shown here."""
