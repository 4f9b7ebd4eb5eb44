"""A sheet of settings with a heading."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from gweithdy.ui.widgets.labels import label


class Section(QFrame):
    """A panel; its contents go into `body`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.heading = label("heading", wrap=True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)
        self.body.addWidget(self.heading)
        self.body.addSpacing(4)
