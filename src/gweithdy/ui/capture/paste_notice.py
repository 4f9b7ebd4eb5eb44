"""What appears above the capture box when several lines were pasted into it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import with_keys
from gweithdy.ui.widgets.labels import button, label


class PasteNotice(QWidget):
    """Offers a card for each line, one card with all of them, or a look at them first.

    For what another program wrote the look is what Enter does.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._count = 0
        self._is_other = False
        self._text = label("quiet", wrap=True)
        self.look = button("quiet")
        self.lines = button("plain")
        self.whole = button("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        for made in (self.look, self.lines, self.whole):
            row.addWidget(made)
        self.hide()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.whole.setText(with_keys(self._words, self._words.tr("As one card"), "capture.whole"))
        self._show()

    def is_from_elsewhere(self, text: str) -> bool:
        """Whether `text` is a chat, a report or a table that another program wrote."""
        # Loaded when first needed: most of what is captured is typed, and is kept at once.
        if "\n" in text.strip():
            from gweithdy.exchange.incoming.arriving import is_from_elsewhere

            return is_from_elsewhere(text)
        if not _may_be_head(text):
            return False
        from gweithdy.exchange.incoming.zoom_chat import is_head

        return is_head(text.strip())

    def items(self, lines: Sequence[str]) -> list[str]:
        """`lines` as they are when they are looked at first: without the bullets of a list."""
        from gweithdy.exchange.incoming.lines import unmarked

        return unmarked(lines)

    @property
    def asks_first(self) -> bool:
        """Whether what is shown came from another program: the key that keeps shows it first."""
        return self._is_other

    def show_text(self, text: str) -> None:
        """Offer what can be done with `text`; nothing for one line of words."""
        lines = sum(1 for line in text.split("\n") if line.strip())
        if lines != self._count:
            self._is_other = lines > 1 and self.is_from_elsewhere(text)
        self._count = lines
        self._show()

    def _show(self) -> None:
        tr, ntr = self._words.tr, self._words.ntr
        said = ntr("{n} line was pasted", "{n} lines were pasted", self._count)
        other = tr("This is from another program: see what would become of it")
        self._text.setText(other if self._is_other else said)
        many = ntr("Paste {n} line as cards", "Paste {n} lines as cards", self._count)
        look = tr("Look at it first")
        keys = "capture.keep"
        self.look.setText(with_keys(self._words, look, keys) if self._is_other else look)
        self.lines.setText(with_keys(self._words, many, keys))
        for made in (self.lines, self.whole):
            made.setVisible(not self._is_other)
        self.setVisible(self._count > 1)


def _may_be_head(text: str) -> bool:
    """Whether one line may be the beginning of a message; looked at with each card that is kept."""
    return ":" in text and (text[:1].isdigit() or "(" in text or text.startswith("From "))
