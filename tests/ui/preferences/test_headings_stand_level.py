"""Sheets side by side begin at the same height."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint

from gweithdy.ui.preferences.section import Section

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


def test_headings_side_by_side_stand_level(program: "Program") -> None:
    window = program.window
    window.resize(1366, 768)
    window.show_page("settings")
    for _ in range(3):
        QCoreApplication.processEvents()
    sections = window.pages["settings"].findChildren(Section)
    tops = {section.mapTo(window, QPoint()).y(): section.heading.geometry() for section in sections}
    for section in sections:
        level = tops[section.mapTo(window, QPoint()).y()]
        assert section.heading.geometry().top() == level.top()
        assert section.heading.height() == level.height()
