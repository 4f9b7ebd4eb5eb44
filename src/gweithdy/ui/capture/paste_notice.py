"""What appears above the capture box when several lines were pasted into it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import with_keys
from gweithdy.ui.widgets.labels import button, label


class PasteNotice(QWidget):
    """Offers a card for each line, or one card with all of them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._count = 0
        self._text = label("quiet", wrap=True)
        self.lines = button("plain")
        self.whole = button("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self.lines)
        row.addWidget(self.whole)
        self.hide()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.whole.setText(with_keys(self._words, self._words.tr("As one card"), "capture.whole"))
        self.show_count(self._count)

    def show_count(self, lines: int) -> None:
        """Offer it for this many lines; nothing to offer for one."""
        self._count = lines
        ntr = self._words.ntr
        self._text.setText(ntr("{n} line was pasted", "{n} lines were pasted", lines))
        many = ntr("Paste {n} line as cards", "Paste {n} lines as cards", lines)
        self.lines.setText(with_keys(self._words, many, "capture.keep"))
        self.setVisible(lines > 1)
