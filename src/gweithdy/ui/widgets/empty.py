"""What an empty page says: one sentence that teaches, and one button."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.labels import button, label


class EmptyState(QWidget):
    """An icon, a sentence and a button; `asked` when the button is pressed."""

    asked = Signal()

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._picture = QLabel()
        self._sentence = label("body", wrap=True)
        self._sentence.setMaximumWidth(520)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = button("primary")
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._picture, alignment=centre)
        column.addWidget(self._sentence, alignment=centre)
        column.addWidget(self.button, alignment=centre)
        column.addStretch(3)
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def say(self, sentence: str, action: str = "") -> None:
        """Show `sentence`, and `action` on the button; no button without it."""
        self._sentence.setText(sentence)
        self._sentence.setMinimumWidth(min(520, max(200, self.width() - 80)))
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def _show_icon(self) -> None:
        size = self._theme.px(40)
        self._picture.setPixmap(self._theme.icon(self._icon, "quiet", 40).pixmap(QSize(size, size)))
