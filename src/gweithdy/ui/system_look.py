"""What a person asked of the whole computer: light or dark, high contrast, large text.

Of movement nothing needs to be asked: the program moves nothing for its looks.
"""

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication, QPalette, QStyleHints

USUAL = {"win32": 12, "darwin": 13}
"""Pixels of the system's text where nobody asked for larger ones; elsewhere `USUAL_ELSEWHERE`."""

USUAL_ELSEWHERE = 15

HALF = 128
"""Lightness of a ground, of 255, below which it is dark."""


class SystemLook(QObject):
    """The name of the theme and the growth of text that suit the system of now.

    `changed` goes out when they become others: when Qt tells of it, and when the person comes back
    to the program, perhaps from the settings of the system.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.look)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)
        self.theme, self.growth = _theme(hints), _growth()

    def look(self) -> None:
        """Ask the system again."""
        now = _theme(QGuiApplication.styleHints()), _growth()
        if now != (self.theme, self.growth):
            self.theme, self.growth = now
            self.changed.emit()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()


def _theme(hints: QStyleHints) -> str:
    scheme = hints.colorScheme()
    if not wants_contrast(hints):
        return "dark" if scheme is Qt.ColorScheme.Dark else "light"
    is_dark = scheme is Qt.ColorScheme.Dark
    if scheme is Qt.ColorScheme.Unknown:
        # Windows says neither light nor dark then; its colours do.
        is_dark = _system_palette().window().color().lightness() < HALF
    return "contrast_dark" if is_dark else "contrast_light"


def wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system was asked for high contrast."""
    if hasattr(hints, "accessibility"):
        return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    # Qt before 6.10: on Windows this is the only sign of it, and elsewhere there is none.
    return sys.platform == "win32" and hints.colorScheme() is Qt.ColorScheme.Unknown


def _system_palette() -> QPalette:
    """The colours of the system, which those of the program hide."""
    ours = QGuiApplication.palette()
    QGuiApplication.setPalette(QPalette())
    systems = QPalette(QGuiApplication.palette())
    QGuiApplication.setPalette(ours)
    return systems


def _growth() -> float:
    """How many times larger than usual the system's text is; a smaller one is not followed."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = USUAL.get(sys.platform, USUAL_ELSEWHERE)
    return max(1.0, QFontInfo(font).pixelSize() / usual)
