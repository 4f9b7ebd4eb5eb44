"""Labels and buttons in the few roles that the style sheet knows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget


def label(role: str = "body", *, wrap: bool = False) -> QLabel:
    """A label: "title" (26 px), "heading" (20 px), "body", "quiet" (13 px), "field" (13 px).

    "copied" shows where the keyboard is, for words that can be selected.
    """
    made = QLabel()
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    # User text must never be read as markup.
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def button(role: str = "plain") -> QPushButton:
    """A button: "primary" (one a page), "plain", "quiet" (no frame), "danger"."""
    made = Toggle() if role in ("switch", "chip") else QPushButton()
    made.setProperty("role", role)
    # Return presses the button that has the focus, not only Space.
    made.setAutoDefault(True)
    return made


class Toggle(QPushButton):
    """As wide as its words are while it is the chosen one, which the style sheet makes heavier."""

    def sizeHint(self) -> QSize:
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        words = self.text()
        more = QFontMetrics(heavy).horizontalAdvance(words)
        more -= self.fontMetrics().horizontalAdvance(words)
        return super().sizeHint() + QSize(max(0, more), 0)


def panel() -> QFrame:
    """A raised sheet with a thin line round it."""
    made = QFrame()
    made.setProperty("role", "panel")
    return made


def rule() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


def show_state(widget: QLabel | QFrame | QPushButton, role: str) -> None:
    """Give a widget another role of the style sheet."""
    if widget.property("role") != role:
        mark(widget, "role", role)


def mark(widget: QWidget, name: str, value: object) -> None:
    """Give a widget a property by which the style sheet knows it, and dress it anew."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
