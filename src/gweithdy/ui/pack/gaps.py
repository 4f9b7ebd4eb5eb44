"""The list of texts that still lack a language, before anything is exported."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.pack.gaps import Gap
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.labels import label


class GapList(QWidget):
    """One sentence with the count, and the texts themselves; Enter or a click goes to one."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self.sentence = label("body", wrap=True)
        self.items = QListWidget()
        self.items.setWordWrap(True)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        column.addWidget(self.items, 1)

    def show_gaps(self, gaps: list[Gap]) -> None:
        """Show what is missing, or that nothing is."""
        tr = self._words.tr
        self.items.clear()
        self.items.setVisible(bool(gaps))
        self.items.setAccessibleName(tr("Texts that lack a language"))
        if not gaps:
            self.sentence.setText(tr("✓ Every text is there in both languages."))
            return
        welsh = sum(gap.lacking is Language.CY for gap in gaps)
        self.sentence.setText(
            tr(
                "Texts without Welsh: {welsh}. Texts without English: {english}. "
                "They will be marked in the pack.",
                welsh=welsh,
                english=len(gaps) - welsh,
            )
        )
        for gap in gaps:
            lacking = tr("No Welsh") if gap.lacking is Language.CY else tr("No English")
            item = QListWidgetItem(f"{tr(gap.where)} · {lacking}\n{gap.words}")
            item.setData(Qt.ItemDataRole.UserRole, gap)
            item.setToolTip(gap.words)
            self.items.addItem(item)
