"""What an empty page says: one sentence that teaches, and one button."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        self.sentence = label("body", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = button("primary")
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._picture, alignment=centre)
        # An aligned label keeps the height of one line, so that more lines would be cut.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.sentence, 100)
        across.addStretch(1)
        column.addLayout(across)
        column.addWidget(self.button, alignment=centre)
        column.addStretch(3)
        theme.changed.connect(self._show_sizes)
        self._show_sizes()

    def say(self, sentence: str, action: str = "") -> None:
        """Show `sentence`, and `action` on the button; no button without it."""
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def _show_sizes(self) -> None:
        self.sentence.setMaximumWidth(self._theme.px(520))
        size = self._theme.px(40)
        self._picture.setPixmap(self._theme.icon(self._icon, "quiet", 40).pixmap(QSize(size, size)))
